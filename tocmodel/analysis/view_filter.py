"""Which elements the ``show`` and the ``where`` of a view keep, and what in them is mistaken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args

from attrs import fields, fields_dict

from tocmodel.diagnostics import Pointer, did_you_mean
from tocmodel.model import (
    ELEMENT_SECTIONS,
    Choice,
    Element,
    Group,
    Section,
    ShowAs,
    TheoryOfChange,
    View,
)
from tocmodel.values import frozen

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework

USUAL = (
    "conditions",
    "assets",
    "inputs",
    "interventions",
    "outputs",
    "mechanisms",
    "outcomes",
    "value_creation",
)
"""The sections that are drawn when a view does not say which."""


def sections(view: View) -> tuple[str, ...]:
    """Return the sections that a view draws as boxes."""
    asked = {
        name: getattr(view, name)
        for name in ("assumptions", "risks", "indicators")
        if getattr(view, name) is ShowAs.NODES
    }
    return tuple(dict.fromkeys((*(view.show or USUAL), *asked)))


def kept(
    theory: TheoryOfChange, view: View, frameworks: "Mapping[str, Framework]"
) -> tuple[str, ...]:
    """Return the ids of the elements that a view's sections and ``where`` keep, and its focus.

    Args:
        theory: the theory.
        view: the view.
        frameworks: those that the theory names, by their ids.
    """
    names = set(sections(view))
    by_framework = {
        name: frozenset(_in_categories(theory, frameworks[name], words))
        for name, words in framework_words(view).items()
        if name in frameworks
    }
    by_field = {name: words for name, words in view.where.items() if name not in by_framework}
    return tuple(
        id_
        for id_, element in theory.elements.items()
        if id_ == view.focus
        or (
            theory.section_of(id_) in names
            and _is_kept(theory.groups, element, by_field)
            and all(id_ in ids for ids in by_framework.values())
        )
    )


def _is_kept(groups: Section[Group], element: Element, where: Mapping[str, Sequence[str]]) -> bool:
    return all(
        held is None or any(_matches(word, wanted) for word in held)
        for name, wanted in where.items()
        for held in (_held(groups, element, name),)
    )


def _held(groups: Section[Group], element: Element, name: str) -> tuple[str, ...] | None:
    """Return the words that an element's field holds; ``None`` for a field it cannot have.

    A field is one of the element's own (a group counts with the groups around it), a framework
    by which elements are classified, or one of the partnership's columns.
    """
    if name == "group":
        return tuple(lineage(groups, element.group))
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
    """Say whether a word is wanted; a category is, where the one it belongs to is.

    >>> _matches("belonging/healthy-relationships", ["belonging"])
    True
    """
    return any(word == item or word.startswith(f"{item}/") for item in wanted)


def lineage(groups: Section[Group], id_: str) -> Iterator[str]:
    """Give a group and the groups around it, from the inside outwards, each once."""
    seen: set[str] = set()
    while id_ in groups and id_ not in seen:
        seen.add(id_)
        yield id_
        id_ = groups[id_].group


def framework_words(view: View) -> dict[str, Sequence[str]]:
    """Return what a view's ``where`` says of frameworks: of all that is no field of an element.

    >>> framework_words(View(title="V", where={"level": ["child"], "resilience": ["basics"]}))
    {'resilience': ('basics',)}
    """
    if not view.where:
        return {}
    known = {item.name for kind in ELEMENT_SECTIONS.values() for item in fields(kind)}
    return {name: words for name, words in view.where.items() if name not in known}


def _in_categories(
    theory: TheoryOfChange, framework: "Framework", words: Sequence[str]
) -> Iterator[str]:
    """Give the elements that are in one of some categories, and those that can be in none."""
    from tocmodel.analysis.coverage import placed  # noqa: PLC0415  # few views need it
    from tocmodel.frameworks import find_category  # noqa: PLC0415

    wanted: dict[str, set[str]] = {}
    for word in words:
        category = find_category(framework, word)
        if category is None:  # a fault, which is reported as such
            continue
        wanted.setdefault(framework.dimension_of(category.id).id, set()).add(category.id)
    could: set[str] = set()
    for id_, categories in wanted.items():
        dimension = framework.dimensions[id_]
        could.update(dimension.classifies)
        for element, stands in placed(theory, framework, dimension).items():
            around = (outer for one in stands.all for outer in dimension.ancestors(one))
            if not categories.isdisjoint(around):
                yield element
    yield from (id_ for id_ in theory.elements if theory.section_of(id_) not in could)


@frozen
class WhereFault:
    """Something in a view's ``where`` that cannot be meant.

    Attributes:
        message: what is wrong, in words.
        help: what to do about it.
        path: its address below ``where``: the key, or the key and the number of the word.
        blocks: the view cannot be drawn; a word that no element has yet does not block it.
    """

    message: str
    help: str
    path: Pointer
    blocks: bool = True

    @property
    def is_key(self) -> bool:
        """Whether the key itself is mistaken, and not one of its words."""
        return len(self.path) == 1


def where_faults(
    theory: TheoryOfChange, view: View, frameworks: "Mapping[str, Framework]"
) -> Iterator[WhereFault]:
    """Find the keys that are no field, and the words that a field cannot have or no element has.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast", outcomes={"fed": {"title": "Children are fed", "level": "child"}}
    ... )
    >>> view = View(title="V", where={"levl": ["child"], "level": ["famly"]})
    >>> [fault.message for fault in where_faults(theory, view, {})]
    ["no element has a field 'levl'; did you mean 'level'?", \
"'famly' is not a word for 'level'; did you mean 'family'?"]
    """
    own = {name for element in theory.elements.values() for name in element.fields}
    known = {*_fields_of_elements(), *frameworks, *_classifying(theory), *own}
    for name, words in view.where.items():
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
    held = {word for item in elements for word in _held(theory.groups, item, name) or ()}
    for place, word in enumerate(words):
        if choices and word not in choices:
            message = f"'{word}' is not a word for '{name}'{did_you_mean(word, choices)}"
            yield WhereFault(message, f"use one of {', '.join(choices)}", (name, place))
        elif not any(_matches(one, [word]) for one in held):
            message = f"no element has '{word}' as its '{name}'{did_you_mean(word, held)}"
            help_ = "add it to the right elements, or leave it out"
            yield WhereFault(message, help_, (name, place), blocks=False)


def _choices(name: str) -> tuple[str, ...]:
    """Return the words of a field that takes one of a few, from all elements that have it."""
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
