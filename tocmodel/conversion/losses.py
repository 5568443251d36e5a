"""What a format cannot hold of a theory, from a list of what it can hold."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.conversion.sketch import Note, Remark
from tocmodel.fileformat.dumping import entry_data, stated_data, to_data
from tocmodel.model import ELEMENT_SECTIONS, SECTIONS, Link, TheoryOfChange
from tocmodel.wording import count_words, counted

_ALWAYS = frozenset(("tocmodel", "$schema", "links"))


@frozen(kw_only=True)
class Holds:
    """What a format can hold.

    Attributes:
        theory: the keys of the theory itself.
        sections: the sections, each with the keys of its entries.
        links: the keys of links, beside their ends.
    """

    theory: frozenset[str] = frozenset()
    sections: Mapping[str, frozenset[str]] = field(factory=dict)
    links: frozenset[str] = frozenset()


def every_element(*keys: str) -> Mapping[str, frozenset[str]]:
    """Return the sections of elements, each with the same keys."""
    return dict.fromkeys(ELEMENT_SECTIONS, frozenset(("title", *keys)))


def links_between(theory: TheoryOfChange, sections: Mapping[str, Any]) -> tuple[Link, ...]:
    """Return the links whose ends are both elements of these sections."""
    ids = {id_ for section in sections for id_ in getattr(theory, section)}
    return tuple(link for link in theory.links if link.from_ in ids and link.to in ids)


def losses(theory: TheoryOfChange, holds: Holds) -> tuple[Note, ...]:
    """Return a note for each section of which a format cannot hold everything.

    >>> theory = TheoryOfChange(title="T", outcomes={"a": {"title": "A", "horizon": "long"}})
    >>> [note.message for note in losses(theory, Holds(sections=every_element()))]
    ['of the theory: title', 'of 1 outcome: horizon (1)']
    """
    messages = (*_of_theory(theory, holds), *_of_sections(theory, holds), *_of_links(theory, holds))
    return tuple(Note(remark=Remark.LOST, message=message) for message in messages)


def kinds_lost(theory: TheoryOfChange, sections: Iterable[str]) -> Iterator[Note]:
    """Yield a note if a format writes elements of these sections as factors."""
    number = sum(len(getattr(theory, section)) for section in sections if section != "factors")
    if number:
        message = f"the kinds of {counted(number, 'element')}: all are factors there"
        yield Note(remark=Remark.LOST, message=message)


def _of_theory(theory: TheoryOfChange, holds: Holds) -> Iterator[str]:
    held = _ALWAYS | SECTIONS.keys() | holds.theory
    gone = [_words(key) for key in to_data(theory) if key not in held]
    if gone:
        yield f"of the theory: {', '.join(gone)}"


def _of_sections(theory: TheoryOfChange, holds: Holds) -> Iterator[str]:
    for section in SECTIONS:
        entries = getattr(theory, section)
        if not entries:
            continue
        many = count_words(len(entries), section)
        if section not in holds.sections:
            yield many
            continue
        keys = (key for entry in entries.values() for key in entry_data(entry))
        if gone := _counted(keys, holds.sections[section]):
            yield f"of {many}: {gone}"


def _of_links(theory: TheoryOfChange, holds: Holds) -> Iterator[str]:
    written = links_between(theory, holds.sections)
    gone = len(theory.links) - len(written)
    if gone:
        yield f"{counted(gone, 'link')} to or from what the file does not have"
    keys = (key for link in written for key in stated_data(link))
    if not_held := _counted(keys, {"from", "to", *holds.links}):
        yield f"of {counted(len(written), 'link')}: {not_held}"


def _counted(keys: Iterable[str], held: Container[str]) -> str:
    """Return the keys that are not held, each with how often it is there."""
    gone = Counter(key for key in keys if key not in held)
    return ", ".join(f"{_words(key)} ({number:,})" for key, number in gone.items())


def _words(key: str) -> str:
    return key.replace("_", " ")
