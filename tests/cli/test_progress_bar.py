"""A progress bar: only at a terminal, only after a second, and gone when the work is done."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocmodel.cli.progress_bar import tracked

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

THEORY = "tocmodel: 1\ntitle: {}\noutcomes: {{fed: {{title: Children are fed}}}}\n"
NAMES = ("a.toc.yaml", "b.toc.yaml", "c.toc.yaml")

WITH_CLOCK = """\
import itertools, sys
from tocmodel.cli import main, progress_bar
ticks = itertools.count()
progress_bar.now = lambda: next(ticks) * {seconds}
main()
"""
"""The program with a clock on which each look takes some seconds."""


@pytest.fixture(autouse=True)
def three_theories(folder: Path) -> Path:
    """Three theories in the current folder."""
    for name in NAMES:
        (folder / name).write_text(THEORY.format(name), encoding="utf-8")
    return folder


def shown(*arguments: str, seconds: float = 2, **environment: str) -> str:
    """What is shown at a terminal of 80 columns, with that clock."""
    pexpect = pytest.importorskip("pexpect")
    session = pexpect.spawn(
        sys.executable,
        ["-c", WITH_CLOCK.format(seconds=seconds), *arguments],
        env={**os.environ, "TERM": "xterm-256color", "NO_COLOR": "", **environment},
        encoding="utf-8",
        timeout=120,
        dimensions=(24, 80),
    )
    session.expect(pexpect.EOF)
    session.close()
    return str(session.before)


def after_the_bar(text: str) -> str:
    """What is left on the screen: the bar shows the cursor again and clears its line."""
    return text.rpartition("\x1b[?25h")[2].rpartition("\x1b[2K")[2]


@needs_posix
@pytest.mark.parametrize(
    ("arguments", "doing"),
    [
        (("check", ".", "--select", "TOC010"), "Checking"),
        (("fmt", "--check", "."), "Formatting"),
        (("analyse", "."), "Reading"),
        (("portfolio", "."), "Reading"),
        (("draw", ".", "-o", "all.pdf"), "Drawing"),
        (("draw", *NAMES), "Drawing"),
    ],
)
def test_long_work_on_several_files_has_a_bar_which_goes_away(
    arguments: tuple[str, ...], doing: str
) -> None:
    text = shown(*arguments)
    assert f"{doing} " in text
    assert "1/3" in text
    assert f"{doing} " not in after_the_bar(text)


@needs_posix
@pytest.mark.parametrize(
    ("arguments", "seconds", "environment"),
    [
        (("check", "."), 0.01, {}),
        (("check", NAMES[0]), 2, {}),
        (("check", ".", "--quiet"), 2, {}),
        (("check", "."), 2, {"TERM": "dumb"}),
    ],
    ids=["less than a second", "one file", "quiet", "a terminal that can only type"],
)
def test_there_is_no_bar_where_nobody_needs_one(
    arguments: tuple[str, ...], seconds: float, environment: dict[str, str]
) -> None:
    text = shown(*arguments, seconds=seconds, **environment)
    assert ("Checking" in text, "\x1b[?25l" in text) == (False, False)


@needs_posix
def test_a_bar_without_colour_has_none() -> None:
    text = shown("fmt", "--check", ".", NO_COLOR="1")
    assert "Formatting" in text
    assert "\x1b[3" not in text


@needs_posix
def test_the_bar_goes_away_after_an_error_too(folder: Path) -> None:
    (folder / "b.toc.yaml").write_text("tocmodel: 1\ntitle: B\nviews: {a: {title: A, focus: x}}\n")
    text = shown("draw", ".", "--all", "-o", "all.pdf")
    assert text.count("\x1b[?25l") == text.count("\x1b[?25h") > 0
    assert "Error: " in text or "error " in text


def test_a_pipe_and_a_file_have_no_bar(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITH_CLOCK.format(seconds=2), "check", ".", "--select", "TOC010"],
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    assert (done.stdout, done.stderr) == ("No problems found in 3 files.\n", "")


def test_what_is_tracked_comes_out_in_its_order_and_can_be_left() -> None:
    things: Iterator[str] = tracked(["a", "b", "c"], "Working")
    assert next(things) == "a"
    assert list(things) == ["b", "c"]
    assert list(tracked([], "Working")) == []
