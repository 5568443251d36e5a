"""Large data in pieces of a bounded size, each with enough around it to be checked by itself.

jsonschema-rs makes all errors at once, of ten thousand bytes each, and jsonschema tries every
alternative for the whole of a value. So a few megabytes of mistakes could take gigabytes and
minutes; in pieces they take no more than a few mistakes do.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from attrs import evolve, field, frozen

from tocmodel.diagnostics import Pointer

PIECE = 5_000
"""The most values of a piece: keys and items, with everything below them."""

_FIRST_ITEMS = 2
"""The items of a list that are kept in the other pieces; no list of the schemas must have more."""


@frozen
class DataPiece:
    """A part of some data.

    Attributes:
        data: the part.
        skipped: how many items were left out before the first one, by the address of each list in
            the part.
    """

    data: Any
    skipped: Mapping[Pointer, int] = field(factory=dict)

    def restore(self, pointer: Pointer) -> Pointer:
        """Return the address in the whole of a value in the part."""
        return tuple(
            step + self.skipped.get(pointer[:place], 0) if isinstance(step, int) else step
            for place, step in enumerate(pointer)
        )


def pieces(data: Any, names: Collection[str], at: Pointer = ()) -> Iterator[DataPiece]:
    """Yield data in pieces; small data are one piece.

    A mapping in pieces keeps a little of its keys of the language in each, so that none seems to
    be missing.

    Args:
        data: plain data.
        names: the keys of the language.
        at: the address of the data in the piece that is being made.
    """
    if _fits(data, PIECE):
        yield DataPiece(data)
    elif isinstance(data, dict):
        yield from _of_mapping(data, names, at)
    else:
        yield from _of_list(data, names, at)


def _of_mapping(data: dict[str, Any], names: Collection[str], at: Pointer) -> Iterator[DataPiece]:
    frame = {key: _little(value, names) for key, value in data.items() if key in names}
    left = PIECE
    chunk: dict[str, Any] = {}
    for key, value in data.items():
        size = _size(value, PIECE)
        if chunk and size > left:
            yield DataPiece(frame | chunk)
            chunk, left = {}, PIECE
        if size > PIECE:
            for inner in pieces(value, names, (*at, key)):
                yield evolve(inner, data={**frame, key: inner.data})
        else:
            chunk[key] = value
            left -= size
    if chunk:
        yield DataPiece(frame | chunk)


def _of_list(data: list[Any], names: Collection[str], at: Pointer) -> Iterator[DataPiece]:
    left, first = PIECE, 0
    for place, value in enumerate(data):
        size = _size(value, PIECE)
        if first < place and size > left:
            yield DataPiece(data[first:place], {at: first})
            first, left = place, PIECE
        left -= size
        if size > PIECE:
            for inner in pieces(value, names, (*at, 0)):
                yield DataPiece([inner.data], {**inner.skipped, at: place})
            first, left = place + 1, PIECE
    if first < len(data):
        yield DataPiece(data[first:], {at: first})


def _little(value: Any, names: Collection[str]) -> Any:
    """Return the beginning of a value: enough of it that nothing seems to be missing."""
    if isinstance(value, dict):
        kept = {key: inner for key, inner in value.items() if key in names}
        few = kept or dict(islice(value.items(), 1))
        return {key: _little(inner, names) for key, inner in few.items()}
    if isinstance(value, list):
        return [_little(inner, names) for inner in value[:_FIRST_ITEMS]]
    return value


def _fits(value: Any, most: int) -> bool:
    return _size(value, most) <= most


def _size(value: Any, most: int) -> int:
    """Count the values in a value and itself, up to a little more than so many."""
    waiting, found = [value], 0
    while waiting and found <= most:
        inner = waiting.pop()
        found += 1
        if isinstance(inner, dict):
            waiting.extend(inner.values() if len(inner) <= most else islice(inner.values(), most))
        elif isinstance(inner, list):
            waiting.extend(inner if len(inner) <= most else inner[:most])
    return found
