"""Cells for spreadsheets: text stays text, whatever it begins with."""

import csv
import io
import re
from collections.abc import Iterable
from itertools import chain, repeat

from attrs import frozen

from tocmodel.characters import one_line

_FORMULA = re.compile(r"[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?|[+-]")  # a sign alone begins no formula


@frozen
class Spreadsheet:
    """A table of text.

    Attributes:
        rows: the cells, row by row; the first row has the headings.
        remark: a remark on all of it, such as that the theory is imagined.
    """

    rows: tuple[tuple[str, ...], ...]
    remark: str = ""


def without_formula(text: str) -> str:
    """Return a cell's text in a form that no spreadsheet takes as a formula.

    A text that could begin one gets an apostrophe before it, which marks it as text; a plain
    number stays a number if nothing else is in the cell. This applies to each line, and after each
    semicolon, where Excel in many countries begins a new cell. See
    https://owasp.org/www-community/attacks/CSV_Injection.

    >>> without_formula("=HYPERLINK(1)"), without_formula("@SUM(A1)"), without_formula("fine")
    ("'=HYPERLINK(1)", "'@SUM(A1)", 'fine')
    >>> without_formula("-3"), without_formula("- a point"), without_formula("12")
    ('-3', "'- a point", '12')
    >>> without_formula("a;=1+1"), without_formula("-3;-4")
    ("a;'=1+1", "'-3;'-4")
    """
    if _PLAIN_NUMBER.fullmatch(text):
        return text
    lines = (one_line(line).split(";") for line in text.split("\n"))
    return "\n".join(";".join(map(_guarded, line)) for line in lines)


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def to_csv(table: Spreadsheet) -> bytes:
    """Return a table as a CSV file."""
    return csv_bytes(table.rows, table.remark)


def csv_bytes(rows: Iterable[Iterable[str]], remark: str = "") -> bytes:
    r"""Return rows of cells as a CSV file (RFC 4180) without formulas.

    Each cell is in quotes. The file begins with the byte order mark; without it, Excel assumes the
    local encoding. Every CSV file of tocmodel is written by this function.

    >>> csv_bytes([["club", "=1+1"], ["a, b", "Ysgol Tŷ"]]).decode("utf-8-sig")
    '"club","\'=1+1"\r\n"a, b","Ysgol Tŷ"\r\n'
    >>> csv_bytes([["a"]])[:3]
    b'\xef\xbb\xbf'

    A remark on the whole table becomes a separate column, so that the rows stay a table.

    >>> csv_bytes([["club"], ["chess"]], "An imagined example").decode("utf-8-sig").split()
    ['"An', 'imagined', 'example","club"', '"yes","chess"']
    """
    file = io.StringIO(newline="")
    before = ([cell] if remark else [] for cell in chain([remark], repeat("yes")))
    table = ([*first, *row] for first, row in zip(before, rows, strict=False))
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerows([without_formula(cell) for cell in row] for row in table)
    return file.getvalue().encode("utf-8-sig", "replace")
