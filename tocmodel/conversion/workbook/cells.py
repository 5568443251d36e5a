r"""Values as the content of a cell, and back.

A text is in its cell as it is. Four things are written differently, so that every value comes
back as what it was:

- yes and no are words: LibreOffice would turn true into 1;
- a mapping with keys that people make up, such as the criteria of data, is in braces, as in a file;
- several values are separated by ``;``, and one that has a ``;`` itself is in quotes;
- a text that a spreadsheet could not keep (only spaces, letters without a sign) is in quotes, with
  codes as in JSON.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tocmodel.conversion.workbook.columns import SheetColumn, Takes
from tocmodel.fileformat.dumping import yaml_text
from tocmodel.syntax import parse
from tocmodel.syntax.scalars import resolve, resolve_as_written
from tocmodel.workbook import CellKind, TypedCell

CellContent = str | int | float
"""What a cell holds: text, or a number."""

SEPARATOR = ";"
"""The sign between several values in a cell; a new line separates them too."""

TOGETHER = "+"
"""The sign between values that belong together, inside one of several alternatives."""

NOTHING_IN_IT = "(nothing in it)"
"""The content for a mapping without keys."""

_UNKEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_EXACT = 15  # digits of a number that every spreadsheet keeps


def cell_of(column: SheetColumn, value: Any, name_of: Callable[[str], str] = str) -> CellContent:
    """Return the content of a cell for a value.

    Args:
        column: its column.
        value: the value, as in a theory's file.
        name_of: returns what people read for an id.
    """
    if value == {}:
        return NOTHING_IN_IT
    if column.takes is Takes.WRITTEN:
        return written_on_one_line(value)
    if column.depth == 2:
        return f" {SEPARATOR} ".join(_joined(one, TOGETHER, name_of) for one in value)
    if column.depth or isinstance(value, list):
        listed = value if isinstance(value, list) else [value]
        return _joined(listed, SEPARATOR, name_of) or SEPARATOR
    if column.reference is not None:
        return text_cell(name_of(value))
    return _single(column, value)


def _single(column: SheetColumn, value: Any) -> CellContent:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value if _is_kept(value) else repr(value)
    return _own_cell(value) if column.takes is Takes.OWN else text_cell(value)


def _is_kept(number: float) -> bool:
    return abs(number) < 1e300 and float(f"{number:.{_EXACT}g}") == number


def _joined(values: list[Any], sign: str, name_of: Callable[[str], str]) -> str:
    before = " " if sign == TOGETHER else ""
    return f"{before}{sign} ".join(_item(item, name_of) for item in values)


def joined(names: Iterable[str]) -> str:
    """Return several names as they are written in one cell."""
    return _joined(list(names), SEPARATOR, str)


def divided(text: str) -> list[str]:
    """Return the names in a cell: the inverse of ``joined``."""
    return _divided(text, SEPARATOR)


def _item(item: Any, name_of: Callable[[str], str]) -> str:
    if isinstance(item, Below):
        return item
    return _quoted_if_needed(name_of(item)) if isinstance(item, str) else repr(item)


class Below(str):
    """One of several values, ``#1``, that has a row of its own on another sheet."""

    __slots__ = ()


def free_heading(heading: str, key: str) -> str:
    """Return the heading of a column for a key that people made up.

    >>> free_heading("Own fields", "our code")
    'Own fields: our code'
    """
    return f"{heading}: {_quoted_if_needed(key)}"


def free_key(words: str) -> str:
    """Return the key in a heading, from the words after the colon."""
    plain = _from_quotes(words)
    return words if plain is None else plain


def _quoted_if_needed(item: str) -> str:
    is_plain = item == item.strip() and item and not _NOT_IN_LISTS.search(item)
    return item if is_plain and not _UNKEPT.search(item) else _quoted(item)


_NOT_IN_LISTS = re.compile(r'["#;\n]|(^|\s)\+(\s|$)')


def _quoted(text: str) -> str:
    made = json.dumps(text, ensure_ascii=False)
    return _UNKEPT.sub(lambda found: f"\\u{ord(found[0]):04x}", made)


def text_cell(text: str) -> str:
    r"""Return the content of a cell for a text, which is nearly always the text itself.

    >>> text_cell("Home visits"), text_cell("  "), text_cell('"quoted"'), text_cell("a\x0cb")
    ('Home visits', '"  "', '"quoted"', '"a\\fb"')
    """
    return _quoted(text) if _needs_quotes(text) else text


def _needs_quotes(text: str, *, own: bool = False) -> bool:
    """Return whether a text is in quotes in its cell: no spreadsheet would keep it as it is.

    In a partnership's own column, these are also texts that would become a number, or yes or no.
    """
    if not text.strip() or _UNKEPT.search(text) or (own and _is_no_text(text.strip())):
        return True
    return _unquoted(text, own=own) is not None


def _unquoted(cell: str, *, own: bool = False) -> str | None:
    """Return the text of a cell in quotes; ``None`` if the quotes are part of the text."""
    text = _from_quotes(cell)
    is_ours = text is not None and _needs_quotes(text, own=own) and _quoted(text) == cell
    return text if is_ours else None


