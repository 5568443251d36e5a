"""``tocmodel show``: list a theory's elements and links."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.options import A_PATH, common


@click.command(
    epilog="""\b
Examples:
  tocmodel show harbour.toc.yaml
  tocmodel show harbour.toc.yaml --links
  tocmodel show harbour.toc.yaml -o elements.csv
""",
)
@click.argument("file", type=A_PATH)
@answers_in("text", "csv", "json", format_="A table to read, or data for another program.")
@click.option("--elements", "part", flag_value="elements", help="The elements only.")
@click.option("--links", "part", flag_value="links", help="The links only.")
@common
def show(*, file: Path, output: Output, part: str | None) -> None:
    """List the elements and links of the theory in FILE.

    As csv, which holds one table, the elements are written, or with --links the links.
    """
    from tocmodel.cli.tables import write_tables

    write_tables(file, part, output)
