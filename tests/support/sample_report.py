"""A report with something of everything: several files, nasty characters, no position."""

from tocmodel.analysis.theory_kind import KindOfTheory
from tocmodel.checks.pages import Page
from tocmodel.diagnostics import Finding, Severity, Span
from tocmodel.model import TheoryKind
from tocmodel.report.findings import CheckedFile, Report

ZONE = "zones/north side.toc.yaml"

TEXT = """\
tocmodel: 1
title: Ysgol & café <50%>
outcomes:
  fed: {title: Children are fed}
links:
  - club -> fedd
  - club -> fed
  - fed -> calm
"""


def finding(code: str, rule: str, severity: Severity, line: int, **more: object) -> Finding:
    """A finding on a line of the zone's file, from its fifth to its ninth column."""
    fields = {"message": "something", "span": Span(ZONE, line, 5, line, 9), **more}
    return Finding(code=code, rule=rule, severity=severity, **fields)  # type: ignore[arg-type]


REPORT = Report(
    files=(
        CheckedFile(
            path="clean.toc.yaml",
            kind=KindOfTheory(TheoryKind.SYSTEM_MAP, guessed=True),
            text="tocmodel: 1\n",
        ),
        CheckedFile(
            path=ZONE,
            kind=KindOfTheory(TheoryKind.THEORY, guessed=False),
            text=TEXT,
            findings=(
                finding(
                    "TOC204",
                    "link-no-rationale",
                    Severity.WARNING,
                    7,
                    message="link club -> fed does not say why",
                    help="add 'because'",
                    pointer=("links", 1),
                ),
                finding(
                    "TOC011",
                    "unknown-id",
                    Severity.ERROR,
                    6,
                    message="no element 'fedd' (100% sure); did you mean 'fed'?",
                    pointer=("links", 0, 1),
                    span=Span(ZONE, 6, 13, 6, 17),
                ),
                finding(
                    "TOC204",
                    "link-no-rationale",
                    Severity.WARNING,
                    8,
                    message="link fed -> calm does not say why",
                    help="add 'because'",
                    pointer=("links", 2),
                    follows=2,
                ),
                finding(
                    "TOC501",
                    "title-long",
                    Severity.ADVICE,
                    2,
                    message="'Ysgol & café <50%>' has a control character: \x07",
                    pointer=("title",),
                    span=Span(ZONE, 2, 8, 4, 3),
                ),
            ),
            fail_on=Severity.WARNING,
        ),
        CheckedFile(
            path="made-in-python.toc.json",
            findings=(
                finding(
                    "TOC999", "own-rule", Severity.ADVICE, 1, span=None, message="one, two: ok"
                ),
            ),
        ),
    ),
    version="0.1.0",
    pages=(
        Page(
            code="TOC011",
            name="unknown-id",
            severity=Severity.ERROR,
            summary="The file refers to an id that does not exist in it.",
            text="The file refers to an id that does not exist in it.\n\nMore *words*.",
        ),
        Page(
            code="TOC204",
            name="link-no-rationale",
            severity=Severity.WARNING,
            summary="A link says why.",
            text="A link says why.",
        ),
        Page(
            code="TOC400",
            name="not-found-here",
            severity=Severity.WARNING,
            summary="Not in the report.",
            text="Not in the report.",
        ),
    ),
)
