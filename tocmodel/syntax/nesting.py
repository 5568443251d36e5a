"""How deeply a YAML text nests its brackets, measured without a parser.

A parser looks ahead before it gives up what it has read, and each release has a limit of its own.
When one gives up, this tells whether the nesting was the reason, whatever the parser calls it.
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
