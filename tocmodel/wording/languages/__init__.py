"""The fixed words of pictures in other languages, one data file a language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

from tocmodel.syntax import parse


@frozen(kw_only=True)
class LanguageWord:
    """One fixed word in a language.

    Attributes:
        word: the word; empty where only the plain form differs.
        plain: what a view with plain labels says instead; may be empty.
        source: the public document that uses the word, by its name in the file.
        reviewed: someone who speaks the language, or a source, has confirmed it.
    """

    word: str = ""
    plain: str = ""
    source: str = ""
    reviewed: bool = False

    def form(self, *, plain: bool) -> str:
        """Return the form that a view shows."""
        return (self.plain if plain else "") or self.word


_NONE: Mapping[str, LanguageWord] = MappingProxyType({})


@cache
def words_in(language: str) -> Mapping[str, LanguageWord]:
    """Return the fixed words in a language by their keys; none if it has no file.

    >>> words_in("cy")["outcomes"].word, len(words_in("x-nowhere"))
    ('Canlyniadau', 0)
    """
    name = language.lower().partition("-")[0]
    file = Path(__file__).with_name(f"{name}.yaml")
    if not name.isalpha() or not file.is_file():
        return _NONE
    words = language_file(name)["words"]
    return MappingProxyType({key: _word(entry) for key, entry in words.items()})


def language_file(name: str) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return what the file of a language says; a test keeps these valid."""
    source = Path(__file__).with_name(f"{name}.yaml")
    data = parse(source.read_bytes(), source.name).data
    return data if isinstance(data, dict) else {}


def _word(entry: Mapping[str, str]) -> LanguageWord:
    source = entry.get("source", "")
    return LanguageWord(
        word=entry.get("word", ""),
        plain=entry.get("plain", ""),
        source=source,
        reviewed=bool(source or entry.get("reviewed")),
    )
