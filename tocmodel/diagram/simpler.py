"""Simpler and simpler versions of a picture of differences, until one fits a sheet of paper."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.diagram.model import Diagram
from tocmodel.diagram.sentences import sentence
from tocmodel.diagram.without_badges import without_badges


def simpler_pictures(diagram: Diagram) -> Iterator[Diagram]:
    """Yield a picture of differences with less and less round what changed.

    First the small lines in its boxes go, then the words of changes become signs, which the legend
    explains, and last the frames go. Each version says in its note what it leaves out.

    >>> from tocmodel.diagram.model import Box, Cluster
    >>> box = Box(id="a", kind="outcome", text="Calm", column="short", cluster="g", change="added")
    >>> whole = Diagram(title="T", boxes=(box,), clusters=(Cluster(id="g", title="G"),))
    >>> [(one.change_signs, len(one.clusters)) for one in simpler_pictures(whole)]
    [(False, 1), (True, 1), (True, 0)]
    """
    plain = without_badges(diagram)
    yield _noted(plain, "the small lines in the boxes are left out")
    yield _noted(evolve(plain, change_signs=True), "the small lines in the boxes are left out")
    ends = {end for arrow in diagram.arrows for end in (arrow.from_, arrow.to)}
    if plain.clusters and ends <= {box.id for box in plain.boxes}:
        open_ = evolve(
            plain,
            clusters=(),
            boxes=tuple(evolve(box, cluster="") for box in plain.boxes),
            legend=tuple(one for one in plain.legend if not one.sample.startswith("frame:")),
            change_signs=True,
        )
        yield _noted(open_, "the small lines in the boxes, and the frames, are left out")


def _noted(diagram: Diagram, remark: str) -> Diagram:
    return evolve(diagram, note=f"{sentence(remark)} {diagram.note}".strip())
