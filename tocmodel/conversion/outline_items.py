"""From the items of an outline to a sketch: the deeper item leads to the one above it.

Where an item is a word for a kind (*Activities*), it is a heading for the items below it and not an
element. ``Indicator:``, ``Assumption:``, ``Risk:`` and ``Because:`` are about the item above.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from attrs import frozen

from tocmodel.conversion.kinds import ElementKind, known_kind, without_kind
from tocmodel.conversion.sketch import Note, Remark, Sketch, SketchBox, SketchLine

_NUMBER = re.compile(r"((?:\d{1,3}\.)+\d{1,3})\.?\s+(?=\S)")
_BECAUSE = re.compile(r"(because|why|reason|rationale)\s*:\s+", re.IGNORECASE)
_ARROW = re.compile(r"\s+(?:-{1,3}>|=>|→|⇒)\s+")
_ABOUT = {"indicators": "measures", "risks": "threatens"}


@frozen(kw_only=True)
class OutlineItem:
    """An item of an outline.

    Attributes:
        level: how deep it is; 1 for the outermost.
        text: its words, in one line.
        description: further words below it.
        place: where it is in the file.
    """

    level: int
    text: str
    description: str = ""
    place: str = ""


def outline_sketch(
    items: Iterable[OutlineItem],
    *,
    title: str = "",
    description: str = "",
    notes: Iterable[Note] = (),
) -> Sketch:
    """Return the sketch in an outline.

    >>> items = [OutlineItem(level=1, text="Goal: safe"), OutlineItem(level=2, text="Club")]
    >>> sketch = outline_sketch(items)
    >>> [(line.cause, line.effect) for line in sketch.lines]
    [('item 2', 'item 1')]
    """
    builder = _Builder()
    for number, item in enumerate(items, 1):
        builder.take(f"item {number}", item)
    return Sketch(
        title=title,
        description=description,
        boxes=tuple(builder.finished_boxes()),
        lines=tuple(builder.finished_lines()),
        notes=(*notes, *builder.notes()),
    )


@frozen
class _Above:
    """An item on the way from the outermost to the current one."""

    level: int
    key: str
    kind: ElementKind | None


class _Builder:
    """Collects the items, each below the one above it."""

    def __init__(self) -> None:
        self.above: list[_Above] = []
        self.boxes: dict[str, dict[str, Any]] = {}
        self.parents: dict[str, str] = {}
        self.reasons: dict[str, str] = {}
        self.assumed: dict[str, list[str]] = {}
        self.chains: list[tuple[list[str], str]] = []

    def take(self, key: str, item: OutlineItem) -> None:
        """Take an item, in the order of the file."""
        while self.above and self.above[-1].level >= item.level:
            self.above.pop()
        parent = next((step.key for step in reversed(self.above) if step.key), "")
        if reason := _BECAUSE.match(item.text):
            if parent:
                self.reasons.setdefault(parent, item.text[reason.end() :])
            return
        if known_kind(item.text) and without_kind(item.text)[1] is None:
            self.above.append(_Above(item.level, "", known_kind(item.text)))
            return
        ends = _ARROW.split(item.text)
        if len(ends) > 1 and all(ends) and without_kind(item.text)[1] is None:
            self.chains.append((ends, item.place))
            return
        self._add(key, item, parent)

    def _add(self, key: str, item: OutlineItem, parent: str) -> None:
        number = _NUMBER.match(item.text)
        text = item.text[number.end() :] if number else item.text
        title, kind = without_kind(text)
        kind = kind or next((step.kind for step in reversed(self.above) if step.kind), None)
        keys: dict[str, Any] = {**(kind.keys if kind else {})}
        if number:
            keys["number"] = number[1]
        section = kind.section if kind else ""
        if section in _ABOUT and parent:
            keys[_ABOUT[section]] = [parent]
        elif section == "assumptions" and parent in self.parents:
            self.assumed.setdefault(parent, []).append(key)
        elif parent:
            self.parents[key] = parent
        self.boxes[key] = {
            "key": key,
            "title": title,
            "section": section,
            "description": item.description,
            "place": item.place,
            "keys": keys,
        }
        self.above.append(_Above(item.level, key, None))

    def finished_boxes(self) -> Iterator[SketchBox]:
        """Yield the boxes, and those that only chains name."""
        yield from (SketchBox(**box) for box in self.boxes.values())
        titles = self._titles()
        named: dict[str, str] = {}
        for ends, place in self.chains:
            for end in ends:
                if _same(end) not in titles:
                    named.setdefault(_same(end), "")
                    if not named[_same(end)]:
                        named[_same(end)] = end
                        yield SketchBox(key=_chain_key(end), title=end, place=place)

    def finished_lines(self) -> Iterator[SketchLine]:
        """Yield a line from each item to the one above it, and those of chains."""
        for key, parent in self.parents.items():
            keys: dict[str, Any] = {"origin": "listed"}
            if key in self.assumed:
                keys["assumes"] = self.assumed[key]
            yield SketchLine(
                cause=key,
                effect=parent,
                sign="+",
                because=self.reasons.get(key, ""),
                place=self.boxes[key]["place"],
                keys=keys,
            )
        titles = self._titles()
        for ends, place in self.chains:
            keys_ = [titles.get(_same(end), _chain_key(end)) for end in ends]
            for cause, effect in pairwise(keys_):
                yield SketchLine(cause=cause, effect=effect, place=place, keys={"origin": "listed"})

    def notes(self) -> Iterator[Note]:
        """Yield a note for the reasons of items that lead to nothing."""
        for key in self.reasons:
            if key not in self.parents:
                message = "a reason of an item that leads to nothing"
                yield Note(remark=Remark.LOST, message=message, place=self.boxes[key]["place"])

    def _titles(self) -> dict[str, str]:
        return {_same(box["title"]): key for key, box in reversed(self.boxes.items())}


def is_chain(text: str) -> bool:
    """Whether a line has arrows between words: ``clubs -> trust``."""
    return len(_ARROW.split(text)) > 1


def _same(title: str) -> str:
    return " ".join(without_kind(title)[0].casefold().split())


def _chain_key(title: str) -> str:
    return f"title {_same(title)}"
