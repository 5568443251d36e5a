"""The program ``tocmodel`` and the table of its commands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import click

import tocmodel
from tocmodel.cli.failures import failures_in_words
from tocmodel.cli.lazy import LazyCommand, LazyGroup
from tocmodel.cli.options import common
from tocmodel.cli.streams import speak_utf8

COMMANDS: Mapping[str, LazyCommand] = MappingProxyType(
    {
        "new": LazyCommand("tocmodel.cli.new:new", "Start a theory from a template or an example."),
        "check": LazyCommand(
            "tocmodel.cli.check:check", "Check a theory: what is wrong or weak, and where."
        ),
        "draw": LazyCommand("tocmodel.cli.draw:draw", "Draw a theory as a picture."),
        "explain": LazyCommand(
            "tocmodel.cli.explain:explain",
            "Explain why something is so, and who acts on the causes.",
        ),
        "value": LazyCommand(
            "tocmodel.cli.value:value",
            "Show the value that learning together created, and how sure it is.",
        ),
        "analyse": LazyCommand(
            "tocmodel.cli.analyse:analyse", "Measure a theory: depth of causes, evidence, reach."
        ),
        "story": LazyCommand(
            "tocmodel.cli.story:story", "Collect stories: a form to fill in, and back again."
        ),
        "framework": LazyCommand(
            "tocmodel.cli.framework:framework",
            "List frameworks, and see how far a theory covers one.",
        ),
        "migrate": LazyCommand(
            "tocmodel.cli.migrate:migrate",
            "Convert to the other edition of the value-creation framework.",
        ),
        "show": LazyCommand("tocmodel.cli.show:show", "List elements and links as a table."),
        "diff": LazyCommand("tocmodel.cli.diff:diff", "Show what changed between two versions."),
        "changelog": LazyCommand(
            "tocmodel.cli.changelog:changelog", "List reviews and changes, by date."
        ),
        "describe": LazyCommand(
            "tocmodel.cli.describe:describe",
            "Describe a section, a key, a word, a check or a framework.",
        ),
        "rule": LazyCommand(
            "tocmodel.cli.rule:rule", "Explain a check: why it matters, what to do."
        ),
        "schema": LazyCommand(
            "tocmodel.cli.schema:schema", "Print a schema, for editors and programs."
        ),
        "help": LazyCommand("tocmodel.cli.help:help_", "Explain a command."),
        "completion": LazyCommand(
            "tocmodel.cli.completion:completion", "Print the shell completion script."
        ),
    }
)


class Program(LazyGroup):
    """The group of all commands; whatever goes wrong in one is said in words."""

    def make_context(self, *args: Any, **settings: Any) -> click.Context:
        """Read the arguments; ``--help`` and ``--version`` write already now."""
        with failures_in_words():
            return super().make_context(*args, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        from tocmodel.files import noting_reads

        with failures_in_words(ctx), noting_reads():
            return super().invoke(ctx)

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the program."""
        speak_utf8()
        return super().main(*args, **settings)


@click.group(
    cls=Program,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "TOCMODEL"},
    epilog="""\b
Examples:
  tocmodel new harbour.toc.yaml          start a theory of change
  tocmodel check harbour.toc.yaml        say what is wrong or weak
  tocmodel draw harbour.toc.yaml         draw it, as harbour.svg
  tocmodel help check                    explain a command

\b
Exit status: 0 fine, 1 there are findings or errors in a file, 2 could not run.
""",
)
@click.version_option(tocmodel.__version__, "-V", "--version", message="%(prog)s %(version)s")
@common
def program() -> None:
    """Write, check and draw theories of change."""
