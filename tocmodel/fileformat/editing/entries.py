"""Add entries or items at the end of a section, in the style of the section."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from tocmodel.diagnostics import Pointer
from tocmodel.fileformat.dumping import yaml_text
from tocmodel.fileformat.editing.replacements import (
    WHITE_SPACE,
    Replacement,
    after_in_braces,
    apply_replacements,
    full_end,
    is_in_braces,
    line_end,
    line_start,
    span_of,
    value_of,
)
from tocmodel.syntax import Tree


def with_entries(tree: Tree, section: str, entries: Mapping[str, Any]) -> str:
    """Return the file's text with new entries at the end of a section.

    A missing section is added at the end of the file. The style of the file is kept: separate
    lines, or braces on one line.

    Args:
        tree: the file.
        section: ``stories``, or another section that maps ids to entries.
        entries: plain data by id.
    """
    at = (section,)
    held = tree.data.get(section)
    if section not in tree.data:
        edits = _as_section(tree, section, entries)
    elif held is None:
        edits = _for_nothing(tree, at, entries)
    elif is_in_braces(tree, at):
        edits = _into_braces(tree, at, _flow(entries))
    else:
        margin = " " * (tree.span((section, next(iter(held))), key=True).column - 1)
        end = line_end(tree.text, full_end(tree, at))
        edits = [Replacement(end, end, "\n" + _block(entries, margin))]
    return apply_replacements(tree.text, edits)


def with_items(tree: Tree, section: str, items: Sequence[Any]) -> str:
    """Return the file's text with new items at the end of a section that is a list.

    A missing section is added at the end of the file. The style of the file is kept: separate
    lines, or brackets on one line.

    Args:
        tree: the file.
        section: ``links``, or another section that is a list.
        items: plain data, at least one.
    """
    at = (section,)
    held = tree.data.get(section)
    if section not in tree.data:
        edits = _as_section(tree, section, items)
    elif held is None:
        edits = _for_nothing(tree, at, items)
    elif is_in_braces(tree, at):
        edits = _into_braces(tree, at, _flow(items))
    else:
        first = tree.offset((section, 0))
        before = tree.text[line_start(tree.text, first) : first]
        end = line_end(tree.text, full_end(tree, at))
        margin = before.partition("-")[0]
        edits = [Replacement(end, end, "\n" + _block(items, margin))]
    return apply_replacements(tree.text, edits)


Added = Mapping[str, Any] | Sequence[Any]
"""Entries by id, or the items of a list."""


def _as_section(tree: Tree, section: str, entries: Added) -> list[Replacement]:
    """Add a missing section at the end of a file."""
    if is_in_braces(tree, ()):
        return _into_braces(tree, (), [f"{json.dumps(section)}: {_in_braces(entries)}"])
    last = full_end(tree, ())
    mark = _END_OF_DOCUMENT.search(tree.text, last)
    end = mark.start() if mark else len(tree.text)
    after = "\n" * tree.text[:end].endswith("\n")
    before = "\n" if after else "\n\n"
    return [Replacement(end, end, f"{before}{section}:\n{_block(entries, '  ')}{after}")]


_END_OF_DOCUMENT = re.compile(r"^\.\.\.\s", re.MULTILINE)


def _for_nothing(tree: Tree, at: Pointer, entries: Added) -> list[Replacement]:
    """Add entries to an empty section: ``stories:``, ``stories: null`` or ``~``."""
    start, end = span_of(tree, at)
    if is_in_braces(tree, ()):
        space = " " * (start == end)
        return [Replacement(start, end, f"{space}{_in_braces(entries)}")]
    below = line_end(tree.text, end)
    after_colon = len(tree.text[:start].rstrip(WHITE_SPACE))
    return [
        Replacement(after_colon, end, ""),
        Replacement(below, below, "\n" + _block(entries, "  ")),
    ]


def _into_braces(tree: Tree, at: Pointer, flow: list[str]) -> list[Replacement]:
    """Add entries at the end of a pair of braces."""
    held = value_of(tree, at)
    if held:
        last = next(reversed(held)) if isinstance(held, dict) else len(held) - 1
        return [after_in_braces(tree, (*at, last), flow)]
    start = tree.offset(at) + 1
    return [Replacement(start, start, ", ".join(flow))]


def _in_braces(entries: Added) -> str:
    words = ", ".join(_flow(entries))
    return f"{{{words}}}" if isinstance(entries, Mapping) else f"[{words}]"


def _flow(entries: Added) -> list[str]:
    if not isinstance(entries, Mapping):
        return [json.dumps(item, ensure_ascii=False) for item in entries]
    return [
        f"{json.dumps(id_)}: {json.dumps(body, ensure_ascii=False)}"
        for id_, body in entries.items()
    ]


def _block(entries: Added, margin: str) -> str:
    """Return the entries on separate lines, without the last line break."""
    return "".join(
        f"{margin}{line}" if line.strip(WHITE_SPACE) else line
        for line in yaml_text(entries).splitlines(keepends=True)
    ).rstrip("\n")
