"""Findings as JUnit XML, which most build servers show as test results.

JUnit has no warnings: a finding that makes the run fail is a failed test, any other finding is a
passed test with a message, and a file without findings is one passed test.
"""

from collections.abc import Mapping

from tocmodel.characters import xml_text
from tocmodel.diagnostics import Finding
from tocmodel.report.findings.report import CheckedFile, Report


def write(report: Report) -> str:
    """Write one test suite per file and one test case per finding."""
    counts = {
        "tests": sum(max(1, len(file.findings)) for file in report.files),
        "failures": sum(file.fails(finding) for file, finding in report.findings),
        "errors": 0,
    }
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _tag("testsuites", {"name": "tocmodel", **counts}),
    ]
    for file in report.files:
        lines += _suite(file)
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(file: CheckedFile) -> list[str]:
    counts = {
        "tests": max(1, len(file.findings)),
        "failures": sum(file.fails(finding) for finding in file.findings),
        "errors": 0,
    }
    lines = ["  " + _tag("testsuite", {"name": file.path, **counts})]
    if file.imagined:
        remark = _tag("property", {"name": "imagined", "value": file.imagined}, "/")
        lines.append(f"    <properties>{remark}</properties>")
    if not file.findings:
        lines.append("    " + _tag("testcase", {"classname": file.path, "name": "clean"}, "/"))
    for finding in file.findings:
        lines += _case(file, finding)
    return [*lines, "  </testsuite>"]


def _case(file: CheckedFile, finding: Finding) -> list[str]:
    name, place = f"{finding.code} {finding.rule}", file.path
    if finding.span:
        name += f" at {finding.span.line}:{finding.span.column}"
        place += f":{finding.span.line}:{finding.span.column}"
    words = "\n".join(filter(None, (f"{place}: {finding.message}", finding.help)))
    level = finding.severity.value
    if file.fails(finding):
        opening = _tag("failure", {"type": level, "message": finding.message})
        body = f"{opening}{xml_text(words)}</failure>"
    else:
        body = f"<system-out>{xml_text(f'{level}: {words}')}</system-out>"
    attributes: dict[str, str | int] = {"classname": file.path, "name": name}
    if finding.span:
        attributes["line"] = finding.span.line
    return [f"    {_tag('testcase', attributes)}", f"      {body}", "    </testcase>"]


def _tag(name: str, attributes: Mapping[str, str | int], close: str = "") -> str:
    listed = "".join(f' {key}="{xml_text(str(value))}"' for key, value in attributes.items())
    return f"<{name}{listed}{close}>"
