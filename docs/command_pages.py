"""Makes the page of the command line from the commands themselves.

It uses their names, options and words rather than the help that click lays out, because each
version of click words it differently.
"""

import re
import textwrap
from collections.abc import Iterator

import click

from tocmodel.cli.program import program

_EVERYWHERE = ("colour", "quiet", "debug")
"""The options that every command has, which are described once."""


def page() -> Iterator[str]:
    """Yield the page line by line."""
    yield "# Command line\n"
    yield "Results go to standard output, and messages go to standard error.\n"
    yield (
        "You can also set every option in the environment, as `TOCMODEL_COMMAND_OPTION`: "
        "`TOCMODEL_CHECK_FORMAT=json`. `TOCMODEL_ENGINE` sets the layout engine, for the library "
        "too, and `TOCMODEL_DOT` sets which `dot` program to use.\n"
    )
    context = click.Context(program, info_name="tocmodel")
    yield "| command | what it does |\n| --- | --- |"
    for name, entry in program.lazy.items():  # type: ignore[attr-defined]  # of our LazyGroup
        yield f"| [`tocmodel {name}`](#tocmodel-{name}) | {_cell(entry.help)} |"
    yield "\n## Options of every command\n"
    yield from _options([one for one in program.params if one.name in _EVERYWHERE])
    yield "\n`tocmodel --version` shows the version, and `--help` explains a command."
    yield f"\n{_marked(_paragraphs(program.epilog)[-1])}"
    for name in program.list_commands(context):
        yield from _command(program.get_command(context, name), f"tocmodel {name}", context)


def _command(command: click.Command | None, path: str, parent: click.Context) -> Iterator[str]:
    """Describe a command and, for a group, the commands in it."""
    if command is None:
        raise LookupError(path)
    yield f"\n## {path}\n"
    arguments = [_argument(one) for one in command.params if isinstance(one, click.Argument)]
    group = isinstance(command, click.Group)
    yield f"`{' '.join([path, *arguments, 'COMMAND' if group else '[OPTIONS]'])}`\n"
    for paragraph in _paragraphs(command.help):
        yield f"{_marked(paragraph)}\n"
    for paragraph in _paragraphs(command.epilog):
        heading, _, lines = paragraph.partition("\n")
        if lines and all(line.startswith(" ") for line in lines.splitlines()):
            yield f"{heading}\n\n```text\n{textwrap.dedent(lines)}\n```\n"
        else:
            yield f"{_marked(' '.join(paragraph.split()))}\n"
    yield from _options([one for one in command.params if one.name not in _EVERYWHERE])
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path, parent=parent)
        for name in command.list_commands(context):
            yield from _command(command.get_command(context, name), f"{path} {name}", context)


def _argument(argument: click.Argument) -> str:
    name = argument.metavar or str(argument.name).upper()
    if isinstance(argument.type, click.Choice):
        name = "|".join(argument.type.choices)
    optional = not argument.required and not argument.metavar
    return f"[{name}]" if optional else name


def _options(parameters: list[click.Parameter]) -> Iterator[str]:
    options = [one for one in parameters if isinstance(one, click.Option) and not one.hidden]
    if not options:
        return
    yield "| option | what it does |"
    yield "| --- | --- |"
    for option in options:
        names = ", ".join(f"`{name}`" for name in _spellings(option))
        yield f"| {names}{_value(option)} | {_cell(_says(option))} |"


def _spellings(option: click.Option) -> list[str]:
    return sorted((*option.opts, *option.secondary_opts), key=len, reverse=True)


def _value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return "<br>" + ", ".join(f"`{choice}`" for choice in option.type.choices)
    return f" {option.metavar or _KINDS.get(option.type.name, option.type.name.upper())}"


_KINDS = {"path": "PATH", "text": "TEXT", "integer range": "NUMBER", "float range": "NUMBER"}


def _says(option: click.Option) -> str:
    says = option.help or ""
    shown = option.show_default and isinstance(option.default, str | int | float)
    return f"{says}  [default: {option.default}]" if shown else says


def _paragraphs(text: str | None) -> list[str]:
    """Split a help text into paragraphs; a backspace keeps the lines of the next one."""
    parts = re.split(r"\n\s*\n", textwrap.dedent((text or "").replace("\b\n", "\0")))
    kept = (part.strip("\n") for part in parts if part.strip())
    return [part[1:] if part.startswith("\0") else " ".join(part.split()) for part in kept]


_AS_CODE = re.compile(r"'(tocmodel [^']+|--[^']+)'|(?<![\w'`-])(--[a-z][\w-]*)")


def _marked(text: str) -> str:
    """Write commands and options as code, and escape Markdown in the rest."""
    return _AS_CODE.sub(lambda found: f"`{found[1] or found[2]}`", text.replace("*", "\\*"))


def _cell(text: str) -> str:
    return " ".join(_marked(text).replace("|", "\\|").split())
