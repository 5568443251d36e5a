"""The program ``tocmodel`` and the table of its commands."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import click

from tocmodel.cli.failures import report_failures
from tocmodel.cli.lazy import LazyCommand, LazyGroup
from tocmodel.cli.options import common
from tocmodel.cli.streams import speak_utf8
from tocmodel.version import __version__

COMMANDS: Mapping[str, LazyCommand] = MappingProxyType(
    {
        "new": LazyCommand("tocmodel.cli.new:new", "Start a theory from a template or an example."),
        "check": LazyCommand(
            "tocmodel.cli.check:check", "Check a theory for errors and weak points."
        ),
        "draw": LazyCommand("tocmodel.cli.draw:draw", "Draw a theory as a picture."),
        "print": LazyCommand(
            "tocmodel.cli.print:print_", "Make cards and canvases to print for a workshop."
        ),
        "fmt": LazyCommand(
            "tocmodel.cli.fmt:fmt", "Write a theory in its normal form, with ids for titles."
        ),
        "explain": LazyCommand(
            "tocmodel.cli.explain:explain",
            "Explain why something happens, and who acts on its causes.",
        ),
        "tell": LazyCommand(
            "tocmodel.cli.tell:tell", "Write a theory out as prose, to read aloud."
        ),
        "pathways": LazyCommand(
            "tocmodel.cli.pathways:pathways", "List the pathways from one element to another."
        ),
        "value": LazyCommand(
            "tocmodel.cli.value:value",
            "Show the value that learning together created.",
        ),
        "report": LazyCommand(
            "tocmodel.cli.report:report", "Write a report: Word, PDF, Markdown or a web page."
        ),
        "logframe": LazyCommand(
            "tocmodel.cli.logframe:logframe", "Show a theory as a logframe, a table of results."
        ),
        "matrix": LazyCommand(
            "tocmodel.cli.matrix:matrix", "Show the links of a theory as a table of signs."
        ),
        "indicators": LazyCommand(
            "tocmodel.cli.indicators:indicators",
            "Show who collects what and when, and how each indicator is doing.",
        ),
        "progress": LazyCommand(
            "tocmodel.cli.progress:progress",
            "Show how far each indicator has come towards its target.",
        ),
        "collect": LazyCommand(
            "tocmodel.cli.collect:collect", "Read the figures of indicators from data."
        ),
        "review": LazyCommand(
            "tocmodel.cli.review:review",
            "Show the agenda of the next review, or the log of all reviews.",
        ),
        "portfolio": LazyCommand(
            "tocmodel.cli.portfolio:portfolio",
            "Compare many theories: a table, a heat map or a report.",
        ),
        "tracker": LazyCommand(
            "tocmodel.cli.tracker:tracker", "Count pupils by signs and support, from data."
        ),
        "analyse": LazyCommand(
            "tocmodel.cli.analyse:analyse", "Measure a theory: depth of causes, evidence, reach."
        ),
        "story": LazyCommand(
            "tocmodel.cli.story:story", "Collect stories with a form, and add them to a theory."
        ),
        "convert": LazyCommand(
            "tocmodel.cli.convert:convert", "Convert a theory from or to a file of another program."
        ),
        "framework": LazyCommand(
            "tocmodel.cli.framework:framework",
            "List frameworks, and show how much of one a theory covers.",
        ),
        "migrate": LazyCommand(
            "tocmodel.cli.migrate:migrate",
            "Convert a theory to the other edition of value creation.",
        ),
        "show": LazyCommand("tocmodel.cli.show:show", "List elements and links, or show one."),
        "diff": LazyCommand("tocmodel.cli.diff:diff", "Show what changed between two versions."),
        "changelog": LazyCommand(
            "tocmodel.cli.changelog:changelog", "List reviews and changes by date."
        ),
        "describe": LazyCommand(
            "tocmodel.cli.describe:describe",
            "Describe a section, a key, a word, a check or a framework.",
        ),
        "schema": LazyCommand(
            "tocmodel.cli.schema:schema", "Print a JSON Schema for editors and programs."
        ),
        "help": LazyCommand("tocmodel.cli.help:help_", "Show help for a command."),
        "completion": LazyCommand(
            "tocmodel.cli.completion:completion", "Print the shell completion script."
        ),
    }
)

FORMER: Mapping[str, LazyCommand] = MappingProxyType(
    {"rule": LazyCommand("tocmodel.cli.describe:rule", "Describe a check.")}
)
"""Former names of commands, which still work."""


class Program(LazyGroup):
    """The group of all commands; it reports any error in one of them."""

    def make_context(self, *args: Any, **settings: Any) -> click.Context:
        """Read the arguments; ``--help`` and ``--version`` write their text here."""
        with report_failures():
            return super().make_context(*args, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        from tocmodel.system.files import noting_reads

        with report_failures(ctx), noting_reads():
            return super().invoke(ctx)

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the program."""
        speak_utf8()
        return super().main(*args, **settings)


@click.group(
    cls=Program,
    lazy=COMMANDS,
    hidden=FORMER,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "TOCMODEL"},
    epilog="""\b
Examples:
  tocmodel new --guide                   start a theory of change with questions
  tocmodel new harbour.toc.yaml          start one from a template
  tocmodel check harbour.toc.yaml        find errors and weak points
  tocmodel draw harbour.toc.yaml         draw it as harbour.svg
  tocmodel help check                    show help for a command

\b
Exit status: 0 success, 1 findings or errors in a file, 2 the command could not run.
""",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@common
def program() -> None:
    """Write, check and draw theories of change."""
