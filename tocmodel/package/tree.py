"""Read XML into a small tree, for formats whose elements refer to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tocmodel.package.archive import Package
from tocmodel.package.limits import PackageLimits, mebibytes
from tocmodel.package.markup import feed, guarded_parser, too_many_tags

_PIECE = 64 * 1024


@dataclass(slots=True)  # there are many, and each is filled in tag by tag
class XmlElement:
    """An XML element.

    Attributes:
        name: its name, without the prefix of its namespace.
        attributes: its attributes, with the prefixes of their namespaces.
        line: the line of the file where it begins.
        content: its texts and elements, in their order.
    """

    name: str
    attributes: Mapping[str, str]
    line: int
    content: "list[str | XmlElement]" = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute by its name, with or without the prefix."""
        found = self.attributes.get(name)
        if found is not None:
            return found
        ending = f":{name}"
        found = next((text for key, text in self.attributes.items() if key.endswith(ending)), None)
        return default if found is None else found

    def each(self, *names: str) -> "Iterator[XmlElement]":
        """Yield the elements directly inside it with one of these names; without names, all."""
        for item in self.content:
            if isinstance(item, XmlElement) and (not names or item.name in names):
                yield item

    def first(self, *path: str) -> "XmlElement | None":
        """Return the first element at a path of names, or ``None``."""
        found: XmlElement | None = self
        for name in path:
            found = next(found.each(name), None) if found is not None else None
        return found

    def within(self, *names: str) -> "Iterator[XmlElement]":
        """Yield the elements anywhere inside it with one of these names, in their order."""
        waiting = list(reversed([*self.each()]))
        while waiting:
            item = waiting.pop()
            if not names or item.name in names:
                yield item
            waiting.extend(reversed([*item.each()]))

    @property
    def text(self) -> str:
        """Its text and that of the elements inside it."""
        pieces: list[str] = []
        waiting: list[str | XmlElement] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                pieces.append(item)
            else:
                waiting.extend(reversed(item.content))
        return "".join(pieces)

    def text_of(self, *path: str) -> str:
        """Return the text of the first element at a path, without space around it."""
        found = self.first(*path)
        return found.text.strip() if found is not None else ""


def xml_tree(data: bytes, limits: PackageLimits, name: str = "the file") -> XmlElement:
    """Read an XML file.

    Args:
        data: the whole file.
        limits: the limits for reading it.
        name: what messages call it.

    Raises:
        UnreadableFileError: it is not valid XML, has a document type, or exceeds a limit.
    """
    if len(data) > limits.size:
        raise limits.error(f"the {limits.noun} is larger than {mebibytes(limits.size)}")
    pieces = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
    return _Builder(limits, name).build(pieces)


def part_tree(package: Package[Any], part: str) -> XmlElement:
    """Read a part of an archive; the tags of all parts count towards the limit.

    Raises:
        UnreadableFileError: it is missing or not valid XML, has a document type, or exceeds a
            limit.
    """
    builder = _Builder(package.limits, part, package.tags)
    found = builder.build(package.pieces(part))
    package.tags = builder.tags
    return found


class _Builder:
    def __init__(self, limits: PackageLimits, name: str, tags: int = 0) -> None:
        self.limits = limits
        self.name = name
        self.tags = tags
        self.names: dict[str, str] = {}
        self.stack: list[XmlElement] = [XmlElement("", {}, 1)]
        self.texts: list[str] = []
        self.parser: Any = guarded_parser(self.names, limits, name)
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.texts.append

    def build(self, pieces: Iterable[bytes]) -> XmlElement:
        feed(self.parser, pieces, self.names, self.limits, self.name)
        return next(self.stack[0].each())

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        self.tags += 1
        if self.tags > self.limits.tags:
            raise too_many_tags(self.limits)
        if len(self.stack) > self.limits.depth:
            raise self.limits.damaged(
                f"the tags of '{self.name[:80]}' are too deep inside one another"
            )
        line = self.parser.CurrentLineNumber
        element = XmlElement(name.rpartition(":")[2], attributes, line)
        self.stack[-1].content.append(element)
        self.stack.append(element)

    def _end(self, _name: str) -> None:
        self._flush()
        self.stack.pop()

    def _flush(self) -> None:
        if not self.texts:
            return
        text = "".join(self.texts)
        self.texts.clear()
        if "\n" not in text or not text.isspace():  # an indentation between tags is no content
            self.stack[-1].content.append(text)
