"""Says the values of fields in words, with the titles of what they refer to."""

from typing import Any

from tocmodel.analysis.difference.meaning import clean, is_reference
from tocmodel.analysis.difference.phrases import WORDS
from tocmodel.analysis.difference.sides import Side
from tocmodel.model import (
    Agreement,
    Choice,
    Figure,
    Indicator,
    Input,
    Monitoring,
    Rating,
    StoryStep,
)
from tocmodel.values import frozen
from tocmodel.wording import figure_words, monitoring_words


@frozen
class Voice:
    """Says the values of one theory.

    Attributes:
        side: the theory.
    """

    side: Side

    def title(self, key: str) -> str:
        """Return the title for a key, in quotation marks; a link as its two titles."""
        if "->" in key and key not in self.side.items:
            return " → ".join(self.title(part.strip()) for part in key.split("->"))
        return quoted(self.side.title(key))

    def value(self, section: str, field: str, value: Any, owner: Any = None) -> str:
        """Return a value in words; empty for nothing.

        Args:
            section: where it stands.
            field: its field.
            value: the value.
            owner: the entry that holds it, for the unit of its figures.
        """
        if isinstance(value, tuple):
            return joined(self.value(section, field, item, owner) for item in value)
        if isinstance(value, Figure):
            return figure_words(value, unit_of(owner))
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
        said = clean(value)
        return said if not said or _is_bare(field) else quoted(said)

    def _step(self, step: StoryStep) -> str:
        status = f" ({step.status})" if step.status else ""
        what = quoted(clean(step.says)) if step.says else ""
        if not what and step.value:
            what = self.title(step.value)
        cycle = step.cycle.word
        return f"{cycle}{status}: {what}" if what else f"{cycle}{status}"


BARE = frozenset(
    """
    agreed_on at classified_as code country currency date doi ends frameworks grant label language
    level next_review period show columns starts tags unit url year where
    """.split()
)
"""Fields whose texts are names, dates and codes, and need no quotation marks."""


def _is_bare(field: str) -> bool:
    name, _, part = field.partition("/")
    return name in BARE or part in BARE


def _plain(field: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Monitoring):
        return monitoring_words(value)
    if isinstance(value, Rating):
        return f"{value.scale} {value.level}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}%" if field == "confidence" and isinstance(value, int | float) else str(value)


def unit_of(owner: Any) -> str:
    """Return what the figures of an entry count."""
    if isinstance(owner, Indicator):
        return owner.unit
    return owner.currency if isinstance(owner, Input) else ""


def quoted(text: str) -> str:
    """Return a text as it stands within a sentence."""
    return f"“{text}”"


def joined(words: Any) -> str:
    """Return words as they are read aloud.

    >>> joined(["“Schools”", "“Health”", "“Police”"])
    '“Schools”, “Health” and “Police”'
    """
    known = [word for word in words if word]
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} and {known[-1]}"
