"""A scene in a project's own colours, with its logo where it is in nobody's way."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from tocmodel.contrast import ground_for
from tocmodel.diagram.brand import Brand, Logo
from tocmodel.diagram.model import Diagram
from tocmodel.layout.palette import Tone, tone
from tocmodel.layout.scene import Bounds, Image, Path, Primitive, Scene, SceneGroup, Text
from tocmodel.tables.matrix import Matrix

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
    diagram = with_colours(diagram, brand)
    keys = {f"box:{box.id}": box.colour or box.column for box in diagram.boxes}
    keys |= {f"column:{column.id}": column.id for column in diagram.columns}
    tones = {id_: (tone(key, diagram.colours), tone_in(diagram, key)) for id_, key in keys.items()}
    return _with_logo(_recoloured(scene, tones), brand.logo)


def branded_table(scene: Scene, matrix: Matrix, brand: Brand) -> Scene:
    """Return a table with the headings of rows that are stages in the colours of a brand.

    Args:
        scene: the table on a page.
        matrix: what it shows.
        brand: the look of the project's pictures.
    """
    tones = {
        f"row:{row.id}": (tone(row.id, ()), _own_tone(brand.colour_of(row.id)))
        for row in matrix.rows
        if brand.colour_of(row.id)
    }
    return _with_logo(_recoloured(scene, tones), brand.logo)


def with_colours(diagram: Diagram, brand: Brand) -> Diagram:
    """Return a diagram that knows the colours of a brand, for formats that lay themselves out."""
    return evolve(diagram, own_colours=brand.colours)


def tone_in(diagram: Diagram, key: str) -> Tone:
    """Return the colours of a key in a diagram: the project's own, or the usual ones.

    Where colours mean something else than stages, only keys of that meaning have own colours.

    >>> own = with_colours(Diagram(title="Club"), Brand(colours={"outcomes": "#00664f"}))
    >>> tone_in(own, "outcomes-2").dark, tone_in(own, "impact").dark
    ('#00664f', '#8b1d50')
    """
    means_it = not diagram.colours or key in diagram.colours
    own = Brand(colours=diagram.own_colours).colour_of(key) if means_it else ""
    return _own_tone(own) if own else tone(key, diagram.colours)


def _own_tone(colour: str) -> Tone:
    return Tone(colour, ground_for(colour))


def _recoloured(scene: Scene, tones: Mapping[str, tuple[Tone, Tone]]) -> Scene:
    """Return a scene with other colours in some groups: the usual tone, and the own one."""
    groups = (
        evolve(group, items=tuple(_items(group.items, *tones[group.id])))
        if group.id in tones
        else group
        for group in scene.groups
    )
    return evolve(scene, groups=tuple(groups))


def _items(items: Iterable[Primitive], usual: Tone, own: Tone) -> Iterator[Primitive]:
    hues = {usual.dark: own.dark, usual.pale: own.pale}
    for item in items:
        if isinstance(item, Path):
            fill, stroke = hues.get(item.fill, item.fill), hues.get(item.stroke, item.stroke)
            yield evolve(item, fill=fill, stroke=stroke)
        elif isinstance(item, Text):
            ink, behind = hues.get(item.colour, item.colour), hues.get(item.behind, item.behind)
            yield evolve(item, colour=ink, behind=behind)
        else:
            yield item


def _with_logo(scene: Scene, logo: Logo | None) -> Scene:
    """Return a scene with the logo at the top right, or below everything if there is no room."""
    if logo is None:
        return scene
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
