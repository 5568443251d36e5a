"""Every code a finding can carry, and the page that explains it."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import frozen

from tocmodel.checks import CUT_CODES, WAIVER_CODES
from tocmodel.checks.rules import RULES, Rule
from tocmodel.checks.waivers import FORMER_NAMES
from tocmodel.diagnostics import Severity, TocModelError, UnknownIdError, did_you_mean
from tocmodel.syntax.codes import FILE_CODES, FileCode


@frozen(kw_only=True)
class Page:
    """What a code means.

    Attributes:
        code: ``TOC204``.
        name: ``link-no-rationale``.
        severity: how much it matters, unless a configuration says otherwise.
        summary: one sentence.
        text: the whole page, as Markdown below its heading.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    text: str


@cache
def pages() -> Mapping[str, Page]:
    """Return every page by its code, in the order of the codes."""
    found = [_page(entry, Severity.ERROR) for entry in FILE_CODES.values()]
    warnings = (*WAIVER_CODES.values(), *CUT_CODES.values())
    found += [_page(entry, Severity.WARNING) for entry in warnings]
    found += [
        Page(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            summary=rule.summary,
            text=_text(rule),
        )
        for rule in RULES
    ]
    return MappingProxyType({page.code: page for page in sorted(found, key=lambda page: page.code)})


def _text(rule: Rule) -> str:
    """The page of a rule, with the kinds of theory that it checks after its summary."""
    if not rule.applies_to:
        return rule.explanation
    summary, _, rest = rule.explanation.partition("\n")
    return f"{summary}\n\n{rule.applies_to}\n{rest}"


def _page(entry: FileCode, severity: Severity) -> Page:
    return Page(
        code=entry.code,
        name=entry.name,
        severity=severity,
        summary=entry.summary,
        text=f"{entry.summary}\n\n{entry.explanation}",
    )


def find_page(word: str) -> Page:
    """Return the page of a code or a name, or of a framework's check: ``framework/check``.

    Raises:
        UnknownIdError: there is none; the message names the nearest.
    """
    if "/" in word:
        return _page_of_check(word)
    known = pages()
    word = FORMER_NAMES.get(word, word)
    names = {page.name: page for page in known.values()}
    page = known.get(word.upper()) or names.get(word.lower())
    if page is None:
        # The code nearest to a code is no help: neighbouring checks have other subjects.
        near = did_you_mean(word, names) or "; 'tocmodel describe checks' lists them all"
        raise UnknownIdError(f"there is no check '{word}'{near}")
    return page


def names_of_checks() -> tuple[str, ...]:
    """Return the name of every check, in the order of the codes."""
    return tuple(page.name for page in pages().values())


def is_check(word: str) -> bool:
    """Return whether a word looks like a check: a code, a name, or a framework's ``id/name``."""
    known = (*names_of_checks(), *FORMER_NAMES)
    return "/" in word or word.lower() in known or bool(_CODE.fullmatch(word))


_CODE = re.compile(r"(?i)toc\d+")

_RULES_OF_CHECKS = MappingProxyType(
    {
        "coverage": "framework-gap",
        "at-least-one": "framework-unclassified",
        "not-only": "framework-one-sided",
        "in-order": "framework-order",
    }
)
"""The rule that runs each kind of a framework's checks."""


def _page_of_check(word: str) -> Page:
    from tocmodel.frameworks import check_words, find_framework, published  # noqa: PLC0415

    name, _, id_ = word.partition("/")
    try:
        framework = find_framework(name)
    except TocModelError as error:
        raise UnknownIdError(str(error)) from error
    if id_ not in framework.checks:
        near = did_you_mean(id_, framework.checks) or f"; there are: {', '.join(framework.checks)}"
        raise UnknownIdError(f"the framework '{name}' has no check '{id_}'{near}")
    check = framework.checks[id_]
    source = published(framework.sources[check.source]) if check.source else ""
    sections = {
        "What it checks": f"{framework.title}: {check_words(framework, check)}.",
        "Why it matters": check.why,
        "What to do": check.help,
        "Source": ", ".join(part for part in (source, check.at) if part),
    }
    text = "\n\n".join(f"## {title}\n{body}" for title, body in sections.items() if body)
    rule = find_page(_RULES_OF_CHECKS[check.check])
    return Page(
        code=rule.code,
        name=word,
        severity=check.severity,
        summary=check.message,
        text=f"{check.message}\n\n{text}",
    )
