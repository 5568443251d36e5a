"""The theory so far, as an outline to read between two questions."""

from collections.abc import Iterator

from tocmodel.characters import terminal_text
from tocmodel.model import TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.wording import link_verb

_SECTIONS = (
    "conditions",
    "partners",
    "outcomes",
    "interventions",
    "mechanisms",
    "assumptions",
    "assets",
    "risks",
    "indicators",
    "evidence",
)


def outline_lines(theory: TheoryOfChange) -> Iterator[str]:
    """Yield the lines of an outline: each section of the guide that has entries, then the links."""
    yield terminal_text(theory.title)
    for section in _SECTIONS:
        entries = getattr(theory, section)
        if entries:
            yield f"{SECTION_NAMES[section].heading}:"
        for entry in entries.values():
            yield f"  - {terminal_text(entry.title)}"
    if theory.links:
        yield f"{SECTION_NAMES['links'].heading}:"
    for link in theory.links:
        because = f", because {link.because}" if link.because else ""
        ends = (_title(theory, link.from_), link_verb(theory, link), _title(theory, link.to))
        yield f"  - {terminal_text(' '.join(ends) + because)}"


def _title(theory: TheoryOfChange, id_: str) -> str:
    return theory.elements[id_].title if id_ in theory.elements else id_
