"""A slide before layout: its place in the file, and the part of a picture that it shows."""

from enum import StrEnum

from attrs import frozen

from tocmodel.diagram.model import Diagram
from tocmodel.self_describing import SelfDescribing


class SlideKind(StrEnum):
    """What a slide shows.

    Attributes:
        WHOLE: a picture that needs no other slide.
        OVERVIEW: one box for each of the slides that follow.
        PART: a part of a picture, with a box for each slide on which it continues.
        LOOP: one loop, all of it.
        KEY: the legend and the note of a picture, which had no room on its other slides.
    """

    WHOLE = "whole"
    OVERVIEW = "overview"
    PART = "part"
    LOOP = "loop"
    KEY = "key"


@frozen(kw_only=True)
class Slide(SelfDescribing):
    """One slide.

    Attributes:
        number: its number in the file, from 1.
        kind: what it shows.
        title: its heading.
        diagram: its boxes and arrows, no more than fit on a slide.
        elements: the boxes of the whole picture that it shows, in their order.
    """

    number: int
    kind: SlideKind
    title: str
    diagram: Diagram
    elements: tuple[str, ...] = ()
