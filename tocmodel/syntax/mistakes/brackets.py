"""Find unpaired braces and brackets, and texts inside them that need quotes."""

import re
from collections.abc import Sequence

from tocmodel.syntax.corrections import LineEdit, Mistake
from tocmodel.syntax.flow import flow_mistake
from tocmodel.syntax.mistakes.stop import ENTRY, ReadingStop
from tocmodel.syntax.quoting import in_quotes, shown_quoted
from tocmodel.syntax.unquoted_text import without_comment

_OPENS = re.compile(r" *(?:- +)*(?:[\w$./-]+ *:[ \t]+)?[{\[]")


def unquoted_in_brackets(stop: ReadingStop) -> Mistake | None:
    """Find a text in braces or brackets that needs quotes."""
    began = _bracket(stop)
    if began is None:
        return None
    for number in range(began[0], min(stop.line, len(stop.lines) - 1) + 1):
        start = began[1] if number == began[0] else -1
        if mistake := flow_mistake(stop.lines[number], number + 1, start):
            return mistake
    return None


def _bracket(stop: ReadingStop) -> tuple[int, int] | None:
    """Return the place of the bracket where reading stopped, if it is clear."""
    if stop.began and _opener(stop.lines, *stop.began):
        return stop.began
    for number in (stop.line, stop.above):
        line = stop.lines[number] if number is not None and number < len(stop.lines) else ""
        found = _OPENS.match(line)
        if found and (number == stop.line or _is_unbalanced(line[found.end() - 1 :])):
            return number or 0, found.end() - 1
    return None


def _is_unbalanced(text: str) -> bool:
    """Return whether more brackets open than close in a text without its comment."""
    bare = without_comment(re.sub(r"\"[^\"]*\"|'[^']*'", "", text))
    return len(re.findall(r"[{\[]", bare)) > len(re.findall(r"[}\]]", bare))


def _opener(lines: Sequence[str], line: int, column: int) -> str:
    """Return the brace or bracket that opens at a place, or an empty string."""
    letter = lines[line][column : column + 1] if line < len(lines) else ""
    return letter if letter in ("{", "[") else ""


def open_bracket(stop: ReadingStop) -> Mistake | None:
    """Find an unclosed bracket in a line above; it may be part of a text."""
    began = _bracket(stop)
    if began is None or began[0] == stop.line:
        return None
    line, column = began
    opener = _opener(stop.lines, line, column)
    entry = ENTRY.match(stop.lines[line])
    if not opener or "#" in stop.lines[line][column:]:
        return None
    closer = "}" if opener == "{" else "]"
    is_text = (
        entry is not None
        and entry.start("value") == column
        and not re.search(r"[,:]", entry["value"])
        and opener not in entry["value"][1:]
        and re.search(r"\w", entry["value"])
    )
    key = entry["key"] if entry else ""
    value = entry["value"].rstrip() if entry else ""
    hint = f", or, if it is a text, {shown_quoted(key, value)}" if is_text else ""
    return Mistake(
        line=line + 1,
        column=column + 1,
        message=f"the {opener} that opens here is not closed",
        help=f"write {closer} where it ends{hint}",
        edits=(LineEdit(line + 1, column + 1, len(value), in_quotes(value)),) if is_text else (),
    )


def extra_bracket(stop: ReadingStop) -> Mistake | None:
    """Find a bracket that closes nothing."""
    letter = stop.here[stop.column : stop.column + 1]
    if letter not in ("}", "]") or not _OPENS.match(stop.here):
        return None
    return Mistake(
        line=stop.line + 1,
        column=stop.column + 1,
        message=f"this {letter} closes nothing",
        help="delete it, or put the text that it is part of in quotes",
        edits=(LineEdit(stop.line + 1, stop.column + 1, 1, ""),),
    )
