"""Gives a change its words: what it is of, what it was, what it is now."""

from collections.abc import Callable
from typing import Any

from tocmodel.analysis.difference import sentences
from tocmodel.analysis.difference.changes import Change
from tocmodel.analysis.difference.meaning import Look, clean, is_reference, meaning
from tocmodel.analysis.difference.parts import ChangeKind
from tocmodel.analysis.difference.phrases import ITEMS, LISTS, MARKS
from tocmodel.analysis.difference.sentences import sentence, with_article
from tocmodel.analysis.difference.values import Voice, joined, quoted
from tocmodel.model import Figure, Link, StoryStep
from tocmodel.values import frozen
from tocmodel.wording import EFFECT_WORDS, SECTION_WORDS

_FIGURE_PARTS = {"source": "source", "at": "place in its source", "note": "note"}
_LISTED_APART = (Figure, StoryStep)


@frozen
class Said:
    """A change in words: both values, and the sentence."""

    old: str
    new: str
    sentence: str


@frozen
class Speaker:
    """Says the changes between two theories; ``look`` gives the new name of an old id."""

    old: Voice
    new: Voice
    look: Look

    def say(self, change: Change) -> Said:
        """Return a change in words."""
        if change.section == "waivers":
            return self._waiver(change)
        if change.section == "translations":
            return self._translation(change)
        if change.field == "id":
            said = f"{self._subject(change)} now has the id ‘{change.new}’; it was ‘{change.old}’"
            return Said(change.old, change.new, sentence(said))
        return self._field(change) if change.field else self._whole(change)

    # --- whole entries

    def _whole(self, change: Change) -> Said:
        if change.kind is ChangeKind.MOVED:
            return self._moved(change)
        added = change.kind is ChangeKind.ADDED
        voice = self.new if added else self.old
        key: Any = change.new_key if added else change.old_key
        if change.section == "links":
            claim = _claim(voice, change.of[1] if added else change.of[0])
            now = "It is now" if added else "It is no longer"
            return Said(*_sides(claim, added=added), f"{now} claimed that {claim}.")
        happened = "is new" if added else "is no longer part of the theory"
        title = voice.side.title(key)
        return Said(*_sides(title, added=added), sentence(f"{self._subject(change)} {happened}"))

    def _moved(self, change: Change) -> Said:
        one, other = (_kind(section) for section in (change.old, change.new))
        title = self.new.title(str(change.new_key))
        said = f"{title} is now {with_article(other)}; it was {with_article(one)}"
        return Said(one, other, sentence(said))

    def _subject(self, change: Change) -> str:
        """Return what a sentence is about: the outcome “School ready”."""
        is_gone = change.kind is ChangeKind.REMOVED and not change.field
        voice, key = (self.old, change.old_key) if is_gone else (self.new, change.new_key)
        if isinstance(key, tuple):
            return f"the link from {voice.title(key[0])} to {voice.title(key[1])}"
        kind = _kind(change.section)
        return f"the {kind} {voice.title(key)}" if key else f"the {kind}"

    # --- fields

    def _field(self, change: Change) -> Said:
        old = self.old.value(change.section, change.field, change.old, change.of[0])
        new = self.new.value(change.section, change.field, change.new, change.of[1])
        if change.field == "title" and old and new:
            said = f"The {_kind(change.section)} {old} is now called {new}."
            return Said(clean(change.old), clean(change.new), said)
        said = self._field_sentence(change, old, new)
        return Said(_bare(change, change.old, old), _bare(change, change.new, new), said)

    def _field_sentence(self, change: Change, old: str, new: str) -> str:
        subject = self._subject(change)
        name, _, part = change.field.partition("/")
        if name == "effect":
            cause, end = (self.new.title(key) for key in change.new_key)
            return sentences.effect(cause, end, change.old, change.new)
        if name in MARKS:
            return sentences.mark(subject, change)
        if old and old == new and isinstance(change.new, _LISTED_APART):
            return self._remarks(change, subject, new)
        if name in ITEMS:
            return sentences.item(subject, change, old, new)
        if name in LISTS or isinstance(change.old, tuple):
            more, less = self._more(change), self._less(change)
            return sentences.several(subject, change, _under(part, more), _under(part, less))
        return sentences.one_value(subject, change, old, new)

    def _more(self, change: Change) -> str:
        """Say what the new list has and the old one lacks."""
        return _lacking(self.new, change, change.new, change.old, str, self.look)

    def _less(self, change: Change) -> str:
        """Say what the old list has and the new one lacks."""
        return _lacking(self.old, change, change.old, change.new, self.look, str)

    def _remarks(self, change: Change, subject: str, said: str) -> str:
        """Say what differs in two figures or steps that read the same."""
        parts = []
        for name, noun in _FIGURE_PARTS.items():
            path = f"{change.field}/{name}"
            before = self.old.value(change.section, path, getattr(change.old, name, ""))
            now = self.new.value(change.section, path, getattr(change.new, name, ""))
            if before != now:
                parts.append(f"{noun} {now or 'none'} (before: {before or 'none'})")
        noun = ITEMS.get(change.field, change.field.replace("_", " "))
        what = f"the {noun} of {subject}, {said}"
        if not parts:
            return sentence(f"{what}, rests on something else or is remarked on differently")
        return sentence(f"{what}, now has the {joined(parts)}")

    # --- what has no id

    def _waiver(self, change: Change) -> Said:
        one, other = change.of
        waiver, voice = (other, self.new) if other else (one, self.old)
        about = joined(voice.title(id_) for id_ in waiver.at)
        what = f"the check ‘{waiver.rule}’" + (f" at {about}" if about else "")
        reason = quoted(clean(waiver.reason))
        if change.field:
            before = quoted(clean(one.reason))
            said = f"the reason to let {what} stand is now {reason}; it was {before}"
            return Said(clean(one.reason), clean(other.reason), sentence(said))
        added = change.kind is ChangeKind.ADDED
        said = f"{what} is now waived: {reason}" if added else f"{what} is no longer waived"
        return Said(*_sides(waiver.rule, added=added), sentence(said))

    def _translation(self, change: Change) -> Said:
        _, language, *_ = change.at_new or change.at_old or ("", "")
        voice, key = (self.new, change.new_key) if change.new_key else (self.old, change.old_key)
        noun = {"plain": "plain sentence"}.get(change.field, change.field)
        what = f"the {noun} of {voice.title(str(key))} in ‘{language}’"
        old, new = (quoted(clean(text)) if text else "" for text in (change.old, change.new))
        if not old:
            said = f"{what} is new: {new}"
        elif not new:
            said = f"{what} is gone; it was {old}"
        else:
            said = f"{what} is now {new}; it was {old}"
        return Said(clean(change.old), clean(change.new), sentence(said))


