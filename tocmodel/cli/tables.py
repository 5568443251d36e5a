"""A theory's elements and links as tables: to read, or as data for another program."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tocmodel.cli.answers import Output
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import has_colour, is_terminal
from tocmodel.model import HasOrigin, Link, Standing, TheoryOfChange
from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.reporters.excerpt import columns, visible
from tocmodel.telling.entry import theory_outline
from tocmodel.telling.outline import to_text
from tocmodel.wording import EFFECT_WORDS, imagined_data, imagined_words, kind_word

Row = dict[str, str | int]

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


def write_tables(file: Path, part: str | None, output: Output) -> None:
    """Write the elements, the links or both to standard output, or to a file."""
    format_ = output.format
    theory = require_theory(read_model(file)).whole
    tables = {name: rows for name, rows in tables_of(theory).items() if part in (None, name)}
    if format_ == "json":
        output.deliver(
            json.dumps({**imagined_data(theory), **tables}, ensure_ascii=False, indent=2) + "\n"
        )
    elif format_ == "csv":
        name, rows = next(iter(tables.items()))
        cells = (map(str, row.values()) for row in rows)
        output.deliver(csv_bytes([HEADS[name], *cells], imagined_words(theory)))
    else:
        laid_out = output.file is None and is_terminal(sys.stdout)
        text = _readable(theory, tables, laid_out=laid_out)
        output.deliver(text, colour=laid_out and has_colour(sys.stdout))


def tables_of(theory: TheoryOfChange) -> dict[str, list[Row]]:
    """Return the rows of both tables."""
    elements: list[Row] = [
        {
            "id": id_,
            "kind": kind_word(element, theory.section_of(id_)),
            "title": element.title,
            "level": str(element.level or ""),
            "group": element.group,
            **_origin(element),
            "links in": len(theory.links_to(id_)),
            "links out": len(theory.links_from(id_)),
        }
        for id_, element in theory.elements.items()
    ]
    return {"elements": elements, "links": [_link(link) for link in theory.links]}


def _link(link: Link) -> Row:
    confidence = link.confidence
    return {
        "from": link.from_,
        "effect": EFFECT_WORDS[link.effect].rstrip(","),
        "to": link.to,
        "because": link.because,
        **_origin(link),
        "confidence": "" if confidence is None else str(confidence),
        "feedback": "yes" if link.feedback else "",
    }


def _origin(claim: object) -> Row:
    """Say where a claim comes from; nothing of what has no origin."""
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
    theory: TheoryOfChange, tables: Mapping[str, Sequence[Row]], *, laid_out: bool
) -> str:
    """Lay the tables out for a terminal, or plainly for a file or a pipe."""
    parts = []
    for name, rows in tables.items():
        heads = [head for head in HEADS[name] if any(row[head] != "" for row in rows)]
        cells = [[visible(str(row[head])) for head in heads] for row in rows]
        title = f"{name.capitalize()} ({len(rows)})"
        parts.append((table if laid_out else plain_table)(title, heads, cells))
    top = to_text(theory_outline(theory)) if tables.keys() == HEADS.keys() else ""
    head = filter(None, (visible(theory.title), imagined_words(theory)))
    return "\n".join([*head, *([top] if top.strip() else [""]), *parts])


def table(title: str, heads: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """Lay out a table for a terminal."""
    from tocmodel.cli import rich_output

    return rich_output.table(title, heads, cells, colour=has_colour(sys.stdout))


def plain_table(title: str, heads: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """Lay out a table with nothing but spaces.

    >>> print(plain_table("Links (1)", ["from", "to"], [["café", "b"]]))
    Links (1)
      from  to
      café  b
    <BLANKLINE>
    """
    rows = [list(heads), *map(list, cells)]
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]
    return "\n".join([title, *(f"  {line}".rstrip() for line in lines if heads)]) + "\n"
