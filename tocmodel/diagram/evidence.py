"""How a picture shows evidence: below the words of a box, and beside an arrow.

An aim is not evidence that it was reached, so each thing that evidence can show has its own mark,
and only a change or a cause has the tick.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from tocmodel.analysis.evidence import NO_EVIDENCE, Bearing, WeightOfEvidence, weights_of_evidence
from tocmodel.analysis.titles import Words
from tocmodel.model import Evidence, Link, TheoryOfChange
from tocmodel.wording import say

_MARKS: Mapping[Bearing, tuple[str, str]] = {
    Bearing.CHANGE: ("evidence", "evidence"),
    Bearing.CAUSE: ("evidence", "evidence"),
    Bearing.SITUATION: ("situation", "shows the situation"),
    Bearing.DELIVERY: ("delivery", "shows delivery"),
    Bearing.AIM: ("aim", "states an aim"),
    Bearing.UNSTATED: ("unstated", "cited"),
    Bearing.NO_CHANGE: ("neither", "no change seen"),
    Bearing.MIXED: ("neither", "mixed results"),
    Bearing.ABOUT: ("neither", "neither for nor against"),
    Bearing.AGAINST: ("against", "evidence against"),
}
"""The kind of badge for each bearing of evidence, and its words."""

EVIDENCE_LINES: Mapping[str, str] = {
    f"line-{words.replace(' ', '-')}": words for _, words in _MARKS.values()
}
"""What evidence shows, by the keys of these words."""

_KEYS = {words: key for key, words in EVIDENCE_LINES.items()}


def evidence_badges(
    theory: TheoryOfChange, id_: str, boxes: Collection[str], words: Words
) -> Iterator[tuple[str, str]]:
    """Yield the kind and words of the badges for evidence on an element itself.

    Evidence with a box has no badge.
    """
    yield from _own_badges(weights_of_evidence(theory).get(id_, NO_EVIDENCE), boxes, words)
    for shows, pair in _on_links(theory, id_):
        titles = " -> ".join(words.title(end) for end in pair)
        yield "link", f"{spoken_bearing(shows, words)}: {titles}"


def spoken_bearing(shows: str, words: Words) -> str:
    """Return what evidence shows in the words of the picture."""
    return words.fixed(shows, _KEYS[shows])


def _own_badges(
    weight: WeightOfEvidence, boxes: Collection[str], words: Words
) -> Iterator[tuple[str, str]]:
    found: dict[tuple[str, str], list[Evidence]] = {mark: [] for mark in _MARKS.values()}
    for bearing, piece in weight.pieces:
        if piece.id not in boxes:
            found[_MARKS[bearing]].append(piece)
    for (kind, shows), pieces in found.items():
        if pieces:
            kinds = ", ".join(_kinds(pieces))
            bearing_words = spoken_bearing(shows, words)
            yield kind, f"{bearing_words}: {kinds}" if kinds else bearing_words


def _kinds(pieces: Iterable[Evidence]) -> Iterable[str]:
    return dict.fromkeys(say(f"kind-{piece.kind}") for piece in pieces if piece.kind)


def _on_links(theory: TheoryOfChange, id_: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the links that evidence bears on: a line from its box cannot end at an arrow."""
    if id_ not in theory.evidence:
        return
    for claim, weight in weights_of_evidence(theory).items():
        for bearing, piece in weight.pieces:
            if piece.id == id_ and not isinstance(claim, str):
                yield _MARKS[bearing][1], claim


def link_evidence(theory: TheoryOfChange, link: Link) -> Iterator[tuple[str, str, Evidence]]:
    """Yield each piece of evidence on a link itself: its mark, its bearing, and the piece."""
    weight = weights_of_evidence(theory).get((link.from_, link.to), NO_EVIDENCE)
    for bearing in Bearing:
        for piece in weight.of(bearing):
            yield *_MARKS[bearing], piece


EVIDENCE_COLOURS: Mapping[str, str] = {
    "evidence:for": "Evidence of change, or of its cause",
    "evidence:both": "Evidence of change, and evidence against it",
    "evidence:neither": "No change seen, or mixed results",
    "evidence:against": "Evidence against it",
    "evidence:other": "Evidence of something else, named in the box",
    "evidence:none": "No evidence named yet",
}
"""The meaning of each colour where boxes are coloured by evidence."""


def evidence_colours(theory: TheoryOfChange, shown: Collection[str]) -> dict[str, str]:
    """Return the colour key of each element, from the evidence on the element itself."""
    known = weights_of_evidence(theory)
    return {id_: f"evidence:{_side(known.get(id_, NO_EVIDENCE))}" for id_ in shown}


def _side(weight: WeightOfEvidence) -> str:
    if weight.results:
        return "both" if weight.contrary else "for"
    if weight.contrary:
        return "against"
    if weight.neither:
        return "neither"
    return "other" if weight.evidence else "none"
