"""Read a PRSM map (.prsm, or JSON): https://prsm.uk; and other JSON with nodes and edges.

The meaning of a box is in the label of its style (``styles.nodes[grp].groupLabel``). There are no
signs: a label ``+`` or ``-`` at a link is taken as one, and otherwise the name of the style of
links, or its colour, may tell.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
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
from tocmodel.conversion.lz_string import LzStringError, from_utf16
from tocmodel.conversion.sketch import Note, Remark, Sketch, SketchBox, SketchLine
from tocmodel.conversion.texts import decoded
from tocmodel.model import Effect
from tocmodel.wording import counted

_PACKED = b"\xe1\xaf\xa1"
_NO_MEANING = ("", "sample", "default", "group", "factor", "link", "edge")
_SIGNS = {"+": "+", "-": "-", "−": "-", "–": "-", "positive": "+", "negative": "-", "?": "?"}
_SIGN_WORDS = (("positive", "+"), ("increase", "+"), ("negative", "-"), ("decrease", "-"))
_RGB = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)")
_HEX = re.compile("#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_COLOURS = {"red": "-", "green": "+"}
_NOT_KEPT = {"background": "the drawing behind the map", "history": "the history of changes"}


def recognises(data: bytes, name: str) -> bool:
    """Whether it is packed as PRSM packs its maps, or JSON with nodes and edges."""
    if data.removeprefix(b"\xef\xbb\xbf").startswith(_PACKED):
        return True
    if not starts_as_json(data) or b'"nodes"' not in data or b'"edges"' not in data:
        return False
    try:
        found = json_data(data, name)
    except ForeignFileError:
        return name.lower().endswith(".prsm")
    return isinstance(found, dict) and isinstance(found.get("nodes"), list)


def read(data: bytes, name: str) -> Sketch:
    """Read a PRSM map.

    Raises:
        ForeignFileError: the file cannot be unpacked, is not JSON, or has no nodes.
    """
    whole = _unpacked(data, name)
    nodes = whole.get("nodes")
    if not isinstance(nodes, list):
        raise unreadable(name, "a PRSM map has 'nodes' and 'edges', and these are missing")
    styles = mapping(whole.get("styles")) or mapping(whole.get("samples"))
    titles = mapping(whole.get("attributeTitles"))
    edges = mappings(whole.get("edges"))
    signs = _signs(edges, mapping(styles.get("edges")))
    return Sketch(
        title=words(whole.get("mapTitle")),
        description=_note(whole.get("description")),
        boxes=tuple(_boxes(mappings(nodes), mapping(styles.get("nodes")), titles)),
        lines=tuple(_lines(edges, [sign for sign, _ in signs])),
        notes=(*_sign_notes([how for _, how in signs]), *_losses(whole, edges)),
    )


def _unpacked(data: bytes, name: str) -> dict[str, Any]:
    text = decoded(data, name)[0]
    if not text.lstrip().startswith("{"):
        try:
            text = from_utf16(text)
        except LzStringError as error:
            message = f"the map cannot be unpacked: {error}"
            raise unreadable(name, message, help_="save it again in PRSM") from error
    found = json_data(text, name)
    return mapping(found)


def _boxes(
    nodes: Sequence[Mapping[str, Any]], styles: Mapping[str, Any], titles: Mapping[str, Any]
) -> Iterator[SketchBox]:
    used: set[str] = set()
    for number, node in enumerate(nodes, 1):
        key = words(node.get("id")) or f"node {number}"
        if key in used:
            continue
        used.add(key)
        attributes = {words(titles.get(att)) or att: value for att, value in _attributes(node)}
        yield SketchBox(
            key=key,
            title=" ".join(words(node.get("label")).split()),
            style=_style(words(node.get("grp")) or words(node.get("group")), styles),
            description=_note(node.get("note") or node.get("title")),
            position=place_of(node),
            place=f"node {number}",
            keys=with_fields({}, own_fields(attributes, set())),
        )


def _attributes(node: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((key, value) for key, value in node.items() if re.fullmatch(r"att\d+", key))


def _style(group: str, styles: Mapping[str, Any]) -> str:
    """Return the label of a style, or its name if somebody chose another than the first."""
    label = " ".join(words(mapping(styles.get(group)).get("groupLabel")).split())
    if label.casefold() not in _NO_MEANING:
        return label
    return "" if group in ("", "base", "group0", "edge0") else group


def _note(value: Any) -> str:
    r"""Return the words of a note: plain, with HTML breaks, or in the form of Quill.

    >>> _note({"ops": [{"insert": "one "}, {"insert": {"image": "x"}}, {"insert": "two"}]})
    'one two'
    >>> _note("<p>one<br>two</p>")
    'one\ntwo'
    """
    if isinstance(value, dict):
        if "ops" not in value and "text" in value:
            return _note(value["text"])
        inserts = (part.get("insert") for part in mappings(value.get("ops")))
        return "".join(part for part in inserts if isinstance(part, str)).strip()
    text = re.sub(r"<(br|/p|/div|/li)\b[^<>]{0,200}>", "\n", words(value))
    return re.sub(r"</?[a-z][^<>]{0,200}>", "", text).replace("&nbsp;", " ").strip()


def _lines(edges: Sequence[Mapping[str, Any]], signs: Sequence[str]) -> Iterator[SketchLine]:
    for edge, sign in zip(edges, signs, strict=True):
        label = " ".join(words(edge.get("label")).split())
        note = _note(edge.get("note") or edge.get("title"))
        is_sign = label in _SIGNS or label == Effect.CHANGES
        because = "" if is_sign else label
        both = with_fields({}, {"label": because} if because and note else {})
        keys = {**both, **_kind(edge)}
        if label == Effect.CHANGES:
            keys["effect"] = Effect.CHANGES.value
        yield SketchLine(
            cause=words(edge.get("from")) or words(edge.get("source")),
            effect=words(edge.get("to")) or words(edge.get("target")),
            sign=sign,
            because=note or because,
            keys=keys,
        )


def _kind(edge: Mapping[str, Any]) -> dict[str, Any]:
    """Return the kind of a link from its arrow heads."""
    arrows = mapping(edge.get("arrows"))
    heads = [_is_on(arrows.get(end)) for end in ("from", "to")]
    if heads == [True, True]:
        return {"kind": "mutual"}
    return {"kind": "association"} if arrows and heads == [False, False] else {}


def _is_on(head: Any) -> bool:
    return head is True or (isinstance(head, dict) and head.get("enabled") is True)


def _signs(edges: Sequence[Mapping[str, Any]], styles: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the sign of each link, and how it was found: by its label, its style, its colour."""
    colours = [_COLOURS.get(_colour(edge.get("color")), "") for edge in edges]
    means_sign = {"+", "-"} <= set(colours)  # one colour alone tells nothing
    found = []
    for edge, colour in zip(edges, colours, strict=True):
        label = words(edge.get("label")).casefold()
        style = words(mapping(styles.get(words(edge.get("grp")))).get("groupLabel")).casefold()
        named = _SIGNS.get(style) or next((s for word, s in _SIGN_WORDS if word in style), "")
        if label in _SIGNS:
            found.append((_SIGNS[label], "label"))
        elif named:
            found.append((named, "style"))
        elif colour and means_sign:
            found.append((colour, "colour"))
        else:
            found.append(("", ""))
    return found


