"""Words with every hidden character in every output: nothing acts on a terminal or hides."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from commands import ARGUMENTS, DATA, usual_formats

from tocmodel.cli.program import program
from tocmodel.render.spreadsheet import csv_bytes

SINGLE = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    0xFFFE,
    0xFFFF,
    *(0xE0001, 0xE0020, 0xE0041, 0xE007F),
)
"""C0, C1, marks, overrides and isolates of direction, zero-width and tag characters, and such."""

HIDDEN = {chr(number) for number in SINGLE}
WORDS = "a" + "b".join(map(chr, SINGLE)) + "c"


def escaped(text: str) -> str:
    """A text in quotes of YAML, in which each of the characters is an escape."""
    return '"' + "".join(f"\\U{ord(x):08x}" if x in HIDDEN else x for x in text) + '"'


THEORY = f"""\
tocmodel: 1
title: {escaped(WORDS)}
frameworks: [value-creation]
spaces:
  space: {{title: {escaped(WORDS)}}}
interventions:
  club: {{title: {escaped(WORDS)}, description: {escaped(WORDS)}}}
outcomes:
  fed: {{title: {escaped(WORDS)}, horizon: short, who: {escaped(WORDS)}}}
value_creation:
  idea: {{title: {escaped(WORDS)}, space: space, cycle: potential}}
links:
  - {{from: club, to: fed, because: {escaped(WORDS)}}}
trackers:
  pastoral:
    title: {escaped(WORDS)}
    data: {{file: pupils.csv, each: pupil, time: term}}
    signs: {{late: {{title: {escaped(WORDS)}, column: late, is: true}}}}
    tips: {{flagged: {{any: [late]}}}}
    offers: {{meal: {{intervention: club, for: [late], given: {{column: fed, is: true}}}}}}
reviews:
  first: {{title: {escaped(WORDS)}, date: 2024-05-01, decided: {escaped(WORDS)}}}
"""

ASKED = {
    **{name: words for name, words in ARGUMENTS.items() if "zone.toc.yaml" in words},
    "diff": ("harbour.toc.yaml", "zone.toc.yaml"),
    "framework coverage": ("zone.toc.yaml", "value-creation"),
    "pathways": ("zone.toc.yaml", "club", "fed"),
}
BINARY = {"png", "xlsx", "docx", "pptx", "workbook", "kumu-sheets", "causal-map", "prsm"}
CASES = [
    (command, format_)
    for command in ASKED
    for format_ in usual_formats(command)
    if format_ not in BINARY | {"pdf"}
]


def run(*words: str) -> Result:
    return CliRunner().invoke(program, words, prog_name="tocmodel")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("zone.toc.yaml").write_text(THEORY, encoding="utf-8")
    for name, text in DATA.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("harbour.toc.yaml").write_text("tocmodel: 1\ntitle: The harbour\n", encoding="utf-8")


@pytest.mark.parametrize(("command", "format_"), CASES)
def test_no_hidden_character_reaches_an_output(command: str, format_: str) -> None:
    done = run(*command.split(), *ASKED[command], "--format", format_, "-o", "-")
    assert done.exit_code in (0, 1), done.stderr
    answer = done.stdout_bytes.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    assert answer
    assert sorted(HIDDEN & {*answer, *done.stderr} - {"\n"}) == []
    if format_ in ("svg", "junit"):
        ET.fromstring(answer)
    elif format_ in ("json", "sarif"):
        json.loads(answer)


def test_json_keeps_every_character_by_an_escape() -> None:
    answer = run("show", "zone.toc.yaml", "--format", "json").stdout
    assert WORDS in {entry["title"] for entry in json.loads(answer)["elements"]}


def test_the_words_that_a_user_types_are_shown_safely() -> None:
    for command in (("describe", WORDS), ("show", "zone.toc.yaml", WORDS), ("check", WORDS[4:])):
        done = run(*command)
        assert done.exit_code in (1, 2), command
        assert sorted(HIDDEN & {*done.stdout, *done.stderr} - {"\n"}) == [], command


STARTS = "=+-@\t\r＝＋－＠"


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", ["", "a\n", "a;", "a\n;", 'a;"', "a; "])
def test_no_line_and_no_part_of_a_cell_is_a_formula(before: str, start: str) -> None:
    """Excel splits at commas or at semicolons, as its country has it."""
    text = csv_bytes([["club", f"{before}{start}1+1"], ["12", "-3.5"]]).decode("utf-8-sig")
    for delimiter in ",;":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            for line in (line for cell in row for line in cell.split("\n")):
                assert not re.match(r'[\s"]*[=+\-@＝＋－＠]', line) or line == "-3.5"
    assert [*csv.reader(io.StringIO(text, newline=""))][1] == ["12", "-3.5"]
    assert text.splitlines()[-1] == '"12","-3.5"'
