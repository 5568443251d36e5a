"""Circuits in the order of the theory, and the bound of the work for them."""

from contextlib import suppress

import pytest
from small_theories import outcomes_linked

from tocmodel.graph import causal_graph
from tocmodel.graph.circuits import WorkLimit, WorkLimitError, circuits

PLENTY = 1000


def found(*links: str, count: str = "a b c d e", longest: int = 9, work: int = PLENTY) -> list[str]:
    """The circuits that are given until the work is done, each as one word."""
    graph = causal_graph(outcomes_linked(*links, count=count))
    words: list[str] = []
    with suppress(WorkLimitError):
        words.extend("".join(ids) for ids in circuits(graph, longest, WorkLimit(work)))
    return words


def test_as_many_links_are_looked_at_as_are_allowed() -> None:
    limit = WorkLimit(4)
    limit.take()
    limit.take(3)
    limit.take(0)
    with pytest.raises(WorkLimitError):
        limit.take()
    with pytest.raises(WorkLimitError):
        WorkLimit(4).take(5)


def test_a_circuit_begins_with_the_element_that_the_theory_has_first() -> None:
    assert found("a -> b -> c -> a", "b -> b", count="c b a") == ["b", "cab"]
    assert found("a -> b -> c -> a", "b -> b", count="a b c") == ["b", "abc"]


def test_circuits_longer_than_asked_are_left_out() -> None:
    links = ("a -> b -> a", "b -> c -> a", "c -> c")
    assert [found(*links, longest=longest) for longest in range(4)] == [
        [],
        ["c"],
        ["c", "ab"],
        ["c", "ab", "abc"],
    ]


@pytest.mark.parametrize(("work", "expected"), [(3, []), (5, []), (6, ["abc"]), (7, ["abc"])])
def test_the_search_ends_where_the_work_is_done(work: int, expected: list[str]) -> None:
    # Three links of the component, and each of them once more on the way round.
    assert found("a -> b -> c -> a", work=work) == expected
