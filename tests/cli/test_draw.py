"""``tocmodel draw``: which views, in which format, into which files; and watching a file."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli_types import Run, Start
from pypdf import PdfReader

from tocmodel.cli import draw
from tocmodel.cli.draw import ENGINES as NAMED
from tocmodel.layout import sheet
from tocmodel.layout.flow.graphviz import ENGINES

posix = pytest.mark.skipif(sys.platform == "win32", reason="paths are written with backslashes")

STARTS = {
    "svg": b"<?xml",
    "png": b"\x89PNG\r\n",
    "pdf": b"%PDF-",
    "pptx": b"PK\x03\x04",
    "drawio": b"<?xml",
    "dot": b"digraph",
    "mermaid": b"",
    "text": b"",
}

ENDINGS = ".svg, .png, .pdf, .dot, .mmd, .txt, .pptx, .drawio or .html"


def files(folder: Path) -> list[str]:
    """The files in a folder but for the model."""
    return sorted(path.name for path in folder.iterdir() if ".toc." not in path.name)


def test_the_engines_of_the_help_are_those_there_are() -> None:
    assert list(NAMED) == [engine.name for engine in ENGINES]


def test_a_picture_is_written_beside_the_model(zone: Path, run: Run) -> None:
    inside = zone.parent / "zones"
    inside.mkdir()
    zone.rename(inside / "zone.toc.yaml")
    result = run("draw", "zones/zone.toc.yaml")
    path = Path("zones", "zone.svg")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Drew {path}\n")
    assert "Mornings are calm" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STARTS)
def test_every_format_can_be_written_to_standard_output(
    zone: Path, start: Start, name: str
) -> None:
    done = start("draw", "zone.toc.yaml", "--format", name, "-o", "-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(STARTS[name])
    assert len(done.stdout) > 50
    assert files(zone.parent) == []


@pytest.mark.parametrize("name", ["dot", "mermaid", "text"])
def test_text_goes_to_standard_output_of_its_own_accord(zone: Path, run: Run, name: str) -> None:
    result = run("draw", "zone.toc.yaml", "--format", name)
    assert (result.exit_code, result.stderr, files(zone.parent)) == (0, "", [])
    assert "Mornings are calm" in result.stdout.replace("\n", " ").replace("<br/>", " ")


@pytest.mark.parametrize(
    ("output", "format_"),
    [
        ("a.svg", "svg"),
        ("a.PNG", "png"),
        ("a.pdf", "pdf"),
        ("a.pptx", "pptx"),
        ("a.drawio", "drawio"),
        ("a.dot", "dot"),
        ("a.gv", "dot"),
        ("a.mmd", "mermaid"),
        ("a.txt", "text"),
    ],
)
def test_the_ending_of_the_output_gives_the_format(
    zone: Path, run: Run, output: str, format_: str
) -> None:
    assert run("draw", "zone.toc.yaml", "-o", output).exit_code == 0
    assert Path(output).read_bytes().startswith(STARTS[format_])


def test_the_same_model_gives_the_same_bytes(zone: Path, run: Run) -> None:
    for name in ("svg", "png", "pdf"):
        run("draw", "zone.toc.yaml", "-o", f"one.{name}")
        run("draw", "zone.toc.yaml", "-o", f"two.{name}")
        assert Path(f"one.{name}").read_bytes() == Path(f"two.{name}").read_bytes()


def test_one_view_is_drawn_by_name(zone: Path, run: Run) -> None:
    result = run("draw", "zone.toc.yaml", "--view", "children")
    assert (result.exit_code, result.stderr) == (0, "Drew zone-children.svg\n")
    assert "What children notice" in Path("zone-children.svg").read_text(encoding="utf-8")


def test_every_view_is_drawn_into_a_folder(zone: Path, run: Run) -> None:
    result = run("draw", "zone.toc.yaml", "--all", "-o", "pictures", "--format", "mermaid")
    assert result.exit_code == 0
    assert files(Path("pictures")) == ["zone-children.mmd", "zone-overview.mmd"]


def pages(path: str) -> list[str]:
    """The bookmarks of a PDF, which has a page for each."""
    reader = PdfReader(path)
    marks = [str(mark.title) for mark in reader.outline]
    assert [reader.get_destination_page_number(mark) for mark in reader.outline] == [
        *range(len(reader.pages))
    ]
    return marks


@pytest.fixture
def harbour(zone: Path) -> Path:
    """A second theory, with one view and a date, in a folder beside the first."""
    path = zone.parent / "zones" / "harbour.toc.yaml"
    path.parent.mkdir()
    path.write_text(HARBOUR, encoding="utf-8")
    return path


HARBOUR = """\
tocmodel: 1
title: The harbour
revision: {agreed_on: 2019-06}
outcomes:
  ready: {title: Children are ready, horizon: short}
