"""Own words for the headings and the legend, and what a picture has no words for in a language."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import evolve

from tocmodel.analysis.titles import Words
from tocmodel.diagram.model import Column, Diagram, LegendEntry
from tocmodel.graph.relations import NODE_KINDS
from tocmodel.model import TheoryOfChange, View
from tocmodel.model.reviews import THEORY
from tocmodel.wording import counted

_STAGE_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"context": ("context", "conditions"), "assets": ("assets", "inputs")}
)
"""The words that may head a column, where these are not only the one of its own name."""

_SAMPLES: Mapping[str, str] = MappingProxyType(
    {
        **{f"box:{kind}": section for section, kind in NODE_KINDS.items()},
        "box:group": "groups",
        "arrow:causal": "leads-to",
        "arrow:decreases": "reduces",
        "arrow:feedback": "feeds-back",
        "arrow:main": "main-story",
        "arrow:addresses": "addresses",
        "arrow:uses": "uses",
        "arrow:threatens": "threatens",
        "line:ceiling": "ceiling",
    }
)
"""The key of the word for each symbol of the legend that may have an own word."""


def with_own_headings(columns: tuple[Column, ...], words: Words) -> tuple[Column, ...]:
    """Return columns with the theory's own words as headings, where it has them."""
    return tuple(evolve(one, title=_heading(one.id, words) or one.title) for one in columns)


def with_own_legend(legend: tuple[LegendEntry, ...], words: Words) -> tuple[LegendEntry, ...]:
    """Return the legend with the theory's own words, where it has them."""
    return tuple(
        evolve(entry, text=words.own(_SAMPLES.get(entry.sample, "")) or entry.text)
        for entry in legend
    )


def has_own_title(theory: TheoryOfChange, view: View) -> bool:
    """Return whether a picture has the title of its view, and not that of the theory."""
    return bool(view.title) and view.title != theory.title


def spoken(picture: Diagram, words: Words) -> tuple[str, ...]:
    """Return the headings and words of the legend that are in the language of a picture."""
    headings = (one.title for one in picture.columns if any(map(words.has_own, _keys(one.id))))
    legend = (one.text for one in picture.legend if words.has_own(_SAMPLES.get(one.sample, "")))
    ceiling = [picture.ceiling_label] if picture.ceiling and words.has_own("ceiling") else []
    return tuple(dict.fromkeys((*headings, *legend, *ceiling)))


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


def _heading(stage: str, words: Words) -> str:
    """Return the own word for a column; empty where there is none."""
    word = next(filter(None, map(words.own, _keys(stage))), "")
    step = stage.removeprefix("outcomes-")
    return f"{word} {step}" if word and step != stage else word


def _keys(stage: str) -> tuple[str, ...]:
    """Return the keys of the words that may head a column, the best one first.

    >>> _keys("context"), _keys("outcomes-2"), _keys("untimed-before-long")
    (('context', 'conditions'), ('outcomes',), ('untimed',))
    """
    name = stage.partition("-")[0]
    return _STAGE_KEYS.get(name, (name,))


def _missing(picture: Diagram, words: Words, view: View) -> Iterator[str]:
    if not words.is_translated(THEORY):
        yield "the title of the theory"
    if has_own_title(words.theory, view) and not words.is_translated(view.id):
        yield "the title of the view"
    for column in picture.columns:
        if not any(map(words.has_own, _keys(column.id))):
            yield f"the heading “{column.title}”"
    total = len(picture.legend)
    left = [one for one in picture.legend if not words.has_own(_SAMPLES.get(one.sample, ""))]
    if left:
        yield f"{len(left)} of the {counted(total, 'entry', 'entries')} of the legend"
    shown = [box.id for box in picture.boxes] + [cluster.id for cluster in picture.clusters]
    named = (*shown, *(lane.id for lane in picture.lanes))
    yield from (
        id_
        for id_ in dict.fromkeys(named)
        if _has_title(words.theory, id_) and not words.is_translated(id_)
    )


def _has_title(theory: TheoryOfChange, id_: str) -> bool:
    return id_ in theory.elements or id_ in theory.groups
