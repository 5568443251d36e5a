"""A key that nobody reads is a promise broken: where each key of a theory file is seen.

Every key of the schema is tried in a file that has all of them. A text or a number of one's own
must come out in an answer as it was put in. Of a closed set, and of yes and no, every two words
must give different answers. What refers to another entry must name that entry once it is changed to
it, and what has keys of its own must be missed once it is taken out.

``seen.txt`` keeps what was found. That a key is in rows for data frames does not count; what is an
instruction, such as the version of the format, has its reason in ``by_effect.yaml``.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from answers import Answers, answers, every_id

from tocmodel.diagnostics import ModelFileError
from tocmodel.fileformat.loading import from_data
from tocmodel.model import REFERENCES, SECTIONS, TheoryOfChange
from tocmodel.schema.vocabulary import TOP, Key, vocabulary
from tocmodel.syntax import parse

HERE = Path(__file__).parent
EVERYTHING = HERE.parent / "schema/corpus/good/everything.toc.yaml"
SEEN = HERE / "seen.txt"
BY_EFFECT: Mapping[str, str] = parse(
    (HERE / "by_effect.yaml").read_text(encoding="utf-8"), "by_effect.yaml"
).data
NOT_FOR_PEOPLE = "records"

Pointer = tuple[str | int, ...]
Place = tuple[Key, Pointer]


BY_OWN_NAMES: Mapping[str, tuple[str, ...]] = {
    "criterion": ("where", "of"),
    "sign": ("signs",),
    "tipping point": ("tips",),
    "offer": ("offers",),
}
"""What is kept in a mapping by names that people make up, and the keys of such mappings."""


def name_of(key: Key) -> str:
    return f"{key.home}.{key.name}" if key.home else key.name


def places(data: Any, home: str = TOP, at: Pointer = ()) -> Iterator[Place]:
    """Every key that a mapping of some kind has, with its address, and those inside."""
    if not isinstance(data, dict):
        return
    for key in vocabulary()[home].keys:
        if key.name in data:
            here = (*at, key.name)
            yield key, here
            yield from inside(data[key.name], key, here)


def inside(held: Any, key: Key, at: Pointer) -> Iterator[Place]:
    if not at[1:] and key.name == "translations":
        for language, entries in held.items():
            for id_, words in entries.items():
                yield from places(words, "translation", (*at, language, id_))
    elif not at[1:] and key.name in SECTIONS:
        for id_, entry in held.items():
            yield from places(entry, key.name, (*at, id_))
    elif isinstance(held, list):
        for number, item in enumerate(held):
            yield from inside(item, key, (*at, number))
    else:
        home = key.name if not at[1:] and key.name in vocabulary() else key.holds
        home = home or ("links" if at[0] == "links" else "")
        named = at[-1] in BY_OWN_NAMES.get(home, ())
        for item, there in [(held[name], (*at, name)) for name in held] if named else [(held, at)]:
            yield from places(item, home, there) if home else ()


def filled(data: dict[str, Any]) -> dict[str, Any]:
    """The data with every key that entries of all sections have, not of one section only."""
    every = [key for kind in vocabulary().values() for key in kind.keys]
    there = {name_of(key): at for key, at in reversed(list(places(data)))}
    for key in every:
        if name_of(key) in there:
            continue
        alike = (at for name, at in there.items() if name.endswith(f".{key.name}"))
        values = [value_at(data, at) for at in alike] + [key.example]
        values += [id_ for id_ in data.get(key.home, {}) if key.name == "part_of"]
        homes = [at[:-1] for name, at in there.items() if name.startswith(f"{key.home}.")]
        made = (changed(data, (*homes[0], key.name), value) for value in values)
        data = next(candidate for candidate in made if loads(candidate))
    return data


def loads(data: dict[str, Any]) -> bool:
    """Whether data hold a theory."""
    try:
        theory_of(data)
    except ModelFileError:
        return False
    return True


@cache
def tried() -> dict[str, Place]:
    """The first place of each key."""
    found: dict[str, Place] = {}
    for key, at in places(DATA):
        found.setdefault(name_of(key), (key, at))
    return found


def changed(data: dict[str, Any], at: Pointer, value: Any) -> dict[str, Any]:
    """The same data with another value at an address; without any, where it is ``...``."""
    made = deepcopy(data)
    holder: Any = made
    for step in at[:-1]:
        holder = holder[step]
    if value is ...:
        del holder[at[-1]]
    else:
        holder[at[-1]] = value
    return made


def value_at(data: dict[str, Any], at: Pointer) -> Any:
    held: Any = data
    for step in at:
        held = held[step]
    return held


def theory_of(data: dict[str, Any]) -> TheoryOfChange:
    return from_data(data, str(EVERYTHING))


def spared(data: dict[str, Any]) -> dict[str, Any]:
    """The data with one more entry in each section, which may be referred to."""
    needs = {
        "includes": {"file": "minimal.toc.yaml"},
        "loops": {"through": ["mood"]},
        "reviews": {"date": "2020"},
        "value_creation": {"cycle": "applied"},
    }
    for section in SECTIONS:
        spare = {"title": f"One of {section} to spare", **needs.get(section, {})}
        data = {**data, section: {**data[section], f"spare-{section.replace('_', '-')}": spare}}
    return data


DATA = spared(filled(parse(EVERYTHING.read_text(encoding="utf-8"), str(EVERYTHING)).data))


def ids_for(at: Pointer) -> tuple[str, ...]:
    """Whose answers are looked at: the entry that is changed, and what much leads to."""
    own = (str(at[1]),) if at[0] in SECTIONS and len(at) > 1 else ()
    return (*own, "less-stress")


@cache
def answers_for(data: str, ids: tuple[str, ...]) -> Answers:
    return answers(theory_of(json.loads(data)), ids)


def answers_with(at: Pointer, value: Any) -> Answers:
    return answers_for(json.dumps(changed(DATA, at, value)), ids_for(at))


# What may be put in, apart from the words of closed sets.


def own_values(number: int) -> tuple[Any, ...]:
    """A text, a date, an address, a number ... that is nowhere else; one of them will be valid."""
    word, year = f"zq{number}x", 1000 + number
    return (
        *(word, [word], f"{year}-02", [f"{word}.yaml"], f"{word}.toc.yaml", f"10.1000/{word}"),
        *(f"https://example.org/{word}", 5000 + number, [5000 + number, 9000 + number]),
        *({word: word}, {word: [word]}),
    )


def readings(value: Any) -> tuple[str, ...]:
    """How a value of one's own may be read: a number with a comma or without."""
    if isinstance(value, dict | list):
        return readings(next(iter(value)))
    return (str(value), f"{value:,}") if isinstance(value, int) else (str(value),)


