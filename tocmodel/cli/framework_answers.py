"""Answers ``tocmodel framework``: in words, as a table, or as a picture."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tocmodel.analysis.coverage import Coverage
from tocmodel.analysis.coverage import coverage as coverage_of
from tocmodel.cli.answers import deliver, format_for, is_for_stdout, table_bytes
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import has_colour, put
from tocmodel.cli.tables import plain_table
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram.coverage_matrix import to_matrix
from tocmodel.document import Document
from tocmodel.drawing import MATRIX_SUFFIXES
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
    format: str | None = None
    output: Path | None = None


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


def write_framework(name: str, wanted: str | None, output: Path | None = None) -> None:
    """Write a framework in words."""
    format_ = format_for(output, wanted, {".txt": "text", ".md": "markdown"})
    lines = outline(find_framework(name))
    colour = format_ == "text" and is_for_stdout(output) and has_colour(sys.stdout)
    text = to_text(lines, colour=colour) if format_ == "text" else to_markdown(lines)
    deliver(text, output, colour=colour)


def write_template(name: str, template: str, output: Path | None = None) -> None:
    """Write a framework's template as a theory file."""
    framework = find_framework(name)
    if template not in framework.templates:
        near = did_you_mean(template, framework.templates)
        there = f"; there are: {', '.join(framework.templates)}" if framework.templates else ""
        raise TocModelError(
            f"the framework '{framework.id}' has no template '{template}'{near or there}"
        )
    chosen = framework.templates[template]
    head = {"tocmodel": 1, "title": chosen.title, "frameworks": [name]}
    deliver(yaml_text({**head, **chosen.sections}), output)


def write_coverage(asked: Asked) -> None:
    """Write how far a theory uses a framework.

    Raises:
        TocModelError: there is no such framework or dimension, or the theory names none.
    """
    format_ = format_for(asked.output, asked.format, MATRIX_SUFFIXES)
    document = read_model(asked.file)
    theory = require_theory(document)
    found = [coverage_of(theory, one, asked.dimension) for one in _frameworks(document, asked)]
    if format_ == "text" and asked.part is None:
        colour = is_for_stdout(asked.output) and has_colour(sys.stdout)
        lines = [line for one in found for line in coverage_outline(one)]
        data = to_text(lines, colour=colour).encode("utf-8", "replace")
    else:
        data = _table(found, asked, format_)
    deliver(data, asked.output)


def _table(found: list[Coverage], asked: Asked, format_: str) -> bytes:
    if len(found) > 1:
        ids = ", ".join(one.framework.id for one in found)
        raise TocModelError(f"a table shows one framework: name one of {ids}")
    return table_bytes(to_matrix(found[0], heat=asked.part == "heat"), format_)


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
