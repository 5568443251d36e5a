"""``tocmodel schema``: print a schema."""

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.options import common
from tocmodel.schema import SCHEMAS, schema_text


@click.command(
    epilog="""\b
Examples:
  tocmodel schema                                  the language of theory files
  tocmodel schema -o theory.schema.json            a copy for an editor
  tocmodel schema findings                         the report of 'check --format json'
""",
)
@click.argument("name", type=click.Choice(list(SCHEMAS)), default="theory")
@answers_in("json")
@common
def schema(*, name: str, output: Output) -> None:
    """Print a schema (JSON Schema, draft 2020-12).

    NAME is theory (the language of theory files, and the default), framework, config
    (tocmodel.toml), or what a command writes with '--format json': findings (check), differences
    (diff), explanation (explain) or analysis (analyse).
    """
    output.deliver(schema_text(name))
