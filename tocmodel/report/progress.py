"""The progress of the indicators of a theory in words, as a table and as plain data."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from tocmodel.analysis.progress import (
    PLAIN_REASONS,
    Progress,
    ProgressReport,
    ProgressStatus,
    progress_words,
    status_counts,
    status_words,
)
from tocmodel.analysis.titles import Words, words_for
from tocmodel.fileformat.dumping import plain_data
from tocmodel.model import Basis, Figure, TheoryOfChange
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import figure_words, remark_data, remark_words

ALARMS = frozenset({ProgressStatus.MISSED, ProgressStatus.BEHIND, ProgressStatus.WORSE})
"""The statuses that ask someone to look."""

TABLE_HEADS = (
    "Indicator",
    "Group",
    "Place",
    "Baseline",
    "Latest",
    "Target",
    "Status",
    "Share of the way",
    "Reason",
    "Forecast",
    "Not in it",
)
"""The headings of the table."""


def progress_outline(found: ProgressReport, *, language: str = "") -> tuple[Line, ...]:
    """Return how many indicators have each status, and each of them with its figures.

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    return tuple(_lines(found, _words(found, language)))


def _words(found: ProgressReport, language: str) -> Words:
    return words_for(found.about or TheoryOfChange(title=""), language, plain=False)


def _lines(found: ProgressReport, words: Words) -> Iterator[Line]:
    yield from title_lines(f"Progress: {words.theory_title}", found.about)
    if not found:
        yield Line(0, "There are no indicators to show.")
        return
    yield Line(0, f"{status_counts(found)}.")
    for item in found:
        yield Line(0, f"{_named(item, words)}: {progress_words(item)}", "item")
        if item.reason not in PLAIN_REASONS:
            yield Line(1, item.reason, "alarm" if item.status in ALARMS else "fact")
        yield from (Line(1, f"{name}: {text}") for name, text in _facts(item) if text)
        yield from (Line(1, f"not in it: {remark}", "alarm") for remark in item.remarks)


def _named(item: Progress, words: Words) -> str:
    """Return the title of an indicator, and the group and the place that the figures are about."""
    about = ", ".join(filter(None, (item.group, item.place)))
    title = title_of(item, words)
    return f"{title} ({about})" if about else title


def title_of(item: Progress, words: Words) -> str:
    """Return the title of an indicator; that of a total is not in the theory."""
    known = item.indicator.id in words.theory.indicators
    return words.title(item.indicator.id) if known else item.indicator.title


def _facts(item: Progress) -> Iterator[tuple[str, str]]:
    yield "baseline", series_words(item, (item.baseline,) if item.baseline else ())
    yield "figures", series_words(item, item.observations)
    yield "targets", series_words(item, item.targets) if len(item.targets) > 1 else ""
    yield "forecast, not a result", series_words(item, item.forecasts)


def series_words(item: Progress, figures: Sequence[Figure]) -> str:
    """Return figures of one series in words; what a figure shares with the one before is left out.

    >>> from tocmodel.model import Indicator
    >>> found = Progress(indicator=Indicator(title="Meals", unit="meals"))
    >>> series_words(found, (Figure(value=3, of=9), Figure(value=5, of=9)))
    '3 of 9 meals; 5 meals'
    """
    before = (None, *figures)
    pairs = zip(before, figures, strict=False)
    return "; ".join(figure_words(_short(*pair), item.indicator.unit) for pair in pairs)


def _short(before: Figure | None, figure: Figure) -> Figure:
    """Return a figure without what its line has, and without its whole if that is as before."""
    known = evolve(figure, subgroup="", by={}, place="", basis=Basis.ACTUAL)
    if before and (before.of, before.of_what) == (figure.of, figure.of_what):
        return evolve(known, of=None, of_what="", of_qualifier=None)
    return known


def progress_table(found: ProgressReport, *, language: str = "") -> Spreadsheet:
    """Return progress as a table: a row for each series of figures.

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    words = _words(found, language)
    rows = (_row(item, words) for item in found)
    return Spreadsheet(rows=(TABLE_HEADS, *rows), remark=remark_words(found.about))


def _joined(figures: Sequence[Figure], unit: str) -> str:
    return "; ".join(figure_words(item, unit) for item in figures)


def _row(item: Progress, words: Words) -> tuple[str, ...]:
    unit = item.indicator.unit
    return (
        title_of(item, words),
        item.group or "all",
        item.place,
        figure_words(item.baseline, unit) if item.baseline else "",
        figure_words(item.latest, unit) if item.latest else "",
        _joined(item.targets, unit),
        status_words(item.status),
        "" if item.share is None else f"{item.share:.2f}",
        item.reason,
        _joined(item.forecasts, unit),
        "; ".join(item.remarks),
    )


def progress_data(found: ProgressReport, version: str, *, language: str = "") -> dict[str, Any]:
    """Return progress as plain data, as ``progress.schema.json`` describes it.

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    words = _words(found, language)
    return {
        "tool": {"name": "tocmodel", "version": version},
        **remark_data(found.about),
        "progress": [_row_data(item, words) for item in found],
    }


def _row_data(item: Progress, words: Words) -> dict[str, Any]:
    return {
        "indicator": item.indicator.id,
        "title": title_of(item, words),
        "unit": item.indicator.unit,
        "better": item.indicator.better.value if item.indicator.better else None,
        "group": item.group,
        "place": item.place,
        "baseline": figure_data(item.baseline) if item.baseline else None,
        "latest": figure_data(item.latest) if item.latest else None,
        "targets": [figure_data(figure) for figure in item.targets],
        "observations": [figure_data(figure) for figure in item.observations],
        "forecasts": [figure_data(figure) for figure in item.forecasts],
        "progress": item.share,
        "status": item.status.value,
        "reason": item.reason,
        "remarks": list(item.remarks),
    }


def figure_data(figure: Figure) -> dict[str, Any]:
    """Return a figure as a mapping, with the keys that it has in a theory's file.

    >>> figure_data(Figure(value=30))
    {'value': 30}
    """
    data = plain_data(figure)
    return data if isinstance(data, dict) else {"value": data}
