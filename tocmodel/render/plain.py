"""Text that no format chokes on."""

import re
from textwrap import wrap

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_HALVES = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    r"""Return the text on one line, without characters that cannot be seen or written.

    >>> one_line("Two\n  lines\tand\x00 a half \ud800")
    'Two lines and a half \ufffd'
    """
    return " ".join(_HALVES.sub("\ufffd", _UNSEEN.sub(" ", text)).split())


def short_lines(text: str, width: int = 28) -> list[str]:
    """Return the text in lines of about a width, words kept whole.

    >>> short_lines("Families use services they would otherwise not have reached")
    ['Families use services they', 'would otherwise not have', 'reached']
    """
    return wrap(one_line(text), width, break_long_words=False, break_on_hyphens=False) or [""]
