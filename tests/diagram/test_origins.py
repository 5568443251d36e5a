"""Unconfirmed claims look so in every picture, and are marked in words."""

from collections.abc import Callable
from typing import Any

import pytest
from small_theories import outcomes_linked, titled

from tocmodel.diagram import to_diagram
from tocmodel.diagram.connectors import collapse_groups, connectors
from tocmodel.diagram.model import Diagram
from tocmodel.drawing import draw_diagram
from tocmodel.model import TheoryOfChange, View
from tocmodel.render.dot import dot
from tocmodel.render.mermaid import mermaid
from tocmodel.render.text import text
from tocmodel.tables.value import value_matrix

AGREED = {"with": ["families"], "on": "2024-03"}


def link(ends: str, **more: Any) -> dict[str, Any]:
    cause, effect = ends.split()
    return {"from": cause, "to": effect, **more}


def guesses(theory: TheoryOfChange, shown: str) -> dict[str, str]:
    return {f"{line.from_} {line.to}": line.guess for line in connectors(theory, shown.split())}


@pytest.mark.parametrize(
    ("said", "guess"),
    [
        ({}, ""),
        ({"origin": "stated", "source": "plan"}, ""),
        ({"origin": "listed"}, ""),
        ({"origin": "inferred"}, "inferred"),
        ({"origin": "inferred", "agreed": AGREED}, ""),
        ({"origin": "drafted"}, "drafted"),
        ({"drafted_by": "an assistant"}, "drafted"),
        ({"origin": "drafted", "agreed": AGREED}, ""),
    ],
)
def test_a_line_is_a_guess_until_somebody_has_told_or_agreed_it(
    said: dict[str, Any], guess: str
) -> None:
    assert guesses(outcomes_linked(link("a b", **said)), "a b") == {"a b": guess}


def test_a_bridge_is_as_sure_as_the_weakest_link_of_its_best_way() -> None:
    inferred, drafted = {"origin": "inferred"}, {"origin": "drafted"}
    one_way = [link("a b", **inferred), link("b d", **drafted)]
    assert guesses(outcomes_linked(*one_way), "a d") == {"a d": "drafted"}
    another = [link("a e", **inferred), link("e d")]
    assert guesses(outcomes_linked(*one_way, *another), "a d") == {"a d": "inferred"}
    told = [link("a c"), link("c d")]
    assert guesses(outcomes_linked(*one_way, *another, *told), "a d") == {"a d": ""}


def test_both_halves_of_a_line_through_a_mechanism_are_guesses() -> None:
    theory = TheoryOfChange(
        title="T",
        outcomes=titled("a b"),
        mechanisms=titled("trust"),
        links=[link("a b", via=["trust"], origin="inferred")],
    )
    assert guesses(theory, "a b trust") == {"a trust": "inferred", "trust b": "inferred"}


def test_one_told_link_makes_the_line_of_a_group_no_guess_but_says_what_is() -> None:
    theory = TheoryOfChange(
        title="T",
        groups=titled("g"),
        interventions=titled("a b", group="g"),
        outcomes=titled("c"),
        links=[link("a c", origin="inferred"), link("b c")],
    )
    found = collapse_groups(connectors(theory, ["a", "b", "c"]), {"a": "g", "b": "g"})
    assert [line.guess for line in found] == [""]
    (arrow,) = to_diagram(theory, View(id="v", title="V", collapse=["g"])).arrows
    assert (arrow.guess, arrow.reasons) == ("", ("in part inferred, our reading",))


@pytest.fixture
def picture() -> Diagram:
    theory = TheoryOfChange(
        title="T",
        conditions={
            "rent": {"title": "Rents are high", "origin": "drafted"},
            "debt": {"title": "Debt", "origin": "inferred"},
            "cold": {"title": "Cold homes", "origin": "inferred", "agreed": AGREED},
        },
        outcomes={
            "calm": {"title": "Calm", "horizon": "short"},
            "ready": {"title": "Ready", "horizon": "long"},
        },
        assumptions={"come": {"title": "They come", "origin": "inferred"}},
        links=[
            link("rent debt", origin="drafted"),
            link("calm ready", origin="inferred", main=True, assumes=["come"]),
            link("debt ready", origin="inferred", effect="decreases"),
            link("cold ready", effect="decreases", because="of damp"),
        ],
    )
    return to_diagram(theory)