def is_like(value: Any, held: Any) -> bool:
    """Say whether a value is of the kind that is there."""
    numbers = isinstance(value, int) and isinstance(held, int | float)
    return numbers or type(value) is type(held)


def references(at: Pointer) -> tuple[str, ...]:
    """The sections in which what is at an address must be found; none where it is no reference."""
    path = [str(step) for step in at if not isinstance(step, int)]
    section, inner = path[0], path[2:] if path[0] in SECTIONS else path[1:]
    return next(
        (
            reference.targets
            for reference in REFERENCES
            if reference.section == section
            and reference.field in ("/".join(inner), "/".join([*inner[:1], "*", *inner[2:]]))
        ),
        (),
    )


def others(at: Pointer) -> Iterator[Any]:
    """The ids that may be put in the place of one that is referred to, as the key takes them."""
    held = value_at(DATA, at)
    now = list(leaves(held))
    for section in references(at):
        for id_ in DATA.get(section, {}):
            if id_ not in now and id_ != at[1]:
                yield shaped(id_, held)


def leaves(held: Any) -> Iterator[Any]:
    for item in held if isinstance(held, list | dict) else [held]:
        yield from leaves(item) if isinstance(item, list) else [item]


def shaped(id_: str, held: Any) -> Any:
    """An id as the key takes it: by itself, in a list, in a list of lists, or in a mapping."""
    if isinstance(held, dict):
        return {id_: next(iter(held.values()))}
    return [shaped(id_, held[0])] if isinstance(held, list) else id_


def unwrapped(value: Any) -> str:
    if isinstance(value, dict):
        return next(iter(value))
    return unwrapped(value[0]) if isinstance(value, list) else str(value)


def title_of(id_: str) -> str:
    return next(str(DATA[name][id_]["title"]) for name in SECTIONS if id_ in DATA.get(name, {}))


def is_own(key: Key, at: Pointer) -> bool:
    """Whether a key takes a text or a number of one's own."""
    held = value_at(DATA, at)
    parts = held if isinstance(held, list) else [held]
    mapping = key.name in ("fields", "where", "classified_as") and not key.holds
    return mapping or not (
        key.words
        or references(at)
        or any(isinstance(item, bool | dict) for item in parts)
        or (len(at) == 1 and key.name in SECTIONS)
    )


