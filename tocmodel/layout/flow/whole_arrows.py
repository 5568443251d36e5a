"""Arrows from frame to frame: they leave and reach edges, and bend only where no box is.

The engine does not know these arrows. Between frames in different slots they run through the gaps,
and through free room in each slot between. Between frames above each other they run straight where
nothing is in the way, and otherwise beside the boxes, in a gap.
"""

from collections.abc import Mapping, Sequence

from attrs import frozen

from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.flow.labels import IN_GAP
from tocmodel.layout.flow.line_marks import MarkedLine, middle_of
from tocmodel.layout.flow.lines import ArrowLine, Step
from tocmodel.layout.flow.order import spans
from tocmodel.layout.flow.ports import Router, extent
from tocmodel.layout.scene import Extent, PathCommand, Point
from tocmodel.layout.symbols.arrow_style import line_end, stroke_of
from tocmodel.layout.symbols.arrow_words import label_lines

_APART = 11.0
"""Between two arrows at one edge."""
_CORNER = 12.0
"""The least distance of an arrow from the corner of a frame."""
_CLEAR = 6.0
"""The least distance of an arrow from a box that it passes."""


@frozen(kw_only=True)
class Area:
    """A box or a frame: its extents, and the first and the last slot that it spans."""

    along: Extent
    across: Extent
    first: int
    last: int

    @property
    def middle(self) -> float:
        """The middle across the reading direction."""
        return sum(self.across) / 2

    def nearest(self, wish: float) -> float:
        """Return the place at an edge that is nearest to a wish, away from the corners."""
        corner = min(_CORNER, (self.across[1] - self.across[0]) / 2)
        return min(max(wish, self.across[0] + corner), self.across[1] - corner)


def find_areas(diagram: Diagram, router: Router) -> dict[str, Area]:
    """Return the areas of all boxes and frames, by id."""
    found: dict[str, Area] = {}
    for group, (first, last) in spans(router.plan.nodes).items():
        _, is_frame, id_ = group[-1].partition(" cluster ")
        if is_frame and group in router.frame.clusters and id_ not in found:
            along, across = router.frame.clusters[group]
            found[id_] = Area(along=along, across=across, first=first, last=last)
    for box in diagram.boxes:
        start, end, top, bottom = extent(router, box.id)
        slot = router.slots.of[box.id]
        found[box.id] = Area(along=(start, end), across=(top, bottom), first=slot, last=slot)
    return found


def whole_lines(diagram: Diagram, router: Router) -> tuple[MarkedLine, ...]:
    """Return the arrows that start or end at a frame, with their lines."""
    frames = {cluster.id for cluster in diagram.clusters}
    arrows = [item for item in diagram.arrows if not frames.isdisjoint((item.from_, item.to))]
    if not arrows:
        return ()
    areas = find_areas(diagram, router)
    shifts = _shifts(arrows, areas)
    return tuple(
        _marked(router, arrow, _Way(router, areas, arrow, shift).steps())
        for arrow, shift in zip(arrows, shifts, strict=True)
        if arrow.from_ in areas and arrow.to in areas
    )


def _shifts(arrows: Sequence[Arrow], areas: Mapping[str, Area]) -> list[float]:
    """Keep arrows at one edge apart, in the order of their other ends."""
    at_edge: dict[str, list[int]] = {}
    for place, arrow in enumerate(arrows):
        for end, other in ((arrow.from_, arrow.to), (arrow.to, arrow.from_)):
            if end in areas and other in areas:
                at_edge.setdefault(end, []).append(place)
    shifts = [0.0] * len(arrows)
    for end, places in at_edge.items():
        others = [arrows[p].to if arrows[p].from_ == end else arrows[p].from_ for p in places]
        order = sorted(zip(places, others, strict=True), key=lambda pair: areas[pair[1]].middle)
        for number, (place, _) in enumerate(order):
            shift = (number - (len(order) - 1) / 2) * _APART
            shifts[place] = shift if abs(shift) > abs(shifts[place]) else shifts[place]
    return shifts


