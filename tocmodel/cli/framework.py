"""``tocmodel framework``: list frameworks, show one, and say how far a theory uses it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.lazy import LazyCommand, LazyGroup
from tocmodel.cli.options import A_DIMENSION, A_FRAMEWORK, A_PATH, A_TEMPLATE, common

FORMATS = ("text", "markdown", "csv", "html", "svg", "png", "pdf")

_COMMANDS: Mapping[str, LazyCommand] = MappingProxyType(
    {
        "list": LazyCommand("tocmodel.cli.framework:list_", "List the frameworks there are."),
        "show": LazyCommand(
            "tocmodel.cli.framework:show", "Show a framework's categories, checks and sources."
        ),
        "coverage": LazyCommand(
            "tocmodel.cli.framework:coverage", "Say what a theory has of a framework, and lacks."
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
    """See what frameworks hold, documented ones and your own, and what a theory has of them."""


@click.command(
    "list",
    epilog="""\b
Examples:
  tocmodel framework list
  tocmodel framework show resilience          more of one of them
""",
)
@common
def list_() -> None:
    """List the frameworks that come with tocmodel.

    A theory names those that it uses, 'frameworks: [resilience]', and classifies its elements by
    them.
    """
    from tocmodel.cli.framework_answers import write_list

    write_list()


@click.command(
    epilog="""\b
Examples:
  tocmodel framework show co-production
  tocmodel framework show ours.framework.yaml
  tocmodel framework show fairness-commission --template commission -o our.toc.yaml
""",
)
@click.argument("framework", type=A_FRAMEWORK)
@click.option("--template", type=A_TEMPLATE, help="Write this template as a theory file instead.")
@answers_in(
    "text",
    "markdown",
    "theory",
    format_="Plain text, Markdown for a page, or with --template a theory.",
)
@common
def show(*, framework: str, template: str | None, output: Output) -> None:
    """Show a framework: its dimensions and categories, what it expects, where it is from.

    FRAMEWORK is the id of one that comes with tocmodel, or the path of your own.
    """
    from tocmodel.cli.framework_answers import write_framework, write_template

    if template is not None:
        write_template(framework, template, output)
    else:
        write_framework(framework, output)


@click.command(
    epilog="""\b
Examples:
  tocmodel framework coverage harbour.toc.yaml                   every framework that it names
  tocmodel framework coverage harbour.toc.yaml resilience
  tocmodel framework coverage harbour.toc.yaml resilience --dimension odds
  tocmodel framework coverage harbour.toc.yaml resilience -o resilience.csv
  tocmodel framework coverage harbour.toc.yaml resilience --heat -o gaps.svg
""",
)
@click.argument("file", type=A_PATH)
@click.argument("framework", type=A_FRAMEWORK, required=False)
@click.option("--dimension", type=A_DIMENSION, default="", help="Only this dimension.")
@click.option("--matrix", "part", flag_value="matrix", help="Categories by elements, as text too.")
@click.option(
    "--heat", "part", flag_value="heat", help="How many elements of each section; gaps are named."
)
@answers_in(*FORMATS, format_="Words, a table or a picture.")
@common
def coverage(
    *,
    file: Path,
    framework: str | None,
    dimension: str,
    part: str | None,
    output: Output,
) -> None:
    """Show how far FILE covers a framework, and what is missing.

    FRAMEWORK is an id, or the path of your own; without it, every framework that the theory names.
    In words, it lists each category with its elements; a table or a picture has a row for each
    category and a column for each element.
    """
    from tocmodel.cli.framework_answers import Asked, write_coverage

    write_coverage(
        Asked(
            file=file,
            framework=framework,
            dimension=dimension,
            part=part,
            output=output,
        )
    )
