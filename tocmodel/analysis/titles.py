"""The words for elements, wholes and the theory itself: translated, plain, or the title."""

from collections.abc import Mapping

from attrs import frozen

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.graph.wholes import find_whole
from tocmodel.model import Element, Entry, Group, TheoryOfChange, Translation
from tocmodel.model.convert import EMPTY
from tocmodel.model.numbering import with_number
from tocmodel.model.reviews import THEORY
from tocmodel.wording.languages import words_in

_NOTHING = Translation()


@frozen
class Words:
    """Finds the words for an id: translated, plain or the title.

    ``numbers`` is whether a title has the number before it that its source gives it.
    """

    theory: TheoryOfChange
    language: str = ""
    plain: bool = False
    numbers: bool = True

    def title(self, id_: str) -> str:
        """Return the words for an element or a whole, after its number.

        Raises:
            UnknownIdError: it is none of these.
        """
        theory = self.theory
        whole = find_whole(theory, id_)
        if whole is not None and whole.section:
            return self.own(whole.section) or whole.title
        held: Mapping[str, Entry] = theory.elements
        if whole is not None:
            held = theory.groups if whole.kind == "group" else theory.includes
        entry = held[id_]
        translated = self.translated(id_)
        plain = entry.plain if isinstance(entry, Element) else ""
        choices = (translated.plain, translated.title, plain) if self.plain else (translated.title,)
        number = entry.number if self.numbers and isinstance(entry, Element | Group) else ""
        return with_number(next((words for words in choices if words), entry.title), number)

    def description(self, id_: str) -> str:
        """Return the longer words for an element."""
        return self.translated(id_).description or self.theory.element(id_).description

    @property
    def theory_title(self) -> str:
        """The title of the theory."""
        return self.translated(THEORY).title or self.theory.title

    def own(self, key: str) -> str:
        """Return the own word for a heading or a symbol; empty where there is none."""
        return self.translated(THEORY).words.get(key) or self.theory.words.get(key) or ""

    def fixed(self, english: str, *keys: str) -> str:
        """Return a fixed word of pictures: the theory's own, that of the language, or the English.

        A theory's own word is never replaced by the usual one of a language: it means something
        else.

        Args:
            english: the word in English.
            keys: the key of the word, and those whose own word may be used for it.
        """
        own = next(filter(None, (self.own(key) for key in keys)), "")
        known = words_in(self._tongue).get(keys[0])
        return own or (known.form(plain=self.plain) if known else "") or english

    def speaks(self, *keys: str) -> bool:
        """Return whether a fixed word is in the language of the picture."""
        if self.in_english or any(key in self._spoken for key in keys):
            return True
        return keys[0] in words_in(self._tongue) and not any(map(self.own, keys))

    def is_reviewed(self, *keys: str) -> bool:
        """Return whether someone has confirmed a fixed word: the theory's authors, or a source."""
        known = words_in(self._tongue).get(keys[0])
        return known is None or known.reviewed or any(map(self.own, keys))

    @property
    def in_english(self) -> bool:
        """Whether the picture is in English, the language of the fixed words."""
        return self._tongue.lower().partition("-")[0] == "en"

    @property
    def _tongue(self) -> str:
        """The language of the picture."""
        return self.language or self.theory.language

    @property
    def _spoken(self) -> Mapping[str, str]:
        """The own words in the language of the picture."""
        is_original = self.language in ("", self.theory.language)
        return self.theory.words if is_original else self.translated(THEORY).words

    def is_translated(self, id_: str) -> bool:
        """Return whether an entry, or the theory itself, has a title in the language."""
        return bool(self.translated(id_).title or (self.plain and self.translated(id_).plain))

    def translated(self, id_: str) -> Translation:
        """Return the translation for an id; empty where there is none."""
        translations = self.theory.translations.get(self.language, EMPTY)
        return translations.get(id_, _NOTHING)


def words_for(theory: TheoryOfChange, language: str, *, plain: bool, numbers: bool = True) -> Words:
    """Return the words in a language.

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    if language and language != theory.language and language not in theory.translations:
        known = ", ".join((theory.language, *theory.translations))
        near = did_you_mean(language, theory.translations)
        raise UnknownIdError(f"the theory has no words in '{language}'{near}; it has {known}")
    return Words(theory, language, plain, numbers)
