"""Figures from the answers of a survey, each with how many people it is of."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import fmean, median
from typing import Any

from attrs import frozen

from tocmodel.conversion.sheets import TableRow
from tocmodel.conversion.survey.read_map import FigureMap, folded
from tocmodel.conversion.survey.rows import Survey
from tocmodel.model import Figure, Indicator, Statistic
from tocmodel.wording import is_percent

_DECIMALS = 1


@frozen
class CountedFigure:
    """A figure from a survey, and the answers behind it.

    Attributes:
        indicator: id of the indicator.
        figure: the figure.
        answers: how often each answer was given, as written, and whether it counts; ``None``
            where it was left out.
        silent: how many people gave no answer.
    """

    indicator: str
    figure: Figure
    answers: tuple[tuple[str, int, bool | None], ...]
    silent: int


def counted_figures(
    survey: Survey, item: FigureMap, indicator: Indicator
) -> Iterator[CountedFigure]:
    """Yield the figure of all people, and then that of each group.

    A share is rounded to one decimal place if the unit is percent; otherwise it is a count and its
    whole. Mean: the sum of the answers divided by their number.
    """
    column = survey.column(item.column)
    rows = list(survey.rows_where(item.only_where))
    if column is None:
        return
    yield from _counted(survey, item, indicator, rows, {})
    for key, group in item.by.items():
        members: dict[str, list[TableRow]] = {}
        for row in rows:
            if (found := survey.answer(row, group)) is not None:
                members.setdefault(found.text, []).append(row)
        for name in sorted(members):
            yield from _counted(survey, item, indicator, members[name], {key: name})


def _counted(
    survey: Survey,
    item: FigureMap,
    indicator: Indicator,
    rows: Sequence[TableRow],
    by: dict[str, str],
) -> Iterator[CountedFigure]:
    column = survey.column(item.column) or 0
    given = [(row, row.cell(column)) for row in rows]
    answered = [(row, text) for row, text in given if text]
    kept = [(row, text) for row, text in answered if folded(text) not in item.leave_out]
    if not kept:
        if not by:
            message = f"nobody answered '{item.column:.80}', so there is no figure"
            survey.add_problem("", message, "check the column and 'only_where' in the map")
        return
    figure = _share(item, indicator, [text for _, text in kept])
    if not item.counts:
        numbers = list(_numbers(survey, column, kept))
        if len(numbers) < len(kept):
            return
        figure = _of_numbers(item, numbers)
    found = {
        **figure,
        "by": by,
        "period": item.period,
        "source": item.source,
        **({"of_what": item.of_what} if "of" in figure else {}),
    }
    counts = Counter(text for _, text in answered)
    yield CountedFigure(
        item.indicator,
        Figure(**found),
        tuple((text, counts[text], _is_counted(item, text)) for text in sorted(counts)),
        len(given) - len(answered),
    )


def _parts(item: FigureMap, text: str) -> set[str]:
    """Return the answers in a cell, which may have several."""
    parts = text.split(item.separator) if item.separator else [text]
    return {folded(part) for part in parts if part.strip()}


def _is_counted(item: FigureMap, text: str) -> bool | None:
    if folded(text) in item.leave_out:
        return None
    return not item.counts or bool(_parts(item, text) & set(item.counts))


def _share(item: FigureMap, indicator: Indicator, texts: Sequence[str]) -> dict[str, Any]:
    number = sum(_is_counted(item, text) is True for text in texts)
    if item.statistic == Statistic.COUNT.value:
        return {"value": number}
    if is_percent(indicator.unit):
        return {"value": _tidy(100 * number / len(texts)), "of": len(texts)}
    return {"value": number, "of": len(texts)}


_WORK: Mapping[str, Callable[[Sequence[float]], float]] = {
    "mean": fmean,
    "median": median,
    "sum": sum,
}


def _of_numbers(item: FigureMap, numbers: Sequence[float]) -> dict[str, Any]:
    statistic = item.statistic or Statistic.MEAN.value
    if statistic in (Statistic.COUNT.value, Statistic.SHARE.value):
        return {"value": len(numbers)}
    value = _tidy(float(_WORK[statistic](numbers)))
    return {"statistic": statistic, "value": value, "respondents": len(numbers)}


def _numbers(survey: Survey, column: int, kept: Sequence[tuple[TableRow, str]]) -> Iterator[float]:
    for row, text in kept:
        try:
            yield float(text.replace(",", "") if text.count(",") and "." in text else text)
        except ValueError:
            survey.add_problem(
                survey.place(row, column),
                f"'{text:.60}' is no number",
                "name the answers that count under 'counts', or those to 'leave_out'",
            )


def _tidy(value: float) -> float | int:
    rounded = round(value, _DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded
