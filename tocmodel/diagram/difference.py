"""Two theories on one drawing: what was added, what was removed and what changed."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from attrs import evolve, fields, frozen

from tocmodel.analysis.difference import ChangeKind, Difference, Differences, diff
from tocmodel.diagram.legend import CHANGES
from tocmodel.diagram.making import default_view, find_view, to_diagram
from tocmodel.diagram.parts import Arrow, Box, Diagram, LegendEntry
from tocmodel.model import (
    ELEMENT_SECTIONS,
    REFERENCES,
    Entry,
    Link,
    Significance,
    TheoryOfChange,
    View,
)
from tocmodel.wording import counted

_Ends = tuple[str, str, str]
"""What an arrow joins, and how."""

_REFERRING = frozenset((item.section, item.field) for item in REFERENCES)


def to_difference_diagram(
    old: TheoryOfChange,
    new: TheoryOfChange,
    view: View | str | None = None,
    *,
    names: tuple[str, str] = ("", ""),
) -> Diagram:
    """Return one drawing of both theories, in which each box and arrow says how it changed.

    What was removed stands where it stood. What was renamed stands under its new id. A box is
    *changed* where what it claims is another, or its title.

    Args:
        old: the theory as it was.
        new: the theory as it is.
        view: a view of the new theory, or its id; its first when left out.
        names: what the two are called.

    Raises:
        TocModelError: there is no such view.

    >>> old = TheoryOfChange(
    ...     title="Breakfast", outcomes={"fed": {"title": "Children are fed", "horizon": "short"}})
    >>> new = TheoryOfChange(
    ...     title="Breakfast", outcomes={"calm": {"title": "Mornings are calm"}})
    >>> [(box.text, box.change) for box in to_difference_diagram(old, new).boxes]
    [('Children are fed', 'removed'), ('Mornings are calm', 'added')]
    """
    found = diff(old, new)
    if not isinstance(view, View):
        view = default_view(new) if view is None else find_view(new, view)
    both = _united(old, new, found)
    picture = to_diagram(both, _within(view, both))
    lines = _Lines(
        before={_renamed(arrow, found.renamed) for arrow in _arrows(old, view, found)},
        now={_ends(arrow) for arrow in _arrows(new, view)},
        altered=frozenset(item.about for item in found if item.section == "links"),
    )
    boxes = _boxes(picture.boxes, old, new, found)
    arrows = tuple(lines.marked(arrow) for arrow in picture.arrows)
    picture = evolve(
        picture,
        title=f"What changed: {picture.title}",
        subtitle=_subtitle(picture.subtitle, names),
        boxes=boxes,
        arrows=arrows,
    )
    return evolve(picture, legend=_legend(picture), note=_note(picture, found))


# --- both theories as one


def _united(old: TheoryOfChange, new: TheoryOfChange, found: Differences) -> TheoryOfChange:
    """Return the new theory with what was removed put back."""
    look = found.renamed
    sections: dict[str, Any] = {}
    for name in ("groups", *ELEMENT_SECTIONS):
        gone = {
            id_: _looked_up(name, entry, look)
            for id_, entry in getattr(old, name).items()
            if id_ not in look and id_ not in new.elements and id_ not in new.groups
        }
        if gone:
            sections[name] = {**gone, **getattr(new, name)}
    there = {(link.from_, link.to) for link in new.links}
    links = [_link(link, look) for link in old.links]
    gone_links = [link for link in links if (link.from_, link.to) not in there]
    return evolve(new, links=(*new.links, *gone_links), **sections)


def _looked_up(section: str, entry: Entry, look: Mapping[str, str]) -> Entry:
    """Return an old entry whose references have the new names."""
    changed: dict[str, Any] = {}
    for attribute in fields(type(entry)):
        value = getattr(entry, attribute.name)
        if (section, attribute.name.rstrip("_")) not in _REFERRING or not value:
            continue
        if isinstance(value, str):
            changed[attribute.name] = look.get(value, value)
        else:
            changed[attribute.name] = tuple(_claim(id_, look) for id_ in value)
    return evolve(entry, **changed)


def _claim(id_: str, look: Mapping[str, str]) -> str:
    parts = (part.strip() for part in id_.split("->"))
    return " -> ".join(look.get(part, part) for part in parts)


def _link(link: Link, look: Mapping[str, str]) -> Link:
    return evolve(
        link,
        from_=look.get(link.from_, link.from_),
        to=look.get(link.to, link.to),
        via=tuple(look.get(id_, id_) for id_ in link.via),
        assumes=tuple(look.get(x, x) if isinstance(x, str) else x for x in link.assumes),
        evidence=tuple(look.get(x, x) if isinstance(x, str) else x for x in link.evidence),
    )


# --- arrows


@frozen(kw_only=True)
class _Lines:
    """What is joined in each theory, and the links of which something else is said now."""

    before: Collection[_Ends]
    now: Collection[_Ends]
    altered: Collection[str]

    def marked(self, arrow: Arrow) -> Arrow:
        change = self._change(arrow)
        return evolve(arrow, change=change, description=_spoken(arrow.description, change))

    def _change(self, arrow: Arrow) -> str:
        ends = _ends(arrow)
        if ends in self.now and ends not in self.before:
            return "added"
        if ends in self.before and ends not in self.now:
            return "removed"
        return "changed" if f"{arrow.from_} -> {arrow.to}" in self.altered else ""


def _arrows(
    theory: TheoryOfChange, view: View, found: Differences | None = None
) -> tuple[Arrow, ...]:
    """Return the arrows of a theory alone, as far as it has what the view names."""
    if found is not None:
        back = {new: old for old, new in found.renamed.items()}
        named = tuple(back.get(id_, id_) for id_ in view.collapse)
        view = evolve(view, collapse=named)
    return to_diagram(theory, evolve(_within(view, theory), focus="")).arrows


def _within(view: View, theory: TheoryOfChange) -> View:
    """Return a view without the groups that a theory does not have."""
    return evolve(view, collapse=tuple(id_ for id_ in view.collapse if id_ in theory.groups))


def _ends(arrow: Arrow) -> _Ends:
    return (arrow.from_, arrow.to, arrow.kind)


def _renamed(arrow: Arrow, look: Mapping[str, str]) -> _Ends:
    return (look.get(arrow.from_, arrow.from_), look.get(arrow.to, arrow.to), arrow.kind)


# --- boxes


def _boxes(
    boxes: Iterable[Box], old: TheoryOfChange, new: TheoryOfChange, found: Differences
) -> tuple[Box, ...]:
    before = {found.renamed.get(id_, id_) for id_ in (*old.elements, *old.groups)}
    told: dict[str, list[Difference]] = {}
    for item in found:
        if item.kind in (ChangeKind.CHANGED, ChangeKind.MOVED) or item.field:
            told.setdefault(item.about, []).append(item)
    return tuple(_box(box, before, new, told.get(box.id, [])) for box in boxes)


def _box(box: Box, before: Collection[str], new: TheoryOfChange, told: list[Difference]) -> Box:
    if box.id not in new.elements and box.id not in new.groups:
        change = "removed"
    elif box.id not in before:
        change = "added"
    else:
        change = "changed" if any(_shows(item) for item in told) else ""
    sentences = " ".join(item.sentence for item in told if _shows(item))
    said = f"{box.description} {sentences}".strip()
    return evolve(box, change=change, description=_spoken(said, change))


def _shows(item: Difference) -> bool:
    """Say whether a difference makes a box another: what it claims, or the words in it."""
    return item.significance is Significance.SIGNIFICANT or item.field == "title"


def _spoken(description: str, change: str) -> str:
    return f"{change.capitalize()}. {description}" if change else description


# --- around the picture


def _subtitle(subtitle: str, names: tuple[str, str]) -> str:
    old, new = names
    between = f"from {old} to {new}" if old and new else ""
    return " · ".join(part for part in (subtitle, between) if part)


def _legend(picture: Diagram) -> tuple[LegendEntry, ...]:
    used = {box.change for box in picture.boxes} | {arrow.change for arrow in picture.arrows}
    marks = [
        LegendEntry(sample=f"change:{kind}", text=text)
        for kind, text in CHANGES.items()
        if kind in used
    ]
    kept = [entry for entry in picture.legend if not entry.sample.startswith("line:")]
    lines = [entry for entry in picture.legend if entry.sample.startswith("line:")]
    return (*kept, *marks, *lines)


def _note(picture: Diagram, found: Differences) -> str:
    """Say how many differences the picture does not show; the sentences tell all of them."""
    boxes = {box.id for box in picture.boxes if box.change}
    arrows = {f"{arrow.from_} -> {arrow.to}" for arrow in picture.arrows if arrow.change}
    hidden = [item for item in found.significant if item.about not in boxes | arrows]
    if not hidden:
        return picture.note
    number = counted(len(hidden), "significant difference is", "significant differences are")
    return f"{number} not shown here. {picture.note}".strip()
