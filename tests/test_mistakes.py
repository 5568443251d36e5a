"""Mistakes as people type them: where each is found, and the suggested correction.

A file of ``mistakes`` has cases: a heading, what was typed, and after ``=>`` each finding with its
line, column, code, message and help. With ``--update-snapshots`` the findings are written anew.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tocmodel.diagnostics import Finding
from tocmodel.fileformat.loading import reads

MISTAKES = sorted((Path(__file__).parent / "mistakes").glob("*.txt"))
BELOW = "tocmodel: 1\ntitle: A zone\n"
"""Text that completes the typed text to a theory; it goes below to keep the line numbers."""

ADVISES = re.compile(
    "did you mean|write|add|leave|swap|correct|remove|give|put|unique|there is|there are|may have|"
    "not one of|the most is"
)


def cases(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the heading and typed text of each case."""
    for case in re.split("^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, rest = case.partition("\n")
        typed = re.split("^(?:=>|$)", rest, maxsplit=1, flags=re.MULTILINE)[0]
        yield heading, typed.rstrip("\n") + "\n"


def findings(typed: str) -> tuple[Finding, ...]:
    """Return the findings in the typed text."""
    return reads(f"{typed}{BELOW}", "typed.toc.yaml").findings


def as_kept(finding: Finding) -> str:
    """Return a finding as in the cases."""
    span = finding.span
    assert span is not None
    help_ = f"\n   help: {finding.help}" if finding.help else ""
    return f"=> {span.line}:{span.column} {finding.code} {finding.message}{help_}\n"


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_each_mistake_is_found_at_its_place_with_a_correction(
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
    """Return the typed text with the mistake replaced by the suggested correction."""
    span = finding.span
    assert span is not None
    lines = typed.split("\n")
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + meant + line[span.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_the_suggested_correction_works_in_its_place(path: Path) -> None:
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
