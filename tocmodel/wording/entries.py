"""What entries are, need and rest on, and what people said."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from tocmodel.model import (
    Consent,
    CyclePlan,
    Dose,
    Entry,
    HasOrigin,
    Monitoring,
    Quotation,
    SpacePlan,
    ValueCreation,
    ValueStatus,
    ValueValence,
)
from tocmodel.wording.phrases import say
from tocmodel.wording.said import NOUNS

VALUE_WORDS: Mapping[ValueStatus | None, str] = {
    status: NOUNS[f"noun-value-{status or 'not-said'}"] for status in (*ValueStatus, None)
}
"""The noun for value of each status, so that a hope never reads like a result."""


def kind_word(element: Entry, section: str) -> str:
    """Return the noun for an element in a sentence.

    >>> kind_word(ValueCreation(title="Trust", cycle="realized", status="hoped"), "value_creation")
    'value hoped for'
    """
    if isinstance(element, ValueCreation):
        if element.valence is ValueValence.NONE:
            return say("noun-value-none")
        value = say(f"noun-value-{element.status or 'not-said'}")
        unwanted = element.valence is ValueValence.UNWANTED
        return say("noun-unwanted-value", value=value) if unwanted else value
    return say(f"noun-{section.replace('_', '-')}")


GUESS_WORDS: Mapping[str, str] = {
    "inferred": "inferred, our reading",
    "drafted": "drafted by a program, not yet confirmed",
}
"""How pictures and texts mark inferred and drafted claims."""


def guess_of(claim: object) -> str:
    """Return ``inferred`` or ``drafted`` for a claim that is one of these; otherwise nothing.

    >>> from tocmodel.model import Link
    >>> guess_of(Link(from_="a", to="b", origin="inferred"))
    'inferred'
    >>> guess_of(Link(from_="a", to="b", origin="inferred", agreed={"with": ["families"]}))
    ''
    """
    if not isinstance(claim, HasOrigin) or claim.standing.is_attested:
        return ""
    return str(claim.standing)


def guess_note(claim: object) -> str:
    """Return the note after the title of a claim, such as `` (inferred)``; otherwise nothing."""
    guess = guess_of(claim)
    return f" ({say(f'guess-{guess}')})" if guess else ""


_VALENCES: Mapping[ValueValence, str] = {
    ValueValence.UNWANTED: "value-unwanted",
    ValueValence.NONE: "value-none",
}


def valence_words(element: object) -> str:
    """Return the words for value that is not simply wanted; empty for anything else.

    >>> valence_words(ValueCreation(title="Late meetings", cycle="immediate", valence="unwanted"))
    'unwanted'
    """
    key = _VALENCES.get(element.valence) if isinstance(element, ValueCreation) else None
    return say(key) if key else ""


def value_note(value: ValueCreation) -> str:
    """Return the note after the title of value: inferred, unwanted or not found.

    >>> value_note(ValueCreation(title="Calm", cycle="realized", valence="none", origin="inferred"))
    ' (inferred; no value came of it)'
    """
    words = "; ".join(filter(None, (guess_of(value), valence_words(value))))
    return f" ({words})" if words else ""


def plan_words(plan: SpacePlan, name: Callable[[str], str] = str) -> str:
    """Put the plan of a space into words, cycle by cycle.

    Args:
        plan: the plan.
        name: returns the name of a partner from its id.

    >>> plan_words(SpacePlan(applied={"aspiration": "parents try it", "risk": "shift work"}))
    'applied: parents try it; risk: shift work'
    """
    return ". ".join(
        f"{cycle.word}: {'; '.join(_plan_parts(part, name))}" for cycle, part in plan.cycles()
    )


def _plan_parts(plan: CyclePlan, name: Callable[[str], str]) -> Iterator[str]:
    if plan.aspiration:
        yield plan.aspiration
    for label in ("condition", "risk", "mitigation", "sign"):
        if words := getattr(plan, label):
            yield f"{label}: {words}"
    if plan.owner:
        yield f"owner: {name(plan.owner)}"


def needs_words(needs: Iterable[Iterable[str]], title: Callable[[str], str]) -> str:
    """Return what an outcome needs in words: what must come together, and the alternatives.

    >>> needs_words([["visits", "clubs"], ["grant"]], str.capitalize)
    '“Visits” with “Clubs”, or “Grant”'
    """
    joint, otherwise = f" {say('needs-with')} ", f", {say('needs-or')} "
    return otherwise.join(joint.join(f"“{title(id_)}”" for id_ in ids) for ids in needs)


def quotation_words(quotation: Quotation, said_by: str = "") -> str:
    """Return a quotation in quotation marks, with who said it.

    Args:
        quotation: the quotation.
        said_by: who said it, where that has a title; otherwise the words in the file.

    >>> quotation_words(Quotation(quote="He sleeps now.", said_by="a mother", name="withheld"))
    '“He sleeps now.” – a mother, name withheld'
    >>> quotation_words(Quotation(quote="He sleeps now."))
    '“He sleeps now.”'
    """
    who = (said_by or quotation.said_by, say("name-withheld") if quotation.name else "")
    speaker = ", ".join(filter(None, who))
    words = f"“{quotation.quote.strip()}”"
    return f"{words} – {speaker}" if speaker else words


def consent_words(consent: Consent) -> str:
    """Put the consent of someone to the use of their words into words.

    >>> consent_words(Consent(given="2024-02", how="in writing", for_=["board", "web"]))
    'given in 2024-02, in writing, for board and web'
    """
    parts = (
        f"given in {consent.given}" if consent.given else "given",
        consent.how,
        f"for {' and '.join(consent.for_)}" if consent.for_ else "",
        f"until {consent.until}" if consent.until else "",
    )
    return ", ".join(filter(None, parts))


def dose_words(dose: Dose) -> str:
    """Put the dose of an intervention into words.

    >>> dose_words(Dose(how_often="every week", how_long="for a year", adapted="Shorter in June."))
    'every week, for a year; adapted: Shorter in June.'
    """
    planned = ", ".join(filter(None, (dose.how_often, dose.how_long, dose.how_many)))
    adapted = say("dose-adapted", what=dose.adapted) if dose.adapted else ""
    return "; ".join(filter(None, (planned, adapted)))


def monitoring_words(value: bool | Monitoring | None) -> str:
    """Return whether something is routinely monitored, and since when; empty if not stated.

    >>> monitoring_words(Monitoring(before=False, since="2016"))
    'routinely monitored since 2016'
    >>> monitoring_words(Monitoring(before=False)), monitoring_words(False)
    ('not routinely monitored before the programme', 'not routinely monitored')
    """
    if isinstance(value, Monitoring):
        if value.since:
            return say("monitored-since", year=value.since)
        then = monitoring_words(value.before)
        return say("before-the-programme", monitored=then) if then else ""
    return "" if value is None else say("monitored" if value else "not-monitored")


_HOW_OFTEN = (
    "each",
    "every",
    "once",
    "twice",
    "three",
    "four",
    "at",
    "when",
    "after",
    "before",
    "in",
)
"""First words of texts that already say how often something is done."""


def every_words(every: str) -> str:
    """Put how often something is collected into words; empty if not stated.

    >>> [every_words(text) for text in ("term", "six months", "monthly", "twice a year", "")]
    ['every term', 'every six months', 'monthly', 'twice a year', '']
    """
    first = every.partition(" ")[0].casefold()
    if not every or first in _HOW_OFTEN or first.endswith("ly"):
        return every
    return f"every {every}"
