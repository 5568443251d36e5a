"""Findings as GitHub workflow commands, which become annotations beside the lines of a change.

See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
"""

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import Finding, Severity
from tocmodel.report.findings.report import CheckedFile, Report, remarks, summary

SHOWN = 10
"""GitHub shows this many annotations of each level and step; the rest are only in the log."""


def write(report: Report) -> str:
    """Write one command per finding, the worst first, and a line for the log."""
    commands = [_command(file, finding) for file, finding in report.findings]
    head = (f"::notice::{escape_message(remark)}" for remark in remarks(report))
    return "\n".join([*head, *commands, _foot(report)]) + "\n"


def _command(file: CheckedFile, finding: Finding) -> str:
    properties = {"file": file.path.replace("\\", "/")}
    if span := finding.span:
        properties |= {"line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:  # GitHub ignores columns over several lines
            # Its end column is of the last character; ours is the one after it.
            last = max(span.column, span.end_column - 1)
            properties |= {"col": str(span.column), "endColumn": str(last)}
    properties["title"] = f"{finding.code} {finding.rule}"
    listed = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    message = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return f"::{_LEVELS[finding.severity]} {listed}::{escape_message(message)}"


def _foot(report: Report) -> str:
    foot = summary(report)
    if any(report.count(severity) > SHOWN for severity in Severity):
        foot += f" GitHub shows the first {SHOWN} of each level; all of them are listed above."
    return foot


def escape_message(text: str) -> str:
    r"""Return a text without characters that end or start a command, or control a terminal.

    >>> escape_message("50% of families\r\n::error::no")
    '50%25 of families%0D%0A::error::no'
    >>> escape_message("red \x1b[31m")
    'red �[31m'
    """
    return terminal_text(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def escape_property(text: str) -> str:
    """Return a text without characters that end a property.

    >>> escape_property("a,b: c 5%")
    'a%2Cb%3A c 5%25'
    """
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
