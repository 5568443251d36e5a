"""A theory together with the file it was read from."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from attrs import frozen

from tocmodel.diagnostics import Finding, Pointer, Span
from tocmodel.model import TheoryOfChange
from tocmodel.self_describing import SelfDescribing
from tocmodel.syntax import Tree

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework, ResolvedFrameworks


_DOCUMENT = "_document"
"""The attribute that holds a theory's document; a changed copy of the theory has none."""


@frozen(eq=False, slots=False)
class Document(SelfDescribing):
    """A file that was read: its text, its problems, and its theory if it is valid.

    Attributes:
        tree: the file's contents with their positions.
        theory: the theory, or ``None`` if a problem in the file prevents one.
        findings: the problems of the file itself, in file order; checks add theirs.
    """

    tree: Tree
    theory: TheoryOfChange | None = None
    findings: tuple[Finding, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.theory is not None:
            vars(self.theory)[_DOCUMENT] = self

    def __getstate__(self) -> dict[str, object]:
        # Cached results, such as the frameworks it names, can be computed again.
        return {"tree": self.tree, "theory": self.theory, "findings": self.findings}

    @property
    def path(self) -> str:
        """The file's name, as given."""
        return self.tree.path

    @property
    def frameworks(self) -> "Mapping[str, Framework]":
        """The frameworks that the theory names and that were found, by id.

        A partnership's own framework is looked for beside the file. Frameworks are read on first
        use; a theory that names none reads none.
        """
        return self.named_frameworks.found

    @cached_property
    def named_frameworks(self) -> "ResolvedFrameworks":
        """The frameworks that the file names, and the problems of names without one."""
        from tocmodel.frameworks import ResolvedFrameworks, resolve_frameworks  # noqa: PLC0415  # most files name none

        if self.theory is None or not self.theory.frameworks:
            return ResolvedFrameworks()
        return resolve_frameworks(self.theory.frameworks, self.path)

    def in_file(self, pointer: Pointer) -> Pointer:
        """Return the address in the file of a value of the theory.

        The two differ only in ``links``: a chain, or a link with a list at an end, is one item in
        the file and several links in the theory. The ends of a chain's links are addressed by
        their place in the chain.
        """
        if len(pointer) < 2 or pointer[0] != "links" or not isinstance(pointer[1], int):
            return pointer
        if pointer[1] >= len(self._link_places):
            return pointer
        item, ends = self._link_places[pointer[1]]
        if pointer[2:] in (("from",), ("to",)):
            return ("links", item, *(ends[0] if pointer[2] == "from" else ends[1]))
        in_chain = ends[0][:1] != ("from",)
        return ("links", item) if in_chain else ("links", item, *pointer[2:])

    def locate(self, pointer: Pointer, *, key: bool = False) -> Span:
        """Return the place of a value of the theory in the file."""
        return locate(self.tree, self.in_file(pointer), key=key)

    @cached_property
    def _link_places(self) -> list[tuple[int, tuple[Pointer, Pointer]]]:
        """For each link of the theory, its item in the file, and where its two ends are in it."""
        items = self.tree.data.get("links") or () if isinstance(self.tree.data, dict) else ()
        return [(index, ends) for index, item in enumerate(items) for ends in _end_places(item)]


def _end_places(item: Any) -> Iterator[tuple[Pointer, Pointer]]:
    """Return where the ends of each link of a chain or a statement are, in the order of links."""
    if isinstance(item, str):
        yield from (((place,), (place + 1,)) for place in range(item.count("->")))
    elif isinstance(item["from"], str) and isinstance(item["to"], str):  # as in most links
        yield _BOTH_ENDS
    else:
        yield from product(*(_places(key, item[key]) for key in ("from", "to")))


_BOTH_ENDS: tuple[Pointer, Pointer] = (("from",), ("to",))


def _places(key: str, end: Any) -> list[Pointer]:
    return [(key, place) for place in range(len(end))] if isinstance(end, list) else [(key,)]


def document_of(theory: TheoryOfChange) -> Document | None:
    """Return the document from which a theory was read; ``None`` for one made in Python."""
    document: Document | None = vars(theory).get(_DOCUMENT)
    return document


def locate(tree: Tree, pointer: Pointer, *, key: bool = False) -> Span:
    """Return the place of a value in a file; ``("links", 3, 1)`` may be an id within a chain."""
    if len(pointer) == 3 and pointer[0] == "links" and not tree.has(pointer):
        place = pointer[2]
        if isinstance(place, int) and tree.has(pointer[:2]):
            return _in_chain(tree, pointer[:2], place)
    return tree.span(_as_written(tree, pointer), key=key)


def _as_written(tree: Tree, pointer: Pointer) -> Pointer:
    """Return a pointer without the 0 of a list that the file has only one value for.

    The file may have ``target: 5`` where the theory has a list with one target.
    """
    found: list[str | int] = []
    value: Any = tree.data
    for part in pointer:
        if part == 0 and isinstance(part, int) and not isinstance(value, list):
            continue
        found.append(part)
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            value = None
    return tuple(found)


def _in_chain(tree: Tree, pointer: Pointer, place: int) -> Span:
    raw = tree.raw(pointer)
    parts = raw.split("->")
    if place >= len(parts):
        return tree.span(pointer)
    start = sum(len(part) + 2 for part in parts[:place])
    word = parts[place].strip(" \t\n\"'")
    start += parts[place].index(word) if word else 0
    offset = tree.offset(pointer) + start
    return tree.stretch(offset, offset + len(word))
