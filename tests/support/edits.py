"""A theory and an edit of it: most of it stays, as from one year of a partnership to the next."""

import typing
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from hypothesis import strategies as st
from strategies import World, ids, texts, theories, words

from tocmodel.fileformat.loading import load
from tocmodel.model import (
    ELEMENT_SECTIONS,
    SECTIONS,
    Figure,
    Place,
    Rating,
    Revision,
    StoryStep,
    TheoryOfChange,
    Translation,
    Waiver,
)

Pair = tuple[TheoryOfChange, TheoryOfChange]
_IDENTITY = ("id", "from_", "to", "theory")
_LISTS = {"observations": Figure, "reach": Figure, "rated": Rating, "steps": StoryStep}
"""The fields whose items are compared one by one."""


@cache
def everything() -> TheoryOfChange:
    """A theory that uses every section and key of the language."""
    return load(Path(__file__).parents[1] / "schema/corpus/good/everything.toc.yaml")


@st.composite
def edited(draw: st.DrawFn, only: str = "") -> Pair:
    """A theory of every section and key, and the same after up to four edits, or one named."""
    old = new = everything()
    some = st.lists(st.sampled_from(list(EDITS)), min_size=1, max_size=4)
    for name in [only] if only else draw(some):
        new = EDITS[name](draw, new)
    return old, new


@attrs.frozen
class FieldChange:
    """A theory, the same with one field of one entry or link drawn anew, and that field."""

    old: TheoryOfChange
    new: TheoryOfChange
    section: str
    field: str
    before: Any
    now: Any


@st.composite
def field_changes(draw: st.DrawFn) -> FieldChange:
    """A change of one field, which may by chance be none."""
    old = draw(st.builds(everything) | theories())
    name, key = draw(st.sampled_from([*_places(old), *_link_places(old)]))
    field = draw(st.sampled_from(_fields(_at(old, name, key))))
    new = _drawn_anew(draw, old, name, key, field)
    before, now = (getattr(_at(theory, name, key), field) for theory in (old, new))
    return FieldChange(old, new, name, field.rstrip("_"), before, now)


# --- the edits; each returns the theory as it is where there is nothing to edit


