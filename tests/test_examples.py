"""Every example loads, checks and draws to what is kept, and explains itself."""

import io
import re
import shutil
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from drawn_words import words_by_poppler, words_of_pdf, words_of_svg
from example_models import FOLDER, NAMES, PARTS, Kept, figures, model_file
from PIL import Image

import tocmodel
from tocmodel.analysis.coverage import coverage
from tocmodel.diagnostics import Severity
from tocmodel.drawing import Drawing, draw, draw_matrix
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.loading import load, read
from tocmodel.layout.scene import Text
from tocmodel.model import HasOrigin
from tocmodel.render.png import png, png_dpi
from tocmodel.tables.coverage import to_matrix
from tocmodel.tables.value import value_matrix
from tocmodel.wording import figure_words

VIEWS = [(name, view) for name in NAMES for view in load(model_file(name)).views]
SVG = "{http://www.w3.org/2000/svg}"


def squeezed(text: str) -> str:
    """The text without the white space at which it may have been wrapped."""
    return re.sub(r"\s+", "", text)


def missing(titles: list[str], found: str) -> list[str]:
    """The titles that are not in the text that was found in a picture."""
    return [title for title in titles if squeezed(title) not in squeezed(found)]


@cache
def drawing(name: str, view: str) -> Drawing:
    """A view of an example; several tests look at it, and it is laid out once."""
    return draw(load(model_file(name)), view)


