"""Write a JSON file in its normal form."""

import json
from typing import Any

from tocmodel.fileformat.formatting.key_order import KeyOrder
from tocmodel.syntax import Tree
from tocmodel.syntax.tree import Mark

_STEP = "  "


def json_form(tree: Tree, meant: Any, order: KeyOrder) -> str:
    """Return the text of a file, with each entry on a line of its own, and numbers as written.

    Args:
        tree: the file.
        meant: its data, with some of the texts replaced.
        order: the order of the keys.
    """
    return _value(tree, tree.root(), tree.data, meant, "", order) + "\n"


def _value(
    tree: Tree, mark: Mark, data: Any, meant: Any, margin: str, order: KeyOrder | None
) -> str:
    inner = f"{margin}{_STEP}"
    if isinstance(data, dict):
        keys = order.sorted(data) if order is not None else list(data)
        lines = [
            f"{json.dumps(key, ensure_ascii=False)}: "
            + _value(tree, mark[4][key], data[key], meant[key], inner, order and order.below(key))
            for key in keys
        ]
        return _bracketed(lines, "{}", margin)
    if isinstance(data, list):
        below = order and order.of_items
        lines = [
            _value(tree, mark[4][place], item, meant[place], inner, below)
            for place, item in enumerate(data)
        ]
        return _bracketed(lines, "[]", margin)
    if isinstance(data, str):
        return json.dumps(meant, ensure_ascii=False)
    return tree.text[mark[2] : mark[3]]


def _bracketed(entries: list[str], brackets: str, margin: str) -> str:
    if not entries:
        return brackets
    inner = f"\n{margin}{_STEP}"
    return f"{brackets[0]}{inner}{f',{inner}'.join(entries)}\n{margin}{brackets[1]}"
