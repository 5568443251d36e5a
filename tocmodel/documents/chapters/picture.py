"""The picture of the theory, with the same in words for those who cannot see it."""

from tocmodel.documents.blocks import Block, Illustration
from tocmodel.documents.subject import ReportSubject


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the picture on a page of its own."""
    if subject.drawing is None:
        return ()
    return (picture_of(subject, own_page=True),)


def picture_of(
    subject: ReportSubject, *, own_page: bool = False, height: float = 0.0
) -> Illustration:
    """Return the picture of a subject.

    Raises:
        ValueError: it has none.
        TocModelError: the picture cannot be laid out.
    """
    if subject.drawing is None:
        raise ValueError("the report has no picture")
    diagram = subject.drawing.diagram
    return Illustration(
        subject.drawing.scene,
        alternative=subject.alternative,
        caption=diagram.title,
        own_page=own_page,
        height=height,
    )