# Where a key is seen.


@cache
def marked() -> tuple[dict[str, tuple[str, ...]], Answers]:
    """All values of one's own put in at once: the word for each key, and the answers."""
    data = DATA
    words: dict[str, tuple[str, ...]] = {}
    for number, (name, (key, at)) in enumerate(tried().items()):
        if not is_own(key, at) or name in BY_EFFECT:
            continue
        held = value_at(DATA, at)
        words[name] = readings(held)  # where it can be nothing else, such as a file that exists
        for value in own_values(number):
            made = changed(data, at, value)
            if is_like(value, held) and loads(made):
                data, words[name] = made, readings(value)
                break
    theory = theory_of(data)
    return words, answers(theory, every_id(theory))


@cache
def seen(name: str) -> tuple[str, ...]:
    """The answers in which a key is seen."""
    key, at = tried()[name]
    if is_own(key, at) and name in marked()[0]:
        words, found = marked()
        return tuple(
            answer for answer, text in found.items() if any(word in text for word in words[name])
        )
    if references(at):
        every = (place for other, place in places(DATA) if name_of(other) == name)
        return next((where for place in every if (where := seen_named(place))), ())
    if isinstance(value_at(DATA, at), dict | list) and not key.words:
        return (() if at[1:] else seen_inside(at)) or seen_by_absence(at)
    values = closed(key, at)
    found = [answers_with(at, value) for value in values]
    return tuple(
        answer for answer in found[0] if len({each[answer] for each in found}) == len(found)
    )


def seen_named(at: Pointer) -> tuple[str, ...]:
    """The answers that name an entry once it is referred to, where they did not before."""
    before = answers_with(at, value_at(DATA, at))
    for other in others(at):
        if not loads(changed(DATA, at, other)):
            continue
        id_ = unwrapped(other)
        after = answers_with(at, other)
        return tuple(
            answer
            for answer, text in after.items()
            if any(
                id_ in line or title_of(id_) in line
                for line in set(text.splitlines()) - set(before[answer].splitlines())
            )
        )
    return ()


def seen_inside(at: Pointer) -> tuple[str, ...]:
    """The answers in which any key of a section is seen."""
    names = [name for name, (_, inner) in tried().items() if inner[:1] == at and inner[1:]]
    return tuple(dict.fromkeys(answer for name in names for answer in seen(name)))


def seen_by_absence(at: Pointer) -> tuple[str, ...]:
    gone = at if loads(changed(DATA, at, ...)) else at[:-1]  # what is needed goes with the rest
    before, after = answers_with(at, value_at(DATA, at)), answers_with(gone, ...)
    return tuple(answer for answer, text in after.items() if text != before[answer])


def closed(key: Key, at: Pointer) -> list[Any]:
    """The values of a closed set, yes and no, or else the value and none."""
    held = value_at(DATA, at)
    if key.words:
        words: list[Any] = [word.word for word in key.words]
        if len(words) == 1:
            return [*words, ...]
        several = [[word] for word in words] if isinstance(held, list) else words
        valid = (value for value in several if loads(changed(DATA, at, value)))
        return list({theory_of(changed(DATA, at, value)): value for value in valid}.values())
    if isinstance(held, bool):
        return [True, False]
    return [held, ...]


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[str, ...]]:
    """Where each key is seen."""
    return {name: seen(name) for name in tried() if name not in BY_EFFECT}


def test_the_file_with_everything_has_every_key() -> None:
    every = {name_of(key) for kind in vocabulary().values() for key in kind.keys}
    assert sorted(every - tried().keys()) == []


def test_every_key_is_seen_by_people(found: dict[str, tuple[str, ...]]) -> None:
    unseen = [name for name, where in found.items() if not set(where) - {NOT_FOR_PEOPLE}]
    assert unseen == []


def test_where_each_key_is_seen_is_kept(found: dict[str, tuple[str, ...]], kept: Any) -> None:
    lines = [f"{name}: {', '.join(where)}\n" for name, where in found.items()]
    head = "# Where each key of a theory file is seen. Made by --update-snapshots.\n"
    kept(SEEN, (head + "".join(lines)).encode())


def test_what_counts_by_its_effect_is_a_key_and_has_a_reason() -> None:
    assert [name for name in BY_EFFECT if name not in tried()] == []
    assert all(BY_EFFECT.values())
