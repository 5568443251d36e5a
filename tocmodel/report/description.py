"""A section, a key or a word of the language, line by line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tocmodel.report.outline import WIDTH, Line
from tocmodel.schema.describe import Description
from tocmodel.schema.phrases import with_article
from tocmodel.schema.vocabulary import TOP, Key, Kind, Word, vocabulary


def contents() -> tuple[Line, ...]:
    """Return the sections and the other keys at the top of a file, with a line for each."""
    top = vocabulary()[TOP]
    sections = [key for key in top.keys if key.name in vocabulary()]
    others = [key for key in top.keys if key.name not in vocabulary()]
    shared = [kind for kind in vocabulary().values() if kind.name != TOP and not kind.section]
    return (
        Line(0, "Sections of a file", "heading"),
        *(_brief(key.name, key.description) for key in sections),
        Line(0, "Other keys at the top of a file", "heading"),
        *(_brief(_with_need(key), key.description) for key in others),
        Line(0, "Values with keys of their own", "heading"),
        *(_brief(kind.name, kind.description) for kind in shared),
        Line(0, "More of one", "heading"),
        Line(1, "tocmodel describe outcomes", "code"),
    )


def _brief(name: str, meaning: str) -> Line:
    """A name and as much of its meaning as fits on a line: a sentence, or the first part of one.

    >>> _brief("spaces", f"Where people learn: communities, {'networks, ' * 9}. Not meetings.").text
    'spaces: Where people learn.'
    """
    sentence = meaning.partition(". ")[0].removesuffix(".")
    for mark in (": ", ", "):
        if len(f"- {name}: {sentence}.") > WIDTH:
            sentence = sentence.partition(mark)[0]
    return _named(name, f"{sentence}.")


def outline(found: Description) -> tuple[Line, ...]:
    """Return everything in the schema about a name."""
    return (
        *(line for kind in found.kinds for line in _kind(kind)),
        *(line for group in _alike(found.keys) for line in _key(group)),
        *_word(found),
    )


def also_framework(name: str) -> tuple[Line, ...]:
    """Return where to see the framework that has the same name as something in a file."""
    return (
        Line(0, f"{name}: also a framework", "heading"),
        Line(1, f"tocmodel framework show {name}", "code"),
    )


def _named(name: str, meaning: str) -> Line:
    return Line(0, f"{name}: {meaning}", "point")


def _with_need(key: Key) -> str:
    return f"{key.name} (needed)" if key.needed else key.name


def _kind(kind: Kind) -> Iterator[Line]:
    noun = kind.title.casefold()
    yield Line(0, f"{kind.name}: a section" if kind.section else kind.name, "heading")
    if kind.section not in ("", kind.description):
        yield Line(0, kind.section)
        yield Line(0, f"{kind.title}: {kind.description}")
    else:
        yield Line(0, kind.description)
    if not kind.section:
        yield Line(0, f"In: {_places(key for key in _all_keys() if key.holds == kind.name)}.")
    yield Line(0, f"Keys of {with_article(noun)}", "heading")
    yield from (_named(_with_need(key), key.description) for key in kind.keys)
    yield Line(0, "Example", "heading")
    yield Line(1, as_yaml({kind.name: kind.example} if kind.section else kind.example), "code")
    first = next(key.name for key in kind.keys if key.name != "title")
    yield Line(0, "More of one key", "heading")
    yield Line(1, f"tocmodel describe {kind.name.replace(' ', '-')}.{first}", "code")


def _all_keys() -> Iterator[Key]:
    return (key for kind in vocabulary().values() for key in kind.keys)


def _alike(keys: Sequence[Key]) -> list[list[Key]]:
    """Group the keys with the same name and the same type."""
    groups: dict[Any, list[Key]] = {}
    for key in keys:
        groups.setdefault((key.takes, key.words, key.holds), []).append(key)
    return list(groups.values())


def _key(keys: Sequence[Key]) -> Iterator[Line]:
    first = keys[0]
    yield Line(0, f"{first.name}: a key", "heading")
    meanings = dict.fromkeys(key.description for key in keys)
    for description in meanings:
        homes = _homes(key for key in keys if key.description == description)
        yield Line(0, f"{homes}: {description}", "point")
    needed = [key for key in keys if key.needed]
    if needed:
        yield Line(0, f"Needed in {_homes(needed)}.")
    yield Line(0, _takes(first))
    yield from (_named(word.word, word.meaning) for word in first.words)
    same = [key for key in _all_keys() if key.words == first.words and key.name != first.name]
    if first.words and same:
        yield Line(0, f"Also takes these words: {_places(same)}.")
    if first.example is not None:
        yield Line(0, "Example:")
        yield Line(1, as_yaml({first.name: first.example}), "code")


def _takes(key: Key) -> str:
    more = f" Its keys: tocmodel describe {key.holds.replace(' ', '-')}." if key.holds else ""
    if key.words:
        several = "list" in key.takes
        rest = key.takes.removeprefix("a word").removeprefix(", or ")
        others = f", or {rest}" if rest and not several else ""
        return f"Takes {'one or several' if several else 'one'} of these words{others}:{more}"
    return f"Takes {key.takes}.{more}"


def _word(found: Description) -> Iterator[Line]:
    pairs = [pair for pair in found.words if not (found.kinds and _names_sections(pair[0]))]
    if not pairs:
        return
    yield Line(0, f"{pairs[0][1].word}: a word", "heading")
    for word in dict.fromkeys(word for _, word in pairs):
        keys = [key for key, one in pairs if one == word]
        yield Line(0, f"{_places(keys)}: {word.meaning}", "point")
    yield Line(0, "Example:")
    yield Line(1, _with_word(*pairs[0]), "code")


def _names_sections(key: Key) -> bool:
    """Whether the words of a key are sections, which adds nothing about a section."""
    return all(word.word in vocabulary() for word in key.words)


def _with_word(key: Key, word: Word) -> str:
    several = "list" in key.takes
    return as_yaml({key.name: [word.word] if several else word.word})


def _places(keys: Iterable[Key]) -> str:
    """List where keys are: ``horizon of outcomes``, with all homes of one name together."""
    names: dict[str, list[Key]] = {}
    for key in keys:
        names.setdefault(key.name, []).append(key)
    return "; ".join(f"{name} of {_homes(found)}" for name, found in names.items())


def _homes(keys: Iterable[Key]) -> str:
    return ", ".join(key.home or "the file" for key in keys)


def as_yaml(value: Any) -> str:
    """Write an example as it would be in a file."""
    import yaml  # noqa: PLC0415  # only to write examples

    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=80)
    return str(text).removesuffix("...\n").rstrip()
