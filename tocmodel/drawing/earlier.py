"""An earlier picture, read from the SVG file that tocmodel drew it as.

Only the places of named things are read: nothing in the file is run, followed or drawn again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, ClassVar

from attrs import evolve, frozen

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.layout.positions import Positions, can_keep, has_places, positions_in
from tocmodel.layout.scene import Path, PathCommand, Primitive, Scene, SceneGroup, Text
from tocmodel.model import Layout, View
from tocmodel.package import PackageLimits, UnreadableFileError, XmlElement, xml_tree
from tocmodel.system.files import read_whole
from tocmodel.wording import counted

if TYPE_CHECKING:
    from tocmodel.drawing.picture import Drawing

_CLASS = "toc-"
"""Before the role of a group in its class."""
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
_AFRESH = "draw the theory once without --keep-positions, as svg, and keep that picture"
_LAYOUTS = {"stages": "columns", "map": "a map", "table": "a table", "logframe": "a logframe"}
_MOST_NAMES = 6
"""The most titles of one kind in a note."""


@frozen(kw_only=True)
class PictureLimits(PackageLimits):
    """The limits for an earlier picture."""

    noun: ClassVar[str] = "picture"
    saved_as: ClassVar[str] = "an SVG that tocmodel drew"
    size: int = 16 * 1024 * 1024
    tags: int = 200_000
    depth: int = 16


def earlier_picture(picture: "Drawing | str | FilePath") -> Scene:
    """Return an earlier picture: a drawing, or the SVG file of one.

    Raises:
        TocModelError: the file cannot be read, is too large, or is no picture that tocmodel drew.
    """
    return read_picture(picture) if isinstance(picture, str | FilePath) else picture.scene


def in_its_layout(
    picture: Scene, diagram: Diagram, view: View, make: Callable[[View], Diagram]
) -> Diagram:
    """Return a diagram in the layout of an earlier picture, unless its view names a layout.

    Otherwise a new link could turn columns into a map, or a removed one into a table.

    Args:
        picture: the earlier picture.
        diagram: the diagram in its own layout.
        view: what it shows.
        make: makes the diagram of a view.

    Raises:
        TocModelError: the picture has no box of the diagram.
    """
    earlier = positions_in(picture, diagram)
    if not diagram.boxes or (view.layout and not has_places(diagram)):
        return diagram
    if not (earlier.boxes or earlier.moved):
        raise TocModelError(
            f"the earlier picture has no box of ‘{diagram.title}’: name a picture of this view"
        )
    if view.layout or can_keep(diagram, earlier):
        return diagram
    return make(evolve(view, layout=Layout.STAGES if earlier.in_columns else Layout.MAP))


def note_on_positions(
    diagram: Diagram, earlier: Positions, usual: str = "", *, on_slides: bool = False
) -> str:
    """Return which boxes of a diagram keep their places, and which do not, in words.

    Args:
        diagram: the diagram.
        earlier: where its boxes were.
        usual: the layout that it would have without an earlier picture; empty for its own.
        on_slides: whether it is on slides, which have another size.
    """
    if not has_places(diagram):
        return "no positions are kept: a table or a picture of loops has the order of its file"
    if not can_keep(diagram, earlier):
        was = "has columns" if earlier.in_columns else "is a map"
        asked = "--layout map" if earlier.in_columns else "--layout stages"
        return (
            f"no positions are kept: the earlier picture {was}, and this view asks for "
            f"{_LAYOUTS[diagram.layout]}; leave out {asked}, or ‘layout’ of the view, to keep them"
        )
    titles = {box.id: box.text or box.id for box in diagram.boxes}
    known = {*earlier.boxes, *earlier.moved, *earlier.named}
    new = [id_ for id_ in titles if id_ not in known]
    kept = counted(len(earlier.boxes), "box keeps its place", "boxes keep their places")
    groups = {
        "new": [titles[id_] for id_ in new],
        "in another column or lane": [titles[id_] for id_ in earlier.moved],
        "gone": earlier.gone,
    }
    parts = [f"{what}: {_names(some)}" for what, some in groups.items() if some]
    if on_slides:
        parts.append("slides have another size, so boxes keep their order and not their distance")
    if usual and usual != diagram.layout:
        parts.append(
            f"the layout is kept too: without the earlier picture this would be {_LAYOUTS[usual]} "
            f"(--layout {usual})"
        )
    return "; ".join((kept, *parts))


def _names(titles: Sequence[str]) -> str:
    """Return titles as a list that ends soon.

    >>> _names([*"abcdefgh"])
    '‘a’, ‘b’, ‘c’, ‘d’, ‘e’, ‘f’ and 2 more'
    """
    more = len(titles) - _MOST_NAMES
    named = ", ".join(f"‘{title}’" for title in titles[:_MOST_NAMES])
    return f"{named} and {more} more" if more > 0 else named


def read_picture(path: str | FilePath, limits: PictureLimits | None = None) -> Scene:
    """Return what an SVG file of tocmodel says of its boxes, columns and lanes.

    Args:
        path: the file.
        limits: the limits for reading it.

    Raises:
        TocModelError: it cannot be read, is too large, or is no picture that tocmodel drew.
    """
    limits = limits or PictureLimits()
    data = read_whole(path, limits.size, _AFRESH)
    try:
        root = xml_tree(data, limits)
        return _scene(root)
    except (UnreadableFileError, ValueError) as error:
        name = terminal_text(str(path))
        raise TocModelError(
            f"cannot keep the positions of '{name}', as tocmodel did not draw it as an SVG: "
            f"{_AFRESH}"
        ) from error


def _scene(root: XmlElement) -> Scene:
    """Return a picture from its XML.

    Raises:
        ValueError: a number is missing or is no number, or there is no box.
    """
    groups = tuple(_groups(root))
    if root.name != "svg" or not any(group.role == "box" for group in groups):
        raise ValueError("no box")
    width, height = (_number(part) for part in root.get("viewBox").split()[2:])
    if min(width, height) <= 0:
        raise ValueError("no area")
    return Scene(width=width, height=height, title="", groups=groups)


def _groups(root: XmlElement) -> Iterator[SceneGroup]:
    for element in root.each("g"):
        class_ = element.get("class")
        if class_.startswith(_CLASS):
            role = class_.removeprefix(_CLASS)
            name = element.get("id").removeprefix(f"{role}-")
            title = element.text_of("title")
            items = tuple(_items(element))
            yield SceneGroup(id=f"{role}:{name}", role=role, title=title, items=items)


def _items(element: XmlElement) -> Iterator[Primitive]:
    for item in element.each("path", "text"):
        if item.name == "path":
            steps = tuple(_steps(item.get("d")))
            if not any(numbers for _, numbers in steps):
                raise ValueError("no point")
            yield Path(commands=steps)
        else:
            x, y, size = (_number(item.get(key)) for key in ("x", "y", "font-size"))
            yield Text(x=x, y=y, text="", size=size, width=0.0, colour="")


def _steps(text: str) -> Iterator[PathCommand]:
    for letter, numbers in _STEP.findall(text):
        found = tuple(_number(one) for one in numbers.split())
        if len(found) != _NUMBERS[letter]:
            raise ValueError(letter)
        yield letter, found


def _number(text: str) -> float:
    """Return a number of a picture, which has no more than a few digits.

    Raises:
        ValueError: it is no such number.
    """
    if not re.fullmatch(r"-?\d{1,6}(\.\d{1,2})?", text, re.ASCII):
        raise ValueError(text)
    return float(text)
