"""Sentences about a changed field, from its subject and its values in words."""

from tocmodel.differences.keys import find_key, noun_for, with_article
from tocmodel.differences.model import Change, ChangeKind
from tocmodel.differences.phrases import TO_DO
from tocmodel.model import Monitoring
from tocmodel.model.keys import KeyMetadata
from tocmodel.wording import monitoring_words

_UNKNOWN = KeyMetadata("significant")

LONG = 120
"""The most letters of a text that a sentence about its change still repeats."""


def mark(subject: str, change: Change) -> str:
    """Report that something is now marked, or no longer.

    Some marks may be left open, and are then neither yes nor no.
    """
    marked = phrase_of(change).mark
    if isinstance(change.old, Monitoring) or isinstance(change.new, Monitoring):
        return _monitoring(subject, change)
    if change.new:
        return sentence(f"{subject} is now marked as {marked}")
    if change.new is None:
        negation = "" if change.old else "not "
        return sentence(f"{subject} is no longer marked as {negation}{marked}")
    return sentence(f"{subject} is {'no longer' if change.old else 'now not'} marked as {marked}")


def _monitoring(subject: str, change: Change) -> str:
    """Report since when something is monitored, where either side states a time."""
    old, new = (monitoring_words(value) for value in (change.old, change.new))
    if not new:
        return sentence(
            f"the file no longer states whether {subject} is routinely monitored; it was {old}"
        )
    was = f"; before, {old}" if old else ""
    return sentence(f"{subject} is now marked as {new}{was}")


def effect(cause: str, end: str, old: str, new: str) -> str:
    """Report the new effect of a cause.

    >>> effect("“Rent”", "“Debt”", "increases", "changes")
    '“Rent” is now thought to change “Debt”; before, to lead to it.'
    """
    return sentence(f"{cause} is now thought to {TO_DO[new]} {end}; before, to {TO_DO[old]} it")


def one_value(subject: str, change: Change, old: str, new: str, asked: str = "") -> str:
    """Report a change in a field that holds one value.

    Args:
        subject: the entry that has the field.
        change: the change.
        old: the value in the old theory, in words.
        new: the value in the new theory, in words.
        asked: of a mapping from ids, the entry that the id names.
    """
    field, _, part = change.field.partition("/")
    if field == "fields":
        return _one_of_several(subject, f"column “{part}”", old, new)
    if field == "words":
        return _one_of_several(subject, f"word for ‘{part}’", old, new)
    if field == "horizon" and new:
        return _horizon(subject, old, new)
    if field == "agreed":
        return _agreed(subject, old, new)
    question = phrase_of(change).question
    if question:
        return _answer(question.format(subject, asked), change, old, new)
    return _named(subject, change, old, new)


def _named(subject: str, change: Change, old: str, new: str) -> str:
    noun = noun_for(change.section, field_of(change))
    bare = without_article(noun)
    verb, was, been = ("is", "it was", "was") if bare != "notes" else ("are", "they were", "were")
    if not old:
        return sentence(f"{subject} now has {noun}: {new}")
    if not new:
        return sentence(f"{subject} no longer has {noun}; {was} {old}")
    if phrase_of(change).is_prose and max(len(old), len(new)) > LONG:
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
        return sentence(f"the file now states {question}: {new}")
    if not new:
        return sentence(f"the file no longer states {question}; it was {old}")
    if phrase_of(change).is_prose and max(len(old), len(new)) > LONG:
        return sentence(f"the text on {question} was reworded")
    return sentence(f"{question}: now {new}, before {old}")


def _one_of_several(subject: str, name: str, old: str, new: str) -> str:
    if not old:
        return sentence(f"{subject} now has the {name}: {new}")
    if not new:
        return sentence(f"{subject} no longer has the {name}; it was {old}")
    return sentence(f"the {name} of {subject} is now {new}; it was {old}")


def several(subject: str, change: Change, more: str, less: str) -> str:
    """Report the items that a list gained and lost."""
    name = field_of(change)
    phrase = phrase_of(change).verb or f"names under ‘{name.replace('_', ' ')}’"
    verb = phrase.removeprefix("is ")  # *now* comes between the two
    if not more and not less:  # the same items, in an order that matters
        return sentence(f"the {name} of {subject} are in another order")
    is_ = " is" if phrase.startswith("is ") else ""
    parts = []
    if more:
        parts.append(f"{is_} now {'also ' if change.old else ''}{verb} {more}")
    if less:
        parts.append(f"{is_} no longer {verb} {less}")
    return sentence(subject + "; it".join(parts))


def item(subject: str, change: Change, old: str, new: str) -> str:
    """Report a change in a list of figures or steps."""
    noun = phrase_of(change).item
    if change.kind is ChangeKind.MOVED:
        return sentence(f"the {noun}s of {subject} are in another order")
    if change.kind is ChangeKind.ADDED:
        return sentence(f"{subject} has a new {noun}: {new}")
    if change.kind is ChangeKind.REMOVED:
        return sentence(f"{subject} no longer has the {noun} {old}")
    return sentence(f"{with_article(noun)} of {subject} is now {new}; it was {old}")


def without_article(noun: str) -> str:
    """Return a noun without its article.

    >>> without_article("an effect"), without_article("notes")
    ('effect', 'notes')
    """
    return noun.removeprefix("an ").removeprefix("a ")


def field_of(change: Change) -> str:
    """Return the changed key; a change of a part of its value names both."""
    return change.field.partition("/")[0]


def phrase_of(change: Change) -> KeyMetadata:
    """Return the metadata of the changed key."""
    return find_key(change.section, field_of(change)) or _UNKNOWN


def sentence(text: str) -> str:
    """Begin with a capital and end with one full stop, on one line.

    >>> sentence("the reason is now “rents fell.”")
    'The reason is now “rents fell.”'
    """
    text = " ".join(text.split())
    ended = text.endswith((".", "!", "?", ".”", "!”", "?”"))
    return text[:1].upper() + text[1:] + ("" if ended else ".")
