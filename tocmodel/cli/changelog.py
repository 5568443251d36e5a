"""``tocmodel changelog``: what was reviewed and what changed, by date."""

from pathlib import Path

import click

from tocmodel.cli.options import A_PATH, common, to_file


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
@click.option(
    "--format",
    "-f",
    "format_",
    envvar="TOCMODEL_CHANGELOG_FORMAT",
    type=click.Choice(["text", "markdown"]),
    help="How to write it.  [default: by the ending of --output, else text]",
)
@to_file
@common
def changelog(*, file: Path, since: str, format_: str | None, output: Path | None) -> None:
    """Say what was reviewed in the theory in FILE and what changed, the latest first.

    Reviews come from the file, and changes from the revisions of it that git keeps. Without git
    the reviews stand alone.
    """
    from tocmodel.cli.history import write_change_log

    write_change_log(file, since=since, wanted=format_, output=output)
