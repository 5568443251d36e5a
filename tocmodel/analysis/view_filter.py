"""The elements that a view's ``show``, ``where`` and ``leave_out`` keep, and their mistakes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args

from attrs import evolve, fields, fields_dict, frozen

from tocmodel.diagnostics import Pointer, did_you_mean
from tocmodel.graph.wholes import groups_inside, groups_with_elements
from tocmodel.model import (
    ELEMENT_SECTIONS,
    Choice,
    Element,
    ShowAs,
    TheoryOfChange,
    View,
)

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework

STAGES = (
    "conditions",
    "factors",
    "assets",
    "inputs",
    "interventions",
    "outputs",
    "mechanisms",
    "outcomes",
)
"""The sections that a picture has columns for, from the context to the outcomes."""

USUAL = (*STAGES, "value_creation")
"""The sections that a view draws by default."""


def sections(view: View) -> tuple[str, ...]:
    """Return the sections that a view draws as boxes."""
    asked = {
        name: getattr(view, name)
        for name in ("assumptions", "risks", "indicators")
        if getattr(view, name) is ShowAs.NODES
    }
    return tuple(dict.fromkeys((*(view.show or USUAL), *asked)))


def filtered_elements(
    theory: TheoryOfChange, view: View, frameworks: "Mapping[str, Framework]"
) -> tuple[str, ...]:
    """Return the ids of the elements that a view's sections and filters keep, and its focus.

    Args:
        theory: the theory.
        view: the view.
        frameworks: the frameworks that the theory names, by id.
    """
    names = set(sections(view))
    keep = _tests(theory, view.where, frameworks)
    leave_out = _tests(theory, view.leave_out, frameworks)
    return tuple(
        id_
        for id_, element in theory.elements.items()
        if id_ == view.focus
        or (
            theory.section_of(id_) in names
            and all(test(element) is not False for test in keep)
            and not any(test(element) for test in leave_out)
        )
    )


Test = Callable[[Element], bool | None]
"""Whether an element has one of the words of a filter; ``None`` where it cannot have any."""


def _tests(
    theory: TheoryOfChange,
    words_by_key: Mapping[str, Sequence[str]],
    frameworks: "Mapping[str, Framework]",
) -> list[Test]:
    """Return a test for each key of a filter."""
    return [
        _of_framework(theory, frameworks[name], words)
        if name in _frameworks_named(words_by_key) and name in frameworks
        else _of_group(theory, words)
        if name == "group"
        else _of_field(name, words)
        for name, words in words_by_key.items()
    ]


def _of_group(theory: TheoryOfChange, wanted: Sequence[str]) -> Test:
    """Return a test that a group passes with all the groups inside it."""
    inside = groups_inside(theory, (id_ for id_ in theory.groups if _matches(id_, wanted)))
    return lambda element: element.group in inside


def _of_field(name: str, wanted: Sequence[str]) -> Test:
    def test(element: Element) -> bool | None:
        held = _held(element, name)
        return None if held is None else any(_matches(word, wanted) for word in held)

    return test


def _of_framework(theory: TheoryOfChange, framework: "Framework", words: Sequence[str]) -> Test:
    found, could = _in_categories(theory, framework, words)

    def test(element: Element) -> bool | None:
        if theory.section_of(element.id) not in could:
            return None
        return element.id in found

    return test


def _held(element: Element, name: str) -> tuple[str, ...] | None:
    """Return the words in an element's field; ``None`` for a field it cannot have.

    A field is one of the element's own, a framework that classifies elements, or one of the
    partnership's columns.
    """
    if name in _field_names(type(element)):
        value = getattr(element, name)
        return _words(value)
    if name in element.classified_as:
        return _words(element.classified_as[name])
    return _words(element.fields[name]) if name in element.fields else None


def _field_names(kind: type[Any]) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))


def _words(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, bool):
        return ("yes", "true") if value else ("no", "false")
    return tuple(str(item) for item in value) if isinstance(value, tuple) else (str(value),)


def _matches(word: str, wanted: Sequence[str]) -> bool:
    """Whether a word is wanted; a category is wanted if the one it belongs to is.

    >>> _matches("belonging/healthy-relationships", ["belonging"])
    True
    """
    return any(word == item or word.startswith(f"{item}/") for item in wanted)


def framework_words(view: View) -> dict[str, Sequence[str]]:
    """Return the frameworks in a view's filters: every key that is not a field of an element.

    >>> framework_words(View(title="V", where={"level": ["child"], "resilience": ["basics"]}))
    {'resilience': ('basics',)}
    """
    return {**_frameworks_named(view.where), **_frameworks_named(view.leave_out)}


def _frameworks_named(words_by_key: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    if not words_by_key:
        return {}
    known = {item.name for kind in ELEMENT_SECTIONS.values() for item in fields(kind)}
    return {name: words for name, words in words_by_key.items() if name not in known}


def _in_categories(
    theory: TheoryOfChange, framework: "Framework", words: Sequence[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the elements in one of some categories, and the sections that can be in any."""
    from tocmodel.analysis.coverage import categories_by_element  # noqa: PLC0415  # few views need it
    from tocmodel.frameworks import find_category  # noqa: PLC0415

    wanted: dict[str, set[str]] = {}
    for word in words:
        category = find_category(framework, word)
        if category is None:  # a fault, reported by where_faults
            continue
        wanted.setdefault(framework.dimension_of(category.id).id, set()).add(category.id)
    found: set[str] = set()
    could: set[str] = set()
    for id_, categories in wanted.items():
        dimension = framework.dimensions[id_]
        could.update(dimension.classifies)
        for element, its_own in categories_by_element(theory, framework, dimension).items():
            around = (outer for one in its_own.all for outer in dimension.ancestors(one))
            if not categories.isdisjoint(around):
                found.add(element)
    return frozenset(found), frozenset(could)


