"""Small theories for tests about links, and a strategy for them."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tocmodel.model import TheoryOfChange

steady = settings(deadline=None)
"""For properties: how long an example takes depends on the machine."""

few = settings(
    deadline=None,
    max_examples=min(25, settings.default.max_examples // 4),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""For properties of whole theories, which take long to make up."""


def titled(ids: str | Iterable[str], **more: Any) -> dict[str, dict[str, Any]]:
    """Entries for ids, each with a title made of its id: ``titled("a b")``."""
    names = ids.split() if isinstance(ids, str) else ids
    return {id_: {"title": f"The {id_}", **more} for id_ in names}


def outcomes_linked(*links: Any, count: str = "a b c d e") -> TheoryOfChange:
    """A theory of outcomes, and the links given."""
    return TheoryOfChange(title="Example", outcomes=titled(count), links=links)


def webs(most: int = 7, *, loops: bool = True) -> st.SearchStrategy[TheoryOfChange]:
    """Outcomes with few or many links, so that paths part and meet again.

    Without ``loops`` every link points from an earlier outcome to a later one. With them some also
    point back, or from an outcome to itself.
    """
    return _ordered_webs(most, loops=loops).map(lambda found: found[0])


@st.composite
def journeys(
    draw: st.DrawFn, *, loops: bool = True
) -> tuple[TheoryOfChange, tuple[str, ...], tuple[str, ...]]:
    """A web, some of its outcomes to start from and some to end at, most of them further on."""
    theory, order = draw(_ordered_webs(loops=loops))
    middle = len(order) // 2
    return theory, draw(_some(order[: middle + 1])), draw(_some(order[middle:]) | _some(order))


@st.composite
def _ordered_webs(
    draw: st.DrawFn, most: int = 7, *, loops: bool = True
) -> tuple[TheoryOfChange, list[str]]:
    """A web and the ids of its outcomes, causes first but for the links that point back."""
    size = draw(st.integers(1, most))
    order = [f"o{place}" for place in draw(st.permutations(range(size)))]
    linked = st.integers(0, draw(st.sampled_from([1, 2, 3]))).map(lambda number: number == 0)
    pairs = [pair for pair in combinations(order, 2) if draw(linked)]
    if loops:
        anything = st.sampled_from(order)
        pairs += draw(st.lists(st.tuples(anything, anything), max_size=4))
    effects = st.sampled_from(["increases", "decreases", "changes", "unknown"])
    links = [
        {"from": cause, "to": effect, "effect": draw(effects), "feedback": draw(st.booleans())}
        for cause, effect in draw(st.permutations(list(dict.fromkeys(pairs))))
    ]
    outcomes = titled(f"o{place}" for place in range(size))
    return TheoryOfChange(title="A web", outcomes=outcomes, links=links), order


def _some(ids: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True).map(tuple)
