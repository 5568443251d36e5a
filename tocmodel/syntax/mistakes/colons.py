"""Find keys without a colon, or with another sign in its place."""

import re

from tocmodel.syntax.corrections import LineEdit, Mistake
from tocmodel.syntax.mistakes.stop import ITEM, KEY, ReadingStop, margin_of
from tocmodel.syntax.quoting import in_quotes, shown_quoted
from tocmodel.syntax.unquoted_text import unquoted

_EQUALS = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$-]+)(?P<sign> *=(?!=*>) *)(?P<value>\S.*)")
_NO_SPACE = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$-]+)(?P<sign>:)(?P<value>[^\s:/].*)")
_NO_COLON = re.compile(r"(?P<margin> *)(?P<key>\w[\w-]*)(?P<value>\s*| [^:]*)")


def wrong_separator(stop: ReadingStop) -> Mistake | None:
    """Find ``title = X`` and ``title:X``, in this line or the one above."""
    numbers = [n for n in (stop.line, stop.above) if n is not None and n < len(stop.lines)]
    found = (separator_mistake(stop.lines[number], number) for number in numbers)
    return next(filter(None, found), None)


def separator_mistake(line: str, number: int) -> Mistake | None:
    """Return the mistake between a key and its value, if they lack a colon and a space."""
    equals = _EQUALS.fullmatch(line)
    found = equals or _NO_SPACE.fullmatch(line)
    if found is None:
        return None
    message = (
        "a colon is needed after a key, not =" if equals else "a space is missing after the colon"
    )
    value = found["value"].rstrip()
    plain = unquoted(value) is None
    shown = f"{found['key']}: {value}" if plain else shown_quoted(found["key"], value)
    written = ": " if plain else f": {in_quotes(value)}"
    removed = len(found["sign"]) + (0 if plain else len(value))
    at = found.start("sign") + (len(found["sign"]) - len(found["sign"].lstrip()))
    return Mistake(
        line=number + 1,
        column=at + 1,
        message=message,
        help=f"write {shown}",
        edits=(LineEdit(number + 1, found.start("sign") + 1, removed, written),),
    )


def missing_colon(stop: ReadingStop) -> Mistake | None:
    """Find a line with a key but no colon."""
    number = stop.above
    if number is None or not KEY.match(stop.here):
        return None
    line = stop.lines[number]
    found = _NO_COLON.fullmatch(line)
    if found is None or margin_of(line) > margin_of(stop.here):
        return None
    if found["value"].strip() and (
        margin_of(line) != margin_of(stop.here) or found["key"] not in stop.fields
    ):
        return None
    value = found["value"].strip()
    return Mistake(
        line=number + 1,
        column=found.end("key") + 1,
        message=f"a colon is missing after '{found['key']}'",
        help=f"write {found['key']}: {value}".rstrip(),
        edits=(LineEdit(number + 1, found.end("key") + 1, 0, ":"),),
    )


def stray_words(stop: ReadingStop) -> Mistake | None:
    """Find words on their own line without a key, such as a note without its ``#``."""
    for number in (stop.line, stop.above):
        line = stop.lines[number] if number is not None and number < len(stop.lines) else ""
        if not line.strip() or KEY.match(line) or ITEM.match(line) or line.lstrip()[0] in "[{}]":
            continue
        before = ReadingStop(stop.lines, number or 0, 0).above
        if before is not None and margin_of(stop.lines[before]) < margin_of(line):
            continue
        if "->" in line:
            return Mistake(
                line=(number or 0) + 1,
                column=margin_of(line) + 1,
                width=len(line.strip()),
                message="a link begins with a hyphen",
                help=f"write - {line.strip()}",
                edits=(LineEdit((number or 0) + 1, margin_of(line) + 1, 0, "- "),),
            )
        return Mistake(
            line=(number or 0) + 1,
            column=margin_of(line) + 1,
            width=len(line.strip()),
            message="these words belong to no key",
            help="put # before them, if they are a note, or a key and a colon",
            edits=(LineEdit((number or 0) + 1, 1, 0, "# "),),
        )
    return None
