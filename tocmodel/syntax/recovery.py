"""Read on after a mistake, so that one run reports all the mistakes in a file."""

from collections.abc import Callable, Collection

from attrs import evolve

from tocmodel.diagnostics import Finding
from tocmodel.syntax.characters import git_conflict, odd_characters
from tocmodel.syntax.codes import file_finding
from tocmodel.syntax.corrections import (
    LONGEST_LINE,
    LineEdit,
    Mistake,
    ParserStop,
    apply_line_edits,
    before,
)
from tocmodel.syntax.mistakes import mistake_at
from tocmodel.syntax.mistakes.stop import ReadingStop
from tocmodel.syntax.tree import Mended, Tree

MOST_MENDED = 20
"""How often reading starts again; after more mistakes, people correct the file first."""

LONGEST_MENDED = 1024 * 1024
"""The longest text that is read more than once."""


Attempt = Callable[[str], tuple[Tree, ParserStop | None]]
"""Reads a text; if it stops, the tree has the findings so far."""


def recover(text: str, path: str, read: Attempt, fields: Collection[str]) -> Tree:
    """Return the tree of an unreadable text, with all its mistakes.

    If every mistake has a clear correction, the tree also has a ``mended`` tree, which is
    checked further.
    """
    if marks := git_conflict(text):
        return Tree(path, text, None, (_finding(marks, path),))
    reading = _Reading(path, text, fields)
    reading.note(*odd_characters(text))
    tree, stopped = read(reading.text)
    for _ in range(MOST_MENDED):
        if stopped is None or not reading.mend(stopped):
            break
        tree, stopped = read(reading.text)
    else:
        if stopped is not None:
            message = "there are more mistakes from here on"
            reading.add(evolve(stopped.finding, message=message, help=""))
    for finding in tree.findings:
        reading.add(finding)
    whole = stopped is None and reading.is_plain and tree.data is not None
    mended_tree = Mended(tree, tuple(reading.rounds)) if whole else None
    return Tree(path, text, None, tuple(sorted(reading.findings, key=_place)), mended=mended_tree)


class _Reading:
    """A text that is corrected step by step, and the findings on the way."""

    def __init__(self, path: str, text: str, fields: Collection[str]) -> None:
        self.fields = fields
        self.path = path
        self.text = text
        self.findings: list[Finding] = []
        self.rounds: list[tuple[LineEdit, ...]] = []
        self.is_plain = True

    def note(self, *mistakes: Mistake) -> bool:
        """Report and correct mistakes in one text; return whether anything was corrected."""
        for mistake in mistakes:
            self.add(_finding(mistake, self.path))
        edits = tuple(edit for mistake in mistakes for edit in mistake.edits)
        if not edits:
            return False
        self.text = apply_line_edits(self.text, edits)
        self.rounds.append(edits)
        return True

    def add(self, finding: Finding) -> bool:
        """Add a finding at its place in the typed text, unless that place has it already."""
        span = finding.span and before(finding.span, self.rounds)
        finding = evolve(finding, span=span)
        if any(_place(other)[:2] == _place(finding)[:2] for other in self.findings):
            return False
        self.findings.append(finding)
        return True

    def mend(self, stopped: ParserStop) -> bool:
        """Report why reading stopped and correct the text; return whether to read it again."""
        known = len(self.findings)
        stop = _stop(self.text, stopped, self.fields)
        mistake = mistake_at(stop) if len(stop.here) <= LONGEST_LINE else None
        if mistake is None:
            if not self.is_plain:
                return False  # a second one of no known kind is likely to follow from the first
            self.add(stopped.finding)
        elif self.note(mistake) and len(self.findings) > known:
            return len(self.text) <= LONGEST_MENDED
        self.is_plain = False
        return len(self.text) <= LONGEST_MENDED and self.leave_out(stopped)

    def leave_out(self, stopped: ParserStop) -> bool:
        """Blank the section where reading stopped; return whether anything is left to read."""
        lines = self.text.split("\n")
        began = stopped.at if stopped.began is None else stopped.began
        opens = self.text[began : began + 1] in ("{", "[", "'", '"', "|", ">")
        first = _line(self.text, min(began, stopped.at) if opens else stopped.at)
        last = _line(self.text, stopped.at)
        start = next((n for n in range(first, -1, -1) if _begins_section(lines, n)), 0)
        end = next(
            (n for n in range(last + 1, len(lines)) if _begins_section(lines, n)), len(lines)
        )
        lines[start:end] = [""] * (end - start)
        self.text = "\n".join(lines)
        return any(line.strip() and not line.startswith("#") for line in lines)


def _begins_section(lines: list[str], number: int) -> bool:
    line = lines[number] if number < len(lines) else ""
    return line[:1].isalpha() and ":" in line


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset)


def _stop(text: str, stopped: ParserStop, fields: Collection[str]) -> ReadingStop:
    at = _coordinates(text, stopped.at)
    began = None if stopped.began is None else _coordinates(text, stopped.began)
    return ReadingStop(text.split("\n"), *at, began, fields)


def _coordinates(text: str, offset: int) -> tuple[int, int]:
    return _line(text, offset), offset - (text.rfind("\n", 0, offset) + 1)


def _place(finding: Finding) -> tuple[int, int, str]:
    span = finding.span
    return (span.line, span.column, finding.code) if span else (0, 0, "")


def _finding(mistake: Mistake, path: str) -> Finding:
    span = mistake.span(path)
    return file_finding("not-readable", mistake.message, span=span, help=mistake.help)
