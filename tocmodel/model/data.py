"""Data that figures are counted from: where the table is, which rows count, and what is counted."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.model.choices import Statistic
from tocmodel.model.convert import EMPTY, FrozenDict, texts
from tocmodel.model.figure import Number
from tocmodel.model.from_mapping import make
from tocmodel.self_describing import SelfDescribing

Scalar = str | int | float | bool
"""A value of a cell, as it is written in a file."""


def _scalars(value: Scalar | Iterable[Scalar] | None) -> tuple[Scalar, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, Scalar) else tuple(value)


@frozen(kw_only=True)
class Criterion(SelfDescribing):
    """What a value must be for its row to count; everything that is given must hold.

    An empty cell is not known, and meets no criterion.

    Attributes:
        is_: one of these values; ``is`` in a file.
        is_not: none of these values.
        below: a number less than this, in the unit of its column.
        at_most: this number or less, in that unit.
        at_least: this number or more, in that unit.
        above: a number more than this, in that unit.
    """

    is_: tuple[Scalar, ...] = field(default=(), converter=_scalars)
    is_not: tuple[Scalar, ...] = field(default=(), converter=_scalars)
    below: Number | None = None
    at_most: Number | None = None
    at_least: Number | None = None
    above: Number | None = None

    @property
    def bounds(self) -> Mapping[str, Number]:
        """The numbers that the value is compared with, by key."""
        found = ((name, getattr(self, name)) for name in BOUNDS)
        return {name: value for name, value in found if value is not None}


BOUNDS = ("below", "at_most", "at_least", "above")
"""The keys of a criterion that compare a number."""


@frozen(kw_only=True)
class ColumnCriterion(Criterion):
    """A column, and what its value must be.

    Attributes:
        column: the column.
    """

    column: str = ""


def criterion(value: Criterion | Scalar | Iterable[Scalar] | Mapping[str, Any]) -> Criterion:
    """A criterion from a value, a list of values, or its fields.

    >>> criterion("primary") == criterion(["primary"]) == criterion({"is": "primary"})
    True
    """
    if isinstance(value, Criterion):
        return value
    return make(Criterion, value) if isinstance(value, Mapping) else Criterion(is_=value)


def _criteria(value: Mapping[str, Any] | None) -> FrozenDict[str, Criterion]:
    return FrozenDict({name: criterion(item) for name, item in value.items()}) if value else EMPTY


@frozen(kw_only=True)
class DataTable(SelfDescribing):
    """A table of data, one row for each person, event or record.

    Attributes:
        file: the path of the file, from the theory's own: .csv, .parquet, .xlsx or .ods.
        sheet: the sheet of a workbook; without it, the first.
        connection: a database, by its name in the configuration; in place of a file.
        table: the table in the database, with its schema where it needs one: ``schools.marks``.
        where: the rows that count: columns, each with what its value must be.
        time: the column with the period of a row.
        by: the columns that divide the rows into groups.
    """

    file: str = ""
    sheet: str = ""
    connection: str = ""
    table: str = ""
    where: FrozenDict[str, Criterion] = field(default=EMPTY, converter=_criteria)
    time: str = ""
    by: tuple[str, ...] = field(default=(), converter=texts)

    @property
    def name(self) -> str:
        """What to call it in a message: the file, or the table and its database.

        >>> DataTable(connection="warehouse", table="marks").name
        'marks in warehouse'
        """
        return self.file or f"{self.table} in {self.connection}"


@frozen(kw_only=True)
class IndicatorData(DataTable):
    """Data that the figures of an indicator are counted from.

    Attributes:
        statistic: ``count``, ``share``, ``sum``, ``mean`` or ``median``.
        column: the column that a sum, a mean or a median is of.
        of: the rows that make up the whole of a count or a share; every row without it.
    """

    statistic: Statistic = field(default=Statistic.COUNT, converter=Statistic)
    column: str = ""
    of: FrozenDict[str, Criterion] = field(default=EMPTY, converter=_criteria)


def indicator_data(value: str | IndicatorData | Mapping[str, Any]) -> str | IndicatorData:
    """The data of an indicator from its fields, or as it is; a text names the place of the data."""
    return make(IndicatorData, value) if isinstance(value, Mapping) else value
