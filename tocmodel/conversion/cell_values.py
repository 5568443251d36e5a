"""The values of one cell of a table: divided by line breaks, bullets, numbers or semicolons."""

import re
from enum import StrEnum

from attrs import evolve, frozen

_BULLET = re.compile(r"[-*•◦▪–—○●‣·]\s+")
_INLINE_BULLET = re.compile(r"\s*[•◦▪○●‣]\s*")
_NUMBER = re.compile(
    r"\(?((?:\d{1,3}\.)*\d{1,3}|[a-h])[.):]\s*(?=[^\W\d])|((?:\d{1,3}\.)+\d{1,3})\s+"
)
_INLINE_NUMBER = re.compile(r"(?:^|(?<=[\s;,.]))\(?(\d{1,2})[.)]\s+(?=[^\W\d])")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


class DividedBy(StrEnum):
    """What divides the values of a cell."""

    NOTHING = "nothing"
    LINES = "line breaks"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    SEMICOLONS = "semicolons"


@frozen
class TableValue:
    """One value of a cell.

    Attributes:
        text: its words, in one line, without a bullet or a number.
        number: the number before it, such as ``1.2``; may be empty.
    """

    text: str
    number: str = ""


@frozen
class CellValues:
    """The values of a cell, and what divides them."""

    values: tuple[TableValue, ...] = ()
    divided_by: DividedBy = DividedBy.NOTHING

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each value."""
        return tuple(value.text for value in self.values)

    def with_number(self, number: str) -> "CellValues":
        """Return the same with a number at a single value that has none."""
        [value] = self.values
        return evolve(self, values=(evolve(value, number=value.number or number),))


def cell_values(cell: str) -> CellValues:
    r"""Return the values of a cell.

    >>> cell_values("1. Visits\n2. Clubs").values
    (TableValue(text='Visits', number='1'), TableValue(text='Clubs', number='2'))
    >>> cell_values("Visits; clubs").texts, cell_values("• Visits • Clubs").texts
    (('Visits', 'clubs'), ('Visits', 'Clubs'))
    >>> cell_values("Trust grows, and people meet").texts, cell_values(" ").values
    (('Trust grows, and people meet',), ())
    """
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    if len(lines) > 1:
        return _of_lines(lines)
    text = " ".join(cell.split())
    if not text:
        return CellValues()
    if len(parts := _parts(_INLINE_BULLET.split(text))) > 1:
        return CellValues(tuple(map(_value, parts)), DividedBy.BULLETS)
    if numbered := _inline_numbers(text):
        return CellValues(numbered, DividedBy.NUMBERS)
    parts = _parts(text.split(";"))
    if len(parts) > 1 and not _SENTENCE.search(text):
        return CellValues(tuple(map(_value, parts)), DividedBy.SEMICOLONS)
    return CellValues((_value(text),))


def _parts(texts: list[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip()]


def _of_lines(lines: list[str]) -> CellValues:
    """Divide lines; where some have bullets or numbers, the others continue the line before."""
    bulleted = [bool(_BULLET.match(line)) for line in lines]
    numbered = [bool(_NUMBER.match(line)) for line in lines]
    marked = bulleted if any(bulleted) else numbered
    if not any(marked):
        joined = [" ".join(line.split()) for line in lines]
        return CellValues(tuple(map(_value, joined)), DividedBy.LINES)
    groups: list[list[str]] = []
    for line, is_first in zip(lines, marked, strict=True):
        if is_first or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    by = DividedBy.BULLETS if marked is bulleted else DividedBy.NUMBERS
    return CellValues(tuple(_value(" ".join(" ".join(group).split())) for group in groups), by)


def _inline_numbers(text: str) -> tuple[TableValue, ...]:
    """Divide at numbers that count up from 1 within one line."""
    found = [*_INLINE_NUMBER.finditer(text)]
    if len(found) < 2 or [int(item[1]) for item in found] != [*range(1, len(found) + 1)]:
        return ()
    if text[: found[0].start()].strip():
        return ()
    ends = [item.start() for item in found[1:]] + [len(text)]
    return tuple(
        TableValue(text[item.end() : end].strip(" ;,"), item[1])
        for item, end in zip(found, ends, strict=True)
    )


def _value(text: str) -> TableValue:
    text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    found = _NUMBER.match(text)
    if found and text[found.end() :].strip():
        return TableValue(text[found.end() :].strip(), found[1] or found[2])
    return TableValue(text.strip())
