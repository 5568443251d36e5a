"""Write the elements and links of a theory as GEXF 1.3, for Gephi: https://gexf.net."""

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

_NODE = ("kind", *ELEMENT_KEYS, "group", "tags")
_EDGE = ("sign", *LINK_KEYS)
_TYPES = {"association": "undirected", "mutual": "mutual", "cause": "directed"}


def write(theory: TheoryOfChange) -> str:
    """Return the theory as GEXF."""
    remark = remark_words(theory)
    words = (("title", theory.title), ("description", theory.summary))
    about = [Tag("creator", content=("tocmodel",)), Tag("keywords", content=(remark,))]
    about += [Tag(name, content=(text,)) for name, text in words]
    meta = Tag("meta", content=tuple(tag for tag in about if any(tag.content)))
    links = links_between(theory, HOLDS.sections)
    edges = tuple(_edge(number, link) for number, link in enumerate(links, 1))
    graph = Tag(
        "graph",
        {"defaultedgetype": "directed"},
        (
            _attributes("node", _NODE),
            _attributes("edge", _EDGE),
            Tag("nodes", content=tuple(_node(theory, id_) for id_ in theory.elements)),
            Tag("edges", content=edges),
        ),
    )
    space = {"xmlns": "http://gexf.net/1.3", "version": "1.3"}
    return xml_document(Tag("gexf", space, (meta, graph)), remark)


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what GEXF cannot hold."""
    return losses(theory, HOLDS)


def _attributes(kind: str, names: tuple[str, ...]) -> Tag:
    each = tuple(Tag("attribute", {"id": name, "title": name, "type": "string"}) for name in names)
    return Tag("attributes", {"class": kind}, each)


def _values(pairs: tuple[tuple[str, str], ...]) -> Tag:
    each = tuple(Tag("attvalue", {"for": name, "value": text}) for name, text in pairs)
    return Tag("attvalues", content=each)


def _node(theory: TheoryOfChange, id_: str) -> Tag:
    own = {"id": id_, "label": theory.element(id_).title}
    return Tag("node", own, (_values(tuple(element_attributes(theory, id_))),))


def _edge(number: int, link: Link) -> Tag:
    own = {
        "id": str(number),
        "source": link.from_,
        "target": link.to,
        "type": _TYPES[link.kind.value],
    }
    return Tag("edge", own, (_values(tuple(link_attributes(link))),))
