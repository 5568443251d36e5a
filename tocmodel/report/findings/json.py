"""Findings for programs, as ``schemas/findings.schema.json`` describes them."""

from typing import Any

from tocmodel.diagnostics import Finding, Severity
from tocmodel.render.json import json_text
from tocmodel.report.findings.report import CheckedFile, Report


def write(report: Report) -> str:
    """Write a report as JSON."""
    return json_text(to_data(report))


def to_data(report: Report) -> dict[str, Any]:
    """Return a report as plain data."""
    imagined = {file.path: file.imagined for file in report.files if file.imagined}
    return {
        "tool": {"name": "tocmodel", "version": report.version},
        "files": [file.path for file in report.files],
        **({"imagined": imagined} if imagined else {}),
        "kinds": [
            {"file": file.path, "kind": file.kind.kind.value, "guessed": file.kind.guessed}
            for file in report.files
            if file.kind is not None
        ],
        "findings": [_finding(file, finding) for file, finding in report.findings],
        "summary": {
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "advice": report.count(Severity.ADVICE),
        },
    }


def _finding(file: CheckedFile, finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        "file": file.path,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "pointer": list(finding.pointer),
        "follows": finding.follows,
    }
