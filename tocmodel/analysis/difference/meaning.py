"""What a value means, apart from how it is written: two values mean the same if these are equal.

White space in a text, the order of a list that has none, a default that is written out and a
number given for a figure make no difference. Ids are looked up, so that a reference to an entry
that was renamed stays the same reference.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import NOTHING, Factory, fields, has

from tocmodel.graph import link_pairs
from tocmodel.model import REFERENCES

ORDERED = frozenset({("stories", "steps"), ("views", "columns")})
"""The lists whose order says something: a story is told, columns stand, in that order."""

_LISTED = {(item.section, item.field): item for item in REFERENCES}
_MAY_BE_IDS = frozenset({("reviews", "prompted_by")})
"""Fields that hold ids, or words where nobody gave the thing an id."""

_REFERRING = frozenset(item.field for item in REFERENCES if "/" not in item.field)
_FILTERS = frozenset(("where", name) for name in _REFERRING)

Look = Callable[[str], str]
"""The name under which an id is compared."""


def fields_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Give the names of a value's fields as a file has them, and what they hold.

    The ends of a link and an entry's id say which one it is, not what it says, and are left out;
    so is what comes from elsewhere than the file.
    """
    for attribute in fields(type(value)):
        name = attribute.name.rstrip("_")
        if attribute.eq and name not in ("id", "from", "to"):
            yield name, getattr(value, attribute.name)


def defaults_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Give the fields of a value's class with what they hold when nothing is said."""
    for attribute in fields(type(value)):
        default = attribute.default
        if attribute.eq and default is not NOTHING:
            made = default.factory() if isinstance(default, Factory) else default  # type: ignore[arg-type]
            yield attribute.name.rstrip("_"), made


def meaning(section: str, path: str, value: Any, look: Look = str) -> Any:
    r"""Return a value in the one form in which it is compared; ``None`` stands for nothing at all.

    Args:
        section: the section of the entry that holds it.
        path: its field, with ``/`` between a field and a part of it.
        value: the value.
        look: gives the name under which an id is compared.

    >>> meaning("outcomes", "title", "Children  are\nfed")
    'Children are fed'
    >>> meaning("interventions", "uses", ("hall", "cook")) == meaning(
    ...     "interventions", "uses", ("cook", "hall"))
    True
    """
    if value is None or isinstance(value, bool):
        return value if value is None else ("truth", value)
    if isinstance(value, str):
        return _text(section, path, value, look)
    if isinstance(value, tuple):
        return _list(section, path, value, look)
    if isinstance(value, Mapping):
        return _mapping(section, path, value, look)
    if has(type(value)):
        parts = (
            (name, meaning(section, f"{path}/{name}", part, look)) for name, part in parts_of(value)
        )
        return tuple((name, part) for name, part in parts if part is not None)
    return value


def parts_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Give the parts of a value that belongs to an entry: a figure, a step, a rating."""
    for attribute in fields(type(value)):
        yield attribute.name.rstrip("_"), getattr(value, attribute.name)


def clean(text: str) -> str:
    r"""Return a text without the line breaks and spaces by which it was set.

    >>> clean("a line\n  and another\n")
    'a line and another'
    """
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _text(section: str, path: str, value: str, look: Look) -> str | None:
    found = clean(value)
    if not found:
        return None
    reference = _LISTED.get((section, path))
    if reference is not None and reference.links and "->" in found:
        return " -> ".join(look(part.strip()) for part in found.split("->"))
    if reference is not None or (section, path) in _MAY_BE_IDS:
        return look(found)
    return found


def _list(section: str, path: str, value: tuple[Any, ...], look: Look) -> Any:
    found = [meaning(section, path, item, look) for item in value]
    known = [item for item in found if item is not None]
    if not known:
        return None
    if (section, path) in ORDERED:
        return tuple(known)
    if all(isinstance(item, str) for item in known):
        return tuple(sorted(set(known)))
    return tuple(sorted(known, key=repr))


def _mapping(section: str, path: str, value: Mapping[str, Any], look: Look) -> Any:
    found = []
    for key, item in value.items():
        # A view may ask for elements by group or partner, and then names ids.
        ids = (section, path) == ("views", "where") and key in _REFERRING
        inner = ("groups", "group") if ids else (section, f"{path}/{key}")
        found.append((str(key), meaning(*inner, item, look)))
    return tuple(sorted((pair for pair in found if pair[1] is not None), key=repr)) or None


def is_reference(section: str, path: str) -> bool:
    """Say whether a field holds ids, or may do so."""
    if (section, path) in _LISTED or (section, path) in _MAY_BE_IDS:
        return True
    return section == "views" and path.partition("/")[::2] in _FILTERS


def references(section: str, path: str, value: Any) -> Iterator[str]:
    """Give the ids that a value names, as it has them."""
    if isinstance(value, str):
        reference = _LISTED.get((section, path))
        if value and reference is not None:
            if reference.links and "->" in value:
                yield from (id_ for pair in link_pairs(value) for id_ in pair)
            else:
                yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from references(section, path, item)
    elif value is not None and has(type(value)):
        for name, part in parts_of(value):
            yield from references(section, f"{path}/{name}", part)
