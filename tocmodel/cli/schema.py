"""``tocmodel schema``: print a schema."""

import click

from tocmodel.cli.options import common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.formats import WriterInput
from tocmodel.schema import SCHEMAS, schema_text


@click.command(
    epilog="""\b
Examples:
  tocmodel schema                                  the schema of theory files
  tocmodel schema -o theory.schema.json            a copy for an editor
  tocmodel schema findings                         the output of 'check --format json'
""",
)
@click.argument("name", type=click.Choice(list(SCHEMAS)), default="theory")
@output_options(WriterInput.DATA)
@common
def schema(*, name: str, output: OutputOptions) -> None:
    """Print a JSON Schema (draft 2020-12).

    NAME is theory (theory files, the default), framework (framework files), config
    (tocmodel.toml), or what a command writes with '--format json': findings (check), differences
    (diff), explanation (explain), narrative (tell), pathways (pathways) or analysis (analyse).
    """
    output.deliver(schema_text(name))
