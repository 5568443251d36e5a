"""Boxes and lines from the rows of a table, in which the same words of one kind are one element."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tocmodel.conversion.cell_values import CellValues, DividedBy, TableValue, cell_values
from tocmodel.conversion.kinds import ElementKind
from tocmodel.conversion.sketch import Note, Remark, SketchBox, SketchLine
from tocmodel.wording import counted

_JOINED = ("measures", "threatens", "partners", "uses", "addresses")


class TableBuilder:
    """Collects elements and links while a table is read, and what was guessed."""

    def __init__(self) -> None:
        self._boxes: dict[str, dict[str, Any]] = {}
        self._lines: dict[tuple[str, str], dict[str, Any]] = {}
        self._divided: Counter[DividedBy] = Counter()
        self.guessed: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()

    def values(self, cell: str) -> CellValues:
        """Return the values of a cell, and count cells with several."""
        found = cell_values(cell)
        if len(found.values) > 1:
            self._divided[found.divided_by] += 1
        return found

    def element(self, value: TableValue, kind: ElementKind, place: str, **keys: Any) -> str:
        """Return the key of an element; it is new unless one of its kind has its words."""
        key = f"{kind.section}: {' '.join(value.text.casefold().split())}"
        if key not in self._boxes:
            number = {"number": value.number} if value.number else {}
            self._boxes[key] = {
                "key": key,
                "title": value.text,
                "section": kind.section,
                "place": place,
                "keys": {**kind.keys, **number},
            }
        self.add_keys(key, **keys)
        return key

    def elements(self, cell: str, kind: ElementKind, place: str) -> list[str]:
        """Return the keys of the elements that a cell names."""
        return [self.element(value, kind, place) for value in self.values(cell).values]

    def add_keys(self, key: str, **keys: Any) -> None:
        """Add keys to an element; references join those that it has."""
        own = self._boxes[key]["keys"]
        for name, value in keys.items():
            if name in _JOINED:
                own[name] = list(dict.fromkeys([*own.get(name, ()), *value]))
            elif value not in ("", None, [], {}):
                own.setdefault(name, value)

    def add_to(self, keys: Iterable[str], **more: Any) -> None:
        """Add keys to several elements."""
        for key in keys:
            self.add_keys(key, **more)

    def link(self, cause: str, effect: str, place: str, **keys: Any) -> None:
        """Add a link between two elements; what it assumes and its mechanisms join."""
        if cause == effect:
            return
        body = self._lines.setdefault((cause, effect), {"place": place, "keys": {}})
        for name, value in keys.items():
            body["keys"][name] = list(dict.fromkeys([*body["keys"].get(name, ()), *value]))

    def links(self, causes: Iterable[str], effects: Iterable[str], place: str) -> None:
        """Add a link from each of some elements to each of others."""
        causes, effects = list(causes), list(effects)
        for cause in causes:
            for effect in effects:
                self.link(cause, effect, place)

    def boxes(self) -> tuple[SketchBox, ...]:
        """Return the elements."""
        return tuple(SketchBox(**box) for box in self._boxes.values())

    def lines(self) -> tuple[SketchLine, ...]:
        """Return the links; nothing in a table gives their reason."""
        return tuple(
            SketchLine(
                cause=cause,
                effect=effect,
                sign="+",
                place=body["place"],
                keys={"origin": "listed", **{k: v for k, v in body["keys"].items() if v}},
            )
            for (cause, effect), body in self._lines.items()
        )

    def notes(self) -> Iterator[Note]:
        """Yield what was guessed and lost, counted."""
        for by, number in self._divided.items():
            message = f"{counted(number, 'cell')} with several values, divided at {by.value}"
            yield Note(remark=Remark.GUESSED, message=message)
        for counts, remark in ((self.guessed, Remark.GUESSED), (self.lost, Remark.LOST)):
            for message, number in counts.items():
                many = f" ({number:,} times)" if number > 1 else ""
                yield Note(remark=remark, message=f"{message}{many}")
