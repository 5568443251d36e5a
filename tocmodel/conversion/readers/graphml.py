"""Read GraphML, of Gephi, PRSM, yEd, networkx and others: http://graphml.graphdrawing.org."""

from collections.abc import Iterator, Mapping
from itertools import chain

from attrs import field, frozen

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.markup import root_name, xml_file
from tocmodel.conversion.node_attributes import edge_line, node_box
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally
from tocmodel.package import XmlElement


def recognises(data: bytes, name: str) -> bool:  # as every reader
    """Whether the outermost element is that of GraphML."""
    return root_name(data) == "graphml"


def read(data: bytes, name: str) -> Sketch:
    """Read the nodes and edges of the first graph, and those of graphs within its nodes.

    Raises:
        ForeignFileError: it is not GraphML, or a node has no id.
    """
    root = xml_file(data, name)
    graph = root.first("graph")
    if root.name != "graphml" or graph is None:
        raise unreadable(name, "a GraphML file has a graph, and this has none", line=root.line)
    reader = _Reader(name, _keys(root))
    boxes = tuple(reader.boxes(graph, ""))
    lines = tuple(reader.lines(graph))
    more = sum(1 for _ in root.each("graph")) - 1
    if more:
        reader.tally.lost("{} after the first", "graph", more)
    for kind in ("hyperedge", "port"):
        reader.tally.lost("{}", kind, sum(1 for _ in graph.within(kind)))
    own = reader.data(graph, "graph")
    title = next((own[key] for key in ("title", "name", "label") if own.get(key)), "")
    description = graph.text_of("desc") or own.get("description", "")
    return Sketch(
        title=title,
        description=description,
        boxes=boxes,
        lines=lines,
        theory_keys=_theory_keys(own),
        notes=reader.tally.notes(),
    )


def _theory_keys(own: Mapping[str, str]) -> dict[str, bool]:
    return {"imagined": True} if own.get("imagined") == "true" else {}


@frozen
class _Key:
    name: str
    default: str


Keys = Mapping[tuple[str, str], _Key]


def _keys(root: XmlElement) -> Keys:
    found = {}
    for key in root.each("key"):
        name = key.get("attr.name") or key.get("yfiles.type") or key.get("id")
        made = _Key(name, key.text_of("default"))
        kinds = ("node", "edge", "graph") if key.get("for", "all") == "all" else (key.get("for"),)
        found.update({(kind, key.get("id")): made for kind in kinds})
    return found


@frozen
class _Reader:
    name: str
    keys: Keys
    tally: Tally = field(factory=Tally)

    def data(self, element: XmlElement, kind: str) -> dict[str, str]:
        """Return the attributes of a node, an edge or a graph by their names."""
        keys = (key for (of, _), key in self.keys.items() if of == kind)
        found = {key.name: key.default for key in keys if key.default}
        for item in element.each("data"):
            key = self.keys.get((kind, item.get("key")))
            looks = next(item.each(), None)
            if looks is not None:
                found |= _yed(looks)
            else:
                found[key.name if key else item.get("key")] = item.text.strip()
        return found

    def boxes(self, graph: XmlElement, group: str) -> Iterator[SketchBox]:
        for node in graph.each("node"):
            key = node.get("id")
            if not key:
                raise unreadable(self.name, "this node has no id", line=node.line)
            inner = node.first("graph")
            own = self.data(node, "node")
            box = node_box(key, own, self.tally, place=f"line {node.line}", group=group)
            if inner is None:
                yield box
                continue
            yield from self.boxes(inner, box.title)
            self.tally.guessed("{} with others inside read as a group", "node")

    def lines(self, graph: XmlElement) -> Iterator[SketchLine]:
        graphs = chain([graph], graph.within("graph"))
        for holder in graphs:
            directed = holder.get("edgedefault", "directed") != "undirected"
            for edge in holder.each("edge"):
                is_directed = edge.get("directed", "true" if directed else "false") == "true"
                own = self.data(edge, "edge")
                arrows = (own.pop("arrow source", ""), own.pop("arrow target", ""))
                yield self.line(edge, own, arrows, is_directed=is_directed)

    def line(
        self,
        edge: XmlElement,
        own: Mapping[str, str],
        arrows: tuple[str, str],
        *,
        is_directed: bool,
    ) -> SketchLine:
        cause, effect = edge.get("source"), edge.get("target")
        kind = "" if is_directed else "association"
        if any(arrows):  # yEd: whether a line has arrows is a matter of its looks
            back, head = (arrow not in ("", "none") for arrow in arrows)
            kind = "mutual" if back and head else "" if back or head else "association"
            cause, effect = (effect, cause) if back and not head else (cause, effect)
        return edge_line(cause, effect, own, self.tally, kind=kind, place=f"line {edge.line}")


def _yed(looks: XmlElement) -> dict[str, str]:
    """Return what yEd keeps in the looks of a node or an edge."""
    found: dict[str, str] = {}
    label = next(looks.within("NodeLabel", "EdgeLabel"), None)
    if label is not None and label.text.strip():
        found["label"] = label.text.strip()
    for name, keys in (("Geometry", ("x", "y")), ("Fill", ("color",)), ("Shape", ("type",))):
        item = next(looks.within(name), None)
        if item is not None:
            found |= {"shape" if key == "type" else key: item.get(key) for key in keys}
    arrows = next(looks.within("Arrows"), None)
    if arrows is not None:
        found |= {"arrow source": arrows.get("source"), "arrow target": arrows.get("target")}
    return found
