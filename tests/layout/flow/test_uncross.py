"""Orders of nodes with fewer crossings, and arrows that leave their bundles for them."""

from hypothesis import given
from hypothesis import strategies as st

from tocmodel.diagram.model import Arrow
from tocmodel.layout.flow.constraints import Node, Plan, Route, divided
from tocmodel.layout.flow.draft import Draft, make_draft
from tocmodel.layout.flow.reroute import reroute
from tocmodel.layout.flow.uncross import uncross
from tocmodel.layout.symbols.arrow_style import STROKES


def plan(slots: dict[int, str], *routes: str) -> Plan:
    """A plan of boxes and waypoints with names of one letter, and arrows along them."""
    return Plan(
        nodes=tuple(
            Node(key=key, slot=slot, size=20) for slot, keys in slots.items() for key in keys
        ),
        attractions=(),
        routes=tuple(
            Route(
                arrow=Arrow(id=f"{keys[0]}{keys[-1]}", from_=keys[0], to=keys[-1], kind="causal"),
                stroke=STROKES["causal"],
                keys=tuple(keys),
            )
            for keys in routes
        ),
        keys={},
        gaps=(),
    )


def rows(made: Plan) -> dict[int, list[Node]]:
    found: dict[int, list[Node]] = {}
    for node in made.nodes:
        found.setdefault(node.slot, []).append(node)
    return found


def order(draft: Draft) -> list[list[str]]:
    return [[node.key for node in row] for _, row in sorted(draft.slots.items())]


FORKED = plan({0: "a", 1: "wbcd", 2: "xyz"}, "awx", "awz", "bx", "by", "cy", "dy", "dz")


def test_an_arrow_leaves_its_bundle_where_the_bundle_would_cross_others() -> None:
    draft = make_draft(FORKED, rows(FORKED))
    assert draft.cost() == 4
    chain = next(chain for chain in draft.chains if chain.arrow == "az")
    assert reroute(draft, chain)
    assert order(draft) == [["a"], ["w", "b", "c", "d", "w part 1"], ["x", "y", "z"]]
    assert draft.cost() < 1


def test_an_arrow_stays_in_its_bundle_where_nothing_crosses_it() -> None:
    calm = plan({0: "a", 1: "wb", 2: "xyz"}, "awx", "awy", "bz")
    draft = make_draft(calm, rows(calm))
    assert [reroute(draft, chain) for chain in draft.chains] == [False, False]
    assert order(draft) == [["a"], ["w", "b"], ["x", "y", "z"]]


def test_the_waypoints_of_a_divided_bundle_are_as_large_as_its_own() -> None:
    found = divided(FORKED, {"az": ("w part 1",)})
    assert [route.keys for route in found.routes][:2] == [("a", "w", "x"), ("a", "w part 1", "z")]
    (part,) = (node for node in found.nodes if node.key == "w part 1")
    assert part == Node(key="w part 1", slot=1, size=20)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Three slots, with arrows from one to the next, and some past the middle one."""
    ends = [(first, last) for first in "abc" for last in "xyz"]
    past = draw(st.lists(st.sampled_from(ends), max_size=6, unique=True))
    near = [(first, last) for first in "mno" for last in "abcxyz"]
    short = draw(st.lists(st.sampled_from(near), max_size=8, unique=True))
    ways = dict.fromkeys(first.upper() for first, _ in past)
    routes = [f"{first}{first.upper()}{last}" for first, last in past]
    routes += [last + first if last in "abc" else first + last for first, last in short]
    return plan({0: "abc", 1: "mno" + "".join(ways), 2: "xyz"}, *routes)


@given(plans())
def test_a_search_keeps_every_node_and_never_ends_with_more_crossings(made: Plan) -> None:
    before = make_draft(made, rows(made))
    found = uncross(made, rows(made))
    assert found.cost() <= before.cost()
    boxes = [node.key for node in made.nodes if node.key.islower()]
    kept = [key for row in order(found) for key in row]
    assert sorted(key for key in kept if key in boxes) == sorted(boxes)
    assert sorted(set(kept) - set(boxes)) == sorted({k for c in found.chains for k in c.passed})