def test_boxes_of_guesses_say_so(picture: Diagram) -> None:
    assert {box.id: [badge.text for badge in box.badges] for box in picture.boxes} == {
        "rent": ["drafted by a program"],
        "debt": ["inferred"],
        "cold": [],
        "calm": [],
        "ready": ["assumes: They come (inferred)"],
    }


def test_the_legend_has_a_line_for_each_kind_of_guess(picture: Diagram) -> None:
    found = {entry.sample: entry.text for entry in picture.legend}
    assert {sample: text for sample, text in found.items() if "inferred" in sample} == {
        "arrow:main-inferred": "Main story, inferred",
        "arrow:inferred": "Leads to, inferred (our reading)",
    }
    assert found["arrow:drafted"] == "Leads to, drafted by a program, not yet confirmed"
    assert "arrow:causal" not in found
    assert "arrow:main" not in found
    assert "badge:inferred" not in found


def test_a_mark_in_a_box_is_explained_where_no_arrow_shows_it() -> None:
    theory = TheoryOfChange(title="T", conditions={"debt": {"title": "Debt", "origin": "inferred"}})
    samples = [(entry.sample, entry.text) for entry in to_diagram(theory).legend]
    assert ("badge:inferred", "Inferred (our reading)") in samples


def svg(picture: Diagram) -> str:
    return draw_diagram(picture).to_bytes("svg").decode()


SAID = "“Calm” leads to “Ready”; assuming that “They come”; inferred, our reading."
LEADS = "-> leads to Ready (assuming that “They come”; inferred, our reading)"
UNCONFIRMED = "rafted by a program, not yet confirmed"


@pytest.mark.parametrize(
    ("write", "inferred", "drafted"),
    [
        (text, LEADS, f"-> leads to Debt (d{UNCONFIRMED})"),
        (mermaid, 'n_calm ==>|"inferred"| n_ready', 'n_rent -->|"drafted"| n_debt'),
        (dot, f'arrowhead=onormal, tooltip="{SAID}"', "arrowhead=onormalobox"),
        (svg, SAID, f"Leads to, d{UNCONFIRMED}"),
    ],
    ids=["text", "mermaid", "dot", "svg"],
)
def test_every_writer_says_what_is_a_guess(
    picture: Diagram, write: Callable[[Diagram], str], inferred: str, drafted: str
) -> None:
    written = write(picture)
    assert inferred in written
    assert drafted in written


def test_dot_says_what_its_hollow_heads_are(picture: Diagram) -> None:
    assert (
        r'label="T\nhollow head: inferred, our reading\n'
        'hollow head with a square: drafted by a program, not yet confirmed"'
    ) in dot(picture)


def test_the_value_matrix_says_what_was_inferred() -> None:
    value = {"cycle": "applied", "status": "happened"}
    theory = TheoryOfChange(
        title="T",
        conditions={
            "time": {
                "title": "Time",
                "origin": "drafted",
                "classified_as": {"value-creation": ["applied"]},
            }
        },
        value_creation={
            "used": {"title": "It was used", "origin": "inferred", **value},
            "told": {"title": "It was told", **value},
        },
        risks={"haste": {"title": "Haste", "threatens": ["used"], "origin": "inferred"}},
    )
    cells = value_matrix(theory).by_place
    assert cells["applied", "happened"].texts == ("It was used (inferred)", "It was told")
    assert cells["applied", "conditions"].texts == ("Time (drafted)",)
    assert cells["applied", "risks"].texts == ("Haste (inferred)",)
