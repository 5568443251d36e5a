"""A progress bar for work on several things that takes more than a second.

It is on standard error, and only at a terminal: never in a file, a pipe or a log, and not with
``--quiet``. It goes away when the work is done. It is drawn between two things, without a thread,
so nothing that is printed in the meantime gets mixed up with it.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TYPE_CHECKING, TypeVar

import click

from tocmodel.cli.streams import has_colour, is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Thing = TypeVar("Thing")

PATIENCE = 1.0
"""How many seconds pass before a bar is shown."""

now = time.monotonic
"""The clock; tests replace it."""


def tracked(things: Iterable[Thing], doing: str, count: int | None = None) -> Iterator[Thing]:
    """Yield some things one by one, with a bar if the work on them takes more than a second.

    Args:
        things: what to work on, or what the work makes.
        doing: the words beside the bar, such as ``Drawing``.
        count: how many there are; needed if they are no collection.
    """
    if count is None:
        count = len(things) if isinstance(things, Sized) else 0
    bar = _Bar(doing, count)
    try:
        for number, thing in enumerate(things):
            bar.show(number)
            yield thing
    finally:
        bar.end()


class _Bar:
    """A bar that waits a second before it is shown."""

    def __init__(self, doing: str, count: int) -> None:
        self._doing = doing
        self._count = count
        self._started = now()
        self._is_wanted = count > 1 and not _is_quiet() and is_terminal(sys.stderr)
        self._shown: tuple[Progress, TaskID] | None = None

    def show(self, done: int) -> None:
        """Show how many things are done, if the person has waited long enough."""
        if not self._is_wanted:
            return
        if self._shown is None and now() - self._started >= PATIENCE:
            self._shown = _new_bar(self._doing, self._count)
            if context := click.get_current_context(silent=True):
                context.call_on_close(self.end)  # also after an error, or Ctrl-C
        if self._shown is not None:
            progress, task = self._shown
            progress.update(task, completed=done)
            progress.refresh()

    def end(self) -> None:
        """Remove the bar."""
        if self._shown is not None:
            self._shown[0].stop()
            self._shown, self._is_wanted = None, False


def _new_bar(doing: str, count: int) -> "tuple[Progress, TaskID]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True, no_color=not has_colour(sys.stderr), highlight=False)
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,  # the result stays where it was sent
    )
    task = progress.add_task(doing, total=count)
    progress.start()
    return progress, task


def _is_quiet() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get("tocmodel.quiet"))
