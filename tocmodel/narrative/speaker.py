"""What things are called in the middle of a sentence."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from tocmodel.analysis.titles import Words
from tocmodel.graph.wholes import find_whole
from tocmodel.model import Factor, TheoryOfChange
from tocmodel.narrative.grammar import ProperNames, TitleForm, as_thing, form_of
from tocmodel.narrative.model import Fragment
from tocmodel.narrative.prose import Prose, compose, split_sentences, text_of

_STATEMENTS = frozenset(
    "conditions outputs mechanisms outcomes assumptions risks value_creation".split()
)
"""Sections whose titles are most often clauses."""

_MEASURES = frozenset("amount cost level number price proportion quality rate share size".split())
"""Words that need an article before *of*: *the number of diseases*."""


@frozen
class SpokenTitle:
    """An element as sentences name it, and how that fits into a sentence."""

    form: TitleForm
    prose: Prose

    @property
    def is_clause(self) -> bool:
        """Whether it is a clause."""
        return self.form is TitleForm.CLAUSE


class Speaker:
    """Says the elements of a theory in the middle of a sentence."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.theory = words.theory
        self._names = ProperNames(_texts(self.theory), _proper_names(self.theory))
        self._known: dict[str, SpokenTitle] = {}

    def say(self, id_: str) -> SpokenTitle:
        """Return an element or a whole as it is said; an unknown id in quotation marks."""
        if id_ not in self._known:
            self._known[id_] = self._say(id_)
        return self._known[id_]

    def thing(self, id_: str) -> Prose:
        """Return an element as a thing; a clause with *that* before it.

        It fits after a verb such as *affects*, and in a list of things.
        """
        phrase = self.say(id_)
        return compose("whether {a}", a=phrase.prose) if phrase.is_clause else phrase.prose

    def text(self, text: str) -> str:
        """Return words of the theory for the middle of a sentence, without their full stop."""
        return self._names.lowered(" ".join(text.split()).rstrip(".;, "))

    def said_text(self, text: str, *, statement: bool = True) -> SpokenTitle:
        """Return words that name no element, such as an assumption written in place."""
        return self._said("", text, statement=statement)

    def reason(self, text: str) -> tuple[str, ...]:
        """Return a reason as the end of a sentence; its later sentences follow as they are."""
        first, *rest = split_sentences(text) or ("",)
        first = self.text(first)
        return (first.removeprefix("because "), *rest)

    def _say(self, id_: str) -> SpokenTitle:
        theory = self.theory
        whole = find_whole(theory, id_)
        if whole is not None:
            name = self._names.lowered(self.words.title(id_), name=whole.kind != "section")
            return SpokenTitle(TitleForm.PHRASE, (Fragment("something in "), Fragment(name, id_)))
        if id_ not in theory.elements:
            return SpokenTitle(TitleForm.LABEL, (Fragment(f"“{id_}”"),))
        section = theory.section_of(id_)
        title = self.words.title(id_)
        return self._said(id_, title, statement=section in _STATEMENTS, name=section == "partners")

    def _said(self, id_: str, title: str, *, statement: bool, name: bool = False) -> SpokenTitle:
        title = " ".join(title.split()).removesuffix(".").rstrip()
        is_translated = bool(self.words.language) and self.words.is_translated(id_)
        is_english = self.theory.language[:2] == "en" and not is_translated
        form = form_of(title, statement=statement) if is_english else TitleForm.LABEL
        if form is TitleForm.LABEL:
            return SpokenTitle(form, (Fragment(f"“{title}”", id_),))
        if form is TitleForm.PHRASE:
            title = as_thing(title)
        return SpokenTitle(form, (Fragment(self._names.lowered(title, name=name), id_),))

    def a_rise(self, id_: str, noun: str = "rise") -> Prose:
        """Return *a rise in* a factor that is a thing."""
        phrase = self.say(id_).prose
        article = "the " if text_of(phrase).partition(" of ")[0] in _MEASURES else ""
        return compose("a {noun} in {the}{a}", noun=noun, the=article, a=phrase)

    def is_quantity(self, id_: str) -> bool:
        """Return whether more or less of an element can be spoken of as a rise or a fall."""
        element = self.theory.elements.get(id_)
        return isinstance(element, Factor) and not self.say(id_).is_clause

    def titles(self, ids: Iterable[str]) -> tuple[Prose, ...]:
        """Return elements that are things, such as partners, each as sentences name it."""
        return tuple(self.say(id_).prose for id_ in ids)


def _texts(theory: TheoryOfChange) -> Iterator[str]:
    yield theory.summary
    for element in theory.elements.values():
        yield from (element.title, element.description, element.notes, element.plain)
        yield from (str(getattr(element, name, "")) for name in _PROSE)
    for link in theory.links:
        yield from (link.because, link.notes)


_PROSE = ("who", "combination", "resource", "reasoning", "context", "difference", "mitigation")
"""Further fields of elements that have words in sentences."""


def _proper_names(theory: TheoryOfChange) -> Iterator[str]:
    """Yield what may have names: a first word counts only if the second has a capital too."""
    titles = [theory.title]
    titles += [include.title for include in theory.includes.values()]
    titles += [partner.title for partner in theory.partners.values()]
    for words in map(str.split, titles):
        first_counts = len(words) < 2 or words[1][:1].isupper()
        yield " ".join(words if first_counts else words[1:])
    if theory.place:
        yield from (theory.place.name, theory.place.area)
