"""``tocmodel framework``: list frameworks, show one, or show how far a theory covers one."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import click

from tocmodel.analysis.coverage import Coverage
from tocmodel.analysis.coverage import coverage as coverage_of
from tocmodel.cli.lazy import LazyCommand, LazyGroup
from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_DIMENSION, A_FRAMEWORK, A_PATH, A_TEMPLATE, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import plain_table, print_result
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.fileformat.document import Document
from tocmodel.formats import WriterInput
from tocmodel.frameworks import FRAMEWORKS, Framework, find_framework

_COMMANDS: Mapping[str, LazyCommand] = MappingProxyType(
    {
        "list": LazyCommand(
            "tocmodel.cli.framework:list_", "List the frameworks that come with tocmodel."
        ),
        "show": LazyCommand(
            "tocmodel.cli.framework:show", "Show the categories, checks and sources of a framework."
        ),
        "coverage": LazyCommand(
            "tocmodel.cli.framework:coverage", "Show how far a theory covers a framework."
        ),
    }
)


@click.group(
    cls=LazyGroup,
    lazy=_COMMANDS,
    epilog="""\b
Examples:
  tocmodel framework list
  tocmodel framework show resilience
  tocmodel framework coverage harbour.toc.yaml
""",
)
@common
def framework() -> None:
    """List frameworks, show one, or show how much of one a theory covers."""


@click.command(
    "list",
    epilog="""\b
Examples:
  tocmodel framework list
  tocmodel framework show resilience          show one framework
""",
)
@common
def list_() -> None:
    """List the frameworks that come with tocmodel.

    A theory lists the frameworks that it uses, 'frameworks: [resilience]', and classifies its
    elements with their categories.
    """
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
    print_result(plain_table(f"Frameworks ({len(cells)})", heads, cells))


@click.command(
    epilog="""\b
Examples:
  tocmodel framework show co-production
  tocmodel framework show ours.framework.yaml
  tocmodel framework show fairness-commission --template commission -o our.toc.yaml
""",
)
@click.argument("framework", type=A_FRAMEWORK)
@click.option(
    "--template",
    type=A_TEMPLATE,
    help="Write this template of the framework as a theory file instead.",
)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.TEMPLATE,
    format_="The output format: text or markdown, or theory with --template.",
)
@common
def show(*, framework: str, template: str | None, output: OutputOptions) -> None:
    """Show a framework: its dimensions, categories, checks and sources.

    FRAMEWORK is the id of a framework that comes with tocmodel, or the path of your own.
    """
    if template is not None:
        _write_template(framework, template, output)
    else:
        _write_framework(framework, output)


def _write_framework(name: str, output: OutputOptions) -> None:
    from tocmodel.report.framework import outline

    output = output.only(WriterInput.OUTLINE, writes="a framework is shown as")
    _ = output.format  # before reading anything: refuse a name that cannot be written
    output.deliver_made(outline(find_framework(name)))


def _write_template(name: str, template: str, output: OutputOptions) -> None:
    output = output.only(WriterInput.TEMPLATE, writes="a template is written as")
    framework = find_framework(name)
    if template not in framework.templates:
        near = did_you_mean(template, framework.templates)
        there = f"; there are: {', '.join(framework.templates)}" if framework.templates else ""
        raise TocModelError(
            f"the framework '{framework.id}' has no template '{template}'{near or there}"
        )
    chosen = framework.templates[template]
    head = {"tocmodel": 1, "title": chosen.title, "frameworks": [name]}
    output.deliver_made({**head, **chosen.sections})


@click.command(
    epilog="""\b
Examples:
  tocmodel framework coverage harbour.toc.yaml                   every framework of the theory
  tocmodel framework coverage harbour.toc.yaml resilience
  tocmodel framework coverage harbour.toc.yaml resilience --dimension odds
  tocmodel framework coverage harbour.toc.yaml resilience -o resilience.csv
  tocmodel framework coverage harbour.toc.yaml resilience --heat -o gaps.svg
""",
)
@click.argument("file", type=A_PATH)
@click.argument("framework", type=A_FRAMEWORK, required=False)
@click.option("--dimension", type=A_DIMENSION, default="", help="Show only this dimension.")
@click.option(
    "--matrix",
    "part",
    flag_value="matrix",
    help="Show a table of categories by elements, even as text.",
)
@click.option(
    "--heat",
    "part",
    flag_value="heat",
    help="Count the elements of each section in each category, and show the gaps.",
)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.MATRIX,
    WriterInput.SCENE,
    format_="The output format: words, a table or a picture.",
)
@publishable
@common
def coverage(
    *,
    file: Path,
    framework: str | None,
    dimension: str,
    part: str | None,
    output: OutputOptions,
) -> None:
    """Show how much of a framework FILE covers, and what is missing.

    FRAMEWORK is an id, or the path of your own framework. The default is every framework of the
    theory. As text, this lists each category with its elements. As a table or a picture, it has a
    row for each category and a column for each element.
    """
    if part is not None:
        output = output.only(WriterInput.SCENE, WriterInput.MATRIX, writes="a table is written as")
    kind = output.kind
    document = read_model(file)
    theory = require_theory(document)
    found = [coverage_of(theory, one, dimension) for one in _frameworks(document, framework)]
    if kind.source is WriterInput.OUTLINE:
        _write_words(found, output)
    else:
        _write_table(found, file, output, heat=part == "heat")


def _frameworks(document: Document, name: str | None) -> Iterator[Framework]:
    """Return the named framework, or those that the theory names."""
    if name is not None:
        yield document.frameworks.get(name) or find_framework(name)
        return
    if document.named_frameworks.problems:
        raise TocModelError(document.named_frameworks.problems[0].message)
    if not document.frameworks:
        raise TocModelError(
            "the theory has no framework; name one after the file ('tocmodel framework list' "
            "lists them)"
        )
    yield from document.frameworks.values()


def _write_words(found: Sequence[Coverage], output: OutputOptions) -> None:
    from tocmodel.report.framework import coverage_outline

    output.deliver_made([line for one in found for line in coverage_outline(one)])


def _write_table(
    found: Sequence[Coverage], file: Path, output: OutputOptions, *, heat: bool
) -> None:
    from tocmodel.tables.coverage import to_matrix

    if len(found) > 1:
        ids = ", ".join(one.framework.id for one in found)
        raise TocModelError(f"a table shows one framework: name one of {ids}")
    format_ = output.format
    matrix = to_matrix(found[0], heat=heat)
    output.deliver_table(matrix, file, format_)
