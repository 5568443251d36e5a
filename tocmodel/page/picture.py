"""A scene as SVG within a page: every box is a link to its words, and every arrow is named."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.layout.palette import INK
from tocmodel.layout.scene import (
    Bounds,
    Extent,
    Image,
    Path,
    PathCommand,
    Primitive,
    Scene,
    SceneGroup,
    Text,
)
from tocmodel.render.missing_letters import refuse_unshaped
from tocmodel.render.svg import FONTS, escape, image, is_english


@frozen(kw_only=True)
class InlinePicture:
    """A picture and what it shows.

    Attributes:
        scene: everything with its position.
        diagram: the same in words.
        title_id: the id of the heading above it in the page.
    """

    scene: Scene
    diagram: Diagram
    title_id: str

    def __html__(self) -> str:
        """Return the SVG, which is markup already; every word in it is escaped."""
        return inline_svg(self)


def inline_svg(picture: InlinePicture) -> str:
    """Return a picture as an element of a page.

    A box has the class names ``toc-box`` and ``box-ID``, and an arrow ``toc-arrow`` and
    ``arrow-FROM--TO``. The words in a box are the name of its link, so that people can say what
    they see (WCAG 2.5.3).

    Raises:
        TocModelError: a text is in a script that needs the extra ``fonts``.
    """
    scene = picture.scene
    refuse_unshaped(scene)
    groups = tuple(group for group in scene.groups if group.role not in _ELSEWHERE)
    top, bottom = _extent(groups, scene.height)
    box = " ".join(map(number, (0, top, scene.width, bottom - top)))
    claims = {f"arrow:{arrow.id}": claim_of(arrow) for arrow in picture.diagram.arrows}
    translated = not scene.language.lower().startswith("en")
    lines = [
        (
            f'<svg viewBox="{box}" width="{number(scene.width)}" role="group" direction="ltr" '
            f'aria-labelledby="{escape(picture.title_id)}" font-family="{FONTS}" '
            f'font-size="{_USUAL_SIZE}" stroke-width="{_USUAL_LINE}" text-anchor="middle" '
            f'fill="{INK}">'
        ),
        f'<rect y="{number(top)}" width="100%" height="100%" fill="#fff"/>',
    ]
    for group in groups:
        english = translated and is_english(group, scene)
        lines += _group(group, claims, english=english)
    return "\n".join([*lines, "</svg>"])


_ELSEWHERE = ("title", "note")
"""What the page has in words above and below the picture."""


def _extent(groups: tuple[SceneGroup, ...], height: float) -> Extent:
    """Return where the picture begins and ends without its title and its note."""
    areas = [item.bounds for group in groups for item in group.items]
    if not areas:
        return 0.0, height
    top, bottom = min(area.y for area in areas), max(area.bottom for area in areas)
    return max(0.0, top - _MARGIN), min(height, bottom + _MARGIN)


_MARGIN = 8


def _group(group: SceneGroup, claims: dict[str, str], *, english: bool) -> list[str]:
    name = group.id.partition(":")[2]
    language = ' lang="en"' if english else ""
    inside = [_item(item) for item in group.items]
    if group.role == "box":
        attributes = f'href="#{escape(anchor(name))}"{_names("box", name)}{_place(group.bounds)}'
        return [f"<a {attributes}>", *_box_items(group), "</a>"]
    if group.role == "arrow":
        claim = escape(claims.get(group.id, group.title))
        return [f'<g{_names("arrow", name)} role="img" aria-label="{claim}">', *inside, "</g>"]
    if group.role == "logo":
        return [
            f'<g class="toc-logo" role="img" aria-label="{escape(group.title)}">',
            *inside,
            "</g>",
        ]
    if group.role == "cluster":
        return [f"<g{_names('cluster', group.kind)}{_place(group.bounds)}>", *inside, "</g>"]
    return [f'<g class="toc-{escape(group.role)}"{language}>', *inside, "</g>"]


def _box_items(group: SceneGroup) -> list[str]:
    """Return what is in a box, with its own words, which are in the middle, as one group."""
    own = [item for item in group.items if isinstance(item, Text) and item.anchor == "middle"]
    outline = [_item(item) for item in group.items[:1]]
    rest = [_item(item) for item in group.items[1:] if item not in own]
    return [*outline, '<g class="name">', *map(_item, own), "</g>", *rest]


def _item(item: Primitive) -> str:
    if isinstance(item, Image):
        return image(item)
    return _path(item) if isinstance(item, Path) else _text(item)


def _path(path: Path) -> str:
    steps = "".join(_steps(path.commands))
    width = number(path.stroke_width)
    line = f' stroke="{_short(path.stroke)}"'
    line += "" if width == _USUAL_LINE else f' stroke-width="{width}"'
    dash = f' stroke-dasharray="{" ".join(map(number, path.dash))}"' if path.dash else ""
    fill = _short(path.fill) or "none"
    return f'<path d="{steps}" fill="{fill}"{line if path.stroke else ""}{dash}/>'


def _steps(commands: Iterable[PathCommand]) -> Iterator[str]:
    """Yield the steps of a path from place to place, which takes less room than places.

    >>> "".join(_steps((("M", (1.04, 2)), ("L", (3, 1.5)), ("Z", ()))))
    'M1 2l2-.5z'
    """
    at = (0, 0)
    for letter, numbers in commands:
        tenths = [round(one * 10) for one in numbers]
        if letter == "M":
            yield "M" + _in_tenths(tenths)
        else:
            moved = (one - at[place % 2] for place, one in enumerate(tenths))
            yield letter.lower() + _in_tenths(moved)
        if tenths:
            at = (tenths[-2], tenths[-1])


def _in_tenths(tenths: Iterable[int]) -> str:
    words = (f"{one / 10:g}" for one in tenths)
    short = (re.sub(r"^(-?)0\.", r"\1.", word) for word in words)
    return " ".join(short).replace(" -", "-")


_USUAL_SIZE, _USUAL_LINE = "9.5", "1.2"
"""The size of most texts, and the width of most lines, in a picture."""


def _text(text: Text) -> str:
    """Return a line of text; what most lines share is on the picture as a whole."""
    x, y, size = number(text.x), number(text.y), number(text.size)
    parts = [
        f'<text x="{x}" y="{y}"',
        "" if size == _USUAL_SIZE else f' font-size="{size}"',
        "" if text.colour == INK else f' fill="{_short(text.colour)}"',
        "" if text.anchor == "middle" else f' text-anchor="{text.anchor}"',
        ' font-weight="bold"' if text.bold else "",
        f' transform="rotate(-90 {x} {y})"' if text.rotated else "",
        ' fill-opacity="0"' if text.hidden else "",
        f' textLength="{number(text.width)}"' if text.width else "",
        f">{escape(text.text)}</text>",
    ]
    return "".join(parts)


def number(value: float) -> str:
    """Return a number as exact as a screen is.

    >>> number(12.0), number(0.126), number(-0.01)
    ('12', '0.1', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _short(colour: str) -> str:
    return "#fff" if colour == "#ffffff" else colour


def _names(role: str, id_: str) -> str:
    """Return the class names of something that people and the script may look for."""
    return f' class="toc-{role} {role}-{escape(id_)}"'


def _place(bounds: Bounds | None) -> str:
    if bounds is None:
        return ""
    corners = (bounds.x, bounds.y, bounds.width, bounds.height)
    return f' data-place="{" ".join(map(number, corners))}"'


def anchor(id_: str) -> str:
    """Return the id, in the page, of the words about an element.

    >>> anchor("school-ready")
    'e-school-ready'
    """
    return f"e-{id_}"


def claim_of(arrow: Arrow) -> str:
    """Return what an arrow claims, without its reasons.

    >>> claim_of(Arrow(id="a--b", from_="a", to="b", reasons=("why",), description="A – B; why."))
    'A – B'
    """
    rest = "; ".join(("", *arrow.reasons)) + "."
    return arrow.description.removesuffix(rest)
