"""What lies beyond the partnership's control, and what harm could come."""

from collections.abc import Iterator, Mapping, Sequence

from tocmodel.graph import causal_graph
from tocmodel.model import Answer, Assumption, HasOrigin, Horizon, Link, Outcome, Risk, Standing
from tocmodel.narrative.choose import unwanted
from tocmodel.narrative.model import Paragraph, Sentence
from tocmodel.narrative.prose import (
    Prose,
    compose,
    fits,
    listed,
    number_word,
    pairs,
    paragraph,
    sentence,
)
from tocmodel.narrative.speaker import SpokenTitle
from tocmodel.narrative.standing import standing
from tocmodel.narrative.steps import step
from tocmodel.narrative.teller import Teller
from tocmodel.wording import counted

_HORIZONS = list(Horizon)

_MOST_RISKS = 12
"""The most risks told one by one."""

_MOST_ASSUMPTIONS = 12
"""The most assumptions told one by one."""

_UP_TO = {
    Horizon.SHORT: "the short term",
    Horizon.MEDIUM: "the medium term",
    Horizon.LONG: "the long term",
    Horizon.IMPACT: "its impact",
}


def outside(teller: Teller, links: Sequence[Link]) -> tuple[Paragraph, ...]:
    """Return the paragraphs on what the partnership does not control.

    Args:
        teller: the theory and its words.
        links: the links that the narrative tells.
    """
    return (
        *paragraph(_ceiling(teller)),
        *paragraph(_assumptions(teller, links)),
        *_risks(teller),
        *paragraph(_rivals(teller, links)),
        *paragraph(_from_outside(teller)),
    )


def _ceiling(teller: Teller) -> Iterator[Sentence]:
    theory = teller.theory
    last = theory.ceiling_of_accountability
    if last is None:
        return
    beyond = [
        id_
        for id_, outcome in theory.outcomes.items()
        if outcome.horizon and _HORIZONS.index(outcome.horizon) > _HORIZONS.index(last)
    ]
    yield sentence(f"the partnership answers for changes up to {_UP_TO[last]}")
    if beyond:
        things = [_that(teller.speaker.say(id_)) for id_ in beyond]
        if fits(*things):
            yield sentence(
                compose(
                    "it can help with what comes later, but cannot bring it about alone: {a}",
                    a=listed(things),
                )
            )
        else:
            yield sentence(
                "it can help with the changes that come later, but cannot bring them about alone"
            )


def _that(phrase: SpokenTitle) -> Prose:
    return compose("that {a}", a=phrase.prose) if phrase.is_clause else phrase.prose


def _assumptions(teller: Teller, links: Sequence[Link]) -> Iterator[Sentence]:
    known = teller.theory.assumptions
    named = [*known.values()]
    named += [
        item
        for link in links
        for item in link.assumes
        if isinstance(item, Assumption) and item.id not in known
    ]
    if not named:
        return
    number = number_word(len(named))
    things = "one thing" if len(named) == 1 else f"{number} things"
    yield sentence(f"the theory takes {things} for granted that the partnership does not control")
    answers = {item.holds for item in named}
    alike = len(named) > 1 and len(answers) == 1
    for item in named[:_MOST_ASSUMPTIONS]:
        yield from _assumption(teller, item, with_answer=not alike)
    if named[_MOST_ASSUMPTIONS:]:
        yield sentence(f"the others, {len(named) - _MOST_ASSUMPTIONS:,} of them, are in the theory")
    if alike:
        yield sentence(_ALL_ALIKE[answers.pop()])


_ANSWERS: Mapping[Answer | None, str] = {
    Answer.YES: ", and this is known to hold",
    Answer.NO: ", but this is known not to hold",
    Answer.UNKNOWN: "; whether it holds is not known",
    None: "; whether it holds is not stated",
}

_ALL_ALIKE: Mapping[Answer | None, str] = {
    Answer.YES: "all of this is known to hold",
    Answer.NO: "none of this holds, as far as is known",
    Answer.UNKNOWN: "whether any of this holds is not known",
    None: "whether any of this holds is not stated",
}


def _assumption(teller: Teller, item: Assumption, *, with_answer: bool) -> Iterator[Sentence]:
    speaker = teller.speaker
    known = item.id in teller.theory.assumptions
    phrase = speaker.say(item.id) if known else speaker.said_text(item.title)
    lead = "it is critical {a}" if item.critical and phrase.is_clause else "it assumes {a}"
    if item.critical and not phrase.is_clause:
        lead = "this is critical: {a}"
    answer = _ANSWERS[item.holds] if with_answer else ""
    yield sentence(compose(lead + "{answer}", a=_that(phrase), answer=answer))
    yield from _guessed(teller, item, "this assumption")
    if item.owner in teller.theory.partners:
        yield sentence(compose("it is watched by {a}", a=speaker.say(item.owner).prose))


