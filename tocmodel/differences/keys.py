"""The metadata that the classes of the language give their keys, by section and key."""

from collections.abc import Mapping
from functools import cache

from attrs import fields

from tocmodel.model import (
    SECTIONS,
    Link,
    Place,
    Revision,
    TheoryOfChange,
    Translation,
    Waiver,
)
from tocmodel.model.keys import KeyMetadata, keys_of
from tocmodel.schema.vocabulary import TOP, labels

_CLASSES: Mapping[str, type] = {
    **SECTIONS,
    "links": Link,
    "place": Place,
    "revision": Revision,
    "waivers": Waiver,
    "translations": Translation,
}

KINDS: Mapping[str, type] = {
    "theory": TheoryOfChange,
    **{item.name: _CLASSES[item.name] for item in fields(TheoryOfChange) if item.name in _CLASSES},
}
"""The class that has the keys of each section, and of other things with keys."""

_HOMES = {"theory": TOP, "translations": "translation"}


def find_key(section: str, name: str) -> KeyMetadata | None:
    """Return the metadata of a key; ``None`` where the classes have no such key.

    An entry that moved to another section may have had a key that this section lacks.
    """
    home = _home(section, name)
    return keys_of(KINDS[home])[name] if home else None


def noun_for(section: str, name: str) -> str:
    """Return the noun for a key in a sentence, with its article.

    >>> noun_for("indicators", "tipping_point"), noun_for("outcomes", "domain")
    ('a tipping point', 'an area of life')
    """
    home = _home(section, name)
    if not home:
        return f"a value for ‘{name.replace('_', ' ')}’"
    known = keys_of(KINDS[home])[name].noun
    return known or with_article(labels(_HOMES.get(home, home))[name].lower())


@cache
def _home(section: str, name: str) -> str:
    homes = (section, *KINDS) if section in KINDS else KINDS
    return next((home for home in homes if name in keys_of(KINDS[home])), "")


def with_article(noun: str) -> str:
    """Return a noun with its article.

    >>> with_article("outcome"), with_article("story")
    ('an outcome', 'a story')
    """
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
