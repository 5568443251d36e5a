"""In which column an element stands.

What is known about an element decides: its section, an outcome's horizon, a value's cycle. Two
things need a rule.

*Outcomes without a horizon* have columns of their own, whose heading says that no time is stated:
before, between or after the horizons, so that arrows lead on where they can, and as few as will do.
Where no outcome at all has a horizon the columns count the steps of the chain.

*What bears on something else*: an assumption stands with the cause of the link that rests on it,
a risk one column before what it threatens, an indicator with what it measures and evidence with
what it supports.
"""

from collections.abc import Collection, Mapping

from tocmodel.analysis import depths, strong_components
from tocmodel.diagram.parts import Column
from tocmodel.graph import Graph, edges, forward_graph
from tocmodel.model import Cycle, Horizon, TheoryOfChange

_HORIZONS = tuple(str(horizon) for horizon in Horizon)
_SLOTS = (*(f"untimed-before-{horizon}" for horizon in _HORIZONS), "untimed-after-impact")
"""The columns of outcomes without a horizon, before each horizon and after the last."""

_UNTIMED = "Outcomes, time not stated"
_STEPS = 4
FARTHEST = 9
"""What lies further back than this from what is explained stands in one column with it."""

CYCLES = tuple(str(cycle) for cycle in Cycle)

STAGES: Mapping[str, str] = {
    "partners": "Partners",
    "context": "Context and causes",
    "assets": "Assets and inputs",
    "interventions": "Interventions",
    "outputs": "Outputs",
    "mechanisms": "Mechanisms",
    "spaces": "Learning spaces",
    "value": "Value",
    **{cycle.value: f"{cycle.word.capitalize()} value" for cycle in Cycle},
    "stories": "Stories",
    "untimed-before-short": _UNTIMED,
    "short": "Short-term outcomes",
    "untimed-before-medium": _UNTIMED,
    "medium": "Medium-term outcomes",
    "untimed-before-long": _UNTIMED,
    "long": "Long-term outcomes",
    "outcomes": "Outcomes",
    **{f"outcomes-{step}": f"Outcomes, step {step}" for step in range(1, _STEPS + 1)},
    "untimed-before-impact": _UNTIMED,
    "impact": "Impact",
    "untimed-after-impact": _UNTIMED,
    "back-9": "Nine steps back or more",
    "back-8": "Eight steps back",
    "back-7": "Seven steps back",
    "back-6": "Six steps back",
    "back-5": "Five steps back",
    "back-4": "Four steps back",
    "back-3": "Three steps back",
    "back-2": "Two steps back",
    "back-1": "One step back",
    "back-0": "What is explained",
    "assumptions": "Assumptions",
    "risks": "Risks",
    "indicators": "Indicators",
    "evidence": "Evidence",
}
"""Every column there may be, with its heading, in reading order."""

UNORDERED = frozenset(
    (
        *("partners", "spaces", "stories", "assumptions", "risks", "indicators", "evidence"),
        *("enabling", "strategic", "orienting"),
        *(id_ for id_ in STAGES if id_.startswith("back-")),
    )
)
"""The columns whose place means nothing, or is said by their heading: these have no number."""

NAMED = frozenset(
    ("context", "assets", "interventions", "outputs", "mechanisms", "value", *CYCLES, *_HORIZONS)
)
"""The columns that a view may ask for by name; asking for some leaves out the others of these."""

_COLUMNS: Mapping[str, str] = {
    "partners": "partners",
    "conditions": "context",
    "assets": "assets",
    "inputs": "assets",
    "interventions": "interventions",
    "outputs": "outputs",
    "mechanisms": "mechanisms",
    "spaces": "spaces",
    "stories": "stories",
}
"""The sections whose elements all stand in one column."""

_BEARING = ("assumes", "threatens", "measures", "supports", "contradicts", "concerns")


def stages(
    theory: TheoryOfChange, shown: Collection[str], wanted: Collection[str] = ()
) -> dict[str, str]:
    """Return the column of each shown element.

    Args:
        theory: the theory.
        shown: ids of the elements to place.
        wanted: ids of the columns that are asked for; naming a cycle parts value by cycle.
    """
    by_cycle = bool(set(wanted) & set(CYCLES)) or (
        "value" not in wanted and not any(id_ in theory.outcomes for id_ in shown)
    )
    horizons = _horizons(theory, shown)
    placed: dict[str, str] = {}
    for id_ in shown:
        section = theory.section_of(id_)
        if section in _COLUMNS:
            placed[id_] = _COLUMNS[section]
        elif section == "outcomes":
            placed[id_] = horizons[id_]
        elif section == "value_creation":
            placed[id_] = str(theory.value_creation[id_].cycle) if by_cycle else "value"
    _place_what_bears(theory, shown, placed)
    return placed


