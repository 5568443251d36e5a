"""Readable colours, and shapes that differ without them."""

import pytest
from attrs import evolve

from tocmodel.diagram.model import Arrow
from tocmodel.diagram.sentences import VERBS
from tocmodel.diagram.stages import STAGES as COLUMNS
from tocmodel.layout.palette import (
    CATEGORIES,
    HEADING_INK,
    INK,
    LANE,
    MUTED,
    NEUTRAL,
    PAPER,
    STAGES,
    contrast,
    tone,
)
from tocmodel.layout.scene import Bounds, Path
from tocmodel.layout.shapes import SHAPES, draw_shape, line
from tocmodel.layout.symbols.arrow_style import STROKES, Stroke, draft_mark, head, shaft, stroke_of
from tocmodel.layout.symbols.change_marks import CHANGES, change_mark, changed_line

TONES = {**STAGES, **{f"category {n}": shade for n, shade in enumerate(CATEGORIES)}}
TONES |= {"lane": LANE, "neutral": NEUTRAL}


@pytest.mark.parametrize("name", TONES)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    shade = TONES[name]
    pairs = [(HEADING_INK, shade.dark), (INK, shade.pale), (MUTED, shade.pale), (MUTED, PAPER)]
    pairs += [(shade.dark, PAPER), (shade.dark, shade.pale)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("name", STROKES)
def test_every_arrow_can_be_seen_on_every_band(name: str) -> None:
    grounds = [PAPER, *(shade.pale for shade in TONES.values())]
    assert [ground for ground in grounds if contrast(STROKES[name].colour, ground) < 3] == []


def test_every_column_has_a_colour_of_its_stage() -> None:
    assert [column for column in COLUMNS if column not in STAGES] == []


def test_an_unknown_key_is_grey() -> None:
    assert tone("nowhere", ("child",)) == NEUTRAL


def test_the_usual_kinds_of_box_differ_without_colour() -> None:
    box = Bounds(x=0, y=0, width=100, height=40)
    kinds = [
        "condition",
        "factor",
        "asset",
        "input",
        "intervention",
        "output",
        "mechanism",
        "outcome",
    ]
    kinds += ["assumption", "risk", "partner", "indicator", "evidence", "space", "group"]
    looks = {kind: draw_shape(kind, box, stroke="#000000", fill="") for kind in kinds}
    assert len(set(looks.values())) == len(kinds) <= len(SHAPES)


def test_the_kinds_of_arrow_differ_without_colour_by_head_or_kind_of_line() -> None:
    arrows = {name: stroke_of(Arrow(id="", from_="", to="", kind=name)) for name in STROKES}
    looks = {name: (line_of(stroke), stroke.head, stroke.tail) for name, stroke in arrows.items()}
    assert len(set(looks.values())) == len(looks)


def test_every_kind_of_arrow_that_the_legend_names_has_its_own_look() -> None:
    assert [kind for kind in VERBS if kind not in STROKES] == []


def test_every_change_has_a_sign_and_a_line_of_its_own() -> None:
    outline = Path(commands=(), stroke="#000000", stroke_width=1.4)
    lines = [changed_line(outline, change) for change in ("", *CHANGES)]
    assert len({(line.dash, line.stroke_width) for line in lines}) == 4
    signs = [change_mark(change, (0.0, 0.0), "#000000") for change in CHANGES]
    assert len(set(signs)) == 3
    assert change_mark("", (0.0, 0.0), "#000000") == ()


def line_of(stroke: Stroke) -> str:
    """What an eye makes of the dashes of a line."""
    if not stroke.dash:
        return "solid"
    if len(stroke.dash) > 2:
        return "dashes and dots"
    return "dots" if stroke.dash[0] < 2 else "short dashes" if stroke.dash[0] < 5 else "dashes"


@pytest.mark.parametrize("effect", ["increases", "decreases", "changes", "unknown"])
@pytest.mark.parametrize("main", [False, True])
def test_a_guess_differs_from_what_was_told_without_colour(effect: str, main: bool) -> None:
    def look(guess: str) -> str:
        arrow = Arrow(id="a", from_="a", to="b", effect=effect, main=main, guess=guess)
        stroke = evolve(stroke_of(arrow), colour=INK)
        end = line(((0, 0), (100, 0)))
        return repr(
            (shaft(stroke, end), head(stroke, (100, 0), (1, 0)), draft_mark(stroke, (50, 0)))
        )

    assert len({look(""), look("inferred"), look("drafted")}) == 3
