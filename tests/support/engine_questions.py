"""The same questions for every engine, about the generated pupils of the imagined zone."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlglot import exp

import tocmodel
from tocmodel.data.columns import table
from tocmodel.data.engine import DataEngine
from tocmodel.data.figure_query import figure_query
from tocmodel.data.tracker_query import counting_query, following_query, pupil_count_query

ZONE = Path(__file__).parents[2] / "examples/imagined-zone"
CSV = ZONE / "data/generated-pupils.csv"
TRACKER = tocmodel.load(ZONE / "imagined-zone.toc.yaml").trackers["pastoral"]
TERMS = ("2023/2024-autumn", "2023/2024-spring", "2023/2024-summer")

TYPES = {"attendance": float, "incidents": int, "progress": float}
TRUTHS = ("imagined", "bereaved", "family_meeting", "reading_club")

QUESTIONS: dict[str, dict[str, Any]] = {
    "share": {
        "where": {"attendance": {"below": 90}, "sex": "girls"},
        "of": {"sex": "girls"},
        "statistic": "share",
        "time": "term",
        "by": ["school"],
    },
    "mean": {"statistic": "mean", "column": "attendance", "time": "term"},
    "median": {"statistic": "median", "column": "progress", "where": {"bereaved": False}},
    "sum": {"statistic": "sum", "column": "incidents", "by": ["sex", "school"]},
    "several": {"where": {"term": list(TERMS[:2]), "incidents": {"is_not": [0, 1], "at_most": 4}}},
}


def rows() -> tuple[list[str], list[list[Any]]]:
    """The names of the columns, and the rows with numbers, truths and empty cells."""
    names, *lines = csv.reader(CSV.read_text(encoding="utf-8").splitlines())
    return names, [[_cell(*pair) for pair in zip(names, line, strict=True)] for line in lines]


def _cell(name: str, text: str) -> Any:
    if not text:
        return None
    return text == "yes" if name in TRUTHS else TYPES.get(name, str)(text)


def queries(source: exp.Table) -> Iterator[tuple[str, exp.Query]]:
    """Every question as a query."""
    for name, fields in QUESTIONS.items():
        data = tocmodel.IndicatorData(file="pupils", **fields)
        yield name, figure_query(data, source, data.by)
    yield "tracker", counting_query(TRACKER, source)
    following = list(pairwise(TERMS))
    yield "followed", following_query(TRACKER, source, following)
    yield "pupils", pupil_count_query(TRACKER, source)


def sql(dialect: str, name: str = 'a"" ; drop table x; --') -> str:
    """The text of all queries in a dialect; the table has a hostile name."""
    asked = queries(table(name))
    return "\n".join(f"-- {key}\n{query.sql(dialect, pretty=True)};\n" for key, query in asked)


def answers(engine: DataEngine, name: str) -> dict[str, list[tuple[Any, ...]]]:
    """What an engine answers about a table."""
    return {key: plain(engine.rows(query)) for key, query in queries(table(name))}


def plain(found: list[Any]) -> list[tuple[Any, ...]]:
    return sorted((tuple(map(_plain, row)) for row in found), key=repr)


def _plain(value: Any) -> Any:
    return round(float(value), 9) if isinstance(value, float | Decimal) else value
