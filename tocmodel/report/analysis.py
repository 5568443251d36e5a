"""An analysis: its measures in words and as data."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tocmodel.analysis.summary import MEASURES, Analysis, Measure, MeasureValue
from tocmodel.analysis.theory_kind import kind_of
from tocmodel.graph.wholes import title_in_path
from tocmodel.model import TheoryOfChange
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.outline import Line
from tocmodel.report.theory_kind import kind_line
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import remark_data, remark_words

HEADS = ("measure", "part", "at least", "value", "of")
"""The columns of the table of measures; a table of several theories begins with their files."""


def outline(found: Analysis) -> tuple[Line, ...]:
    """Return the measures line by line; those that cannot be measured are left out."""
    return tuple(_lines(found))


def _lines(found: Analysis) -> Iterator[Line]:
    yield from title_lines(found.theory.title, found.theory)
    yield from kind_line(found.theory)
    for heading, measures in MEASURES.items():
        measured = [measure for measure in measures if found[measure.name].value is not None]
        if measured:
            yield Line(0, heading, "heading")
        for measure in measured:
            yield Line(0, f"{measure.title}: {number(found[measure.name])}", "item")
            yield from _details(found.theory, measure, found[measure.name])


def number(found: MeasureValue) -> str:
    """Return the result of a measure in words.

    >>> number(MeasureValue(value=2, of=5)), number(MeasureValue(value=100, at_least=True))
    ('2 of 5', 'at least 100')
    """
    if found.value is None:
        return "nothing to measure"
    of = "" if found.of is None else f" of {found.of:,}"
    return f"{'at least ' if found.at_least else ''}{found.value:,}{of}"


def _details(theory: TheoryOfChange, measure: Measure, found: MeasureValue) -> Iterator[Line]:
    least = "at least " if found.at_least else ""
    if found.parts:
        parts = (f"{name.replace('_', ' ')} {least}{part:,}" for name, part in found.parts.items())
        yield Line(1, ", ".join(parts))
    if found.about:
        named = [_name(theory, item) for item in found.about]
        more = [f"and {least}{found.more:,} more"] if found.more else []
        joint = " -> " if measure.names == "by way of" else "; "
        yield Line(1, f"{measure.names}: {joint.join((*named, *more))}")


def _name(theory: TheoryOfChange, item: str) -> str:
    if item in theory.loops:
        return theory.loops[item].title
    return " -> ".join(title_in_path(theory, id_) for id_ in item.split(" -> "))


def to_data(found: Iterable[tuple[str, Analysis]], version: str) -> dict[str, Any]:
    """Return analyses as plain data, as ``schemas/analysis.schema.json`` describes them.

    Args:
        found: the path of each theory's file, and its analysis.
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
        **remark_data(found.theory),
        "kind": kind.kind.value,
        "kind_guessed": kind.guessed,
        "measures": {
            name: {
                "value": result.value,
                "of": result.of,
                "parts": dict(result.parts),
                "about": list(result.about),
                "more": result.more,
                "at_least": result.at_least,
            }
            for name, result in found.measures.items()
        },
    }


def to_table(found: Sequence[tuple[str, Analysis]]) -> Spreadsheet:
    """Return analyses as a table, with a row for each measure and for each part of it.

    Args:
        found: the path of each theory's file, and its analysis; a theory without a file is alone.
    """
    rows = tuple((path, *row) for path, analysis in found for row in _rows(analysis))
    table = (("file", *HEADS), *rows)
    remark = remark_words(*(analysis.theory for _, analysis in found))
    has_files = any(path for path, _ in found)
    return Spreadsheet(rows=table if has_files else tuple(row[1:] for row in table), remark=remark)


def _rows(found: Analysis) -> Iterator[tuple[str, ...]]:
    for name, measure in found.measures.items():
        if measure.value is not None:
            least = "at least" if measure.at_least else ""
            whole = "" if measure.of is None else str(measure.of)
            yield name, "", least, str(measure.value), whole
            yield from ((name, part, least, str(n), "") for part, n in measure.parts.items())