def _is_no_text(word: str) -> bool:
    return word.casefold() in ("yes", "no") or not isinstance(resolve_as_written(word), str)


def value_of(column: SheetColumn, content: TypedCell) -> Any:
    """Return the value of a cell, as in a theory's file.

    A cell that does not hold what its column takes gives its text, for the schema to explain.
    TitleNames stay names.
    """
    if content.text.strip() == NOTHING_IN_IT:
        return {}
    if column.depth == 2:
        return [_divided(one, TOGETHER) for one in _parts(content.text, SEPARATOR)]
    if column.depth:
        items: list[Any] = _divided(content.text, SEPARATOR)
        is_number = column.takes is Takes.NUMBER
        return [_number(item) for item in items] if is_number else items
    return _READ[column.takes](column, content)


_YES_NO = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}


def _yes_no(_column: SheetColumn, content: TypedCell) -> Any:
    return _YES_NO.get(content.text.strip().casefold(), content.text)


def _own_value(_column: SheetColumn, content: TypedCell) -> Any:
    if content.kind is CellKind.TEXT:
        return _own(content.text)
    return content.text == "True" if content.kind is CellKind.BOOLEAN else _number(content.text)


def _text(column: SheetColumn, content: TypedCell) -> str:
    unquoted = _unquoted(content.text)
    if unquoted is not None:
        return unquoted
    if column.words or column.reference is not None:
        return _word(column, content.text.strip())
    return content.text


def _word(column: SheetColumn, text: str) -> str:
    """Return a word of a closed set in its own spelling."""
    return next((word for word in column.words if word.casefold() == text.casefold()), text)


def _number(text: str) -> Any:
    number = resolve(text.strip())
    return number if isinstance(number, int | float) and not isinstance(number, bool) else text


_READ: Mapping[Takes, Callable[[SheetColumn, TypedCell], Any]] = {
    Takes.TEXT: _text,
    Takes.NUMBER: lambda _, content: _number(content.text),
    Takes.YES_NO: _yes_no,
    Takes.OWN: _own_value,
    Takes.WRITTEN: lambda _, content: _written(content.text),
}


def written_on_one_line(value: Any) -> str:
    """Return a mapping as it is written in a file, in braces on one line.

    >>> written_on_one_line({"phase": "primary", "attendance": {"below": 90}})
    '{phase: primary, attendance: {below: 90}}'
    """
    return yaml_text(value, braces=True).strip()


def _written(text: str) -> Any:
    """Return the mapping that is written in a cell; a text that holds none stays as it is."""
    tree = parse(text, "cell")
    return tree.data if isinstance(tree.data, Mapping) and not tree.findings else text


def _own_cell(text: str) -> str:
    r"""Return the content of a partnership's own column for a text, in quotes if it must be.

    >>> [_own_cell(text) for text in ("12 places", "12", "yes", '"12"', "4.20")]
    ['12 places', '"12"', '"yes"', '"\\"12\\""', '4.20']
    """
    return _quoted(text) if _needs_quotes(text, own=True) else text


def _own(cell: str) -> Any:
    """Return what a cell in a partnership's own column means: as in a file, but also yes and no."""
    text = _unquoted(cell, own=True)
    if text is not None:
        return text
    word = cell.strip()
    if word.casefold() in ("yes", "no"):
        return word.casefold() == "yes"
    found = resolve_as_written(word) if word else cell
    return found if isinstance(found, bool | int | float) else cell


def _from_quotes(cell: str) -> str | None:
    if len(cell) < 2 or not (cell.startswith('"') and cell.endswith('"')):
        return None
    try:
        text = json.loads(cell)
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def _divided(text: str, sign: str) -> list[str]:
    parts = _parts(text, sign)
    return [part if (plain := _from_quotes(part)) is None else plain for part in parts]


def _parts(text: str, sign: str) -> Iterator[str]:
    """Divide a cell at each sign outside quotes.

    >>> list(_parts('a; "b;c" ;d', ";")), list(_parts("reach + dose", "+")), list(_parts(";", ";"))
    (['a', '"b;c"', 'd'], ['reach', 'dose'], [])
    >>> list(_parts('a + "b; c"; 5" pipe', ";"))
    ['a + "b; c"', '5" pipe']
    """
    start, quoted = 0, list(_quoted_spans(text)) if '"' in text else []
    for found in (_AT_SEPARATOR if sign == SEPARATOR else _AT_TOGETHER).finditer(text):
        while quoted and quoted[0][1] <= found.start():
            quoted.pop(0)
        if quoted and quoted[0][0] <= found.start():
            continue
        if part := text[start : found.start()].strip():
            yield part
        start = found.end()
    if part := text[start:].strip():
        yield part


def _quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each value in quotes: at the start, or after a sign."""
    yield from (found.span(1) for found in _IN_QUOTES.finditer(text))


_AT_SEPARATOR = re.compile("[;\n]")
_AT_TOGETHER = re.compile(r"(?:(?<=\s)|^)\+(?=\s|$)")
_IN_QUOTES = re.compile(r'(?:^|[;\n]|\s\+)\s*("(?:\\.|[^"\\])*")(?=\s*(?:[;\n]|\+\s|$))')
