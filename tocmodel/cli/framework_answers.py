"""Answers ``tocmodel framework``: in words, as a table, or as a picture."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tocmodel.analysis.coverage import Coverage
from tocmodel.analysis.coverage import coverage as coverage_of
from tocmodel.cli.answers import Output, table_bytes
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import has_colour, put
from tocmodel.cli.tables import plain_table
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram.coverage_matrix import to_matrix
from tocmodel.document import Document
from tocmodel.drawing import MATRIX_FORMATS
from tocmodel.dumping import yaml_text
from tocmodel.frameworks import FRAMEWORKS, Framework, find_framework
from tocmodel.telling.framework import coverage_outline, outline
from tocmodel.telling.outline import to_markdown, to_text
from tocmodel.values import frozen


@frozen(kw_only=True)
class Asked:
    """What is asked, as the options of ``tocmodel framework coverage`` say it.

    ``part`` is ``matrix``, ``heat``, or ``None`` for words (and for any other format, the matrix).
    """

    file: Path
    framework: str | None = None
    dimension: str = ""
    part: str | None = None
    output: Output


def write_list() -> None:
    """Write a table of the frameworks that come with tocmodel."""
    found = [find_framework(name) for name in FRAMEWORKS]
    heads = ("id", "edition", "title", "dimensions", "categories", "checks")
    cells = [
        (
            framework.id,
            framework.edition,
            framework.title,
            *map(str, map(len, (framework.dimensions, framework.categories, framework.checks))),
        )
        for framework in found
    ]
    put(plain_table(f"Frameworks ({len(cells)})", heads, cells))


def write_framework(name: str, output: Output) -> None:
    """Write a framework in words."""
    output = output.only("text", "markdown", writes="a framework is shown as")
    format_ = output.format
    lines = outline(find_framework(name))
    colour = format_ == "text" and output.file is None and has_colour(sys.stdout)
    text = to_text(lines, colour=colour) if format_ == "text" else to_markdown(lines)
    output.deliver(text, colour=colour)


def write_template(name: str, template: str, output: Output) -> None:
    """Write a framework's template as a theory file."""
    output = output.only("theory", writes="a template is written as")
    framework = find_framework(name)
    if template not in framework.templates:
        near = did_you_mean(template, framework.templates)
        there = f"; there are: {', '.join(framework.templates)}" if framework.templates else ""
        raise TocModelError(
            f"the framework '{framework.id}' has no template '{template}'{near or there}"
        )
    chosen = framework.templates[template]
    head = {"tocmodel": 1, "title": chosen.title, "frameworks": [name]}
    output.deliver(yaml_text({**head, **chosen.sections}))


def write_coverage(asked: Asked) -> None:
    """Write how far a theory uses a framework.

    Raises:
        TocModelError: there is no such framework or dimension, or the theory names none.
    """
    output = asked.output
    if asked.part is not None:
        output = output.only(*MATRIX_FORMATS, writes="a table is written as")
    format_ = output.format
    document = read_model(asked.file)
    theory = require_theory(document)
    found = [coverage_of(theory, one, asked.dimension) for one in _frameworks(document, asked)]
    if asked.part is not None or format_ not in ("text", "markdown"):
        output.deliver(_table(found, asked, format_))
        return
    lines = [line for one in found for line in coverage_outline(one)]
    if format_ == "markdown":
        output.deliver(to_markdown(lines))
        return
    colour = output.file is None and has_colour(sys.stdout)
    output.deliver(to_text(lines, colour=colour), colour=colour)


def _table(found: list[Coverage], asked: Asked, format_: str) -> bytes:
    if len(found) > 1:
        ids = ", ".join(one.framework.id for one in found)
        raise TocModelError(f"a table shows one framework: name one of {ids}")
    matrix = to_matrix(found[0], heat=asked.part == "heat")
    return table_bytes(matrix, format_, asked.output.fonts_for(asked.file, format_))


def _frameworks(document: Document, asked: Asked) -> Iterator[Framework]:
    if asked.framework is not None:
        known = document.frameworks
        yield known.get(asked.framework) or find_framework(asked.framework)
        return
    if document.named_frameworks.problems:
        raise TocModelError(document.named_frameworks.problems[0].message)
    if not document.frameworks:
        raise TocModelError(
            "the theory names no framework; name one after the file ('tocmodel framework list' "
            "shows which there are)"
        )
    yield from document.frameworks.values()
