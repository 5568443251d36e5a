"""Own words for the legend, and what a picture has no words for in a language."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from tocmodel.analysis.titles import Words
from tocmodel.diagram.fixed_words import CEILING, LINE_WORDS, legend_keys
from tocmodel.diagram.headings import alternatives
from tocmodel.diagram.legend import BEYOND
from tocmodel.diagram.model import Column, Diagram, LegendEntry
from tocmodel.diagram.notes import NOTES
from tocmodel.model import TheoryOfChange, View
from tocmodel.model.reviews import THEORY
from tocmodel.wording import GAP, counted

_IN_FIGURES = ("indicator", "collapsed", "progress")
"""How the kinds of badge begin whose words are put together from figures and fixed phrases."""


def with_own_legend(
    legend: Iterable[LegendEntry], words: Words, ceiling: str
) -> tuple[LegendEntry, ...]:
    """Return the legend in the words of a picture: the theory's own, or those of the language."""
    return tuple(_own_entry(entry, words, ceiling) for entry in legend)


def _own_entry(entry: LegendEntry, words: Words, ceiling: str) -> LegendEntry:
    if entry.sample == "line:ceiling":
        return evolve(entry, text=_ceiling_text(words, ceiling), keys=("ceiling",))
    if entry.sample == "line:delay":
        return evolve(entry, keys=("takes-time",))  # its words are put together already
    keys = legend_keys(entry.text)
    return evolve(entry, text=words.fixed(entry.text, *keys), keys=keys) if keys else entry


def _ceiling_text(words: Words, ceiling: str) -> str:
    """Return the ceiling with what is beyond it; an own word for it may say that already."""
    if words.own("ceiling") and not words.own("beyond-ceiling"):
        return ceiling
    return f"{ceiling}: {words.fixed(BEYOND, 'beyond-ceiling')}"


def ceiling_label(words: Words) -> str:
    """Return the name of the ceiling of accountability in the words of a picture."""
    return words.fixed(CEILING, "ceiling")


def has_own_title(theory: TheoryOfChange, view: View) -> bool:
    """Return whether a picture has the title of its view, and not that of the theory."""
    return bool(view.title) and view.title != theory.title


def spoken(picture: Diagram, words: Words) -> tuple[str, ...]:
    """Return the headings and words of the legend that are in the language of a picture."""
    if words.in_english:
        return ()
    headings = (one.title for one in picture.columns if _speaks(one, words))
    legend = (one.text for one in picture.legend if one.keys and words.speaks(*one.keys))
    ceiling = [picture.ceiling_label] if picture.ceiling and words.speaks("ceiling") else []
    return tuple(dict.fromkeys((*headings, *legend, *ceiling)))


def _speaks(column: Column, words: Words) -> bool:
    return all(words.speaks(*alternatives(key)) for key in column.keys)


def untranslated(picture: Diagram, words: Words, view: View) -> tuple[str, ...]:
    """Return what a picture shows in another language than the one that was requested.

    Args:
        picture: the picture, with its headings and legend.
        words: its words.
        view: what it shows.
    """
    if not words.language or words.language == words.theory.language:
        return ()
    return tuple(_missing(picture, words, view))


def _missing(picture: Diagram, words: Words, view: View) -> Iterator[str]:
    if not words.is_translated(THEORY):
        yield "the title of the theory"
    if has_own_title(words.theory, view) and not words.is_translated(view.id):
        yield "the title of the view"
    yield from (f"the heading “{one.title}”" for one in picture.columns if not _speaks(one, words))
    fixed = [one for one in picture.legend if one.keys]
    if left := [one for one in fixed if not words.speaks(*one.keys)]:
        yield f"{len(left)} of the {counted(len(fixed), 'entry', 'entries')} of the legend"
    has_figures = any(
        badge.kind.startswith(_IN_FIGURES) for box in picture.boxes for badge in box.badges
    )
    if has_figures and not words.speaks("figure-of"):
        yield "the figures in boxes"
    shown = [box.id for box in picture.boxes] + [cluster.id for cluster in picture.clusters]
    named = (*shown, *(lane.id for lane in picture.lanes))
    yield from (
        id_
        for id_ in dict.fromkeys(named)
        if _has_title(words.theory, id_) and not words.is_translated(id_)
    )


def _has_title(theory: TheoryOfChange, id_: str) -> bool:
    return id_ in theory.elements or id_ in theory.groups


def unreviewed(picture: Diagram, words: Words, keys_said: Iterable[str]) -> int:
    """Return how many fixed words of a picture nobody who speaks its language has confirmed.

    Args:
        picture: the picture.
        words: its words.
        keys_said: the keys of the phrases that its lines are put together from.
    """
    if words.in_english:
        return 0
    headings = (alternatives(key) for column in picture.columns for key in column.keys)
    legend = (entry.keys for entry in picture.legend if entry.keys)
    phrases = ((key,) for key in (*_phrases_shown(picture, words), *keys_said))
    keys = dict.fromkeys((*headings, *legend, *phrases))
    return sum(not words.is_reviewed(*each) for each in keys)


def _phrases_shown(picture: Diagram, words: Words) -> Iterator[str]:
    """Yield the keys of the phrases around a picture, and in its boxes."""
    lines = {
        text
        for box in picture.boxes
        for badge in box.badges
        for text in (badge.text, badge.trend_words)
    }
    around = (*picture.subtitle.split(" · "), *picture.note.split(". "))
    for texts, phrases in ((around, NOTES), (lines, LINE_WORDS)):
        for key, english in phrases.items():
            pieces = map(re.escape, GAP.split(words.fixed(english, key)))
            pattern = re.compile(".*".join(pieces) + "(: .*)?[.]?", re.IGNORECASE | re.DOTALL)
            if any(pattern.fullmatch(text) for text in texts):
                yield key
