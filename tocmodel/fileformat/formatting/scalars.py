r"""Write keys and single values in the normal form: their quotes, and the margin of long texts."""

import json
import re

from tocmodel.fileformat.editing.replacements import WHITE_SPACE
from tocmodel.syntax.quoting import in_quotes
from tocmodel.syntax.scalars import resolve

_WORD = re.compile(r"[A-Za-z$][A-Za-z0-9_-]*")
_NOT_PLAIN = frozenset("null true false yes no on off y n".split())
_STATED_MARGIN = re.compile(r"([|>][+-]?)([1-9])")
_SIGNS = re.compile(r"([|>])([1-9+-]*)")
_STEP = 2
"""The spaces by which what is below a key or a hyphen is indented."""


def key_text(word: str, raw: str) -> str:
    """Return a key: without quotes, unless it needs them.

    >>> key_text("title", '"title"'), key_text("4.20", "'4.20'"), key_text("no", "'no'")
    ('title', '"4.20"', '"no"')
    """
    if "\n" in raw:
        return json.dumps(word, ensure_ascii=False)
    if raw[:1] not in ("'", '"') or (_WORD.fullmatch(word) and word.lower() not in _NOT_PLAIN):
        return word
    return _with_quotes(raw)


def name_text(name: str) -> str:
    """Return an id, or a chain of ids, with quotes only if it would be read as no text.

    >>> name_text("a -> b"), name_text("2019")
    ('a -> b', '"2019"')
    """
    return name if resolve(name) is name else f'"{name}"'


def value_text(raw: str, margin: str, column: int = 0) -> str:
    r"""Return a value as it is written, with its quotes and the margin of its further lines.

    >>> value_text("'Read'", ""), value_text("'\"Read\"'", ""), value_text("17", "")
    ('"Read"', '\'"Read"\'', '17')

    Args:
        raw: the value, as in the file.
        margin: what precedes each further line of a text of several lines.
        column: the column, from 0, of the key or hyphen that the value is for.
    """
    if raw[:1] in ("|", ">"):
        return _block(raw, margin, column)
    text = _with_quotes(raw) if raw[:1] in ("'", '"') else raw
    first, *others = text.split("\n")
    return "\n".join([_trimmed(first), *(_moved(line, margin) for line in others)])


def keeps_end(head: str) -> bool:
    """Return whether a text after ``|`` or ``>`` keeps the blank lines at its end.

    >>> keeps_end("|+2  # all of it"), keeps_end(">-  # + this")
    (True, False)
    """
    return "+" in head.partition(" ")[0]


def without_line_break(raw: str) -> str:
    """Return a text after ``|`` or ``>`` that says that no line break is at its end.

    At the end of a file without a last line break there is none, whatever the sign says.

    >>> without_line_break(">2+  # why"), without_line_break("|-")
    ('>-2  # why', '|-')
    """
    return _SIGNS.sub(lambda signs: f"{signs[1]}-{signs[2].strip('+-')}", raw, count=1)


def _with_quotes(raw: str) -> str:
    r"""Return a text with double quotes, or single ones if it holds double quotes.

    >>> print(_with_quotes("'it''s'"), _with_quotes(r'"say \"yes\""'), _with_quotes(r'"a\tb"'))
    "it's" 'say "yes"' "a\tb"
    """
    inside = raw[1:-1]
    if raw[0] == "'":
        single = inside.replace("''", "'")
        return raw if '"' in inside or "\\" in inside else f'"{single}"'
    plain = inside.replace('\\"', '"')
    needs_single = '\\"' in inside and "\\" not in plain and "'" not in plain
    return in_quotes(plain) if needs_single else raw


def _trimmed(line: str) -> str:
    """Return a line of a text without spaces at its end, which have no meaning there."""
    return line if line.rstrip(WHITE_SPACE).endswith("\\") else line.rstrip(WHITE_SPACE)


def _moved(line: str, margin: str) -> str:
    trimmed = _trimmed(line.lstrip(" \t"))
    return f"{margin}{trimmed}" if trimmed else ""


def _block(raw: str, margin: str, column: int) -> str:
    """Return a text after ``|`` or ``>`` with its lines moved to a margin."""
    head, _, body = raw.partition("\n")
    lines = body.split("\n") if body else []
    stated = _STATED_MARGIN.match(head)
    old = column + int(stated[2]) if stated else _margin(lines)
    if stated:
        head = f"{stated[1]}{_STEP}{head[stated.end() :]}"
    moved = [f"{margin}{line[old:]}" if len(line) > old else "" for line in lines]
    while moved and not moved[-1] and not keeps_end(head):
        moved.pop()
    return "\n".join([head.rstrip(WHITE_SPACE), *moved])


def _margin(lines: list[str]) -> int:
    """Return the number of spaces before the first line that has words."""
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)
