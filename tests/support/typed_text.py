"""YAML as many hands would type it: any indentation, quotes, order of keys, braces and comments."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from tocmodel.fileformat.dumping import yaml_text
from tocmodel.fileformat.formatting.key_order import KeyOrder

_COMMENTS = st.sampled_from(["", "", "", "# why", "# a: {b}", "#", "## 'x"])


@st.composite
def typed_texts(draw: st.DrawFn, data: Any) -> str:
    """Return YAML for plain data, typed in some manner; its comments are all kept apart."""
    lines = [draw(_COMMENTS), *_lines(draw, data, draw(st.sampled_from(["", "  "])))]
    return "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n# end\n", "\n  # end"]))


def _lines(draw: st.DrawFn, data: Any, margin: str) -> Iterator[str]:
    inner = margin + " " * draw(st.integers(1, 5))
    for head, value in _entries(draw, data):
        if draw(st.integers(0, 9)) == 0:
            yield draw(
                st.sampled_from(["", f"{margin}# above", f"{inner}   # further in", "# left"])
            )
        note = draw(st.sampled_from(["", "", "", "", " # beside", "     #"]))
        if isinstance(value, dict | list) and value and draw(st.booleans()):
            yield f"{margin}{head}{note}"
            yield from _lines(draw, value, inner)
        elif isinstance(value, str) and "\n" in value:
            yield from f"{margin}{head} {_block(value, inner)}".split("\n")
        else:
            yield f"{margin}{head} {_on_one_line(draw, value)}{note}"


def _entries(draw: st.DrawFn, data: Any) -> list[tuple[str, Any]]:
    if isinstance(data, list):
        return [("-", value) for value in data]
    keys = draw(st.permutations(list(data))) if draw(st.booleans()) else list(data)
    return [(f"{_key(draw, key)}:", data[key]) for key in keys]


def _key(draw: st.DrawFn, key: str) -> str:
    is_plain = key.isascii() and key.isidentifier() and key.lower() not in ("null", "true", "false")
    return key if is_plain and draw(st.booleans()) else _quoted(key)


def _on_one_line(draw: st.DrawFn, value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_on_one_line(draw, item) for item in value)}]"
    if isinstance(value, dict):
        pairs = (f"{head} {_on_one_line(draw, held)}" for head, held in _entries(draw, value))
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, str) and value.isprintable() and draw(st.booleans()):
        return "'" + value.replace("'", "''") + "'"
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"


def _block(text: str, margin: str) -> str:
    """Return a text of several lines as YAML has it, at a margin."""
    value = yaml_text({"a": text}).partition(":")[2].strip(" ").rstrip("\n")
    first, *others = value.split("\n")
    if first[:1] != "|":
        return _quoted(text)
    return "\n".join([first, *(f"{margin}{line[2:]}" if line else "" for line in others)])


def reordered(data: Any, order: KeyOrder | None) -> Any:
    """Return data with the keys of every part in an order."""
    if isinstance(data, list):
        return [reordered(item, order and order.of_items) for item in data]
    if not isinstance(data, dict):
        return data
    keys = order.sorted(data) if order else list(data)
    return {key: reordered(data[key], order and order.below(key)) for key in keys}
