"""Find lines that begin in the wrong column."""

import re
from collections.abc import Iterable, Sequence

from tocmodel.syntax.characters import and_more
from tocmodel.syntax.corrections import LineEdit, Mistake
from tocmodel.syntax.mistakes.stop import ENTRY, KEY, ReadingStop, margin_of


def tabs(stop: ReadingStop) -> Mistake | None:
    """Find lines that are indented with tabs."""
    if "\t" not in stop.here[: len(stop.here) - len(stop.here.lstrip())]:
        return None
    margins = {
        number: line[: len(line) - len(line.lstrip())]
        for number, line in enumerate(stop.lines, 1)
        if line.startswith((" ", "\t")) and line.strip()
    }
    tabbed = {number: margin for number, margin in margins.items() if "\t" in margin}
    only_tabs = all(set(margin) == {"\t"} for margin in margins.values())
    return Mistake(
        line=stop.line + 1,
        column=stop.here.index("\t") + 1,
        message=f"a tab is used to indent this line{and_more(len(tabbed) - 1)}",
        help="use spaces: two for each step",
        edits=tuple(
            LineEdit(number, 1, len(margin), "  " * len(margin))
            for number, margin in tabbed.items()
        )
        if only_tabs
        else (),
    )


def line_above_out_of_line(stop: ReadingStop) -> Mistake | None:
    """Find a misaligned line just above the line where reading stopped."""
    above, key = stop.above, KEY.match(stop.here)
    line = KEY.match(stop.lines[above]) if above is not None else None
    if above is None or key is None or line is None:
        return None
    before = ReadingStop(stop.lines, above, 0).above
    first = KEY.match(stop.lines[before]) if before is not None else None
    wanted = _wanted_above(stop, line, key.end("margin"), first)
    if wanted is None:
        return None
    return Mistake(
        line=above + 1,
        column=line.end("margin") + 1,
        width=len(line["key"]),
        message=f"'{line['key']}' is not in line with the lines around it",
        help=f"begin it in column {wanted + 1}",
        edits=(LineEdit(above + 1, 1, line.end("margin"), " " * wanted),),
    )


def _wanted_above(
    stop: ReadingStop, line: re.Match[str], margin: int, before: re.Match[str] | None
) -> int | None:
    """Return the right column for the line above, if that line is wrong."""
    column = line.end("margin")
    if before is None or "-" in line["margin"]:
        return None
    outer = before.end("margin")
    has_value = bool(line.string[line.end() :].strip())
    following = stop.lines[stop.line + 1] if stop.line + 1 < len(stop.lines) else ""
    if has_value and column < margin:
        is_first = not before.string[before.end() :].strip()
        dips = outer == margin and not is_first
        starts = is_first and outer < margin and (column <= outer or margin_of(following) == margin)
        return margin if dips or starts else None
    if has_value and outer < margin < column and not before.string[before.end() :].strip():
        return margin if margin_of(following) == margin and ENTRY.match(stop.here) else None
    if not has_value and outer < margin <= column and not before.string[before.end() :].strip():
        return max(margin - 2, outer + 1)
    return None


def line_out_of_line(stop: ReadingStop) -> Mistake | None:
    """Find a line that begins in a different column from every line above it."""
    above = stop.above
    key = KEY.match(stop.here)
    if above is None or key is None:
        return None
    column = margin_of(stop.here)
    columns = _open_columns(stop.lines, above)
    if column in columns or not columns:
        return None
    entry = ENTRY.match(stop.lines[above])
    if column > max(columns):
        if entry is None:
            return None
        message = (
            f"this line is indented further than '{entry['key']}' above it, "
            "which already has a value"
        )
        wanted = max(columns)
    else:
        message = "this line is not in line with any line above it"
        wanted = _nearest_column(columns, column, _following_margin(stop))
    edit = LineEdit(stop.line + 1, 1, column, " " * wanted)
    return Mistake(
        line=stop.line + 1,
        column=column + 1,
        width=max(len(key["key"]), 1),
        message=message,
        help=f"begin it in column {wanted + 1}, as '{columns[wanted]}' does",
        edits=(edit,),
    )


def _following_margin(stop: ReadingStop) -> int | None:
    """Return the indent of the next line, if this one has nothing after its colon."""
    if not stop.here.rstrip().endswith(":"):
        return None
    following = (line for line in stop.lines[stop.line + 1 :] if line.strip())
    return next((margin_of(line) for line in following), None)


def _nearest_column(columns: Iterable[int], column: int, inside: int | None) -> int:
    """Return the nearest column that is further left than the lines below."""
    outside = [one for one in columns if inside is None or one < inside] or list(columns)
    return min(outside, key=lambda one: (abs(one - column), -one))


def _open_columns(lines: Sequence[str], last: int) -> dict[int, str]:
    """Return the columns where a new line may begin, each with the key above it."""
    columns: dict[int, str] = {}
    smallest = len(lines[last]) + 1
    for number in range(last, -1, -1):
        found = KEY.match(lines[number])
        if found is None or margin_of(lines[number]) >= smallest:
            continue
        smallest = margin_of(lines[number])
        columns[found.end("margin")] = found["key"]
        columns.setdefault(smallest, found["key"])
        if smallest == 0:
            break
    return columns
