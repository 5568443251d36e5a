"""The attrs classes that people meet: public ones, and those whose values are in their fields."""

import typing
from collections.abc import Iterator
from typing import Any

import attrs

import tocmodel


def public_classes() -> dict[str, type]:
    """The public classes, and those whose values are in their fields."""
    found: dict[str, type] = {}
    public = (getattr(tocmodel, name) for name in tocmodel.__all__)
    waiting = [one for one in public if isinstance(one, type) and attrs.has(one)]
    while waiting:
        kind = waiting.pop()
        if found.setdefault(kind.__qualname__, kind) is kind:
            for item in attrs.fields(kind):
                waiting += [
                    one
                    for one in _parts(item.type)
                    if isinstance(one, type) and attrs.has(one) and one.__qualname__ not in found
                ]
    return found


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for inner in typing.get_args(hint):
        yield from _parts(inner)
