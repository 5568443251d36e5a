"""What an analysis returns: it shows itself in a notebook, and is saved by the ending of a name.

Words and pictures are made by modules that build on the analyses. These two classes are the one
place that looks upwards to them, when somebody asks.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
_LONGEST = 1000


class Shown:
    """Something that a notebook shows as a picture, or in words."""

    __slots__ = ()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """Return what a notebook shows, by kind of content."""
        from tocmodel import notebook  # noqa: PLC0415  # see above

        return notebook.shown(self)


class Result(Shown):
    """Something that was found out about a theory."""

    __slots__ = ()

    def save(self, path: str | Path) -> None:
        """Write it to a file, as the command line does; the ending of the name says the format.

        Raises:
            TocModelError: the ending asks for no format in which this can be written, or the file
                cannot be written.
        """
        from tocmodel import result_files  # noqa: PLC0415  # see above

        result_files.save(self, path)


class Results(Result, tuple[T, ...]):
    """Several results of one kind, as a tuple that shows and saves itself.

    Attributes:
        about: the theory that they are about.
    """

    about: Any

    def __new__(cls, items: "Iterable[T]" = (), about: Any = None) -> Self:
        """Make it of its items."""
        made = super().__new__(cls, items)
        made.about = about
        return made

    def __repr__(self) -> str:
        """Return the items, or only how many they are where they are long."""
        whole = super().__repr__()
        if len(whole) <= _LONGEST:
            return whole
        return f"<{type(self).__name__} with {len(self)} items>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print it in words in IPython, which would print any tuple item by item."""
        printer.text(self._repr_mimebundle_()["text/plain"].rstrip())

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how to make it again, when it is unpickled or copied."""
        return type(self), (tuple(self), self.about)


__all__ = ["Result", "Results", "Shown"]
