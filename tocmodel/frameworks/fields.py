"""Read and check the fields of a theory that mean the same as a category.

Fields have the names they have in a file. ``steps/cycle`` is the field ``cycle`` of each of the
``steps``; ``rated/nesta`` is the level on one of the scales in ``rated``.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Any, get_args, get_type_hints

import attrs

from tocmodel.diagnostics import did_you_mean
from tocmodel.frameworks.model import words
from tocmodel.model import (
    ELEMENT_SECTIONS,
    Choice,
    Element,
    EvidenceScale,
    Rating,
    StoryStep,
)

_INNER: dict[str, type[Any]] = {"steps": StoryStep, "rated": Rating}


def field_words(element: Element, path: str) -> tuple[str, ...]:
    """Return the words in a field of an element; none if it has no such field.

    >>> from tocmodel.model import Intervention, Story
    >>> field_words(Intervention(title="Breakfast club", tier="universal"), "tier")
    ('universal',)
    >>> told = Story(title="A story", steps=[{"cycle": "applied"}, {"cycle": "realised"}])
    >>> field_words(told, "steps/cycle")
    ('applied', 'realized')
    """
    name, _, inner = path.partition("/")
    held = getattr(element, _attribute(name), None)
    if not inner:
        return words(held)
    items = held if isinstance(held, tuple) else ()
    if name == "rated":
        return tuple(rating.level for rating in items if rating.scale == inner)
    return tuple(word for item in items for word in words(getattr(item, _attribute(inner), None)))


def field_fault(sections: Iterable[str], path: str) -> str:
    """Return why no element of these sections has a field; empty if one has."""
    known = {field for section in sections for field in _paths(section)}
    if path in known:
        return ""
    listed = " or ".join(sections)
    return f"no element of {listed} has a field '{path}'{did_you_mean(path, known)}"


def word_fault(sections: Iterable[str], path: str, value: object) -> str:
    """Return which of these words a field can never hold; empty if it may hold all."""
    choices = {word for section in sections for word in _choices(section, path)}
    for word in words(value) if choices else ():
        if word not in choices:
            return f"'{path}' is never '{word}'{did_you_mean(word, choices)}"
    return ""


def _attribute(name: str) -> str:
    return f"{name}_" if name in ("for", "from") else name


@cache
def _paths(section: str) -> frozenset[str]:
    return frozenset(_walk(ELEMENT_SECTIONS[section]))


def _walk(kind: type[Any]) -> Iterator[str]:
    for field in attrs.fields(kind):
        name = field.name.rstrip("_")
        yield name
        if name == "rated":
            yield from (f"rated/{scale}" for scale in EvidenceScale)
        elif name in _INNER:
            yield from (f"{name}/{inner.name.rstrip('_')}" for inner in attrs.fields(_INNER[name]))


@cache
def _choices(section: str, path: str) -> tuple[str, ...]:
    name, _, inner = path.partition("/")
    kind: type[Any] = _INNER[name] if inner and name in _INNER else ELEMENT_SECTIONS[section]
    hint = get_type_hints(kind).get(_attribute(inner or name))
    if hint is None or name == "rated":
        return ()
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if bool in parts:
        return ("yes", "no")
    return tuple(
        str(word)
        for part in parts
        if isinstance(part, type) and issubclass(part, Choice)
        for word in part
    )
