"""A normal form of values: two values mean the same if their normal forms are equal.

White space in a text, the order of an unordered list, a default that is written out, and a number
in place of a figure make no difference. Ids are looked up, so a reference to a renamed entry stays
the same reference.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import NOTHING, Factory, fields, has

from tocmodel.graph import link_pairs
from tocmodel.model import REFERENCES, Reference

ORDERED = frozenset({("stories", "steps"), ("views", "columns"), ("loops", "through")})
"""The lists whose order matters: the steps of a story, and columns."""

_LISTED = {(item.section, item.field): item for item in REFERENCES}
_MAY_BE_IDS = frozenset({("reviews", "prompted_by")})
"""Fields that hold ids, or words for something without an id."""

_REFERRING = frozenset(item.field for item in REFERENCES if "/" not in item.field)
_FILTERS = frozenset((key, name) for key in ("where", "leave_out") for name in _REFERRING)

NewId = Callable[[str], str]
"""The name used to compare an id."""


def fields_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a value by their names in a file, with their contents.

    The ends of a link and an entry's id identify it and are left out, as is anything that does not
    come from the file.
    """
    for attribute in fields(type(value)):
        name = attribute.name.rstrip("_")
        if attribute.eq and name not in ("id", "from", "to"):
            yield name, getattr(value, attribute.name)


def defaults_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Return the fields of a value's class with their defaults."""
    for attribute in fields(type(value)):
        default = attribute.default
        if attribute.eq and default is not NOTHING:
            made = default.factory() if isinstance(default, Factory) else default  # type: ignore[arg-type]
            yield attribute.name.rstrip("_"), made


def normalised(section: str, path: str, value: Any, new_id: NewId = str) -> Any:
    r"""Return a value in the form used for comparing; ``None`` means nothing at all.

    Args:
        section: the section of the entry that holds it.
        path: its field, with ``/`` between a field and a part of it.
        value: the value.
        new_id: returns the name used to compare an id.

    >>> normalised("outcomes", "title", "Children  are\nfed")
    'Children are fed'
    >>> normalised("interventions", "uses", ("hall", "cook")) == normalised(
    ...     "interventions", "uses", ("cook", "hall"))
    True
    """
    if value is None or isinstance(value, bool):
        return value if value is None else ("truth", value)
    if isinstance(value, str):
        return _text(section, path, value, new_id)
    if isinstance(value, tuple):
        return _list(section, path, value, new_id)
    if isinstance(value, Mapping):
        return _mapping(section, path, value, new_id)
    if has(type(value)):
        parts = (
            (name, normalised(section, f"{path}/{name}", part, new_id))
            for name, part in parts_of(value)
        )
        return tuple((name, part) for name, part in parts if part is not None)
    return value


def parts_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Return the parts of a value that belongs to an entry: a figure, a step, a rating."""
    for attribute in fields(type(value)):
        yield attribute.name.rstrip("_"), getattr(value, attribute.name)


def clean(text: str) -> str:
    r"""Return a text without its line breaks and extra spaces.

    >>> clean("a line\n  and another\n")
    'a line and another'
    """
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _text(section: str, path: str, value: str, new_id: NewId) -> str | None:
    found = clean(value)
    if not found:
        return None
    reference = _reference(section, path)
    if reference is not None and reference.links and "->" in found:
        return " -> ".join(new_id(part.strip()) for part in found.split("->"))
    return new_id(found) if is_reference(section, path) else found


def _list(section: str, path: str, value: tuple[Any, ...], new_id: NewId) -> Any:
    found = [normalised(section, path, item, new_id) for item in value]
    known = [item for item in found if item is not None]
    if not known:
        return None
    if (section, path) in ORDERED:
        return tuple(known)
    if all(isinstance(item, str) for item in known):
        return tuple(sorted(set(known)))
    return tuple(sorted(known, key=repr))


def _mapping(section: str, path: str, value: Mapping[str, Any], new_id: NewId) -> Any:
    named = new_id if names_its_keys(section, path) else str
    found = (
        (named(str(key)), normalised(section, f"{path}/{key}", item, new_id))
        for key, item in value.items()
    )
    return tuple(sorted((pair for pair in found if pair[1] is not None), key=repr)) or None


def names_its_keys(section: str, path: str) -> bool:
    """Return whether the keys of a mapping are ids.

    >>> names_its_keys("reviews", "still_true"), names_its_keys("outcomes", "fields")
    (True, False)
    """
    reference = _LISTED.get((section, path))
    return reference is not None and reference.keys


def _reference(section: str, path: str) -> Reference | None:
    """Return the reference at a path; a name in a mapping by names stands for any."""
    found = _LISTED.get((section, path))
    if found is None and path.count("/") == 2:
        first, _, last = path.split("/")
        return _LISTED.get((section, f"{first}/*/{last}"))
    return found


def is_reference(section: str, path: str) -> bool:
    """Whether a field holds ids, or may do so."""
    if _reference(section, path) or (section, path) in _MAY_BE_IDS:
        return True
    # A view may ask for elements by group or partner, and then names ids.
    return section == "views" and path.partition("/")[::2] in _FILTERS


def references(section: str, path: str, value: Any) -> Iterator[str]:
    """Yield the ids that a value names, as written."""
    if isinstance(value, str):
        reference = _reference(section, path)
        if value and reference is not None:
            if reference.links and "->" in value:
                yield from (id_ for pair in link_pairs(value) for id_ in pair)
            else:
                yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from references(section, path, item)
    elif isinstance(value, Mapping):
        yield from value if names_its_keys(section, path) else ()
        for name, part in value.items():
            yield from references(section, f"{path}/{name}", part)
    elif value is not None and has(type(value)):
        for name, part in parts_of(value):
            yield from references(section, f"{path}/{name}", part)
