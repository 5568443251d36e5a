"""The small lines in a box: an indicator with a figure, evidence, assumptions, risks."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from tocmodel.analysis.latest import given_figure, given_for, said_of
from tocmodel.diagram.classing import partners_of
from tocmodel.diagram.evidence import evidence_badges
from tocmodel.diagram.parts import Badge
from tocmodel.diagram.traits import rank_words
from tocmodel.diagram.words import Words, list_titles
from tocmodel.graph import Edge, edges
from tocmodel.model import (
    Answer,
    Assumption,
    Indicator,
    LaneBy,
    ShowAs,
    TheoryOfChange,
    View,
)
from tocmodel.values import frozen
from tocmodel.wording import count_words, guess_note, guess_of

_NAMED = 2
"""How many of a kind are named one by one; more are counted."""

_GUESSES: Mapping[str, str] = {"inferred": "inferred", "drafted": "drafted by a program"}
"""What a box says of what nobody has told; the legend says it in full."""


@frozen
class _Subject:
    """What is looked at while badges are made."""

    theory: TheoryOfChange
    view: View
    words: Words
    boxes: frozenset[str]
    edges: Mapping[str, Mapping[str, list[Edge]]]

    def bearing_on(self, id_: str, kind: str) -> tuple[str, ...]:
        """Return what bears on an element by edges of a kind and has no box of its own."""
        found = self.edges.get(id_, {}).get(kind, ())
        return tuple(dict.fromkeys(item.from_ for item in found if item.from_ not in self.boxes))

    def titles(self, ids: Iterable[str]) -> list[str]:
        return [self.words.title(id_) for id_ in ids]

    def claims(self, ids: Iterable[str]) -> list[str]:
        """Return the titles of claims, each with a note where it is inferred or drafted."""
        return [self.words.title(id_) + guess_note(self.theory.element(id_)) for id_ in ids]


def badges(
    theory: TheoryOfChange, view: View, shown: Collection[str], words: Words
) -> dict[str, tuple[Badge, ...]]:
    """Return the badges of each shown element.

    Nothing is said twice: what has a box of its own has no badge.
    """
    found: dict[str, dict[str, list[Edge]]] = {}
    for edge in edges(theory):
        found.setdefault(edge.to, {}).setdefault(edge.kind, []).append(edge)
    subject = _Subject(theory, view, words, frozenset(shown), found)
    return {
        id_: tuple(Badge(kind=kind, text=text) for kind, text in _of(subject, id_)) for id_ in shown
    }


def _of(subject: _Subject, id_: str) -> Iterator[tuple[str, str]]:
    theory, view = subject.theory, subject.view
    own = theory.element(id_)
    if guess := guess_of(own):
        yield guess, _GUESSES[guess]
    if isinstance(own, Indicator) and (given := given_figure(own, theory.place)):
        yield "indicator", given.words
    measuring = subject.bearing_on(id_, "measures")
    if view.indicators is ShowAs.BADGES and measuring:
        indicators = [theory.indicators[item] for item in measuring]
        given = given_for(own, indicators, theory.place)
        yield (
            "indicator",
            said_of(own, indicators, given, lambda item: subject.words.title(item.id)),
        )
    yield from evidence_badges(theory, id_, subject.boxes)
    via = subject.claims(subject.bearing_on(id_, "explains"))
    yield from _named("mechanism", "mechanisms", "via", via)
    if view.assumptions is ShowAs.BADGES:
        assumed = list(_assumptions(subject, id_))
        yield from _named("assumption", "assumptions", "assumes", assumed)
    if view.risks is ShowAs.BADGES:
        risks = list(_risks(subject, id_))
        yield from _named("risk", "risks", "risk", risks)
    if view.lanes is LaneBy.PARTNER:
        others = [item for item in partners_of(own)[1:] if item in theory.partners]
        if others:
            yield "partner", f"with {list_titles(subject.titles(others))}"


def _named(kind: str, section: str, verb: str, titles: list[str]) -> Iterator[tuple[str, str]]:
    if len(titles) > _NAMED:
        yield kind, count_words(len(titles), section)
    else:
        yield from ((kind, f"{verb}: {title}") for title in titles)


def _assumptions(subject: _Subject, id_: str) -> Iterator[str]:
    known = subject.theory.assumptions
    for item in subject.bearing_on(id_, "assumes"):
        yield _doubt(known[item]) + subject.words.title(item) + guess_note(known[item])
    for link in subject.theory.links_to(id_):
        for assumed in link.assumes:
            if isinstance(assumed, Assumption) and assumed.id not in known:
                yield _doubt(assumed) + assumed.title + guess_note(assumed)


def _risks(subject: _Subject, id_: str) -> Iterator[str]:
    found = subject.bearing_on(id_, "threatens")
    for title, item in zip(subject.claims(found), found, strict=True):
        ranks = ", ".join(rank_words(subject.theory.risks[item]))
        yield f"{title} ({ranks})" if ranks else title


def _doubt(assumption: Assumption) -> str:
    return "(does not hold) " if assumption.holds is Answer.NO else ""


def collapsed_badge(theory: TheoryOfChange, members: Iterable[str]) -> Badge:
    """Return what a collapsed group holds: ``1 intervention, 2 outcomes``."""
    numbers: dict[str, int] = {}
    for id_ in members:
        section = theory.section_of(id_)
        numbers[section] = numbers.get(section, 0) + 1
    text = ", ".join(count_words(number, section) for section, number in numbers.items())
    return Badge(kind="collapsed", text=text)
