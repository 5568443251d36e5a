"""What a view shows and where, before it has words: all of a theory, or a part of it."""

from collections.abc import Iterator, Mapping

from tocmodel.diagram.categories import category_classes
from tocmodel.diagram.classing import Classes, classes
from tocmodel.diagram.lines import Line, collapsed, followed, led_to, lines
from tocmodel.diagram.packs import Packs
from tocmodel.diagram.parts import Badge
from tocmodel.diagram.selecting import collapsing, delivered_by, selected
from tocmodel.diagram.stages import NAMED, stages
from tocmodel.model import TheoryOfChange, View
from tocmodel.values import frozen

NO_LANES = Classes({}, {})


@frozen(kw_only=True)
class Content:
    """What is shown, before it has words.

    Attributes:
        shown: ids of the elements shown, those within a collapsed group too.
        stage: to the column of each.
        lines: the lines between boxes.
        inside: for a member of a collapsed group, that group.
        lanes: the lane of each.
        hues: to the stage whose colour each has, where that is not its column.
        badges: to what is said in each box before the usual badges.
        remark: what is to be said below the picture.
    """

    shown: tuple[str, ...]
    stage: Mapping[str, str]
    lines: tuple[Line, ...]
    inside: Mapping[str, str]
    lanes: Classes = NO_LANES
    hues: Mapping[str, str] | None = None
    badges: Mapping[str, tuple[Badge, ...]] = {}
    remark: str = ""


def content(theory: TheoryOfChange, view: View, packs: Packs) -> Content:
    """Return what a view shows of a theory."""
    shown = selected(theory, view, packs)
    stage = stages(theory, shown, view.columns)
    if view.columns:
        away = NAMED.difference(view.columns)
        shown = tuple(id_ for id_ in shown if stage[id_] not in away or id_ == view.focus)
    found = lines(theory, shown)
    for kept in _kept_by(theory, view, found):
        shown = tuple(id_ for id_ in shown if id_ in kept)
        found = tuple(line for line in found if line.from_ in kept and line.to in kept)
    inside = collapsing(theory, view, shown)
    return Content(
        shown=shown,
        stage=stage,
        lines=collapsed(found, inside) if inside else found,
        inside=inside,
        lanes=_lanes(theory, view, shown, packs),
    )


def _kept_by(
    theory: TheoryOfChange, view: View, found: tuple[Line, ...]
) -> Iterator[frozenset[str]]:
    """Give what is reached from the focus, and what the partner delivers and that leads to."""
    if view.focus:
        yield followed(found, view.focus, view.upstream, view.downstream)
    if view.partner:
        yield led_to(found, delivered_by(theory, view), view.downstream)


def _lanes(theory: TheoryOfChange, view: View, shown: tuple[str, ...], packs: Packs) -> Classes:
    if not view.lanes:
        return NO_LANES
    sorting = packs.sorting(view, "lanes")
    if sorting is None:
        return classes(theory, str(view.lanes), shown)
    return category_classes(theory, sorting, shown, nearby=True)
