"""The sentences in which a changed field is told, given its subject and its values in words."""

from tocmodel.analysis.difference.changes import Change
from tocmodel.analysis.difference.parts import ChangeKind
from tocmodel.analysis.difference.phrases import (
    ITEMS,
    LISTS,
    MARKS,
    NOUNS,
    QUESTIONS,
    REWORDED,
    TO_DO,
)
from tocmodel.model import Monitoring
from tocmodel.wording import monitoring_words

LONG = 120
"""Letters up to which both texts of a changed description are repeated in its sentence."""


def mark(subject: str, change: Change) -> str:
    """Say that something is marked, or no longer.

    Some marks may be left open, and then say neither.
    """
    said = MARKS[change.field]
    if isinstance(change.old, Monitoring) or isinstance(change.new, Monitoring):
        return _monitoring(subject, change)
    if change.new:
        return sentence(f"{subject} is now {said}")
    if change.new is None:
        negation = "" if change.old else "not "
        return sentence(
            f"{subject} is no longer marked as {negation}{said.removeprefix('marked as ')}"
        )
    return sentence(f"{subject} is {'no longer' if change.old else 'now not'} {said}")


def _monitoring(subject: str, change: Change) -> str:
    """Say since when something is counted, where either side gives a time."""
    old, new = (monitoring_words(value) for value in (change.old, change.new))
    if not new:
        return sentence(
            f"it is no longer said whether {subject} is routinely monitored: it was {old}"
        )
    was = f"; before, {old}" if old else ""
    return sentence(f"{subject} is now marked as {new}{was}")


def effect(cause: str, end: str, old: str, new: str) -> str:
    """Say what a cause is said to do now.

    >>> effect("“Rent”", "“Debt”", "increases", "changes")
    '“Rent” is now said to change “Debt”; before, to lead to it.'
    """
    return sentence(f"{cause} is now said to {TO_DO[new]} {end}; before, to {TO_DO[old]} it")


def one_value(subject: str, change: Change, old: str, new: str) -> str:
    """Say what changed in a field that holds one value."""
    field, _, part = change.field.partition("/")
    if field == "fields":
        return _column(subject, f"“{part}”", old, new)
    if field == "horizon" and new:
        return _horizon(subject, old, new)
    if field == "agreed":
        return _agreed(subject, old, new)
    question = QUESTIONS.get(f"{change.section}/{change.field}") or QUESTIONS.get(change.field)
    if question:
        return _answer(question.format(subject), change, old, new)
    return _named(subject, change, old, new)


def _named(subject: str, change: Change, old: str, new: str) -> str:
    noun = _noun(change)
    bare = without_article(noun)
    verb, was, been = ("is", "it was", "was") if bare != "notes" else ("are", "they were", "were")
    if not old:
        return sentence(f"{subject} now has {noun}: {new}")
    if not new:
        return sentence(f"{subject} no longer has {noun}; {was} {old}")
    if change.field in REWORDED and max(len(old), len(new)) > LONG:
        return sentence(f"the {bare} of {subject} {been} reworded")
    return sentence(f"the {bare} of {subject} {verb} now {new}; {was} {old}")


def _horizon(subject: str, old: str, new: str) -> str:
    before = f"it was {old}" if old else "no time was given before"
    return sentence(f"{subject} is now expected {new}; {before}")


def _agreed(subject: str, old: str, new: str) -> str:
    if not new:
        return sentence(f"{subject} is no longer agreed; it was agreed {old}")
    before = f"; before, {old}" if old else ""
    return sentence(f"{subject} is now agreed {new}{before}")


def _answer(question: str, change: Change, old: str, new: str) -> str:
    if not old:
        return sentence(f"it is now said {question}: {new}")
    if not new:
        return sentence(f"it is no longer said {question}; it was {old}")
    if change.field in REWORDED and max(len(old), len(new)) > LONG:
        return sentence(f"it is said in other words {question}")
    return sentence(f"{question}: now {new}, before {old}")


def _column(subject: str, name: str, old: str, new: str) -> str:
    if not old:
        return sentence(f"{subject} now has the column {name}: {new}")
    if not new:
        return sentence(f"{subject} no longer has the column {name}; it was {old}")
    return sentence(f"the column {name} of {subject} is now {new}; it was {old}")


def _noun(change: Change) -> str:
    known = NOUNS.get(f"{change.section}/{change.field}") or NOUNS.get(change.field)
    return known or f"a value for ‘{change.field.replace('_', ' ')}’"


def several(subject: str, change: Change, more: str, less: str) -> str:
    """Say what a list has now that it had not, and what it has no longer."""
    name = change.field.partition("/")[0]
    phrase = LISTS.get(f"{change.section}/{name}") or LISTS.get(name)
    auxiliary, verb = phrase or ("", f"names under ‘{name.replace('_', ' ')}’")
    if not more and not less:  # the same, in an order that says something
        return sentence(f"the {name} of {subject} stand in another order")
    is_ = f" {auxiliary}" if auxiliary else ""
    parts = []
    if more:
        parts.append(f"{is_} now {'also ' if change.old else ''}{verb} {more}")
    if less:
        parts.append(f"{is_} no longer {verb} {less}")
    return sentence(subject + "; it".join(parts))


def item(subject: str, change: Change, old: str, new: str) -> str:
    """Say what changed in a list of figures or steps."""
    noun = ITEMS[change.field]
    if change.kind is ChangeKind.MOVED:
        return sentence(f"the {noun}s of {subject} stand in another order")
    if change.kind is ChangeKind.ADDED:
        return sentence(f"{subject} has a new {noun}: {new}")
    if change.kind is ChangeKind.REMOVED:
        return sentence(f"{subject} no longer has the {noun} {old}")
    return sentence(f"a {noun} of {subject} is now {new}; it was {old}")


def without_article(noun: str) -> str:
    """Return a noun without its article.

    >>> without_article("an effect"), without_article("notes")
    ('effect', 'notes')
    """
    return noun.removeprefix("an ").removeprefix("a ")


def with_article(noun: str) -> str:
    """Return a noun with its article.

    >>> with_article("outcome"), with_article("story")
    ('an outcome', 'a story')
    """
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def sentence(text: str) -> str:
    """Begin with a capital and end with one full stop, on one line.

    >>> sentence("the reason is now “rents fell.”")
    'The reason is now “rents fell.”'
    """
    text = " ".join(text.split())
    ended = text.endswith((".", "!", "?", ".”", "!”", "?”"))
    return text[:1].upper() + text[1:] + ("" if ended else ".")
