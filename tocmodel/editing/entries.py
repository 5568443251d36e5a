"""New entries at the end of a section, in the manner in which the section is written."""

import json
import re
from collections.abc import Mapping
from typing import Any

from tocmodel.dumping import yaml_text
from tocmodel.editing.places import closing, is_in_braces, line_end, span_of
from tocmodel.syntax import Tree


def with_entries(tree: Tree, section: str, entries: Mapping[str, Any]) -> str:
    """Return the file's text with new entries at the end of a section.

    Where the file has no such section, one is begun at its end. The style of the file is kept:
    lines, or braces on a line.

    Args:
        tree: the file.
        section: ``stories``, or another section that maps ids to entries.
        entries: plain data by id.
    """
    held = tree.data.get(section)
    if held is not None and is_in_braces(tree, (section,)):
        return _into_braces(tree.text, tree.offset((section,)), held, _flow(entries))
    if held:
        return _below(tree, section, entries)
    block = _indented(yaml_text(entries), "  ")
    if section in tree.data:  # 'stories:' and nothing after it
        _, end = span_of(tree, (section,), key=True)
        at = line_end(tree.text, tree.text.index(":", end))
        return tree.text[:at] + "\n" + block.rstrip("\n") + tree.text[at:]
    if is_in_braces(tree, ()):
        flow = f'"{section}": {{{_flow(entries)}}}'
        return _into_braces(tree.text, tree.offset(()), tree.data, flow)
    text = tree.text if tree.text.endswith("\n") else tree.text + "\n"
    return f"{text}\n{section}:\n{block}"


def _below(tree: Tree, section: str, entries: Mapping[str, Any]) -> str:
    first = next(iter(tree.data[section]))
    margin = " " * (tree.span((section, first), key=True).column - 1)
    _, end = span_of(tree, (section,))
    # The end of a text of several lines may lie at the beginning of the line after it, and that
    # of a list or mapping in brackets before the brackets that close it.
    kept = len(tree.text[:end].rstrip())
    closed = _CLOSERS.match(tree.text, kept)
    at = line_end(tree.text, closed.end() if closed else kept)
    block = _indented(yaml_text(entries), margin).rstrip("\n")
    return tree.text[:at] + "\n" + block + tree.text[at:]


_CLOSERS = re.compile(r"(?:\s*(?:,\s*)?[}\]])*")


def _into_braces(text: str, start: int, held: Any, flow: str) -> str:
    """Put something into braces, after what they hold."""
    close = closing(text, start)
    before = text[:close].rstrip()
    comma = ", " if held and not before.endswith(",") else ""
    return f"{before}{comma}{flow}{text[len(before) :]}"


def _flow(entries: Mapping[str, Any]) -> str:
    return ", ".join(
        f"{json.dumps(id_)}: {json.dumps(body, ensure_ascii=False)}"
        for id_, body in entries.items()
    )


def _indented(text: str, margin: str) -> str:
    return "".join(
        f"{margin}{line}" if line.strip() else line for line in text.splitlines(keepends=True)
    )
