"""Mistakes as people type them: where each is found, and what is said to write instead.

A file of ``mistakes`` has cases: a heading, what was typed, and after ``=>`` each finding with its
line, column, code, message and help. With ``--update-snapshots`` the findings are written anew.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tocmodel.diagnostics import Finding
from tocmodel.loading import reads

MISTAKES = sorted((Path(__file__).parent / "mistakes").glob("*.txt"))
BELOW = "tocmodel: 1\ntitle: A zone\n"
"""What makes a theory of what was typed; it goes below, so that the lines stay as they are."""

ADVISES = re.compile(
    "did you mean|write|add|leave|swap|correct|remove|give|put|unique|there is|there are|may have|"
    "not one of|the most is"
)


def cases(path: Path) -> Iterator[tuple[str, str]]:
    """What was typed, by its heading."""
    for case in re.split("^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, rest = case.partition("\n")
        typed = re.split("^(?:=>|$)", rest, maxsplit=1, flags=re.MULTILINE)[0]
        yield heading, typed.rstrip("\n") + "\n"


def findings(typed: str) -> tuple[Finding, ...]:
    """What is found in it."""
    return reads(f"{typed}{BELOW}", "typed.toc.yaml").findings


def as_kept(finding: Finding) -> str:
    """A finding in the form in which it is kept."""
    span = finding.span
    assert span is not None
    help_ = f"\n   help: {finding.help}" if finding.help else ""
    return f"=> {span.line}:{span.column} {finding.code} {finding.message}{help_}\n"


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_each_mistake_is_found_where_it_is_and_its_message_says_what_to_write(
    path: Path, kept: Callable[[Path, bytes], None]
) -> None:
    said = [
        f"## {heading}\n{typed}{''.join(map(as_kept, findings(typed)))}"
        for heading, typed in cases(path)
    ]
    kept(path, "\n".join(said).encode())


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_no_mistake_goes_without_advice(path: Path) -> None:
    for heading, typed in cases(path):
        found = findings(typed)
        assert found, heading
        for finding in found:
            assert ADVISES.search(f"{finding.message} {finding.help}"), heading


MEANT = re.compile("; did you mean '([^']+)'\\?$")


def mended(typed: str, finding: Finding, meant: str) -> str:
    """What was typed, with what a finding is about replaced by what it says was meant."""
    span = finding.span
    assert span is not None
    lines = typed.split("\n")
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + meant + line[span.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_what_is_said_to_be_meant_is_right_where_it_is_written(path: Path) -> None:
    tried = 0
    for heading, typed in cases(path):
        for finding in findings(typed):
            found = MEANT.search(finding.message)
            if found is None or finding.help:  # more is to be done
                continue
            assert finding.span is not None
            tried += 1
            after = findings(mended(typed, finding, found[1]))
            assert (finding.span.line, finding.span.column, finding.code) not in {
                (one.span.line, one.span.column, one.code) for one in after if one.span
            }, heading
    assert tried or path.stem == "numbers"
