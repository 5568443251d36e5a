"""What a reader of a file from elsewhere returns: boxes, arrows and records in plain terms.

A reader knows one format and nothing of theories. It returns a ``Sketch``, which keeps the other
program's own words for kinds (a style, a column, a shape). One place turns a sketch into a theory:
it decides the kinds, makes the ids, and reports all that was guessed.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from tocmodel.self_describing import SelfDescribing


class Remark(StrEnum):
    """What a reader has to report about a file.

    Attributes:
        GUESSED: something the file does not tell was decided, and can be decided otherwise.
        REPAIRED: a damage with only one possible meaning was mended.
        LOST: something in the file has no place in the other format.
    """

    GUESSED = "guessed"
    REPAIRED = "repaired"
    LOST = "lost"


@frozen(kw_only=True)
class Note(SelfDescribing):
    """One remark about a file.

    Attributes:
        remark: what happened.
        message: in words, in lower case without a full stop: "the colours of 12 boxes are lost".
        place: where in the file, as its program calls it, such as ``Links!B7`` or ``line 4``; may
            be empty.
    """

    remark: Remark
    message: str
    place: str = ""


@frozen(kw_only=True)
class SketchBox:
    """An element in a file from elsewhere.

    Attributes:
        key: its name for arrows in the file, unique in it.
        title: its words, in one line.
        section: the section of a theory that it belongs to (``outcomes``), if the format tells it.
        style: the file's own word for its kind (``circle``, ``Goal``, ``#ff0000``), for the guess
            of its section and for ``--map circle=outcome``.
        group: the title of the group that it is in; may be empty.
        description: further words.
        tags: its tags.
        position: x to the right and y downwards, in points of that program.
        place: where it is in the file.
        keys: other keys of the element as in a theory's file, such as ``horizon`` or ``who``.
    """

    key: str
    title: str
    section: str = ""
    style: str = ""
    group: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    position: tuple[float, float] | None = None
    place: str = ""
    keys: Mapping[str, Any] = field(factory=dict)


@frozen(kw_only=True)
class SketchLine:
    """An arrow in a file from elsewhere.

    Attributes:
        cause: the key of the box where it begins.
        effect: the key of the box where it ends.
        sign: ``+``, ``-``, ``?`` or empty.
        because: the reason, if the file has one.
        place: where it is in the file.
        keys: other keys of the link as in a theory's file, such as ``delay``, ``kind`` or
            ``quotes``.
    """

    cause: str
    effect: str
    sign: str = ""
    because: str = ""
    place: str = ""
    keys: Mapping[str, Any] = field(factory=dict)


@frozen(kw_only=True)
class Sketch:
    """The content of a file from elsewhere.

    Attributes:
        title: its title; the file's name is used if it is empty.
        description: what it says of itself.
        boxes: its elements, in the order of the file.
        lines: its arrows.
        records: entries of other sections, as in a theory's file: section, then id, then keys. A
            reference from an entry to a box (``measures``, ``supports``, ``about``, ``through``)
            has the key of the box, or ``CAUSE -> EFFECT`` with both keys for an arrow; they become
            ids with the boxes.
        theory_keys: other keys of the theory, such as ``place`` or ``language``.
        notes: what was guessed, repaired or lost.
    """

    title: str = ""
    description: str = ""
    boxes: tuple[SketchBox, ...] = ()
    lines: tuple[SketchLine, ...] = ()
    records: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(factory=dict)
    theory_keys: Mapping[str, Any] = field(factory=dict)
    notes: tuple[Note, ...] = ()
