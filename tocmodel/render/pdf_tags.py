"""The structure of a PDF file for screen readers: headings, paragraphs, and figures with words.

Each group of a scene that a screen reader names is a figure with an alternative text, and the
arrows that start in a box are a list after it. Everything else that is drawn is an artifact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen
from reportlab.pdfbase.pdfdoc import (  # type: ignore[import-untyped]
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFString,
)

from tocmodel.characters import one_line
from tocmodel.layout.scene import Path, Point, Primitive, Scene, SceneGroup
from tocmodel.render.svg import is_english
from tocmodel.render.voice import Utterance, is_heading, utterances

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]


@frozen(kw_only=True)
class MarkedPart:
    """What is drawn between two marks of a page.

    Attributes:
        items: what is drawn.
        tag: its kind of structure element: ``H1``, ``P`` or ``Figure``; empty for an artifact.
        group: the group that it belongs to.
        number: its number on the page; -1 for an artifact.
    """

    items: tuple[Primitive, ...]
    tag: str
    group: SceneGroup
    number: int

    @property
    def opening(self) -> str:
        """The operator of PDF before it."""
        return f"/{self.tag} <</MCID {self.number}>> BDC" if self.tag else ARTIFACT


ARTIFACT = "/Artifact BMC"
"""The operator before what nobody needs to hear."""
CLOSING = "EMC"
"""The operator after every part."""


def marked_parts(scene: Scene) -> tuple[MarkedPart, ...]:
    """Return everything on a page in drawing order, with its kind of structure element."""
    found: list[MarkedPart] = []
    number = 0
    for group, spoken in zip(scene.groups, utterances(scene), strict=True):
        for tag, items in groupby(group.items, lambda item: _tag(item, group, spoken)):  # noqa: B023
            own = number if tag else -1
            found.append(MarkedPart(items=tuple(items), tag=tag, group=group, number=own))
            number += bool(tag)
    return tuple(found)


def _tag(item: Primitive, group: SceneGroup, spoken: Utterance) -> str:
    if spoken.silent:
        return ""
    if spoken.role:
        return "Figure"
    if isinstance(item, Path):
        return ""
    return "H1" if is_heading(item, group) else "P"


def write_tags(canvas: Canvas, pages: Sequence[tuple[Scene, Point]]) -> None:
    """Write the structure of a file whose pages are drawn.

    Args:
        canvas: the file.
        pages: each scene, and where its top left corner is on the page.
    """
    document = canvas._doc
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top = _element(document, "Document", root)
    sections, pairs = [], []
    for number, ((scene, corner), drawn) in enumerate(
        zip(pages, document.Pages.pages, strict=True)
    ):
        page = _Page(document=document, drawn=drawn, scene=scene, corner=corner)
        section = _element(document, "Sect", top, T=PDFString(one_line(scene.title)))
        elements = page.elements(section)
        sections.append(section)
        pairs += [number, document.Reference(PDFArray(elements))]
        _open_page(drawn, number)
    _hold(document, top, sections)
    _hold(document, root, (top,))
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(pairs)}))
    root["ParentTreeNextKey"] = len(pages)
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    _know(document.Catalog, "StructTreeRoot", "MarkInfo")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _open_page(page: PDFPage, number: int) -> None:
    page.StructParents = number
    page.Tabs = PDFName("S")
    _know(page, "StructParents", "Tabs")


def _know(thing: PDFPage, *keys: str) -> None:
    """Let a dictionary of reportlab have keys that not every release knows."""
    thing.__NoDefault__ = list(dict.fromkeys((*thing.__NoDefault__, *keys)))


def _element(
    document: PDFDocument, kind: str, parent: PDFDictionary, **further: object
) -> PDFDictionary:
    """Return a new structure element below another."""
    found = PDFDictionary({"S": PDFName(kind), "P": document.Reference(parent), **further})
    document.Reference(found)
    return found


def _hold(document: PDFDocument, parent: PDFDictionary, inner: Iterable[PDFDictionary]) -> None:
    parent["K"] = PDFArray([document.Reference(one) for one in inner])


@frozen(kw_only=True)
class _Page:
    """A page whose structure is being written."""

    document: PDFDocument
    drawn: PDFPage
    scene: Scene
    corner: Point

    def elements(self, section: PDFDictionary) -> list[object]:
        """Return a reference to the element of each mark, by its number, below a section."""
        parts: dict[str, list[MarkedPart]] = {}
        for part in marked_parts(self.scene):
            if part.tag:
                parts.setdefault(part.group.id, []).append(part)
        owns = {
            group.id: spoken.owns
            for group, spoken in zip(self.scene.groups, utterances(self.scene), strict=True)
        }
        owned = {id_ for ids in owns.values() for id_ in ids}
        marks: dict[int, PDFDictionary] = {}
        inner: list[PDFDictionary] = []
        for id_, own in parts.items():
            if id_ not in owned:
                inner += self._of(own, section, marks)
                inner += self._list([parts[one] for one in owns[id_]], section, marks)
        _hold(self.document, section, inner)
        return [self.document.Reference(marks[number]) for number in sorted(marks)]

    def _of(
        self,
        parts: Iterable[MarkedPart],
        parent: PDFDictionary,
        marks: dict[int, PDFDictionary],
    ) -> Iterator[PDFDictionary]:
        """Yield the elements of a group, and note which mark is whose."""
        for part in parts:
            further: dict[str, object] = {
                "Pg": self.document.Reference(self.drawn),
                "K": part.number,
            }
            if part.tag == "Figure":
                words = ". ".join(filter(None, (part.group.title, part.group.description)))
                further["Alt"] = PDFString(one_line(words))
                further["A"] = self._place(part)
            if self._is_english(part.group):
                further["Lang"] = PDFString("en")
            element = _element(self.document, part.tag, parent, **further)
            marks[part.number] = element
            yield element

    def _list(
        self,
        groups: Sequence[Sequence[MarkedPart]],
        parent: PDFDictionary,
        marks: dict[int, PDFDictionary],
    ) -> Iterator[PDFDictionary]:
        """Yield the arrows that start in a box as a list, if there are any."""
        if not groups:
            return
        whole = _element(self.document, "L", parent)
        items = []
        for parts in groups:
            item = _element(self.document, "LI", whole)
            body = _element(self.document, "LBody", item)
            _hold(self.document, body, self._of(parts, body, marks))
            _hold(self.document, item, (body,))
            items.append(item)
        _hold(self.document, whole, items)
        yield whole

    def _is_english(self, group: SceneGroup) -> bool:
        translated = not self.scene.language.lower().startswith("en")
        return translated and is_english(group, self.scene)

    def _place(self, part: MarkedPart) -> PDFDictionary:
        """Return where a figure is on the page, which magnifiers follow."""
        areas = [item.bounds for item in part.items]
        left, right = min(area.x for area in areas), max(area.right for area in areas)
        top, bottom = min(area.y for area in areas), max(area.bottom for area in areas)
        x, y = self.corner
        box = (x + left, y - bottom, x + right, y - top)
        corners = PDFArray([round(number, 2) for number in box])
        return PDFDictionary({"O": PDFName("Layout"), "BBox": corners})
