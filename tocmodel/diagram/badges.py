"""The small lines in a box: an indicator with a figure, evidence, assumptions, risks."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import frozen

from tocmodel.analysis.chosen_figure import choose_figure, choose_figure_for, describe_chosen_figure
from tocmodel.analysis.titles import Words
from tocmodel.diagram.descriptions import rank_words
from tocmodel.diagram.evidence import evidence_badges
from tocmodel.diagram.lanes import partners_of
from tocmodel.diagram.model import Badge
from tocmodel.diagram.phrases import phrase
from tocmodel.diagram.sentences import list_titles
from tocmodel.graph import Edge, edges
from tocmodel.model import (
    Answer,
    Assumption,
    Indicator,
    Intervention,
    LaneBy,
    Outcome,
    ShowAs,
    TheoryOfChange,
    View,
)
from tocmodel.wording import count_words, guess_note, guess_of, needs_words

_NAMED = 2
"""How many of a kind are named; further ones are only counted."""

LINES: Mapping[str, str] = {
    "line-inferred": "inferred",
    "line-drafted": "drafted by a program",
    "line-needs": "needs {what}",
    "line-via": "via: {title}",
    "line-assumes": "assumes: {title}",
    "line-does-not-hold": "(does not hold) {title}",
    "line-risk": "risk: {title}",
    "line-owner": "owner: {title}",
    "line-with": "with {partners}",
    "line-lead-with": "led here, with {partners}",
}
"""The fixed words of the small lines in boxes, by their keys; the legend has some in full."""


@frozen
class _BadgeContext:
    """The context used to make badges."""

    theory: TheoryOfChange
    view: View
    words: Words
    boxes: frozenset[str]
    edges: Mapping[str, Mapping[str, list[Edge]]]

    def bearing_on(self, id_: str, kind: str) -> tuple[str, ...]:
        """Return the elements that bear on an element by edges of a kind and have no box."""
        found = self.edges.get(id_, {}).get(kind, ())
        return tuple(dict.fromkeys(item.from_ for item in found if item.from_ not in self.boxes))

    def line(self, key: str, *values: str) -> str:
        """Return a small line: the fixed words of a key, with what belongs into them."""
        return phrase(self.words, LINES[key], key, *values)

    def titles(self, ids: Iterable[str]) -> list[str]:
        return [self.words.title(id_) for id_ in ids]

    def claims(self, ids: Iterable[str]) -> list[str]:
        """Return the titles of claims, each with a note where it is inferred or drafted."""
        return [self.words.title(id_) + guess_note(self.theory.element(id_)) for id_ in ids]


def badges(
    theory: TheoryOfChange, view: View, shown: Collection[str], words: Words
) -> dict[str, tuple[Badge, ...]]:
    """Return the badges of each shown element.

    Nothing is shown twice: an element with a box has no badge.
    """
    found: dict[str, dict[str, list[Edge]]] = {}
    for edge in edges(theory):
        found.setdefault(edge.to, {}).setdefault(edge.kind, []).append(edge)
    context = _BadgeContext(theory, view, words, frozenset(shown), found)
    return {
        id_: tuple(Badge(kind=kind, text=text) for kind, text in _of(context, id_)) for id_ in shown
    }


def _of(context: _BadgeContext, id_: str) -> Iterator[tuple[str, str]]:
    theory, view = context.theory, context.view
    own = theory.element(id_)
    if guess := guess_of(own):
        yield guess, context.words.fixed(LINES[f"line-{guess}"], f"line-{guess}")
    given = choose_figure(own, theory.place) if isinstance(own, Indicator) else None
    if given and not view.show_progress:
        yield "indicator", given.words
    measuring = context.bearing_on(id_, "measures")
    if view.indicators is ShowAs.BADGES and measuring and not view.show_progress:
        indicators = [theory.indicators[item] for item in measuring]
        given = choose_figure_for(own, indicators, theory.place)
        yield (
            "indicator",
            describe_chosen_figure(
                own, indicators, given, lambda item: context.words.title(item.id)
            ),
        )
    if isinstance(own, Outcome) and own.needs:
        yield "needs", context.line("line-needs", needs_words(own.needs, context.words.title))
    yield from evidence_badges(theory, id_, context.boxes, context.words)
    via = context.claims(context.bearing_on(id_, "explains"))
    yield from _named(context, "mechanism", "line-via", via)
    if view.assumptions is ShowAs.BADGES:
        assumed = list(_assumptions(context, id_))
        yield from _named(context, "assumption", "line-assumes", assumed)
    if view.risks is ShowAs.BADGES:
        risks = list(_risks(context, id_))
        yield from _named(context, "risk", "line-risk", risks)
    if isinstance(own, Outcome | Indicator) and own.owner and own.owner not in context.boxes:
        yield "partner", context.line("line-owner", context.words.title(own.owner))
    if view.lanes is LaneBy.PARTNER:
        others = [item for item in partners_of(own)[1:] if item in theory.partners]
        if others:
            key = "line-lead-with" if isinstance(own, Intervention) else "line-with"
            yield "partner", context.line(key, list_titles(context.titles(others)))


def _named(
    context: _BadgeContext, kind: str, key: str, titles: list[str]
) -> Iterator[tuple[str, str]]:
    if len(titles) > _NAMED:
        yield kind, count_words(len(titles), f"{kind}s")
    else:
        yield from ((kind, context.line(key, title)) for title in titles)


def _assumptions(context: _BadgeContext, id_: str) -> Iterator[str]:
    known = context.theory.assumptions
    for item in context.bearing_on(id_, "assumes"):
        title = context.words.title(item) + guess_note(known[item])
        yield _doubted(context, known[item], title)
    for link in context.theory.links_to(id_):
        for assumed in link.assumes:
            if isinstance(assumed, Assumption) and assumed.id not in known:
                title = assumed.full_title + guess_note(assumed)
                yield _doubted(context, assumed, title)


def _risks(context: _BadgeContext, id_: str) -> Iterator[str]:
    found = context.bearing_on(id_, "threatens")
    for title, item in zip(context.claims(found), found, strict=True):
        ranks = ", ".join(rank_words(context.theory.risks[item]))
        yield f"{title} ({ranks})" if ranks else title


def _doubted(context: _BadgeContext, assumption: Assumption, title: str) -> str:
    return context.line("line-does-not-hold", title) if assumption.holds is Answer.NO else title


def collapsed_badge(theory: TheoryOfChange, members: Iterable[str]) -> Badge:
    """Return the contents of a collapsed group: ``1 intervention, 2 outcomes``."""
    numbers: dict[str, int] = {}
    for id_ in members:
        section = theory.section_of(id_)
        numbers[section] = numbers.get(section, 0) + 1
    text = ", ".join(count_words(number, section) for section, number in numbers.items())
    return Badge(kind="collapsed", text=text)
