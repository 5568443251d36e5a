"""What a comparison needs to know about each key, kept at the field that holds the key.

The schema has a key's title, meaning and words. Only a comparison of two theories needs more: how
much a change matters and how a sentence describes it. That is in the ``metadata`` of its attrs
field.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from attrs import fields, frozen

Weight = Literal["significant", "minor", "wording", "reason", "result", "against"]
"""How much changes of one kind matter; ``tocmodel.differences.significance`` has the meanings."""

_NAME = "tocmodel"


@frozen
class KeyMetadata:
    """How a change of a key is weighed and put into words.

    A key has at most one of the phrases. A key without any goes by its title in the schema:
    *now has a tipping point*.

    Attributes:
        weight: how much a change matters; for a section, an added or removed entry.
        noun: its name with its article, where that is not its title: *an area of life*.
        question: the question that it answers, with ``{}`` for its subject: *who {} is for*; of a
            mapping from ids, with a second one for the entry that the id names.
        verb: for a list, the verb before its items: *is delivered by*.
        mark: for yes and no, the word for *yes*: *critical*.
        item: for a list whose items are compared one by one, the name of an item.
        is_prose: whether it is free text, which a sentence does not repeat if it is long.
        is_bare: whether its texts are names, dates or codes, which need no quotation marks.
    """

    weight: Weight
    noun: str = ""
    question: str = ""
    verb: str = ""
    mark: str = ""
    item: str = ""
    is_prose: bool = False
    is_bare: bool = False


def key(  # noqa: PLR0913  (each is a choice of its own)
    weight: Weight,
    *,
    noun: str = "",
    question: str = "",
    verb: str = "",
    mark: str = "",
    item: str = "",
    prose: bool = False,
    bare: bool = False,
) -> Mapping[str, KeyMetadata]:
    """Return the ``metadata`` of the field that holds a key."""
    return {_NAME: KeyMetadata(weight, noun, question, verb, mark, item, prose, bare)}


@cache
def keys_of(kind: type) -> Mapping[str, KeyMetadata]:
    """Return the keys of a class that were given a weight, by their names in a file.

    >>> from tocmodel.model import Outcome
    >>> keys_of(Outcome)["who"].question
    'who {} is for'
    """
    found = ((item.name.rstrip("_"), item.metadata.get(_NAME)) for item in fields(kind))
    return MappingProxyType({name: known for name, known in found if known is not None})
