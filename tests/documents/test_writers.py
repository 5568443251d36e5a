"""Each writer writes every kind of block, as programs that read its format see it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pypdf
import pytest
from attrs import evolve
from axe_client import violations
from browser import browser
from markdown_it import MarkdownIt

from tocmodel import TheoryOfChange, TocModelError, draw
from tocmodel.documents.blocks import (
    Callout,
    Illustration,
    ItemList,
    PageBreak,
    SectionHeading,
    TableColumn,
    TextRun,
    TextTable,
    bold,
    cell,
    paragraph,
    runs,
)
from tocmodel.documents.model import FORMATS, WrittenReport
from tocmodel.layout.fonts.bundled_font import FONT_FILES

Require = Callable[[bool, str], None]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def picture() -> Illustration:
    theory = TheoryOfChange(
        title="Breakfast",
        interventions={"club": {"title": "Breakfast club"}},
        outcomes={"fed": {"title": "Children are fed", "horizon": "short"}},
        links=["club -> fed"],
    )
    scene = draw(theory).scene
    return Illustration(scene, alternative="A club leads to food.", caption="How it works")


def report(**changes: Any) -> WrittenReport:
    """A report with every kind of block."""
    blocks = (
        Callout(runs("An imagined example.")),
        SectionHeading("Risks & answers"),
        paragraph("First words", style="lead"),
        SectionHeading("What may happen", 2),
        paragraph(
            "If ", bold("rents"), " rise, see ", TextRun("here", link="https://example.org/")
        ),
        paragraph("“We stayed.”", style="quotation"),
        ItemList((runs("one"), runs("two"))),
        ItemList((runs("first"), runs("second")), numbered=True),
        paragraph("between"),
        ItemList((runs("again first"),), numbered=True),
        TextTable(
            "All risks",
            (TableColumn("Risk", 2), TableColumn("Answer")),
            ((cell("Rents rise", "from outside"), cell("Save")), (cell("Rain"), ())),
        ),
        picture(),
        evolve(picture(), own_page=True, heading="A page for a picture", caption="Again"),
        PageBreak(),
        SectionHeading("The end"),
        paragraph("Small print", style="small"),
    )
    values = {"title": "Breakfast", "subtitle": ("for the board",), "blocks": blocks}
    return WrittenReport(**{**values, **changes})


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_report_gives_the_same_bytes(format_: str) -> None:
    for is_cover in (True, False):
        made = report(has_cover=is_cover)
        assert made.to_bytes(format_) == made.to_bytes(format_)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_report_without_words_is_a_file_too(format_: str) -> None:
    assert WrittenReport(title="").to_bytes(format_)


def test_a_report_is_saved_by_its_ending(tmp_path: Path) -> None:
    report().save(tmp_path / "report.md")
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# Breakfast\n")
    with pytest.raises(TocModelError, match=r"unknown file type '\.odt'"):
        report().save(tmp_path / "report.odt")
    with pytest.raises(TocModelError, match="no format 'odt': choose one of docx, pdf"):
        report().to_bytes("odt")


@pytest.mark.parametrize(
    ("format_", "library", "words"),
    [
        ("docx", "docx", "Word documents need more software: pip install 'tocmodel\\[office\\]'"),
        (
            "pdf",
            "typst",
            "a report as a pdf needs more software: pip install 'tocmodel\\[report\\]'",
        ),
    ],
)
def test_a_missing_library_is_one_sentence(
    format_: str, library: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(TocModelError, match=words):
        report().to_bytes(format_)


# PDF: the structure that a screen reader follows.


def tags(data: bytes) -> list[tuple[str, str]]:
    """Every tag of a PDF in order, with its alternative text."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    found: list[tuple[str, str]] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((str(node["/S"]).lstrip("/"), str(node.get("/Alt", ""))))
            walk(node.get("/K"))

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])  # type: ignore[index]
    return found


def test_a_pdf_is_tagged() -> None:
    data = report(language="cy").to_bytes("pdf")
    reader = pypdf.PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "cy"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Breakfast"
    assert reader.metadata.creation_date is None
    found = tags(data)
    names = [name for name, _ in found]
    assert [name for name in names if name in {"H1", "H2"}] == ["H1", "H2", "H1", "H1"]
    assert names.count("TH") == 2
    assert names.count("TD") == 4
    assert names.count("LI") == 5
    assert [text for name, text in found if name == "Figure"] == ["A club leads to food."] * 2


def test_a_picture_without_words_is_refused_by_typst() -> None:
    silent = evolve(picture(), alternative="")
    with pytest.raises(TocModelError, match="missing alt text"):
        report(blocks=(silent,)).to_bytes("pdf")


def test_letters_that_no_font_has_stop_a_pdf_and_no_other_format() -> None:
    made = report(blocks=(paragraph("漢字"),))
    with pytest.raises(TocModelError, match="no font of the pdf has some letters"):
        made.to_bytes("pdf")
    assert "漢字" in made.to_bytes("html").decode()


def test_a_pdf_has_the_letters_of_a_font_that_is_named() -> None:
    own = FONT_FILES[False]
    data = report(font=(own, own)).to_bytes("pdf")
    assert data == report(font=(own, own)).to_bytes("pdf")
    with pytest.raises(TocModelError, match="there is no such file"):
        report(font=(Path("no.ttf"),)).to_bytes("pdf")


# Word.


def opened_docx(**changes: Any) -> Any:
    return docx.Document(io.BytesIO(report(**changes).to_bytes("docx")))


