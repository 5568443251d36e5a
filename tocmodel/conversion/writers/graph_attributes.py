"""The attributes of elements and links in graph files, which have plain values only."""

from collections.abc import Iterator

from tocmodel.conversion.kinds import element_kind_words
from tocmodel.conversion.losses import Holds, every_element
from tocmodel.fileformat.dumping import stated_data
from tocmodel.model import Link, TheoryOfChange

ELEMENT_KEYS = ("description", "number", "plain", "level", "domain", "who", "horizon", "unit")
LINK_KEYS = ("because", "delay", "strength", "confidence", "needed")
HOLDS = Holds(
    theory=frozenset(("title", "summary", "imagined")),
    sections=every_element(*ELEMENT_KEYS, "group", "tags"),
    links=frozenset((*LINK_KEYS, "effect", "kind")),
)
"""What the graph files can hold."""

_SIGNS = {"increases": "+", "decreases": "-"}


def element_attributes(theory: TheoryOfChange, id_: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element, without its title."""
    element = theory.element(id_)
    yield "kind", element_kind_words(theory, id_)
    data = stated_data(element)
    yield from ((key, str(data[key])) for key in ELEMENT_KEYS if key in data)
    if element.group in theory.groups:
        yield "group", theory.groups[element.group].title
    if element.tags:
        yield "tags", " | ".join(element.tags)


def link_attributes(link: Link) -> Iterator[tuple[str, str]]:
    """Yield the attributes of a link, but for its kind."""
    yield "sign", _SIGNS.get(link.effect.value, "?")
    data = stated_data(link)
    yield from ((key, str(data[key])) for key in LINK_KEYS if key in data)
