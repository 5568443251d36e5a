"""A damaged file among many ends only itself: the others are answered as if it were not there."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_types import Run

GOOD = "tocmodel: 1\ntitle: {}\noutcomes: {{fed: {{title: Children are fed, horizon: impact}}}}\n"

DAMAGE: dict[str, Callable[[Path], object]] = {
    "no YAML": lambda path: path.write_bytes(b"tocmodel: [\xff"),
    "no theory": lambda path: path.write_text("tocmodel: 1\ntitle: B\noutcomes: [1]\n"),
    "version 2": lambda path: path.write_text("tocmodel: 2\ntitle: B\n"),
    "missing": lambda path: path.unlink(missing_ok=True),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "unreadable": lambda path: path.symlink_to("/proc/self/mem"),
}
NAMES = ("a.toc.yaml", "b.toc.yaml", "c.toc.yaml")


@pytest.fixture(params=DAMAGE)
def among(request: pytest.FixtureRequest, folder: Path) -> str:
    """Two good files, and a damaged one between them."""
    if sys.platform == "win32":
        pytest.skip("links of POSIX")
    for name in (NAMES[0], NAMES[2]):
        (folder / name).write_text(GOOD.format(name), encoding="utf-8")
    DAMAGE[request.param](folder / NAMES[1])
    return str(request.param)


def by(run: Run, *words: str) -> tuple[int, str, str]:
    done = run(*words)
    assert "Traceback" not in done.stderr
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("where", [NAMES, (".",)], ids=["names", "folder"])
def test_check_reports_the_others(run: Run, among: str, where: tuple[str, ...]) -> None:
    status, answer, messages = by(run, "check", *where, "--select", "TOC519")
    gone = (among, where) == ("missing", (".",))
    assert status in ((0,) if gone else (1, 2))
    assert ("a.toc.yaml:" in answer, "c.toc.yaml:" in answer) == (True, True)
    assert ("b.toc.yaml" in answer + messages) != gone


def test_analyse_measures_the_others(run: Run, among: str) -> None:
    status, answer, messages = by(run, "analyse", *NAMES, "-f", "csv")
    assert status in (1, 2), among
    assert {name for name in NAMES if f'"{name}"' in answer} == {NAMES[0], NAMES[2]}
    assert "b.toc.yaml" in messages


def test_draw_draws_the_others(run: Run, folder: Path, among: str) -> None:
    status, _, messages = by(run, "draw", *NAMES)
    assert status in (1, 2), among
    assert sorted(path.name for path in folder.glob("*.svg")) == ["a.svg", "c.svg"]
    assert "b.toc.yaml" in messages


def test_one_file_for_all_pictures_is_not_written_without_some(
    run: Run, folder: Path, among: str
) -> None:
    status, _, messages = by(run, "draw", *NAMES, "-o", "all.pdf")
    assert (status in (1, 2), (folder / "all.pdf").exists()) == (True, False), among
    assert messages.endswith("Nothing was drawn, because some files have errors.\n")
