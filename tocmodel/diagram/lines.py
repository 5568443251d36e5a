"""The lines between boxes: which relations are drawn, and how they are merged and bridged.

A line points the way a reader follows it, from need and means to change: from a condition to the
intervention that addresses it, from an asset to the intervention that uses it. A link explained
by a mechanism that has a box is drawn through it. Where two boxes are connected only through
elements that are not shown, a *bridged* line keeps the connection.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve

from tocmodel.graph import Edge, edges
from tocmodel.model import Effect, Link, TheoryOfChange
from tocmodel.values import frozen
from tocmodel.wording import guess_of

_REVERSED = frozenset({"addresses", "uses"})
_LEADING = frozenset(
    {"causal", "threatens", "addresses", "uses", "delivers", "provides", "creates"}
)
"""The kinds of line along which something leads to something else."""

_BRIDGING = _LEADING - {"addresses"}
"""The kinds of line that may be joined: a need does not lead to what comes of meeting it."""

_NOT_DRAWN = frozenset({"explains", "benefits", "reframes"})
"""A mechanism of a link is drawn through or named in a badge; lines to partners and to spaces would
run back across everything."""

_WEIGHING = frozenset({"supports", "contradicts", "concerns"})
"""Evidence on a link is said on the link's own line: one to its effect would claim too much."""


@frozen(kw_only=True)
class Line:
    """One line between two boxes, and the links that it stands for.

    ``guess`` is ``inferred`` or ``drafted`` where all the links behind it are.
    """

    from_: str
    to: str
    kind: str
    effect: Effect = Effect.INCREASES
    feedback: bool = False
    main: bool = False
    guess: str = ""
    links: tuple[Link, ...] = ()


def lines(theory: TheoryOfChange, shown: Collection[str]) -> tuple[Line, ...]:
    """Return the lines between the shown elements, in the order of the theory, bridges last."""
    boxes = dict.fromkeys(shown)
    every = [line for edge in edges(theory) for line in _drawn(edge, boxes)]
    direct = [line for line in every if line.from_ in boxes and line.to in boxes]
    taken = {(line.from_, line.to) for line in direct if line.kind in _LEADING}
    bridges = (line for line in _bridges(every, boxes) if (line.from_, line.to) not in taken)
    return merged((*direct, *bridges))


def _drawn(edge: Edge, boxes: Collection[str]) -> Iterator[Line]:
    if edge.kind in _NOT_DRAWN or (edge.kind in _WEIGHING and edge.about):
        return
    if edge.kind not in ("causal", "threatens"):
        ends = (edge.to, edge.from_) if edge.kind in _REVERSED else (edge.from_, edge.to)
        yield Line(from_=ends[0], to=ends[1], kind=edge.kind)
        return
    line = Line(from_=edge.from_, to=edge.to, kind=edge.kind)
    if edge.link is None:  # a risk that threatens an element, without a link
        yield evolve(line, effect=Effect.DECREASES)
        return
    link = edge.link
    line = evolve(
        line,
        effect=link.effect,
        feedback=link.feedback,
        main=link.main,
        guess=guess_of(link),
        links=(link,),
    )
    through = [id_ for id_ in link.via if id_ in boxes]
    if not through:
        yield line
    for id_ in through:
        yield evolve(line, to=id_, effect=Effect.INCREASES, links=())
        yield evolve(line, from_=id_, kind="causal")


def merged(found: Iterable[Line]) -> tuple[Line, ...]:
    """Return one line for all of a kind between the same two boxes.

    The line says what all agree on: where their effects differ its effect is unknown. Where one
    of them was told, the line is no guess.
    """
    groups: dict[tuple[str, str, str], list[Line]] = {}
    for line in found:
        groups.setdefault((line.from_, line.to, line.kind), []).append(line)
    return tuple(_one(group) for group in groups.values())


def _one(group: list[Line]) -> Line:
    if len(group) == 1:
        return group[0]
    effects = {line.effect for line in group}
    links = [link for line in group for link in line.links]
    return evolve(
        group[0],
        effect=effects.pop() if len(effects) == 1 else Effect.UNKNOWN,
        feedback=all(line.feedback for line in group),
        main=any(line.main for line in group),
        guess=_shared(line.guess for line in group),
        links=tuple(link for place, link in enumerate(links) if link not in links[:place]),
    )


