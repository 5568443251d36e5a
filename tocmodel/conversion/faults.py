"""Files from elsewhere that cannot be read, as findings with their place."""

from tocmodel.diagnostics import ModelFileError, Span
from tocmodel.syntax.codes import file_finding


class ForeignFileError(ModelFileError):
    """A file from elsewhere cannot be read as what it seems to be.

    Attributes:
        findings: what is wrong, each with its place.
    """


def unreadable(
    name: str, message: str, *, place: str = "", line: int = 0, column: int = 1, help_: str = ""
) -> ForeignFileError:
    """Return the error for a file from elsewhere with one fault.

    Args:
        name: the file's name.
        message: what is wrong, in lower case without a full stop.
        place: the place as the file's program calls it, such as ``Links!B7``.
        line: the line, if the file is text; from 1.
        column: the character in it; from 1.
        help_: what to do; may be empty.

    >>> print(unreadable("map.csv", "a quote does not end", line=3))
    map.csv:3:1: TOC015 a quote does not end
    """
    words = "; ".join(filter(None, (f"{place}: {message}" if place else message, help_)))
    span = Span(name, max(line, 1), column, max(line, 1), column + 1)
    return ForeignFileError([file_finding("foreign-file", words, span=span)])
