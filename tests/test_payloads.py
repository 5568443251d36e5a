"""Words that mean harm stay words in every output, as readers of each format see it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from browser import browser, opened
from commands import WRITING
from mermaid_client import rendered
from outputs import ASKED, CASES, Words, added, output
from payloads import HARMLESS, PAYLOADS
from structures import STRUCTURES

from tocmodel.characters import UNSAFE
from tocmodel.formats import WriterInput, names_from

Require = Callable[[bool, str], None]
_ALL = tuple(PAYLOADS.values())
ROUNDS = [(*_ALL[at:], *_ALL[:at]) for at in range(0, len(_ALL), 6)]
"""The payloads in turn, so that each comes to several places."""


def written(*names: str) -> list[bytes]:
    """Return every output with payloads in some formats."""
    found = [output(*case, payloads) for case in CASES if case[2] in names for payloads in ROUNDS]
    return [data for data in found if data]


def test_every_format_has_a_reader_here_and_every_command_is_asked() -> None:
    assert set(STRUCTURES) == set(names_from(*WriterInput))
    assert set(ASKED) == set(WRITING)
    assert {case[2] for case in CASES if output(*case, HARMLESS[:1])} == set(STRUCTURES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {' '.join(case[1])} {case[2]}")
def test_words_add_nothing_to_the_structure_of_an_output(case: tuple[str, Words, str]) -> None:
    assert [added(*case, payloads) for payloads in ROUNDS] == [[]] * len(ROUNDS)


# Other people's programs.

PAGE = """<!doctype html><meta charset="utf-8"><title>quiet</title><pre id="answer">none</pre>
<div id="pictures">PICTURES</div>
<script>
addEventListener("load", () => {
  const frames = [...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument);
  const all = [document.querySelector("#pictures"), ...frames];
  const ours = "script, a[href^='#'], svg a[href^='#']";  // of a page: its policy names its script
  const alive = "script, a, alive, object, img, [onload], [onerror], [onmouseover], [autofocus]";
  const found = all.flatMap((root) => [...root.querySelectorAll(alive)])
    .filter((one) => one.ownerDocument === document || !one.matches(ours)
      || one.textContent.includes("ALIVE=") && one.matches("script:not([type])"));
  const scripts = frames.filter((frame) => frame.querySelectorAll("script").length > 2);
  document.querySelector("#answer").textContent = [
    frames.filter((frame) => frame.body.textContent.length > 100).length,
    document.querySelectorAll("#pictures > svg").length,
    found.length + scripts.length,
    document.title,
    String(window.ALIVE),
  ].join(" ");
});
</script>"""


def test_a_browser_finds_nothing_alive_in_pictures_and_pages(
    tmp_path: Path, require: Require
) -> None:
    require(browser() is not None, "no browser is installed")
    pictures = [data.decode() for data in written("svg")]
    pages = [data.decode() for data in written("html")]
    frames = [
        f'<iframe srcdoc="{page.replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
        for page in pages
    ]
    inside = "".join(re.sub(r"^<\?xml.*?\?>", "", text) for text in pictures) + "".join(frames)
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("PICTURES", inside), encoding="utf-8")
    answer = re.search('<pre id="answer">(.*?)</pre>', opened(page, tmp_path))
    assert answer is not None
    assert answer[1] == f"{len(pages)} {len(pictures)} 0 quiet undefined"


def test_mermaid_finds_nothing_alive_even_where_it_trusts_its_texts(
    tmp_path: Path, node_modules: Path, require: Require
) -> None:
    script = node_modules / "mermaid" / "dist" / "mermaid.min.js"
    require(browser() is not None and script.is_file(), "no browser, or no mermaid, is installed")
    texts = [data.decode() for data in written("mermaid")]
    answers = rendered(texts, script, tmp_path, "loose")
    assert [(answer.get("error"), answer.get("alive")) for answer in answers] == [(None, 0)] * len(
        texts
    )


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_spreadsheet_finds_no_formula(separator: str, tmp_path: Path, require: Require) -> None:
    """LibreOffice asks for the separator; Excel takes that of its country."""
    require(shutil.which("soffice") is not None, "LibreOffice (soffice) is not installed")
    for number, data in enumerate(written("csv")):
        (tmp_path / f"{number}.csv").write_bytes(data)
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"]
    # the code of the separator, that of the quotation mark, UTF-8, from the first line; at the end,
    # whether a cell may become a formula
    options = f"CSV:{ord(separator)},34,76,1,,0,false,true,false,false,false,-1,true"
    subprocess.run(
        [*command, f"--infilter={options}", "--convert-to", "xlsx", "--outdir", str(tmp_path)]
        + [str(path) for path in tmp_path.glob("*.csv")],
        check=True,
        capture_output=True,
        timeout=240,
    )
    books = sorted(tmp_path.glob("*.xlsx"))
    assert len(books) == len(written("csv"))
    cells = [
        cell
        for book in books
        for sheet in openpyxl.load_workbook(book)
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


ADDED_TO_WORDS = {"\n", "\x0c", "\u202a", "\u202b", "\u202c", "\u2060"}
"""Ends of lines and pages, the directions of the words that are on the page, and what typst puts
before the page numbers of contents, so that they stay in their line."""


def test_poppler_reads_no_hidden_character_in_a_pdf(tmp_path: Path, require: Require) -> None:
    require(shutil.which("pdftotext") is not None, "poppler is not installed")
    file = tmp_path / "picture.pdf"
    hidden = {name: PAYLOADS[name] for name in ("direction", "terminal", "lines", "NUL")}
    found = []
    for case in (case for case in CASES if case[2] == "pdf"):
        for data in filter(None, (output(*case, (payload,)) for payload in hidden.values())):
            file.write_bytes(data)
            words, about = (
                subprocess.run(command, capture_output=True, check=True).stdout.decode()
                for command in (["pdftotext", str(file), "-"], ["pdfinfo", str(file)])
            )
            found.append("ALIVE" in words)
            assert {*UNSAFE.findall(words + about)} <= ADDED_TO_WORDS, case
    assert any(found)
