"""The lines above and below a picture: whose theory it is, and the sources of its facts."""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.analysis.chosen_figure import choose_figure, choose_figure_for
from tocmodel.analysis.titles import Words
from tocmodel.diagram.phrases import phrase
from tocmodel.diagram.sentences import sentence
from tocmodel.graph import edges
from tocmodel.model import (
    Evidence,
    Indicator,
    Input,
    Intervention,
    Outcome,
    ShowAs,
    Source,
    TheoryOfChange,
    View,
)
from tocmodel.wording import imagined_words
from tocmodel.wording.theories import IMAGINED

NOTES: Mapping[str, str] = {
    "imagined": IMAGINED,
    "revision": "revision {label}",
    "audience": "for {audience}",
    "focus": "focus: {title}",
    "partner": "partner: {title}",
    "agreed-on-by": "Agreed on {date} by {partners}",
    "agreed-on": "Agreed on {date}",
    "agreed-by": "Agreed by {partners}",
    "source": "Source: {sources}",
    "sources": "Sources: {sources}",
    "more-sources": "and {number} more",
}
"""The fixed phrases above and below a picture, by their keys; what is in braces is filled in."""

_SOURCES = 6
"""How many sources a note names; further ones are only counted."""


def subtitle(theory: TheoryOfChange, view: View, words: Words) -> str:
    """Return the subtitle: whether it is imagined, the place, the revision and the audience."""
    place = theory.place
    revision = theory.revision
    parts = (
        imagined(theory, words),
        words.theory_title if view.title and view.title != theory.title else "",
        ", ".join(part for part in (place.name, place.area) if part) if place else "",
        _filled(words, "revision", revision.label if revision else ""),
        _filled(words, "audience", view.audience),
        _filled(words, "focus", words.title(view.focus) if view.focus else ""),
        _filled(
            words, "partner", words.title(view.partner) if view.partner in theory.partners else ""
        ),
    )
    return " · ".join(part for part in parts if part)


def imagined(theory: TheoryOfChange, words: Words) -> str:
    """Return the words that mark an imagined theory in a picture; empty for a real one."""
    marked = imagined_words(theory)
    return words.fixed(marked, "imagined") if marked else ""


def _filled(words: Words, key: str, *values: str) -> str:
    return phrase(words, NOTES[key], key, *values)


def full_title(theory: TheoryOfChange) -> str:
    """Return the title of a theory, with a note before it if the theory is imagined.

    >>> full_title(TheoryOfChange(title="A zone", imagined=True))
    'An imagined example · A zone'
    """
    return " · ".join(filter(None, (imagined_words(theory), theory.title)))


def date_of(theory: TheoryOfChange) -> str:
    """Return when the theory was agreed, otherwise when it was last reviewed, otherwise nothing.

    >>> reviews = {"first": {"date": "2018"}, "second": {"date": "2019-06"}}
    >>> date_of(TheoryOfChange(title="A zone", reviews=reviews)), date_of(TheoryOfChange(title="A"))
    ('2019-06', '')
    """
    agreed = theory.revision.agreed_on if theory.revision else ""
    return agreed or max((review.date for review in theory.reviews.values()), default="")


def note(
    theory: TheoryOfChange,
    view: View,
    shown: tuple[str, ...],
    words: Words,
    remarks: Iterable[str] = (),
) -> str:
    """Return the note on who agreed the theory, remarks on the picture, and its sources."""
    parts = [
        *filter(None, remarks),
        *_agreed(theory, words),
        *_sources(theory, view, shown, words),
    ]
    return " ".join(sentence(part) for part in parts)


def _agreed(theory: TheoryOfChange, words: Words) -> Iterator[str]:
    revision = theory.revision
    if revision is None or not (revision.agreed_on or revision.agreed_by):
        return
    who = ", ".join(words.title(id_) for id_ in revision.agreed_by if id_ in theory.partners)
    on = revision.agreed_on
    if who and on:
        yield _filled(words, "agreed-on-by", on, who)
    elif agreement := _filled(words, "agreed-by", who) or _filled(words, "agreed-on", on):
        yield agreement


def _sources(
    theory: TheoryOfChange, view: View, shown: tuple[str, ...], words: Words
) -> Iterator[str]:
    used = dict.fromkeys(id_ for id_ in _cited(theory, view, shown) if id_ in theory.sources)
    if not used:
        return
    named = [_citation(theory.sources[id_]) for id_ in used]
    more = len(named) - _SOURCES
    if more > 0:
        named[_SOURCES:] = [_filled(words, "more-sources", str(more))]
    yield _filled(words, "source" if len(used) == 1 else "sources", "; ".join(named))


def _citation(source: Source) -> str:
    """Return a source in a few words.

    >>> _citation(Source(title="Evaluation", publisher="A university", year=2019))
    'Evaluation, A university, 2019'
    """
    return ", ".join(
        part for part in (source.title, source.author or source.publisher, source.year) if part
    )


def _cited(theory: TheoryOfChange, view: View, shown: tuple[str, ...]) -> Iterator[str]:
    """Yield the sources of the boxes and their badges."""
    boxes = frozenset(shown)
    for id_ in shown:
        yield from _sources_of(theory, id_)
    measuring: dict[str, list[Indicator]] = {}
    for edge in edges(theory):
        if edge.to in boxes and edge.kind in ("supports", "contradicts", "concerns"):
            yield from _sources_of(theory, edge.from_)
        elif edge.to in boxes and edge.kind == "measures" and edge.from_ not in boxes:
            measuring.setdefault(edge.to, []).append(theory.indicators[edge.from_])
    if view.indicators is ShowAs.BADGES:
        for id_, indicators in measuring.items():
            given = choose_figure_for(theory.element(id_), indicators, theory.place)
            if given is not None:
                yield given.figure.source or given.indicator.source
    for link in theory.links:
        if link.to in boxes:
            yield from (item.source for item in link.evidence if isinstance(item, Evidence))


def _sources_of(theory: TheoryOfChange, id_: str) -> Iterable[str]:
    element = theory.element(id_)
    if isinstance(element, Evidence):
        return (element.source,)
    if isinstance(element, Indicator):
        given = choose_figure(element, theory.place)
        return (given.figure.source or element.source,) if given else ()
    if isinstance(element, Input):
        held = [element.amount] if element.amount else []
        return (figure.source for figure in (*held, *(part.amount for part in element.amounts)))
    if isinstance(element, Outcome):
        return (quotation.source for quotation in element.quotes)
    return (reach.source for reach in element.reach) if isinstance(element, Intervention) else ()
