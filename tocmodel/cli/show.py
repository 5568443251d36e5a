"""``tocmodel show``: list what a theory contains, or show one entry in full."""

import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from tocmodel.characters import terminal_text
from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, A_TABLE, AN_ENTRY, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import has_colour, is_terminal, plain_table, rich_table
from tocmodel.diagnostics import TocModelError, did_you_mean, shell_argument
from tocmodel.formats import WriterInput
from tocmodel.model import SECTIONS, HasOrigin, Link, Standing, TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.records import TABLES, Record, columns, to_records
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.entry import entry_outline, link_outline, theory_outline
from tocmodel.report.findings.excerpt import columns as width_of
from tocmodel.report.outline import WIDTH, Line, to_text
from tocmodel.report.section_table import Row, headings, section_rows
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import kind_word, link_verb, remark_data, remark_words

Cells = dict[str, str | int]
"""A row of the overview, by column headings."""

_WIDEST = 120
"""The width of a table in a file or a pipe; a wider one is written as a list."""

HEADS: Mapping[str, tuple[str, ...]] = {
    "elements": (
        *("id", "kind", "title", "level", "group"),
        *("origin", "source", "agreed with", "links in", "links out"),
    ),
    "links": (
        *("from", "effect", "to", "because"),
        *("origin", "source", "agreed with", "confidence", "feedback"),
    ),
}
"""The tables and their columns."""


@click.command(
    epilog="""\b
Examples:
  tocmodel show harbour.toc.yaml
  tocmodel show harbour.toc.yaml --links
  tocmodel show harbour.toc.yaml school-ready
  tocmodel show harbour.toc.yaml "home-visits -> school-ready"
  tocmodel show harbour.toc.yaml --section indicators
  tocmodel show harbour.toc.yaml -o elements.xlsx
""",
)
@click.argument("file", type=A_PATH)
@click.argument("entry", type=AN_ENTRY, required=False)
@output_options(
    WriterInput.TABLE, WriterInput.DATA, format_="The output format: words, or data for a program."
)
@click.option("--elements", "part", flag_value="elements", help="List only the elements.")
@click.option("--links", "part", flag_value="links", help="List only the links.")
@click.option(
    "--section",
    type=A_TABLE,
    help="List one section with all its keys: partners, risks, sources, links, figures and so on.",
)
@publishable
@common
def show(
    *, file: Path, entry: str | None, output: OutputOptions, part: str | None, section: str | None
) -> None:
    """List the elements and links of the theory in FILE, or show one ENTRY.

    ENTRY is the id of an entry in any section, or a link such as "home-visits -> school-ready".
    The command shows everything in the file about it, with its links and where it is named.

    A csv file has one table: the elements, or the links with --links.
    """
    if sum(item is not None for item in (entry, part, section)) > 1:
        raise click.UsageError("give one of ENTRY, --elements, --links and --section")
    if entry is not None:
        _write_entry(file, entry, output)
    elif section is not None:
        _write_section(file, section, output)
    else:
        _write_overview(file, part, output)


def _write_overview(file: Path, part: str | None, output: OutputOptions) -> None:
    """Write the elements, the links or both to standard output, or to a file."""
    kind = output.kind
    theory = require_theory(read_model(file)).whole
    tables = {name: rows for name, rows in _tables(theory).items() if part in (None, name)}
    if kind.name == "text":
        laid_out = output.file is None and is_terminal(sys.stdout)
        text = _readable(theory, tables, laid_out=laid_out)
        output.deliver(text, colour=laid_out and has_colour(sys.stdout))
    elif kind.source is WriterInput.DATA:
        output.deliver_made({**remark_data(theory), **tables})
    else:
        name, rows = next(iter(tables.items()))
        cells = (tuple(map(str, row.values())) for row in rows)
        output.deliver_made(Spreadsheet((HEADS[name], *cells), remark_words(theory)))


def _tables(theory: TheoryOfChange) -> dict[str, list[Cells]]:
    """Return the rows of both tables."""
    elements: list[Cells] = [
        {
            "id": id_,
            "kind": kind_word(element, theory.section_of(id_)),
            "title": element.full_title,
            "level": str(element.level or ""),
            "group": element.group,
            **_origin(element),
            "links in": len(theory.links_to(id_)),
            "links out": len(theory.links_from(id_)),
        }
        for id_, element in theory.elements.items()
    ]
    return {"elements": elements, "links": [_link(theory, link) for link in theory.links]}


def _link(theory: TheoryOfChange, link: Link) -> Cells:
    confidence = link.confidence
    return {
        "from": link.from_,
        "effect": link_verb(theory, link).rstrip(","),
        "to": link.to,
        "because": link.because,
        **_origin(link),
        "confidence": "" if confidence is None else str(confidence),
        "feedback": "yes" if link.feedback else "",
    }


