"""Two theories on one drawing: additions, removals and changes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from tocmodel.diagram.build import find_view, to_diagram
from tocmodel.diagram.difference_marks import ChangeMarks, announce_change
from tocmodel.diagram.legend import CHANGES, legend
from tocmodel.diagram.merge_versions import merge_versions
from tocmodel.diagram.model import Arrow, Box, Diagram, LegendEntry
from tocmodel.diagram.select import selected_elements
from tocmodel.diagram.sentences import with_description
from tocmodel.diagram.view_frameworks import ViewFrameworks
from tocmodel.differences import Differences, diff
from tocmodel.model import ColourBy, ShowAs, TheoryOfChange, View
from tocmodel.wording import counted

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework

MOST = 30
"""Up to this many boxes, all are shown; beyond it, only changes and the ends of changed links."""

_Ends = tuple[str, str, str]
"""The ends and the kind of an arrow."""


def to_difference_diagram(
    old: TheoryOfChange,
    new: TheoryOfChange,
    view: View | str | None = None,
    *,
    names: tuple[str, str] = ("", ""),
    frameworks: "Iterable[Framework]" = (),
    only_changes: bool = False,
) -> Diagram:
    """Return one drawing of both theories that shows how each box and arrow changed.

    Removed elements keep their places. Renamed elements have their new ids. A box is *changed* if
    its claims or its title changed.

    Args:
        old: the theory as it was.
        new: the theory as it is.
        view: a view of the new theory, or its id; by default everything usually drawn, or, for a
            large theory, changed boxes and the ends of changed links.
        names: the names of the two.
        frameworks: the partnership's own frameworks that the view uses to sort or pick elements.
        only_changes: draw only changed boxes and the ends of changed links, however few there are.

    Raises:
        TocModelError: there is no such view, or no such framework as it names.

    >>> old = TheoryOfChange(
    ...     title="Breakfast", outcomes={"fed": {"title": "Children are fed", "horizon": "short"}})
    >>> new = TheoryOfChange(
    ...     title="Breakfast", outcomes={"calm": {"title": "Mornings are calm"}})
    >>> sorted((box.text, box.change) for box in to_difference_diagram(old, new).boxes)
    [('Children are fed', 'removed'), ('Mornings are calm', 'added')]
    """
    found = diff(old, new)
    wanted = view if isinstance(view, View) or view is None else find_view(new, view)
    shown = wanted or _everything(new)
    both = merge_versions(old, new, found)
    own_frameworks = tuple(frameworks)
    picture = to_diagram(both, _within(shown, both), frameworks=own_frameworks)
    alike = _picking_alike(shown, both, own_frameworks)
    lines = _ArrowChanges(
        before={_renamed(arrow, found.renamed) for arrow in _arrows(old, alike, found)},
        now={_ends(arrow) for arrow in _arrows(new, alike)},
        altered=frozenset(item.about for item in found.significant if item.section == "links"),
    )
    marks = ChangeMarks.of(old, new, both, found)
    picture = evolve(
        picture,
        title=f"What changed: {picture.title}",
        subtitle=_subtitle(picture.subtitle, names),
        boxes=tuple(marks.marked(box) for box in picture.boxes),
        arrows=tuple(lines.marked(arrow) for arrow in picture.arrows),
    )
    left_out = 0
    if only_changes or (wanted is None and len(picture.boxes) > MOST):
        picture, left_out = _around_changes(picture)
    return evolve(picture, legend=_legend(picture), note=_note(picture, marks, found, left_out))


def _everything(theory: TheoryOfChange) -> View:
    """Return a view of everything usually drawn, with few lines in its boxes to hide a change."""
    hidden = ShowAs.HIDDEN
    return View(
        id="changes",
        title=theory.title,
        assumptions=hidden,
        risks=hidden,
        indicators=hidden,
    )


# --- arrows


@frozen(kw_only=True)
class _ArrowChanges:
    """The joined elements of each theory, and the links with changed claims."""

    before: Collection[_Ends]
    now: Collection[_Ends]
    altered: Collection[str]

    def marked(self, arrow: Arrow) -> Arrow:
        change = self._change(arrow)
        return evolve(arrow, change=change, description=announce_change(arrow.description, change))

    def _change(self, arrow: Arrow) -> str:
        ends = _ends(arrow)
        if ends in self.now and ends not in self.before:
            return "added"
        if ends in self.before and ends not in self.now:
            return "removed"
        return "changed" if f"{arrow.from_} -> {arrow.to}" in self.altered else ""


def _picking_alike(view: View, both: TheoryOfChange, frameworks: "Iterable[Framework]") -> View:
    """Return a view that picks by id the elements a view picks from both theories together.

    Otherwise an element picked by a changed field would have no arrow in one of the two.
    """
    if not view.where:
        return view
    known = ViewFrameworks(both.frameworks, {framework.id: framework for framework in frameworks})
    return evolve(view, where={"id": selected_elements(both, _within(view, both), known)})


def _arrows(
    theory: TheoryOfChange, view: View, found: Differences | None = None
) -> tuple[Arrow, ...]:
    """Return the arrows of one theory, as far as it has the elements that the view names."""
    if found is not None:
        back = {new: old for old, new in found.renamed.items()}
        named = tuple(back.get(id_, id_) for id_ in view.collapse)
        ids = tuple(back.get(id_, id_) for id_ in view.where.get("id", ()))
        view = evolve(view, collapse=named, where={"id": ids} if ids else view.where)
    plain = evolve(_within(view, theory), focus="", lanes=None, colour=ColourBy.STAGE)
    return to_diagram(theory, plain).arrows


def _within(view: View, theory: TheoryOfChange) -> View:
    """Return a view without groups that are not in a theory."""
    return evolve(view, collapse=tuple(id_ for id_ in view.collapse if id_ in theory.groups))


def _ends(arrow: Arrow) -> _Ends:
    return (arrow.from_, arrow.to, arrow.kind)


def _renamed(arrow: Arrow, new_ids: Mapping[str, str]) -> _Ends:
    return (new_ids.get(arrow.from_, arrow.from_), new_ids.get(arrow.to, arrow.to), arrow.kind)


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
    kept = [item for item in picture.legend if not item.sample.startswith(("line:", "change:"))]
    lines = [entry for entry in picture.legend if entry.sample.startswith("line:")]
    return (*kept, *marks, *lines)


def _note(picture: Diagram, marks: ChangeMarks, found: Differences, left_out: int) -> str:
    """List the differences that the picture does not show; the sentences cover all of them."""
    arrows = {f"{arrow.from_} -> {arrow.to}" for arrow in picture.arrows if arrow.change}
    boxes = {box.id for box in picture.boxes}
    hidden = [
        item
        for item in found.significant
        if item.about not in arrows and not boxes.intersection(marks.shown_by(item.about))
    ]
    parts = []
    if hidden:
        number = counted(len(hidden), "significant difference is", "significant differences are")
        parts.append(f"{number} not shown here.")
    if left_out:
        parts.append(f"{counted(left_out, 'box is', 'boxes are')} left out that did not change.")
    return " ".join((*parts, picture.note)).strip()


def _around_changes(picture: Diagram) -> tuple[Diagram, int]:
    """Keep changed boxes and the ends of changed arrows; return how many boxes are left out."""
    changed = {box.id for box in picture.boxes if box.change}
    for arrow in picture.arrows:
        if arrow.change:
            changed.update((arrow.from_, arrow.to))
    changed.update(_inside(picture, changed))
    boxes = tuple(box for box in picture.boxes if box.id in changed)
    if not boxes:
        return picture, 0
    arrows = tuple(
        arrow for arrow in picture.arrows if arrow.from_ in changed and arrow.to in changed
    )
    return _fitted(picture, boxes, arrows), len(picture.boxes) - len(boxes)


def _inside(picture: Diagram, frames: Collection[str]) -> Iterator[str]:
    """Yield the boxes in some frames: an arrow from a frame needs what is in it."""
    parents = {cluster.id: cluster.parent for cluster in picture.clusters}
    for box in picture.boxes:
        around = box.cluster
        while around and around not in frames:
            around = parents.get(around, "")
        if around:
            yield box.id


def _fitted(picture: Diagram, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> Diagram:
    """Return a diagram of some boxes, with only the columns, frames and colours that they need."""
    parents = {cluster.id: cluster.parent for cluster in picture.clusters}
    frames: set[str] = set()
    for box in boxes:
        inner = box.cluster
        while inner and inner not in frames:
            frames.add(inner)
            inner = parents.get(inner, "")
    columns = {box.column for box in boxes}
    colours = {box.colour for box in boxes}
    smaller = evolve(
        picture,
        boxes=boxes,
        arrows=arrows,
        columns=tuple(column for column in picture.columns if column.id in columns),
        clusters=tuple(cluster for cluster in picture.clusters if cluster.id in frames),
        colours=tuple(colour for colour in picture.colours if colour in colours),
        ceiling=picture.ceiling if picture.ceiling in columns else "",
    )
    return with_description(evolve(smaller, legend=legend(smaller, {})))
