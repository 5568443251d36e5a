"""A theory together with the file it was read from."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tocmodel.diagnostics import Finding, Pointer, Span
from tocmodel.model import TheoryOfChange
from tocmodel.syntax import Tree
from tocmodel.values import frozen

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework, Named


_DOCUMENT = "_document"
"""What a theory keeps its document under: it lives as long, and a changed copy has none."""


@frozen(eq=False)
class Document:
    """A file that was read: its text, what is wrong with it, and the theory if it holds one.

    Attributes:
        tree: the file's contents with their positions.
        theory: the theory, or ``None`` when something in the file prevents one.
        findings: the problems of the file itself, in its order; checks add theirs.
    """

    tree: Tree
    theory: TheoryOfChange | None = None
    findings: tuple[Finding, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.theory is not None:
            vars(self.theory)[_DOCUMENT] = self

    def __getstate__(self) -> dict[str, object]:
        # What was worked out, such as the frameworks it names, can be had again.
        return {"tree": self.tree, "theory": self.theory, "findings": self.findings}

    @property
    def path(self) -> str:
        """The file's name, as it was given."""
        return self.tree.path

    @property
    def frameworks(self) -> "Mapping[str, Framework]":
        """The frameworks that the theory names and that were found, by their ids.

        A framework of the partnership's own is looked for beside the file. They are read when
        they are first asked for; a theory that names none reads none.
        """
        return self.named_frameworks.found

    @cached_property
    def named_frameworks(self) -> "Named":
        """What the names of frameworks in the file led to, and which led to nothing."""
        from tocmodel.frameworks import Named, named_by  # noqa: PLC0415  # most files name none

        if self.theory is None or not self.theory.frameworks:
            return Named()
        return named_by(self.theory.frameworks, self.path)

    def in_file(self, pointer: Pointer) -> Pointer:
        """Return where a value of the theory stands in the file.

        The two differ only in ``links``: a chain is one item in the file and several links in
        the theory. The ends of a chain's links are addressed by their place in the chain.
        """
        if len(pointer) < 2 or pointer[0] != "links" or not isinstance(pointer[1], int):
            return pointer
        if pointer[1] >= len(self._link_places):
            return pointer
        item, place = self._link_places[pointer[1]]
        if place is None:
            return ("links", item, *pointer[2:])
        if pointer[2:] == ("from",):
            return ("links", item, place)
        return ("links", item, place + 1) if pointer[2:] == ("to",) else ("links", item)

    def locate(self, pointer: Pointer, *, key: bool = False) -> Span:
        """Return the place of a value of the theory in the file."""
        return locate(self.tree, self.in_file(pointer), key=key)

    @cached_property
    def _link_places(self) -> list[tuple[int, int | None]]:
        """For each link of the theory: its item in the file, and its place in a chain."""
        items = self.tree.data.get("links") or () if isinstance(self.tree.data, dict) else ()
        places: list[tuple[int, int | None]] = []
        for index, item in enumerate(items):
            if isinstance(item, str):
                places.extend((index, place) for place in range(item.count("->")))
            else:
                places.append((index, None))
        return places


def document_of(theory: TheoryOfChange) -> Document | None:
    """Return the document that a theory was read from; ``None`` for one made in Python."""
    document: Document | None = vars(theory).get(_DOCUMENT)
    return document


def locate(tree: Tree, pointer: Pointer, *, key: bool = False) -> Span:
    """Return the place of a value in a file; ``("links", 3, 1)`` may be an id within a chain."""
    if len(pointer) == 3 and pointer[0] == "links" and not tree.has(pointer):
        place = pointer[2]
        if isinstance(place, int) and tree.has(pointer[:2]):
            return _in_chain(tree, pointer[:2], place)
    return tree.span(pointer, key=key)


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
