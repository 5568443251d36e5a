"""``tocmodel explain``: ask why an element is as it is."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.options import A_PATH, AN_ELEMENT, common

WORDS = ("text", "markdown", "json")
PICTURES = ("svg", "png", "pdf")


@click.command(
    epilog="""\b
Examples:
  tocmodel explain pembury.toc.yaml low-baseline
  tocmodel explain pembury.toc.yaml low-baseline --depth 1
  tocmodel explain pembury.toc.yaml low-baseline -o why.svg
  tocmodel explain pembury.toc.yaml low-baseline -o why.md
""",
)
@click.argument("file", type=A_PATH)
@click.argument("element", type=AN_ELEMENT)
@click.option(
    "--depth", type=click.IntRange(min=1), metavar="N", help="How many links to follow back."
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="N",
    help="How many causes to tell of at most, the nearest first; a picture shows 40.",
)
@answers_in(*WORDS, *PICTURES, format_="Words to read, data, or a picture.")
@common
def explain(
    *,
    file: Path,
    element: str,
    depth: int | None,
    most: int,
    output: Output,
) -> None:
    """Explain why ELEMENT of the theory in FILE is as it is.

    For a problem, it shows its causes and their causes: what acts on each, who could act on it,
    which strengths are near, and what makes it visible. For anything else, it shows what leads
    to it.
    """
    from tocmodel.cli.explanations import Question, answer

    answer(Question(file=file, element=element, depth=depth, most=most, output=output))
