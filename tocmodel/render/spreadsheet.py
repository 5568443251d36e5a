"""Cells for spreadsheets: text stays text, whatever it begins with."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from tocmodel.render.plain import one_line

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def without_formula(text: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula.

    A text that could begin one gets an apostrophe before it, which says that it is text; plain
    numbers stay numbers. See https://owasp.org/www-community/attacks/CSV_Injection.

    >>> without_formula("=HYPERLINK(1)"), without_formula("@SUM(A1)"), without_formula("fine")
    ("'=HYPERLINK(1)", "'@SUM(A1)", 'fine')
    >>> without_formula("-3"), without_formula("- a point"), without_formula("12")
    ('-3', "'- a point", '12')
    """
    text = "\n".join(one_line(line) for line in text.split("\n"))
    if _PLAIN_NUMBER.fullmatch(text) or not _FORMULA.match(text):
        return text
    return f"'{text}"


def comma_separated(rows: Iterable[Sequence[str]], *, end: str = "\r\n") -> str:
    r"""Return rows of cells as CSV (RFC 4180), no cell of which is a formula.

    >>> comma_separated([["club", "=1+1"], ["a, b", ""]], end="\n")
    'club,\'=1+1\n"a, b",\n'
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator=end)
    writer.writerows([without_formula(cell) for cell in row] for row in rows)
    return file.getvalue()
