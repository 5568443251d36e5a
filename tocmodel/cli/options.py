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
"""A path that need not exist: the command reports anything wrong with it."""


class SeverityOfACheck(click.ParamType):  # type: ignore[type-arg]  # generic since Click 8.5
    """``TOC204=error``, as a pair."""

    name = "CHECK=LEVEL"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Severity]:
        """Split the pair."""
        if isinstance(value, tuple):
            return value
        check, _, level = str(value).partition("=")
        known = {severity.value: severity for severity in Severity}
        if not check or level not in known:
            self.fail(f"'{value}' should be like TOC204=error, with {listed(known)}", param, ctx)
        return check, known[level]


class Completed(click.ParamType):  # type: ignore[type-arg]  # as above
    """A word that the shell can complete from values known only at that moment.

    ``words`` gets the context, with the arguments before this one.
    """

    def __init__(self, name: str, words: Callable[[click.Context], Iterable[str]]) -> None:
        self.name = name
        self.words = words

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer the words with this beginning; none if the model cannot be read."""
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


def _indicators(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.indicators if theory else ()


def _trackers(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.trackers if theory else ()


def _includes(context: click.Context) -> Iterable[str]:
    theory = _theory(context)
    return theory.includes if theory else ()


def _theory(context: click.Context) -> "TheoryOfChange | None":
    from tocmodel.fileformat.loading import read

    words = _arguments(context, "new", "old", "file", "files")
    file = next((word for word in words if Path(word).is_file()), None)
    return read(file).theory if file else None


def _arguments(context: click.Context, *names: str) -> list[str]:
    """Return the values of these arguments, as far as the person has typed them."""
    # While the last option still lacks its value, Click does not parse the arguments.
    found = [context.params.get(name) for name in names]
    words = [word for item in found for word in (item if isinstance(item, tuple) else (item,))]
    return [str(word) for word in (*words, *reversed(context.args)) if word]


def _checks(_context: click.Context) -> Iterable[str]:
    from tocmodel.checks.pages import pages

    return [word for page in pages().values() for word in (page.code, page.name)]


def _names(context: click.Context) -> Iterable[str]:
    """The keys of a section already typed; otherwise every name that 'describe' knows."""
    from tocmodel.schema.describe import names
    from tocmodel.schema.vocabulary import vocabulary

    typed = [word for word in _arguments(context, "name") if word in vocabulary()]
    if typed:
        return [key.name for key in vocabulary()[typed[0]].keys]
    spelt = (name.replace(" ", "-") for name in names())  # a shell splits words at spaces
    return [*spelt, *_checks(context), "checks", *_frameworks(context)]


def _examples(_context: click.Context) -> Iterable[str]:
    from tocmodel.starters import examples

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


def _chapters(_context: click.Context) -> Iterable[str]:
    from tocmodel.documents.chapters import CHAPTERS

    return CHAPTERS


def _measures(_context: click.Context) -> Iterable[str]:
    from tocmodel.analysis.summary import MEASURES

    return [measure.name for measures in MEASURES.values() for measure in measures]


A_SEVERITY_OF_A_CHECK = SeverityOfACheck()
A_VIEW = Completed("VIEW", _views)
AN_ELEMENT = Completed("ELEMENT", _elements)
AN_ENTRY = Completed("ENTRY", _entries)
A_TABLE = Completed("SECTION", _tables)
A_PARTNER = Completed("PARTNER", _partners)
A_SPACE = Completed("SPACE", _spaces)
A_STORY = Completed("STORY", _stories)
A_CHECK = Completed("CHECK", _checks)
A_NAME = Completed("NAME", _names)
AN_EXAMPLE = Completed("NAME", _examples)
A_FRAMEWORK = Completed("FRAMEWORK", _frameworks)
A_FRAMEWORK_ID = Completed("ID", _frameworks)
A_DIMENSION = Completed("ID", _dimensions)
A_TEMPLATE = Completed("NAME", _templates)
A_CHAPTER = Completed("NAMES", _chapters)
A_MEASURE = Completed("NAME", _measures)
AN_INDICATOR = Completed("INDICATOR", _indicators)
A_TRACKER = Completed("TRACKER", _trackers)
AN_INCLUDE = Completed("INCLUDE", _includes)


def common(command: F) -> F:
    """Give a command the options that every command has."""
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
    help="When to use colour: on a terminal (auto), always or never. "
    "NO_COLOR and FORCE_COLOR are respected.",
)
_quiet = click.option(
    "--quiet",
    "-q",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_keep,
    help="Print only the result, without messages.",
)
_debug = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_keep,
    help="Show where in the program an error occurred.",
)
