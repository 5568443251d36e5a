"""What the colour of each box stands for."""

from collections.abc import Collection, Mapping

from tocmodel.diagram.classing import classes
from tocmodel.diagram.stages import STAGES
from tocmodel.graph import edges
from tocmodel.model import ColourBy, TheoryOfChange
from tocmodel.values import frozen

_EVIDENCE: Mapping[str, str] = {
    "evidence:for": "Evidence supports it",
    "evidence:both": "Evidence for and against it",
    "evidence:against": "Evidence speaks against it",
    "evidence:none": "No evidence named yet",
}


@frozen
class Colours:
    """The key of each element's colour, and what the keys stand for, in palette order.

    A stage's key is that of its column, and needs no words: its heading says it.
    """

    of: Mapping[str, str]
    titles: Mapping[str, str]

    def order(self, used: Collection[str]) -> tuple[str, ...]:
        """Return the keys in use, in palette order."""
        return tuple(key for key in (*STAGES, *self.titles) if key in used)


def colours(
    theory: TheoryOfChange, by: ColourBy, shown: Collection[str], stage: Mapping[str, str]
) -> Colours:
    """Return the colours of the shown elements."""
    if by is ColourBy.STAGE:
        return Colours({id_: stage[id_] for id_ in shown}, {})
    if by is ColourBy.EVIDENCE:
        return Colours(_by_evidence(theory, shown), _EVIDENCE)
    found = classes(theory, str(by), shown)
    return Colours(
        {id_: f"{by}:{key}" for id_, key in found.of.items()},
        {f"{by}:{key}": title for key, title in found.titles.items()},
    )


def _by_evidence(theory: TheoryOfChange, shown: Collection[str]) -> dict[str, str]:
    """Tell what evidence says of each element, or of a link that leads to it."""
    supported = {edge.to for edge in edges(theory) if edge.kind == "supports"}
    supported |= {link.to for link in theory.links if link.evidence}
    against = {edge.to for edge in edges(theory) if edge.kind == "contradicts"}
    found = {}
    for id_ in shown:
        if id_ in supported:
            found[id_] = "evidence:both" if id_ in against else "evidence:for"
        else:
            found[id_] = "evidence:against" if id_ in against else "evidence:none"
    return found
