"""``tocmodel help``: show help for the program or a command."""

import click

from tocmodel.cli.options import common
from tocmodel.cli.streams import print_result
from tocmodel.diagnostics import did_you_mean


@click.command(
    name="help",
    epilog="""\b
Examples:
  tocmodel help
  tocmodel help draw
  tocmodel help story read
""",
)
@click.argument("command", nargs=-1, metavar="[COMMAND]...")
@common
@click.pass_context
def help_(context: click.Context, *, command: tuple[str, ...]) -> None:
    """Show help for COMMAND, as --help does. Without COMMAND, list all commands."""
    place = context.find_root()
    for name in command:
        group = place.command
        found = group.get_command(place, name) if isinstance(group, click.Group) else None
        if found is None:
            known = group.list_commands(place) if isinstance(group, click.Group) else []
            message = f"there is no command '{' '.join(command)}'{did_you_mean(name, known)}"
            raise click.UsageError(message, context)
        place = click.Context(found, info_name=name, parent=place)
    print_result(place.get_help() + "\n")
