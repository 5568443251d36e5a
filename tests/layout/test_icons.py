"""Icons beside the headings of columns: quiet, in its ink, and never in the way."""

import re
from io import BytesIO

import pytest
from attrs import evolve
from diagrams import club, with_lanes

from tocmodel import TheoryOfChange, draw
from tocmodel.contrast import contrast
from tocmodel.diagram.model import Diagram
from tocmodel.diagram.stages import STAGES
from tocmodel.drawing import draw_diagram
from tocmodel.layout import Bounds, Path, Scene, SceneGroup, Text
from tocmodel.layout.shapes import rectangle
from tocmodel.layout.symbols.icons import ICONS, icon_in, icon_name, with_icons

PLAIN = {
    "columns": club(),
    "lanes": with_lanes(club()),
    "rows": evolve(club(), top_to_bottom=True),
    "a table": evolve(club(), layout="table", boxes=club().boxes[:4], arrows=()),
}


def decorated(diagram: Diagram) -> Scene:
    """The picture of a diagram with icons."""
    return draw_diagram(evolve(diagram, icons=True)).scene


def test_every_stage_but_the_one_that_is_explained_has_an_icon() -> None:
    assert [stage for stage in STAGES if not icon_name(stage)] == ["back-0"]
    assert {icon_name(stage) for stage in STAGES} - {""} == set(ICONS)


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_has_few_steps_on_its_square(name: str) -> None:
    steps = re.findall(r"([MLCZ])([^MLCZ]*)", ICONS[name])
    assert [len(numbers.split()) for _, numbers in steps] == [
        {"M": 2, "L": 2, "C": 6, "Z": 0}[letter] for letter, _ in steps
    ]
    numbers = [float(one) for _, each in steps for one in each.split()]
    assert (min(numbers) >= 1, max(numbers) <= 23, len(steps) <= 20) == (True, True, True)


@pytest.mark.parametrize("kind", PLAIN)
def test_icons_change_nothing_but_the_headings(kind: str) -> None:
    plain, scene = draw_diagram(PLAIN[kind]).scene, decorated(PLAIN[kind])
    assert (scene.width, scene.height, scene.page) == (
        plain.width,
        plain.height,
        plain.page,
    )
    for before, after in zip(plain.groups, scene.groups, strict=True):
        if before.role != "column":
            assert before == after
            continue
        assert evolve(after, items=()) == evolve(before, items=())
        assert [item.text for item in after.items if isinstance(item, Text)] == [
            item.text for item in before.items if isinstance(item, Text)
        ]


@pytest.mark.parametrize("kind", PLAIN)
def test_an_icon_is_in_its_heading_and_beside_the_words(kind: str) -> None:
    for column in decorated(PLAIN[kind]).find("column"):
        icon = icon_in(column)
        assert icon, column.id
        head = [item for item in column.items if isinstance(item, Path)][1]
        area, inner = head.bounds, icon.bounds
        assert area.x < inner.x < inner.right < area.right
        assert area.y < inner.y < inner.bottom < area.bottom
        words = [item for item in column.items if isinstance(item, Text)]
        assert all(inner.right < word.left and word.bounds.right < area.right for word in words)
        assert {word.colour for word in words} == {icon.stroke}
        assert contrast(icon.stroke, head.fill) >= 4.5


def heading(stage: str, width: float, words: float) -> SceneGroup:
    """A column with a heading of one line."""
    band, head = (
        Path(commands=rectangle(Bounds(x=0, y=y, width=width, height=30)), fill="#1d5a98")
        for y in (40, 0)
    )
    line = Text(
        x=width / 2, y=20, text=stage, size=10, width=words, colour="#ffffff", anchor="middle"
    )
    return SceneGroup(id=f"column:{stage}", role="column", items=(band, head, line))


def test_icons_are_as_large_as_all_headings_have_room_for() -> None:
    def sizes(*widths: float) -> list[float | None]:
        columns = [heading(stage, width, 50) for stage, width in zip(STAGES, widths, strict=False)]
        icons = [icon_in(column) for column in with_icons(columns)]
        return [icon and icon.stroke_width for icon in icons]

    assert sizes(100, 100) == [1.03, 1.03]
    assert sizes(100, 69) == [0.91, 0.91]
    assert sizes(100, 68) == [0.79, 0.79]
    assert sizes(100, 60) == [0.79, None]


def test_a_heading_in_own_words_keeps_the_icon_of_its_stage() -> None:
    theory = TheoryOfChange(
        title="Calm",
        words={"outputs": "What families get"},
        outputs={"places": {"title": "Places"}},
        outcomes={"calm": {"title": "Mornings are calm", "horizon": "short"}},
        links=["places -> calm"],
    )
    (first, _) = draw(theory, icons=True).scene.find("column")
    assert (first.title, icon_in(first) is not None) == ("What families get", True)
    assert [icon_in(column) for column in draw(theory).scene.find("column")] == [None, None]


def test_icons_are_on_slides_too_and_say_nothing() -> None:
    pptx = pytest.importorskip("pptx")
    drawing = draw_diagram(evolve(club(), icons=True))
    slide = pptx.Presentation(BytesIO(drawing.to_bytes("pptx"))).slides[0]
    names = [shape.name for shape in slide.shapes if shape.name.startswith("Icon: ")]
    assert names == [f"Icon: {column.title}" for column in drawing.scene.find("column")]
    plain = draw_diagram(club())
    assert spoken(drawing.svg) == spoken(plain.svg)
    for text in ("text", "dot", "mermaid"):
        assert drawing.to_bytes(text) == plain.to_bytes(text)


def spoken(svg: str) -> list[str]:
    """The words of a picture."""
    return [line for line in re.sub("<[^>]*>", "", svg).split("\n") if line]
