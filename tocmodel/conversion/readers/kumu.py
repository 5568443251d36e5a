"""Read a Kumu map in JSON: a blueprint, or the full export of a project.

Source: https://docs.kumu.io/guides/import/blueprints, and exports. A blueprint has its values
directly in each element and connection, an export in ``attributes``.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tocmodel.conversion.faults import ForeignFileError, unreadable
from tocmodel.conversion.json_data import json_data, starts_as_json
from tocmodel.conversion.json_parts import (
    mapping,
    mappings,
    own_fields,
    place_of,
    with_fields,
    words,
)
from tocmodel.conversion.sketch import Note, Remark, Sketch, SketchBox, SketchLine
from tocmodel.model import Effect
from tocmodel.wording import counted

_KNOWN = frozenset(
    ("id", "_id", "label", "type", "element type", "description", "tags", "who", "horizon")
)
_KNOWN_OF_LINES = frozenset(
    (
        *("id", "_id", "from", "to", "direction", "delayed", "reversed", "label", "type"),
        *("connection type", "description", "delay", "attributes", "strength"),
    )
)
_SIGNS = {"+": "+", "-": "-", "−": "-", "–": "-", "?": "?", "positive": "+", "negative": "-"}
_BOTH_SIGNS = {"++": "+", "--": "+", "+-": "-", "-+": "-"}
_KINDS = {"mutual": "mutual", "undirected": "association"}
_CLAIMS = {"reinforcing": "reinforcing", "balancing": "balancing"}


def recognises(data: bytes, name: str) -> bool:
    """Whether it is JSON with elements and connections."""
    if not starts_as_json(data) or b'"elements"' not in data or b'"connections"' not in data:
        return False
    try:
        found = json_data(data, name)
    except ForeignFileError:
        return False
    return isinstance(found, dict) and isinstance(found.get("connections"), list)


def read(data: bytes, name: str) -> Sketch:
    """Read a Kumu map.

    Raises:
        ForeignFileError: the file is not JSON, or has no elements and connections.
    """
    whole = json_data(data, name)
    if not isinstance(whole, dict) or ("elements" not in whole and "connections" not in whole):
        raise unreadable(name, "a Kumu map has 'elements' and 'connections', and these are missing")
    places = _places(whole)
    boxes = list(_boxes(mappings(whole.get("elements")), places))
    keys = _keys(boxes)
    connections = mappings(whole.get("connections"))
    guessed: list[str] = []
    lines = tuple(_line(part, keys, guessed) for part in connections)
    loops, loop_notes = _loops(mappings(whole.get("loops")), connections)
    return Sketch(
        title=words(whole.get("name")),
        description=words(whole.get("description")),
        boxes=tuple(boxes),
        lines=lines,
        records={"loops": loops} if loops else {},
        notes=(*_sign_notes(guessed), *loop_notes, *_losses(whole)),
    )


def _attributes(part: Mapping[str, Any]) -> dict[str, Any]:
    return {**part, **mapping(part.get("attributes"))}


def _places(whole: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """Return the positions of elements on the first map that has them."""
    found: dict[str, tuple[float, float]] = {}
    for view in mappings(whole.get("maps")):
        for item in mappings(view.get("elements")):
            place = place_of(mapping(item.get("position")))
            if place:
                found.setdefault(words(item.get("element")), place)
    return found


def _boxes(
    elements: list[dict[str, Any]], places: Mapping[str, tuple[float, float]]
) -> Iterator[SketchBox]:
    used: set[str] = set()
    for number, part in enumerate(elements, 1):
        own = _attributes(part)
        title = words(own.get("label"))
        key = words(part.get("_id")) or words(part.get("id")) or title or f"element {number}"
        while key in used:
            key = f"{key} "
        used.add(key)
        tags = own.get("tags")
        extra = {word: words(own[word]) for word in ("who", "horizon") if words(own.get(word))}
        yield SketchBox(
            key=key,
            title=title,
            style=words(own.get("element type")) or words(own.get("type")),
            description=words(own.get("description")),
            tags=tuple(map(words, tags)) if isinstance(tags, list) else (),
            position=places.get(key),
            place=f"element {number}",
            keys=with_fields(extra, own_fields(own, _KNOWN | {"attributes"})),
        )


def _keys(boxes: list[SketchBox]) -> dict[str, str]:
    """Return the keys of elements by what a connection may call them: the id, or the label."""
    by_label = {box.title: box.key for box in reversed(boxes)}
    return {**by_label, **{box.key: box.key for box in boxes}}


def _line(part: Mapping[str, Any], keys: Mapping[str, str], guessed: list[str]) -> SketchLine:
    own = _attributes(part)
    ends = [words(part.get(end)) for end in ("from", "to")]
    cause, effect = (keys.get(end, end) for end in ends)
    if part.get("reversed") is True:
        cause, effect = effect, cause
    word = words(own.get("connection type")) or words(own.get("type"))
    sign = _SIGNS.get(word.casefold(), "")
    if word in _BOTH_SIGNS:
        sign = _BOTH_SIGNS[word]
        guessed.append(word)
    others = own_fields(own, _KNOWN_OF_LINES)
    label, description = words(own.get("label")), words(own.get("description"))
    if label and description:
        others["label"] = label
    keys = _link_keys(own)
    if word.casefold() == Effect.CHANGES:
        keys["effect"] = Effect.CHANGES.value
    elif word and not sign:
        others["type"] = word
    return SketchLine(
        cause=cause,
        effect=effect,
        sign=sign,
        because=description or label,
        keys=with_fields(keys, others),
    )


def _link_keys(own: Mapping[str, Any]) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    if kind := _KINDS.get(words(own.get("direction"))):
        keys["kind"] = kind
    if words(own.get("strength")):
        keys["strength"] = words(own.get("strength")).casefold()
    delay = words(own.get("delay"))
    if delay or own.get("delayed") is True:
        keys["delay"] = delay or "delayed"
    return keys


def _sign_notes(guessed: list[str]) -> Iterator[Note]:
    if guessed:
        message = (
            f"{counted(len(guessed), 'connection')} with two signs, such as '{guessed[0]}': two "
            "alike were read as raising, and two that differ as lowering"
        )
        yield Note(remark=Remark.GUESSED, message=message)


def _loops(
    loops: list[dict[str, Any]], connections: list[dict[str, Any]]
) -> tuple[dict[str, dict[str, Any]], list[Note]]:
    """Return the loops whose connections form a circle, and notes on the others."""
    by_id = {words(part.get("_id")) or words(part.get("id")): part for part in connections}
    found: dict[str, dict[str, Any]] = {}
    broken: list[str] = []
    for number, part in enumerate(loops, 1):
        own = _attributes(part)
        title = words(own.get("label")) or f"Loop {number}"
        parts = [by_id.get(words(id_), {}) for id_ in part.get("connections") or ()]
        circle = _circle(parts)
        if not circle:
            broken.append(title)
            continue
        claim = _CLAIMS.get(words(own.get("loop type")).casefold())
        body = {"title": title, "through": circle, "claimed": claim}
        body["description"] = words(own.get("description"))
        found[f"loop {number}"] = {key: value for key, value in body.items() if value}
    return found, list(_loop_notes(broken))


def _loop_notes(broken: list[str]) -> Iterator[Note]:
    if broken:
        names = ", ".join(f"'{title[:40]}'" for title in broken[:3])
        more = " and others" if len(broken) > 3 else ""
        message = f"{counted(len(broken), 'loop')} whose connections are not one circle"
        yield Note(remark=Remark.LOST, message=f"{message}: {names}{more}")


def _circle(connections: list[dict[str, Any]]) -> list[str]:
    """Return the elements of a circle in their order; none if it is not one circle."""
    after: dict[str, str] = {}
    for part in connections:
        ends = [words(part.get(end)) for end in ("from", "to")]
        cause, effect = reversed(ends) if part.get("reversed") is True else ends
        if not cause or cause in after:
            return []
        after[cause] = effect
    found: list[str] = []
    at = next(iter(after), "")
    while at and at not in found:
        found.append(at)
        at = after.get(at, "")
    return found if found and at == found[0] and len(found) == len(after) else []


def _losses(whole: Mapping[str, Any]) -> Iterator[Note]:
    maps = mappings(whole.get("maps"))
    if len(maps) > 1:
        message = f"which of the {len(maps)} maps each element is on"
        yield Note(remark=Remark.LOST, message=message)
    looks = len(mappings(whole.get("perspectives")))
    if looks:
        message = f"the colours, sizes and filters of {counted(looks, 'view')}"
        yield Note(remark=Remark.LOST, message=message)
