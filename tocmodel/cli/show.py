"""``tocmodel show``: list what a theory holds, or show one entry with all that is said of it."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.options import A_PATH, A_TABLE, AN_ENTRY, common


@click.command(
    epilog="""\b
Examples:
  tocmodel show harbour.toc.yaml
  tocmodel show harbour.toc.yaml --links
  tocmodel show harbour.toc.yaml school-ready
  tocmodel show harbour.toc.yaml "home-visits -> school-ready"
  tocmodel show harbour.toc.yaml --section indicators
  tocmodel show harbour.toc.yaml -o elements.csv
""",
)
@click.argument("file", type=A_PATH)
@click.argument("entry", type=AN_ENTRY, required=False)
@answers_in("text", "csv", "json", format_="Words to read, or data for another program.")
@click.option("--elements", "part", flag_value="elements", help="The elements only.")
@click.option("--links", "part", flag_value="links", help="The links only.")
@click.option(
    "--section",
    type=A_TABLE,
    help="One section with all its keys: partners, risks, sources, links, figures and so on.",
)
@common
def show(
    *, file: Path, entry: str | None, output: Output, part: str | None, section: str | None
) -> None:
    """List the elements and links of the theory in FILE, or show one ENTRY.

    ENTRY is the id of an entry of any section, or a link such as "home-visits -> school-ready": it
    is shown with all that the file says of it, its links, and where it is named.

    As csv, which holds one table, the elements are written, or with --links the links.
    """
    from tocmodel.cli import entries, tables

    if sum(item is not None for item in (entry, part, section)) > 1:
        raise click.UsageError("give one of ENTRY, --elements, --links and --section")
    if entry is not None:
        entries.write_entry(file, entry, output)
    elif section is not None:
        entries.write_section(file, section, output)
    else:
        tables.write_tables(file, part, output)
