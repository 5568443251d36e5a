"""What is known so far, and what is not: figures, evidence, and whose reading the links are."""

from collections.abc import Iterator, Sequence

from tocmodel.analysis.chosen_figure import ChosenFigure, choose_figure_for
from tocmodel.analysis.evidence import NO_EVIDENCE, weights_of_evidence
from tocmodel.model import Basis, Evidence, Indicator, Link, Standing
from tocmodel.narrative.model import Paragraph, Sentence
from tocmodel.narrative.prose import Prose, compose, listed, number_word, paragraph, sentence
from tocmodel.narrative.teller import Teller

_MOST_FIGURES = 6
"""The most figures told."""

_MOST_NAMED = 3
"""The most outcomes named one by one."""


def knowledge(teller: Teller, links: Sequence[Link]) -> tuple[Paragraph, ...]:
    """Return the paragraphs.

    Args:
        teller: the theory and its words.
        links: the links that the narrative tells.
    """
    return (
        *paragraph(_outcomes(teller)),
        *paragraph(_figures(teller)),
        *paragraph(_contrary(teller)),
        *paragraph(_origins(links)),
    )


def _outcomes(teller: Teller) -> Iterator[Sentence]:
    """Yield for how many outcomes there is evidence of a change, an aim only, or none."""
    known = weights_of_evidence(teller.theory)
    weights = {id_: known.get(id_, NO_EVIDENCE) for id_ in teller.theory.outcomes}
    if not weights:
        return
    shown = [id_ for id_, weight in weights.items() if weight.results]
    neither = [id_ for id_, weight in weights.items() if weight.neither and not weight.results]
    cited = [
        id_
        for id_, weight in weights.items()
        if weight.evidence and not weight.results and id_ not in neither
    ]
    none = [id_ for id_, weight in weights.items() if not weight.pieces]
    total = len(weights)
    for ids, words in (
        (shown, "evidence shows a change"),
        (neither, "studies saw no change, or a mixed picture"),
        (cited, "what is cited is an aim, or shows no change yet"),
        (none, "the theory names no evidence yet"),
    ):
        if not ids:
            continue
        share = f"for {number_word(len(ids))} of the {number_word(total)} outcomes"
        if len(ids) == total:
            share = {1: "for the one outcome", 2: "for both outcomes"}.get(
                total, f"for all {number_word(total)} outcomes"
            )
        start = f"{share}, {words}"
        if ids is shown or len(ids) > _MOST_NAMED or len(ids) == total:
            yield sentence(start)
        else:
            things = listed([teller.speaker.thing(id_) for id_ in ids])
            yield sentence(compose("{start}: {a}", start=start, a=things))


def _figures(teller: Teller) -> Iterator[Sentence]:
    theory = teller.theory
    measuring: dict[str, list[Indicator]] = {}
    for indicator in theory.indicators.values():
        for id_ in indicator.measures:
            measuring.setdefault(id_, []).append(indicator)
    found: dict[tuple[str, bool], tuple[ChosenFigure, list[str]]] = {}
    for id_, outcome in theory.outcomes.items():
        given = choose_figure_for(outcome, measuring.get(id_, ()), theory.place)
        if given is not None and given.figure.has_number and not given.figure.redacted:
            key = (given.indicator.id, given.figure.basis is Basis.FORECAST)
            found.setdefault(key, (given, []))[1].append(id_)
    for place, (given, ids) in enumerate([*found.values()][:_MOST_FIGURES]):
        yield _figure(teller, given, ids, place)


def _figure(teller: Teller, given: ChosenFigure, ids: Sequence[str], place: int) -> Sentence:
    name = teller.speaker.words.title(given.indicator.id)
    which = "one figure" if place == 0 else "another"
    if given.figure.basis is Basis.FORECAST:
        which = "one figure, which is only expected," if place == 0 else "another, only expected,"
    return sentence(
        compose(
            "{which} bears on {a}: {name}, {words}",
            which=which,
            a=listed([teller.speaker.thing(id_) for id_ in ids]),
            name=teller.speaker.text(name),
            words=given.words_after(name),
        )
    )


def _contrary(teller: Teller) -> Iterator[Sentence]:
    """Yield what speaks against the theory: it is never left out."""
    seen: set[str] = set()
    for id_, weight in weights_of_evidence(teller.theory).items():
        if not isinstance(id_, str):
            continue
        for piece in weight.contrary:
            against = _that(teller, id_, teller.speaker.thing(id_))
            words = "evidence speaks against {a}: {b}"
            one = sentence(compose(words, a=against, b=_piece(teller, piece)))
            if one.text not in seen:
                seen.add(one.text)
                yield one


def _that(teller: Teller, id_: str, thing: Prose) -> Prose:
    phrase = teller.speaker.say(id_)
    return compose("the claim that {a}", a=phrase.prose) if phrase.is_clause else thing


def _piece(teller: Teller, piece: Evidence) -> Prose:
    if piece.id in teller.theory.evidence:
        return teller.speaker.say(piece.id).prose
    return teller.speaker.said_text(piece.title).prose


_ORIGINS = (
    (Standing.STATED, "stated by a source"),
    (Standing.LISTED, "read from a list or a figure"),
    (Standing.AGREED, "agreed with partners"),
    (Standing.INFERRED, "our own reading"),
    (Standing.DRAFTED, "drafted by a program and not confirmed"),
    (Standing.NOT_SAID, "without a stated origin"),
)


def _origins(links: Sequence[Link]) -> Iterator[Sentence]:
    """Yield where the links come from."""
    if not links:
        return
    counts = {kind: sum(link.standing is kind for link in links) for kind, _ in _ORIGINS}
    parts = [f"{number_word(counts[kind])} {words}" for kind, words in _ORIGINS if counts[kind]]
    total = "one link" if len(links) == 1 else f"{number_word(len(links))} links"
    if len(parts) == 1:
        only = next(words for kind, words in _ORIGINS if counts[kind])
        is_are = {1: "is", 2: "are both"}.get(len(links), "are all")
        yield sentence(f"the {total} described here {is_are} {only}")
    else:
        yield sentence(compose("of the {t} described here, {a}", t=total, a=_counted(counts)))


def _counted(counts: dict[Standing, int]) -> Prose:
    parts = []
    for kind, words in _ORIGINS:
        if counts[kind]:
            is_are = "is" if counts[kind] == 1 else "are"
            parts.append(f"{number_word(counts[kind])} {is_are} {words}")
    return listed(parts)
