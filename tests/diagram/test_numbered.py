"""Numbers instead of words: a key has every word that a number replaces, once."""

from attrs import evolve
from diagrams import club, with_clusters
from geometry import faults
from picture_measures import area_of, line_of

from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Badge
from tocmodel.diagram.numbered import with_numbers
from tocmodel.layout import Text, layout
from tocmodel.model import TheoryOfChange, View


def test_an_arrow_has_a_number_if_it_has_a_reason_that_its_head_does_not_show() -> None:
    reasons = {
        "calm--fed": ("because mornings are calm",),
        "fed--learn": ("inferred, our reading",),
    }
    arrows = tuple(
        evolve(
            arrow,
            reasons=reasons.get(arrow.id, ()),
            guess="inferred" if arrow.id == "fed--learn" else "",
            description=f"{arrow.id}.",
        )
        for arrow in club().arrows
    )
    shown = with_numbers(evolve(club(), arrows=arrows, numbered=True))
    assert [(arrow.id, arrow.number) for arrow in shown.arrows if arrow.number] == [
        ("calm--fed", 1)
    ]
    assert [(entry.number, entry.text) for entry in shown.key] == [(1, "calm--fed.")]
    assert with_numbers(evolve(club(), arrows=arrows)).key == ()


def test_folded_badges_with_the_same_words_share_a_number_and_bars_stay() -> None:
    risk, bar = Badge(kind="risk", text="Risk: rents"), Badge(kind="indicator", text="1", share=0.5)
    boxes = tuple(evolve(box, badges=(risk, bar)) for box in club().boxes)
    shown = with_numbers(evolve(club(), boxes=boxes, badges_as="numbers"))
    assert {box.badges for box in shown.boxes} == {(evolve(risk, text="1", folded=True), bar)}
    assert [(entry.number, entry.text) for entry in shown.key] == [(1, "Risk: rents")]
    assert all(box.description.endswith("Risk: rents. 1.") for box in shown.boxes)


def test_a_picture_with_numbers_has_no_fault_and_all_of_its_key() -> None:
    arrows = tuple(
        evolve(arrow, reasons=("because",), description=f"Reason of {arrow.id}.")
        for arrow in club().arrows
    )
    for diagram in (club(), with_clusters(club())):
        scene = layout(evolve(diagram, arrows=arrows, numbered=True, badges_as="numbers"))
        words = " ".join(i.text for g in scene.find("key") for i in g.items if isinstance(i, Text))
        assert faults(scene) == []
        assert all(arrow.id in words for arrow in arrows)


def test_a_key_without_room_is_on_a_page_of_its_own() -> None:
    arrows = tuple(
        evolve(arrow, reasons=("because",), description="All of it, in many words. " * 200)
        for arrow in club().arrows
    )
    scene = layout(evolve(club(), arrows=arrows, numbered=True))
    (page,) = scene.more
    assert (scene.page, scene.find("key")) == ("A4", ())
    assert len(page.find("key")) == len(arrows)


def test_a_gap_has_room_for_a_number_beside_the_words_of_its_arrow() -> None:
    links = [
        {"from": "visits", "to": "ask", "because": "a face is known"},
        {"from": "visits", "to": "ask", "because": "it feels watched", "effect": "decreases"},
    ]
    outcomes = {id_: {"title": id_} for id_ in ("visits", "ask")}
    theory = TheoryOfChange(title="T", outcomes=outcomes, links=links)
    [arrow] = layout(to_diagram(theory, View(title="V", arrows="numbered"))).find("arrow")
    line = line_of(arrow)
    assert len({y for _, y in line}) == 1
    [number] = [area_of(i) for i in arrow.items if isinstance(i, Text) and i.text == "1"]
    assert number.y < line[0][1] < number.bottom