def _colour(value: Any) -> str:
    """Return ``red`` or ``green`` for such a colour; anything else is empty.

    >>> _colour("rgba(250, 10, 10, 1)"), _colour({"color": "#00aa00"}), _colour("#0000ff")
    ('red', 'green', '')
    """
    text = words(mapping(value).get("color")) or words(value)
    if text.casefold() in _COLOURS:
        return text.casefold()
    found = _RGB.match(text)
    numbers = [int(part) for part in found.groups()] if found else []
    if not numbers and (found := _HEX.fullmatch(text)):
        numbers = [int(part, 16) for part in found.groups()]
    if not numbers:
        return ""
    red, green, blue = numbers
    if red > 120 and red > 1.8 * max(green, blue):
        return "red"
    return "green" if green > 90 and green > 1.4 * max(red, blue) else ""


def _sign_notes(ways: Sequence[str]) -> Iterator[Note]:
    for way, how in (("label", "label"), ("style", "name of the style"), ("colour", "colour")):
        number = ways.count(way)
        if number:
            words_ = "red as lowering, green as raising" if way == "colour" else "+ or -"
            message = f"the sign of {counted(number, 'link')} was read from the {how} ({words_})"
            yield Note(remark=Remark.GUESSED, message=message)


def _losses(whole: Mapping[str, Any], edges: Sequence[Mapping[str, Any]]) -> Iterator[Note]:
    for key, what in _NOT_KEPT.items():
        if whole.get(key):
            yield Note(remark=Remark.LOST, message=what)
    dashed = sum(bool(edge.get("dashes")) for edge in edges)
    if dashed:
        message = f"the dashes of {counted(dashed, 'link')}"
        yield Note(remark=Remark.LOST, message=message)
    yield Note(remark=Remark.LOST, message="the colours, fonts and shapes of the map")