views:
  overview: {title: The harbour}
"""


def test_every_view_is_a_page_of_one_pdf(zone: Path, run: Run) -> None:
    result = run("draw", "zone.toc.yaml", "--all", "-o", "all.pdf")
    assert (result.exit_code, result.stderr) == (0, "Drew all.pdf\n")
    assert files(zone.parent) == ["all.pdf"]
    assert pages("all.pdf") == ["How it works", "What children notice"]
    metadata = PdfReader("all.pdf").metadata
    assert metadata
    assert metadata.title == "Breakfast club"
    first = Path("all.pdf").read_bytes()
    run("draw", "zone.toc.yaml", "--all", "-o", "all.pdf")
    assert Path("all.pdf").read_bytes() == first


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("--view", "overview", "--view", "children"), ["zone-children.svg", "zone-overview.svg"]),
        (("--all",), ["zone-children.svg", "zone-overview.svg"]),
        (("--all", "-f", "pdf"), ["zone.pdf"]),
        (("--all", "-o", "board.svg"), ["board-children.svg", "board-overview.svg"]),
        (("--all", "-o", "new"), ["new/zone-children.svg", "new/zone-overview.svg"]),
        (
            ("--all", "-o", "2019.06", "-f", "dot"),
            ["2019.06/zone-children.dot", "2019.06/zone-overview.dot"],
        ),
        (("--all", "-o", "new", "-f", "pdf"), ["new/zone.pdf"]),
        (("--view", "children", "--view", "overview", "-o", "two.pdf"), ["two.pdf"]),
        (("--view", "children", "-o", "one.svg"), ["one.svg"]),
        (("zones/harbour.toc.yaml",), ["zone.svg", "zones/harbour.svg"]),
        (("zones/harbour.toc.yaml", "-o", "both.pdf"), ["both.pdf"]),
        (("zones/harbour.toc.yaml", "-o", "both.png"), ["both-harbour.png", "both-zone.png"]),
        (
            ("zones", "--all", "-o", "all"),
            ["all/harbour-overview.svg", "all/zone-children.svg", "all/zone-overview.svg"],
        ),
        (("zones", "--all", "-f", "pdf"), ["zone.pdf", "zones/harbour.pdf"]),
    ],
)
@pytest.mark.usefixtures("harbour")
def test_several_pictures_are_pages_of_a_pdf_or_files_of_their_own(
    zone: Path, run: Run, words: tuple[str, ...], written: list[str]
) -> None:
    result = run("draw", "zone.toc.yaml", *words)
    assert (result.exit_code, result.stdout) == (0, "")
    found = [path for path in zone.parent.rglob("*") if path.is_file() and ".toc." not in path.name]
    assert sorted(path.relative_to(zone.parent).as_posix() for path in found) == written


@pytest.mark.usefixtures("harbour")
def test_the_views_of_several_theories_are_pages_of_one_pdf(zone: Path, run: Run) -> None:
    assert run("draw", "zones/harbour.toc.yaml", zone.name, "--all", "-o", "all.pdf").exit_code == 0
    assert pages("all.pdf") == [
        "The harbour",
        "Breakfast club: How it works",
        "Breakfast club: What children notice",
    ]
    information = PdfReader("all.pdf").trailer["/Info"]
    assert information["/Title"] == "The harbour, Breakfast club"
    assert information["/CreationDate"] == "D:201906"


@pytest.mark.usefixtures("zone")
def test_a_web_page_is_written_beside_the_model(run: Run) -> None:
    result = run("draw", "zone.toc.yaml", "--format", "html")
    assert (result.exit_code, result.stderr) == (0, "Drew zone.html\n")
    assert Path("zone.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.usefixtures("zone")
def test_the_views_of_a_theory_are_in_one_web_page(run: Run) -> None:
    assert run("draw", "zone.toc.yaml", "--all", "-o", "zone.html").exit_code == 0
    page = Path("zone.html").read_text(encoding="utf-8")
    assert page.count('<section class="view">') == 2
    assert page.count("<svg ") == 2


@pytest.mark.usefixtures("zone", "harbour")
def test_a_web_page_has_one_theory_and_a_folder_has_a_page_for_each(run: Run) -> None:
    both = ("draw", "zones/harbour.toc.yaml", "zone.toc.yaml", "--all")
    result = run(*both, "-o", "all.html")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: a web page has one theory: name a folder with --output\n",
    )
    assert not Path("all.html").exists()
    assert run(*both, "-f", "html", "-o", "pages").exit_code == 0
    assert files(Path("pages")) == ["harbour.html", "zone.html"]


@pytest.mark.usefixtures("zone")
def test_the_views_are_drawn_in_the_order_asked_for(run: Run) -> None:
    run("draw", "zone.toc.yaml", "--view", "children", "--view", "overview", "-o", "two.pdf")
    assert pages("two.pdf") == ["What children notice", "How it works"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("zone.toc.yaml", "--all", "-o", "-"),
            (
                "several svg pictures cannot go to standard output; name a folder with --output, "
                "or draw them as one pdf"
            ),
        ),
        (
            ("zone.toc.yaml", "zones/harbour.toc.yaml", "--view", "children"),
            "zones/harbour.toc.yaml: no view 'children'; there is overview",
        ),
        (
            ("zone.toc.yaml", "zones/zone.toc.yaml", "-o", "pictures"),
            "2 pictures would be called 'pictures/zone.svg'; draw their theories one by one",
        ),
        (
            ("zone.toc.yaml", "--all", "-o", "all.gif"),
            f"unknown file type '.gif': this command writes {ENDINGS}",
        ),
        (
            ("zone.toc.yaml", "-o", "pictures"),
            f"'pictures' has no ending: this command writes {ENDINGS}",
        ),
    ],
)
@posix
def test_where_several_pictures_cannot_go_nothing_is_drawn(
    harbour: Path, zone: Path, run: Run, words: tuple[str, ...], said: str
) -> None:
    (harbour.parent / "zone.toc.yaml").write_text(HARBOUR, encoding="utf-8")
    before = sorted(zone.parent.rglob("*"))
    result = run("draw", *words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {said}\n")
    assert sorted(zone.parent.rglob("*")) == before


def test_one_of_several_files_with_errors_leaves_all_undrawn(
    broken: Path, zone: Path, run: Run
) -> None:
    result = run("draw", zone.name, broken.name, "-o", "all.pdf")
    assert (result.exit_code, files(zone.parent)) == (1, [])
    assert result.stderr.startswith("broken.toc.yaml:4:43: error TOC010: 'horizon' is 'soon'")
    assert result.stderr.endswith("\nNothing was drawn, because some files have errors.\n")


def test_several_pictures_go_to_standard_output_as_one_pdf_or_as_text(zone: Path, run: Run) -> None:
    made = run("draw", "zone.toc.yaml", "--all", "-f", "pdf", "-o", "-").stdout_bytes
    assert len(PdfReader(io.BytesIO(made)).pages) == 2
    text = run("draw", "zone.toc.yaml", "--all", "-f", "text", "-o", "-").stdout
    assert ("How it works" in text, "What children notice" in text) == (True, True)
    read_in = run("draw", "-", "--all", "-f", "pdf", stdin=zone.read_text()).stdout_bytes
    assert read_in == made


def test_the_surroundings_of_one_element_are_drawn(zone: Path, run: Run) -> None:
    result = run("draw", "zone.toc.yaml", "--focus", "club", "--format", "mermaid")
    assert result.exit_code == 0
    assert "Breakfast club" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--view", "childern"],
            "no view 'childern'; did you mean 'children'?",
        ),
        (["--view", "x"], "no view 'x'; there is overview, children"),
        (["--focus", "fedd"], "no element 'fedd'; did you mean 'fed'?"),
        (["--focus", "x"], "no element 'x'; 'tocmodel show FILE' lists them"),
        (["--expand", "x"], "no included theory 'x' for the view 'overview'"),
        (["--language", "cy"], "the theory has no words in 'cy'; it has en-GB"),
        (
            ["-o", "a.gif"],
            f"unknown file type '.gif': this command writes {ENDINGS}",
        ),
        (["-o", "no/a.svg"], "cannot write 'no/a.svg': there is no folder 'no'; make it first"),
    ],
)
def test_what_cannot_be_drawn_is_reported(
    zone: Path, run: Run, arguments: list[str], message: str
) -> None:
    result = run("draw", "zone.toc.yaml", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {message}\n")


def test_a_model_with_errors_is_not_drawn(broken: Path, run: Run) -> None:
    result = run("draw", "broken.toc.yaml")
    assert (result.exit_code, result.stdout, files(broken.parent)) == (1, "", [])
    assert result.stderr.startswith("broken.toc.yaml:4:43: error TOC010: 'horizon' is 'soon'")


def test_a_model_from_standard_input_is_drawn_to_standard_output(zone: Path, run: Run) -> None:
    result = run("draw", "-", stdin=zone.read_text())
    assert (result.exit_code, result.stderr, files(zone.parent)) == (0, "", [])
    assert result.stdout.startswith("<?xml")


def test_quiet_draws_without_a_word(zone: Path, run: Run) -> None:
    result = run("draw", "zone.toc.yaml", "--quiet")
    assert (result.exit_code, result.output, files(zone.parent)) == (0, "", ["zone.svg"])


def watched(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], object]) -> None:
    """Do one step in each pause of the watcher, and press Ctrl-C in the last."""
    script: Iterator[Callable[[], object]] = iter(steps)

    def pause() -> None:
        step = next(script, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(draw, "_pause", pause)


def test_a_watched_model_is_drawn_again_after_each_change(
    zone: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = zone.read_text()

    def change(content: str) -> Callable[[], object]:
        def write() -> None:
            before = zone.stat().st_mtime_ns if zone.exists() else 0
            zone.write_text(content)
            os.utime(zone, ns=(before + 10**9, before + 10**9))

        return write

    watched(
        monkeypatch,
        lambda: None,
        change(text.replace("Mornings are calm", "Mornings are quiet")),
        change("tocmodel: 1\n"),
        zone.unlink,
        change(text.replace("Mornings are calm", "Mornings are bright")),
    )
    result = run("draw", "zone.toc.yaml", "--watch")
    assert result.exit_code == 130
    lines = result.stderr.splitlines()
    assert [line for line in lines if not line.startswith((" ", "zone", "To", "1 "))] == [
        "Watching zone.toc.yaml; press Ctrl-C to stop",
        "Drew zone.svg",
        "Drew zone.svg",
        "",
        "Error: cannot read 'zone.toc.yaml': there is no such file; check the name and the folder",
        "Drew zone.svg",
    ]
    assert "Mornings are bright" in Path("zone.svg").read_text(encoding="utf-8")


@pytest.mark.usefixtures("zone")
def test_drawing_as_svg_imports_nothing_slow() -> None:
    code = (
        "import sys\n"
        "from tocmodel.cli.program import program\n"
        "try: program(['draw', 'zone.toc.yaml'], prog_name='tocmodel')\n"
        "except SystemExit as stop: assert stop.code == 0\n"
        "never = ('cattrs', 'graphviz', 'jsonschema', 'networkx', 'rich')\n"
        "print([name for name in never if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


OWN_FRAMEWORK = """\
tocmodel_framework: 1
id: strands
title: Our strands
dimensions:
  strand:
    title: Strand
    classifies: [interventions]
    categories:
      water: {title: On the water}
      land: {title: On land}
