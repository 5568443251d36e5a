"""The list of text keys is exactly what the classes say."""

import typing
from typing import Any

import attrs

import tocmodel.model
from tocmodel.model import TEXT_KEYS, Choice, Figure


def holds(hint: Any) -> set[str]:
    """Which kinds of plain value a field may hold: text, number, or something with parts."""
    arguments = [item for item in typing.get_args(hint) if item not in (type(None), ...)]
    if arguments:
        return set().union(*(holds(item) for item in arguments))
    if hint is Figure:
        return {"number", "parts"}
    if hint in (int, float, bool):
        return {"number"}
    return {"text"} if issubclass(hint, str | Choice) else {"parts"}


def test_a_key_is_listed_when_it_only_ever_holds_text() -> None:
    kinds: dict[str, set[str]] = {}
    for name in tocmodel.model.__all__:
        class_ = getattr(tocmodel.model, name)
        if not attrs.has(class_) or class_ is tocmodel.model.Reference:
            continue
        hints = typing.get_type_hints(class_)
        for attribute in attrs.fields(class_):
            if attribute.name != "id":
                kinds.setdefault(attribute.name.rstrip("_"), set()).update(
                    holds(hints[attribute.name])
                )
    assert {
        key for key, found in kinds.items() if "text" in found and "number" not in found
    } == TEXT_KEYS
