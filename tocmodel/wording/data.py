"""Data that figures are counted from, in words."""

from collections.abc import Iterator, Mapping

from tocmodel.model import Criterion, DataTable, IndicatorData, Statistic

_BOUNDS = {
    "below": "below",
    "at_most": "at most",
    "at_least": "at least",
    "above": "above",
}
_COUNTED = (Statistic.COUNT, Statistic.SHARE)


def data_words(data: IndicatorData) -> str:
    """Put the data of an indicator into words: what is counted, where, and for each of what.

    >>> data = IndicatorData(
    ...     file="pupils.csv", where={"attendance": {"below": 90}}, of={"phase": "primary"},
    ...     statistic="share", time="term", by="sex",
    ... )
    >>> print(data_words(data))
    the share of rows in pupils.csv where attendance is below 90, out of those where phase is \
primary, for each term and sex
    >>> data = IndicatorData(connection="lake", table="marks", statistic="mean", column="age")
    >>> data_words(data)
    'the mean of age in table marks of lake'
    """
    of = data.column if data.column and data.statistic not in _COUNTED else "rows"
    words = f"the {data.statistic} of {of} in {table_words(data)}"
    if data.column and data.statistic in _COUNTED:
        words += f" with {data.column}"
    if data.where:
        words += f" where {criteria_words(data.where)}"
    if data.of:
        words += f", out of those where {criteria_words(data.of)}"
    groups = [*filter(None, [data.time]), *data.by]
    return f"{words}, for each {' and '.join(groups)}" if groups else words


def table_words(data: DataTable) -> str:
    """Put the place of data into words.

    >>> table_words(DataTable(file="pupils.xlsx", sheet="Autumn"))
    'pupils.xlsx (sheet Autumn)'
    """
    database = f"table {data.table} of {data.connection}" if data.table or data.connection else ""
    sheet = f" (sheet {data.sheet})" if data.sheet else ""
    return " and ".join(filter(None, (data.file, database))) + sheet


def criteria_words(criteria: Mapping[str, Criterion]) -> str:
    """Put criteria into words.

    >>> criteria_words({"year": Criterion(is_=(9, 10)), "age": Criterion(at_least=3, below=5)})
    'year is 9 or 10 and age is below 5 and at least 3'
    """
    return " and ".join(f"{name} {criterion_words(item)}" for name, item in criteria.items())


def criterion_words(criterion: Criterion) -> str:
    """Put a criterion into words, as the end of a sentence.

    >>> criterion_words(Criterion(is_not="secondary")), criterion_words(Criterion(is_=True))
    ('is not secondary', 'is yes')
    """
    return f"is {' and '.join(_conditions(criterion))}"


def _conditions(criterion: Criterion) -> Iterator[str]:
    if criterion.is_:
        yield " or ".join(map(_value, criterion.is_))
    if criterion.is_not:
        yield f"not {' or '.join(map(_value, criterion.is_not))}"
    yield from (f"{_BOUNDS[key]} {_value(bound)}" for key, bound in criterion.bounds.items())


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int | float) else str(value)
