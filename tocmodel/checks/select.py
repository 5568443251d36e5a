"""The choice of rules, and how much their findings matter."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from tocmodel.checks.cut_texts import CUT_CODES
from tocmodel.checks.rules import Rule
from tocmodel.checks.waivers import FORMER_NAMES, WAIVER_CODES
from tocmodel.diagnostics import Severity, TocModelError, UnknownIdError, did_you_mean
from tocmodel.model.convert import texts
from tocmodel.syntax.codes import FILE_CODES

_PREFIX = re.compile(r"TOC[0-9]{0,3}", re.IGNORECASE)


@frozen
class Selection:
    """The user's choice: each word is a check's code, the beginning of one (``TOC3``), or a name.

    Attributes:
        select: the rules to run; all of them where it is empty.
        ignore: the rules to leave out of those.
        severity: how much the findings of a rule matter, where the user has changed it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}

    def takes(self, code: str, name: str, check: str = "") -> bool:
        """Return whether a rule is chosen, or a framework's check that it runs."""
        if not self.select and not self.ignore:
            return True
        wanted = not self.select or any(_means(word, code, name, check) for word in self.select)
        return wanted and not any(_means(word, code, name, check) for word in self.ignore)

    def severity_of(self, code: str, name: str, usual: Severity, check: str = "") -> Severity:
        """Return how much a rule's findings matter; the most specific word wins."""
        if not self.severity:
            return usual
        words = [word for word in self.severity if _means(word, code, name, check)]
        if not words:
            return usual
        exact = {code.casefold(), name.casefold()}
        return self.severity[
            max(words, key=lambda word: (word == check, word.casefold() in exact, len(word)))
        ]


def selection(
    rules: Iterable[Rule],
    select: str | Iterable[str],
    ignore: str | Iterable[str],
    severity: Mapping[str, Severity | str],
) -> Selection:
    """Return the choice, after checking every word in it.

    Raises:
        UnknownIdError: a word names no check.
        TocModelError: a word names no severity.
    """
    select, ignore = _words(select), _words(ignore)
    severity = {FORMER_NAMES.get(word, word): value for word, value in severity.items()}
    known = {rule.code: rule.name for rule in rules}
    of_files = (*FILE_CODES.values(), *WAIVER_CODES.values(), *CUT_CODES.values())
    known |= {entry.code: entry.name for entry in of_files}
    for word in (*select, *ignore, *severity):
        # A check of a framework, 'resilience/odds-only-beat', is known if a theory names the
        # framework.
        if "/" not in word and not any(_means(word, code, name) for code, name in known.items()):
            raise UnknownIdError(f"there is no check '{word}'{_hint(word, known)}")
    return Selection(
        select,
        ignore,
        {word: _severity(word, value) for word, value in severity.items()},
    )


def _words(given: str | Iterable[str]) -> tuple[str, ...]:
    """Return the words of one text or several; commas separate words too.

    >>> _words("TOC2, TOC3"), _words(["TOC204", "no-goal,TOC5"])
    (('TOC2', 'TOC3'), ('TOC204', 'no-goal', 'TOC5'))
    """
    parts = (part.strip() for text in texts(given) for part in text.split(","))
    return tuple(FORMER_NAMES.get(part, part) for part in parts if part)


def _hint(word: str, known: Mapping[str, str]) -> str:
    """Return the nearest name; for a code, where nearness means nothing, the beginnings of codes.

    >>> _hint("TOC999", {"TOC101": "no-goal", "TOC104": "no-links", "TOC204": "link-no-rationale"})
    "; codes begin with TOC1, TOC2, and 'tocmodel describe checks' lists them all"
    """
    if not _PREFIX.fullmatch(word):
        return did_you_mean(word, (*known, *known.values()))
    beginnings = sorted({code[:4] for code in known if _PREFIX.fullmatch(code)})
    codes = ", ".join(beginnings)
    return f"; codes begin with {codes}, and 'tocmodel describe checks' lists them all"


def _means(word: str, code: str, name: str, check: str = "") -> bool:
    if _PREFIX.fullmatch(word):
        return code.startswith(word.upper())
    return word.casefold() in (code.casefold(), name.casefold(), check or code.casefold())


def _severity(word: str, value: Severity | str) -> Severity:
    try:
        return Severity(value)
    except ValueError as error:
        near = did_you_mean(str(value), (item.value for item in Severity))
        known = "error, warning or advice"
        raise TocModelError(f"the severity of '{word}' is '{value}', not {known}{near}") from error
