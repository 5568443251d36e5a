"""Every code a finding can carry, and the page that explains it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from tocmodel.checking import WAIVER_CODES
from tocmodel.diagnostics import Severity, did_you_mean
from tocmodel.filecodes import FILE_CODES, FileCode
from tocmodel.reporters.report import Page
from tocmodel.rules import RULES


@cache
def pages() -> Mapping[str, Page]:
    """Return every page by its code, in the order of the codes."""
    found = [_page(entry, Severity.ERROR) for entry in FILE_CODES.values()]
    found += [_page(entry, Severity.WARNING) for entry in WAIVER_CODES.values()]
    found += [
        Page(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            summary=rule.summary,
            text=rule.explanation,
        )
        for rule in RULES
    ]
    return MappingProxyType({page.code: page for page in sorted(found, key=lambda page: page.code)})


def _page(entry: FileCode, severity: Severity) -> Page:
    return Page(
        code=entry.code,
        name=entry.name,
        severity=severity,
        summary=entry.summary,
        text=f"{entry.summary}\n\n{entry.explanation}",
    )


def find_page(word: str) -> Page:
    """Return the page of a code or a name.

    Raises:
        KeyError: there is none; the message names the nearest.
    """
    known = pages()
    names = {page.name: page for page in known.values()}
    page = known.get(word.upper()) or names.get(word.lower())
    if page is None:
        # The code nearest to a code is no help: what stands next to it is about something else.
        near = did_you_mean(word, names) or "; 'tocmodel rule' lists them all"
        raise KeyError(f"there is no rule '{word}'{near}")
    return page
