"""Read GEXF, the format of Gephi: https://gexf.net."""

from collections.abc import Iterator, Mapping

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.markup import root_name, xml_file
from tocmodel.conversion.node_attributes import edge_line, node_box
from tocmodel.conversion.sketch import Sketch, SketchBox
from tocmodel.conversion.tally import Tally
from tocmodel.package import XmlElement

_KINDS = {"undirected": "association", "mutual": "mutual"}


def recognises(data: bytes, name: str) -> bool:  # as every reader
    """Whether the outermost element is that of GEXF."""
    return root_name(data) == "gexf"


def read(data: bytes, name: str) -> Sketch:
    """Read the nodes and edges of a graph.

    Raises:
        ForeignFileError: it is not GEXF, or a node has no id.
    """
    root = xml_file(data, name)
    graph = root.first("graph")
    if root.name != "gexf" or graph is None:
        raise unreadable(name, "a GEXF file has a graph, and this has none", line=root.line)
    tally = Tally()
    names = {kind: _attributes(graph, kind) for kind in ("node", "edge")}
    boxes = tuple(_boxes(graph, names["node"], name, tally))
    usual = graph.get("defaultedgetype", "undirected")
    lines = tuple(
        edge_line(
            edge.get("source"),
            edge.get("target"),
            _values(edge, names["edge"]) | _own(edge, ("label", "weight")),
            tally,
            kind=_KINDS.get(edge.get("type", usual), ""),
            place=f"line {edge.line}",
        )
        for edges in graph.each("edges")
        for edge in edges.each("edge")
    )
    timed = [item for item in graph.within() if item.get("start") or item.get("end")]
    tally.lost("the times of {}", "node or edge", len(timed))
    meta = root.first("meta")
    description = meta.text_of("description") if meta is not None else ""
    keywords = meta.text_of("keywords") if meta is not None else ""
    return Sketch(
        title=meta.text_of("title") if meta is not None else "",
        description=description,
        boxes=boxes,
        lines=lines,
        theory_keys={"imagined": True} if "imagined" in keywords else {},
        notes=tally.notes(),
    )


def _attributes(graph: XmlElement, kind: str) -> Mapping[str, tuple[str, str]]:
    """Return the names and the defaults of attributes by their ids."""
    return {
        item.get("id"): (item.get("title") or item.get("id"), item.text_of("default"))
        for holder in graph.each("attributes")
        if holder.get("class") == kind
        for item in holder.each("attribute")
    }


def _values(element: XmlElement, names: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    found = {title: default for title, default in names.values() if default}
    for holder in element.each("attvalues"):
        for value in holder.each("attvalue"):
            id_ = value.get("for") or value.get("id")
            found[names.get(id_, (id_, ""))[0]] = value.get("value")
    return found


def _own(element: XmlElement, names: tuple[str, ...]) -> dict[str, str]:
    return {name: element.get(name) for name in names if element.get(name)}


def _boxes(
    graph: XmlElement, names: Mapping[str, tuple[str, str]], name: str, tally: Tally
) -> Iterator[SketchBox]:
    waiting = [(node, "") for nodes in graph.each("nodes") for node in nodes.each("node")]
    labels = {node.get("id"): node.get("label") for node in graph.within("node")}
    waiting.reverse()
    while waiting:
        node, group = waiting.pop()
        key = node.get("id")
        if not key:
            raise unreadable(name, "this node has no id", line=node.line)
        own = _values(node, names) | _own(node, ("label",)) | _looks(node)
        within = group or labels.get(node.get("pid"), "")
        yield node_box(key, own, tally, place=f"line {node.line}", group=within)
        inner = [item for nodes in node.each("nodes") for item in nodes.each("node")]
        waiting.extend((item, node.get("label")) for item in reversed(inner))


def _looks(node: XmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    place, colour = node.first("position"), node.first("color")
    if place is not None:
        found |= {"x": place.get("x"), "y": place.get("y")}
    if colour is not None:
        parts = [colour.get(part, "0")[:3] for part in "rgb"]
        if all(part.isascii() and part.isdigit() for part in parts):
            found["color"] = "#" + "".join(f"{int(part) % 256:02x}" for part in parts)
    return found
