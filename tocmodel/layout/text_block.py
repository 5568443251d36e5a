"""Lines of text one below the other, at a place."""

from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Text
from tocmodel.layout.text import ASCENT, LEADING, measure


def centred(
    lines: tuple[str, ...],
    x: float,
    top: float,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    behind: str = PAPER,
) -> list[Text]:
    """Return lines of text one below the other, each centred on ``x``."""
    return _lines(lines, (x, top), size, colour, bold, behind, "middle")


def left(
    lines: tuple[str, ...],
    x: float,
    top: float,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    behind: str = PAPER,
) -> list[Text]:
    """Return lines of text one below the other, each starting at ``x``."""
    return _lines(lines, (x, top), size, colour, bold, behind, "start")


def _lines(
    lines: tuple[str, ...],
    at: tuple[float, float],
    size: float,
    colour: str,
    bold: bool,
    behind: str,
    anchor: str,
) -> list[Text]:
    return [
        Text(
            x=at[0],
            y=at[1] + index * size * LEADING + size * ASCENT,
            text=words,
            size=size,
            width=measure(words, size, bold=bold),
            colour=colour,
            behind=behind,
            anchor=anchor,
            bold=bold,
        )
        for index, words in enumerate(lines)
    ]
