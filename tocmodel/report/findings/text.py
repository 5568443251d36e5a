"""Findings for people: place, message, the line itself, and what to do."""

from collections import Counter
from collections.abc import Callable, Iterator

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import Finding, Severity
from tocmodel.model import TheoryKind
from tocmodel.report.findings.excerpt import excerpt
from tocmodel.report.findings.report import CheckedFile, Report, remarks, summary
from tocmodel.wording import KIND_WORDS, counted

Paint = Callable[[str, str], str]
"""Colours a part of the text (``error``, ``help`` ...), or leaves it as it is."""

EXCERPTS = 3
"""How many findings of one check in one file are shown with their line."""

LINES = 8
"""How many are listed at all, unless they are errors; the rest appear by line number."""


def write(report: Report, *, colour: bool = False) -> str:
    """Write a report for a terminal; colour adds nothing to the words.

    Findings of one check in one file are grouped, errors first.
    """
    paint = _painted if colour else _plain
    groups = [
        (file, findings)
        for file in report.files
        for findings in _by_rule(file.findings if file.short is None else file.short)
    ]
    blocks = ["\n".join(_group(file, findings, paint)) for file, findings in groups]
    foot = " ".join(filter(None, (summary(report), _joined(report))))
    foot += "".join(f"\n{line}" for line in _guesses(report))
    if groups:
        foot += f"\nTo read why a check matters and what to do: tocmodel describe {_first(groups)}"
    return "\n\n".join([*map(terminal_text, remarks(report)), *blocks, foot]) + "\n"


def _first(groups: list[tuple[CheckedFile, list[Finding]]]) -> str:
    """The code to read about first: that of the worst finding shown."""
    return min((findings[0] for _, findings in groups), key=lambda one: one.severity.rank).code


def _joined(report: Report) -> str:
    """State how many findings are listed together, so that the list and its sum agree."""
    many = one = 0
    for file in report.files:
        short = Counter(finding.code for finding in file.short or ())
        for code, number in Counter(finding.code for finding in file.findings).items():
            if short and short[code] < number:
                many += number
                one += short[code]
    return f"{many} of these are grouped into {one}." if many else ""


def _guesses(report: Report) -> Iterator[str]:
    """State the kind used for a file that does not state its own, unless it is the usual one."""
    guessed: dict[TheoryKind, list[str]] = {}
    for file in report.files:
        if file.kind and file.kind.guessed and file.kind.kind is not TheoryKind.THEORY:
            guessed.setdefault(file.kind.kind, []).append(terminal_text(file.path))
    how = "(guessed; write 'kind: theory', or another kind, at the top of the file to change it)"
    for kind, paths in guessed.items():
        one, several = KIND_WORDS[kind]
        if len(report.files) == 1:
            yield f"Checked as {one} {how}."
        else:
            yield f"Checked as {one if len(paths) == 1 else several} {how}: {', '.join(paths)}."


def _by_rule(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """Group by check; the worst first, otherwise in the order found."""
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.severity.rank):
        groups.setdefault(finding.code, []).append(finding)
    return list(groups.values())


def _group(file: CheckedFile, findings: list[Finding], paint: Paint) -> Iterator[str]:
    is_error = findings[0].severity is Severity.ERROR
    listed = findings if is_error else findings[:LINES]
    for number, finding in enumerate(listed):
        yield _headline(file, finding, paint)
        if number < EXCERPTS:
            yield from _excerpt(file, finding, paint)
        if finding.help and finding.help not in {before.help for before in listed[:number]}:
            yield f"  {paint('help', 'help:')} {terminal_text(finding.help)}"
        if finding.follows:
            yield f"  {_follows(finding.follows)}"
    if rest := findings[len(listed) :]:
        yield f"  {_rest(rest)}"


def _headline(file: CheckedFile, finding: Finding, paint: Paint) -> str:
    place = terminal_text(file.path)
    if finding.span:
        place += f":{finding.span.line}:{finding.span.column}"
    level = paint(finding.severity.value, f"{finding.severity.value} {finding.code}")
    return f"{paint('place', place)}: {level}: {terminal_text(finding.message)}"


def _excerpt(file: CheckedFile, finding: Finding, paint: Paint) -> Iterator[str]:
    shown = excerpt(file.text, finding.span) if finding.span else None
    if shown is None:
        return
    number, line, carets = shown
    margin = " " * len(number)
    yield f"  {number} | {line}".rstrip()
    ahead = " " * (len(carets) - len(carets.lstrip()))
    yield f"  {margin} | {ahead}{paint(finding.severity.value, carets.lstrip())}"


def _follows(number: int) -> str:
    return (
        f"{counted(number, 'more finding has', 'more findings have')} the same cause and "
        f"{'is' if number == 1 else 'are'} not listed"
    )


def _rest(findings: list[Finding]) -> str:
    lines = sorted({finding.span.line for finding in findings if finding.span})
    where = f", on {'line' if len(lines) == 1 else 'lines'} " if lines else ""
    return f"and {len(findings)} more like these{where}{', '.join(map(str, lines))}"


def _plain(_part: str, text: str) -> str:
    return text


def _painted(part: str, text: str) -> str:
    r"""Wrap a text in the terminal codes for a part.

    >>> _painted("error", "error TOC011")
    '\x1b[1;31merror TOC011\x1b[0m'
    """
    return f"\x1b[{_COLOURS[part]}m{text}\x1b[0m"


_COLOURS = {"error": "1;31", "warning": "1;33", "advice": "1;36", "help": "1", "place": "1"}
