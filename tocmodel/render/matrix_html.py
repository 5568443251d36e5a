"""A matrix as a web page: a real table for screen readers that prints well, without script."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tocmodel.layout.table.shades import shade_of
from tocmodel.render.svg import escape
from tocmodel.tables.cell_lines import CellKey, CellLine, cell_lines, letter_of
from tocmodel.tables.cell_text import GAP, meanings, thread_words
from tocmodel.tables.matrix import Cell, Heading, Matrix

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 1.5rem; color: #1b1f24; background: #ffffff; line-height: 1.4;
  font-family: 'Liberation Sans', Arial, Helvetica, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
p { max-width: 70ch; }
.subtitle, .note, .meaning { color: #4a525c; }
.meaning { display: block; font-size: .8125rem; font-weight: normal; }
.frame { overflow-x: auto; }
.frame:focus-visible { outline: 3px solid #1d5a98; outline-offset: 2px; }
table { border-collapse: collapse; }
caption { text-align: left; padding-bottom: .5rem; color: #4a525c; max-width: 70ch; }
th, td { border: 1px solid #8a929c; padding: .4rem .5rem; vertical-align: top; text-align: left; }
thead th { background: #3c4652; color: #ffffff; }
thead .meaning { color: #ffffff; }
tbody th { background: #eef0f3; }
td ul { margin: 0; padding-left: 1.1rem; }
td li + li { margin-top: .25rem; }
.mark { color: #4a525c; font-size: .8125rem; white-space: nowrap; }
.stop { display: inline-block; min-width: 1.4em; padding: 0 .3em; border-radius: 1em;
  background: #5b3a96; color: #ffffff; font-size: .8125rem; font-weight: bold; text-align: center; }
.count { text-align: center; }
.gap { text-align: center; font-weight: bold; background: #ffffff
  repeating-linear-gradient(45deg, transparent 0 7px, #c3c9d1 7px 8px); }
.gap span { background: #ffffff; padding: 0 .3em; }
@media print { body { margin: 0; font-size: 9pt; } .frame { overflow: visible; }
  thead { display: table-header-group; } td, th[scope=row] { break-inside: avoid; }
  th, td { padding: .2rem .35rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@page { size: A4 landscape; margin: 12mm; }
"""


def matrix_html(matrix: Matrix) -> str:
    """Return a matrix as a self-contained HTML page.

    >>> page = matrix_html(Matrix(title="Value & learning"))
    >>> "<h1>Value &amp; learning</h1>" in page, "<script" in page
    (True, False)
    """
    title = escape(matrix.title)
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(matrix.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{title}</h1>",
        *([f'<p class="subtitle">{escape(matrix.subtitle)}</p>'] if matrix.subtitle else []),
        f'<div class="frame" role="region" aria-label="{title}" tabindex="0">',
        *_table(matrix),
        "</div>",
        *_legend(matrix),
        *_threads(matrix),
        *([f'<p class="note">{escape(matrix.note)}</p>'] if matrix.note else []),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join([*lines, ""])


def _table(matrix: Matrix) -> Iterator[str]:
    grouped = any(row.part_of for row in matrix.rows)
    yield "<table>"
    yield f"<caption>{escape(matrix.description or matrix.title)}</caption>"
    yield "<thead>"
    yield from _heads(matrix, 2 if grouped else 1)
    yield "</thead>"
    lines = cell_lines(matrix)
    for part, rows in groupby(matrix.rows, key=lambda row: row.part_of):
        yield "<tbody>"
        yield from _rows(matrix, list(rows), part if grouped else None, lines)
        yield "</tbody>"
    yield "</table>"


def _heads(matrix: Matrix, before: int) -> Iterator[str]:
    shared = any(column.part_of for column in matrix.columns)
    corner = f'<th scope="col" colspan="{before}"' + (' rowspan="2"' if shared else "")
    first = f"{corner}>{escape(matrix.corner or matrix.title)}</th>"
    titles = "".join(f'<th scope="col">{_heading(column)}</th>' for column in matrix.columns)
    if not shared:
        yield f"<tr>{first}{titles}</tr>"
        return
    spans = [
        (part, len(list(columns)))
        for part, columns in groupby(matrix.columns, key=lambda column: column.part_of)
    ]
    above = "".join(
        f'<th scope="colgroup" colspan="{count}">{escape(part)}</th>'
        if part
        else f'<td colspan="{count}"></td>'
        for part, count in spans
    )
    yield f"<tr>{first}{above}</tr>"
    yield f"<tr>{titles}</tr>"


def _heading(heading: Heading) -> str:
    meaning = f'<span class="meaning">{escape(heading.meaning)}</span>' if heading.meaning else ""
    return escape(heading.title) + meaning


def _rows(
    matrix: Matrix,
    rows: Sequence[Heading],
    part: str | None,
    lines: Mapping[CellKey, tuple[CellLine, ...]],
) -> Iterator[str]:
    most = max((cell.weight for cell in matrix.cells), default=0)
    meaning = meanings(matrix)
    for number, row in enumerate(rows):
        cells = [f'<th scope="row">{_heading(row)}</th>']
        if part is not None and number == 0:
            shared = f'<th scope="rowgroup" rowspan="{len(rows)}">{escape(part)}</th>'
            cells.insert(0, shared if part else f'<td rowspan="{len(rows)}"></td>')
        for column in matrix.columns:
            place = (row.id, column.id)
            content = _cell_content(lines.get(place, ()), meaning)
            cell = matrix.by_place.get(place)
            cells.append(
                _shaded(cell, content, most) if matrix.heat and cell else f"<td>{content}</td>"
            )
        yield f"<tr>{''.join(cells)}</tr>"


def _shaded(cell: Cell, content: str, most: int) -> str:
    if not cell.weight:
        return f'<td class="gap"><span>{content or GAP}</span></td>'
    fill, ink = shade_of(cell.weight, most)
    style = f"background: {fill}; color: {ink}"
    return f'<td class="count" style="{style}">{content or cell.weight}</td>'


def _cell_content(lines: Sequence[CellLine], meaning: Mapping[str, str]) -> str:
    """The lines of a cell: one as plain text, several as a list."""
    items = [_line(line, meaning) for line in lines]
    if len(items) < 2:
        return "".join(items)
    return "<ul>" + "".join(f"<li>{line}</li>" for line in items) + "</ul>"


def _line(line: CellLine, meaning: Mapping[str, str]) -> str:
    meant = meaning.get(line.mark, line.mark)
    parts = [f'<span class="stop">{escape(stop.label)}</span>' for stop in line.stops]
    if line.only_a_mark:
        parts.append(escape(meant))
    else:
        parts.append(escape(line.short))
        parts += [f'<span class="mark">({escape(meant)})</span>'] if meant else []
    return " ".join(parts)


def _legend(matrix: Matrix) -> Iterator[str]:
    """The explanation of numbers in circles and of shades; words in brackets explain themselves."""
    if matrix.heat:
        yield "<p>A darker cell holds more. Hatched cells are gaps: they are empty.</p>"
    if matrix.threads:
        yield "<p>Numbers in circles are the stops of the stories below, in order.</p>"


def _threads(matrix: Matrix) -> Iterator[str]:
    several = len(matrix.threads) > 1
    for place, (thread, described_stops) in enumerate(thread_words(matrix)):
        letter = f"{letter_of(place)}. " if several else ""
        yield f"<h2>{escape(letter + thread.title)}</h2>"
        stops = (f"<li>{escape(line)}</li>" for _, line in described_stops)
        yield "<ol>" + "".join(stops) + "</ol>"
