"""A picture as frozen values: every shape and text with its position in points, for any writer.

The origin is the top left corner; *y* grows downwards. A scene is a list of groups; each group is
one thing that a reader would name (a box, an arrow, a heading) and has only three kinds of item:
paths, lines of text and, for a logo, an image.
"""

from attrs import field, frozen

from tocmodel.self_describing import SelfDescribing

Point = tuple[float, float]
Extent = tuple[float, float]
"""Where something starts and ends along one direction."""
PathCommand = tuple[str, tuple[float, ...]]
"""One step of a path: ``M`` or ``L`` with a point, ``C`` with three points, ``Z`` with none."""


@frozen(kw_only=True)
class Bounds(SelfDescribing):
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
class Path(SelfDescribing):
    """A line, a curve or a filled shape; an empty colour means none."""

    commands: tuple[PathCommand, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """The area that it covers, with the handles of its curves."""
        xs = [x for _, numbers in self.commands for x in numbers[::2]]
        ys = [y for _, numbers in self.commands for y in numbers[1::2]]
        return Bounds(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))


@frozen(kw_only=True)
class Text(SelfDescribing):
    """One line of text.

    Attributes:
        x, y: where the line starts, is centred or ends (see ``anchor``), on its baseline.
        width: its measured width; a writer makes the line that wide in any font.
        anchor: ``start``, ``middle`` or ``end``.
        behind: the colour of its background.
        rotated: it runs upwards and starts at its position.
        hidden: the path before it draws its letters; a writer keeps the words invisible, for
            searching, copying and screen readers.
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
    rotated: bool = False
    hidden: bool = False

    @property
    def left(self) -> float:
        """The x at which its first character starts."""
        return self.x - self.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]

    @property
    def bounds(self) -> Bounds:
        """The area from its baseline up to its full size."""
        if self.rotated:
            return Bounds(
                x=self.x - self.size, y=self.y - self.width, width=self.size, height=self.width
            )
        return Bounds(x=self.left, y=self.y - self.size, width=self.width, height=self.size)


@frozen(kw_only=True)
class Image(SelfDescribing):
    """A picture of dots, such as a logo.

    Attributes:
        x, y: its top left corner.
        width, height: its size on the page.
        png: the bytes of a PNG file.
    """

    x: float
    y: float
    width: float
    height: float
    png: bytes = field(repr=False)

    @property
    def bounds(self) -> Bounds:
        """The area that it covers."""
        return Bounds(x=self.x, y=self.y, width=self.width, height=self.height)


Primitive = Path | Text | Image


@frozen(kw_only=True)
class SceneGroup(SelfDescribing):
    """One named thing in the picture.

    Attributes:
        id: unique in the scene.
        role: ``title``, ``column``, ``lane``, ``cluster``, ``box``, ``arrow``, ``ceiling``,
            ``trend``, ``legend``, ``key``, ``loop``, ``loop-box``, ``loop-arrow``, ``note`` or
            ``logo``.
        title: its name for a screen reader; empty if its text is enough.
        description: a further sentence; may be empty.
        items: the paths and lines of text, in drawing order.
        bounds: the rectangle around a box, a column, a lane or a cluster.
        kind: the kind of box or arrow.
        ends: of an arrow, the ids of the two boxes.
    """

    id: str
    role: str
    title: str = ""
    description: str = ""
    items: tuple[Primitive, ...] = ()
    bounds: Bounds | None = None
    kind: str = ""
    ends: tuple[str, str] | None = None


@frozen(kw_only=True)
class Scene(SelfDescribing):
    """A whole picture.

    Attributes:
        width, height: its size in points.
        page: the sheet it is made for, ``A4`` to ``A0`` (with ``portrait`` if upright) or
            ``slide``, or empty when it is larger.
        title, description, language: of the picture as a whole.
        date: when the theory was agreed or last reviewed, as 2018, 2018-09 or 2018-09-01; may be
            empty.
        own_words: those headings and words of the legend that are in its language; the others are
            tocmodel's own, and English.
        says_itself: whether the sentences about it are in its language too; otherwise they are
            English.
        groups: in drawing order, from back to front.
        more: further pages, such as a key that has no room on the picture.
    """

    width: float
    height: float
    title: str
    page: str = ""
    description: str = ""
    language: str = "en-GB"
    date: str = ""
    own_words: tuple[str, ...] = ()
    says_itself: bool = False
    groups: tuple[SceneGroup, ...] = ()
    more: tuple["Scene", ...] = ()

    def find(self, role: str) -> tuple[SceneGroup, ...]:
        """Return the groups of one role, in drawing order."""
        return tuple(group for group in self.groups if group.role == role)
