"""The columns of a table: what sort of values each has, and how a query names them."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen
from sqlglot import exp

from tocmodel.model.data import Criterion


class ColumnKind(StrEnum):
    """What sort of values a column has."""

    NUMBER = "numbers"
    TEXT = "text"
    TRUTH = "yes and no"
    DATE = "dates"
    OTHER = "values that cannot be compared"


Columns = Mapping[str, ColumnKind]
"""The columns of a table, in their order."""


def column(name: str, table: str = "") -> exp.Column:
    """Return a column in quotes, of a table if need be: whatever its name is, it stays a name.

    >>> column('a" ; drop table x; --').sql("duckdb")
    '"a"" ; drop table x; --"'
    """
    return exp.column(name, table or None, quoted=True)


def table(name: str) -> exp.Table:
    """Return a table in quotes, with its schema if the name has a full stop.

    >>> table('schools.marks').sql("postgres"), table('a"b').sql("duckdb")
    ('"schools"."marks"', '"a""b"')
    """
    *above, last = name.split(".")
    schema = above[-1] if above else None
    return exp.table_(last, schema, quoted=True)


@frozen
class ColumnUse:
    """A column that a question needs, and the sort of values that it needs there.

    Attributes:
        name: the column.
        needs: the sorts of values; any sort if empty.
        key: the keys of the file that name it, such as ``("where", "attendance")``.
    """

    name: str
    needs: frozenset[ColumnKind]
    key: tuple[str, ...]


def kinds_for(criterion: Criterion) -> frozenset[ColumnKind]:
    """Return the sorts of values that a criterion can be compared with.

    >>> sorted(kinds_for(Criterion(below=90)))
    [<ColumnKind.NUMBER: 'numbers'>]
    """
    values = (*criterion.is_, *criterion.is_not, *criterion.bounds.values())
    return frozenset(_kind(value) for value in values)


def _kind(value: object) -> ColumnKind:
    if isinstance(value, bool):
        return ColumnKind.TRUTH
    return ColumnKind.NUMBER if isinstance(value, int | float) else ColumnKind.TEXT
