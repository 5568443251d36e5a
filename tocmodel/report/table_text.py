"""A table of text, laid out with spaces."""

from collections.abc import Iterator, Sequence

from tocmodel.characters import terminal_text
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.findings.excerpt import columns


def to_text(table: Spreadsheet) -> str:
    """Return a table as text, a line for each row.

    >>> print(to_text(Spreadsheet(rows=(("from", "to"), ("café", "b")))), end="")
    from  to
    café  b
    """
    rows = [[terminal_text(" ".join(cell.split())) for cell in row] for row in table.rows]
    remark = [table.remark] if table.remark else []
    return "".join(f"{line}\n" for line in (*remark, *aligned(rows)))


def to_list(table: Spreadsheet) -> str:
    """Return a table as a list: the first cell of each row, and the others below it by heading.

    Rows that begin with the same cell come below it together; empty cells are left out.

    >>> rows = (("title", "unit", "owner"), ("Meals", "meals", ""), ("Meals", "plates", "school"))
    >>> print(to_list(Spreadsheet(rows=rows)), end="")
    Meals
      unit: meals
    <BLANKLINE>
      unit: plates
      owner: school
    """
    heads, *rows = ([terminal_text(" ".join(cell.split())) for cell in row] for row in table.rows)
    lines = [table.remark, ""] if table.remark else []
    last = None
    for first, *others in rows:
        lines += [*([""] if last is not None else []), *([first] if first != last else [])]
        held = zip(heads[1:], others, strict=True)
        lines += [f"  {head}: {cell}" for head, cell in held if cell]
        last = first
    return "".join(f"{line}\n" for line in lines)


def width_of(table: Spreadsheet) -> int:
    """Return how wide a table is as text, in columns of a terminal.

    >>> width_of(Spreadsheet(rows=(("from", "to"), ("café", "b"))))
    8
    """
    return max((columns(line) for line in to_text(table).splitlines()), default=0)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield each row as a line, with the cells of a column below one another."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  ".join(cell + " " * (width - columns(cell)) for cell, width in cells).rstrip()
