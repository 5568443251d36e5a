"""Explanations that pass through wholes, for people: *something in X leads to something in Y*."""

from collections.abc import Iterable, Iterator

from tocmodel.analysis.explanation.through_wholes import WholeExplanation
from tocmodel.diagram.sentences import sentence
from tocmodel.graph.wholes import find_whole, parts, title_in_path, title_of
from tocmodel.model import Link, TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.report.origins import origin_words
from tocmodel.report.outline import MOST, Line, listed
from tocmodel.report.theory_kind import kind_line
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import count_words, effect_verb, guess_of


def whole_outline(found: WholeExplanation) -> tuple[Line, ...]:
    """Return the explanation of a whole, line by line."""
    return tuple(_lines(found))


def whole_question(found: WholeExplanation) -> str:
    """Return the question that the explanation of a whole answers."""
    return f"What leads to something in this: {title_of(found.theory, found.name)}?"


def _lines(found: WholeExplanation) -> Iterator[Line]:
    theory = found.theory
    yield from title_lines(whole_question(found), theory)
    yield Line(0, f"{_kind(found)}.")
    yield from kind_line(theory, "in ")
    if not (found.before or found.entering):
        yield Line(0, "The theory gives no answer: no link leads here.", "alarm")
    yield from before_lines(theory, found.before)
    yield from _links("What leads to one of them", theory, found.entering)
    yield from after_lines(theory, found.after)
    yield from _links("What one of them leads to", theory, found.leaving)
    if found.members:
        yield Line(0, "What is in it", "heading")
    for id_ in found.members[:MOST]:
        yield Line(0, f"{theory.elements[id_].full_title} ({id_})", "item")
    if len(found.members) > MOST:
        yield Line(0, f"and {len(found.members) - MOST:,} more")


def _kind(found: WholeExplanation) -> str:
    whole = find_whole(found.theory, found.name)
    if whole is None:
        return found.name
    if whole.section:
        numbers = {whole.section: len(found.members)}
        noun = "Section"
    else:
        noun = SECTION_NAMES[f"{whole.kind}s"].one.capitalize()
        numbers = {}
        for id_ in found.members:
            section = found.theory.section_of(id_)
            numbers[section] = numbers.get(section, 0) + 1
    held = ", ".join(count_words(number, section) for section, number in numbers.items())
    if held:
        return f"{noun} of {held}"
    return (
        f"{noun} that nobody described" if whole.kind == "include" else f"{noun} without elements"
    )


def before_lines(theory: TheoryOfChange, links: Iterable[Link]) -> Iterator[Line]:
    """List the links of wholes that lead to something, each with its reason."""
    yield from _links("What leads to it through a whole or a part", theory, links)


def after_lines(theory: TheoryOfChange, links: Iterable[Link]) -> Iterator[Line]:
    """List the links of wholes that something leads on by, each with its reason."""
    yield from _links("What it leads to through a whole or a part", theory, links)


def _links(heading: str, theory: TheoryOfChange, links: Iterable[Link]) -> Iterator[Line]:
    every = tuple(links)
    if every:
        yield Line(0, heading, "heading")
    for link in every[:MOST]:
        yield Line(0, whole_sentence(theory, link), "item")
        yield from _reasons(theory, link)
    if len(every) > MOST:
        yield Line(0, f"and {len(every) - MOST:,} more")


def whole_sentence(theory: TheoryOfChange, link: Link) -> str:
    """Return a link as a sentence: *Something in Early years leads to something in School*."""
    verb = effect_verb(theory, link.effect, link.to)
    words = f"{title_in_path(theory, link.from_)} {verb} {title_in_path(theory, link.to)}"
    return sentence(words)[:-1]


def _reasons(theory: TheoryOfChange, link: Link) -> Iterator[Line]:
    if link.because:
        yield Line(1, f"because {link.because}")
    else:
        yield Line(1, "No reason is given.", "alarm")
    if words := origin_words(theory, link):
        yield Line(1, words, "alarm" if guess_of(link) else "fact")


def part_lines(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    """Name the parts of an element; what it is part of is one of its own fields."""
    inside = parts(theory).get(id_, ())
    if inside:
        yield Line(
            0, f"Its parts: {listed([theory.elements[part].full_title for part in inside])}."
        )
