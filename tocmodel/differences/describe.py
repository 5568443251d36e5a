"""Describes a change in words: its subject, the old value and the new one."""

from typing import Any

from attrs import frozen

from tocmodel.differences import sentences
from tocmodel.differences.keys import with_article
from tocmodel.differences.model import Change, ChangeKind
from tocmodel.differences.normalise import (
    NewId,
    clean,
    is_reference,
    names_its_keys,
    normalised,
)
from tocmodel.differences.sentences import phrase_of, sentence
from tocmodel.differences.value_text import ValueFormatter, list_words, quoted
from tocmodel.model import Figure, Link, StoryStep
from tocmodel.model.evidence import ONE_OR_SEVERAL
from tocmodel.model.reviews import THEORY
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.wording import link_verb

_FIGURE_PARTS = {"source": "source", "at": "place in its source", "note": "note"}
_LISTED_APART = (Figure, StoryStep)


@frozen
class ChangeText:
    """A change in words: both values, and the sentence."""

    old: str
    new: str
    sentence: str


@frozen
class ChangeDescriber:
    """Describes the changes between two theories; ``new_id`` returns the new name of an old id."""

    old: ValueFormatter
    new: ValueFormatter
    new_id: NewId

    def describe(self, change: Change) -> ChangeText:
        """Return a change in words."""
        if change.section == "waivers":
            return self._waiver(change)
        if change.section == "translations":
            return self._translation(change)
        if change.field == "id":
            text = f"{self._subject(change)} now has the id ‘{change.new}’; it was ‘{change.old}’"
            return ChangeText(change.old, change.new, sentence(text))
        return self._field(change) if change.field else self._whole(change)

    # --- whole entries

    def _whole(self, change: Change) -> ChangeText:
        if change.kind is ChangeKind.MOVED:
            return self._moved(change)
        added = change.kind is ChangeKind.ADDED
        formatter = self.new if added else self.old
        key: Any = change.new_key if added else change.old_key
        if change.section == "links":
            claim = _claim(formatter, change.of[1] if added else change.of[0])
            now = "It is now" if added else "It is no longer"
            return ChangeText(*_sides(claim, added=added), f"{now} claimed that {claim}.")
        happened = "is new" if added else "is no longer part of the theory"
        title = formatter.side.title(key)
        return ChangeText(
            *_sides(title, added=added), sentence(f"{self._subject(change)} {happened}")
        )

    def _moved(self, change: Change) -> ChangeText:
        one, other = (_kind(section) for section in (change.old, change.new))
        title = self.new.title(str(change.new_key))
        text = f"{title} is now {with_article(other)}; it was {with_article(one)}"
        return ChangeText(one, other, sentence(text))

    def _subject(self, change: Change) -> str:
        """Return the subject of a sentence: the outcome “School ready”."""
        is_gone = change.kind is ChangeKind.REMOVED and not change.field
        formatter, key = (self.old, change.old_key) if is_gone else (self.new, change.new_key)
        if isinstance(key, tuple):
            return f"the link from {formatter.title(key[0])} to {formatter.title(key[1])}"
        kind = _kind(change.section)
        return f"the {kind} {formatter.title(key)}" if key else f"the {kind}"

    # --- fields

    def _field(self, change: Change) -> ChangeText:
        old_section, new_section = change.sections
        old = self.old.value(old_section, change.field, change.old, change.of[0])
        new = self.new.value(new_section, change.field, change.new, change.of[1])
        if change.field == "title" and old and new:
            text = f"The {_kind(change.section)} {old} is now called {new}."
            return ChangeText(clean(change.old), clean(change.new), text)
        text = self._field_sentence(change, old, new)
        field = change.field
        return ChangeText(
            _bare(old_section, field, change.old, old),
            _bare(new_section, field, change.new, new),
            text,
        )

    def _field_sentence(self, change: Change, old: str, new: str) -> str:
        subject = self._subject(change)
        name, _, part = change.field.partition("/")
        phrase = phrase_of(change)
        if name == "effect":
            cause, end = (self.new.title(key) for key in change.new_key)
            return sentences.effect(cause, end, change.old, change.new)
        if phrase.mark:
            return sentences.mark(subject, change)
        if old and old == new and isinstance(change.new, _LISTED_APART):
            return self._remarks(change, subject, new)
        if phrase.item and not _is_only_one(change):
            return sentences.item(subject, change, old, new)
        if phrase.verb or isinstance(change.old, tuple):
            more, less = self._more(change), self._less(change)
            return sentences.several(subject, change, _under(part, more), _under(part, less))
        asked = self.new.title(part) if names_its_keys(change.section, name) else ""
        return sentences.one_value(subject, change, old, new, asked)

    def _more(self, change: Change) -> str:
        """List the items that only the new list has."""
        (old_section, new_section), field = change.sections, change.field
        known = {normalised(old_section, field, item, self.new_id) for item in change.old or ()}
        added = (
            item for item in change.new or () if normalised(new_section, field, item) not in known
        )
        return list_words(self.new.value(new_section, field, item) for item in added)

    def _less(self, change: Change) -> str:
        """List the items that only the old list has."""
        (old_section, new_section), field = change.sections, change.field
        known = {normalised(new_section, field, item) for item in change.new or ()}
        lost = (
            item
            for item in change.old or ()
            if normalised(old_section, field, item, self.new_id) not in known
        )
        return list_words(self.old.value(old_section, field, item) for item in lost)

    def _remarks(self, change: Change, subject: str, text: str) -> str:
        """Describe the difference between two figures or steps that read the same."""
        old_section, new_section = change.sections
        parts = []
        for name, noun in _FIGURE_PARTS.items():
            path = f"{change.field}/{name}"
            before = self.old.value(old_section, path, getattr(change.old, name, ""))
            now = self.new.value(new_section, path, getattr(change.new, name, ""))
            if before != now:
                parts.append(f"{noun} {now or 'none'} (before: {before or 'none'})")
        noun = phrase_of(change).item or change.field.replace("_", " ")
        what = f"the {noun} of {subject}, {text}"
        if not parts:
            return sentence(f"{what}, has another basis or other remarks")
        return sentence(f"{what}, now has the {list_words(parts)}")

    # --- things without an id

    def _waiver(self, change: Change) -> ChangeText:
        one, other = change.of
        waiver, formatter = (other, self.new) if other else (one, self.old)
        about = list_words(formatter.title(id_) for id_ in waiver.at)
        what = f"the check ‘{waiver.check}’" + (f" at {about}" if about else "")
        reason = quoted(clean(waiver.reason))
        if change.field:
            before = quoted(clean(one.reason))
            text = f"the reason to waive {what} is now {reason}; it was {before}"
            return ChangeText(clean(one.reason), clean(other.reason), sentence(text))
        added = change.kind is ChangeKind.ADDED
        text = f"{what} is now waived: {reason}" if added else f"{what} is no longer waived"
        return ChangeText(*_sides(waiver.check, added=added), sentence(text))

    def _translation(self, change: Change) -> ChangeText:
        _, language, *_ = change.at_new or change.at_old or ("", "")
        formatter, key = (
            (self.new, change.new_key) if change.new_key else (self.old, change.old_key)
        )
        noun = {"plain": "plain sentence"}.get(change.field, change.field)
        name, _, part = change.field.partition("/")
        noun = f"word for ‘{part}’" if name == "words" else noun
        owner = "" if key == THEORY else f" of {formatter.title(str(key))}"
        owner = " of the theory" if key == THEORY and name != "words" else owner
        what = f"the {noun}{owner} in ‘{language}’"
        old, new = (quoted(clean(text)) if text else "" for text in (change.old, change.new))
        if not old:
            phrase = f"{what} is new: {new}"
        elif not new:
            phrase = f"{what} is gone; it was {old}"
        else:
            phrase = f"{what} is now {new}; it was {old}"
        return ChangeText(clean(change.old or ""), clean(change.new or ""), sentence(phrase))


