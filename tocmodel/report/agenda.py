"""The agenda of the next review in words, as a table, as plain data and as a document."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

from tocmodel.analysis.agenda import Agenda, AgendaItem, AgendaTopic
from tocmodel.diagnostics import Pointer, Span
from tocmodel.model import TheoryOfChange
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines
from tocmodel.version import __version__
from tocmodel.wording import counted, remark_data, remark_words

TOPIC_HEADINGS: Mapping[AgendaTopic, str] = MappingProxyType(
    {
        AgendaTopic.QUESTION: "Asked by the last review",
        AgendaTopic.DUE: "Figures due",
        AgendaTopic.TARGET: "Targets missed",
        AgendaTopic.TIPPING_POINT: "Tipping points passed",
        AgendaTopic.ASSUMPTION: "Assumptions to look at",
        AgendaTopic.HOPE: "Hopes and plans to follow up",
        AgendaTopic.RIVAL: "Other explanations to test",
        AgendaTopic.INFERRED: "Links of the main story to agree on",
        AgendaTopic.SURPRISE: "Surprises",
        AgendaTopic.CONSENT: "Consent to ask for again",
    }
)
"""The heading of each topic."""

AGENDA_HEADS = ("Topic", "What", "Why", "Where")
"""The headings of the agenda as a table."""

NOTHING = "Nothing is due, missed or untested. Ask what surprised you, and what nobody wrote down."
"""The words for an agenda without items."""

Locate = Callable[[Pointer], Span | None]
"""Returns the place of an item in a file; ``None`` for a theory made in Python."""


def nowhere(_pointer: Pointer) -> Span | None:
    """Return no place, for a theory without a file."""
    return None


def day_words(found: Agenda) -> str:
    """Return when the review is, and how much is on its agenda.

    >>> day_words(Agenda())
    'No date is known for the next review; 0 things to look at.'
    """
    number = counted(len(found), "thing")
    if found.day:
        return f"For the review of {found.day}: {number} to look at."
    return f"No date is known for the next review; {number} to look at."


def place_words(span: Span | None) -> str:
    """Return the file and the line of an item; empty without a file."""
    return f"{span.path}:{span.line}" if span else ""


def agenda_outline(found: Agenda, locate: Locate = nowhere) -> tuple[Line, ...]:
    """Return the agenda line by line, topic by topic."""
    return tuple(_lines(found, locate))


def by_topic(found: Agenda) -> Iterator[tuple[str, Sequence[AgendaItem]]]:
    """Yield the heading of each topic that has items, and its items."""
    for topic, items in groupby(found, key=lambda item: item.topic):
        yield TOPIC_HEADINGS[topic], tuple(items)


def _lines(found: Agenda, locate: Locate) -> Iterator[Line]:
    theory = _theory(found)
    yield from title_lines(f"Agenda of the next review: {theory.title}", theory)
    yield Line(0, day_words(found))
    for heading, items in by_topic(found):
        yield Line(0, f"{heading} ({len(items):,})", "heading")
        for item in items:
            yield Line(0, item.title, "item")
            place = place_words(locate(item.pointer))
            yield Line(1, f"{item.reason} ({place})" if place else item.reason)
    if not found:
        yield Line(0, NOTHING)


def agenda_table(found: Agenda, locate: Locate = nowhere) -> Spreadsheet:
    """Return the agenda as a table, with a row for each item."""
    rows = (
        (TOPIC_HEADINGS[item.topic], item.title, item.reason, place_words(locate(item.pointer)))
        for item in found
    )
    return Spreadsheet(rows=(AGENDA_HEADS, *rows), remark=remark_words(_theory(found)))


def agenda_data(found: Agenda, locate: Locate = nowhere) -> dict[str, Any]:
    """Return the agenda as plain data, as ``agenda.schema.json`` describes it."""
    theory = _theory(found)
    return {
        "tool": {"name": "tocmodel", "version": __version__},
        "title": theory.title,
        **remark_data(theory),
        "day": found.day or None,
        "items": [_item(item, locate(item.pointer)) for item in found],
    }


def _item(item: AgendaItem, span: Span | None) -> dict[str, Any]:
    return {
        "topic": item.topic.value,
        "about": item.about,
        "title": item.title,
        "reason": item.reason,
        "file": span.path if span else None,
        "line": span.line if span else None,
    }


def _theory(found: Agenda) -> TheoryOfChange:
    return found.about or TheoryOfChange(title="")
