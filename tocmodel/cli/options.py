"""Options and kinds of argument that several commands share."""

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tocmodel.diagnostics import Severity, TocModelError, listed

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tocmodel.frameworks import Framework
    from tocmodel.model import TheoryOfChange

F = TypeVar("F", bound=Callable[..., Any])

A_PATH = click.Path(path_type=Path)
"""A path that need not exist: what is wrong with it is said when it is used."""


class SeverityOfARule(click.ParamType):  # type: ignore[type-arg]  # generic since Click 8.5
    """``TOC204=error``, as a pair."""

    name = "RULE=LEVEL"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Severity]:
        """Split the pair."""
        if isinstance(value, tuple):
            return value
        rule, _, level = str(value).partition("=")
        known = {severity.value: severity for severity in Severity}
        if not rule or level not in known:
            self.fail(f"'{value}' should be like TOC204=error, with {listed(known)}", param, ctx)
        return rule, known[level]


class Completed(click.ParamType):  # type: ignore[type-arg]  # as above
    """A word that the shell can complete from what is known only at that moment.

    ``words`` gets the context, with the arguments that stand before.
    """

    def __init__(self, name: str, words: Callable[[click.Context], Iterable[str]]) -> None:
        self.name = name
        self.words = words

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the words that begin so; none when the model cannot be read."""
        from click.shell_completion import CompletionItem

        with contextlib.suppress(TocModelError):
            return [CompletionItem(word) for word in self.words(ctx) if word.startswith(incomplete)]
        return []


def _views(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.views if theory else ()


def _elements(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.elements if theory else ()


def _entries(context: click.Context) -> Iterable[str]:
    from tocmodel.model import SECTIONS

    theory = _theory(context)
    return [id_ for name in SECTIONS for id_ in getattr(theory, name)] if theory else ()


def _tables(_context: click.Context) -> Iterable[str]:
    from tocmodel.records import TABLES

    return [name for name in TABLES if name != "elements"]


def _spaces(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.spaces if theory else ()


def _partners(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.partners if theory else ()


def _stories(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.stories if theory else ()


def _includes(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.includes if theory else ()


def _theory(context: click.Context) -> "TheoryOfChange | None":
    from tocmodel.loading import read

    words = _arguments(context, "new", "old", "file", "files")
    file = next((word for word in words if Path(word).is_file()), None)
    return read(file).theory if file else None


def _arguments(context: click.Context, *names: str) -> list[str]:
    """Return what stands in these arguments, as far as the person has typed them."""
    # While the last option still lacks its value, Click leaves the arguments where they are.
    found = [context.params.get(name) for name in names]
    words = [word for item in found for word in (item if isinstance(item, tuple) else (item,))]
    return [str(word) for word in (*words, *reversed(context.args)) if word]


def _rules(_context: click.Context) -> Iterable[str]:
    from tocmodel.catalogue import pages

    return [word for page in pages().values() for word in (page.code, page.name)]


def _names(context: click.Context) -> Iterable[str]:
    """The keys of a section that is typed already; else all that 'describe' knows."""
    from tocmodel.schema.describe import names
    from tocmodel.schema.vocabulary import vocabulary

    typed = [word for word in _arguments(context, "name") if word in vocabulary()]
    if typed:
        return [key.name for key in vocabulary()[typed[0]].keys]
    spelt = (name.replace(" ", "-") for name in names())  # a shell parts what has spaces
    return [*spelt, *_rules(context), *_frameworks(context)]


def _examples(_context: click.Context) -> Iterable[str]:
    from tocmodel.cli.starters import examples

    return examples()


def _frameworks(_context: click.Context) -> Iterable[str]:
    from tocmodel.frameworks import FRAMEWORKS

    return FRAMEWORKS


def _dimensions(context: click.Context) -> Iterable[str]:
    framework = _framework(context)
    return framework.dimensions if framework else ()


def _templates(context: click.Context) -> Iterable[str]:
    framework = _framework(context)
    return framework.templates if framework else ()


def _framework(context: click.Context) -> "Framework | None":
    from tocmodel.frameworks import FRAMEWORKS, find_framework

    words = _arguments(context, "framework")
    name = next((word for word in words if word in FRAMEWORKS), None)
    return find_framework(name) if name else None


def _measures(_context: click.Context) -> Iterable[str]:
    from tocmodel.analysis.summary import GAUGES

    return [gauge.name for gauges in GAUGES.values() for gauge in gauges]


A_SEVERITY_OF_A_RULE = SeverityOfARule()
A_VIEW = Completed("VIEW", _views)
AN_ELEMENT = Completed("ELEMENT", _elements)
AN_ENTRY = Completed("ENTRY", _entries)
A_TABLE = Completed("SECTION", _tables)
A_PARTNER = Completed("PARTNER", _partners)
A_SPACE = Completed("SPACE", _spaces)
A_STORY = Completed("STORY", _stories)
A_RULE = Completed("RULE", _rules)
A_NAME = Completed("NAME", _names)
AN_EXAMPLE = Completed("NAME", _examples)
A_FRAMEWORK = Completed("FRAMEWORK", _frameworks)
A_DIMENSION = Completed("ID", _dimensions)
A_TEMPLATE = Completed("NAME", _templates)
A_MEASURE = Completed("NAME", _measures)
AN_INCLUDE = Completed("INCLUDE", _includes)


def common(command: F) -> F:
    """Give a command the options that hold everywhere."""
    for option in (_debug, _quiet, _colour):
        command = option(command)
    return command


def _set_colour(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.color = {"always": True, "never": False, "auto": None}[value]


def _keep(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        context.meta[f"tocmodel.{parameter.name}"] = True


_colour = click.option(
    "--colour",
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    expose_value=False,
    is_eager=True,
    callback=_set_colour,
    help="Use colour: on a terminal (auto), always or never. "
    "NO_COLOR and FORCE_COLOR are respected.",
)
_quiet = click.option(
    "--quiet",
    "-q",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_keep,
    help="Write what was asked for and nothing else.",
)
_debug = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_keep,
    help="Show where in the program an error arose.",
)
