"""A scene in a project's own colours, with its logo where it is in nobody's way."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from tocmodel.contrast import ground_for
from tocmodel.diagram.brand import Brand, Logo
from tocmodel.diagram.model import Diagram
from tocmodel.layout.palette import Tone, tone
from tocmodel.layout.scene import Bounds, Image, Path, Primitive, Scene, SceneGroup, Text

_HEIGHTS = (36.0, 30.0, 24.0, 18.0)
"""The heights to try for a logo, in points."""
_WIDEST = 140.0
_ROOM = 6.0
"""Around a logo."""


def branded(scene: Scene, diagram: Diagram, brand: Brand) -> Scene:
    """Return a scene in the colours of a brand, with its logo.

    Args:
        scene: the diagram on a page.
        diagram: what it shows.
        brand: the look of the project's pictures.
    """
    keys = {f"box:{box.id}": box.colour or box.column for box in diagram.boxes}
    keys |= {f"column:{column.id}": column.id for column in diagram.columns}
    if diagram.colours:
        keys = {id_: key for id_, key in keys.items() if key in diagram.colours}
    groups = tuple(_recoloured(group, keys, diagram, brand) for group in scene.groups)
    scene = evolve(scene, groups=groups)
    return _with_logo(scene, brand.logo) if brand.logo else scene


def _recoloured(
    group: SceneGroup, keys: Mapping[str, str], diagram: Diagram, brand: Brand
) -> SceneGroup:
    key = keys.get(group.id, "")
    colour = brand.colour_of(key) if key else ""
    if not colour:
        return group
    usual = tone(key, diagram.colours)
    return evolve(group, items=tuple(_items(group.items, usual, colour)))


def _items(items: Iterable[Primitive], usual: Tone, colour: str) -> Iterator[Primitive]:
    hues = {usual.dark: colour, usual.pale: ground_for(colour)}
    for item in items:
        if isinstance(item, Path):
            fill, stroke = hues.get(item.fill, item.fill), hues.get(item.stroke, item.stroke)
            yield evolve(item, fill=fill, stroke=stroke)
        elif isinstance(item, Text):
            ink, behind = hues.get(item.colour, item.colour), hues.get(item.behind, item.behind)
            yield evolve(item, colour=ink, behind=behind)
        else:
            yield item


def _with_logo(scene: Scene, logo: Logo) -> Scene:
    """Return a scene with the logo at the top right, or below everything if there is no room."""
    taken = [item.bounds for group in scene.groups for item in group.items]
    margin = min((area.x for area in taken), default=_ROOM)
    top = min((area.y for area in taken), default=_ROOM)
    for height in _HEIGHTS:
        width = min(height * logo.width / logo.height, _WIDEST)
        size = width, width * logo.height / logo.width
        place = Bounds(x=scene.width - margin - size[0], y=top, width=size[0], height=size[1])
        if not any(_meet(place, area) for area in taken):
            return _placed(scene, logo, place)
    height = round(scene.height + size[1] + _ROOM, 2)
    return _placed(evolve(scene, height=height), logo, evolve(place, y=scene.height - _ROOM))


def _placed(scene: Scene, logo: Logo, place: Bounds) -> Scene:
    image = Image(
        x=round(place.x, 2),
        y=round(place.y, 2),
        width=round(place.width, 2),
        height=round(place.height, 2),
        png=logo.png,
    )
    group = SceneGroup(id="logo", role="logo", title=logo.text, items=(image,), bounds=place)
    return evolve(scene, groups=(*scene.groups, group))


def _meet(one: Bounds, other: Bounds) -> bool:
    return (
        one.x - _ROOM < other.right
        and other.x < one.right + _ROOM
        and one.y < other.bottom
        and other.y < one.bottom + _ROOM
    )
