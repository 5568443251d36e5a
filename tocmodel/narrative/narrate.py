"""A theory as prose, section by section."""

from collections.abc import Callable, Sequence

from tocmodel.analysis.titles import words_for
from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph.wholes import find_whole
from tocmodel.model import TheoryOfChange
from tocmodel.narrative.choose import Chosen, choose
from tocmodel.narrative.circles import circles
from tocmodel.narrative.knowledge import knowledge
from tocmodel.narrative.learning import learning
from tocmodel.narrative.model import Narrative, NarrativeSection, Paragraph
from tocmodel.narrative.opening import language_note, opening
from tocmodel.narrative.outside import harm, outside
from tocmodel.narrative.pathways import further_pathways, main_story
from tocmodel.narrative.prose import compose, listed, paragraph, sentence
from tocmodel.narrative.speaker import Speaker
from tocmodel.narrative.teller import Teller
from tocmodel.wording import counted, imagined_words

Paragraphs = tuple[Paragraph, ...]


def narrate(
    theory: TheoryLike,
    *,
    to: Sequence[str] = (),
    start: Sequence[str] = (),
    plain: bool = False,
    language: str | None = None,
) -> Narrative:
    """Return a theory as prose that people can read aloud.

    The prose claims what the theory claims, and no more: what is inferred, drafted, hoped for,
    unknown, disputed or imagined is called so.

    Args:
        theory: the theory, with those it includes.
        to: tell only what leads to these elements or wholes.
        start: tell only what these elements or wholes lead to.
        plain: use the plain words of elements, and short sentences.
        language: the language for the words of the theory; the words that connect them are English.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     interventions={"club": {"title": "A breakfast club"}},
    ...     outcomes={"fed": {"title": "Children are not hungry", "horizon": "long"}},
    ...     links=[
    ...         {"from": "club", "to": "fed", "because": "it is free", "origin": "inferred"}
    ...     ],
    ... )
    >>> story = next(part for part in narrate(theory).sections if part.id == "story")
    >>> for sentence in story.paragraphs[1].sentences:
    ...     print(sentence.text)
    The story starts with a breakfast club.
    This work should mean that children are not hungry, because it is free.
    That is the long-term aim.
    This step is our own reading; as far as we know, nobody has tested it.

    Raises:
        UnknownIdError: the theory has no such element, or no words in this language.
    """
    theory = as_theory(theory).whole
    for id_ in (*to, *start):
        if find_whole(theory, id_) is None and id_ not in theory.elements:
            raise UnknownIdError(f"no element '{id_}'{did_you_mean(id_, theory.elements)}")
    words = words_for(theory, language or "", plain=plain, numbers=False)
    teller = Teller(Speaker(words), plain=plain)
    chosen = choose(theory, tuple(to), tuple(start))
    is_whole = not (to or start)
    sections = [
        NarrativeSection(id=id_, heading=heading, paragraphs=paragraphs)
        for id_, heading, write in _sections(teller, chosen, to, start)
        if (is_whole or id_ in _OF_A_PART) and (paragraphs := write())
    ]
    return Narrative(
        theory=theory,
        title=words.theory_title,
        imagined=imagined_words(theory),
        sections=tuple(sections),
        left_out=chosen.left_out,
    )


_OF_A_PART = frozenset(("needs", "story", "pathways", "loops", "harm", "value"))
"""The sections told when only a part of the theory is asked for."""


_PATHWAYS = {True: "Other ways in which it may work", False: "How it works"}


def _sections(
    teller: Teller, chosen: Chosen, to: Sequence[str], start: Sequence[str]
) -> tuple[tuple[str, str, Callable[[], Paragraphs]], ...]:
    """Return each section: its id, its heading, and what writes it."""
    links = (
        *chosen.needs,
        *chosen.main,
        *chosen.further,
        *chosen.harm,
        *chosen.feedback,
        *chosen.value,
    )
    is_whole = not (to or start)
    return (
        ("aim", "What it is for", lambda: opening(teller)),
        ("needs", "Why it is needed", lambda: _needs(teller, chosen, is_whole)),
        ("story", "The main story", lambda: _story(teller, chosen, to, start)),
        ("pathways", _PATHWAYS[bool(chosen.main)], lambda: _further(teller, chosen)),
        (
            "value",
            "What people gain from learning together",
            lambda: learning(teller, chosen.value) if is_whole else (),
        ),
        ("loops", "What comes round again", lambda: circles(teller, chosen.feedback)),
        ("outside", "What lies beyond our control", lambda: outside(teller, links)),
        ("harm", "What harm could come", lambda: harm(teller, chosen.harm) if is_whole else ()),
        ("knowledge", "What we know, and what we do not", lambda: knowledge(teller, links)),
    )


def _needs(teller: Teller, chosen: Chosen, is_whole: bool) -> Paragraphs:
    """Return the conditions: how they cause each other, and those that no link names."""
    linked = {id_ for link in chosen.needs for id_ in (link.from_, link.to)}
    alone = [id_ for id_ in teller.theory.conditions if id_ not in linked] if is_whole else []
    sentences = []
    if alone:
        facts = listed([teller.speaker.say(id_).prose for id_ in alone])
        starts = "from this" if len(alone) == 1 else "from several things"
        also = "also " if chosen.needs else ""
        words = compose("the work {also}starts {starts}: {a}", also=also, starts=starts, a=facts)
        sentences.append(sentence(words))
    return (*further_pathways(teller, chosen.needs, "reason"), *paragraph(sentences))


def _story(teller: Teller, chosen: Chosen, to: Sequence[str], start: Sequence[str]) -> Paragraphs:
    if not chosen.main:
        return ()
    if chosen.is_marked:
        how = "this is the main story, as those who wrote the theory marked it"
    else:
        how = "no main story is marked, so this follows the shortest way from the work to each aim"
    parts = [*(language_note(teller) if to or start else ()), sentence(how)]
    if to:
        ends = listed([teller.speaker.thing(id_) for id_ in to])
        parts.append(sentence(compose("only what bears on {a} is included", a=ends)))
    if start:
        starts = listed([teller.speaker.thing(id_) for id_ in start])
        parts.append(sentence(compose("only what follows from {a} is included", a=starts)))
    return (*paragraph(parts), *main_story(teller, chosen.main))


def _further(teller: Teller, chosen: Chosen) -> Paragraphs:
    found = further_pathways(teller, chosen.further)
    if not chosen.left_out:
        return found
    more = counted(chosen.left_out, "more link is", "more links are")
    return (*found, *paragraph([sentence(f"{more} not described here")]))


__all__ = ["TheoryOfChange", "narrate"]
