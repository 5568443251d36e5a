"""A group of commands that are imported when they are run, not when they are listed."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

import click
from attrs import frozen

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


@frozen
class LazyCommand:
    """The address of a command (``module:attribute``) and its short help."""

    target: str
    help: str


class LazyGroup(click.Group):
    """A group that knows the names and the short help of its commands from a table.

    ``hidden`` commands also work, but are not listed.
    """

    def __init__(
        self,
        *,
        lazy: Mapping[str, LazyCommand],
        hidden: Mapping[str, LazyCommand] = MappingProxyType({}),
        **settings: object,
    ) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]  # click's own, passed through
        self.lazy = lazy
        self.known = {**lazy, **hidden}

    def list_commands(self, _context: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(self.lazy)

    def get_command(self, _context: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        entry = self.known.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        if command.help is None and command.callback:  # Python was started with -OO
            from tocmodel.docstrings import docstring_of

            command.help = docstring_of(command.callback)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest command if there is no such command."""
        from tocmodel.diagnostics import did_you_mean

        name = args[0]
        if name not in self.known and not name.startswith("-") and not ctx.resilient_parsing:
            near = did_you_mean(name, self.lazy)
            ctx.fail(f"there is no command '{name}'{near}")
        return super().resolve_command(ctx, args)

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.lazy.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Complete the name of a command from the table."""
        from click.shell_completion import CompletionItem

        commands = [
            CompletionItem(name, help=entry.help)
            for name, entry in self.lazy.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]