@frozen
class WhereFault:
    """A mistake in a view's ``where`` or ``leave_out``.

    Attributes:
        message: what is wrong, in words.
        help: what to do about it.
        path: its address below the filter: the key, or the key and the number of the word.
        blocks: the view cannot be drawn; a word that no element has yet does not block it.
        filter: the filter, ``where`` or ``leave_out``.
    """

    message: str
    help: str
    path: Pointer
    blocks: bool = True
    filter: str = "where"

    @property
    def is_key(self) -> bool:
        """Whether the key itself is mistaken, rather than one of its words."""
        return len(self.path) == 1


def where_faults(
    theory: TheoryOfChange, view: View, frameworks: "Mapping[str, Framework]"
) -> Iterator[WhereFault]:
    """Find the keys that are not fields, and the words that a field cannot have or no element has.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast", outcomes={"fed": {"title": "Children are fed", "level": "child"}}
    ... )
    >>> view = View(title="V", where={"levl": ["child"], "level": ["famly"]})
    >>> [fault.message for fault in where_faults(theory, view, {})]
    ["no element has a field 'levl'; did you mean 'level'?", \
"'famly' is not a word for 'level'; did you mean 'family'?"]
    """
    yield from _faults(theory, view.where, frameworks)
    for fault in _faults(theory, view.leave_out, frameworks):
        yield evolve(fault, filter="leave_out")


def _faults(
    theory: TheoryOfChange,
    words_by_key: Mapping[str, Sequence[str]],
    frameworks: "Mapping[str, Framework]",
) -> Iterator[WhereFault]:
    if not words_by_key:
        return
    own = {name for element in theory.elements.values() for name in element.fields}
    known = {*_fields_of_elements(), *frameworks, *_classifying(theory), *own}
    for name, words in words_by_key.items():
        if name not in known:
            message = f"no element has a field '{name}'{did_you_mean(name, known)}"
            yield WhereFault(message, "name a field, a framework or a column of your own", (name,))
        elif name in frameworks:
            yield from _unknown_categories(frameworks[name], words)
        else:
            yield from _unknown_words(theory, name, words)


def _fields_of_elements() -> frozenset[str]:
    unfit = {"fields", "classified_as"}
    names = (field.name for kind in ELEMENT_SECTIONS.values() for field in fields(kind))
    return frozenset(names) - unfit


def _classifying(theory: TheoryOfChange) -> set[str]:
    return {name for element in theory.elements.values() for name in element.classified_as}


def _unknown_categories(framework: "Framework", words: Sequence[str]) -> Iterator[WhereFault]:
    from tocmodel.frameworks import address_fault  # noqa: PLC0415  # few views need it

    for place, word in enumerate(words):
        fault = address_fault(framework, word)
        if fault:
            help_ = f"'tocmodel framework show {framework.id}' lists its categories"
            yield WhereFault(fault, help_, (framework.id, place))


def _unknown_words(theory: TheoryOfChange, name: str, words: Sequence[str]) -> Iterator[WhereFault]:
    choices = _choices(name)
    elements = theory.elements.values()
    held = (
        groups_with_elements(theory)
        if name == "group"
        else {word for item in elements for word in _held(item, name) or ()}
    )
    for place, word in enumerate(words):
        if choices and word not in choices:
            message = f"'{word}' is not a word for '{name}'{did_you_mean(word, choices)}"
            yield WhereFault(message, f"use one of {', '.join(choices)}", (name, place))
        elif not any(_matches(one, [word]) for one in held):
            message = f"no element has '{word}' as its '{name}'{did_you_mean(word, held)}"
            help_ = "add it to the right elements, or leave it out"
            yield WhereFault(message, help_, (name, place), blocks=False)


def _choices(name: str) -> tuple[str, ...]:
    """Return the allowed words of a field, from all elements that have it."""
    found: dict[str, None] = {}
    for kind in ELEMENT_SECTIONS.values():
        field = fields_dict(kind).get(name)
        if field is None:
            continue
        types: Iterable[Any] = (
            get_args(field.type) if isinstance(field.type, UnionType) else (field.type,)
        )
        for one in types:
            if isinstance(one, type) and issubclass(one, Choice):
                found.update(dict.fromkeys(member.value for member in one))
            elif one not in (None, type(None)):
                return ()
    return tuple(found)
