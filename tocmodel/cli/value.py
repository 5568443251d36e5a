"""``tocmodel value``: show the value that learning together created, with its evidence."""

from pathlib import Path

import click

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, A_SPACE, A_STORY, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.formats import WriterInput
from tocmodel.model import TheoryOfChange


@click.command(
    epilog="""\b
Examples:
  tocmodel value harbour.toc.yaml                       spaces, flows and learning loops in words
  tocmodel value harbour.toc.yaml --claims              the data behind each claim, and the gaps
  tocmodel value harbour.toc.yaml --claims -o claims.csv
  tocmodel value harbour.toc.yaml --plan                plans beside what happened
  tocmodel value harbour.toc.yaml --matrix              a row for each cycle
  tocmodel value harbour.toc.yaml -o matrix.svg         the matrix as a picture
  tocmodel value harbour.toc.yaml -o thread.pdf --story head-teacher
  tocmodel value harbour.toc.yaml --space reading-circle

\b
What happened, what is planned and what is hoped for are counted separately.
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--matrix", "part", flag_value="matrix", help="Show the value-creation matrix, even as text."
)
@click.option(
    "--claims",
    "part",
    flag_value="claims",
    help="Show each claim of value, with its effect data and contribution data.",
)
@click.option(
    "--plan",
    "part",
    flag_value="plan",
    help="Show the plan of each space and cycle beside what happened.",
)
@click.option("--space", type=A_SPACE, help="Show only the value of this space.")
@click.option("--story", type=A_STORY, help="Show the matrix with the thread of this story only.")
@click.option(
    "--edition",
    type=click.Choice(["value-creation", "value-creation-2011"]),
    help="Use the cycles of this edition.  [default: the edition of the file]",
)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.TABLE,
    WriterInput.MATRIX,
    WriterInput.SCENE,
    WriterInput.DATA,
    format_="The output format: words, a table, or a picture of the matrix.",
)
@publishable
@common
def value(
    *,
    file: Path,
    part: str | None,
    space: str | None,
    story: str | None,
    edition: str | None,
    output: OutputOptions,
) -> None:
    """Show the value that the learning spaces in FILE created, cycle by cycle.

    As text, this shows the value of each space, how it flows from cycle to cycle, and what comes
    back to those who learn. A table or a picture shows the value-creation matrix.
    """
    if part == "claims":
        _write_claims(file, space, output)
    elif part == "plan":
        _write_plan(file, space, output)
    elif part == "matrix" or story or edition:
        output = output.only(
            WriterInput.SCENE, WriterInput.MATRIX, writes="the matrix is written as"
        )
        _write_matrix(file, space, output, edition=edition, story=story)
    else:
        output = output.only(WriterInput.OUTLINE, WriterInput.MATRIX, WriterInput.SCENE)
        is_words = output.kind.source is WriterInput.OUTLINE
        (_write_account if is_words else _write_matrix)(file, space, output)


def _write_account(file: Path, space: str | None, output: OutputOptions) -> None:
    """Write the value that each space created, in words."""
    from tocmodel.report.value import value_outline

    output.deliver_made(value_outline(_read(file, space), space))


def _write_claims(file: Path, space: str | None, output: OutputOptions) -> None:
    """Write each claim of value with its data, in words or as a table."""
    from tocmodel.analysis.value.claims import claims
    from tocmodel.report.value import claims_outline
    from tocmodel.report.value_table import claims_table

    output = output.only(WriterInput.OUTLINE, WriterInput.TABLE, writes="claims are written as")
    kind = output.kind
    theory = _read(file, space)
    found = claims(theory, space)
    is_table = kind.source is WriterInput.TABLE
    output.deliver_made((claims_table if is_table else claims_outline)(theory, found))


def _write_plan(file: Path, space: str | None, output: OutputOptions) -> None:
    """Write the plans of the spaces beside what happened."""
    from tocmodel.analysis.value.plans import plan_rows
    from tocmodel.report.value_plan import plan_data, plan_outline
    from tocmodel.tables.value_plan import plan_matrix

    output = output.only(
        WriterInput.OUTLINE,
        WriterInput.MATRIX,
        WriterInput.SCENE,
        WriterInput.DATA,
        writes="the plan is written as",
    )
    source, format_ = output.kind.source, output.format
    found = plan_rows(_read(file, space), space)
    if source is WriterInput.OUTLINE:
        output.deliver_made(plan_outline(found))
    elif source is WriterInput.DATA:
        output.deliver_made(plan_data(found))
    else:
        output.deliver_table(plan_matrix(found), file, format_)


def _write_matrix(
    file: Path,
    space: str | None,
    output: OutputOptions,
    *,
    edition: str | None = None,
    story: str | None = None,
) -> None:
    """Write the value-creation matrix, as a table or a picture."""
    from tocmodel.tables.value import value_matrix

    format_ = output.format
    matrix = value_matrix(_read(file, space), space, edition=edition, story=story)
    output.deliver_table(matrix, file, format_)


def _read(file: Path, space: str | None) -> TheoryOfChange:
    """Read a theory, which must have the named space."""
    theory = require_theory(read_model(file)).whole
    if space is not None and space not in theory.spaces:
        near = did_you_mean(space, theory.spaces)
        there = f"; there are: {', '.join(theory.spaces)}" if theory.spaces else ""
        raise TocModelError(f"there is no space '{space}'{near or there}")
    return theory
