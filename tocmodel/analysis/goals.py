"""What a theory aims at."""

from tocmodel.graph.passing import passing_graph, within_wholes
from tocmodel.graph.reach import upstream
from tocmodel.graph.wholes import part_of
from tocmodel.model import Horizon, Outcome, TheoryOfChange


def is_wanted(outcome: Outcome) -> bool:
    """Whether an outcome is aimed at: neither unwanted nor a side effect."""
    return not outcome.unintended and outcome.valence.value == "wanted"


def goals(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the ids of the goals: the wanted outcomes of the long term, and impacts.

    >>> outcomes = {"fed": {"title": "Fed"}, "learn": {"title": "Learn", "horizon": "long"}}
    >>> goals(TheoryOfChange(title="Breakfast", outcomes=outcomes))
    ('learn',)
    """
    far = (Horizon.LONG, Horizon.IMPACT)
    return tuple(
        outcome.id
        for outcome in theory.outcomes.values()
        if outcome.horizon in far and is_wanted(outcome)
    )


def aims(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the ids of the goals, or of the wanted outcomes that lead to no further outcome.

    A theory without long-term outcomes still has aims.
    """
    far = goals(theory)
    if far:
        return far
    further = _leading_further(theory)
    return tuple(
        id_ for id_, outcome in theory.outcomes.items() if is_wanted(outcome) and id_ not in further
    )


def _leading_further(theory: TheoryOfChange) -> frozenset[str]:
    """Return the outcomes that lead to another one, or are part of another one."""
    graph = passing_graph(theory)
    inside = within_wholes(graph)
    holding = upstream(inside, theory.outcomes)
    before = dict.fromkeys(cause for cause, effect in graph.edges if effect in holding)
    return frozenset((*upstream(inside, before), *part_of(theory)))
