"""Whatever a story form holds, its stories go into the theory or it is said why not."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from odd_labels import ODD

from tocmodel.diagnostics import TocModelError
from tocmodel.document import Document
from tocmodel.loading import reads
from tocmodel.stories import adopt, form_bytes, read_form
from tocmodel.stories.inserting import with_stories

EXAMPLES = int(os.environ.get("TOCMODEL_FUZZ_EXAMPLES", "60"))

odd = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

WORDS = [
    "Story",
    "Teller",
    "Cycle",
    "Says",
    "Status",
    "Date",
    "applied",
    "realised",
    "happened",
    "hoped for",
    "circle",
    "2019-06-14",
    "2019-02-31",
    "Sayz",
    "=1+1",
    "\ufeff",
    "\x00",
    "\x85",
    "\u2028",
    "\ud800",
    "\x1b[31m",
    "x" * 400,
    *ODD,
]
TEXT_PIECES = [*(f"{word}: " for word in WORDS[:6]), *WORDS, "\n", "\n", "\r\n", "\r", "# ", " "]
SHEET_PIECES = [
    "story,cycle,says\n",
    "story;cycle;says;status;date\n",
    "story\tcycle\tsays\n",
    *WORDS,
    *[",", ";", "\t", '"', '""', "\n", "\r\n", "\r"] * 3,
]

THEORIES = (
    "tocmodel: 1\ntitle: T\nspaces:\n  circle: {title: Circle}\n",
    "tocmodel: 1\ntitle: T\nstories:\n  gate:\n    title: Gate\n    steps: []\n# the end",
    "{tocmodel: 1, title: T, stories: {}}",
    "tocmodel: 1\ntitle: T\nstories: {gate: {title: Gate}}\nnotes: |\n  stories:\n",
    "tocmodel: 1\r\ntitle: T\r\nstories:\r\n  gate:\r\n    title: Gate\r\n",
    "tocmodel: 1\ntitle: T\nstories:\n",
)


def put_in(path: Path, data: bytes, theory: str) -> None:
    """Fail unless the stories of a form stand in the theory, or something is said."""
    path.write_bytes(data)
    document: Document = reads(theory, "zone.toc.yaml")
    assert document.theory is not None
    form = read_form(path)
    assert form == read_form(path)
    adopted = adopt([form], document.theory)
    if adopted.problems:
        assert all(problem.message and str(problem) for problem in adopted.problems)
        return
    try:
        text = with_stories(document, adopted.stories)
    except TocModelError:  # there is no sure place for them
        return
    found = reads(text, "zone.toc.yaml").theory
    assert found is not None
    assert dict(found.stories) == {**document.theory.stories, **adopted.stories}


@odd
@given(pieces=st.lists(st.sampled_from(TEXT_PIECES), max_size=25), theory=st.sampled_from(THEORIES))
def test_any_text_is_a_form_or_is_refused(tmp_path: Path, pieces: list[str], theory: str) -> None:
    put_in(tmp_path / "a.story.txt", "".join(pieces).encode("utf-8", "surrogatepass"), theory)


@odd
@given(
    title=st.text(min_size=1, max_size=40),
    says=st.text(min_size=1, max_size=80),
    theory=st.sampled_from(THEORIES),
)
@example(title="# no", says="- a: b", theory=THEORIES[0])
def test_any_words_of_a_teller_come_into_the_theory(
    tmp_path: Path, title: str, says: str, theory: str
) -> None:
    form = f"Story: {title}\nCycle: applied\nSays: {says}\n"
    put_in(tmp_path / "a.story.txt", form.encode("utf-8", "surrogatepass"), theory)


@odd
@given(
    pieces=st.lists(st.sampled_from(SHEET_PIECES), max_size=25), theory=st.sampled_from(THEORIES)
)
def test_any_sheet_is_a_form_or_is_refused(tmp_path: Path, pieces: list[str], theory: str) -> None:
    put_in(tmp_path / "a.csv", "".join(pieces).encode("utf-8", "surrogatepass"), theory)


@odd
@given(data=st.binary(max_size=300), ending=st.sampled_from([".txt", ".csv", ".xlsx"]))
def test_any_bytes_are_a_form_or_are_refused(tmp_path: Path, data: bytes, ending: str) -> None:
    pytest.importorskip("python_calamine")
    put_in(tmp_path / f"a{ending}", data, THEORIES[0])


@odd
@given(data=st.data())
def test_a_damaged_workbook_is_a_form_or_is_refused(tmp_path: Path, data: st.DataObject) -> None:
    pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    with zipfile.ZipFile(io.BytesIO(form_bytes("xlsx"))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)), "part")
    start = data.draw(st.integers(0, len(parts[name])), "start")
    end = data.draw(st.integers(start, min(len(parts[name]), start + 80)), "end")
    piece = data.draw(
        st.binary(max_size=12)
        | st.sampled_from([b"<v>1e999</v>", b"<f>1+1</f>", b'r="ZZZ9"', b"<!DOCTYPE x>", b"&x;"]),
        "piece",
    )
    parts[name] = parts[name][:start] + piece + parts[name][end:]
    kind = data.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA]))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as damaged:
        for part, content in parts.items():
            damaged.writestr(part, content)
    put_in(tmp_path / "a.xlsx", file.getvalue(), THEORIES[0])


@odd
@given(data=st.data())
def test_a_workbook_with_bytes_changed_is_a_form_or_is_refused(
    tmp_path: Path, data: st.DataObject
) -> None:
    pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    book = bytearray(form_bytes("xlsx"))
    for _ in range(data.draw(st.integers(1, 6))):
        book[data.draw(st.integers(0, len(book) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([0, 0, 0, 1, 30, 2000]))
    put_in(tmp_path / "a.xlsx", bytes(book[: len(book) - cut]), THEORIES[0])
