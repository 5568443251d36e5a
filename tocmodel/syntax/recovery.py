"""Reading on after a mistake, so that all that is wrong in a file is reported at once."""

from collections.abc import Callable, Collection

from attrs import evolve

from tocmodel.diagnostics import Finding
from tocmodel.filecodes import file_finding
from tocmodel.syntax.characters import conflict, odd_characters
from tocmodel.syntax.mending import Edit, Mistake, Stopped, before, mended
from tocmodel.syntax.mistakes import Stop, mistake_at
from tocmodel.syntax.tree import Mended, Tree

MOST_MENDED = 20
"""How often reading begins again; a file with more mistakes is checked again anyway."""

_LONGEST = 1024 * 1024
"""A longer text is not read again and again."""


Attempt = Callable[[str], tuple[Tree, Stopped | None]]
"""Reads a text; where it cannot, the tree holds what was found before."""


def recovered(text: str, path: str, read: Attempt, fields: Collection[str]) -> Tree:
    """Return the tree of a text that cannot be read, with all that is wrong in it.

    Where every mistake is of a kind whose mending is plain, the tree has a ``mended`` one, for
    others to look into.
    """
    if marks := conflict(text):
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
    """A text on its way to one that can be read, and what was found on that way."""

    def __init__(self, path: str, text: str, fields: Collection[str]) -> None:
        self.fields = fields
        self.path = path
        self.text = text
        self.findings: list[Finding] = []
        self.rounds: list[tuple[Edit, ...]] = []
        self.is_plain = True

    def note(self, *mistakes: Mistake) -> bool:
        """Report mistakes in one text and mend them; say whether there was anything to mend."""
        for mistake in mistakes:
            self.add(_finding(mistake, self.path))
        edits = tuple(edit for mistake in mistakes for edit in mistake.edits)
        if not edits:
            return False
        self.text = mended(self.text, edits)
        self.rounds.append(edits)
        return True

    def add(self, finding: Finding) -> bool:
        """Keep a finding at its place in the text as typed, unless it is there already."""
        span = finding.span and before(finding.span, self.rounds)
        finding = evolve(finding, span=span)
        if any(_place(other)[:2] == _place(finding)[:2] for other in self.findings):
            return False
        self.findings.append(finding)
        return True

    def mend(self, stopped: Stopped) -> bool:
        """Report why reading stopped, and make the text readable beyond; say whether it may be."""
        known = len(self.findings)
        mistake = mistake_at(_stop(self.text, stopped, self.fields))
        if mistake is None:
            if not self.is_plain:
                return False  # a second one of no known kind is likely to follow from the first
            self.add(stopped.finding)
        elif self.note(mistake) and len(self.findings) > known:
            return len(self.text) <= _LONGEST
        self.is_plain = False
        return len(self.text) <= _LONGEST and self.leave_out(stopped)

    def leave_out(self, stopped: Stopped) -> bool:
        """Blank the section in which reading stopped; say whether anything is left to read."""
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


def _stop(text: str, stopped: Stopped, fields: Collection[str]) -> Stop:
    at = _coordinates(text, stopped.at)
    began = None if stopped.began is None else _coordinates(text, stopped.began)
    return Stop(text.split("\n"), *at, began, fields)


def _coordinates(text: str, offset: int) -> tuple[int, int]:
    return _line(text, offset), offset - (text.rfind("\n", 0, offset) + 1)


def _place(finding: Finding) -> tuple[int, int, str]:
    span = finding.span
    return (span.line, span.column, finding.code) if span else (0, 0, "")


def _finding(mistake: Mistake, path: str) -> Finding:
    span = mistake.span(path)
    return file_finding("not-readable", mistake.message, span=span, help=mistake.help)
