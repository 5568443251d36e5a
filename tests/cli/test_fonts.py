"""``--font`` of every command that draws, and ``font`` in the project's configuration."""

import shutil
from pathlib import Path

import click
import pytest
from cli_types import Run

from tocmodel.cli.program import COMMANDS, program
from tocmodel.layout.fonts.bundled_font import FONT_FILES

OWN = str(FONT_FILES[False])
OUTLINED = 'fill-opacity="0"'
THEORY = """\
tocmodel: 1
title: Breakfast club
frameworks: [resilience]
outcomes:
  fed: {title: Children are fed, horizon: short, classified_as: {resilience: [basics]}}
trackers:
  meals:
    title: Meals
    data: {file: a.csv, each: pupil}
    signs: {late: {column: late, is: true}}
value_creation:
  ideas: {title: Ideas for mornings, cycle: potential}
"""
DRAWING = {
    "draw": ["draw", "a.toc.yaml"],
    "explain": ["explain", "a.toc.yaml", "fed"],
    "value": ["value", "a.toc.yaml"],
    "logframe": ["logframe", "a.toc.yaml"],
    "tracker": ["tracker", "a.toc.yaml"],
    "matrix": ["matrix", "a.toc.yaml"],
    "progress": ["progress", "a.toc.yaml"],
    "diff": ["diff", "a.toc.yaml", "a.toc.yaml"],
    "framework coverage": ["framework", "coverage", "a.toc.yaml", "resilience"],
    "portfolio": ["portfolio", "a.toc.yaml", "--heat", "resilience"],
    "print cards": ["print", "cards", "a.toc.yaml"],
    "print canvas": ["print", "canvas"],
    "print value-canvas": ["print", "value-canvas"],
}


@pytest.fixture
def theory(folder: Path) -> Path:
    """A file that every drawing command can draw."""
    path = folder / "a.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    path.with_name("a.csv").write_text("pupil,late\n1,yes\n", encoding="utf-8")
    return path


def commands(group: click.Group, before: str = "") -> dict[str, click.Command]:
    """Every command there is, by its name."""
    context = click.Context(group)
    found: dict[str, click.Command] = {}
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        if isinstance(command, click.Group):
            found |= commands(command, f"{before}{name} ")
        else:
            found[before + name] = command
    return found


def test_every_command_that_writes_a_picture_takes_a_font() -> None:
    assert COMMANDS
    formats = {
        name: {option.name: option for option in command.params}
        for name, command in commands(program).items()
    }
    draws = {
        name
        for name, options in formats.items()
        if isinstance(kind := options.get("format", click.Option(["-x"])).type, click.Choice)
        and "svg" in kind.choices
    }
    assert draws == set(DRAWING)
    with_font = {name for name, options in formats.items() if "font" in options}
    assert with_font == {*draws, "report", "indicators", "review"}


@pytest.mark.parametrize("name", DRAWING)
def test_a_font_that_is_named_draws(name: str, theory: Path, run: Run) -> None:
    command = [*DRAWING[name], "--format", "svg", "-o"]
    for more in ([], ["--font", OWN]):
        result = run(*command, "own.svg" if more else "plain.svg", *more)
        assert result.exit_code == 0, result.output
    assert OUTLINED not in (theory.parent / "plain.svg").read_text(encoding="utf-8")
    assert OUTLINED in (theory.parent / "own.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DRAWING)
def test_the_font_of_the_project_draws(name: str, theory: Path, run: Run) -> None:
    shutil.copy(OWN, theory.parent / "own.ttf")
    (theory.parent / "tocmodel.toml").write_text('font = "own.ttf"\n', encoding="utf-8")
    result = run(*DRAWING[name], "-o", "a.svg")
    assert result.exit_code == 0, result.output
    assert OUTLINED in (theory.parent / "a.svg").read_text(encoding="utf-8")


def test_a_font_that_cannot_be_used_is_reported_in_a_sentence(theory: Path, run: Run) -> None:
    for font, said in (
        (
            "none.ttf",
            "cannot read 'none.ttf': there is no such file; check the name and the folder",
        ),
        (str(theory.parent), "it is a folder; name a file in it"),
        (theory.name, "as a font: it is not a TrueType or OpenType file (.ttf, .otf)"),
    ):
        for command in DRAWING.values():
            result = run(*command, "-o", "a.png", "--font", font)
            assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
            assert said in result.stderr


def test_words_need_no_font(theory: Path, run: Run) -> None:
    (theory.parent / "tocmodel.toml").write_text('font = ["none.ttf"]\n', encoding="utf-8")
    assert run("draw", theory.name, "--format", "text").exit_code == 0
    assert run("draw", theory.name, "-o", "a.svg").exit_code == 2
