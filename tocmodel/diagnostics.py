"""Problems, findings and errors: their place and how serious they are."""

import re
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import islice

from attrs import frozen

from tocmodel.self_describing import SelfDescribing

Pointer = tuple[str | int, ...]
"""The address of a value: keys and list positions from the top, ``("links", 2, "to")``."""


@frozen
class Span(SelfDescribing):
    """A stretch of a text file; lines and columns count from 1.

    Attributes:
        path: the file, as the user named it.
        line, column: where it begins: a line, and a character in it, both from 1.
        end_line, end_column: the first place after it, both from 1.
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
        ERROR: readers cannot rely on the theory as written.
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
class Problem(SelfDescribing):
    """A problem that one stage found, before it gets a code, a severity and a position.

    ``key`` means that the problem is the key at the pointer rather than its value; ``about`` is the
    id of the entry that it concerns, or a link as ``cause -> effect``. A check that runs the checks
    of a framework names the one in ``check`` (``resilience/odds-only-beat``), with its
    ``severity``. ``also`` has the other places with the same problem.
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
class Finding(SelfDescribing):
    """Something in a theory that is wrong or weak.

    Attributes:
        code: the code of the check, ``TOC204``; it never changes its meaning.
        rule: the name of the check, ``link-no-rationale``; for a framework's own check, the
            framework and the check, ``resilience/odds-only-beat``.
        severity: how much it matters.
        message: the problem in plain words, with the name of the thing.
        pointer: the address of the value in the file (or in the theory's plain data).
        span: file, line and column; ``None`` for a theory made in Python.
        help: advice in one sentence; may be empty.
        follows: how many further findings have this one as their cause and are not listed.
        about: id of the entry that it concerns, or a link as ``cause -> effect``; empty if it
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
    """Something went wrong that the user of tocmodel can put right.

    Every error that tocmodel raises on purpose is one; the more specific ones are also the Python
    errors that a caller may expect, such as ``KeyError`` for an unknown id.
    """


class UnknownIdError(TocModelError, KeyError):
    """Nothing has this id or name; the message names the nearest.

    It is the error for elements, entries of a section, views, spaces, frameworks, categories,
    measures, checks, languages and tables alike.
    """

    __str__ = Exception.__str__  # KeyError would print the message in quotes


class InvalidModelError(TocModelError, ValueError, TypeError):
    """A value in Python is not valid in a theory; the message names the entry and the field."""


class ModelFileError(TocModelError):
    """A model file cannot be read as a theory.

    Attributes:
        findings: every problem found, in the order of the file.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(_line(finding) for finding in self.findings))


def _line(finding: Finding) -> str:
    place = f"{finding.span}: " if finding.span else ""
    return f"{place}{finding.code} {finding.message}"


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence.

    >>> listed([".toc.yaml", ".toc.yml", ".toc.json"])
    '.toc.yaml, .toc.yml or .toc.json'
    """
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last


MOST_PROBLEMS = 200
"""The most problems of one kind to report: people check again before working through more."""


def first_problems(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the first problems of one kind; a last one tells if there are more."""
    first = tuple(islice(found, MOST_PROBLEMS + 1))
    if len(first) <= MOST_PROBLEMS:
        return first
    more = Problem(message=f"there are more problems; these are the first {MOST_PROBLEMS}")
    return (*first[:MOST_PROBLEMS], more)


MOST_SUGGESTIONS = 100
"""The most words of one file for which the nearest known word is looked up.

It takes a millisecond or more to find one, and people correct these before they check again.
"""


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
    """Return the known word most like ``word``, or ``None`` if none is near.

    Letter case, spaces and underscores are ignored, as people confuse them with hyphens.
    """
    if len(word) > 200:  # comparing is quadratic, and a text this long is not a misspelt word
        return None
    from difflib import get_close_matches  # noqa: PLC0415  # most files have no misspelt word

    folded = {_fold(name): name for name in reversed(known)}
    matches = get_close_matches(_fold(word), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def shell_argument(path: object) -> str:
    """Return a file's name for a shell: in quotes, if it has a space or the like.

    Every shell understands double quotes, including that of Windows.

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
