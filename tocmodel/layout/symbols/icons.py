"""Small line icons beside headings, one a stage: our own, on a square of 24 units.

They only decorate: the heading says what is below it. So they take no room from it, and a heading
without room beside its words has none.
"""

from collections.abc import Mapping, Sequence

from attrs import evolve

from tocmodel.diagram.stages import CYCLES
from tocmodel.layout.scene import Path, PathCommand, SceneGroup, Text

_UNITS = 24.0
_SIZES = (1.3, 1.15, 1.0)
"""The sides that an icon may have, in sizes of the words beside it."""
_GAP = 3.5
"""Between an icon and the words."""
_SIDE = 2.0
"""The least room at both sides of an icon and its words."""
_LINE = 1.9
"""How wide its lines are, in units of its square."""

ICONS: Mapping[str, str] = {
    "context": "M12 21 C3 12 5 3 12 3 C19 3 21 12 12 21 Z M12 8 L12 11",
    "factors": "M3 14 C7 3 11 3 12 12 C13 21 17 21 21 10",
    "assets": "M4 13 L4 20 L20 20 L20 13 M12 3 L12 15 M8 11 L12 15 L16 11",
    "interventions": "M13 3 L5 14 L11 14 L10 21 L19 10 L12.5 10 Z",
    "outputs": "M5 3 L15 3 L19 7 L19 21 L5 21 Z M9 12 L15 12 M9 16 L15 16",
    "mechanisms": (
        "M7 12 C7 5.3 17 5.3 17 12 C17 18.7 7 18.7 7 12 Z "
        "M12 2 L12 7 M12 17 L12 22 M2 12 L7 12 M17 12 L22 12 "
        "M5 5 L8.5 8.5 M15.5 15.5 L19 19 M5 19 L8.5 15.5 M15.5 8.5 L19 5"
    ),
    "short": "M8 5 L15 12 L8 19",
    "medium": "M5 5 L12 12 L5 19 M12 5 L19 12 L12 19",
    "long": "M2 5 L9 12 L2 19 M8 5 L15 12 L8 19 M14 5 L21 12 L14 19",
    "outcomes": "M3 18 L9 11 L14 15 L21 6 M14 6 L21 6 L21 13",
    "impact": (
        "M12 3 L14.7 9 L21 9.6 L16.2 13.8 L17.6 20.3 L12 16.9 L6.4 20.3 L7.8 13.8 L3 9.6 L9.3 9 Z"
    ),
    "value": ("M4 11 C5 2 17 2 20 9 M20 3 L20 9 L14 9 M20 13 C19 22 7 22 4 15 M4 21 L4 15 L10 15"),
    "partners": "M8 8 C8 2.7 16 2.7 16 8 C16 13.3 8 13.3 8 8 Z M4 21 C5 13 19 13 20 21",
    "spaces": "M3 12 L12 4 L21 12 M6 10 L6 20 L18 20 L18 10",
    "stories": "M4 4 L20 4 L20 16 L11 16 L7 20 L7 16 L4 16 Z",
    "assumptions": "M7 18 C1 18 2 9 8 10 C9 3 18 4 17 10 C23 10 22 18 17 18 Z",
    "risks": "M12 3 L22 20 L2 20 Z M12 9 L12 14 M12 16.5 L12 17.5",
    "indicators": "M5 20 L5 14 M12 20 L12 9 M19 20 L19 4",
    "evidence": "M4 13 L10 19 L20 6",
    "back": "M20 12 L4 12 M10 6 L4 12 L10 18",
}
"""The steps of the path of each icon: ``M``, ``L``, ``C`` and ``Z`` with absolute numbers."""


def icon_name(stage: str) -> str:
    """Return the icon of a stage; empty if it has none.

    >>> icon_name("medium"), icon_name("outcomes-2"), icon_name("untimed-before-long")
    ('medium', 'outcomes', 'outcomes')
    >>> icon_name("applied"), icon_name("back-3"), icon_name("back-0")
    ('value', 'back', '')
    """
    if stage in CYCLES:
        return "value"
    first = stage.partition("-")[0]
    name = {"untimed": "outcomes"}.get(first, first)
    return name if name in ICONS and stage != "back-0" else ""


def with_icons(columns: Sequence[SceneGroup]) -> tuple[SceneGroup, ...]:
    """Return columns with the icons of their stages before the words of their headings.

    All have one size, at which each has room; where even the smallest has none, it is left out.

    Args:
        columns: each has a band, a heading and centred lines of words, if it has any.
    """
    headings = [one for one in columns if _words(one) and icon_name(_stage(one))]
    sizes = (size for size in _SIZES if all(_has_room(one, size) for one in headings))
    size = next(sizes, _SIZES[-1])
    fit = {one.id for one in headings if _has_room(one, size)}
    return tuple(_decorated(one, size) if one.id in fit else one for one in columns)


def _stage(column: SceneGroup) -> str:
    return column.id.removeprefix("column:")


def _words(column: SceneGroup) -> list[Text]:
    return [item for item in column.items if isinstance(item, Text)]


def _has_room(column: SceneGroup, size: float) -> bool:
    words = _words(column)
    head = [item for item in column.items if isinstance(item, Path)][1].bounds
    room = 2 * (words[0].x - head.x)  # its point is no room
    wide = max(line.width for line in words)
    return wide + words[0].size * size + _GAP + 2 * _SIDE <= room


def _decorated(column: SceneGroup, size: float) -> SceneGroup:
    band, head, *_ = column.items
    words = _words(column)
    side, wide = words[0].size * size, max(line.width for line in words)
    shift = (side + _GAP) / 2
    corner = words[0].x - wide / 2 - shift, head.bounds.centre[1] - side / 2
    icon = Path(
        commands=tuple(_steps(ICONS[icon_name(_stage(column))], corner, side / _UNITS)),
        stroke=words[0].colour,
        stroke_width=round(_LINE * side / _UNITS, 2),
    )
    moved = (evolve(line, x=line.x + shift) for line in words)
    return evolve(column, items=(band, head, icon, *moved))


def icon_in(group: SceneGroup) -> Path | None:
    """Return the icon in the group of a column: the only line among its paths."""
    paths = (item for item in group.items if isinstance(item, Path))
    return next((path for path in paths if path.stroke and not path.fill), None)


def _steps(text: str, corner: tuple[float, float], scale: float) -> list[PathCommand]:
    """Return the steps of an icon on the page."""
    found: list[tuple[str, list[float]]] = []
    for word in text.split():
        if word[0].isalpha():
            found.append((word[0], []))
        number = word.lstrip("MLCZ")
        if number:
            numbers = found[-1][1]
            numbers.append(round(corner[len(numbers) % 2] + float(number) * scale, 2))
    return [(letter, tuple(numbers)) for letter, numbers in found]