def test_a_word_document_has_real_headings_and_lists() -> None:
    document = opened_docx()
    styles = [(line.style.name, line.text) for line in document.paragraphs if line.text]
    assert styles == [
        ("Title", "Breakfast"),
        ("Subtitle", "for the board"),
        ("Callout", "An imagined example."),
        ("Heading 1", "Risks & answers"),
        ("Lead", "First words"),
        ("Heading 2", "What may happen"),
        ("Normal", "If rents rise, see here"),
        ("Quote", "“We stayed.”"),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Number", "first"),
        ("List Number", "second"),
        ("Normal", "between"),
        ("List Number", "again first"),
        ("Caption", "How it works"),
        ("Heading 1", "A page for a picture"),
        ("Caption", "Again"),
        ("Heading 1", "The end"),
        ("Small", "Small print"),
    ]


def test_a_table_in_word_repeats_its_headings_and_keeps_its_rows_whole() -> None:
    table = opened_docx().tables[0]
    rows = [
        {child.tag.removeprefix(W) for child in row._tr.get_or_add_trPr()} for row in table.rows
    ]
    assert rows == [{"cantSplit", "tblHeader"}, {"cantSplit"}, {"cantSplit"}]
    assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val") == "All risks"
    assert [[one.text for one in row.cells] for row in table.rows] == [
        ["Risk", "Answer"],
        ["Rents rise\nfrom outside", "Save"],
        ["Rain", ""],
    ]


def test_a_word_document_is_a4_with_a_language_and_described_pictures() -> None:
    document = opened_docx(language="cy", has_cover=True)
    sizes = [(item.page_width.mm, item.page_height.mm) for item in document.sections]
    assert [tuple(round(side) for side in size) for size in sizes] == [
        (210, 297),
        (297, 210),
        (210, 297),
    ]
    assert document.styles.element.find(f".//{W}rPrDefault//{W}lang").get(f"{W}val") == "cy"
    assert document.core_properties.title == "Breakfast"
    assert document.core_properties.author == ""
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == [
        "A club leads to food."
    ] * 2
    links = [item.get(f"{W}anchor") for item in document.element.iter(f"{W}hyperlink")]
    marks = [item.get(f"{W}name") for item in document.element.iter(f"{W}bookmarkStart")]
    assert [link for link in links if link] == marks == ["chapter0", "chapter1", "chapter2"]


def test_a_word_document_has_no_time_of_writing_and_no_preview() -> None:
    with zipfile.ZipFile(io.BytesIO(report().to_bytes("docx"))) as package:
        assert {item.date_time for item in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name]
        related = ET.fromstring(package.read("_rels/.rels"))
        parts = {*package.namelist()}
        assert {item.attrib["Target"].lstrip("/") for item in related} <= parts


def test_the_words_of_tocmodel_are_marked_as_english_in_a_report_in_welsh() -> None:
    blocks = (
        SectionHeading("Risks"),
        SectionHeading("Stori'r cerdyn", 2, is_ours=False),
        TextTable("Risks", (TableColumn("Risk"),), ((cell("Glaw"),),)),
    )
    made = report(language="cy", blocks=blocks)
    page = made.to_bytes("html").decode()
    assert '<h2 id="section-0" lang="en">Risks</h2>' in page
    assert '<h3 id="section-1">Stori\'r cerdyn</h3>' in page
    assert '<th scope="col" lang="en">Risk</th>' in page
    document = docx.Document(io.BytesIO(made.to_bytes("docx")))
    marked = [
        run.text
        for run in document.element.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    ]
    assert marked == ["Risks", "Risk"]
    assert made.to_bytes("pdf").count(b"/Lang") > 1
    assert b'lang="en"' not in report(blocks=blocks).to_bytes("html")


# Markdown and HTML.


def test_markdown_reads_as_it_was_meant() -> None:
    text = report().to_bytes("markdown").decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = [token.type for token in tokens if token.type.endswith("_open")]
    counts = {kind: kinds.count(f"{kind}_open") for kind in ("heading", "table", "tr", "list_item")}
    assert counts == {"heading": 5, "table": 1, "tr": 3, "list_item": 5}
    assert "[here](<https://example.org/>)" in text
    assert "**The picture in words.** A club leads to food." in text


WORDS_LIKE_MARKUP = [
    *("# a", "- a", "+ a", "1. a", "1) a", "> a", "* a", "= a", "== ==", "``` a", "~~~", "| a |"),
    *("<b>a</b>", "[a](b)", "![a](b)", "*a*", "_a_", "`a`", "&amp;", "a\\", "--- a", "&#35; a"),
]


@pytest.mark.parametrize("words", WORDS_LIKE_MARKUP)
def test_words_that_look_like_markup_stay_words(words: str) -> None:
    blocks = (paragraph(words), ItemList((runs(words), runs(bold(words)))), SectionHeading(words))
    text = report(blocks=blocks, subtitle=()).to_bytes("markdown").decode()
    tokens = MarkdownIt("commonmark", {"html": True}).enable("strikethrough").parse(text)
    inside = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inside} <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
    }
    shown = [
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.children
    ]
    assert shown[1:] == [words] * 4


def test_a_page_breaks_no_rule_of_accessibility(
    tmp_path: Path, node_modules: Path, require: Require
) -> None:
    script = node_modules / "axe-core" / "axe.min.js"
    require(browser() is not None and script.is_file(), "no browser, or no axe-core, is installed")
    page = report(has_cover=True).to_bytes("html").decode()
    without_policy = page.replace("Content-Security-Policy", "x-policy")
    assert violations(without_policy, script, tmp_path) == []
