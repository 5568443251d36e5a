"""Read one XML part of an archive as a stream.

Expat runs without namespaces: with them it would copy the address of a namespace into the name of
every element, and an address can be long. Elements are identified by the path of their local names,
such as ``/worksheet/sheetData/row``.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any
from xml.parsers import expat

from attrs import frozen

from tocmodel.package.archive import Package
from tocmodel.package.limits import PackageLimits, UnreadableFileError

Begin = Callable[[Mapping[str, str]], None]
"""Takes the attributes of an element that begins."""

End = Callable[[str], None]
"""Takes the text of an element that ends."""


_ENCODINGS = ("UTF-8", "UTF-16", "US-ASCII", "ISO-8859-1")  # Python would look up any other
_LONGEST_NAME = 40  # names in a path are cut here: no wanted element has a longer one


@frozen
class RunningText:
    """Texts with elements in them, such as the paragraphs of a document.

    Attributes:
        take: for an element's path, the function that takes each piece of its own text at once, so
            that the piece can be put between the elements in it.
        wrappers: the local names of elements that are not part of a path, because what is in them
            has the same meaning without them.
    """

    take: Mapping[str, End]
    wrappers: frozenset[str] = frozenset()


def walk(
    package: Package[Any],
    part: str,
    root: str,
    begin: Mapping[str, Begin],
    end: Mapping[str, End],
    *,
    longest: int = 0,
    running: RunningText | None = None,
) -> None:
    """Go through the elements of a part, and call a function for each wanted element.

    Args:
        package: the archive.
        part: the name of the part.
        root: the local name of its outermost element.
        begin: for an element's path, the function that takes its attributes.
        end: for an element's path, the function that takes its own text.
        longest: the most characters of such a text; a longer one is cut, but stays too long.
        running: the texts that have elements in them.

    Raises:
        UnreadableFileError: the part is not valid XML, has another root element or a document
            type, or exceeds a limit.
    """
    walker = _Walker(package, part, root, begin, end, longest)
    if running is not None:
        walker.running, walker.wrappers = running.take, running.wrappers
    walker.run()


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute with a prefix, such as ``r:id``, by its local name; empty if absent."""
    return next((text for key, text in attributes.items() if key.endswith(f":{name}")), "")


class _Walker:
    def __init__(
        self,
        package: Package[Any],
        part: str,
        root: str,
        begin: Mapping[str, Begin],
        end: Mapping[str, End],
        longest: int,
    ) -> None:
        self.package = package
        self.limits = package.limits
        self.part = part
        self.root = root
        self.begin = begin
        self.end = end
        self.longest = longest
        self.path: list[str] = [""]
        self.texts: list[str] = []
        self.length = 0
        self.names: dict[str, str] = {}
        self.running: Mapping[str, End] = {}
        self.wrappers: frozenset[str] = frozenset()

    def run(self) -> None:
        parser = guarded_parser(self.names, self.limits, self.part)
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        feed(parser, self.package.pieces(self.part), self.names, self.limits, self.part)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self.package.tags += 1
        if self.package.tags > self.limits.tags:
            raise too_many_tags(self.limits)
        if len(self.path) > self.limits.depth:
            raise self.limits.damaged(
                f"the tags of '{self.part[:80]}' are too deep inside one another"
            )
        local = name.rpartition(":")[2][:_LONGEST_NAME]
        if local in self.wrappers:
            self.path.append(self.path[-1])
            return
        path = f"{self.path[-1]}/{local}"
        if len(self.path) == 1 and path != f"/{self.root}":
            raise self.limits.damaged(f"'{self.part[:80]}' is not what it should be ({self.root})")
        self.path.append(path)
        self.texts, self.length = [], 0
        if path in self.begin:
            self.begin[path](attributes)

    def _end(self, _name: str) -> None:
        path = self.path.pop()
        if path == self.path[-1]:  # a wrapper
            return
        if path in self.end:
            self.end[path]("".join(self.texts))
        self.texts, self.length = [], 0

    def _text(self, text: str) -> None:
        if self.path[-1] in self.running:
            self.running[self.path[-1]](text)
        # One extra piece is kept, so that the caller can see that the text is too long.
        if self.path[-1] in self.end and self.length <= self.longest:
            self.length += len(text)
            self.texts.append(text)


# What the reader of a stream and the reader of a tree share.


def guarded_parser(names: dict[str, str], limits: PackageLimits, name: str) -> Any:
    """Return a parser that refuses document types, entities and rare encodings.

    Args:
        names: keeps the names of elements and attributes, so that they can be counted.
        limits: the limits for the file.
        name: the name of the part, for messages.
    """

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.upper() not in _ENCODINGS:
            raise limits.damaged(f"'{name[:80]}' is encoded as {encoding[:40]}, not as UTF-8")

    def doctype(*_: object) -> None:
        raise limits.damaged(f"'{name[:80]}' has a document type, which no {limits.noun} has")

    parser = expat.ParserCreate(intern=names)
    parser.buffer_text = True
    parser.XmlDeclHandler = declaration
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    return parser


def feed(
    parser: Any, pieces: Iterable[bytes], names: dict[str, str], limits: PackageLimits, name: str
) -> None:
    """Give a guarded parser the pieces of a file.

    Raises:
        UnreadableFileError: they are not valid XML, or exceed a limit.
    """
    fed = 0
    for piece in chain(pieces, (b"",)):
        try:
            parser.Parse(piece, not piece)
        except UnreadableFileError:
            raise
        except (expat.ExpatError, ValueError) as error:
            line = parser.ErrorLineNumber
            raise limits.damaged(
                f"'{name[:80]}' is not XML ({error})", place=f"line {line}"
            ) from error
        fed += len(piece)
        if piece and fed - parser.CurrentByteIndex > limits.tag + len(piece):
            raise limits.damaged(f"a tag of '{name[:80]}' does not end")
        if len(names) > limits.names:
            raise limits.damaged(f"'{name[:80]}' has more names than any {limits.noun}")


def too_many_tags(limits: PackageLimits) -> UnreadableFileError:
    """Return the error for a file with more elements than the limit."""
    return limits.error(f"the {limits.noun} has more than {limits.tags:,} tags")