def _retitled(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    name, id_ = draw(st.sampled_from(_places(theory)))
    entry = getattr(theory, name)[id_]
    title = draw(words | st.just(f"{entry.title} once more"))
    return _with(theory, name, id_, attrs.evolve(entry, title=title))


def _renamed(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    _, id_ = draw(st.sampled_from(_places(theory)))
    other = draw(ids)
    taken = any(other in getattr(theory, section) for section in SECTIONS)
    return theory if taken else _replaced(theory, {id_: other})


def _added(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    id_, name = draw(ids), draw(st.sampled_from([*ELEMENT_SECTIONS, "views"]))
    if any(id_ in getattr(theory, section) for section in SECTIONS):
        return theory
    return _with(theory, name, id_, draw(_world(theory).entries(name, SECTIONS[name], id_)))


def _dropped(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    name, id_ = draw(st.sampled_from(_places(theory)))
    kept = {key: entry for key, entry in getattr(theory, name).items() if key != id_}
    links = tuple(link for link in theory.links if id_ not in (link.from_, link.to))
    return _replaced(attrs.evolve(theory, **{name: kept}, links=links), {id_: ""})


def _moved(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    """An entry in another section, with the fields that both sections have."""
    places = [(name, id_) for name, id_ in _places(theory) if name in ELEMENT_SECTIONS]
    if not places:
        return theory
    name, id_ = draw(st.sampled_from(places))
    other = draw(st.sampled_from([section for section in ELEMENT_SECTIONS if section != name]))
    entry = getattr(theory, name)[id_]
    kept = {key: part for key, part in getattr(theory, name).items() if key != id_}
    kind = SECTIONS[other]
    made = draw(_world(theory).entries(other, kind, id_))
    here, there = (typing.get_type_hints(item) for item in (type(entry), kind))
    shared = {field: getattr(entry, field) for field in _fields(made) if field in here}
    same = {field: value for field, value in shared.items() if here[field] == there[field]}
    return _with(attrs.evolve(theory, **{name: kept}), other, id_, attrs.evolve(made, **same))


def _changed(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    name, key = draw(st.sampled_from([*_places(theory), *_link_places(theory)]))
    field = draw(st.sampled_from(_fields(_at(theory, name, key))))
    return _drawn_anew(draw, theory, name, key, field)


def _link_changed(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    if not theory.links:
        return theory
    name, key = draw(st.sampled_from(_link_places(theory)))
    field = draw(st.sampled_from(["effect", "strength", "via", "assumes", "rivals", "because"]))
    return _drawn_anew(draw, theory, name, key, field)


def _listed_anew(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    """A list of figures, steps or ratings with an item more or less, another order or a note."""
    lists = [
        (name, id_, field)
        for name, id_ in _places(theory)
        for field in _LISTS.keys() & {*_fields(_at(theory, name, id_))}
    ]
    if not lists:
        return theory
    name, id_, field = draw(st.sampled_from(sorted(lists)))
    entry = _at(theory, name, id_)
    items = list(getattr(entry, field))
    more = _world(theory).values(f"{name}/{field}", _LISTS[field])
    choices = [more.map(lambda item: [*items, item])]
    if items:
        choices += [st.just(items[1:]), st.just(items[::-1])]
    if items and isinstance(items[0], Figure):
        choices += [texts.map(lambda note: [attrs.evolve(items[0], note=note), *items[1:]])]
    return _with(theory, name, id_, attrs.evolve(entry, **{field: tuple(draw(st.one_of(choices)))}))


def _linked(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    elements = [id_ for name in ELEMENT_SECTIONS for id_ in getattr(theory, name)]
    if not elements:
        return theory
    pair = draw(st.tuples(st.sampled_from(elements), st.sampled_from(elements)))
    link = draw(_world(theory).links(pair))
    return attrs.evolve(theory, links=(*theory.links, link))


def _unlinked(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    if not theory.links:
        return theory
    gone = draw(st.integers(0, len(theory.links) - 1))
    links = tuple(link for place, link in enumerate(theory.links) if place != gone)
    return attrs.evolve(theory, links=links)


def _reworded(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    """Something else in the theory itself."""
    world = _world(theory)
    changes: Mapping[str, st.SearchStrategy[Any]] = {
        "title": words,
        "imagined": st.booleans(),
        "summary": texts,
        "notes": texts,
        "place": st.none() | world.values("place", Place),
        "revision": st.none() | world.values("revision", Revision),
    }
    name = draw(st.sampled_from(list(changes)))
    return attrs.evolve(theory, **{name: draw(changes[name])})


def _waived(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    """A waiver that is new, gone, or given for another reason."""
    first, others = theory.waivers[:1], theory.waivers[1:]
    choices = [st.tuples(_world(theory).values("waivers", Waiver), *map(st.just, first))]
    if first:
        choices += [st.just(()), words.map(lambda why: (attrs.evolve(first[0], reason=why),))]
    return attrs.evolve(theory, waivers=(*draw(st.one_of(choices)), *others))


def _translated(draw: st.DrawFn, theory: TheoryOfChange) -> TheoryOfChange:
    """A translation of one entry that is new, gone or different."""
    _, id_ = draw(st.sampled_from(_places(theory)))
    language = draw(st.sampled_from(["cy", "gd"]))
    known = {key: dict(found) for key, found in theory.translations.items()}
    known.setdefault(language, {})[id_] = draw(st.builds(Translation, title=texts, plain=texts))
    return attrs.evolve(theory, translations=known)


EDITS: Mapping[str, Callable[[st.DrawFn, TheoryOfChange], TheoryOfChange]] = {
    "retitled": _retitled,
    "renamed": _renamed,
    "added": _added,
    "dropped": _dropped,
    "moved": _moved,
    "changed": _changed,
    "link changed": _link_changed,
    "listed anew": _listed_anew,
    "linked": _linked,
    "unlinked": _unlinked,
    "reworded": _reworded,
    "waived": _waived,
    "translated": _translated,
}


# --- what the edits are made of


def _world(theory: TheoryOfChange) -> World:
    return World(
        {id_: section for section in SECTIONS for id_ in getattr(theory, section)},
        [(link.from_, link.to) for link in theory.links],
    )


def _places(theory: TheoryOfChange) -> list[tuple[str, str]]:
    return [(name, id_) for name in SECTIONS for id_ in getattr(theory, name)]


def _link_places(theory: TheoryOfChange) -> list[tuple[str, int]]:
    return [("links", place) for place in range(len(theory.links))]


def _at(theory: TheoryOfChange, name: str, key: str | int) -> Any:
    return getattr(theory, name)[key]


def _fields(value: Any) -> list[str]:
    """The fields to edit; one that does not count in a comparison follows from others."""
    return [
        item.name for item in attrs.fields(type(value)) if item.name not in _IDENTITY and item.eq
    ]


def _with(theory: TheoryOfChange, name: str, key: str | int, value: Any) -> TheoryOfChange:
    if isinstance(key, int):
        links = tuple(value if at == key else link for at, link in enumerate(theory.links))
        return attrs.evolve(theory, links=links)
    return attrs.evolve(theory, **{name: {**getattr(theory, name), key: value}})


def _drawn_anew(
    draw: st.DrawFn, theory: TheoryOfChange, name: str, key: str | int, field: str
) -> TheoryOfChange:
    value = _at(theory, name, key)
    attribute = getattr(attrs.fields(type(value)), field)
    hint = typing.get_type_hints(type(value))[field]
    drawn = draw(_world(theory).field(name, field, hint, attribute.default))
    return _with(theory, name, key, attrs.evolve(value, **{field: drawn}))


def _replaced(value: Any, names: Mapping[str, str]) -> Any:
    """A value in which ids have other names; those whose new name is empty are not named."""
    if type(value) is str:  # and not a word of a closed set
        parts = [names.get(part, part) for part in value.split(" -> ")]
        return " -> ".join(parts) if all(parts) else ""
    if isinstance(value, tuple):
        replaced = (_replaced(item, names) for item in value)
        return tuple(item for item in replaced if item != "" or "" in value)
    if isinstance(value, Mapping):
        items = ((names.get(key, key), _replaced(item, names)) for key, item in value.items())
        return {key: item for key, item in items if key}
    if attrs.has(type(value)):
        changes = {
            item.name: _replaced(getattr(value, item.name), names)
            for item in attrs.fields(type(value))
            if item.init and item.eq
        }
        return attrs.evolve(value, **changes)
    return value
