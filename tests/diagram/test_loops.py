"""The loops of a picture: circles, codes at the arrows that close them, and lines in the legend."""

from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.drawing import draw
from tocmodel.model import TheoryOfChange
from tocmodel.render.text import text
from tocmodel.render.voice import utterances

TRAP = TheoryOfChange(
    title="The rent trap",
    factors={
        "rents": {"title": "Rents"},
        "moves": {"title": "Moves"},
        "trust": {"title": "Trust"},
        "help": {"title": "Help"},
    },
    links=[
        "rents -> moves",
        {"from": "moves", "to": "trust", "effect": "decreases", "delay": "two years"},
        {"from": "trust", "to": "rents", "effect": "decreases", "feedback": True},
        {"from": "trust", "to": "help", "kind": "mutual", "effect_back": "decreases"},
    ],
    loops={"trap": {"title": "The rent trap", "through": ["moves", "trust", "rents"]}},
)
WORDS = [
    "The rent trap, reinforcing: Moves →\u00a0−\u00a0Trust →\u00a0−\u00a0Rents →\u00a0+\u00a0Moves",
    "Balancing: Trust →\u00a0+\u00a0Help →\u00a0−\u00a0Trust",
]


def picture(**keys: object) -> Diagram:
    return to_diagram(TRAP, show_loops=True, **keys)


def test_each_loop_is_a_circle_with_a_sign_on_every_arrow() -> None:
    assert [
        (loop.code, loop.heading, [(a.from_, a.effect, a.to, a.delay) for a in loop.arrows])
        for loop in picture().loops
    ] == [
        (
            "R1",
            "The rent trap, reinforcing",
            [
                ("rents", "increases", "moves", ""),
                ("moves", "decreases", "trust", "two years"),
                ("trust", "decreases", "rents", ""),
            ],
        ),
        (
            "B1",
            "balancing",
            [("trust", "increases", "help", ""), ("help", "decreases", "trust", "")],
        ),
    ]


def test_the_arrow_that_closes_a_loop_has_its_code() -> None:
    assert {arrow.id: arrow.label for arrow in picture().arrows if arrow.label} == {
        "moves--trust": "two years",
        "trust--rents": "R1",
        "trust--mutual--help": "B1",
    }


def test_the_arrow_that_closes_a_loop_says_so_once() -> None:
    drawing = draw(TRAP, show_loops=True)
    [closing] = [arrow for arrow in drawing.diagram.arrows if arrow.id == "trust--rents"]
    assert closing.description == "“Trust” feeds back and lowers “Rents”; closes loop R1."
    spoken = [
        group.title
        for group, utterance in zip(drawing.scene.groups, utterances(drawing.scene), strict=True)
        if not utterance.silent and "closes loop" in group.title
    ]
    assert sorted(spoken) == [
        "“Trust” feeds back and lowers “Rents”; closes loop R1.",
        "“Trust” raises, and is lowered by, “Help”; closes loop B1.",
    ]


def test_the_legend_has_each_loop_in_words_and_the_mark_of_a_delay() -> None:
    drawn = picture()
    lines = [entry for entry in drawn.legend if entry.sample.startswith(("loop:", "line:"))]
    first = "The rent trap, reinforcing: Rents → + Moves → − Trust → − Rents"
    assert [(entry.sample, entry.text.replace("\u00a0", " ")) for entry in lines] == [
        ("loop:R1", first),
        ("loop:B1", "Balancing: Trust → + Help → − Trust"),
        ("line:delay", "Takes time: two years"),
    ]
    assert f"Loops\n-----\n* R1: {first}\n" in text(drawn).replace("\u00a0", " ")


def test_a_loop_with_a_hidden_element_is_not_drawn() -> None:
    assert [loop.code for loop in picture(leave_out={"id": ["rents"]}).loops] == ["B1"]


def test_a_picture_without_loops_or_that_does_not_ask_for_them_has_none() -> None:
    assert to_diagram(TRAP).loops == ()
    theory = TheoryOfChange(title="T", factors={"a": {"title": "A"}})
    assert to_diagram(theory, show_loops=True) == to_diagram(theory)
