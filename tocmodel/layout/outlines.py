"""Lines that the writers cannot set in the bundled font become outlines, and keep their words."""

from attrs import evolve

from tocmodel.layout.lettering import Lettering
from tocmodel.layout.scene import Command, Group, Item, Path, Scene, Text


def outlined(scene: Scene, lettering: Lettering) -> Scene:
    """Return a scene with outlines for each line that needs them; the same scene if none does."""
    groups = tuple(_group(group, lettering) for group in scene.groups)
    return scene if groups == scene.groups else evolve(scene, groups=groups)


def _group(group: Group, lettering: Lettering) -> Group:
    items = tuple(drawn for item in group.items for drawn in _items(item, lettering))
    return group if len(items) == len(group.items) else evolve(group, items=items)


def _items(item: Item, lettering: Lettering) -> tuple[Item, ...]:
    if isinstance(item, Path):
        return (item,)
    line = lettering.line(item.text, bold=item.bold)
    if line is None:
        return (item,)
    drawn = Path(commands=tuple(_placed(step, item) for step in line.outline), fill=item.colour)
    return drawn, evolve(item, hidden=True), *(_rest(item, *piece) for piece in line.rest)


def _rest(line: Text, start: float, width: float, words: str) -> Text:
    """What no font has stays text: a viewer of SVG draws it in a font of its own."""
    x, y = _placed(("M", (start, 0.0)), line)[1]
    return evolve(line, text=words, x=x, y=y, width=width * line.size, anchor="start")


def _placed(command: Command, line: Text) -> Command:
    """A step of an outline at the place of its line; that of a turned line runs upwards."""
    letter, numbers = command
    scaled = [number * line.size for number in numbers]
    pairs = zip(scaled[::2], scaled[1::2], strict=True)
    if line.turned:
        return letter, tuple(n for x, y in pairs for n in (line.x + y, line.y - x))
    return letter, tuple(n for x, y in pairs for n in (line.left + x, line.y + y))
