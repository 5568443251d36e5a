"""Findings as SARIF 2.1.0, which code scanning services read.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from tocmodel.checks.pages import Page
from tocmodel.diagnostics import Finding, Severity, Span
from tocmodel.render.json import json_text
from tocmodel.report.findings.report import CheckedFile, Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def write(report: Report) -> str:
    """Write a report as SARIF."""
    used = sorted({finding.code for _, finding in report.findings})
    known = {page.code: page for page in report.pages}
    rules = [known[code] for code in used if code in known]
    places = {page.code: index for index, page in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "tocmodel",
                "version": report.version,
                "semanticVersion": report.version,
                "rules": [_rule(page) for page in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(file) for file in report.files],
        "results": list(_results(report.findings, places)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _artifact(file: CheckedFile) -> dict[str, Any]:
    description = {"description": {"text": file.imagined}} if file.imagined else {}
    return {"location": {"uri": uri(file.path)}, **description}


def _rule(page: Page) -> dict[str, Any]:
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
        "properties": {"tags": [page.name]},
    }


def _results(
    findings: Iterable[tuple[CheckedFile, Finding]], places: dict[str, int]
) -> Iterable[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for file, finding in findings:
        identity = "\n".join((finding.code, file.path, finding.message))
        seen[identity] += 1
        words = f"{finding.message}. {finding.help}" if finding.help else finding.message
        location: dict[str, Any] = {"artifactLocation": {"uri": uri(file.path)}}
        if finding.span:
            location["region"] = _region(finding.span)
        yield {
            "ruleId": finding.code,
            **({"ruleIndex": places[finding.code]} if finding.code in places else {}),
            "level": _LEVELS[finding.severity],
            "message": {"text": words},
            "locations": [{"physicalLocation": location}],
            "partialFingerprints": {"finding/v1": _fingerprint(identity, seen[identity])},
        }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fingerprint(identity: str, occurrence: int) -> str:
    """A fingerprint that stays the same after lines have moved, so the finding counts as known."""
    return sha256(f"{identity}\n{occurrence}".encode("utf-8", "replace")).hexdigest()[:16]


def uri(path: str) -> str:
    r"""Return a path as a URI reference.

    >>> uri("north side/zone.toc.yaml"), uri("a\\b.toc.yaml"), uri("/home/zone.toc.yaml")
    ('north%20side/zone.toc.yaml', 'a/b.toc.yaml', 'file:///home/zone.toc.yaml')
    >>> uri("C:\\zones\\a.toc.yaml")
    'file:///C:/zones/a.toc.yaml'
    """
    if path.startswith("/"):
        return PurePosixPath(path).as_uri()
    windows = PureWindowsPath(path)
    if windows.is_absolute():
        return windows.as_uri()
    return quote(windows.as_posix().encode("utf-8", "replace"), safe="/")


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