@frozen
class _Way:
    """The way of one arrow."""

    router: Router
    areas: Mapping[str, Area]
    arrow: Arrow
    shift: float

    @property
    def start(self) -> Area:
        return self.areas[self.arrow.from_]

    @property
    def end(self) -> Area:
        return self.areas[self.arrow.to]

    @property
    def short(self) -> float:
        """How far before its tip the line stops."""
        return line_end(stroke_of(self.arrow))

    def steps(self) -> tuple[list[Step], Point]:
        """Return the path, with its tip as the last step, and the direction at the tip."""
        if self.end.first > self.start.last:
            return self._through_slots(1)
        if self.end.last < self.start.first:
            return self._through_slots(-1)
        straight = self._straight()
        return straight or self._in_gap()

    def _through_slots(self, way: int) -> tuple[list[Step], Point]:
        frame, leaves, enters = self.router.frame, *((1, 0) if way > 0 else (0, 1))
        slot = self.start.last if way > 0 else self.start.first
        goal = self.end.first if way > 0 else self.end.last
        height = self.start.nearest(self.end.middle + self.shift)
        at = self.start.along[leaves]
        steps: list[Step] = [("M", (at, height), ())]
        tip = self.end.nearest(height + (self.shift if goal == slot + way else 0.0))
        for passed in range(slot + way, goal, way):
            before, after = frame.slots[passed][enters], frame.slots[passed][leaves]
            free = self._free(passed, height + (tip - height) / (abs(goal - passed) + 1))
            steps.append(_bend((at, height), (before, free)))
            steps.append(("L", (after, free), ()))
            at, height = after, free
        edge = self.end.along[enters]
        steps.append(_bend((at, height), (edge - way * self.short, tip)))
        steps.append(("L", (edge, tip), ()))
        return steps, (float(way), 0.0)

    def _free(self, slot: int, wish: float) -> float:
        """Return the room in a slot, between its boxes, that is nearest to a wish."""
        taken = sorted(
            (area.across[0] - _CLEAR, area.across[1] + _CLEAR)
            for id_, area in self.areas.items()
            if id_ in self.router.slots.of and area.first == slot
        )
        places = [wish, *(edge for room in taken for edge in room)]
        free = [at for at in places if not any(low < at < high for low, high in taken)]
        return min(free, key=lambda at: (abs(at - wish), at))

    def _sign(self) -> float:
        return 1.0 if self.start.middle <= self.end.middle else -1.0

    def _facing(self) -> tuple[float, float]:
        """Return the edges of both areas that face each other, across."""
        down = self._sign() > 0
        return self.start.across[1 if down else 0], self.end.across[0 if down else 1]

    def _straight(self) -> tuple[list[Step], Point] | None:
        """Return a straight line within a slot that both span, where nothing is between them."""
        (leave, reach), sign = self._facing(), self._sign()
        low, high = sorted((leave, reach))
        for slot in range(max(self.start.first, self.end.first), self.start.last + 1):
            if slot > self.end.last:
                break
            between = (
                area
                for id_, area in self.areas.items()
                if area.first <= slot <= area.last and id_ not in (self.arrow.from_, self.arrow.to)
            )
            if any(area.across[0] < high and low < area.across[1] for area in between):
                continue
            at = sum(self.router.frame.slots[slot]) / 2 + self.shift
            stop = reach - sign * self.short
            return [("M", (at, leave), ()), ("L", (at, stop), ()), ("L", (at, reach), ())], (
                0.0,
                sign,
            )
        return None

    def _in_gap(self) -> tuple[list[Step], Point]:
        """Return a line in the gap after the last slot that both span: no box is there."""
        frame, sign = self.router.frame, self._sign()
        slot = min(self.start.last, self.end.last)
        edge = frame.slots[slot][1]
        room = frame.gaps[slot] or 2 * _CLEAR
        at = edge + room / 2 + self.shift
        leave, reach = self._facing()
        inside, ends_inside = self.start.last > slot, self.end.last > slot
        turn = min(18.0, abs(reach - leave) / 2 + 6)
        first = leave if inside else self.start.nearest(leave)
        last = reach if ends_inside else self.end.nearest(reach)
        steps: list[Step] = [("M", (at if inside else self.start.along[1], first), ())]
        if not inside:
            below = first + sign * turn
            steps.append(("C", (at, below), ((at, first), (at, first))))
        if ends_inside:
            steps.append(("L", (at, reach - sign * self.short), ()))
            return [*steps, ("L", (at, reach), ())], (0.0, sign)
        tip = self.end.along[1]
        steps.append(("L", (at, last - sign * turn), ()))
        steps.append(("C", (tip + self.short, last), ((at, last), (at, last))))
        return [*steps, ("L", (tip, last), ())], (-1.0, 0.0)


def _bend(start: Point, end: Point) -> Step:
    if abs(start[1] - end[1]) < 0.05:
        return "L", end, ()
    middle = (start[0] + end[0]) / 2
    return "C", end, ((middle, start[1]), (middle, end[1]))


def _marked(router: Router, arrow: Arrow, way: tuple[list[Step], Point]) -> MarkedLine:
    steps, unit = way
    frame = router.frame
    commands = tuple(_command(frame, step) for step in steps[:-1])
    if frame.down:
        unit = (unit[1], unit[0])
    start = commands[0][1][0], commands[0][1][1]
    line = ArrowLine(commands, frame.at(*steps[-1][1]), unit, start, _backwards(start, commands))
    return MarkedLine(
        arrow=arrow,
        stroke=stroke_of(arrow),
        line=line,
        words=label_lines(arrow, IN_GAP, router.sheet),
        wish=middle_of(commands),
    )


def _backwards(start: Point, commands: Sequence[PathCommand]) -> Point:
    """Return the direction in which a line comes to its start from what follows."""
    numbers = commands[1][1]
    x, y = start[0] - numbers[0], start[1] - numbers[1]
    if abs(x) >= abs(y):
        return (1.0 if x > 0 else -1.0), 0.0
    return 0.0, (1.0 if y > 0 else -1.0)


def _command(frame: Frame, step: Step) -> PathCommand:
    letter, point, handles = step
    return letter, tuple(number for spot in (*handles, point) for number in frame.at(*spot))
