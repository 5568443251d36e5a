"""``tocmodel draw --keep-positions``: an earlier picture is the record of its places."""

from pathlib import Path

import pytest
from cli_types import Run


def added(zone: Path) -> None:
    """Add an outcome and a link to the theory."""
    text = zone.read_text(encoding="utf-8")
    text = text.replace(
        "outcomes:\n", "outcomes:\n  rested: {title: Parents rest, horizon: short}\n"
    )
    text = text.replace("links:\n", "links:\n  - {from: club, to: rested, because: it is early}\n")
    zone.write_text(text, encoding="utf-8")


def test_a_picture_may_be_drawn_over_again_and_again(zone: Path, run: Run) -> None:
    assert run("draw", "zone.toc.yaml", "-o", "a.svg").exit_code == 0
    first = Path("a.svg").read_bytes()
    words = ("draw", "zone.toc.yaml", "-o", "a.svg", "--keep-positions", "a.svg")
    result = run(*words)
    assert (result.exit_code, result.stderr) == (
        0,
        "Drew a.svg\nNote: 3 boxes keep their places\n",
    )
    assert Path("a.svg").read_bytes() == first
    added(zone)
    assert run(*words).stderr == (
        "Drew a.svg\nNote: 3 boxes keep their places; new: ‘Parents rest’\n"
    )
    second = Path("a.svg").read_bytes()
    assert run(*words).stderr == "Drew a.svg\nNote: 4 boxes keep their places\n"
    assert Path("a.svg").read_bytes() == second != first


SLIDES = "slides have another size, so boxes keep their order and not their distance"


@pytest.mark.parametrize("name", ["b.pdf", "b.png", "b.drawio", "b.html"])
def test_every_picture_can_keep_positions_and_says_so(zone: Path, run: Run, name: str) -> None:
    run("draw", "zone.toc.yaml", "-o", "a.svg")
    result = run("draw", "zone.toc.yaml", "-o", name, "--keep-positions", "a.svg")
    assert (result.exit_code, result.stderr) == (
        0,
        f"Drew {name}\nNote: 3 boxes keep their places\n",
    )


@pytest.mark.parametrize(
    "words",
    [("-o", "b.pptx"), ("--page", "slide", "-o", "b.pdf"), ("--page", "slide", "-f", "svg")],
)
def test_slides_keep_the_order_and_say_so_once(
    zone: Path, run: Run, words: tuple[str, ...]
) -> None:
    run("draw", "zone.toc.yaml", "-o", "a.svg")
    result = run("draw", "zone.toc.yaml", *words, "--keep-positions", "a.svg")
    assert (result.exit_code, result.stderr.splitlines()[1:]) == (
        0,
        [f"Note: 3 boxes keep their places; {SLIDES}"],
    )


def test_slides_of_a_divided_picture_have_one_note(zone: Path, run: Run) -> None:
    more = "".join(f"  o{n}: {{title: Change {n}, horizon: short}}\n" for n in range(20))
    links = "".join(f"  - club -> o{n}\n" for n in range(20))
    text = zone.read_text(encoding="utf-8").replace("outcomes:\n", f"outcomes:\n{more}")
    zone.write_text(text.replace("links:\n", f"links:\n{links}"), encoding="utf-8")
    run("draw", "zone.toc.yaml", "-o", "a.svg")
    words = ("--page", "slide", "-o", "b.pdf", "--keep-positions", "a.svg")
    result = run("draw", "zone.toc.yaml", *words)
    notes = [line for line in result.stderr.splitlines() if "keep" in line]
    assert notes == [f"Note: 23 boxes keep their places; {SLIDES}"]


def test_a_poster_of_several_sheets_keeps_positions(zone: Path, run: Run) -> None:
    run("draw", "zone.toc.yaml", "-o", "a.svg")
    words = ("--tile", "A4", "-o", "b.pdf", "--keep-positions", "a.svg")
    result = run("draw", "zone.toc.yaml", *words)
    assert (result.exit_code, result.stderr) == (
        0,
        "Drew b.pdf\nNote: 3 boxes keep their places\n",
    )


@pytest.mark.parametrize(
    "words",
    [
        ("zone.toc.yaml", "--all"),
        ("zone.toc.yaml", "--view", "overview", "--view", "children"),
        ("zone.toc.yaml", "zone.toc.yaml"),
        (".",),
    ],
)
def test_positions_are_those_of_one_picture(zone: Path, run: Run, words: tuple[str, ...]) -> None:
    result = run("draw", *words, "-o", "pictures", "--keep-positions", "a.svg")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: --keep-positions is for one picture: name one theory, and one view with --view",
    )


def test_text_has_no_positions(zone: Path, run: Run) -> None:
    for name in ("dot", "mermaid", "text"):
        result = run("draw", "zone.toc.yaml", "-f", name, "--keep-positions", "a.svg")
        assert (result.exit_code, result.stdout, result.stderr) == (
            2,
            "",
            f"Error: --keep-positions is for pictures, and not for {name}\n",
        )


@pytest.mark.parametrize("name", ["missing.svg", "zone.toc.yaml", "."])
def test_a_file_that_is_no_picture_is_refused_and_kept(zone: Path, run: Run, name: str) -> None:
    before = zone.read_bytes()
    result = run("draw", "zone.toc.yaml", "-o", "b.svg", "--keep-positions", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: cannot ")
    assert not Path("b.svg").exists()
    over = run("draw", "zone.toc.yaml", "-o", "zone.toc.yaml", "--keep-positions", "zone.toc.yaml")
    assert (over.exit_code, zone.read_bytes()) == (2, before)
