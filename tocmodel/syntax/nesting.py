"""Measure how deeply a YAML text nests its brackets, without a parser.

A parser reads ahead before it reports anything, and each release has its own limit. When a parser
stops, this shows whether nesting was the reason, whatever error the parser gives.
"""

import re

_QUOTED = r"""(?<![\w"'])(?:"(?:\\.|[^"\\])*"|'(?:[^']|'')*')"""
_TOKEN = re.compile(
    rf"{_QUOTED}|(?:^|(?<=\s))\#[^\n]*|(?P<open>[\[{{])|(?P<close>[\]}}])", re.DOTALL
)


def bracket_beyond(text: str, deepest: int) -> int | None:
    """Return the place of the first bracket that opens a level beyond ``deepest``, if one does.

    Brackets in quotes and in comments do not count.

    >>> bracket_beyond("a: [[['[']]]", 2)
    5
    >>> bracket_beyond("a: [b, [c]]  # [[[", 2)
    """
    depth = 0
    for token in _TOKEN.finditer(text):
        if token["open"]:
            depth += 1
            if depth > deepest:
                return token.start()
        elif token["close"]:
            depth = max(depth - 1, 0)
    return None
