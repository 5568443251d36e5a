"""Find badly written list items and links."""

import re
from itertools import takewhile

from tocmodel.syntax.corrections import LineEdit, Mistake
from tocmodel.syntax.mistakes.stop import ENTRY, ITEM, KEY, ReadingStop, margin_of
from tocmodel.syntax.unquoted_text import without_comment


def fields_below_chain(stop: ReadingStop) -> Mistake | None:
    """Find a field of a link, such as its reason, below ``- cause -> effect``."""
    above, key = stop.above, KEY.match(stop.here)
    item = ITEM.match(stop.lines[above]) if above is not None else None
    if key is None or item is None or above is None or key["key"] not in stop.fields:
        return None
    ends = [end.strip() for end in without_comment(item["value"]).split("->")]
    if len(ends) < 2 or margin_of(stop.here) <= margin_of(item[0]):
        return None
    last = stop.line
    while last + 1 < len(stop.lines) and margin_of(stop.lines[last + 1]) > margin_of(item[0]):
        last += 1
    more = f", and a link of its own for {' -> '.join(ends[:-1])}" if len(ends) > 2 else ""
    return Mistake(
        line=stop.line + 1,
        column=key.end("margin") + 1,
        width=len(key["key"]),
        message=f"'{key['key']}' cannot be below a chain; a link with fields is written out",
        help=f"write - from: {ends[-2]} and, on the lines below it, to: {ends[-1]} and "
        f"{key['key']}: ...{more}",
        edits=tuple(LineEdit(number + 1, 1, 0, "# ") for number in range(stop.line, last + 1)),
    )


def field_beside_hyphen(stop: ReadingStop) -> Mistake | None:
    """Find a field of a list item that is not indented further than its hyphen."""
    above, key = stop.above, KEY.match(stop.here)
    first = KEY.match(stop.lines[above]) if above is not None else None
    if key is None or first is None or "-" not in first["margin"]:
        return None
    wanted, column = first.end("margin"), key.end("margin")
    if "-" in key["margin"] or column != first["margin"].index("-"):
        return None
    below = range(stop.line, len(stop.lines))
    same = takewhile(lambda number: _is_field(stop, number, column), below)
    return Mistake(
        line=stop.line + 1,
        column=column + 1,
        width=len(key["key"]),
        message=f"'{key['key']}' is not indented further than the hyphen above it",
        help=f"begin it in column {wanted + 1}, as '{first['key']}' does",
        edits=tuple(LineEdit(number + 1, 1, column, " " * wanted) for number in same),
    )


def _is_field(stop: ReadingStop, number: int, column: int) -> bool:
    found = KEY.match(stop.lines[number])
    return found is not None and found["margin"] == " " * column


def other_bullet(stop: ReadingStop) -> Mistake | None:
    """Find a list item that begins with a sign other than a hyphen."""
    found = re.match(r" *([*•·–—]) +\S", stop.here)
    if found is None:
        return None
    return Mistake(
        line=stop.line + 1,
        column=found.start(1) + 1,
        message=f"an item of a list begins with a hyphen, not {found[1]}",
        help=f"write - {stop.here[found.end(1) :].strip()}",
        edits=(LineEdit(stop.line + 1, found.start(1) + 1, 1, "-"),),
    )


def item_after_value(stop: ReadingStop) -> Mistake | None:
    """Find a list item below a key that already has a value on its line."""
    above = stop.above
    entry = ENTRY.match(stop.lines[above]) if above is not None else None
    item = ITEM.match(stop.here)
    if entry is None or item is None or margin_of(stop.here) != margin_of(entry[0]):
        return None
    return Mistake(
        line=stop.line + 1,
        column=stop.here.index("-") + 1,
        message=f"a list cannot begin here, as '{entry['key']}' above already has a value",
        help=f"put all of its values in the list: - {entry['value'].rstrip()}",
    )
