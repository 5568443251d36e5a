"""Files of any size, each with very many of one thing.

Such a file shows work that grows faster than the file, which a file with some of everything hides.
"""

import re
from collections.abc import Callable

_HEAD = "tocmodel: 1\ntitle: A theory that grows\n"
_WAIVER = "# tocmodel: ignore[TOC301] we do not measure this yet"
_CYCLES = ("immediate", "potential", "applied", "realized", "transformative")


def outcomes(count: int, *, before: str = "", more: str = "") -> str:
    """Return a theory with so many outcomes, a text above each of them and more keys in each."""
    return (
        _HEAD
        + "outcomes:\n"
        + "".join(
            f"{before}  o{n}: {{title: Change {n}, horizon: short{more}}}\n" for n in range(count)
        )
    )


def file_waivers(count: int) -> str:
    """Return outcomes below as many waivers of the whole file."""
    return f"{_WAIVER}\n" * count + outcomes(count)


def waiver_comments(count: int) -> str:
    """Return outcomes, each below a waiver."""
    return outcomes(count, before=f"  {_WAIVER}\n")


def waiver_entries(count: int) -> str:
    """Return outcomes, and as many entries of ``waivers``."""
    entries = (f"- {{check: TOC301, reason: not yet, at: [o{n}]}}\n" for n in range(count))
    return outcomes(count) + "waivers:\n" + "".join(entries)


def comments(count: int) -> str:
    """Return outcomes, each below ten lines of comments."""
    return outcomes(count, before="  # a note to ourselves\n" * 10)


def unknown_keys(count: int) -> str:
    """Return outcomes with four unknown keys each."""
    return outcomes(count, more=", kee: 1, hue: 2, wat: 3, whom: 4")


def unknown_keys_of_one(count: int) -> str:
    """Return one outcome with so many unknown keys."""
    return outcomes(1, more="".join(f", key{n}: 1" for n in range(count)))


def unknown_ids(count: int) -> str:
    """Return links between ids that do not exist."""
    links = (f"- {{from: x{n}, to: y{n}, because: so}}\n" for n in range(count))
    return outcomes(2) + "links:\n" + "".join(links)


def learning_loops(count: int) -> str:
    """Return values in loops of five, one for each cycle."""
    values = (
        f"  v{n}: {{title: Value {n}, space: s, status: happened, cycle: {_CYCLES[n % 5]}}}\n"
        for n in range(count)
    )
    links = (
        f"- {{from: v{n}, to: v{n + 1 if n % 5 < 4 else n - 4}, because: so}}\n"
        for n in range(count - count % 5)
    )
    head = f"{_HEAD}spaces: {{s: {{title: The circle}}}}\nvalue_creation:\n"
    return head + "".join(values) + "links:\n" + "".join(links)


def parallel_links(count: int) -> str:
    """Return so many links between the same two outcomes."""
    links = (f"- {{from: o0, to: o1, because: reason {n}}}\n" for n in range(count))
    return outcomes(2) + "links:\n" + "".join(links)


def mechanisms_of_one_link(count: int) -> str:
    """Return one link by way of so many mechanisms."""
    mechanisms = (f"  m{n}: {{title: People do {n}}}\n" for n in range(count))
    via = ", ".join(f"m{n}" for n in range(count))
    return (
        f"{outcomes(2)}mechanisms:\n{''.join(mechanisms)}"
        f"links:\n- {{from: o0, to: o1, because: so, via: [{via}]}}\n"
    )


def groups(count: int) -> str:
    """Return outcomes, each in a group of its own."""
    changes = (
        f"  o{n}: {{title: Change {n}, horizon: short, group: g{n}}}\n" for n in range(count)
    )
    named = (f"  g{n}: {{title: Strand {n}}}\n" for n in range(count))
    return f"{_HEAD}outcomes:\n{''.join(changes)}groups:\n{''.join(named)}"


def nested_groups(count: int) -> str:
    """Return outcomes, each in a group of its own inside that of the one before."""
    changes = (
        f"  o{n}: {{title: Change {n}, horizon: short, group: g{n}}}\n" for n in range(count)
    )
    named = (f"  g{n}: {{title: Strand {n}, group: g{n - 1}}}\n" for n in range(1, count))
    return (
        f"{_HEAD}outcomes:\n{''.join(changes)}groups:\n  g0: {{title: Strand 0}}\n{''.join(named)}"
    )


def chain_of_parts(count: int) -> str:
    """Return outcomes, each part of the one before."""
    changes = (
        f"  o{n}: {{title: Change {n}, horizon: short, part_of: o{n - 1}}}\n"
        for n in range(1, count)
    )
    return f"{outcomes(1)}{''.join(changes)}"


def spaces(count: int) -> str:
    """Return spaces, each with one value."""
    named = (f"  s{n}: {{title: Circle {n}}}\n" for n in range(count))
    values = (
        f"  v{n}: {{title: Value {n}, space: s{n}, status: happened, cycle: {_CYCLES[n % 5]}}}\n"
        for n in range(count)
    )
    return f"{_HEAD}spaces:\n{''.join(named)}value_creation:\n{''.join(values)}"


def path(count: int) -> str:
    """Return outcomes in a path."""
    links = (f"- {{from: o{n}, to: o{n + 1}, because: so}}\n" for n in range(count - 1))
    return outcomes(count) + "links:\n" + "".join(links)


def renamed(text: str) -> str:
    """Return a theory with another id for each outcome and a word more in the titles."""
    return re.sub(r"\bo([0-9]+)\b", r"aim\1", text.replace("{title: Change", "{title: Real change"))


CHECKED: dict[str, Callable[[int], str]] = {
    "waivers of the whole file": file_waivers,
    "waivers above each outcome": waiver_comments,
    "waivers as entries": waiver_entries,
    "lines of comments": comments,
    "unknown keys of every outcome": unknown_keys,
    "unknown keys of one outcome": unknown_keys_of_one,
    "links between unknown ids": unknown_ids,
    "learning loops": learning_loops,
}
"""The files that are read and checked."""

DRAWN: dict[str, Callable[[int], str]] = {
    "mechanisms of one link": mechanisms_of_one_link,
    "outcomes in groups of their own": groups,
    "links between the same outcomes": parallel_links,
    "groups inside one another": nested_groups,
    "a chain of parts": chain_of_parts,
}
"""The files that are drawn as text, Mermaid and DOT, which have no limit of boxes."""

EXPLAINED: dict[str, Callable[[int], str]] = {
    "groups inside one another": nested_groups,
    "a chain of parts": chain_of_parts,
}
"""The files whose first outcome is explained."""

COMPARED: dict[str, Callable[[int], str]] = {
    "renamed ids": path,
    "waivers as entries": waiver_entries,
    "links between the same outcomes": parallel_links,
}
"""The files that are compared with the same file under other ids."""
