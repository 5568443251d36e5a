"""Write the links of a theory as a list in CSV: a row a link, and one for each element without."""

from collections.abc import Iterator, Mapping

from tocmodel.conversion.kinds import element_kind_words
from tocmodel.conversion.losses import Holds, every_element, links_between, losses
from tocmodel.conversion.sketch import Note
from tocmodel.model import Link, TheoryOfChange
from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.wording import remark_words

HEADINGS = (
    "From",
    "From kind",
    "To",
    "To kind",
    "Effect",
    "Because",
    "Direction",
    "Delay",
    "Strength",
    "Confidence",
)
DIRECTIONS = {"mutual": "mutual", "association": "undirected", "cause": ""}
_EMPTY = ("",) * (len(HEADINGS) - 2)
HOLDS = Holds(
    sections=every_element("horizon", "cycle"),
    links=frozenset(("effect", "because", "kind", "delay", "strength", "confidence")),
)


def write(theory: TheoryOfChange) -> bytes:
    """Return the links as a CSV file."""
    return csv_bytes((HEADINGS, *_rows(theory)), remark_words(theory))


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what the list cannot hold."""
    return losses(theory, HOLDS)


def _rows(theory: TheoryOfChange) -> Iterator[tuple[str, ...]]:
    names = unique_titles(theory)
    linked = set()
    for link in links_between(theory, HOLDS.sections):
        linked |= {link.from_, link.to}
        ends = [(names[id_], element_kind_words(theory, id_)) for id_ in (link.from_, link.to)]
        yield (*ends[0], *ends[1], *_about(link))
    for id_ in theory.elements:
        if id_ not in linked:
            yield names[id_], element_kind_words(theory, id_), *_EMPTY


def _about(link: Link) -> tuple[str, ...]:
    confidence = "" if link.confidence is None else str(link.confidence)
    strength = link.strength.value if link.strength else ""
    return (
        link.effect.value,
        link.because,
        DIRECTIONS[link.kind.value],
        link.delay,
        strength,
        confidence,
    )


def unique_titles(theory: TheoryOfChange) -> Mapping[str, str]:
    """Return the title of each element by its id; a title that is used again gets a number."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for id_, element in theory.elements.items():
        title, number = element.title, 1
        while " ".join(title.casefold().split()) in used:
            number += 1
            title = f"{element.title} ({number})"
        used.add(" ".join(title.casefold().split()))
        found[id_] = title
    return found