def _origin(claim: object) -> Cells:
    """Return the origin of a claim; empty if it has none."""
    if not isinstance(claim, HasOrigin):
        return {"origin": "", "source": "", "agreed with": ""}
    known = claim.standing is not Standing.NOT_SAID
    agreed = claim.agreed
    on = f" ({agreed.on})" if agreed and agreed.on else ""
    return {
        "origin": str(claim.standing) if known else "",
        "source": ", ".join(filter(None, (claim.source, claim.at))),
        "agreed with": ", ".join(agreed.with_) + on if agreed else "",
    }


def _readable(
    theory: TheoryOfChange, tables: Mapping[str, Sequence[Cells]], *, laid_out: bool
) -> str:
    """Lay the tables out for a terminal, or plainly for a file or a pipe."""
    parts = []
    for name, rows in tables.items():
        heads = [head for head in HEADS[name] if any(row[head] != "" for row in rows)]
        cells = [[terminal_text(str(row[head])) for head in heads] for row in rows]
        title = f"{name.capitalize()} ({len(rows)})"
        parts.append((rich_table if laid_out else plain_table)(title, heads, cells))
    top = to_text(theory_outline(theory)) if tables.keys() == HEADS.keys() else ""
    head = filter(None, (terminal_text(theory.title), remark_words(theory)))
    return "\n".join([*head, *([top] if top.strip() else [""]), *parts])


def _write_entry(file: Path, entry: str, output: OutputOptions) -> None:
    """Write one entry, or the links between two elements, in full.

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
    around = () if links else (*theory.links_to(entry), *theory.links_from(entry))
    more = {} if links else {"links": _records_of_links(theory, around)}
    _write_records(theory, {name: records, **more}, output)


def _write_section(file: Path, section: str, output: OutputOptions) -> None:
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
    else:
        _write_records(theory, {section: to_records(theory, section)}, output)


def _links(theory: TheoryOfChange, entry: str) -> tuple[Link, ...]:
    """Return the links between the two elements of a chain."""
    cause, arrow, effect = (part.strip() for part in entry.partition("->"))
    ends = (cause, effect)
    return tuple(link for link in theory.links if arrow and (link.from_, link.to) == ends)


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


def _write(lines: Sequence[Line], output: OutputOptions) -> None:
    colour = output.file is None and has_colour(sys.stdout)
    output.deliver(to_text(lines, colour=colour, width=_width(output, WIDTH)), colour=colour)


def _width(output: OutputOptions, most: int) -> int:
    """Return the width for text: that of the terminal, or a width that is the same everywhere."""
    if output.file is None and is_terminal(sys.stdout):
        return min(most, shutil.get_terminal_size().columns)
    return most


def _write_table(theory: TheoryOfChange, section: str, output: OutputOptions) -> None:
    """Write a table, or a list of entries where the table would be too wide to read."""
    rows = section_rows(theory, section)
    heads = headings(section, rows)
    cells = [[terminal_text(row.get(head, "")) for head in heads] for row in rows]
    name = SECTION_NAMES.get(section)
    heading = name.heading if name else section.capitalize()
    title = f"{heading} ({len(rows)})"
    words = remark_words(theory)
    widths = (max(map(width_of, column)) for column in zip(heads, *cells, strict=True))
    terminal = output.file is None and is_terminal(sys.stdout)
    room = shutil.get_terminal_size().columns if terminal else _WIDEST
    if sum(width + 3 for width in widths) > room:
        _write([*title_lines(title, theory), *_listed(heads, rows)], output)
    else:
        laid_out = (rich_table if terminal else plain_table)(title, heads, cells)
        laid_out = f"{words}\n{laid_out}" if words else laid_out
        output.deliver(laid_out, colour=terminal and has_colour(sys.stdout))


def _listed(heads: Sequence[str], rows: Sequence[Row]) -> list[Line]:
    lines = []
    for row in rows:
        first, *others = [head for head in heads if head in row]
        lines.append(Line(0, row[first], "item"))
        lines.extend(Line(1, f"{head}: {row[head]}") for head in others)
    return lines


def _write_records(
    theory: TheoryOfChange, records: Mapping[str, Sequence[Record]], output: OutputOptions
) -> None:
    """Write records for another program: all as data, or the first of them as a table."""
    if output.kind.source is WriterInput.DATA:
        output.deliver_made({**remark_data(theory), **records})
        return
    name, first = next(iter(records.items()))
    heads = tuple(columns(name))
    rows = (tuple(_text(row[head]) for head in heads) for row in first)
    output.deliver_made(Spreadsheet((heads, *rows), remark_words(theory)))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
