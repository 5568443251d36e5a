"""The lines of arrows: straight through a slot, bending only in the gaps between."""

import itertools
from collections.abc import Sequence

from attrs import frozen

from tocmodel.layout.flow.constraints import Route
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.flow.ports import Ports, Router, extent, find_heights
from tocmodel.layout.flow.tracks import Tracks, Turn
from tocmodel.layout.scene import PathCommand, Point
from tocmodel.layout.symbols.arrow_style import at_start, line_end

Step = tuple[str, Point, tuple[Point, ...]]
"""A step of a path: its letter, its end and its handles, along and across the reading direction."""

_ROUND = 7.0
"""How round the corners of an arrow are where another one turns beside it."""


@frozen
class ArrowLine:
    """The line of an arrow on the page.

    Attributes:
        commands: the line, as far as the head.
        tip: where the head ends.
        unit: the direction of the line there.
        start, start_unit: the same for the other end, if there is a head there too.
    """

    commands: tuple[PathCommand, ...]
    tip: Point
    unit: Point
    start: Point
    start_unit: Point


def make_line(
    router: Router,
    index: int,
    route: Route,
    ports: Ports,
    tracks: Tracks,
) -> ArrowLine:
    """Return the line of a route on the page."""
    if router.is_stacked(route):
        points, direction = _stacked(router, route)
    elif router.is_side(route):
        points = _beside(router, index, route, ports, tracks.turns[index, 0])
        direction = -1.0
    else:
        forward = router.slots.of[route.arrow.to] > router.slots.of[route.arrow.from_]
        direction = 1.0 if forward else -1.0
        heights = find_heights(router, index, route, ports)
        turns = [tracks.turns.get((index, leg)) for leg in range(len(heights) - 1)]
        points = _across(router, route, heights, turns)
    along = not router.is_stacked(route)
    unit = (direction, 0.0) if along != router.frame.down else (0.0, direction)
    tip = points.pop()
    start = points[0][1]
    back = direction if router.is_side(route) and along else -direction
    if route.stroke.tail:
        off = back * line_end(at_start(route.stroke))
        points[0] = ("M", (start[0] - off, start[1]) if along else (start[0], start[1] - off), ())
    commands = tuple(_command(router.frame, point) for point in points)
    start_unit = (back, 0.0) if along != router.frame.down else (0.0, back)
    frame = router.frame
    return ArrowLine(commands, frame.at(*tip[1]), unit, frame.at(*start), start_unit)


def _command(frame: Frame, step: Step) -> PathCommand:
    letter, point, handles = step
    flat = [number for spot in (*handles, point) for number in frame.at(*spot)]
    return letter, tuple(flat)


def _stacked(router: Router, route: Route) -> tuple[list[Step], float]:
    """Straight from the foot of one box to the head of the next, or the other way."""
    one, other = extent(router, route.arrow.from_), extent(router, route.arrow.to)
    middle = (one[0] + one[1]) / 2
    way_on = 1.0 if one[3] <= other[2] else -1.0
    start, end = (one[3], other[2]) if way_on > 0 else (one[2], other[3])
    stop = end - way_on * line_end(route.stroke)
    return [
        ("M", (middle, start), ()),
        ("L", (middle, stop), ()),
        ("L", (middle, end), ()),
    ], way_on


def _beside(router: Router, index: int, route: Route, ports: Ports, turn: Turn) -> list[Step]:
    """Out into the gap after the slot and back into the same slot."""
    slot = router.slots.of[route.arrow.from_]
    edge = router.frame.slots[slot][1]
    first, last = ports[index, True], ports[index, False]
    if route.arrow.from_ == route.arrow.to:
        first, last = first - 6, first + 6
    start, end = extent(router, route.arrow.from_)[1], extent(router, route.arrow.to)[1]
    track = edge + turn.share * router.frame.gaps[slot]
    stop = end + line_end(route.stroke)
    steps: list[Step] = [("M", (start, first), ())]
    _turn(steps, (start, first), (stop, last), track, _ROUND)
    return [*steps, ("L", (end, last), ())]


def _across(
    router: Router, route: Route, heights: Sequence[float], turns: Sequence[Turn | None]
) -> list[Step]:
    """From slot to slot: a bend in each gap, straight through each slot between."""
    slot, last_slot = router.slots.of[route.arrow.from_], router.slots.of[route.arrow.to]
    direction = 1 if last_slot > slot else -1
    leaves, enters = (1, 0) if direction > 0 else (0, 1)
    at = extent(router, route.arrow.from_)[leaves]
    end = extent(router, route.arrow.to)[enters]
    steps: list[Step] = [("M", (at, heights[0]), ())]
    for turn, (before, height) in zip(turns, itertools.pairwise(heights), strict=True):
        gap = min(slot, slot + direction)
        at = _straight(steps, at, router.frame.slots[slot][leaves], before)
        slot += direction
        goal = router.frame.slots[slot][enters]
        ends_here = slot == last_slot and abs(end - goal) < line_end(route.stroke)
        stop = end - direction * line_end(route.stroke) if ends_here else goal
        if turn is None:
            steps.append(("L", (stop, height), ()))
        else:
            track = router.frame.slots[gap][1] + turn.share * router.frame.gaps[gap]
            reach = router.frame.gaps[gap] if turn.alone else _ROUND
            _turn(steps, (at, before), (stop, height), track, reach)
        at = stop
    _straight(steps, at, end - direction * line_end(route.stroke), heights[-1])
    return [*steps, ("L", (end, heights[-1]), ())]


def _turn(steps: list[Step], start: Point, end: Point, track: float, reach: float) -> None:
    """Go along a track from one height to another, with corners as round as ``reach``."""
    (at, before), (stop, after) = start, end
    way = 1.0 if track >= at else -1.0
    on = 1.0 if stop >= track else -1.0
    enter = track - way * min(abs(track - at), reach)
    leave = track + on * min(abs(stop - track), reach)
    _straight(steps, at, enter, before)
    down = 1.0 if after > before else -1.0
    if abs(after - before) <= 2 * reach:
        steps.append(("C", (leave, after), ((track, before), (track, after))))
    else:
        first, last = before + down * reach, after - down * reach
        steps.append(("C", (track, first), ((track, before), (track, before))))
        steps.append(("L", (track, last), ()))
        steps.append(("C", (leave, after), ((track, after), (track, after))))
    _straight(steps, leave, stop, after)


def _straight(steps: list[Step], at: float, to: float, across: float) -> float:
    if abs(at - to) > 0.05:
        steps.append(("L", (to, across), ()))
    return to
