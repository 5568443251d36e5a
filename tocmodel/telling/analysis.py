"""A theory in figures, as it is read and as data."""

from collections.abc import Iterable, Iterator
from typing import Any

from tocmodel.analysis.kinds import kind_of
from tocmodel.analysis.summary import GAUGES, Analysis, Gauge, Measure
from tocmodel.model import TheoryOfChange
from tocmodel.telling.heading import headed
from tocmodel.telling.kinds import kind_line
from tocmodel.telling.outline import Line
from tocmodel.wording import imagined_data

Row = tuple[str, str, str, int, int | None]
"""A measure's name, the name of a part, "at least" or nothing, the number, and a share's whole."""


def outline(found: Analysis) -> tuple[Line, ...]:
    """Return the figures line by line; what cannot be measured is left out."""
    return tuple(_lines(found))


def _lines(found: Analysis) -> Iterator[Line]:
    yield from headed(found.theory.title, found.theory)
    yield from kind_line(found.theory)
    for heading, gauges in GAUGES.items():
        measured = [gauge for gauge in gauges if found[gauge.name].value is not None]
        if measured:
            yield Line(0, heading, "heading")
        for gauge in measured:
            yield Line(0, f"{gauge.title}: {number(found[gauge.name])}", "item")
            yield from _details(found.theory, gauge, found[gauge.name])


def number(measure: Measure) -> str:
    """Return a measure's number in words.

    >>> number(Measure(value=2, of=5)), number(Measure(value=100, at_least=True))
    ('2 of 5', 'at least 100')
    """
    if measure.value is None:
        return "nothing to measure"
    of = "" if measure.of is None else f" of {measure.of:,}"
    return f"{'at least ' if measure.at_least else ''}{measure.value:,}{of}"


def _details(theory: TheoryOfChange, gauge: Gauge, measure: Measure) -> Iterator[Line]:
    least = "at least " if measure.at_least else ""
    if measure.parts:
        parts = (
            f"{name.replace('_', ' ')} {least}{part:,}" for name, part in measure.parts.items()
        )
        yield Line(1, ", ".join(parts))
    if measure.about:
        named = [_name(theory, item) for item in measure.about]
        more = [f"and {least}{measure.more:,} more"] if measure.more else []
        joint = " -> " if gauge.names == "by way of" else "; "
        yield Line(1, f"{gauge.names}: {joint.join((*named, *more))}")


def _name(theory: TheoryOfChange, item: str) -> str:
    ids = item.split(" -> ")
    return " -> ".join(theory.elements[id_].title for id_ in ids)


def to_data(found: Iterable[tuple[str, Analysis]], version: str) -> dict[str, Any]:
    """Return figures as plain data, as ``schemas/analysis.schema.json`` describes them.

    Args:
        found: the path of each theory's file, and its figures.
        version: the version of tocmodel.
    """
    return {
        "tool": {"name": "tocmodel", "version": version},
        "theories": [{"file": file, **_data(analysis)} for file, analysis in found],
    }


def _data(found: Analysis) -> dict[str, Any]:
    kind = kind_of(found.theory.whole)
    return {
        "title": found.theory.title,
        **imagined_data(found.theory),
        "kind": kind.kind.value,
        "kind_guessed": kind.guessed,
        "measures": {
            name: {
                "value": measure.value,
                "of": measure.of,
                "parts": dict(measure.parts),
                "about": list(measure.about),
                "more": measure.more,
                "at_least": measure.at_least,
            }
            for name, measure in found.measures.items()
        },
    }


def to_rows(found: Analysis) -> Iterator[Row]:
    """Give a row for each measure and for each part of it."""
    for name, measure in found.measures.items():
        if measure.value is not None:
            least = "at least" if measure.at_least else ""
            yield name, "", least, measure.value, measure.of
            yield from ((name, part, least, count, None) for part, count in measure.parts.items())
