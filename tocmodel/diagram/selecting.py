"""Which elements a view shows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, fields

from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram.packs import Packs, framework_words, picked
from tocmodel.model import (
    Element,
    Group,
    Section,
    ShowAs,
    TheoryOfChange,
    View,
)
from tocmodel.model.joining import included_ids

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


def selected(theory: TheoryOfChange, view: View, packs: Packs) -> tuple[str, ...]:
    """Return the ids of the elements that a view shows, its focus not yet considered.

    Raises:
        TocModelError: the view names an element or a category that does not exist.
    """
    names = set(sections(view))
    by_framework = {
        name: frozenset(picked(theory, framework, words, view))
        for name, words in framework_words(view).items()
        if (framework := packs.find(name))
    }
    by_field = {name: words for name, words in view.where.items() if name not in by_framework}
    if view.focus:
        require_element(theory, view.focus, view)
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


def collapsing(theory: TheoryOfChange, view: View, shown: Sequence[str]) -> dict[str, str]:
    """Return, for each shown member of a group to be drawn as one box, that group.

    Of groups that lie in one another and are both collapsed, the outer one is drawn.
    """
    for id_ in view.collapse:
        _known(theory.groups, id_, "group", view)
    found = {}
    for id_ in shown:
        around = list(lineage(theory.groups, theory.element(id_).group))
        outer = [group for group in around if group in view.collapse]
        if outer:
            found[id_] = outer[-1]
    return found


def closed(theory: TheoryOfChange, view: View) -> View:
    """Return the view with each included theory that it does not expand as one box.

    An included theory is a group of the theory as a whole. To expand one that lies in another is
    to expand that other too.
    """
    everything = tuple(included_ids(theory))
    for id_ in view.expand:
        _known(everything, id_, "included theory", view)
    if not everything:
        return view
    shut = (
        id_
        for id_ in everything
        if not any(wanted == id_ or wanted.startswith(f"{id_}/") for wanted in view.expand)
    )
    return evolve(view, collapse=tuple(dict.fromkeys((*view.collapse, *shut))))


def require_element(theory: TheoryOfChange, id_: str, view: View) -> None:
    """Make sure that an element that a view names exists.

    Raises:
        TocModelError: it does not; the message names the nearest.
    """
    _known(theory.elements, id_, "element", view)


def _known(known: Any, id_: str, what: str, view: View) -> None:
    if id_ not in known:
        raise TocModelError(
            f"no {what} '{id_}' for the view '{view.id or view.title}'{did_you_mean(id_, known)}"
        )
