"""Find everything in the schema about a section, a key or a word."""

from collections.abc import Iterable, Iterator
from functools import cache

from attrs import frozen

from tocmodel.diagnostics import UnknownIdError
from tocmodel.schema.phrases import with_article
from tocmodel.schema.synonyms import KEYS, WORDS, folded, meant
from tocmodel.schema.vocabulary import TOP, Key, Kind, Word, vocabulary


@frozen
class Description:
    """Everything of one name, which may be a section, a key and a word at once.

    Attributes:
        name: as the language writes it.
        kinds: the section, or the value with keys of its own, of that name.
        keys: the keys of that name, wherever they are.
        words: the keys that may have that word, each with the word.
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    keys: tuple[Key, ...] = ()
    words: tuple[tuple[Key, Word], ...] = ()


def describe(asked: str, others: Iterable[str] = ()) -> Description:
    """Return everything of a name: ``outcomes``, ``horizon``, ``medium``, ``links.because``.

    A space or a full stop leads from a section to one of its keys, and so on inwards. Capitals,
    hyphens and underscores make no difference.

    Args:
        asked: the name.
        others: names of other things, to suggest if one of them may be meant.

    Raises:
        UnknownIdError: nothing has this name; the message names the nearest.

    >>> [key.home for key in describe("sector").keys], describe("links because").keys[0].takes
    (['partners'], 'text')
    >>> describe("horizn")
    Traceback (most recent call last):
    tocmodel.diagnostics.UnknownIdError: nothing is called 'horizn'; did you mean 'horizon'?
    """
    name = folded(asked)
    kinds = tuple(kind for kind in vocabulary().values() if name in _names_of(kind))
    held = {kind.name for kind in kinds}
    keys = tuple(
        key for key in _keys() if folded(key.name) == name and not _belongs_to_section(key, held)
    )
    words = tuple((key, word) for key in _keys() for word in key.words if folded(word.word) == name)
    if kinds or keys or words:
        return Description(_spelt(kinds, keys, words), kinds, keys, words)
    first, *inner = asked.replace(".", " ").split() or [asked]
    if not inner:
        raise UnknownIdError(f"nothing is called '{asked}'{_near(asked, others)}")
    return _within(first, inner)


def names() -> tuple[str, ...]:
    """Return every name that can be described, sections first.

    >>> names()[:3], "medium" in names(), "because" in names()
    (('place', 'revision', 'sources'), True, True)
    """
    sections = [kind.name for kind in vocabulary().values() if kind.name != TOP]
    words = [word.word for key in _keys() for word in key.words]
    return tuple(dict.fromkeys((*sections, *(key.name for key in _keys()), *words)))


@cache
def _keys() -> tuple[Key, ...]:
    return tuple(key for kind in vocabulary().values() for key in kind.keys)


def _names_of(kind: Kind) -> tuple[str, ...]:
    """The name of a kind in the plural and in the singular: outcomes, and outcome."""
    return (folded(kind.name), folded(kind.title)) if kind.name != TOP else ()


def _belongs_to_section(key: Key, kinds: set[str]) -> bool:
    """Return whether a key at the top of a file is described with the section of its name."""
    return key.home == TOP and key.name in kinds


def _spelt(
    kinds: tuple[Kind, ...], keys: tuple[Key, ...], words: tuple[tuple[Key, Word], ...]
) -> str:
    found = (
        *(kind.name for kind in kinds),
        *(key.name for key in keys),
        *(word.word for _, word in words),
    )
    return found[0]


def _within(first: str, inner: list[str]) -> Description:
    """Find a key inside a kind, or inside a key that may hold one."""
    found = describe(first)
    kinds = [*found.kinds, *_held(found.keys)]
    path = first
    for name in inner:
        keys = [key for kind in kinds for key in kind.keys if folded(key.name) == folded(name)]
        if not keys:
            raise UnknownIdError(_no_key(path, name, kinds))
        found = Description(keys[0].name, keys=tuple(keys))
        kinds, path = list(_held(keys)), f"{path}.{name}"
    return found


def _held(keys: Iterable[Key]) -> Iterator[Kind]:
    names_ = dict.fromkeys(key.holds for key in keys if key.holds)
    yield from (vocabulary()[name] for name in names_)


def _no_key(path: str, name: str, kinds: list[Kind]) -> str:
    if not kinds:
        return f"'{path}' has no keys"
    near = meant(name, [key.name for kind in kinds for key in kind.keys], KEYS)
    hint = f"; did you mean '{near}'?" if near else f"; 'tocmodel describe {path}' lists its keys"
    return f"{with_article(kinds[0].title.casefold())} has no key '{name}'{hint}"


def _near(asked: str, others: Iterable[str]) -> str:
    both = {word: (*KEYS.get(word, ()), *WORDS.get(word, ())) for word in (*KEYS, *WORDS)}
    near = meant(asked, (*others, *names()), both)
    return f"; did you mean '{near}'?" if near else "; 'tocmodel describe' lists the sections"