def columns(used: Collection[str], wanted: Collection[str] = ()) -> tuple[Column, ...]:
    """Return the columns in use, in the order asked for or else in reading order.

    Cycles stand among themselves in the order in which value builds, however they are asked for.

    >>> [column.id for column in columns({"applied", "immediate"}, ["applied", "immediate"])]
    ['immediate', 'applied']
    >>> [column.title for column in columns({"impact", "context"})]
    ['Context and causes', 'Impact']
    """
    order = list(dict.fromkeys(wanted))
    for slot, horizon in zip(_SLOTS, _HORIZONS, strict=False):
        if horizon in order:
            order.insert(order.index(horizon), slot)
    order += [id_ for id_ in STAGES if id_ not in order]
    cycles = iter([id_ for id_ in CYCLES if id_ in order])
    reading = (next(cycles) if id_ in CYCLES else id_ for id_ in order)
    return tuple(
        Column(id=id_, title=STAGES[id_], ordered=id_ not in UNORDERED)
        for id_ in reading
        if id_ in used
    )


def _place_what_bears(
    theory: TheoryOfChange, shown: Collection[str], placed: dict[str, str]
) -> None:
    order = [column.id for column in columns(set(placed.values()))]
    beside: dict[str, str] = {}
    wanted = set(shown)
    for edge in edges(theory):
        if edge.from_ not in wanted or edge.from_ in placed or edge.from_ in beside:
            continue
        near = edge.about[0] if edge.kind == "assumes" and edge.about else edge.to
        if near in placed and edge.kind in _BEARING:
            column = placed[near]
            if edge.kind == "threatens":
                column = order[max(order.index(column) - 1, 0)]
            beside[edge.from_] = column
    for id_ in shown:
        if id_ not in placed:
            placed[id_] = beside.get(id_, theory.section_of(id_))


def _horizons(theory: TheoryOfChange, shown: Collection[str]) -> dict[str, str]:
    """Return the column of each outcome that is shown."""
    outcomes = theory.outcomes
    if not any(outcome.horizon for outcome in outcomes.values()):
        return _steps(theory, forward_graph(theory)) if outcomes else {}
    found = {id_: str(outcomes[id_].horizon) for id_ in shown if id_ in outcomes}
    untimed = [id_ for id_ in found if not outcomes[id_].horizon]
    return {**found, **_untimed(theory, untimed)} if untimed else found


def _steps(theory: TheoryOfChange, graph: Graph) -> dict[str, str]:
    steps = depths(graph, counted=theory.outcomes.keys())
    if not any(steps[id_] for id_ in theory.outcomes):
        return dict.fromkeys(theory.outcomes, "outcomes")
    return {id_: f"outcomes-{min(steps[id_] + 1, _STEPS)}" for id_ in theory.outcomes}


def _untimed(theory: TheoryOfChange, ids: Collection[str]) -> dict[str, str]:
    """Return a column for each outcome without a horizon: the fewest from which arrows lead on."""
    first, last = _neighbours(theory)
    ranges = {id_: (first.get(id_, 0), last.get(id_, len(_HORIZONS))) for id_ in ids}
    slots: list[int] = []
    placed: dict[str, str] = {}
    for id_, (low, high) in sorted(ranges.items(), key=lambda item: -item[1][0]):
        slot = next((slot for slot in slots if low <= slot <= high), low)
        if slot not in slots:
            slots.append(slot)
        placed[id_] = _SLOTS[slot]
    return placed


def _neighbours(theory: TheoryOfChange) -> tuple[dict[str, int], dict[str, int]]:
    """Return the first and the last slot in which each element stands between its neighbours.

    The first comes after the latest horizon that leads to it, the last before the earliest that it
    leads to; one that links say nothing of is left out.
    """
    graph = forward_graph(theory)
    stated = {
        id_: _HORIZONS.index(str(outcome.horizon))
        for id_, outcome in theory.outcomes.items()
        if outcome.horizon
    }
    effects_first = [id_ for component in strong_components(graph) for id_ in component]
    last: dict[str, int] = {}
    for id_ in effects_first:
        ahead = [stated.get(item, last.get(item)) for item in graph.successors[id_]]
        if numbers := [number for number in ahead if number is not None]:
            last[id_] = min(numbers)
    first: dict[str, int] = {}
    for id_ in reversed(effects_first):
        behind = [
            stated[item] + 1 if item in stated else first.get(item)
            for item in graph.predecessors[id_]
        ]
        if numbers := [number for number in behind if number is not None]:
            first[id_] = max(numbers)
    return first, last
