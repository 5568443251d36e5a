"""``tocmodel schema``: print a schema."""

import click

from tocmodel.cli.options import common
from tocmodel.cli.streams import put
from tocmodel.schema import SCHEMAS, schema_text


@click.command(
    epilog="""\b
Examples:
  tocmodel schema                                  the language of theory files
  tocmodel schema > theory.schema.json             a copy for an editor
  tocmodel schema findings                         the report of 'check --format json'
""",
)
@click.argument("name", type=click.Choice(list(SCHEMAS)), default="theory")
@common
def schema(name: str) -> None:
    """Print a schema (JSON Schema, draft 2020-12).

    NAME is theory (the language of theory files, and the default), framework, config
    (tocmodel.toml), or what a command writes with '--format json': findings (check), differences
    (diff), explanation (explain) or analysis (analyse).
    """
    put(schema_text(name))
