"""Hopes that are older than a year, surprises that nobody took up, and consent that has run out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from tocmodel.analysis.agenda.model import AgendaItem, AgendaTopic, ReviewDay, of_entry
from tocmodel.model import (
    Entry,
    Outcome,
    Story,
    TheoryOfChange,
    Valence,
    ValueCreation,
    ValueStatus,
    ValueValence,
)
from tocmodel.model.period import Period, period
from tocmodel.wording import VALUE_WORDS, valence_words

_A_YEAR = timedelta(days=365)
_HOPED = (ValueStatus.HOPED, ValueStatus.PLANNED)


def old_hopes(theory: TheoryOfChange, day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield value that has been hoped for or planned for more than a year, or without a date."""
    for value in theory.value_creation.values():
        if value.status in _HOPED and value.valence is ValueValence.WANTED:
            words = VALUE_WORDS[value.status]
            if reason := _age(words, _dates_of(theory, value), day):
                yield of_entry(AgendaTopic.HOPE, value, "value_creation", reason)
    for story in theory.stories.values():
        if reason := _hoped_in(story, day):
            yield of_entry(AgendaTopic.HOPE, story, "stories", reason)


def _dates_of(theory: TheoryOfChange, value: ValueCreation) -> tuple[str, ...]:
    """Return when something was hoped for: when people agreed on it, or told it in a story."""
    in_stories = (
        story.date
        for story in theory.stories.values()
        if any(step.value == value.id and step.status in _HOPED for step in story.steps)
    )
    agreed = value.agreed.on if value.agreed else ""
    return tuple(filter(None, (agreed, *in_stories)))


def _hoped_in(story: Story, day: ReviewDay) -> str:
    """Return why the hopes of a story that are no value of their own are on the agenda."""
    hopes = [step for step in story.steps if step.status in _HOPED and not step.value]
    if not hopes or not story.date:
        return ""
    words = "; ".join(f"“{step.says}”" for step in hopes if step.says)
    return _age(f"its hopes ({words})" if words else "its hopes", (story.date,), day)


def _age(words: str, dates: Iterable[str], day: ReviewDay) -> str:
    """Return why a hope is on the agenda; empty if it is not known to be older than a year."""
    known = [(found, text) for text in dates if (found := period(text))]
    if not known:
        return f"{words}, and no date shows since when"
    latest, text = max(known, key=lambda pair: pair[0].end)
    return f"{words} since {text} at the latest" if _is_old(latest, day) else ""


def _is_old(latest: Period, day: ReviewDay) -> bool:
    return day.period is not None and day.period.start - latest.end > _A_YEAR


def surprises(theory: TheoryOfChange, _day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield what came about without being aimed at, and no review has taken up."""
    taken_up = {
        id_
        for review in theory.reviews.values()
        for text in (*review.changed, *review.prompted_by)
        for id_ in map(str.strip, text.split("->"))
    }
    for section in ("outcomes", "value_creation"):
        entries: Mapping[str, Outcome | ValueCreation] = getattr(theory, section)
        for entry in entries.values():
            if entry.id not in taken_up and (words := _surprise(entry)):
                reason = f"{words}, and no review has taken it up"
                yield of_entry(AgendaTopic.SURPRISE, entry, section, reason)


def _surprise(entry: Outcome | ValueCreation) -> str:
    if isinstance(entry, ValueCreation):
        return valence_words(entry)
    if not entry.unintended:
        return ""
    return "unintended and unwanted" if entry.valence is Valence.UNWANTED else "not aimed at"


def expired_consents(theory: TheoryOfChange, day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield each entry with a consent that has run out on the day of the review."""
    for section in ("outcomes", "evidence", "stories"):
        entries: Mapping[str, Entry] = getattr(theory, section)
        for entry in entries.values():
            until = [text for text in _until(entry) if day.is_after(period(text))]
            if until:
                reason = f"the consent to its words ran out: {', '.join(dict.fromkeys(until))}"
                yield of_entry(AgendaTopic.CONSENT, entry, section, reason)


def _until(entry: Any) -> Iterator[str]:
    """Yield until when people have given consent to their words in an entry."""
    holders = (entry, *getattr(entry, "quotes", ()))
    consents = (getattr(holder, "consent", None) for holder in holders)
    return (consent.until for consent in consents if consent is not None and consent.until)
