"""The report for people: grouped, short, with the place to look at."""

import pytest

from tocmodel.analysis.theory_kind import KindOfTheory
from tocmodel.diagnostics import Finding, Severity, Span
from tocmodel.model import TheoryKind
from tocmodel.report.findings import CheckedFile, Report
from tocmodel.report.findings.excerpt import excerpt
from tocmodel.report.findings.github import write as write_github
from tocmodel.report.findings.text import write

PATH = "a.toc.yaml"


def report(severity: Severity, count: int) -> Report:
    """A report of like findings, on lines 1, 2, 3 ..."""
    findings = tuple(
        Finding(
            code="TOC204",
            rule="link-no-rationale",
            severity=severity,
            message=f"link {line} gives no reason",
            span=Span(PATH, line, 1, line, 3),
            help="add 'because'",
        )
        for line in range(1, count + 1)
    )
    text = "".join(f"line {line}\n" for line in range(1, count + 1))
    return Report(files=(CheckedFile(path=PATH, text=text, findings=findings),))


def test_many_warnings_of_a_rule_are_cut_short_but_each_line_is_named() -> None:
    assert write(report(Severity.WARNING, 11)) == (
        "a.toc.yaml:1:1: warning TOC204: link 1 gives no reason\n"
        "  1 | line 1\n"
        "    | ^^\n"
        "  help: add 'because'\n"
        "a.toc.yaml:2:1: warning TOC204: link 2 gives no reason\n"
        "  2 | line 2\n"
        "    | ^^\n"
        "a.toc.yaml:3:1: warning TOC204: link 3 gives no reason\n"
        "  3 | line 3\n"
        "    | ^^\n"
        "a.toc.yaml:4:1: warning TOC204: link 4 gives no reason\n"
        "a.toc.yaml:5:1: warning TOC204: link 5 gives no reason\n"
        "a.toc.yaml:6:1: warning TOC204: link 6 gives no reason\n"
        "a.toc.yaml:7:1: warning TOC204: link 7 gives no reason\n"
        "a.toc.yaml:8:1: warning TOC204: link 8 gives no reason\n"
        "  and 3 more like these, on lines 9, 10, 11\n"
        "\n"
        "11 warnings in 1 file.\n"
        "To read why a check matters and what to do: tocmodel describe TOC204\n"
    )


def test_no_error_is_left_out() -> None:
    written = write(report(Severity.ERROR, 30))
    assert [f"link {line} gives" in written for line in range(1, 31)] == [True] * 30


def test_a_short_list_takes_the_place_of_the_findings_but_all_are_counted() -> None:
    full = report(Severity.ADVICE, 5).files[0]
    short = CheckedFile(path=PATH, text=full.text, findings=full.findings, short=full.findings[:1])
    written = write(Report(files=(short,)))
    assert "link 2" not in written
    assert "5 pieces of advice in 1 file. 5 of these are grouped into 1.\n" in written


def test_github_says_when_it_shows_fewer_than_there_are() -> None:
    foot = write_github(report(Severity.ERROR, 11)).splitlines()[-1]
    assert foot == (
        "11 errors in 1 file. "
        "GitHub shows the first 10 of each level; all of them are listed above."
    )


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("a: 価値 here\n", (1, 7, 1, 11), ("1", "a: 価値 here", "        ^^^^")),
        ("cafe\u0301: x\n", (1, 8, 1, 9), ("1", "cafe\u0301: x", "      ^")),
        ("a\r\nb\rc\n", (3, 1, 3, 2), ("3", "c", "^")),
        ("a:\n  - b\n", (1, 1, 2, 6), ("1", "a:", "^^")),
        ("a: 1", (1, 5, 1, 5), ("1", "a: 1", "    ^")),
        ("\x1b[31m\u202ea", (1, 1, 1, 2), ("1", "�[31m�a", "^")),
        ("a\n", (9, 1, 9, 2), None),
        ("", (1, 1, 1, 1), ("1", "", "^")),
    ],
)
def test_the_caret_is_below_the_place(
    text: str, span: tuple[int, int, int, int], expected: tuple[str, str, str] | None
) -> None:
    assert excerpt(text, Span(PATH, *span)) == expected


def test_a_long_line_is_cut_to_the_part_around_the_place() -> None:
    found = excerpt("x" * 500 + "HERE" + "y" * 500, Span(PATH, 1, 501, 1, 505))
    assert found is not None
    _, line, caret = found
    assert len(line) == 102
    assert line[len(caret) - 4 : len(caret)] == "HERE"
    assert caret.strip() == "^^^^"


def test_what_files_were_taken_for_is_stated_for_each_kind_once() -> None:
    def checked(path: str, kind: TheoryKind, *, guessed: bool = True) -> CheckedFile:
        return CheckedFile(path=path, kind=KindOfTheory(kind, guessed=guessed))

    several = Report(
        files=(
            checked("a", TheoryKind.PART),
            checked("b", TheoryKind.THEORY),
            checked("c", TheoryKind.SYSTEM_MAP),
            checked("d", TheoryKind.PART),
            checked("e", TheoryKind.SYSTEM_MAP, guessed=False),
        )
    )
    how = "(guessed; write 'kind: theory', or another kind, at the top of the file to change it)"
    assert write(several).splitlines() == [
        "No problems found in 5 files.",
        f"Checked as parts of a larger theory {how}: a, d.",
        f"Checked as a system map {how}: c.",
    ]
    alone = Report(files=(checked("v", TheoryKind.VALUE_CREATION),))
    assert write(alone).splitlines()[1:] == [f"Checked as a value-creation theory {how}."]
