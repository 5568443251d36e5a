"""Cards of the elements of a theory, so that a group can lay it out on a table."""

from collections.abc import Iterator, Sequence
from functools import partial

from tocmodel.analysis.titles import Words, words_for
from tocmodel.analysis.view_filter import STAGES
from tocmodel.diagnostics import TocModelError
from tocmodel.layout.fonts.lettering import Lettering
from tocmodel.layout.fonts.typefaces import Typeface
from tocmodel.layout.scene import Scene
from tocmodel.model import Element, Evidence, Outcome, TheoryOfChange
from tocmodel.wording import GUESS_WORDS, guess_of, imagined_words, kind_word, valence_words
from tocmodel.workshop.cards import Card, card_sheets
from tocmodel.workshop.sheets import with_fonts

MOST_CARDS = 2_000
"""The most cards of a theory: 250 sheets of paper."""

CARD_SECTIONS = (
    "partners",
    *STAGES,
    "assumptions",
    "risks",
    "indicators",
    "evidence",
    "spaces",
    "value_creation",
)
"""The sections whose entries get a card."""

_HORIZONS = {"short": "soon", "medium": "after some time", "long": "years later", "impact": "goal"}


def theory_sheets(
    theory: TheoryOfChange,
    *,
    sections: Sequence[str] = (),
    language: str = "",
    plain: bool = False,
    typefaces: Sequence[Typeface] = (),
) -> tuple[Scene, ...]:
    """Return the sheets with a card for each element of a theory.

    Args:
        theory: the theory; elements of theories that it includes get no card.
        sections: the sections to make cards of; by default all of ``CARD_SECTIONS``.
        language: a language of its translations; words without one stay as they are.
        plain: whether the cards have the plain titles, where there are some.
        typefaces: fonts to use for the letters they have; the bundled font draws the rest.

    Raises:
        UnknownIdError: the theory has no such language.
        TocModelError: there is no element, or there are more than ``MOST_CARDS``.
    """
    lettering = Lettering(typefaces=tuple(typefaces), language=language or theory.language)
    words = words_for(theory, language, plain=plain)
    cards = list(_cards(theory, sections or CARD_SECTIONS, words))
    if not cards:
        raise TocModelError("there is nothing in the theory to make cards of")
    if len(cards) > MOST_CARDS:
        raise TocModelError(
            f"there would be {len(cards):,} cards, and {MOST_CARDS:,} can be made; choose some "
            "with --section"
        )
    title = words.theory_title
    foot = " · ".join(filter(None, (title, imagined_words(theory))))
    make = partial(
        card_sheets,
        cards,
        title=f"Cards: {title}",
        foot=foot,
        rows=4,
        language=language or theory.language,
    )
    return with_fonts(make, lettering)


def without_words(theory: TheoryOfChange, sections: Sequence[str], language: str) -> int:
    """Return how many elements of some sections have no title in a language."""
    words = words_for(theory, language, plain=False)
    if language in ("", theory.language):
        return 0
    ids = (id_ for section in sections or CARD_SECTIONS for id_ in getattr(theory, section))
    return sum(not words.is_translated(id_) for id_ in ids)


def _cards(theory: TheoryOfChange, sections: Sequence[str], words: Words) -> Iterator[Card]:
    for section in sections:
        for id_, element in getattr(theory, section).items():
            yield Card(
                id=id_,
                kind=_stage(element, section),
                head=_head(element, words.own(section) or kind_word(element, section)),
                title=words.title(id_),
                notes=tuple(filter(None, _notes(element, words))),
                size=22.0,
            )


def _stage(element: Element, section: str) -> str:
    horizon = element.horizon if isinstance(element, Outcome) else None
    return horizon.value if horizon else section


def _head(element: Element, word: str) -> str:
    """Return the word at the top of a card, with the doubts that one must not overlook."""
    doubts = [GUESS_WORDS[guess]] if (guess := guess_of(element)) else []
    if isinstance(element, Outcome):
        doubts += ["unintended"] * bool(element.unintended)
        doubts += ["unwanted"] * (element.valence == "unwanted")
        doubts += [_HORIZONS[element.horizon.value]] if element.horizon else []
    if words := valence_words(element):
        doubts.append(words)
    if isinstance(element, Evidence) and element.redacted:
        doubts.append("withheld by its source")
    return ", ".join((f"{word[:1].upper()}{word[1:]}", *doubts))


def _notes(element: Element, words: Words) -> Iterator[str]:
    """Yield what is below the title; words that have no translation are left out."""
    is_original = words.language in ("", words.theory.language)
    if is_original and not words.plain:
        yield element.plain
    if is_original and isinstance(element, Outcome) and element.who:
        yield f"Who: {element.who}"