def titles(name: str, view: str) -> list[str]:
    """The words in the boxes of a view, and above them."""
    diagram = drawing(name, view).diagram
    assert diagram.boxes
    # A map has no headings, and one column needs none.
    has_headings = diagram.layout != "map" and len(diagram.columns) > 1
    columns = diagram.columns if has_headings else ()
    return [
        diagram.title,
        *(column.title for column in columns),
        *(lane.title for lane in diagram.lanes),
        *(box.text for box in diagram.boxes),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_inferred_says_so_in_its_origin_and_what_is_stated_names_its_source(
    name: str,
) -> None:
    theory = load(model_file(name)).whole
    claims = [*theory.elements.values(), *theory.links]
    claims += [item for link in theory.links for item in link.assumes if not isinstance(item, str)]
    said = [claim for claim in claims if isinstance(claim, HasOrigin)]
    assert [claim for claim in said if claim.notes.startswith("inferred")] == []
    assert [claim for claim in said if claim.standing == "stated" and not claim.source] == []
    assert [item for item in theory.elements.values() if "inferred" in item.tags] == []


def finding_lines(document: Document) -> str:
    """One line a finding: ``SEVERITY CODE pointer id message``."""
    return "".join(
        f"{finding.severity.value} {finding.code} {'/'.join(map(str, finding.pointer)) or '-'} "
        f"{finding.about or '-'} {finding.message}\n"
        for finding in tocmodel.check(document)
    )


def test_the_index_lists_every_example_and_no_other() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[(.+?)\]\(\1/README\.md\) \|", index, re.MULTILINE) == NAMES


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_an_example_loads_without_a_finding(name: str) -> None:
    assert read(model_file(name)).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_an_example_checks_to_its_kept_findings(name: str, kept: Kept) -> None:
    kept(FOLDER / name / "findings.txt", finding_lines(read(model_file(name))).encode())


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_an_example_checks_to_its_kept_findings(part: str, kept: Kept) -> None:
    kept(FOLDER / f"{part}.findings.txt", finding_lines(read(model_file(part))).encode())


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_an_example_has_no_error(name: str) -> None:
    found = tocmodel.check(read(model_file(name)))
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_overview_of_an_example_is_the_kept_picture(name: str, kept: Kept) -> None:
    kept(FOLDER / name / "overview.svg", drawing(name, "overview").to_bytes("svg"))


def test_the_value_creation_that_the_front_page_shows_is_the_kept_picture(kept: Kept) -> None:
    theory = load(model_file("uk-coaching"))
    picture = tocmodel.draw_matrix(tocmodel.value_matrix(theory))
    kept(FOLDER / "uk-coaching" / "value.svg", picture.to_bytes("svg"))


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_the_svg_of_a_view_holds_every_title(name: str, view: str) -> None:
    svg = drawing(name, view).to_bytes("svg")
    words = ElementTree.fromstring(svg).iter(f"{SVG}text")
    assert missing(titles(name, view), " ".join("".join(text.itertext()) for text in words)) == []


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_the_words_of_a_pdf_are_those_of_the_svg(name: str, view: str) -> None:
    words, pdf = words_of_svg(drawing(name, view).svg), drawing(name, view).pdf()
    assert words_of_pdf(pdf) == words
    if shutil.which("pdftotext"):
        assert words_by_poppler(pdf) == words


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_a_table_as_pdf_are_those_of_its_svg(name: str) -> None:
    document = read(model_file(name))
    theory = document.theory
    assert theory
    tables = [
        to_matrix(coverage(theory, framework), heat=heat)
        for framework in document.frameworks.values()
        for heat in (False, True)
    ]
    for matrix in [*tables, *([value_matrix(theory)] if theory.value_creation else [])]:
        table = draw_matrix(matrix)
        assert words_of_pdf(table.to_bytes("pdf")) == words_of_svg(table.svg)


def drawn(text: Text, picture: Image.Image, scale: float) -> bool:
    """Whether a line of text has ink as dark as it should be in its position."""
    around = (text.left, text.y - 0.8 * text.size, text.left + text.width, text.y)
    darkest, _ = picture.crop(tuple(round(scale * at) for at in around)).getextrema()
    red, green, blue = (int(text.colour[at : at + 2], 16) for at in (1, 3, 5))
    return bool(darkest < 0.299 * red + 0.587 * green + 0.114 * blue + 48)


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_the_png_of_a_view_has_ink_for_every_line_of_every_box(name: str, view: str) -> None:
    diagram, scene = drawing(name, view).diagram, drawing(name, view).scene
    picture = Image.open(io.BytesIO(png(scene, 144))).convert("L")
    boxes = {
        group.id: [item for item in group.items if isinstance(item, Text)]
        for group in scene.find("box")
    }
    words = {id_: squeezed("".join(line.text for line in lines)) for id_, lines in boxes.items()}
    assert [
        box.id for box in diagram.boxes if squeezed(box.text) not in words.get(f"box:{box.id}", "")
    ] == []
    lines = [line for lines in boxes.values() for line in lines]
    assert [line for line in lines if not drawn(line, picture, png_dpi(scene, 144) / 72)] == []


def readme(name: str) -> str:
    return (FOLDER / name / "README.md").read_text(encoding="utf-8")


def figure_table(name: str) -> str:
    """Every figure of an example: its kind, the figure in words, its place, its source."""
    theory = load(model_file(name))
    rows = ["| what | figure | in the file | source |", "|---|---|---|---|"]
    for where, figure in figures(theory).items():
        section, id_ = where.split("/")[:2]
        entry = theory.elements[id_] if section != "place" else None
        what = entry.title if entry else f"{id_.capitalize()} in the place"
        unit = getattr(entry, "unit", "") or getattr(entry, "currency", "")
        words = figure_words(figure, unit)
        source = f"`{figure.source}`" + (f", {figure.at}" if figure.at else "")
        rows.append(f"| {what} | {words} | `{section}` `{id_}` | {source} |")
    return "\n".join(rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_lists_every_figure_of_the_example(name: str, kept: Kept) -> None:
    start, end = "<!-- figures -->\n", "\n<!-- /figures -->"
    before, rest = readme(name).split(start)
    _, after = rest.split(end)
    made = f"{before}{start}{figure_table(name)}{end}{after}"
    kept(FOLDER / name / "README.md", made.encode())


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_explains_each_kind_of_finding_and_no_other(name: str) -> None:
    found = {finding.code for finding in tocmodel.check(read(model_file(name)))}
    assert set(re.findall(r"^\| (TOC\d+) ", readme(name), re.MULTILINE)) == found


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_shows_a_picture_that_is_there_and_says_it_in_words(name: str) -> None:
    pictures = re.findall(r"!\[([^]]*)\]\(([^)]*)\)", readme(name))
    assert [path for _, path in pictures] == ["overview.svg"]
    assert all(len(words) > 100 for words, _ in pictures)
    assert all(Path(FOLDER, name, path).is_file() for _, path in pictures)
