"""What a browser tells a screen reader of an open picture."""

from collections import Counter
from collections.abc import Iterator

from devtools import Tab

_NOT_SPOKEN = frozenset({"RootWebArea", "generic", "InlineTextBox", "none"})
"""Roles that only hold others, or repeat the text above them."""


def spoken(tab: Tab) -> list[tuple[str, str, str]]:
    """Return the role, the name and the description of everything that is read out, in order."""
    return list(_spoken(tab))


def _spoken(tab: Tab) -> Iterator[tuple[str, str, str]]:
    for node in tab.send("Accessibility.getFullAXTree")["nodes"]:
        role = node["role"]["value"]
        if not node.get("ignored") and role not in _NOT_SPOKEN:
            name, description = (
                node.get(part, {}).get("value", "") for part in ("name", "description")
            )
            yield role, name, description


def repeated(tab: Tab) -> list[str]:
    """Return what a screen reader says again: a name of two things, or in its own description."""
    found = spoken(tab)
    counts = Counter(name for _, name, _ in found if name)
    names = [name for name, times in counts.items() if times > 1]
    return [*names, *(name for _, name, description in found if name and name in description)]
