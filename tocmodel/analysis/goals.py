"""What a theory aims at."""

from tocmodel.model import Horizon, Outcome, TheoryOfChange


def is_wanted(outcome: Outcome) -> bool:
    """Say whether an outcome is aimed at: neither unwanted nor a side effect."""
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

    A theory that says nothing of the long term has aims all the same.
    """
    return goals(theory) or tuple(
        outcome.id
        for outcome in theory.outcomes.values()
        if is_wanted(outcome)
        and not any(link.to in theory.outcomes for link in theory.links_from(outcome.id))
    )