def _kind(section: str) -> str:
    """Return the noun for one entry of a section; a key of the theory is its own noun."""
    known = SECTION_NAMES.get(section)
    return known.one if known else section


def _claim(formatter: ValueFormatter, link: Link) -> str:
    theory = formatter.side.theory
    verb = link_verb(theory, link)
    if link.from_ in theory.risks:
        verb = "threatens"
    back = "feeds back and " if link.feedback else ""
    return f"{formatter.title(link.from_)} {back}{verb} {formatter.title(link.to)}"


def _under(part: str, words: str) -> str:
    """Add the framework, or the part: ``belonging (resilience)``."""
    return f"{words} ({part})" if part and words else words


def _bare(section: str, field: str, value: Any, text: str) -> str:
    """Return a text without quotation marks, for use by itself."""
    is_text = isinstance(value, str) and not is_reference(section, field)
    return text.removeprefix("“").removesuffix("”") if is_text else text


def _sides(words: str, *, added: bool) -> tuple[str, str]:
    return ("", words) if added else (words, "")


def _is_only_one(change: Change) -> bool:
    """Return whether a list of figures had one before and has one now, so that it has no items."""
    has_both = change.old is not None and change.new is not None
    at = change.at_new or ("",)
    return has_both and change.field in ONE_OR_SEVERAL and at[-1] == change.field
