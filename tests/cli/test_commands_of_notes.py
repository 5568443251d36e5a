"""Every command that a note on a large picture names is run, and draws what fits."""

import re
import shlex
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from cli_types import Run
from pypdf import PdfReader
from pypdf.generic import RectangleObject
from signed_maps import signed_map

from tocmodel import dumps
from tocmodel.model import TheoryOfChange

A2, A1 = (1190.56, 1683.79), (1683.79, 2383.94)
"""The sides of sheets, in points."""
WORD = "an outcome that somebody named in a long sentence"


def theory(count: int, links: list[tuple[int, int]], *, stages: int = 1) -> TheoryOfChange:
    """Outcomes in so many stages, with links between their numbers."""
    horizons = ("short", "medium", "long", "impact")
    return TheoryOfChange(
        title="Made up",
        outcomes={
            f"o{n}": {"title": f"{WORD} {n}", "horizon": horizons[n * stages // count]}
            for n in range(count)
        },
        links=[{"from": f"o{start}", "to": f"o{end}"} for start, end in links],
    )


def hub() -> TheoryOfChange:
    """One outcome that all others lead to."""
    return theory(60, [(n, 59) for n in range(59)], stages=4)


def chain() -> TheoryOfChange:
    return theory(60, list(pairwise(range(60))), stages=4)


def pieces() -> TheoryOfChange:
    """Many pairs that have nothing to do with each other."""
    return theory(80, [(n, n + 40) for n in range(40)], stages=4)


def in_stages() -> TheoryOfChange:
    return theory(90, [(n, (n * 7 + 25) % 90) for n in range(64)], stages=4)


SHAPES: dict[str, tuple[Callable[[], TheoryOfChange], str]] = {
    "a map of sixty": (lambda: signed_map(60, 90), "--page A4"),
    "a busy map": (lambda: signed_map(100, 300, themes=8, loose=4), "--page A4"),
    "a map with small words on a poster": (lambda: signed_map(160, 480), "--page A2"),
    "a hub": (hub, "--page A4"),
    "a chain": (chain, "--page A4"),
    "pairs": (pieces, "--page A4"),
    "stages": (in_stages, "--page A4"),
    "stages on a poster": (in_stages, "--page A2 --layout stages"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_command_of_a_note_draws_what_fits(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    monkeypatch.chdir(tmp_path)
    make, options = SHAPES[shape]
    Path("made.toc.yaml").write_text(dumps(make()), encoding="utf-8")
    drawn = run("draw", "made.toc.yaml", *shlex.split(options), "-o", "one.svg")
    commands = re.findall(r"'tocmodel (draw [^']+)'", drawn.stderr)
    assert drawn.exit_code == 0
    assert commands, drawn.stderr
    for command in commands:
        words = shlex.split(command)
        target = words[words.index("-o") + 1] if "-o" in words else "step.pdf"
        again = run(*words, *([] if "-o" in words else ["-o", target]))
        assert (again.exit_code, "for print" in again.stderr) == (0, False), again.stderr
        most = A1 if "--page" in words else A2
        larger = [page for page in PdfReader(target).pages if not fits(page.mediabox, most)]
        assert len(larger) <= ("--all" in words), command  # the poster is a page of the set


def fits(page: RectangleObject, most: tuple[float, float]) -> bool:
    sides = sorted((float(page.width), float(page.height)))
    return all(side <= limit for side, limit in zip(sides, most, strict=True))
