"""Small theories for tests about links, and a strategy for them."""

from collections.abc import Iterable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tocmodel.model import TheoryOfChange

steady = settings(deadline=None)
"""For properties: how long an example takes depends on the machine."""

few = settings(
    deadline=None,
    max_examples=25,
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


@st.composite
def webs(draw: st.DrawFn, most: int = 7) -> TheoryOfChange:
    """Outcomes linked anyhow, loops and links of an outcome to itself included."""
    size = draw(st.integers(1, most))
    number = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(number, number), max_size=2 * size, unique=True))
    effects = st.sampled_from(["increases", "decreases", "changes", "unknown"])
    links = [
        {"from": f"o{a}", "to": f"o{b}", "effect": draw(effects), "feedback": draw(st.booleans())}
        for a, b in pairs
    ]
    return TheoryOfChange(
        title="A web", outcomes=titled(f"o{place}" for place in range(size)), links=links
    )
