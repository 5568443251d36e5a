"""The connectors between boxes: which relations to draw, and how to merge and bridge them.

A connector points in reading direction, from needs and means to change: from a condition to the
intervention that addresses it, from an asset to the intervention that uses it. A link explained by
a mechanism that has a box is drawn through it. Where two boxes are connected only through one
hidden element, a *bridged* connector keeps the connection; a *distant* one, through several, is
followed but never drawn.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from tocmodel.graph import Edge, edges
from tocmodel.model import Effect, Link, TheoryOfChange
from tocmodel.wording import guess_of

_REVERSED = frozenset({"addresses", "uses"})
_LEADING = frozenset(
    {"causal", "mutual", "threatens", "addresses", "uses", "delivers", "provides", "creates"}
)
"""The kinds of connector that mean that one thing leads to another."""

_BRIDGING = _LEADING - {"addresses"}
"""The kinds of connector that may be joined: a need does not lead to the results of meeting it."""

THROUGH_HIDDEN = frozenset({"bridged", "distant"})
"""The kinds of connector that stand for paths through hidden elements: through one, or several."""

_NOT_DRAWN = frozenset({"explains", "benefits", "part_of", "reframes"})
"""A link is drawn through its mechanism, or a badge names the mechanism; connectors to partners and
spaces would run back across everything."""

_WEIGHING = frozenset({"supports", "contradicts", "concerns"})
"""Evidence on a link is shown on the link: a connector to its effect would claim too much."""


@frozen(kw_only=True)
class Connector:
    """One connector between two boxes, and the links that it represents.

    ``guess`` is ``inferred`` or ``drafted`` where all the links behind it are. ``from_whole`` and
    ``to_whole`` are true where all of these links name a whole at that end, and no member of it.
    ``effect_back`` is the effect of a mutual link on the first box.
    """

    from_: str
    to: str
    kind: str
    effect: Effect = Effect.INCREASES
    effect_back: Effect | None = None
    feedback: bool = False
    main: bool = False
    guess: str = ""
    links: tuple[Link, ...] = ()
    from_whole: bool = False
    to_whole: bool = False


def connectors(theory: TheoryOfChange, shown: Collection[str]) -> tuple[Connector, ...]:
    """Return the connectors between shown elements, in the order of the theory.

    Bridged and distant ones come last, so that what leads to what can be followed; ``drawable``
    returns those that a picture draws.
    """
    boxes = dict.fromkeys(shown)
    every = [connector for edge in edges(theory) for connector in drawn_edge(edge, boxes)]
    direct = [
        connector for connector in every if connector.from_ in boxes and connector.to in boxes
    ]
    return merge_parallel((*direct, *_bridges(every, boxes)))


def drawn_edge(edge: Edge, boxes: Collection[str]) -> Iterator[Connector]:
    """Yield the connectors for an edge: two where it is drawn through its mechanism."""
    if edge.kind in _NOT_DRAWN or (edge.kind in _WEIGHING and edge.about):
        return
    if edge.kind not in ("causal", "associated", "threatens"):
        ends = (edge.to, edge.from_) if edge.kind in _REVERSED else (edge.from_, edge.to)
        yield Connector(from_=ends[0], to=ends[1], kind=edge.kind)
        return
    connector = Connector(from_=edge.from_, to=edge.to, kind=edge.kind)
    if edge.link is None:  # a risk that threatens an element, without a link
        yield evolve(connector, effect=Effect.DECREASES)
        return
    link = edge.link
    connector = evolve(
        connector,
        effect=link.effect,
        feedback=link.feedback,
        main=link.main,
        guess=guess_of(link),
        links=(link,),
    )
    through = [id_ for id_ in link.via if id_ in boxes]
    if link.is_mutual and not through and edge.from_ in boxes and edge.to in boxes:
        if not edge.is_way_back:
            yield evolve(connector, kind="mutual", effect_back=link.way_back.effect)
        return
    if not through:
        yield connector
    for id_ in through:
        yield evolve(connector, to=id_, effect=Effect.INCREASES, links=())
        yield evolve(connector, from_=id_, kind="causal")


def merge_parallel(found: Iterable[Connector]) -> tuple[Connector, ...]:
    """Return one connector for all those of a kind between the same two boxes.

    It shows what they agree on: where their effects differ, its effect is unknown. If one of them
    is not a guess, neither is the connector. None goes through what is hidden where another leads
    straight from the one box to the other.
    """
    groups: dict[tuple[str, str, str], list[Connector]] = {}
    for connector in found:
        groups.setdefault((connector.from_, connector.to, connector.kind), []).append(connector)
    led = {(from_, to) for from_, to, kind in groups if kind in _LEADING}
    return tuple(
        _one(group)
        for (from_, to, kind), group in groups.items()
        if kind not in THROUGH_HIDDEN or (from_, to) not in led
    )


def _one(group: list[Connector]) -> Connector:
    if len(group) == 1:
        return group[0]
    effects = {connector.effect for connector in group}
    backs = {connector.effect_back for connector in group}
    links = [link for connector in group for link in connector.links]
    return evolve(
        group[0],
        effect=effects.pop() if len(effects) == 1 else Effect.UNKNOWN,
        effect_back=backs.pop() if len(backs) == 1 else Effect.UNKNOWN,
        feedback=all(connector.feedback for connector in group),
        main=any(connector.main for connector in group),
        guess=_best_guess(connector.guess for connector in group),
        from_whole=all(connector.from_whole for connector in group),
        to_whole=all(connector.to_whole for connector in group),
        links=tuple(dict.fromkeys(links)),
    )


_GUESSES = ("", "inferred", "drafted")
"""From stated to unconfirmed."""


def _best_guess(guesses: Iterable[str]) -> str:
    """Return the guess of several connectors between the same boxes: the best counts.

    >>> _best_guess(["drafted", "inferred"]), _best_guess(["inferred", ""])
    ('inferred', '')
    """
    return min(guesses, key=_GUESSES.index)


def drawable(found: Iterable[Connector]) -> tuple[tuple[Connector, ...], int]:
    """Return the connectors that a picture draws, and how many paths it only counts.

    Bridges are drawn where they do not more than double the arrows: there are at most as many as
    other connectors. Counted is each pair of boxes with a path from the first to the second through
    hidden elements only, and no arrow that leads from the first to the second.
    """
    every = tuple(found)
    direct = tuple(one for one in every if one.kind not in THROUGH_HIDDEN)
    bridges = tuple(one for one in every if one.kind == "bridged")
    drawn = (*direct, *bridges) if len(bridges) <= len(direct) else direct
    joined = {(one.from_, one.to) for one in drawn if one.kind in (*_LEADING, "bridged")}
    hidden = {(one.from_, one.to) for one in every if one.kind in THROUGH_HIDDEN}
    return drawn, len(hidden - joined)


def _bridges(every: list[Connector], boxes: Collection[str]) -> Iterator[Connector]:
    """Yield a connector for each two shown elements with paths between through hidden ones only."""
    after: dict[str, list[Connector]] = {}
    for connector in every:
        if connector.kind in _BRIDGING and not (connector.from_ in boxes and connector.to in boxes):
            after.setdefault(connector.from_, []).append(connector)
    for start in boxes:
        near = _through_one(start, after, boxes)
        yield from near.values()
        for id_, feedback in _through_any(start, after, boxes).items():
            if id_ not in near or (near[id_].feedback and not feedback):
                yield Connector(from_=start, to=id_, kind="distant", feedback=feedback)


def _through_one(
    start: str, after: Mapping[str, list[Connector]], boxes: Collection[str]
) -> dict[str, Connector]:
    """Return the bridges from a shown element: what all paths through one hidden one agree on."""
    paths: dict[str, list[tuple[Connector, Connector]]] = {}
    for first in after.get(start, ()):
        for second in after.get(first.to, ()):
            if second.to in boxes and second.to != start:
                paths.setdefault(second.to, []).append((first, second))
    return {id_: _bridge(start, id_, found) for id_, found in paths.items()}


def _bridge(start: str, end: str, paths: Iterable[tuple[Connector, Connector]]) -> Connector:
    effects = {_combined_effect(first.effect, second.effect) for first, second in paths}
    return Connector(
        from_=start,
        to=end,
        kind="bridged",
        effect=effects.pop() if len(effects) == 1 else Effect.UNKNOWN,
        feedback=all(first.feedback or second.feedback for first, second in paths),
        guess=_best_guess(
            max(first.guess, second.guess, key=_GUESSES.index) for first, second in paths
        ),
    )


def _through_any(
    start: str, after: Mapping[str, list[Connector]], boxes: Collection[str]
) -> dict[str, bool]:
    """Return the shown elements reached through hidden ones, and whether every path leads back."""
    found: dict[str, bool] = {}
    seen = {(start, False)}
    left = [(start, False)]
    while left:
        id_, feedback = left.pop()
        for connector in after.get(id_, ()):
            step = (connector.to, feedback or connector.feedback)
            if connector.to in boxes:
                if connector.to != start:
                    found[connector.to] = step[1] and found.get(connector.to, True)
            elif step not in seen:
                seen.add(step)
                left.append(step)
    return found


def _combined_effect(first: Effect, second: Effect) -> Effect:
    """Return the combined effect of two links in sequence.

    >>> _combined_effect(Effect.DECREASES, Effect.DECREASES).value
    'increases'
    >>> _combined_effect(Effect.CHANGES, Effect.INCREASES).value
    'unknown'
    """
    if not {first, second} <= {Effect.INCREASES, Effect.DECREASES}:
        return Effect.UNKNOWN
    return Effect.INCREASES if first is second else Effect.DECREASES


def collapse_groups(found: Iterable[Connector], boxes: Mapping[str, str]) -> tuple[Connector, ...]:
    """Return the connectors with the members of collapsed groups replaced by their group's box.

    Args:
        found: the connectors between elements.
        boxes: for each member of a collapsed group, the id of the group.
    """
    moved = tuple(
        evolve(
            connector,
            from_=boxes.get(connector.from_, connector.from_),
            to=boxes.get(connector.to, connector.to),
        )
        for connector in found
    )
    kept = merge_parallel(connector for connector in moved if connector.from_ != connector.to)
    stated = {(connector.from_, connector.to) for connector in kept if connector.kind in _LEADING}
    return tuple(
        connector
        for connector in kept
        if connector.kind not in THROUGH_HIDDEN or (connector.from_, connector.to) not in stated
    )
