"""The column of each element.

The facts about an element decide: its section, an outcome's horizon, a value's cycle. Two cases
need a rule.

*Outcomes without a horizon* have separate columns before, between or after the horizons, headed
"time not stated". There are as few as possible while arrows still lead on wherever they can. If no
outcome has a horizon, the columns count the steps of the chain.

*Elements that bear on others*: an assumption goes with the cause of the link that rests on it, a
risk one column before the element it threatens, an indicator with the element it measures and
evidence with the element it supports.
"""

from collections.abc import Collection, Mapping

from tocmodel.diagram.model import Column
from tocmodel.graph import Graph, edges
from tocmodel.graph.depth import depths
from tocmodel.graph.passing import forward_graph_between_wholes
from tocmodel.model import Cycle, Horizon, TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES

_HORIZONS = tuple(str(horizon) for horizon in Horizon)
_SLOTS = (*(f"untimed-before-{horizon}" for horizon in _HORIZONS), "untimed-after-impact")
"""The columns of outcomes without a horizon, before each horizon and after the last."""

_UNTIMED = "Outcomes, time not stated"
_STEPS = 4
FARTHEST = 9
"""Causes further back than this from the element explained share one column."""

CYCLES = tuple(str(cycle) for cycle in Cycle)

STAGES: Mapping[str, str] = {
    "partners": SECTION_NAMES["partners"].heading,
    "context": "Context and causes",
    "factors": SECTION_NAMES["factors"].heading,
    "assets": "Assets and inputs",
    "interventions": SECTION_NAMES["interventions"].heading,
    "outputs": SECTION_NAMES["outputs"].heading,
    "mechanisms": SECTION_NAMES["mechanisms"].heading,
    "spaces": SECTION_NAMES["spaces"].heading,
    "value": "Value",
    **{cycle.value: f"{cycle.word.capitalize()} value" for cycle in Cycle},
    "stories": SECTION_NAMES["stories"].heading,
    "untimed-before-short": _UNTIMED,
    "short": "Short-term outcomes",
    "untimed-before-medium": _UNTIMED,
    "medium": "Medium-term outcomes",
    "untimed-before-long": _UNTIMED,
    "long": "Long-term outcomes",
    "outcomes": SECTION_NAMES["outcomes"].heading,
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
    "assumptions": SECTION_NAMES["assumptions"].heading,
    "risks": SECTION_NAMES["risks"].heading,
    "indicators": SECTION_NAMES["indicators"].heading,
    "evidence": SECTION_NAMES["evidence"].heading,
}
"""Every possible column, with its heading, in reading order."""

UNORDERED = frozenset(
    (
        *(
            "partners",
            "factors",
            "spaces",
            "stories",
            "assumptions",
            "risks",
            "indicators",
            "evidence",
        ),
        *("enabling", "strategic", "orienting"),
        *(id_ for id_ in STAGES if id_.startswith("back-")),
    )
)
"""The columns without a number: their order does not matter, or the heading gives it."""

NAMED = frozenset(
    (
        "context",
        "factors",
        "assets",
        "interventions",
        "outputs",
        "mechanisms",
        "value",
        *CYCLES,
        *_HORIZONS,
    )
)
"""The columns that a view may name; naming some leaves out the others of these."""

_COLUMNS: Mapping[str, str] = {
    "partners": "partners",
    "conditions": "context",
    "factors": "factors",
    "assets": "assets",
    "inputs": "assets",
    "interventions": "interventions",
    "outputs": "outputs",
    "mechanisms": "mechanisms",
    "spaces": "spaces",
    "stories": "stories",
}
"""The sections whose elements are all in one column."""

_BEARING = ("assumes", "threatens", "measures", "supports", "contradicts", "concerns")


def stages(
    theory: TheoryOfChange, shown: Collection[str], wanted: Collection[str] = ()
) -> dict[str, str]:
    """Return the column of each shown element.

    Args:
        theory: the theory.
        shown: ids of the elements to place.
        wanted: ids of the columns requested; naming a cycle divides value by cycle.
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
    """Return the columns in use, in the requested order or otherwise in reading order.

    Cycles are always in the order in which value builds, whatever order is requested.

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
    """Return the column of each shown outcome."""
    outcomes = theory.outcomes
    if not any(outcome.horizon for outcome in outcomes.values()):
        return _steps(theory, forward_graph_between_wholes(theory)) if outcomes else {}
    found = {id_: str(outcomes[id_].horizon) for id_ in shown if id_ in outcomes}
    untimed = [id_ for id_ in found if not outcomes[id_].horizon]
    return {**found, **_untimed(theory, untimed)} if untimed else found


def _steps(theory: TheoryOfChange, graph: Graph) -> dict[str, str]:
    steps = depths(graph, counted=theory.outcomes.keys())
    if not any(steps[id_] for id_ in theory.outcomes):
        return dict.fromkeys(theory.outcomes, "outcomes")
    return {id_: f"outcomes-{min(steps[id_] + 1, _STEPS)}" for id_ in theory.outcomes}


def _untimed(theory: TheoryOfChange, ids: Collection[str]) -> dict[str, str]:
    """Return a column for each outcome without a horizon: the fewest that let arrows lead on."""
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
    """Return the first and the last slot that each element may have between its neighbours.

    The first comes after the latest horizon that leads to it, the last before the earliest that it
    leads to; an element without such links is left out.
    """
    graph = forward_graph_between_wholes(theory)
    stated = {
        id_: _HORIZONS.index(str(outcome.horizon))
        for id_, outcome in theory.outcomes.items()
        if outcome.horizon
    }
    effects_first = [id_ for component in graph.components for id_ in component]
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
