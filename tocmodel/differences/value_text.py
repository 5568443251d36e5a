"""Puts the values of fields into words, with titles in place of ids."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from tocmodel.differences.keys import find_key
from tocmodel.differences.normalise import clean, is_reference
from tocmodel.differences.phrases import WORDS
from tocmodel.differences.version import IndexedTheory
from tocmodel.model import (
    Agreement,
    Amount,
    Choice,
    Dose,
    Figure,
    Monitoring,
    Quotation,
    Rating,
    SpacePlan,
    StoryStep,
    Voice,
)
from tocmodel.wording import (
    amount_words,
    dose_words,
    figure_words,
    monitoring_words,
    plan_words,
    quotation_words,
    unit_of,
    votes_words,
)


@frozen
class ValueFormatter:
    """Puts the values of one theory into words.

    Attributes:
        side: the theory.
    """

    side: IndexedTheory

    def title(self, key: str) -> str:
        """Return the title for a key, in quotation marks; a link as its two titles."""
        if "->" in key and key not in self.side.items:
            return " → ".join(self.title(part.strip()) for part in key.split("->"))
        return quoted(self.side.title(key))

    def value(self, section: str, field: str, value: Any, owner: Any = None) -> str:
        """Return a value in words; empty for nothing.

        Args:
            section: the section of its entry.
            field: its field.
            value: the value.
            owner: the entry that holds it, for the unit of its figures.
        """
        if isinstance(value, tuple):
            items = [self.value(section, field, item, owner) for item in value]
            # Each of several alternatives is a list of what belongs together.
            of_lists = any(isinstance(item, tuple) for item in value)
            return ", or ".join(items) if of_lists else list_words(items)
        if isinstance(value, Figure):
            return votes_words(value) if field == "votes" else figure_words(value, unit_of(owner))
        if isinstance(value, Amount):
            funder = f" from {self.title(value.funder)}" if value.funder else ""
            return f"{amount_words(value, unit_of(owner))}{funder}"
        if isinstance(value, StoryStep):
            return self._step(value)
        if isinstance(value, Agreement):
            who = self.value(section, f"{field}/with", value.with_) or "nobody"
            return f"with {who} ({value.on})" if value.on else f"with {who}"
        return self._text(section, field, value) if isinstance(value, str) else _plain(field, value)

    def _text(self, section: str, field: str, value: str) -> str:
        if isinstance(value, Choice):
            word = str(value)
            return WORDS.get(field, {}).get(word, word.replace("-", " "))
        if value and is_reference(section, field):
            return self.title(value)
        text = clean(value)
        return text if not text or _is_bare(section, field) else quoted(text)

    def _step(self, step: StoryStep) -> str:
        status = f" ({step.status})" if step.status else ""
        what = quoted(clean(step.says)) if step.says else ""
        if not what and step.value:
            what = self.title(step.value)
        cycle = step.cycle.word
        return f"{cycle}{status}: {what}" if what else f"{cycle}{status}"


def _is_bare(section: str, field: str) -> bool:
    """Whether the texts of a field are names, dates or codes, and need no quotation marks."""
    name, _, part = field.partition("/")
    known = find_key(section, name)
    return part == "at" or (known is not None and known.is_bare)


_WORDS_OF: Mapping[type, Callable[[Any], str]] = {
    Dose: dose_words,
    Monitoring: monitoring_words,
    Quotation: quotation_words,
    SpacePlan: plan_words,
}


def _plain(field: str, value: object) -> str:
    if value is None:
        return ""
    if words := _WORDS_OF.get(type(value)):
        return words(value)
    if isinstance(value, Voice):
        return f"“{value.who}: {value.effect}”"
    if isinstance(value, Rating):
        return f"{value.scale} {value.level}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}%" if field == "confidence" and isinstance(value, int | float) else str(value)


def quoted(text: str) -> str:
    """Return a text in quotation marks, for use in a sentence."""
    return f"“{text}”"


def list_words(words: Any) -> str:
    """Return words as a list in a sentence.

    >>> list_words(["“Schools”", "“Health”", "“Police”"])
    '“Schools”, “Health” and “Police”'
    """
    known = [word for word in words if word]
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} and {known[-1]}"
