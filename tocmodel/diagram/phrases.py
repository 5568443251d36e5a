"""Fixed phrases with gaps, in the words of a picture."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tocmodel.analysis.titles import Words
from tocmodel.diagram.model import Diagram
from tocmodel.graph.relations import NODE_KINDS
from tocmodel.wording import GAP, PHRASES, say, speaking


def phrase(words: Words, english: str, key: str, *values: str) -> str:
    """Return a fixed phrase with its gaps filled; empty if there is nothing to fill in.

    A gap that nobody knows stays as it is, so own words may contain any braces.

    >>> from tocmodel.model import TheoryOfChange
    >>> words = Words(TheoryOfChange(title="A", words={"source": "From {sources} {today}"}))
    >>> phrase(words, "Source: {sources}", "source", "A survey")
    'From A survey {today}'
    """
    if not any(values):
        return ""
    gaps = dict(zip(GAP.findall(english), values, strict=True))
    return GAP.sub(lambda found: gaps.get(found.group(), found.group()), words.fixed(english, key))


def phrases_of(words: Words) -> Mapping[str, str]:
    """Return the phrases of a picture that are not the usual English, by their keys.

    >>> from tocmodel.model import TheoryOfChange
    >>> dict(phrases_of(Words(TheoryOfChange(title="A", words={"noun-groups": "strand"}))))
    {'noun-groups': 'strand'}
    """
    found = ((key, english, words.fixed(english, key)) for key, english in PHRASES.items())
    return {key: word for key, english, word in found if word != english}


@contextmanager
def speaking_as(diagram: Diagram) -> Iterator[None]:
    """Say every phrase as a diagram does, in its language and with its theory's own words."""
    with speaking(lambda english, key: diagram.phrases.get(key, english)):
        yield


_SECTIONS: Mapping[str, str] = {
    **{kind: section for section, kind in NODE_KINDS.items()},
    "group": "groups",
}


def noun_of(kind: str) -> str:
    """Return what a kind of box is called at the beginning of a sentence.

    >>> noun_of("value_creation"), noun_of("undescribed"), noun_of("part")
    ('Value creation', 'Included theory that nobody described', 'Part')
    """
    noun = say(f"noun-{_SECTIONS.get(kind, kind).replace('_', '-')}")
    return noun[:1].upper() + noun[1:]
