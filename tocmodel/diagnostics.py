"""Where something is, how much it matters, and what can go wrong."""

import re
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum

from tocmodel.values import frozen

Pointer = tuple[str | int, ...]
"""The one address of a value: keys and list positions from the top, ``("links", 2, "to")``."""


@frozen
class Span:
    """A stretch of a text file; lines and columns count from 1.

    Attributes:
        path: the file, as it was named.
        line, column: where it begins.
        end_line, end_column: the first place after it.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How much a finding matters.

    Attributes:
        ERROR: the theory cannot be relied on as written.
        WARNING: it is probably weak here.
        ADVICE: a question worth asking.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for advice: the order in which findings are shown."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


@frozen(kw_only=True)
class Problem:
    """What one stage found, before a code, a severity and a position are stamped on it.

    ``key`` says that the key at the pointer is meant rather than its value; ``about`` is the id
    of the entry that it concerns, or a link as ``cause -> effect``. A rule that runs the checks of
    a framework says which in ``check`` (``resilience/odds-only-beat``), and with what ``severity``.
    ``also`` has the other places at which the same is wrong.
    """

    message: str
    pointer: Pointer = ()
    also: tuple[Pointer, ...] = ()
    help: str = ""
    key: bool = False
    about: str = ""
    check: str = ""
    severity: Severity | None = None


@frozen(kw_only=True)
class Finding:
    """Something in a theory that is wrong or weak.

    Attributes:
        code: the rule's code, ``TOC204``; it never changes its meaning.
        rule: the rule's name, ``link-no-rationale``; for a framework's own check the framework and
            the check, ``resilience/odds-only-beat``.
        severity: how much it matters.
        message: what was found, in plain words, with the thing's own name.
        pointer: the address of the value in the file (or in the theory's plain data).
        span: file, line and column; ``None`` for a theory made in Python.
        help: what to do about it, in one sentence; may be empty.
        follows: how many further findings have this one as their cause and are not listed.
        about: id of the entry that it concerns, or a link as ``cause -> effect``; empty where it
            concerns the whole theory.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    pointer: Pointer = ()
    span: Span | None = None
    help: str = ""
    follows: int = 0
    about: str = ""

    def __str__(self) -> str:
        """Return place, severity, code and message in one line, as ``tocmodel check`` prints it.

        >>> error = Severity.ERROR
        >>> print(Finding(code="TOC101", rule="no-goal", severity=error, message="no goal"))
        error TOC101: no goal
        """
        place = f"{self.span}: " if self.span else ""
        return f"{place}{self.severity} {self.code}: {self.message}"


class TocModelError(Exception):
    """Something went wrong that the person running tocmodel can put right.

    Every error that tocmodel raises on purpose is one; the more special ones are also the errors
    of Python that a caller may expect there, such as ``KeyError`` for an unknown id.
    """


class UnknownIdError(TocModelError, KeyError):
    """There is no entry, element, category or measure of this id; the message names the nearest."""

    __str__ = Exception.__str__  # KeyError would print the message in quotes


class InvalidModelError(TocModelError, ValueError, TypeError):
    """What was given in Python makes no theory; the message names the entry and the field."""


class ModelFileError(TocModelError):
    """A model file cannot be read as a theory.

    Attributes:
        findings: every problem that was found, in the order of the file.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(_line(finding) for finding in self.findings))


def _line(finding: Finding) -> str:
    place = f"{finding.span}: " if finding.span else ""
    return f"{place}{finding.code} {finding.message}"


def printable(name: str) -> str:
    r"""Return the name of a file or a revision so that it stands in one line of a sentence.

    >>> printable("zone\n.toc.yaml")
    'zone�.toc.yaml'
    """
    return "".join(letter if letter.isprintable() else "�" for letter in name)


def listed(words: Iterable[str]) -> str:
    """Return words as a list that is read aloud.

    >>> listed([".toc.yaml", ".toc.yml", ".toc.json"])
    '.toc.yaml, .toc.yml or .toc.json'
    """
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the nearest known word, or an empty text.

    >>> did_you_mean("wellbieng", ["wellbeing", "arrears"])
    "; did you mean 'wellbeing'?"
    >>> did_you_mean("xyz", ["wellbeing"])
    ''
    """
    near = nearest(word, sorted(set(known)))
    return f"; did you mean '{near}'?" if near else ""


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word most like ``word``, or ``None`` when nothing is near.

    Letter case, spaces and underscores are ignored, as people mix them up with hyphens.
    """
    if len(word) > 200:  # comparing is quadratic, and a text this long is no misspelt word
        return None
    from difflib import get_close_matches  # noqa: PLC0415  # most files hold no misspelt word

    folded = {_fold(name): name for name in reversed(known)}
    matches = get_close_matches(_fold(word), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def shell_argument(path: object) -> str:
    """Return a file's name as a shell takes it: in quotes, where it holds a space or the like.

    Double quotes are understood by every shell, that of Windows included.

    >>> for name in ("zone.toc.yaml", "my zone.toc.yaml", "a$b.toc.yaml"):
    ...     print(shell_argument(name))
    zone.toc.yaml
    "my zone.toc.yaml"
    'a$b.toc.yaml'
    """
    text = str(path)
    if re.fullmatch(r"[\w@%+=:,./\\~^-]+", text):
        return text
    import shlex  # noqa: PLC0415  # few names need quotes

    is_special = re.search(r'["$`!]' if sys.platform == "win32" else r'["$`!\\]', text)
    return shlex.quote(text) if is_special else f'"{text}"'
