"""The ending of --output decides the format for every command, and CSV is the same everywhere."""

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli_types import Run
from commands import ARGUMENTS, WRITING, formats, make_project, usual_formats

from tocmodel.formats import THEORY_SUFFIXES, WriterInput, endings, names_from, suffixes_of

ONLY_ONE = {"schema": ("json",)}
"""The format of commands that offer no choice."""

ELSEWHERE = (".gif", ".odt", ".html5", ".sarif2", "")
"""Endings that ask for none of our formats."""

ALSO = {"convert": (*THEORY_SUFFIXES, ".xlsx")}
"""Endings of the theories and workbooks that a command writes without a name for ``--format``."""

STARTS: Mapping[str, bytes | tuple[bytes, ...]] = {
    "svg": b"<?xml",
    "png": b"\x89PNG\r\n",
    "pdf": b"%PDF-",
    "dot": b"digraph",
    "html": b"<!doctype html>",
    "csv": b"\xef\xbb\xbf",
    "xlsx": b"PK",
    "docx": b"PK",
    "markdown": b"#",
    "json": (b"{", b"["),
    "sarif": b'{\n  "$schema": "https://docs.oasis-open.org/sarif',
    "junit": b"<?xml",
}


@pytest.fixture(autouse=True)
def project(folder: Path) -> None:
    """A project in the current folder."""
    make_project(folder)


def written(command: str) -> tuple[str, ...]:
    """The formats in which a command answers with the usual arguments."""
    return usual_formats(command) or ONLY_ONE[command]


@pytest.mark.parametrize("command", ARGUMENTS)
def test_the_ending_decides_the_format(run: Run, folder: Path, command: str) -> None:
    for ending, name in suffixes_of(written(command)).items():
        result = run(*command.split(), *ARGUMENTS[command], "-o", f"answer{ending}")
        assert (result.exit_code in (0, 1), result.stdout) == (True, ""), result.stderr
        data = (folder / f"answer{ending}").read_bytes()
        assert data.startswith(STARTS.get(name, b"")), (command, ending, data[:60])
        assert len(data) > 20
        if name in ("json", "sarif"):
            json.loads(data)
        if name in ("svg", "junit"):
            ElementTree.fromstring(data)


@pytest.mark.parametrize("command", ARGUMENTS)
def test_an_ending_that_a_command_cannot_write_is_refused_with_those_it_can(
    run: Run, folder: Path, command: str
) -> None:
    before = sorted(folder.iterdir())
    mine = suffixes_of(written(command))
    for ending in (*suffixes_of(names_from(*WriterInput)), *ELSEWHERE):
        if ending not in mine and ending not in ALSO.get(command, ()):
            result = run(*command.split(), *ARGUMENTS[command], "-o", f"answer{ending}")
            assert (result.exit_code, result.stdout) == (2, ""), (command, ending)
            (line,) = result.stderr.splitlines()
            for name in written(command):
                assert all(usual in line for usual in endings(name)[:1])
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("check", "zone.toc.yaml", "-o", "findings.html"),
            "unknown file type '.html': this command writes .txt, .json, .sarif or .xml",
        ),
        (
            ("check", "zone.toc.yaml", "-o", "findings.xlsx"),
            "unknown file type '.xlsx': this command writes .txt, .json, .sarif or .xml",
        ),
        (
            ("check", "zone.toc.yaml", "-o", "findings"),
            "'findings' has no ending: this command writes .txt, .json, .sarif or .xml",
        ),
        (
            ("check", "zone.toc.yaml", "-o", "zone.toc.yaml"),
            (
                "'zone.toc.yaml' is the name of a theory: this command writes .txt, .json, .sarif "
                "or .xml"
            ),
        ),
        (
            ("check", "zone.toc.yaml", "-f", "junit", "-o", "findings.json"),
            (
                "--format junit does not go with the ending '.json': leave out --format, or end "
                "the name in .xml"
            ),
        ),
        (
            ("value", "zone.toc.yaml", "--claims", "-o", "claims.svg"),
            "unknown file type '.svg': claims are written as .txt, .md, .csv or .xlsx",
        ),
        (
            ("value", "zone.toc.yaml", "--matrix", "-o", "matrix.md"),
            (
                "unknown file type '.md': the matrix is written as .svg, .png, .pdf, .csv, .xlsx, "
                ".html or .txt"
            ),
        ),
        (
            ("framework", "coverage", "zone.toc.yaml", "--heat", "-o", "heat.md"),
            (
                "unknown file type '.md': a table is written as .svg, .png, .pdf, .csv, .xlsx, "
                ".html or .txt"
            ),
        ),
        (
            ("framework", "show", "ours.framework.yaml", "-o", "ours.toc.yaml"),
            "'ours.toc.yaml' is the name of a theory: a framework is shown as .txt or .md",
        ),
        (
            ("framework", "show", "resilience", "--template", "compartments", "-o", "ours.md"),
            "unknown file type '.md': a template is written as .toc.yaml",
        ),
        (("show", "zone.toc.yaml", "-o", "."), "'.' is a folder; name a file in it"),
    ],
)
def test_what_is_stated_for_an_ending(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("findings.txt", "text"),
        ("findings.json", "json"),
        ("findings.sarif", "sarif"),
        ("findings.sarif.json", "sarif"),
        ("findings.xml", "junit"),
    ],
)
def test_findings_are_written_by_the_ending_of_the_name(
    run: Run, folder: Path, name: str, format_: str
) -> None:
    assert run("check", "zone.toc.yaml", "-o", name).stderr == f"Wrote {name}\n"
    shown = run("check", "zone.toc.yaml", "--format", format_).stdout_bytes
    assert (folder / name).read_bytes() == shown


