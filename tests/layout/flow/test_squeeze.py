"""Pictures that are squeezed into the height of a sheet."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tocmodel.layout.flow.constraints import Node
from tocmodel.layout.flow.squeeze import squeezed


def column(slot: int, *sizes: int) -> list[Node]:
    return [Node(key=f"{slot} {place}", slot=slot, size=size) for place, size in enumerate(sizes)]


def test_what_is_in_the_way_of_another_node_moves_with_it() -> None:
    nodes = column(0, 10, 10, 10)
    centres = {"0 0": 5.0, "0 1": 15.0, "0 2": 95.0}
    assert squeezed(nodes, centres, 40) == {"0 0": 5.0, "0 1": 15.0, "0 2": 35.0}
    assert squeezed(nodes, {"0 0": 5.0, "0 1": 85.0, "0 2": 95.0}, 40) == {
        "0 0": 65.0,
        "0 1": 85.0,
        "0 2": 95.0,
    }


def test_a_border_stays_one_straight_line_across_its_slots() -> None:
    nodes = [
        Node(key="one", slot=0, size=40),
        Node(key="lane 1 of 0", slot=0, size=10),
        Node(key="two", slot=1, size=10),
        Node(key="lane 1 of 1", slot=1, size=10),
        Node(key="three", slot=1, size=30),
    ]
    centres = {
        "one": 20.0,
        "lane 1 of 0": 65.0,
        "two": 5.0,
        "lane 1 of 1": 65.0,
        "three": 145.0,
    }
    assert squeezed(nodes, centres, 80) == {
        "one": 40.0,
        "lane 1 of 0": 65.0,
        "two": 25.0,
        "lane 1 of 1": 65.0,
        "three": 85.0,
    }
    assert squeezed(nodes, centres, 79) is None


@st.composite
def columns(draw: st.DrawFn) -> tuple[list[Node], dict[str, float]]:
    """Columns of nodes with some room between them."""
    nodes: list[Node] = []
    centres = {}
    for slot in range(draw(st.integers(1, 3))):
        at = 0.0
        for node in column(slot, *draw(st.lists(st.integers(2, 40), min_size=1, max_size=5))):
            at += draw(st.integers(0, 60)) + node.size / 2
            nodes.append(node)
            centres[node.key] = at
            at += node.size / 2
    return nodes, centres


@given(columns(), st.integers(40, 200))
def test_nodes_keep_their_order_and_distance_within_the_height(
    drawn: tuple[list[Node], dict[str, float]], height: int
) -> None:
    nodes, centres = drawn
    found = squeezed(nodes, centres, height)
    fullest = max(sum(n.size for n in nodes if n.slot == slot) for slot in {n.slot for n in nodes})
    assert (found is None) == (fullest > height)
    if found is not None:
        starts = [found[node.key] - node.size / 2 for node in nodes]
        ends = [found[node.key] + node.size / 2 for node in nodes]
        assert max(ends) - min(starts) <= height + 0.02
        for one, other in pairwise(nodes):
            if one.slot == other.slot:
                assert found[other.key] - found[one.key] >= (one.size + other.size) / 2 - 0.02
