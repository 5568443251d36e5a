"""One entry, or one section, with all that a file says: to read, or as data for another program."""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tocmodel.cli.answers import Output
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import has_colour, is_terminal
from tocmodel.cli.tables import plain_table, table
from tocmodel.diagnostics import TocModelError, did_you_mean, shell_argument
from tocmodel.model import SECTIONS, Link, TheoryOfChange
from tocmodel.records import TABLES, Record, columns, to_records
from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.reporters.excerpt import columns as width_of
from tocmodel.reporters.excerpt import visible
from tocmodel.telling.entry import entry_outline, link_outline
from tocmodel.telling.heading import headed
from tocmodel.telling.outline import WIDTH, Line, to_text
from tocmodel.telling.section_table import Row, headings, section_rows
from tocmodel.wording import imagined_data, imagined_words

_WIDEST = 120
"""How wide a table gets in a file or a pipe; one that would be wider is written as a list."""


def write_entry(file: Path, entry: str, output: Output) -> None:
    """Write one entry, or the links between two elements, with all that is said of them.

    Raises:
        TocModelError: there is no such entry and no such link.
    """
    theory = require_theory(read_model(file))
    theory = theory if entry in theory.includes else theory.whole
    links = _links(theory, entry)
    if not links and not any(entry in getattr(theory, name) for name in SECTIONS):
        raise _unknown(file, theory, entry)
    if output.format == "text":
        _write(link_outline(theory, links) if links else entry_outline(theory, entry), output)
        return
    name = "links" if links else theory.section_of(entry)
    records = _records_of_links(theory, links) if links else _record(theory, name, entry)
    if output.format == "csv":
        _write_csv(theory, name, records, output)
        return
    around = () if links else (*theory.links_to(entry), *theory.links_from(entry))
    more = {} if links else {"links": _records_of_links(theory, around)}
    _write_json(imagined_data(theory) | {name: records} | more, output)


def write_section(file: Path, section: str, output: Output) -> None:
    """Write one section, the links or the figures, with every key.

    Raises:
        TocModelError: there is no such section.
    """
    if section not in TABLES or section == "elements":
        raise TocModelError(
            f"there is no section '{section}'{did_you_mean(section, TABLES)}; "
            f"there are {', '.join(name for name in TABLES if name != 'elements')}"
        )
    theory = require_theory(read_model(file))
    theory = theory if section == "includes" else theory.whole
    if output.format == "text":
        _write_table(theory, section, output)
    elif output.format == "csv":
        _write_csv(theory, section, to_records(theory, section), output)
    else:
        _write_json(imagined_data(theory) | {section: to_records(theory, section)}, output)


def _links(theory: TheoryOfChange, entry: str) -> tuple[Link, ...]:
    """Return the links that a chain of two names."""
    cause, arrow, effect = (part.strip() for part in entry.partition("->"))
    return tuple(link for link in theory.links_from(cause) if arrow and link.to == effect)


def _unknown(file: Path, theory: TheoryOfChange, entry: str) -> TocModelError:
    if "->" in entry:
        return TocModelError(
            f"no link '{entry}'; 'tocmodel show {shell_argument(file)} --links' lists them"
        )
    known = [id_ for name in SECTIONS for id_ in getattr(theory, name)]
    near = did_you_mean(entry, known)
    return TocModelError(
        f"no entry '{entry}'{near or f'; see: tocmodel show {shell_argument(file)}'}"
    )


def _record(theory: TheoryOfChange, section: str, id_: str) -> list[Record]:
    return [row for row in to_records(theory, section) if row["id"] == id_]


def _records_of_links(theory: TheoryOfChange, links: Sequence[Link]) -> list[Record]:
    rows = to_records(theory, "links")
    return [row for row, link in zip(rows, theory.links, strict=True) if link in links]


def _write(lines: Sequence[Line], output: Output) -> None:
    colour = output.file is None and has_colour(sys.stdout)
    output.deliver(to_text(lines, colour=colour, width=_width(output, WIDTH)), colour=colour)


def _width(output: Output, most: int) -> int:
    """Return how wide text may be: the terminal, or else a width that is the same everywhere."""
    if output.file is None and is_terminal(sys.stdout):
        return min(most, shutil.get_terminal_size().columns)
    return most


def _write_table(theory: TheoryOfChange, section: str, output: Output) -> None:
    """Write a table, or a list of entries where the table would be too wide to read."""
    rows = section_rows(theory, section)
    heads = headings(section, rows)
    cells = [[visible(row.get(head, "")) for head in heads] for row in rows]
    title = f"{section.replace('_', ' ').capitalize()} ({len(rows)})"
    words = imagined_words(theory)
    widths = (max(map(width_of, column)) for column in zip(heads, *cells, strict=True))
    terminal = output.file is None and is_terminal(sys.stdout)
    room = shutil.get_terminal_size().columns if terminal else _WIDEST
    if sum(width + 3 for width in widths) > room:
        _write([*headed(title, theory), *_listed(heads, rows)], output)
    else:
        laid_out = (table if terminal else plain_table)(title, heads, cells)
        laid_out = f"{words}\n{laid_out}" if words else laid_out
        output.deliver(laid_out, colour=terminal and has_colour(sys.stdout))


def _listed(heads: Sequence[str], rows: Sequence[Row]) -> list[Line]:
    lines = []
    for row in rows:
        first, *others = [head for head in heads if head in row]
        lines.append(Line(0, row[first], "item"))
        lines.extend(Line(1, f"{head}: {row[head]}") for head in others)
    return lines


def _write_csv(
    theory: TheoryOfChange, name: str, records: Sequence[Record], output: Output
) -> None:
    heads = columns(name)
    rows = ([_text(row[head]) for head in heads] for row in records)
    output.deliver(csv_bytes([heads, *rows], imagined_words(theory)))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _write_json(data: object, output: Output) -> None:
    output.deliver(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
