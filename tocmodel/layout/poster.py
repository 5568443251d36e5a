"""A finished picture on a large sheet: as large as the sheet allows, words and all."""

from attrs import evolve

from tocmodel.layout.scene import (
    Bounds,
    Image,
    Path,
    PathCommand,
    Primitive,
    Scene,
    SceneGroup,
    Text,
)
from tocmodel.layout.sheet import PAPER_SIZES


def on_poster(scene: Scene, page: str) -> Scene:
    """Return a scene as large as a sheet has room for, landscape or upright.

    Args:
        scene: the scene, of any size.
        page: the sheet: ``A2``, ``A1`` or ``A0``.

    >>> found = on_poster(Scene(title="Calm", width=800, height=400, page="A4"), "A2")
    >>> found.page, found.width, found.height
    ('A2', 1683.78, 841.89)
    """
    long, short = PAPER_SIZES[page]
    landscape = min(long / scene.width, short / scene.height)
    upright = min(short / scene.width, long / scene.height)
    factor = max(landscape, upright)
    return evolve(
        scene,
        page=page if landscape >= upright else f"{page} portrait",
        width=round(scene.width * factor, 2),
        height=round(scene.height * factor, 2),
        groups=tuple(_group(group, factor) for group in scene.groups),
        more=tuple(on_poster(one, page) for one in scene.more),
    )


def smallest_text(scene: Scene) -> float:
    """Return the size of the smallest words of a scene; infinite without words."""
    sizes = (item.size for group in scene.groups for item in group.items if isinstance(item, Text))
    return min(sizes, default=float("inf"))


def _group(group: SceneGroup, factor: float) -> SceneGroup:
    return evolve(
        group,
        items=tuple(_item(item, factor) for item in group.items),
        bounds=_bounds(group.bounds, factor) if group.bounds else None,
    )


def _bounds(bounds: Bounds, factor: float) -> Bounds:
    return Bounds(
        x=_times(bounds.x, factor),
        y=_times(bounds.y, factor),
        width=_times(bounds.width, factor),
        height=_times(bounds.height, factor),
    )


def _item(item: Primitive, factor: float) -> Primitive:
    if isinstance(item, Path):
        return evolve(
            item,
            commands=tuple(_command(command, factor) for command in item.commands),
            stroke_width=_times(item.stroke_width, factor),
            dash=tuple(_times(length, factor) for length in item.dash),
        )
    if isinstance(item, Image):
        return item  # a logo has its size on paper
    return evolve(
        item,
        x=_times(item.x, factor),
        y=_times(item.y, factor),
        size=_times(item.size, factor),
        width=_times(item.width, factor),
    )


def _command(command: PathCommand, factor: float) -> PathCommand:
    letter, numbers = command
    return letter, tuple(_times(number, factor) for number in numbers)


def _times(length: float, factor: float) -> float:
    return round(length * factor, 2)
