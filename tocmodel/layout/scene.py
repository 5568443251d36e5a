"""A picture as frozen values: what is drawn where, in points, for any writer to put on paper.

The origin is the top left corner; *y* grows downwards. A scene is a list of groups; each group is
one thing a reader would name (a box, an arrow, a heading) and holds only two kinds of item:
paths and lines of text.
"""

from tocmodel.values import frozen

Point = tuple[float, float]
Command = tuple[str, tuple[float, ...]]
"""One step of a path: ``M`` or ``L`` with a point, ``C`` with three points, ``Z`` with none."""


@frozen(kw_only=True)
class Bounds:
    """A rectangle: its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@frozen(kw_only=True)
class Path:
    """A line, a curve or a filled shape; an empty colour means none."""

    commands: tuple[Command, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()


@frozen(kw_only=True)
class Text:
    """One line of text.

    Attributes:
        x, y: where the line starts, is centred or ends (see ``anchor``), on its baseline.
        width: its measured width; a writer makes the line that wide in any font.
        anchor: ``start``, ``middle`` or ``end``.
        behind: the colour it stands on.
        turned: it runs upwards, from its place; then it starts there.
        hidden: its letters are drawn by the path before it; a writer keeps the words where nobody
            sees them, for those who search, copy or listen.
    """

    x: float
    y: float
    text: str
    size: float
    width: float
    colour: str
    behind: str = "#ffffff"
    anchor: str = "start"
    bold: bool = False
    turned: bool = False
    hidden: bool = False

    @property
    def left(self) -> float:
        """The x at which its first character starts."""
        return self.x - self.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]


Item = Path | Text


@frozen(kw_only=True)
class Group:
    """One thing in the picture that has a name.

    Attributes:
        id: unique in the scene.
        role: ``title``, ``column``, ``lane``, ``cluster``, ``box``, ``arrow``, ``ceiling``,
            ``legend`` or ``note``.
        title: its name, as a screen reader says it; empty where its text says it all.
        description: a sentence more; may be empty.
        items: what is drawn, in order.
        bounds: the rectangle it takes, for a box, a column, a lane or a cluster.
        kind: what kind of box or arrow it is.
        ends: of an arrow, the ids of the two boxes.
    """

    id: str
    role: str
    title: str = ""
    description: str = ""
    items: tuple[Item, ...] = ()
    bounds: Bounds | None = None
    kind: str = ""
    ends: tuple[str, str] | None = None


@frozen(kw_only=True)
class Scene:
    """A whole picture.

    Attributes:
        width, height: its size in points.
        page: the sheet it is made for, ``A4`` or ``A3`` (both landscape), or empty when it is
            larger than both.
        title, description, language: of the picture as a whole.
        date: when the theory was agreed or last reviewed, as 2018, 2018-09 or 2018-09-01; may be
            empty.
        groups: in drawing order, the hindmost first.
    """

    width: float
    height: float
    title: str
    page: str = ""
    description: str = ""
    language: str = "en-GB"
    date: str = ""
    groups: tuple[Group, ...] = ()

    def find(self, role: str) -> tuple[Group, ...]:
        """Return the groups of one role, in drawing order."""
        return tuple(group for group in self.groups if group.role == role)
