"""``tocmodel diff``: say what differs between two theories."""

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.options import A_VIEW, common

FORMATS = ("text", "markdown", "json", "svg", "png", "pdf")


@click.command(
    epilog="""\b
Examples:
  tocmodel diff harbour.toc.yaml                       since the last commit
  tocmodel diff harbour.toc.yaml@v1                    since a revision git knows
  tocmodel diff harbour.toc.yaml@v1 harbour.toc.yaml@v2
  tocmodel diff harbour-2018.toc.yaml harbour.toc.yaml
  tocmodel diff harbour.toc.yaml -o changes.svg        as one picture
  tocmodel diff harbour.toc.yaml -o changes.md
  tocmodel diff harbour.toc.yaml --fail-on significant

\b
Exit status: 0 fine, 1 differences at or above --fail-on, 2 could not run.
""",
)
@click.argument("old")
@click.argument("new", required=False)
@answers_in(*FORMATS, format_="Words, data or a picture.")
@click.option("--view", type=A_VIEW, help="For a picture: the view of the new theory to draw.")
@click.option(
    "--fail-on",
    type=click.Choice(["significant", "minor", "never"]),
    default="never",
    show_default=True,
    help="Exit with status 1 for differences at this level or above.",
)
@common
def diff(
    *,
    old: str,
    new: str | None,
    output: Output,
    view: str | None,
    fail_on: str,
) -> None:
    """Say what differs in meaning between the theories OLD and NEW, a sentence each.

    Each is a theory file, or FILE@REVISION for an earlier state that git keeps. Without NEW, the
    file is compared as it is now; without a revision either, OLD is what was committed last.
    The order and the layout of a file make no difference, and a renamed id is recognised.
    """
    from tocmodel.cli.comparing import Comparison, write_differences

    wish = Comparison(old=old, new=new, output=output, view=view)
    found = write_differences(wish)
    counts = {"never": (), "minor": found.items, "significant": found.significant}[fail_on]
    if counts:
        raise click.exceptions.Exit(FINDINGS)
