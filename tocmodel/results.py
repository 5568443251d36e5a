"""The base classes of results, which notebooks display and ``save`` writes.

Modules that build on the analyses and on this module make the words and pictures. ``tocmodel``
itself, which Python imports before any of its modules, connects the two: see ``connect``.
"""

from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

T = TypeVar("T")
_LONGEST = 1000

_show: "Callable[[Any], dict[str, str]]"
_save: "Callable[[Any, str | Path], None]"


def connect(
    show: "Callable[[Any], dict[str, str]]", save: "Callable[[Any, str | Path], None]"
) -> None:
    """Set the two functions that show a result in a notebook, and write one to a file.

    They are in a layer above this module, so it cannot import them.

    Args:
        show: returns the display of a value in a notebook, by kind of content.
        save: writes a result to a file, in the format of its ending.
    """
    global _show, _save  # set once, when the package is imported
    _show, _save = show, save


class NotebookDisplay:
    """Something that a notebook displays as a picture, or in words."""

    __slots__ = ()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """Return the display in a notebook, by kind of content."""
        return _show(self)


class Result(NotebookDisplay):
    """A result about a theory."""

    __slots__ = ()

    def save(self, path: "str | Path") -> None:
        """Write it to a file, as the command line does; the ending of the name gives the format.

        Raises:
            TocModelError: this result has no format with that ending, or the file cannot be
                written.
        """
        _save(self, path)


class Results(Result, tuple[T, ...]):
    """Several results of one kind, as a tuple that can display and save itself.

    Attributes:
        about: the theory of the results.
    """

    about: Any

    def __new__(cls, items: "Iterable[T]" = (), about: Any = None) -> Self:
        """Make it from its items."""
        made = super().__new__(cls, items)
        made.about = about
        return made

    def __repr__(self) -> str:
        """Return the items, or only their number if they are long."""
        whole = super().__repr__()
        if len(whole) <= _LONGEST:
            return whole
        return f"<{type(self).__name__} with {len(self)} items>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print it in words in IPython, which would print any tuple item by item."""
        printer.text(self._repr_mimebundle_()["text/plain"].rstrip())

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to make it again, for unpickling and copying."""
        return type(self), (tuple(self), self.about)


__all__ = ["NotebookDisplay", "Result", "Results", "connect"]
