"""The list of text keys is exactly what the classes say."""

import typing
from typing import Any

import attrs

import tocmodel.model
from tocmodel.loading import loads
from tocmodel.model import TEXT_KEYS, TEXT_KEYS_BELOW, Choice, Figure, Link


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


def test_the_ends_of_a_link_are_text_where_those_of_a_range_are_numbers() -> None:
    hints = typing.get_type_hints(Link)
    ends = {name.rstrip("_") for name in ("from_", "to") if holds(hints[name]) == {"text"}}
    assert ends == TEXT_KEYS_BELOW["links"] - TEXT_KEYS == {"from", "to"}


def test_a_link_keeps_an_id_that_looks_like_a_number_and_a_range_has_numbers() -> None:
    theory = loads(
        "tocmodel: 1\ntitle: T\noutcomes: {03: {title: A}, 2018: {title: B}}\n"
        "links: [{from: 03, to: 2018}]\n"
        "indicators: {n: {title: N, measures: 03, observations: [{from: 5, to: 10}]}}"
    )
    assert [(link.from_, link.to) for link in theory.links] == [("03", "2018")]
    assert theory.indicators["n"].observations == (Figure(from_=5, to=10),)
