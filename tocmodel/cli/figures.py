"""Writes what ``tocmodel analyse`` found."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

import tocmodel
from tocmodel.analysis.summary import GAUGES, Analysis, analyse
from tocmodel.cli.answers import Output
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import find_models, read_model
from tocmodel.cli.streams import has_colour, put
from tocmodel.diagnostics import did_you_mean
from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.telling.analysis import outline, to_data, to_rows
from tocmodel.telling.outline import to_markdown, to_text
from tocmodel.wording import imagined_words

Found = tuple[str, Analysis]
"""The path of a model, and what was measured of it."""


def write_figures(files: Iterable[Path], output: Output) -> None:
    """Write the figures of each model to standard output, or to a file."""
    format_ = output.format
    found = [_found(path) for path in find_models(files)]
    colour = format_ == "text" and output.file is None and has_colour(sys.stdout)
    output.deliver(_written(found, format_, colour=colour), colour=colour)


def _written(found: Sequence[Found], format_: str, *, colour: bool) -> str | bytes:
    if format_ == "json":
        data = to_data(found, tocmodel.__version__)
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    if format_ == "csv":
        return _csv(found)
    outlines = (outline(analysis) for _, analysis in found)
    if format_ == "markdown":
        return "\n".join(to_markdown(lines) for lines in outlines)
    return "\n\n".join(to_text(lines, colour=colour) for lines in outlines)


def _found(path: Path) -> Found:
    document = read_model(path)
    theory = require_theory(document)
    return document.path, analyse(theory)


def _csv(found: Sequence[Found]) -> bytes:
    remark = imagined_words(*(analysis.theory for _, analysis in found))
    heads = ("file", "measure", "part", "at least", "value", "of")
    rows = [
        ["" if cell is None else str(cell) for cell in (path, *row)]
        for path, analysis in found
        for row in to_rows(analysis)
    ]
    return csv_bytes([heads, *rows], remark)


def explain_measure(name: str) -> None:
    """Say what a measure means.

    Raises:
        UsageError: there is none of this name.
    """
    gauges = {gauge.name: gauge for group in GAUGES.values() for gauge in group}
    if name not in gauges:
        near = did_you_mean(name, gauges) or f"; there is {', '.join(gauges)}"
        raise click.UsageError(f"no measure '{name}'{near}")
    put(f"{gauges[name].title} ({name})\n\n{gauges[name].meaning}\n")
