"""The opening of a narrative: what the theory is for, where, who acts, and who agreed it."""

from collections.abc import Iterator, Sequence

from tocmodel.analysis.goals import aims
from tocmodel.analysis.theory_kind import kind_of
from tocmodel.model import Partner, Role, TheoryKind
from tocmodel.narrative.model import Paragraph, Sentence
from tocmodel.narrative.prose import (
    Prose,
    compose,
    fits,
    listed,
    number_word,
    paragraph,
    sentence,
    which_one,
)
from tocmodel.narrative.steps import own_words
from tocmodel.narrative.teller import Teller
from tocmodel.wording import KIND_WORDS, figure_words

_MOST_PEOPLE = 4
"""The most kinds of people whom the opening names."""

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def opening(teller: Teller) -> tuple[Paragraph, ...]:
    """Return the paragraphs."""
    theory = teller.theory
    summary = teller.speaker.words.translated("theory").summary or theory.summary
    return (
        *paragraph((*_nature(teller), *own_words(summary), *_place(teller))),
        *paragraph(_aims(teller)),
        *paragraph(_partners(teller)),
        *paragraph(_revision(teller)),
    )


def _nature(teller: Teller) -> Iterator[Sentence]:
    """Yield what must be known before anything else: imagined, or in another language."""
    theory = teller.theory
    if theory.has_imagined:
        yield sentence("this is an imagined example: it describes no real place and no real people")
    yield from language_note(teller)
    kind = kind_of(theory).kind
    if kind is TheoryKind.SYSTEM_MAP:
        yield sentence(
            f"this is {KIND_WORDS[kind][0]}: it says what raises and lowers what, and sets no aims"
        )


_LANGUAGES = {
    "cy": "Welsh",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "kw": "Cornish",
    "sco": "Scots",
}


def language_note(teller: Teller) -> Iterator[Sentence]:
    """Yield that the words of the theory are in another language than those that connect them."""
    language = teller.speaker.words.language or teller.theory.language
    if language[:2] != "en":
        name = _LANGUAGES.get(language[:2], f"“{language}”")
        yield sentence(
            f"the words of the theory are in {name}, as far as they are translated; the words that "
            "connect them are in English"
        )


def _place(teller: Teller) -> Iterator[Sentence]:
    place = teller.theory.place
    if place is None:
        return
    where = ", ".join(filter(None, (place.name, place.area)))
    counts = [
        figure_words(figure, unit)
        for unit in ("residents", "children", "pupils", "families", "schools")
        if (figure := getattr(place, unit)) is not None
    ]
    having = compose(", with {a}", a=listed(counts)) if counts else ""
    yield sentence(compose("the place is {where}{having}", where=where, having=having))


def _aims(teller: Teller) -> Iterator[Sentence]:
    theory = teller.theory
    far = [id_ for id_ in aims(theory) if id_ in theory.outcomes]
    if not far or kind_of(theory).kind is TheoryKind.SYSTEM_MAP:
        return
    phrase = [teller.speaker.say(id_) for id_ in far]
    clauses = [compose("that {a}", a=one.prose) if one.is_clause else one.prose for one in phrase]
    if len(far) == 1:
        yield sentence(compose("the long-term aim is {a}", a=clauses[0]))
    elif fits(*clauses):
        number = number_word(len(far))
        yield sentence(compose("there are {n} long-term aims: {a}", n=number, a=listed(clauses)))
    else:
        yield sentence(f"there are {number_word(len(far))} long-term aims")
        for place, clause in enumerate(clauses):
            which = which_one(place, len(clauses))
            yield sentence(compose("{which} is {a}", which=which, a=clause))
    who = list(dict.fromkeys(theory.outcomes[id_].who for id_ in far if theory.outcomes[id_].who))
    who = [one for one in who if not any(one in other for other in who if other != one)]
    if 0 < len(who) <= _MOST_PEOPLE:
        people: list[Prose | str] = [teller.speaker.text(one) for one in who]
        yield sentence(compose("the people meant are {a}", a=listed(people)))


_ROLES: Sequence[tuple[Role, str]] = (
    (Role.LEAD, "the lead is with {a}"),
    (Role.DELIVERER, "the work is delivered by {a}"),
    (Role.FUNDER, "the money comes from {a}"),
    (Role.EVALUATOR, "the evaluation is in the hands of {a}"),
    (Role.PARTICIPANT, "those who take part are {a}"),
    (Role.BENEFICIARY, "those who should benefit are {a}"),
)


def _partners(teller: Teller) -> Iterator[Sentence]:
    partners = teller.theory.partners.values()
    for role, words in _ROLES:
        yield from _named(teller, words, [one for one in partners if one.role is role])
    others = [one for one in partners if one.role is None]
    some_have_roles = len(others) < len(partners)
    words = "{a} take part as well" if some_have_roles else "the partners are {a}"
    if len(others) == 1 and some_have_roles:
        words = "another partner is {a}"
    yield from _named(teller, words, others)
    yield from _named(
        teller,
        "those who know this from their own lives are {a}",
        [one for one in partners if one.lived_experience],
    )


def _named(teller: Teller, words: str, partners: Sequence[Partner]) -> Iterator[Sentence]:
    if partners:
        titles = teller.speaker.titles(one.id for one in partners)
        yield sentence(compose(words, a=listed(titles)))


def _revision(teller: Teller) -> Iterator[Sentence]:
    revision = teller.theory.revision
    if revision is None:
        return
    who = [id_ for id_ in revision.agreed_by if id_ in teller.theory.partners]
    if who or revision.agreed_on:
        on = f" {date_words(revision.agreed_on)}" if revision.agreed_on else ""
        by = compose(" by {a}", a=listed(teller.speaker.titles(who))) if who else ""
        label = f", {revision.label}," if revision.label else ""
        yield sentence(compose("this version{l} was agreed{on}{by}", l=label, on=on, by=by))
    if revision.next_review:
        yield sentence(f"its next review is due {date_words(revision.next_review)}")


def date_words(date: str) -> str:
    """Return a date as people speak it, with the word before it.

    >>> date_words("2026-07-09"), date_words("2026-07"), date_words("2026"), date_words("soon")
    ('on 9 July 2026', 'in July 2026', 'in 2026', 'soon')
    """
    year, *rest = date.split("-")
    if not year.isdigit() or not all(part.isdigit() for part in rest) or len(rest) > 2:
        return date
    if not rest:
        return f"in {year}"
    month = _MONTHS[(int(rest[0]) - 1) % 12]
    return f"on {int(rest[1])} {month} {year}" if len(rest) == 2 else f"in {month} {year}"
