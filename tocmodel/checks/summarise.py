"""A short list for people."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from tocmodel.checks.rules import RULES, Rule
from tocmodel.diagnostics import Finding

_LISTED = 3


def group(
    findings: Iterable[Finding], *, rules: Sequence[Rule] = RULES, least: int = 3
) -> tuple[Finding, ...]:
    """Return the findings as a short list: many of one rule as one, the most useful first.

    The worst come first, and among them those that others follow from. A rule with the same message
    for many elements gives it once, at the first of them. Findings with different messages are left
    as they are.

    Args:
        findings: the findings of ``check``.
        rules: the rules behind them.
        least: how many findings of a rule become one; at least two.
    """
    several = {rule.code: rule.several for rule in rules if rule.several}
    together: dict[str, list[Finding]] = {}
    short: list[Finding] = []
    for finding in findings:
        # A finding about the whole theory is not counted among the elements.
        if finding.code in several and finding.about:
            together.setdefault(finding.code, []).append(finding)
        else:
            short.append(finding)
    for code, alike in together.items():
        if len(alike) < max(least, 2):
            short.extend(alike)
        else:
            short.append(_as_one(several[code], alike))
    return tuple(sorted(short, key=_usefulness))


def _as_one(several: str, alike: Sequence[Finding]) -> Finding:
    names = list(dict.fromkeys(finding.about for finding in alike if finding.about))
    listed = ", ".join(names[:_LISTED])
    more = len(names) - _LISTED
    tail = f" and {more} more" if more > 0 else ""
    message = f"{several.format(count=len(alike))}: {listed}{tail}"
    return evolve(alike[0], message=message, follows=sum(finding.follows for finding in alike))


def _usefulness(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    place = (span.line, span.column) if span else (0, 0)
    return (finding.severity.rank, -finding.follows, finding.code, *place, finding.message)
