"""``tocmodel changelog``: what was reviewed and what changed, by date."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.options import A_PATH, common


@click.command(
    epilog="""\b
Examples:
  tocmodel changelog harbour.toc.yaml
  tocmodel changelog harbour.toc.yaml --since v1
  tocmodel changelog harbour.toc.yaml -o changes.md
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--since", default="", metavar="REVISION", help="Begin after this revision that git knows."
)
@answers_in("text", "markdown", format_="How to write it.")
@common
def changelog(*, file: Path, since: str, output: Output) -> None:
    """Say what was reviewed in the theory in FILE and what changed, the latest first.

    Reviews come from the file, and changes from the revisions of it that git keeps. Without git
    the reviews stand alone.
    """
    from tocmodel.cli.history import write_change_log

    write_change_log(file, since=since, output=output)
