"""Write a theory as a PRSM map (.prsm): https://prsm.uk.

The sections become styles, whose labels PRSM shows in its legend. A sign is the label of a link,
because PRSM has none; the reason is its note.
"""

import json
from collections.abc import Mapping
from typing import Any

from tocmodel.conversion.kinds import element_kind_words
from tocmodel.conversion.losses import Holds, every_element, links_between, losses
from tocmodel.conversion.lz_string import to_utf16
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers.positions import positions
from tocmodel.conversion.writers.remarks import described
from tocmodel.model import Effect, Element, Link, LinkKind, TheoryOfChange

_VERSION = "3.0.3"
_LINE = 25
_SIGNS = {Effect.DECREASES: "-", Effect.UNKNOWN: "?"}
_HEADS = {LinkKind.CAUSE: ("to",), LinkKind.MUTUAL: ("from", "to"), LinkKind.ASSOCIATION: ()}
_FILLS = (
    *("#cfe8d5", "#f8e3b0", "#c9dff5", "#f5d0c9", "#dcd2ef", "#d7ecec", "#f3d9e8", "#e6e2d3"),
    *("#cdeac0", "#fde2e4", "#bee1e6", "#f0efeb", "#dfe7fd", "#fad2e1", "#e2ece9", "#fff1e6"),
)
HOLDS = Holds(
    theory=frozenset(("title", "summary", "imagined")),
    sections=every_element("description", "fields", "horizon", "cycle"),
    links=frozenset(("effect", "because", "kind")),
)


def write(theory: TheoryOfChange) -> bytes:
    """Return the theory as a PRSM map, packed as PRSM packs its own."""
    text = json.dumps(_map(theory), ensure_ascii=False, indent="\t")
    return to_utf16(text).encode("utf-8", "surrogatepass")


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what a PRSM map cannot hold."""
    return losses(theory, HOLDS)


def _map(theory: TheoryOfChange) -> dict[str, Any]:
    places = positions(theory)
    kinds = {id_: element_kind_words(theory, id_) for id_ in theory.elements}
    groups = {kind: f"group{number}" for number, kind in enumerate(dict.fromkeys(kinds.values()))}
    names = list(dict.fromkeys(key for item in theory.elements.values() for key in item.fields))
    attributes = {f"att{number}": name for number, name in enumerate(names, 1)}
    nodes = [
        _node(theory.elements[id_], groups[kinds[id_]], attributes, places[id_])
        for id_ in theory.elements
    ]
    links = links_between(theory, HOLDS.sections)
    edges = [_edge(theory, number, link) for number, link in enumerate(links, 1)]
    return {
        "saved": "",
        "version": _VERSION,
        "room": "",
        "mapTitle": theory.title,
        "lastNodeSample": "group0",
        "lastLinkSample": "edge0",
        "buttons": {"snapToGrid": False, "curve": "Curved", "legend": True, "sizing": "Off"},
        "attributeTitles": attributes,
        "styles": {"nodes": _styles(groups), "edges": {}},
        "nodes": nodes,
        "edges": edges,
        "history": [],
        "description": {"ops": [{"insert": f"{described(theory)}\n"}]},
    }


def _styles(groups: Mapping[str, str]) -> dict[str, Any]:
    return {group: {"groupLabel": kind, **_look(group)} for kind, group in groups.items()}


def _look(group: str) -> dict[str, Any]:
    fill = _FILLS[int(group.removeprefix("group")) % len(_FILLS)]
    colour = {"border": "#5b5b5b", "background": fill}
    return {
        "color": {**colour, "highlight": colour, "hover": colour},
        "font": {"face": "arial", "color": "#000000", "size": 14},
        "borderWidth": 1,
        "shape": "box",
        "shapeProperties": {"borderDashes": False},
    }


def _node(
    element: Element, group: str, attributes: Mapping[str, str], place: tuple[float, float]
) -> dict[str, Any]:
    node = {
        "id": element.id,
        "label": _broken(element.title),
        "grp": group,
        "x": place[0],
        "y": place[1],
        **_look(group),
    }
    if element.description:
        node["note"] = _quill(element.description)
    own = {att: element.fields[name] for att, name in attributes.items() if name in element.fields}
    return {**node, **own}


def _quill(text: str) -> dict[str, Any]:
    return {"ops": [{"insert": f"{text}\n"}]}


def _broken(title: str) -> str:
    """Return a title in short lines, as PRSM does not break them itself."""
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _edge(theory: TheoryOfChange, number: int, link: Link) -> dict[str, Any]:
    heads = _HEADS[link.kind]
    edge = {
        "id": f"link-{number}",
        "label": _sign(theory, link),
        "grp": "edge0",
        "from": link.from_,
        "to": link.to,
        "arrows": {end: {"enabled": end in heads, "type": "vee"} for end in ("from", "to")},
        "color": {"color": "#000000", "highlight": "#000000", "hover": "#000000"},
        "width": 1,
        "dashes": False,
    }
    return {**edge, "note": _quill(link.because)} if link.because else edge


def _sign(theory: TheoryOfChange, link: Link) -> str:
    """Return the sign of a link; between other things than factors, raising needs none."""
    if link.effect is Effect.INCREASES:
        ends = {theory.section_of(link.from_), theory.section_of(link.to)}
        return "+" if "factors" in ends else ""
    return _SIGNS.get(link.effect, link.effect.value)
