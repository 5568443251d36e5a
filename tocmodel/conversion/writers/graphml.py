"""Write the elements and links of a theory as GraphML, for Gephi, yEd, PRSM, R and networkx.

The format is described at http://graphml.graphdrawing.org.
"""

from tocmodel.conversion.losses import links_between, losses
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers.graph_attributes import (
    ELEMENT_KEYS,
    HOLDS,
    LINK_KEYS,
    element_attributes,
    link_attributes,
)
from tocmodel.conversion.writers.xml_document import Tag, xml_document
from tocmodel.model import Link, TheoryOfChange
from tocmodel.wording import remark_words

_NODE = ("label", "kind", *ELEMENT_KEYS, "group", "tags")
_EDGE = ("sign", "relation", *LINK_KEYS)
_GRAPH = ("title", "imagined")


def write(theory: TheoryOfChange) -> str:
    """Return the theory as GraphML; only links of causes have a direction."""
    keys = (
        Tag("key", {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": "string"})
        for kind, names in (("node", _NODE), ("edge", _EDGE), ("graph", _GRAPH))
        for name in names
    )
    about = [("title", theory.title)]
    if theory.has_imagined:
        about.append(("imagined", "true"))
    described = (Tag("desc", content=(theory.summary,)),) if theory.summary else ()
    graph = Tag(
        "graph",
        {"id": "theory", "edgedefault": "directed"},
        (
            *described,
            *(_data("graph", name, text) for name, text in about),
            *(_node(theory, id_) for id_ in theory.elements),
            *(
                _edge(f"link-{number}", link)
                for number, link in enumerate(links_between(theory, HOLDS.sections), 1)
            ),
        ),
    )
    space = {"xmlns": "http://graphml.graphdrawing.org/xmlns"}
    return xml_document(Tag("graphml", space, (*keys, graph)), remark_words(theory))


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what GraphML cannot hold."""
    return losses(theory, HOLDS)


def _data(kind: str, name: str, text: str) -> Tag:
    return Tag("data", {"key": f"{kind}-{name}"}, (text,))


def _node(theory: TheoryOfChange, id_: str) -> Tag:
    pairs = (("label", theory.element(id_).title), *element_attributes(theory, id_))
    return Tag("node", {"id": id_}, tuple(_data("node", *pair) for pair in pairs))


def _edge(id_: str, link: Link) -> Tag:
    own = {"id": id_, "source": link.from_, "target": link.to}
    if not link.is_causal:
        own["directed"] = "false"
    pairs = [*link_attributes(link)]
    if link.is_mutual:
        pairs.append(("relation", "mutual"))
    return Tag("edge", own, tuple(_data("edge", *pair) for pair in pairs))
