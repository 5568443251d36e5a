"""Cells for spreadsheets: text stays text, whatever it begins with."""

import csv
import io
import re
from collections.abc import Iterable
from itertools import chain, repeat

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


def csv_bytes(rows: Iterable[Iterable[str]], remark: str = "") -> bytes:
    r"""Return rows of cells as a CSV file (RFC 4180), no cell of which is a formula.

    It begins with the byte order mark, without which Excel takes the file for one in the encoding
    of its country. Everything that is written as CSV is written by this.

    >>> csv_bytes([["club", "=1+1"], ["a, b", "Ysgol Tŷ"]]).decode("utf-8-sig")
    'club,\'=1+1\r\n"a, b",Ysgol Tŷ\r\n'
    >>> csv_bytes([["a"]])[:3]
    b'\xef\xbb\xbf'

    A remark on all of it is a column of its own, so that the rows stay a table.

    >>> csv_bytes([["club"], ["chess"]], "An imagined example").decode("utf-8-sig").split()
    ['An', 'imagined', 'example,club', 'yes,chess']
    """
    file = io.StringIO(newline="")
    before = ([cell] if remark else [] for cell in chain([remark], repeat("yes")))
    table = ([*first, *row] for first, row in zip(before, rows, strict=False))
    csv.writer(file).writerows([without_formula(cell) for cell in row] for row in table)
    return file.getvalue().encode("utf-8-sig", "replace")