def _guessed(teller: Teller, claim: HasOrigin, noun: str) -> Iterator[Sentence]:
    """Yield that a claim is only our own reading, or a program's."""
    if claim.standing is Standing.INFERRED:
        yield sentence(f"{noun} is our own {'idea' if teller.plain else 'reading'}")
    if claim.standing is Standing.DRAFTED:
        yield sentence(f"{noun} is a draft by a program, which nobody has confirmed")


def _risks(teller: Teller) -> Iterator[Paragraph]:
    risks = [*teller.theory.risks.values()]
    for risk in risks[:_MOST_RISKS]:
        yield from paragraph(_risk(teller, risk))
    if risks[_MOST_RISKS:]:
        more = counted(len(risks) - _MOST_RISKS, "more risk is", "more risks are")
        yield from paragraph([sentence(f"{more} in the theory")])


def _risk(teller: Teller, risk: Risk) -> Iterator[Sentence]:
    phrase = teller.speaker.say(risk.id)
    kind = "a risk from outside" if risk.external else "a risk"
    yield sentence(compose("{kind} is {a}", kind=kind, a=_that(phrase)))
    threatened = [
        *risk.threatens,
        *(link.to for link in teller.theory.links if link.from_ == risk.id),
    ]
    things = [teller.speaker.thing(id_) for id_ in dict.fromkeys(threatened)]
    if things:
        yield sentence(compose("it bears on {a}", a=listed(things)))
    ranks = [
        f"{rank} {noun}"
        for rank, noun in ((risk.likelihood, "likelihood"), (risk.severity, "severity"))
        if rank
    ]
    if ranks:
        yield sentence(f"the partnership gives it {' and '.join(ranks)}")
    yield from _guessed(teller, risk, "this risk")
    if risk.mitigation:
        yield sentence(
            compose("this is the answer to it: {a}", a=teller.speaker.text(risk.mitigation))
        )


def _rivals(teller: Teller, links: Sequence[Link]) -> Iterator[Sentence]:
    """Yield the other explanations of each effect."""
    found: dict[str, dict[str, list[Link]]] = {}
    for link in links:
        for rival in link.rivals_named:
            found.setdefault(link.to, {}).setdefault(teller.speaker.text(rival), []).append(link)
    for id_, rivals in found.items():
        phrase = teller.speaker.say(id_)
        another = "another explanation" if len(rivals) == 1 else "other explanations"
        about = pairs(link for named in rivals.values() for link in named)
        that = "that " if phrase.is_clause else ""
        words = "{that}{a} may have {another}: {b}"
        others = listed([*rivals], last="or")
        yield sentence(compose(words, that=that, a=phrase.prose, another=another, b=others), about)


def _from_outside(teller: Teller) -> Iterator[Sentence]:
    """Yield the factors that nothing in the theory explains."""
    causes = causal_graph(teller.theory).predecessors
    found = [id_ for id_ in teller.theory.factors if not causes.get(id_)]
    if found and len(found) < len(teller.theory.factors):
        things = [teller.speaker.thing(id_) for id_ in found]
        words = "nothing in the theory explains what moves {a}"
        yield sentence(compose(words, a=listed(things, last="or")))


def harm(teller: Teller, links: Sequence[Link]) -> tuple[Paragraph, ...]:
    """Return what nobody wants, and what nobody aimed at.

    Args:
        teller: the theory and its words.
        links: the links to and from what nobody wants.
    """
    theory = teller.theory
    bad = unwanted(theory)
    found: list[Paragraph] = []
    for id_ in bad:
        own = [link for link in links if id_ in (link.from_, link.to)]
        own = [link for link in own if link.from_ not in theory.risks]
        found += paragraph(_harm(teller, theory.outcomes[id_], own))
    for outcome in theory.outcomes.values():
        if outcome.unintended and outcome.id not in bad:
            phrase = teller.speaker.say(outcome.id)
            words = compose("one change came into view that nobody aimed at: {a}", a=phrase.prose)
            found += paragraph([sentence(words)])
    if not found and theory.interventions:
        found += paragraph(
            [
                sentence(
                    "the theory names no harm that the work could do, which does not mean that "
                    "there is none"
                )
            ]
        )
    return tuple(found)


def _harm(teller: Teller, outcome: Outcome, links: Sequence[Link]) -> Iterator[Sentence]:
    phrase = teller.speaker.say(outcome.id)
    yield sentence(compose("one thing that nobody wants is {a}", a=_that(phrase)))
    for place, link in enumerate(links):
        yield from step(teller, link, turn=place)
    yield from standing(teller, links)
