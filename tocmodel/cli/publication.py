"""``--public``: what a command writes about a theory, without what may not go out.

A command gets the option with one line, ``@publishable``. The theory is replaced once, right after
it is read, so every format is written from a theory in which nothing is left to leak.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocmodel.cli.options import F
from tocmodel.cli.streams import print_message
from tocmodel.model import TheoryOfChange

if TYPE_CHECKING:
    from tocmodel.analysis.publication import Published

_PUBLIC = "tocmodel.public"
_AS_OF = "tocmodel.as_of"


def publishable(command: F) -> F:
    """Give a command ``--public`` and ``--as-of``; every theory that it reads obeys them."""
    for option in (_as_of, _public):
        command = option(command)
    return command


def _keep_public(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        context.meta[_PUBLIC] = True


def _keep_day(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    try:
        context.meta[_AS_OF] = date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            f"'{value}' is not a day, such as 2026-09-01", context, parameter
        ) from None


_public = click.option(
    "--public",
    is_flag=True,
    expose_value=False,
    callback=_keep_public,
    help="Leave out small numbers, and stories and quotations without consent to publish them.",
)
_as_of = click.option(
    "--as-of",
    metavar="DAY",
    expose_value=False,
    callback=_keep_day,
    help="With --public: the day on which consent must still hold. Without it, consent that has "
    "an end counts as ended.",
)


def is_public() -> bool:
    """Return whether the command that runs was asked for what may be published."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(_PUBLIC))


def day_of_publication() -> date | None:
    """Return the day that ``--as-of`` names."""
    context = click.get_current_context(silent=True)
    day: date | None = context.meta.get(_AS_OF) if context else None
    return day


def as_asked(theory: TheoryOfChange, path: str, *, quiet: bool = False) -> TheoryOfChange:
    """Return a theory as it was asked for: whole, or with ``--public`` as it may be published.

    Args:
        theory: the theory.
        path: its file, which decides on the settings of the project.
        quiet: whether not to print how much is left out.

    Raises:
        TocModelError: the configuration of the project has a mistake.
    """
    return for_publication(theory, path, quiet=quiet) if is_public() else theory


def for_publication(theory: TheoryOfChange, path: str, *, quiet: bool = False) -> TheoryOfChange:
    """Return a theory as it may be published, and print how much of it is left out.

    Raises:
        TocModelError: the configuration of the project has a mistake.
    """
    from tocmodel.analysis.publication import published
    from tocmodel.config import find_config

    below = find_config(Path(path).parent).suppress_below
    found = published(theory, as_of=day_of_publication(), suppress_below=below)
    if not quiet:
        _report(found)
    return found.theory


def _report(found: "Published") -> None:
    print_message(f"{found.left_out.words}.")
    if found.left_out.ended:
        print_message(
            "Note: consent that has an end counts as ended; --as-of names the day of publication"
        )
    if found.texts:
        print_message(
            f"Note: a hidden number may be written out in words: look at {', '.join(found.texts)}"
        )