def _kind(section: str) -> str:
    """Return what one entry of a section is called; a key of the theory is called as it is."""
    return SECTION_WORDS.get(section, (section,))[0]


def _claim(voice: Voice, link: Link) -> str:
    verb = "threatens" if link.from_ in voice.side.theory.risks else EFFECT_WORDS[link.effect]
    back = "feeds back and " if link.feedback else ""
    return f"{voice.title(link.from_)} {back}{verb} {voice.title(link.to)}"


def _lacking(
    voice: Voice,
    change: Change,
    has: Any,
    lacks: Any,
    own: Callable[[str], str],
    others: Callable[[str], str],
) -> str:
    section, field = change.section, change.field
    there = {meaning(section, field, item, others) for item in lacks or ()}
    return joined(
        voice.value(section, field, item)
        for item in has or ()
        if meaning(section, field, item, own) not in there
    )


def _under(part: str, words: str) -> str:
    """Say by which framework, or in which respect: ``belonging (resilience)``."""
    return f"{words} ({part})" if part and words else words


def _bare(change: Change, value: Any, said: str) -> str:
    """Return a text without quotation marks, where it stands by itself."""
    is_text = isinstance(value, str) and not is_reference(change.section, change.field)
    return said.removeprefix("“").removesuffix("”") if is_text else said


def _sides(words: str, *, added: bool) -> tuple[str, str]:
    return ("", words) if added else (words, "")
