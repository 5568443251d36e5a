"""The attributes of nodes and edges in graph files (GraphML, GEXF), whose names people choose."""

import math
from collections.abc import Mapping
from typing import Any

from tocmodel.conversion.labels import arrow_words, sign_of
from tocmodel.conversion.sketch import SketchBox, SketchLine
from tocmodel.conversion.tally import Tally

_TITLES = ("label", "name", "title", "node label")
_KINDS = ("kind", "element type", "type", "category", "class", "grp", "style", "role", "shape")
_DESCRIPTIONS = ("description", "note", "notes", "text", "definition", "comment")
_GROUPS = ("group", "cluster", "module", "community", "strand")
_SIGNS = ("sign", "polarity", "effect", "valence")
_REASONS = ("because", "reason", "rationale", "mechanism")
_KEPT = ("horizon", "number", "plain", "who", "level", "domain", "unit")
_LINK_KEYS = ("delay", "strength", "confidence", "needed")
_VISUAL = frozenset(
    "x y z r g b a size width height color colour fill fillcolor border bordercolor opacity font "
    "fontsize fontcolor fixed hidden shapeproperties shape arrows dashes smooth thickness".split()
)


def node_box(
    key: str, attributes: Mapping[str, str], tally: Tally, *, place: str = "", group: str = ""
) -> SketchBox:
    """Return the box of a node; attributes without a place in a theory become its own fields."""
    left = {_folded(name): text.strip() for name, text in attributes.items() if text.strip()}
    names = {_folded(name): name for name in attributes}
    position = _position(left.get("x", ""), left.get("y", ""))
    colour = left.get("color") or left.get("colour") or left.get("fill") or ""
    title = _take(left, _TITLES)
    style = _take(left, _KINDS) or colour
    keys: dict[str, Any] = {name: left.pop(name) for name in _KEPT if name in left}
    description = _take(left, _DESCRIPTIONS)
    found_group = _take(left, _GROUPS)
    tags = tuple(_split(left.pop("tags", "")))
    visual = _VISUAL & left.keys()
    if visual - {"x", "y", "color", "colour", "fill"}:
        tally.lost("the size and other looks of {}", "node")
    fields = {names[name][:80]: text for name, text in left.items() if name not in visual}
    if fields:
        keys["fields"] = fields
    return SketchBox(
        key=key,
        title=title or key,
        style=style,
        group=found_group or group,
        description=description,
        tags=tags,
        position=position,
        place=place,
        keys=keys,
    )


def edge_line(
    cause: str,
    effect: str,
    attributes: Mapping[str, str],
    tally: Tally,
    *,
    kind: str = "",
    place: str = "",
) -> SketchLine:
    """Return the line of an edge."""
    left = {_folded(name): text.strip() for name, text in attributes.items() if text.strip()}
    names = {_folded(name): name for name in attributes}
    read = arrow_words(_take(left, ("label", "name", "edge label")), tally)
    sign = sign_of(_take(left, _SIGNS)) or read.sign
    because = _take(left, _REASONS) or read.because
    keys: dict[str, Any] = {**read.keys}
    keys |= {name: left.pop(name) for name in _LINK_KEYS if name in left}
    if (sure := _number(keys.get("confidence", ""))) is not None:
        keys["confidence"] = sure
    kind = kind or left.pop("relation", "")
    if kind:
        keys["kind"] = kind.casefold()
    weight = left.pop("weight", "")
    if weight and _number(weight) not in (None, 0.0, 1.0):
        keys["fields"] = {"weight": _number(weight)}
    fields = {names[name][:80]: text for name, text in left.items() if name not in (*_VISUAL, "id")}
    if fields:
        keys["fields"] = keys.get("fields", {}) | fields
    return SketchLine(
        cause=cause, effect=effect, sign=sign, because=because, place=place, keys=keys
    )


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()


def _take(left: dict[str, str], names: tuple[str, ...]) -> str:
    """Take the first of these attributes that there is; the others stay."""
    name = next((name for name in names if name in left), None)
    return left.pop(name) if name else ""


def _split(text: str) -> list[str]:
    parts = text.replace("|", ",").replace(";", ",").split(",")
    return [part.strip() for part in parts if part.strip()]


def _number(text: str) -> float | None:
    try:
        number = float(text) if len(text) < 40 else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _position(x: str, y: str) -> tuple[float, float] | None:
    across, down = _number(x), _number(y)
    if across is None or down is None or max(abs(across), abs(down)) > 1e9:
        return None
    return (across, down)
