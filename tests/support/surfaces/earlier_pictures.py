"""Earlier pictures: a sound picture at the places of the old one, or a message."""

from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve
from diagrams import club
from hypothesis import strategies as st

from surfaces.damage import damaged_text
from surfaces.model import Case, Surface, one_file, only_file
from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import draw_diagram
from tocmodel.drawing.earlier import read_picture

PIECES = (
    *('"', "<", ">", "&", "<!DOCTYPE svg>", "</g>", "<g>", "<path/>", "<text/>", "M", "Z", "C1 2"),
    *("NaN", "1e999", "-1", "999999", "0", ".", " ", "\x00", "box-club", "toc-box", "toc-lane"),
)


def _damaged() -> st.SearchStrategy[str]:
    return damaged_text([draw_diagram(club()).svg], PIECES)


def _keeps(case: Case) -> bool:
    """Whatever a picture says, the new one has every box, or there is a message."""
    name, data = only_file(case)
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        try:
            earlier = read_picture(path)
            drawing = evolve(draw_diagram(club()), earlier=earlier)
            boxes = drawing.scene.find("box")
        except TocModelError:
            return False
    assert len(boxes) == len(club().boxes)
    assert drawing.notes_on_positions
    return True


SURFACES = (
    Surface(
        "earlier pictures",
        st.builds(one_file, st.just("a.svg"), st.deferred(_damaged)),
        _keeps,
        examples=20,
    ),
)
