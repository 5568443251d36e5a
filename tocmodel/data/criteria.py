"""From criteria to conditions of a query, as a syntax tree."""

from collections.abc import Iterable, Mapping, Sequence

from sqlglot import exp

from tocmodel.data.columns import column
from tocmodel.model.data import Criterion, Scalar

_COMPARED: Mapping[str, type[exp.Binary]] = {
    "below": exp.LT,
    "at_most": exp.LTE,
    "at_least": exp.GTE,
    "above": exp.GT,
}


def condition(name: str, criterion: Criterion) -> exp.Expr:
    """Return the condition that a column's value meets a criterion; an empty cell meets none.

    >>> condition("attendance", Criterion(below=90, above=0)).sql("duckdb")
    '"attendance" < 90 AND "attendance" > 0'
    >>> print(condition("phase", Criterion(is_=("primary", "nursery"))).sql("duckdb"))
    "phase" IN ('primary', 'nursery')
    """
    return _every(_parts(name, criterion))


def all_met(criteria: Mapping[str, Criterion]) -> exp.Expr:
    """Return the condition that every column meets its criterion; true if there are none."""
    return _every(condition(name, item) for name, item in criteria.items())


def all_known(names: Iterable[str]) -> exp.Expr:
    """Return the condition that no column is empty; true if there are none.

    >>> all_known(["sex"]).sql("spark")
    'NOT `sex` IS NULL'
    """
    return _every(column(name).is_(exp.null()).not_() for name in names)


def count_where(*conditions: exp.Expr) -> exp.Expr:
    """Return the count of the rows that meet some conditions.

    >>> count_where(condition("a", Criterion(is_=True))).sql("postgres")
    'COUNT(CASE WHEN "a" THEN 1 END)'
    """
    return exp.Count(this=when(exp.Literal.number(1), *conditions))


def when(value: exp.Expr, *conditions: exp.Expr) -> exp.Expr:
    """Return a value where a row meets some conditions, and nothing elsewhere."""
    return exp.Case().when(_every(conditions), value)


def _every(conditions: Iterable[exp.Expr]) -> exp.Expr:
    met = [item for item in conditions if item != exp.true()]
    return exp.and_(*met) if met else exp.true()


def _parts(name: str, criterion: Criterion) -> Iterable[exp.Expr]:
    if criterion.is_:
        yield _among(name, criterion.is_)
    if criterion.is_not:
        yield exp.not_(_among(name, criterion.is_not))
    for key, bound in criterion.bounds.items():
        yield _COMPARED[key](this=column(name), expression=_literal(bound))


def _among(name: str, values: Sequence[Scalar]) -> exp.Expr:
    if len(values) > 1:
        return exp.In(this=column(name), expressions=[_literal(value) for value in values])
    [value] = values
    if isinstance(value, bool):
        return column(name) if value else column(name).not_()
    return exp.EQ(this=column(name), expression=_literal(value))


def _literal(value: Scalar) -> exp.Expr:
    if isinstance(value, bool):
        return exp.true() if value else exp.false()
    if isinstance(value, str):
        return exp.Literal.string(value)
    if value < 0:
        return exp.Neg(this=_literal(-value))
    return exp.Literal.number(value)