_GUESSES = ("", "inferred", "drafted")
"""From what was told to what nobody has confirmed."""


def _shared(guesses: Iterable[str]) -> str:
    """Return what is true of several lines between the same boxes: the best of them counts.

    >>> _shared(["drafted", "inferred"]), _shared(["inferred", ""])
    ('inferred', '')
    """
    return min(guesses, key=_GUESSES.index)


def _bridges(every: list[Line], boxes: Collection[str]) -> Iterator[Line]:
    """Give a line for each way from a shown element to another through hidden ones only."""
    after: dict[str, list[Line]] = {}
    for line in every:
        if line.kind in _BRIDGING and not (line.from_ in boxes and line.to in boxes):
            after.setdefault(line.from_, []).append(line)
    for start in boxes:
        for id_, ways in _ways(start, after, boxes).items():
            effects = {effect for effect, _, _ in ways}
            yield Line(
                from_=start,
                to=id_,
                kind="bridged",
                effect=effects.pop() if len(effects) == 1 else Effect.UNKNOWN,
                feedback=all(feedback for _, feedback, _ in ways),
                guess=_shared(guess for _, _, guess in ways),
            )


_Way = tuple[Effect, bool, str]
"""What a path does to its end, whether it leads back, and the weakest guess on it."""


def _ways(
    start: str, after: Mapping[str, list[Line]], boxes: Collection[str]
) -> dict[str, set[_Way]]:
    found: dict[str, set[_Way]] = {}
    left: list[tuple[str, _Way]] = [(start, (Effect.INCREASES, False, ""))]
    seen: dict[str, set[_Way]] = {}
    while left:
        id_, (effect, feedback, guess) = left.pop()
        for line in after.get(id_, ()):
            weaker = max(guess, line.guess, key=_GUESSES.index)
            way = (_along(effect, line.effect), feedback or line.feedback, weaker)
            if line.to in boxes:
                if line.to != start:
                    found.setdefault(line.to, set()).add(way)
            elif way not in seen.setdefault(line.to, set()):
                seen[line.to].add(way)
                left.append((line.to, way))
    return found


def _along(first: Effect, second: Effect) -> Effect:
    """Return the effect of two links one after the other.

    >>> _along(Effect.DECREASES, Effect.DECREASES).value
    'increases'
    >>> _along(Effect.CHANGES, Effect.INCREASES).value
    'unknown'
    """
    if not {first, second} <= {Effect.INCREASES, Effect.DECREASES}:
        return Effect.UNKNOWN
    return Effect.INCREASES if first is second else Effect.DECREASES


def collapsed(found: Iterable[Line], boxes: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the lines with the members of collapsed groups replaced by their group's box.

    Args:
        found: the lines between elements.
        boxes: for each member of a collapsed group, the id of the group.
    """
    moved = tuple(
        evolve(line, from_=boxes.get(line.from_, line.from_), to=boxes.get(line.to, line.to))
        for line in found
    )
    kept = merged(line for line in moved if line.from_ != line.to)
    stated = {(line.from_, line.to) for line in kept if line.kind in _LEADING}
    return tuple(
        line for line in kept if line.kind != "bridged" or (line.from_, line.to) not in stated
    )


def followed(
    found: Iterable[Line], focus: str, upstream: int | None, downstream: int | None
) -> frozenset[str]:
    """Return what can be reached from the focus along lines, feedback left out, either way."""
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for line in found:
        if not line.feedback:
            after.setdefault(line.from_, []).append(line.to)
            before.setdefault(line.to, []).append(line.from_)
    return _within(after, {focus}, downstream) | _within(before, {focus}, upstream)


def led_to(found: Iterable[Line], starts: Iterable[str], steps: int | None) -> frozenset[str]:
    """Return some elements and what can be reached from them along lines, feedback left out."""
    after: dict[str, list[str]] = {}
    for line in found:
        if not line.feedback:
            after.setdefault(line.from_, []).append(line.to)
    return _within(after, set(starts), steps)


def _within(
    neighbours: Mapping[str, list[str]], starts: set[str], steps: int | None
) -> frozenset[str]:
    found = starts
    frontier = found
    while frontier and (steps is None or steps > 0):
        frontier = {item for id_ in frontier for item in neighbours.get(id_, ())} - found
        found = found | frontier
        steps = None if steps is None else steps - 1
    return frozenset(found)
