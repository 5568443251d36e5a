"""What is beside the arrows of a slide: words, or their numbers in the key, and marks of delays."""

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from tocmodel.diagram.model import KeyEntry
from tocmodel.layout.scene import Bounds, Point
from tocmodel.layout.text import LEADING, wrap

SIZE = 12.0
"""The size of the words on a slide, in points."""
SPARE = 1.06
"""How much wider the letters of another font may be."""


@frozen(kw_only=True)
class BesideArrow:
    """What is beside one arrow, with its place in the picture.

    Attributes:
        words: its words, line by line; none if they have no room, or there are none.
        room: their area.
        number: the number that stands for its words in the key; 0 for none.
        number_room: the area of the number.
        is_named: the key has its words without a number, as that has no room either.
        delay: the middle of the mark of a delay, and the direction of the line there; ``None``
            without a delay.
    """

    words: tuple[str, ...] = ()
    room: Bounds
    number: int = 0
    number_room: Bounds
    is_named: bool = False
    delay: tuple[Point, Point] | None = None


@frozen(kw_only=True)
class BesideArrows:
    """What is beside all arrows of a slide.

    Attributes:
        of: by the id of an arrow, what is beside it.
        key: the words of those that had no room, with their numbers; without a number, they say
            between which boxes the arrow runs.
    """

    of: Mapping[str, BesideArrow] = field(factory=dict)
    key: tuple[KeyEntry, ...] = ()

    @property
    def in_key(self) -> frozenset[str]:
        """The ids of the arrows whose words are in the key."""
        return frozenset(id_ for id_, one in self.of.items() if one.number or one.is_named)


def key_text(key: Sequence[KeyEntry]) -> str:
    r"""Return a key as one text, in which no words part from their number.

    >>> key_text([KeyEntry(number=1, text="a year"), KeyEntry(number=2, text="reduces")])
    '1.\xa0a year  ·  2.\xa0reduces'
    """
    return "  ·  ".join(
        f"{entry.number}.\u00a0{entry.text}" if entry.number else entry.text for entry in key
    )


def height_of_key(key: Sequence[KeyEntry], width: float) -> float:
    """Return the height of a key below a picture of a width; 0 for an empty key."""
    lines = wrap(key_text(key), (width - 8) / SPARE, SIZE)
    return len(lines) * SIZE * LEADING + 4 if lines else 0.0
