"""A narrative as text and as plain data."""

from collections.abc import Iterator
from typing import Any

from tocmodel.narrative.model import Narrative, NarrativeSection, Sentence
from tocmodel.report.outline import Line
from tocmodel.wording import remark_data


def narrative_outline(found: Narrative) -> tuple[Line, ...]:
    """Return a narrative as headings and paragraphs."""
    return tuple(_lines(found))


def _lines(found: Narrative) -> Iterator[Line]:
    yield Line(0, found.title, "heading")
    if found.imagined:
        yield Line(0, f"{found.imagined}.", "paragraph")
    if found.theory and found.theory.left_out:
        yield Line(0, f"{found.theory.left_out}.", "paragraph")
    for section in found.sections:
        yield Line(0, section.heading, "heading")
        for paragraph in section.paragraphs:
            yield Line(0, paragraph.text, "paragraph")


def narrative_data(found: Narrative, version: str) -> dict[str, Any]:
    """Return a narrative as plain data, as ``schemas/narrative.schema.json`` describes it."""
    return {
        "tool": {"name": "tocmodel", "version": version},
        **(remark_data(found.theory) if found.theory else {}),
        "title": found.title,
        "language": found.language,
        "sections": [_section(section) for section in found.sections],
        "left_out": found.left_out,
    }


def _section(section: NarrativeSection) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "paragraphs": [
            [_sentence(sentence) for sentence in paragraph.sentences]
            for paragraph in section.paragraphs
        ],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "elements": list(sentence.elements),
        "links": [{"from": from_, "to": to} for from_, to in sentence.links],
    }