"""

SORTED = """\
tocmodel: 1
title: The harbour
frameworks: [ours.framework.yaml]
interventions:
  rowing: {title: Rowing, classified_as: {strands: water}}
  walking: {title: Walking, classified_as: {strands: land}}
views:
  strands: {title: Strands, lanes: strands}
  land: {title: On land, where: {strands: land}}
"""


def test_a_view_may_sort_by_a_framework_of_ones_own(folder: Path, run: Run) -> None:
    (folder / "ours.framework.yaml").write_text(OWN_FRAMEWORK, encoding="utf-8")
    (folder / "harbour.toc.yaml").write_text(SORTED, encoding="utf-8")
    assert "On the water" in run("draw", "harbour.toc.yaml", "--format", "text").stdout
    picked = run("draw", "harbour.toc.yaml", "--view", "land", "--format", "text").stdout
    assert "Walking" in picked
    assert "Rowing" not in picked


def test_a_view_that_sorts_by_a_framework_that_is_not_there_says_so(folder: Path, run: Run) -> None:
    (folder / "harbour.toc.yaml").write_text(SORTED, encoding="utf-8")
    result = run("draw", "harbour.toc.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: the view 'strands': 'lanes' is 'strands'; it is neither one of level, domain, "
        "group, partner, tier nor a framework that the theory names ('ours.framework.yaml', which "
        "it names, was not read)\n"
    )


def test_the_pages_of_the_help_are_those_there_are() -> None:
    assert draw.PAGES == sheet.PAGES


def test_a_large_picture_as_slides_is_several_files_and_one_pdf(run: Run, tmp_path: Path) -> None:
    chain = " -> ".join(f"o{number}" for number in range(14))
    outcomes = "\n".join(f"  o{number}: {{title: Change {number}}}" for number in range(14))
    text = f"tocmodel: 1\ntitle: Long\noutcomes:\n{outcomes}\nlinks:\n  - {chain}\n"
    (tmp_path / "long.toc.yaml").write_text(text, encoding="utf-8")
    result = run("draw", "long.toc.yaml", "--page", "slide")
    assert (result.exit_code, result.stderr) == (
        0,
        "Drew long-1.svg\nDrew long-2.svg\nDrew long-3.svg\n",
    )
    result = run("draw", "long.toc.yaml", "--page", "slide", "-o", "long.pdf")
    assert (result.exit_code, result.stderr) == (0, "Drew long.pdf\n")
    pages = PdfReader(tmp_path / "long.pdf").pages
    assert [tuple(map(float, page.mediabox[2:])) for page in pages] == [(960, 540)] * 3
    result = run("draw", "long.toc.yaml", "--page", "slide", "-o", "-")
    assert "several svg pictures cannot go to standard output" in result.stderr
    result = run("draw", "long.toc.yaml", "--page", "slide", "--format", "text")
    assert (result.exit_code, result.stdout.count("* Change")) == (0, 14)


def test_a_small_picture_as_a_slide_is_one_file(zone: Path, run: Run) -> None:
    result = run("draw", "zone.toc.yaml", "--page", "slide", "-o", "a.svg")
    assert (result.exit_code, result.stderr) == (0, "Drew a.svg\n")
    assert files(zone.parent) == ["a.svg"]
