"""What a view shows and where, before words are added: all of a theory, or a part of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from tocmodel.diagram.categories import classify_by_category
from tocmodel.diagram.connectors import (
    Connector,
    collapse_groups,
    connectors,
    drawable,
)
from tocmodel.diagram.lanes import Classification, classify
from tocmodel.diagram.model import Badge
from tocmodel.diagram.select import delivered_by, group_of_collapsed, selected_elements
from tocmodel.diagram.stages import NAMED, STAGES, stages
from tocmodel.diagram.steps import Steps
from tocmodel.diagram.view_frameworks import ViewFrameworks
from tocmodel.diagram.whole_connectors import members_or_itself, whole_connectors
from tocmodel.graph.passing import entry, exit_
from tocmodel.graph.passing import undescribed as nobody_described
from tocmodel.graph.wholes import members_of_any
from tocmodel.model import TheoryOfChange, View, With
from tocmodel.wording import say_number

_PLACE = {id_: place for place, id_ in enumerate(STAGES)}

NO_LANES = Classification({}, {})


@frozen(kw_only=True)
class Content:
    """The contents of a picture, before words are added.

    Attributes:
        shown: ids of the elements shown, including those in a collapsed group.
        stage: to the column of each.
        connectors: the connectors between boxes.
        inside: for a member of a collapsed group, that group.
        undescribed: ids of the included theories that nobody described and that have a box.
        wholes: the connectors that start or end at a whole.
        areas: for each included theory, how many areas it covers, in words.
        lanes: the lane of each.
        hues: to the stage whose colour each has, if that is not its column.
        badges: to the lines in each box before the usual badges.
        remark: the remark below the picture.
    """

    shown: tuple[str, ...]
    stage: Mapping[str, str]
    connectors: tuple[Connector, ...]
    inside: Mapping[str, str]
    undescribed: tuple[str, ...] = ()
    wholes: tuple[Connector, ...] = ()
    areas: Mapping[str, str] = {}
    lanes: Classification = NO_LANES
    hues: Mapping[str, str] | None = None
    badges: Mapping[str, tuple[Badge, ...]] = {}
    remark: str = ""


def content(theory: TheoryOfChange, view: View, view_frameworks: ViewFrameworks) -> Content:
    """Return the part of a theory that a view shows."""
    shown, stage = _selected(theory, view, view_frameworks)
    found = connectors(theory, shown)
    reached = list(_kept_by(theory, view, shown, found))
    for kept in reached:
        shown, found = _only(kept, shown, found)
    if view.hide_unlinked:
        shown, found = _only(_joined(theory, view, shown, found), shown, found)
    inside = group_of_collapsed(theory, view, shown)
    wholes = whole_connectors(theory, shown, inside)
    undescribed = tuple(
        id_
        for id_ in _undescribed(theory, view, shown, wholes)
        if all({id_, entry(id_), exit_(id_)} & kept for kept in reached)
    )
    drawn, not_drawn = drawable(collapse_groups(found, inside) if inside else found)
    return Content(
        shown=shown,
        stage={**stage, **dict.fromkeys(undescribed, _column_of_includes(stage, inside))},
        connectors=drawn,
        inside=inside,
        undescribed=undescribed,
        wholes=wholes,
        lanes=_lanes(theory, view, shown, view_frameworks),
        remark=_remark_on_paths(not_drawn),
    )


def _remark_on_paths(count: int) -> str:
    return say_number(count, "note-path", "note-paths") if count else ""


def _selected(
    theory: TheoryOfChange, view: View, view_frameworks: ViewFrameworks
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the elements that the keys of a view pick, and the column of each."""
    picked = shown = selected_elements(theory, view, view_frameworks)
    if view.where and view.with_:
        every = selected_elements(theory, evolve(view, where={}), view_frameworks)
        kept = frozenset((*picked, *_beside(theory, view.with_, picked, every)))
        shown = tuple(id_ for id_ in every if id_ in kept)
    stage = stages(theory, shown, view.columns)
    if view.columns:
        away = NAMED.difference(view.columns)
        shown = tuple(id_ for id_ in shown if stage[id_] not in away or id_ == view.focus)
    return shown, stage


def _beside(
    theory: TheoryOfChange, wanted: With, picked: Collection[str], every: tuple[str, ...]
) -> frozenset[str]:
    """Return what the picked elements lead to, what leads to them, or what is next to them."""
    steps = Steps.of(theory, every, connectors(theory, every))
    if wanted is With.EFFECTS:
        return steps.after(picked, None)
    if wanted is With.CAUSES:
        return steps.before(picked, None)
    return steps.after(picked, 1) | steps.before(picked, 1)


def _only(
    kept: Collection[str], shown: tuple[str, ...], found: tuple[Connector, ...]
) -> tuple[tuple[str, ...], tuple[Connector, ...]]:
    return (
        tuple(id_ for id_ in shown if id_ in kept),
        tuple(one for one in found if one.from_ in kept and one.to in kept),
    )


def linked_elements(theory: TheoryOfChange) -> frozenset[str]:
    """Return the elements that an arrow joins in a picture of a whole theory."""
    every = tuple(theory.elements)
    return _joined(theory, View(title=theory.title), every, connectors(theory, every))


def _joined(
    theory: TheoryOfChange, view: View, shown: Collection[str], found: Iterable[Connector]
) -> frozenset[str]:
    """Return the elements that an arrow joins, those in a whole that one joins, and the focus."""
    ends = [end for one in found for end in (one.from_, one.to)]
    wholes = whole_connectors(theory, shown, {})
    names = [end for one in wholes for end in (one.from_, one.to)]
    return frozenset((*ends, *names, view.focus)) | members_of_any(theory, names)


def _undescribed(
    theory: TheoryOfChange, view: View, shown: Collection[str], wholes: Iterable[Connector]
) -> Iterator[str]:
    """Yield the undescribed theories of a view: all, or those that what it picks is linked to."""
    picked = bool(view.focus or view.partner or view.where or view.columns)
    linked: set[str] = {view.focus}
    for one in wholes:
        if not members_or_itself(theory, one.to).isdisjoint(shown):
            linked.add(one.from_)
        if not members_or_itself(theory, one.from_).isdisjoint(shown):
            linked.add(one.to)
    for id_ in nobody_described(theory):
        if id_ in linked or not (picked or view.hide_unlinked):
            yield id_


def _column_of_includes(stage: Mapping[str, str], inside: Mapping[str, str]) -> str:
    """Return the column for theories that nobody described: that of the others' work."""
    used = {stage[id_] for id_ in inside} or set(stage.values())
    return (
        "interventions"
        if "interventions" in used or not used
        else min(used, key=_PLACE.__getitem__)
    )


def _kept_by(
    theory: TheoryOfChange, view: View, shown: tuple[str, ...], found: tuple[Connector, ...]
) -> Iterator[frozenset[str]]:
    """Yield the elements reached from the focus, and from the partner's interventions."""
    steps = Steps.of(theory, shown, found) if view.focus or view.partner else None
    if steps and view.focus:
        starts = steps.starting_at(view.focus)
        yield steps.after(starts, view.downstream) | steps.before(starts, view.upstream)
    if steps and view.partner:
        yield steps.after(delivered_by(theory, view), view.downstream)


def _lanes(
    theory: TheoryOfChange, view: View, shown: tuple[str, ...], view_frameworks: ViewFrameworks
) -> Classification:
    if not view.lanes:
        return NO_LANES
    sorting = view_frameworks.sorting(view, "lanes")
    if sorting is None:
        return classify(theory, str(view.lanes), shown)
    return classify_by_category(theory, sorting, shown, nearby=True)
