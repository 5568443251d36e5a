"""PNG: the right size, with letters, on a machine without fonts."""

import io
import os
import subprocess
import sys
from pathlib import Path

import diagrams
import pytest
from attrs import evolve
from diagrams import club
from PIL import Image

import tocmodel
from tocmodel.diagnostics import TocModelError
from tocmodel.layout import layout
from tocmodel.render.pdf import pdf
from tocmodel.render.png import MOST_PIXELS, png, png_dpi

PATHS = (Path(diagrams.__file__).parent, Path(tocmodel.__file__).parents[1])
PROGRAM = """
import sys
from diagrams import club
from tocmodel.layout import layout
from tocmodel.render.pdf import pdf
from tocmodel.render.png import png
scene = layout(club())
sys.stdout.buffer.write(png(scene, 96) + pdf(scene))
"""


@pytest.mark.parametrize("dpi", [72, 144, 300])
def test_dots_to_the_inch_decide_the_size(dpi: int) -> None:
    scene = layout(club())
    width, height = Image.open(io.BytesIO(png(scene, dpi))).size
    half = dpi / 72 / 2  # resvg takes the size in whole points
    assert abs(width - scene.width * dpi / 72) <= half + 1
    assert abs(height - scene.height * dpi / 72) <= half + 1


def test_a_picture_that_would_be_too_large_gets_fewer_dots() -> None:
    scene = evolve(layout(club()), width=5000.0, height=5000.0)
    assert png_dpi(scene, 1200) < 1200
    assert scene.width * scene.height * (png_dpi(scene, 1200) / 72) ** 2 <= MOST_PIXELS * 1.0001


def test_a_machine_without_fonts_draws_the_same(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, PATHS))}
    bare = environment | {
        "FONTCONFIG_FILE": os.devnull,
        "FONTCONFIG_PATH": str(tmp_path),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_DATA_DIRS": str(tmp_path),
    }
    made = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env=env, capture_output=True, check=True, cwd=tmp_path
        )
        for env in (environment, bare)
    ]
    assert made[0].stdout == made[1].stdout
    assert made[1].stderr == b""


def test_letters_that_the_font_lacks_are_named_as_for_pdf() -> None:
    scene = layout(evolve(club(), title="漢字 🙂"))
    said = []
    for writer in (png, pdf):
        with pytest.raises(TocModelError) as caught:
            writer(scene)
        said.append(str(caught.value))
    assert said[0] == said[1]
    assert said[0].startswith("the title has letters that the font lacks: 字 漢 🙂; ")