def test_a_format_of_the_environment_is_a_habit_that_an_ending_goes_before(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOCMODEL_CHECK_FORMAT", "json")
    assert run("check", "zone.toc.yaml").stdout.startswith("{")
    assert run("check", "zone.toc.yaml", "-o", "a.txt").exit_code == 0
    assert not (folder / "a.txt").read_text(encoding="utf-8").startswith("{")


_PARTS = {"value": ((), ("--claims",)), "framework coverage": ((), ("--heat",))}


def test_the_documentation_lists_the_endings_of_every_command(repository: Path) -> None:
    page = (repository / "docs" / "how-to" / "save-answers.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in page.splitlines() if line.startswith("| `")]
    said = {
        name: sorted(re.findall(r"`(\.[\w.]+)`", endings))
        for commands, endings in rows
        for name in re.findall(r"`([^`]+)`", commands)
        if "--" not in name  # some commands write more with an option
    }
    assert said == {
        command: sorted(
            {
                *(endings(name)[0] for name in written(command) if name != "github"),
                *ALSO.get(command, ())[:1],
                *ALSO.get(command, ())[3:],
            }
        )
        for command in ARGUMENTS
    }


TABLES = [
    (name, *more)
    for name, command in WRITING.items()
    if "csv" in formats(command)
    for more in _PARTS.get(name, ((),))
]
"""Every command that writes CSV."""


@pytest.mark.parametrize("command", TABLES, ids=" ".join)
def test_csv_opens_in_a_spreadsheet_and_holds_no_formula(
    run: Run, folder: Path, command: tuple[str, ...]
) -> None:
    name, *more = command
    words = (*name.split(), *ARGUMENTS[name], *more)
    assert run(*words, "-o", "table.csv").exit_code == 0
    data = (folder / "table.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # or Excel takes it for another encoding
    lines = data.count(b"\r\n")
    assert lines == len(data.decode("utf-8-sig").split("\r\n")) - 1
    assert lines > (0 if name == "review" else 1)  # nothing is on the agenda of the project
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    signs = ("+", "-")  # a sign alone begins no formula
    others = [cell for row in rows for cell in row if cell not in signs]
    assert [cell for cell in others if cell.startswith(("=", "+", "@"))] == []
    assert run(*words, "--format", "csv").stdout_bytes == data


def test_the_theory_of_these_tests_holds_formulas(run: Run) -> None:
    for words in (("show", "zone.toc.yaml"), ("value", "zone.toc.yaml", "--claims")):
        assert "'=" in run(*words, "--format", "csv").stdout
