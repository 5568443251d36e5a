"""Set, add and remove values of any kind in a file's text, in the style of the file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tocmodel.diagnostics import Pointer
from tocmodel.fileformat.dumping import yaml_text
from tocmodel.fileformat.editing.changes import comments_between, escaped, spelled
from tocmodel.fileformat.editing.replacements import (
    WHITE_SPACE,
    Replacement,
    after_in_braces,
    full_end,
    is_in_braces,
    line_end,
    line_start,
    span_of,
)
from tocmodel.syntax import Tree

_INDENT = "  "
_LONGEST_LINE = 100


def set_value(tree: Tree, pointer: Pointer, value: Any) -> Iterator[Replacement]:
    """Yield the replacements that give a key or an item another value; its comment stays."""
    start, end = tree.offset(pointer), full_end(tree, pointer)
    end = max(start, end)  # a key may have no value
    kept = "".join(f"  {comment}" for comment in comments_between(tree, start, end))
    if _in_flow(tree, pointer):
        yield Replacement(start, end, f"{_in_style(tree, start, end, value)}{kept}")
        return
    one_line = _one_line(tree, value, start)
    if one_line is not None and _fits(tree, start, one_line):
        yield Replacement(start, end, f"{one_line}{kept}")
        return
    margin = _margin_of(tree, pointer)
    colon, lines = _after_mark(tree, pointer, value)
    rest = "".join(f"\n{margin}{line}" if line else "\n" for line in lines[1:])
    first = f" {lines[0]}" if lines[0] else ""
    yield Replacement(colon, end, f"{first}{kept}{rest}")


def add_keys(
    tree: Tree, at: Pointer, after: str | int, values: Mapping[str, Any]
) -> Iterator[Replacement]:
    """Yield the replacement that adds keys to a mapping, after one that stays."""
    near = (*at, after)
    if is_in_braces(tree, at):
        entries = [f"{spelled(tree, key)}: {_flow(value)}" for key, value in values.items()]
        yield after_in_braces(tree, near, entries)
        return
    margin = " " * (tree.span(near, key=True).column - 1)
    lines = [line for key, value in values.items() for line in _key_lines(tree, key, value)]
    yield _below(tree, near, lines if at else ["", *lines], margin)


def _key_lines(tree: Tree, key: str, value: Any) -> list[str]:
    """Return the lines of a key; figures are in braces, one a line, as people write them."""
    if isinstance(value, list) and value and all(map(_is_figure, value)):
        return [f"{spelled(tree, key)}:", *(f"  - {_in_braces(tree, item)}" for item in value)]
    return _lines({key: value})


def _is_figure(item: Any) -> bool:
    return isinstance(item, Mapping) and "value" in item and "\n" not in json.dumps(item)


def add_items(tree: Tree, at: Pointer, after: int, values: Sequence[Any]) -> Iterator[Replacement]:
    """Yield the replacement that adds items to a list, after one that stays."""
    near = (*at, after)
    if is_in_braces(tree, at):
        yield after_in_braces(tree, near, [_flow(value) for value in values])
        return
    lines = [line for value in values for line in _item_like(tree, near, value)]
    yield _below(tree, near, lines, _margin_of(tree, near))


def _item_like(tree: Tree, near: Pointer, value: Any) -> list[str]:
    """Return the lines of an item: one in braces where the item before it is one in braces."""
    before = tree.text[tree.offset(near) : full_end(tree, near)]
    if isinstance(value, Mapping) and before.startswith("{") and "\n" not in before:
        return [f"- {_in_braces(tree, value)}"]
    return _lines([value])


def _in_braces(tree: Tree, value: Any) -> str:
    """Return a value on one line as people write it: ``{value: 21, period: 2023/2024}``."""
    if isinstance(value, Mapping):
        entries = (f"{spelled(tree, key)}: {_in_braces(tree, item)}" for key, item in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_in_braces(tree, item) for item in value)}]"
    return spelled(tree, value) if isinstance(value, str) else _flow(value)


def set_items(tree: Tree, at: Pointer, place: int, values: Sequence[Any]) -> Iterator[Replacement]:
    """Yield the replacement that puts several items in the place of one."""
    near = (*at, place)
    start, end = tree.offset(near), full_end(tree, near)
    if is_in_braces(tree, at):
        yield Replacement(start, end, ", ".join(_flow(value) for value in values))
        return
    margin = _margin_of(tree, near)
    lines = _lines(list(values))
    lines[0] = lines[0].removeprefix("- ")
    yield Replacement(start, end, _joined(lines, margin).removeprefix(margin))


def _below(tree: Tree, near: Pointer, lines: Sequence[str], margin: str) -> Replacement:
    below = line_end(tree.text, full_end(tree, near))
    return Replacement(below, below, f"\n{_joined(lines, margin)}")


def _joined(lines: Sequence[str], margin: str) -> str:
    return "\n".join(f"{margin}{line}" if line else "" for line in lines)


def _lines(data: Any) -> list[str]:
    return yaml_text(data).rstrip("\n").split("\n")


def _flow(value: Any, indent: int | None = None) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def _in_style(tree: Tree, start: int, end: int, value: Any) -> str:
    """Return a value in braces, on several lines if it was."""
    if not isinstance(value, dict | list) or "\n" not in tree.text[start:end]:
        return _flow(value)
    line = tree.text[line_start(tree.text, start) : start]
    margin = line[: len(line) - len(line.lstrip(WHITE_SPACE))]
    return _flow(value, indent=2).replace("\n", f"\n{margin}")


def _in_flow(tree: Tree, pointer: Pointer) -> bool:
    return is_in_braces(tree, pointer[:-1])


def _one_line(tree: Tree, value: Any, start: int) -> str | None:
    """Return a single value as a word of the file; ``None`` for what needs several lines."""
    if isinstance(value, str):
        return None if "\n" in value else spelled(tree, value, start)
    if isinstance(value, bool | int | float):
        return _flow(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return f"[{', '.join(spelled(tree, item) for item in value)}]"
    return "{}" if value == {} else "[]" if value == [] else None


def _fits(tree: Tree, start: int, text: str) -> bool:
    return start - line_start(tree.text, start) + len(text) <= _LONGEST_LINE or text[:1] in "[\"'"


def _margin_of(tree: Tree, pointer: Pointer) -> str:
    """Return the space before a key, or before the hyphen of an item."""
    if isinstance(pointer[-1], str):
        return " " * (tree.span(pointer, key=True).column - 1)
    start = tree.offset(pointer)
    line = tree.text[line_start(tree.text, start) : start]
    return " " * line.rfind("-", 0, len(line.rstrip(WHITE_SPACE))) if "-" in line else ""


def _after_mark(tree: Tree, pointer: Pointer, value: Any) -> tuple[int, list[str]]:
    """Return the place after the colon or the hyphen of a value, and the lines of a new value."""
    start = tree.offset(pointer)
    if isinstance(pointer[-1], str):
        _, key_end = span_of(tree, pointer, key=True)
        colon = tree.text.index(":", key_end) + 1
        lines = _lines({"k": value})
        return colon, [lines[0].removeprefix("k:").strip(), *lines[1:]]
    lines = _lines([value])
    hyphen = tree.text.rindex("-", 0, start) + 1
    return hyphen, [lines[0].removeprefix("- "), *lines[1:]]
