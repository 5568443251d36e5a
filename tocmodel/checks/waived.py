"""Which findings the waivers of a theory cover, and which waivers are needed.

Comparing each waiver with each finding would take minutes for thousands of both. So each side is
sorted by the names of checks first, and then by lines and ids.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from attrs import field, frozen

from tocmodel.checks.waivers import AppliedWaiver
from tocmodel.diagnostics import Finding

MadeFinding = tuple[Finding, str]
"""A finding, and the name of the check that made it."""


def are_waived(found: Collection[MadeFinding], waivers: Collection[AppliedWaiver]) -> list[bool]:
    """Return for each finding whether a waiver covers it."""
    if not waivers:
        return [False] * len(found)
    by_word: dict[str, list[AppliedWaiver]] = {}
    for waiver in waivers:
        for word in _words_of_waiver(waiver):
            by_word.setdefault(word, []).append(waiver)
    covered = {word: _Covered.by(several) for word, several in by_word.items()}
    return [
        any(covered[word].holds(finding) for word in _words_of(finding, check) if word in covered)
        for finding, check in found
    ]


def needed(waivers: Collection[AppliedWaiver], found: Iterable[MadeFinding]) -> set[AppliedWaiver]:
    """Return the waivers that cover at least one of the findings."""
    if not waivers:
        return set()
    by_word: dict[str, list[Finding]] = {}
    for finding, check in found:
        for word in _words_of(finding, check):
            by_word.setdefault(word, []).append(finding)
    places = {word: _Places.of(several) for word, several in by_word.items()}
    return {
        waiver
        for waiver in waivers
        if any(places[word].needs(waiver) for word in _words_of_waiver(waiver) if word in places)
    }


def _words_of(finding: Finding, check: str) -> Iterator[str]:
    """Yield the words by which a waiver can name the check of a finding."""
    yield from {finding.code.casefold(), check, f"={finding.rule}"}


def _words_of_waiver(waiver: AppliedWaiver) -> tuple[str, str]:
    """A code or a name in any case, or the exact name of a check of a framework."""
    return waiver.rule.casefold(), f"={waiver.rule}"


def _ids(finding: Finding) -> list[str]:
    return finding.about.split(" -> ")


@frozen
class _Covered:
    """What the waivers of one check cover: all, some ids, and stretches of lines."""

    all: bool
    ids: frozenset[str]
    firsts: Sequence[int]
    lasts: Sequence[int]

    @classmethod
    def by(cls, waivers: Sequence[AppliedWaiver]) -> "_Covered":
        lines = sorted(waiver.lines for waiver in waivers if waiver.lines is not None)
        others = [waiver for waiver in waivers if waiver.lines is None]
        return cls(
            all=not all(waiver.at for waiver in others),
            ids=frozenset(id_ for waiver in others for id_ in waiver.at),
            firsts=[first for first, _ in lines],
            # The furthest line that any stretch up to this one reaches.
            lasts=list(accumulate((last for _, last in lines), max)),
        )

    def holds(self, finding: Finding) -> bool:
        if self.all or not self.ids.isdisjoint(_ids(finding)):
            return True
        if finding.span is None:
            return False
        before = bisect_right(self.firsts, finding.span.line)
        return before > 0 and self.lasts[before - 1] >= finding.span.line


@frozen
class _Places:
    """Where the findings of one check are: their lines and ids."""

    lines: Sequence[int]
    ids: frozenset[str] = field(factory=frozenset)

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> "_Places":
        return cls(
            lines=sorted(finding.span.line for finding in findings if finding.span),
            ids=frozenset(id_ for finding in findings for id_ in _ids(finding)),
        )

    def needs(self, waiver: AppliedWaiver) -> bool:
        if waiver.lines is None:
            return not waiver.at or not self.ids.isdisjoint(waiver.at)
        first, last = waiver.lines
        at = bisect_left(self.lines, first)
        return at < len(self.lines) and self.lines[at] <= last
