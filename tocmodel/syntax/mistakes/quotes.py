"""Find texts with missing or unclosed quotes."""

import re
from collections.abc import Sequence

from tocmodel.syntax.characters import outside_blocks
from tocmodel.syntax.corrections import LineEdit, Mistake
from tocmodel.syntax.mistakes.stop import (
    ENTRY,
    ITEM,
    KEY,
    ReadingStop,
    continued_lines,
    margin_of,
    quotes_around,
)
from tocmodel.syntax.quoting import in_quotes, shown_quoted
from tocmodel.syntax.unquoted_text import unquoted, without_comment


def open_quotes(stop: ReadingStop) -> Mistake | None:
    """Find quotes that open in a line above and close in another text or nowhere."""
    for number, line in outside_blocks(stop.lines[: stop.line + 1]):
        found = ENTRY.match(line) or ITEM.match(line)
        if found and _is_open(found["value"]) and _goes_on_with_a_key(stop.lines, number):
            return _not_closed(found, number)
    return None


def _is_open(value: str) -> bool:
    quote = value[0]
    if quote not in "'\"":
        return False
    pattern = r'"(?:\\.|[^"\\])*"' if quote == '"' else r"'(?:''|[^'])*'"
    return re.match(pattern, value) is None


def _goes_on_with_a_key(lines: Sequence[str], number: int) -> bool:
    following = next((line for line in lines[number + 1 :] if line.strip()), "x:")
    return KEY.match(following) is not None or following.lstrip().startswith("- ")


def _not_closed(found: re.Match[str], number: int) -> Mistake:
    value = without_comment(found["value"])
    meant = value[1:] if value[0] == '"' else value
    key = found.groupdict().get("key") or ""
    return Mistake(
        line=number + 1,
        column=found.start("value") + 1,
        message="the quotes that open here are not closed",
        help=("" if value[0] == '"' else "close them, or ") + f"write {shown_quoted(key, meant)}",
        edits=(LineEdit(number + 1, found.start("value") + 1, len(value), in_quotes(meant)),),
    )


def unquoted_value(stop: ReadingStop) -> Mistake | None:
    """Find a text that needs quotes, in this line or continued from above."""
    entry = ENTRY.match(stop.here)
    if entry is not None:
        return _field_beside_id(stop, entry) or _unquoted(stop.lines, stop.line, entry)
    item = ITEM.match(stop.here)
    if item is not None:
        return _unquoted(stop.lines, stop.line, item)
    above = stop.above
    entry = ENTRY.match(stop.lines[above]) if above is not None else None
    return _unquoted(stop.lines, above, entry) if entry and above is not None else None


def _field_beside_id(stop: ReadingStop, entry: re.Match[str]) -> Mistake | None:
    """Find ``fed: title: Children are fed``: the field needs its own line."""
    inner = ENTRY.match(entry["value"])
    if inner is None or inner["margin"] or inner["key"] not in stop.fields:
        return None
    if entry["key"] in stop.fields:
        return None
    value = entry["value"].rstrip()
    return Mistake(
        line=stop.line + 1,
        column=entry.start("value") + 1,
        width=len(inner["key"]),
        message=(
            f"'{inner['key']}' begins a line of its own, indented further than '{entry['key']}'"
        ),
        help=f"write {entry['key']}: and, below it, indented by two more spaces, {value}",
        edits=(LineEdit(stop.line + 1, entry.start("value") + 1, len(value), f"{{{value}}}"),),
    )


def _unquoted(lines: Sequence[str], number: int, found: re.Match[str]) -> Mistake | None:
    value = without_comment(found["value"])
    wrong = unquoted(value)
    if wrong is None:
        return None
    start = found.start("value") + 1
    key = found.groupdict().get("key") or ""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if (
        key
        and value.endswith(":")
        and KEY.match(below)
        and margin_of(below) > margin_of(lines[number])
    ):
        return Mistake(
            line=number + 1,
            column=found.end("key") + 1,
            message=f"a colon ends an id, so '{key}: {value}' cannot be one",
            help="an id is lower-case words joined by hyphens, and a colon after them",
        )
    more = continued_lines(lines, number)
    if more:
        whole = " ".join([value, *(line.strip() for line in more)])
        edits = quotes_around(number + 1, start, number + len(more) + 1, more[-1], whole)
    else:
        whole = wrong.meant or (value if key or "->" not in value else re.sub("[*`]", "", value))
        edits = (LineEdit(number + 1, start, len(value), in_quotes(whole)),)
    return Mistake(
        line=number + 1,
        column=start + wrong.column,
        message=wrong.message,
        help=f"write {shown_quoted(key, whole)}",
        edits=edits,
    )


def value_from(text: str, offset: int) -> str:
    """Return ``key: "text"`` for the value from an offset to the end of its line."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    found = ENTRY.fullmatch(text[start : end if end >= 0 else None])
    if found is None or found.start("value") != offset - start:
        return ""
    return shown_quoted(found["key"], without_comment(found["value"]))


def text_cut_by_comment(stop: ReadingStop) -> Mistake | None:
    """Find a text of several lines that a ``#`` cuts off in the first line."""
    number = stop.above
    if number is None or KEY.match(stop.here) or not stop.here.strip():
        return None
    entry = ENTRY.match(stop.lines[number])
    if entry is None or "#" not in entry["value"] or entry["value"][0] in "'\"[{|>":
        return None
    typed = entry["value"].rstrip()
    start = entry.start("value") + 1
    more = continued_lines(stop.lines, number)
    whole = " ".join([typed, *(line.strip() for line in more)])
    return Mistake(
        line=number + 1,
        column=start + typed.index("#"),
        message=f"a # begins a comment, and ends the text of '{entry['key']}'",
        help=f"write {shown_quoted(entry['key'], whole)}",
        edits=quotes_around(number + 1, start, number + len(more) + 1, more[-1], whole)
        if more
        else (),
    )
