"""Orders of nodes with fewer crossings, and arrows that leave their bundles for them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tocmodel.diagram.model import Arrow
from tocmodel.layout.flow.constraints import Node, Plan, Route, divided
from tocmodel.layout.flow.draft import Draft, make_draft
from tocmodel.layout.flow.mix import mixed
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


def bordered() -> Draft:
    """Two lanes in two slots; the first has two frames, and the second a numbered pair."""
    slots = {}
    for slot in (0, 1):
        keys = [f"lane 0 of {slot}", "a"]
        for name in "pq":
            path = f"lane 0/lane 0 cluster {name} of {slot}"
            keys += [f"start {path}", f"{name}1", f"{name}2", f"end {path}"]
        keys += [f"lane 1 of {slot}", "b", "c", "d", f"lane 2 of {slot}"]
        slots[slot] = [Node(key=key, slot=slot, size=10) for key in keys]
    return Draft(slots=slots, chains=[], ranked=frozenset({("b", "d")}))


def shape(row: list[str]) -> str:
    """A slot in letters, with lines between lanes, and brackets around frames."""
    borders = {"lane": "|", "start": "(", "end": ")"}
    return "".join(borders.get(key.partition(" ")[0], key[0]) for key in row)


def test_a_mixed_order_keeps_lanes_frames_and_numbered_boxes() -> None:
    mixtures = [mixed(bordered(), number, {}) for number in range(40)]
    found = [[shape(row) for row in order(draft)] for draft in mixtures]
    for one, other in found:
        for text in (one, other):
            assert re.fullmatch(r"\|(a|\(pp\)|\(qq\)){3}\|(cbd|bcd|bdc)\|", text)
            assert sorted(text) == sorted("|a(pp)(qq)|bcd|")
        assert (one.index("p") < one.index("q")) == (other.index("p") < other.index("q"))
    assert {one.replace("a", "")[1:9] for one, _ in found} == {"(pp)(qq)", "(qq)(pp)"}


def test_a_mixed_order_keeps_the_order_of_ranked_frames() -> None:
    ranked = [mixed(bordered(), number, {"p": 2, "q": 1}) for number in range(10)]
    assert {shape(row).index("q") < shape(row).index("p") for d in ranked for row in order(d)} == {
        True
    }


def test_one_number_gives_one_mixed_order() -> None:
    assert order(mixed(bordered(), 7, {})) == order(mixed(bordered(), 7, {}))
