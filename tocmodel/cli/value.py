"""``tocmodel value``: tell what value was created, cycle by cycle, and how believable it is."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.options import A_PATH, A_SPACE, A_STORY, common

FORMATS = ("text", "markdown", "csv", "html", "svg", "png", "pdf")


@click.command(
    epilog="""\b
Examples:
  tocmodel value harbour.toc.yaml                       spaces, flows and learning loops, in words
  tocmodel value harbour.toc.yaml --claims              which data each claim has, and what it lacks
  tocmodel value harbour.toc.yaml --claims -o claims.csv
  tocmodel value harbour.toc.yaml --matrix              cycles by aspirations, indicators, stories
  tocmodel value harbour.toc.yaml -o matrix.svg         the same as a picture
  tocmodel value harbour.toc.yaml -o thread.pdf --story head-teacher
  tocmodel value harbour.toc.yaml --space reading-circle

\b
What happened, what is planned and what is hoped for are never counted together.
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--matrix", "part", flag_value="matrix", help="The value-creation matrix, also as text."
)
@click.option(
    "--claims",
    "part",
    flag_value="claims",
    help="Each claim of value, with its effect and contribution data.",
)
@click.option("--space", type=A_SPACE, help="Only the value of this space.")
@click.option("--story", type=A_STORY, help="The matrix with the thread of this story only.")
@click.option(
    "--edition",
    type=click.Choice(["value-creation", "value-creation-2011"]),
    help="The cycles of this edition.  [default: the one the file uses]",
)
@answers_in(*FORMATS, format_="Words, a table, or a picture of the matrix.")
@common
def value(
    *,
    file: Path,
    part: str | None,
    space: str | None,
    story: str | None,
    edition: str | None,
    output: Output,
) -> None:
    """Tell what value the learning spaces in FILE created, cycle by cycle.

    In words, this tells each space's value, how value is carried from cycle to cycle, and what is
    brought back to those who learn. As a table or a picture, it is the value-creation matrix.
    """
    from tocmodel.cli.value_answers import Asked, tell

    tell(
        Asked(
            file=file,
            part=part,
            space=space,
            story=story,
            edition=edition,
            output=output,
        )
    )
