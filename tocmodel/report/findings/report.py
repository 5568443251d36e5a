"""A report: the files that were checked and the findings in each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from tocmodel.analysis.theory_kind import KindOfTheory
from tocmodel.diagnostics import Finding, Severity
from tocmodel.wording import counted

if TYPE_CHECKING:
    from tocmodel.checks.pages import Page


@frozen(kw_only=True)
class CheckedFile:
    """One file that was checked.

    Attributes:
        path: its name as shown, relative to where the report is read.
        kind: the kind of theory it was checked as; ``None`` where it has no theory.
        imagined: the words that mark an imagined theory, if it is one.
        text: its text, for excerpts; empty when it could not be decoded.
        findings: its findings.
        short: the same as a short list for people, the most useful first; ``None`` to list the
            findings as they are.
        fail_on: the mildest severity that makes the run fail; ``None`` if nothing does.
    """

    path: str
    kind: KindOfTheory | None = None
    imagined: str = ""
    text: str = ""
    findings: tuple[Finding, ...] = ()
    short: tuple[Finding, ...] | None = None
    fail_on: Severity | None = Severity.ERROR

    def fails(self, finding: Finding) -> bool:
        """Whether this finding makes the run fail."""
        return self.fail_on is not None and finding.severity.rank <= self.fail_on.rank


@frozen(kw_only=True)
class Report:
    """The outcome of one run.

    Attributes:
        files: the checked files, in the order requested.
        version: the version of tocmodel that made the report.
        pages: the meaning of each code, for formats that explain them.
    """

    files: tuple[CheckedFile, ...] = ()
    version: str = ""
    pages: "tuple[Page, ...]" = ()

    @property
    def findings(self) -> tuple[tuple[CheckedFile, Finding], ...]:
        """Every finding with its file: the worst first, then file by file."""
        found = [(file, finding) for file in self.files for finding in file.findings]
        return tuple(sorted(found, key=lambda pair: pair[1].severity.rank))

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for _, finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether any finding makes the run fail."""
        return any(file.fails(finding) for file, finding in self.findings)


def summary(report: Report) -> str:
    """Return one sentence about the whole report.

    >>> summary(Report(files=(CheckedFile(path="a.toc.yaml"),)))
    'No problems found in 1 file.'
    """
    where = f"in {counted(len(report.files), 'file')}"
    parts = [
        counted(number, word, plural)
        for severity, word, plural in _WORDS
        if (number := report.count(severity))
    ]
    if not parts:
        return f"No problems found {where}."
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return f"{listed} {where}."


def remarks(report: Report) -> Iterator[str]:
    """Yield a line that names the files with an imagined theory.

    >>> list(remarks(Report(files=(CheckedFile(path="a.toc.yaml", imagined="An example"),))))
    ['An example']
    """
    for words in dict.fromkeys(filter(None, (file.imagined for file in report.files))):
        paths = [file.path for file in report.files if file.imagined == words]
        yield words if len(report.files) == 1 else f"{words}: {', '.join(paths)}"


_WORDS = (
    (Severity.ERROR, "error", "errors"),
    (Severity.WARNING, "warning", "warnings"),
    (Severity.ADVICE, "piece of advice", "pieces of advice"),
)
