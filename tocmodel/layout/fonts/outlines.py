"""Lines that the writers cannot set in the bundled font become outlines, and keep their words."""

from attrs import evolve

from tocmodel.layout.fonts.lettering import Lettering
from tocmodel.layout.scene import Path, PathCommand, Primitive, Scene, SceneGroup, Text


def with_outlines(scene: Scene, lettering: Lettering) -> Scene:
    """Return a scene with outlines for each line that needs them; the same scene if none does."""
    groups = tuple(_group(group, lettering) for group in scene.groups)
    return scene if groups == scene.groups else evolve(scene, groups=groups)


def _group(group: SceneGroup, lettering: Lettering) -> SceneGroup:
    items = tuple(drawn for item in group.items for drawn in _items(item, lettering))
    return group if len(items) == len(group.items) else evolve(group, items=items)


def _items(item: Primitive, lettering: Lettering) -> tuple[Primitive, ...]:
    if not isinstance(item, Text):
        return (item,)
    line = lettering.line(item.text, bold=item.bold)
    if line is None:
        return (item,)
    drawn = Path(commands=tuple(_placed(step, item) for step in line.outline), fill=item.colour)
    return drawn, evolve(item, hidden=True), *(_rest(item, *piece) for piece in line.rest)


def _rest(line: Text, start: float, width: float, words: str) -> Text:
    """Letters that no font has stay text: an SVG viewer draws them in its own font."""
    x, y = _placed(("M", (start, 0.0)), line)[1]
    return evolve(line, text=words, x=x, y=y, width=width * line.size, anchor="start")


def _placed(command: PathCommand, line: Text) -> PathCommand:
    """A step of an outline at the position of its line; a rotated line runs upwards."""
    letter, numbers = command
    scaled = [number * line.size for number in numbers]
    pairs = zip(scaled[::2], scaled[1::2], strict=True)
    if line.rotated:
        return letter, tuple(n for x, y in pairs for n in (line.x + y, line.y - x))
    return letter, tuple(n for x, y in pairs for n in (line.left + x, line.y + y))
