"""Tables in which every value is text: read numbers, and yes and no, where they are needed."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen
from sqlglot import exp

from tocmodel.data.columns import ColumnKind, Columns, ColumnUse, column, table
from tocmodel.data.duckdb_engine import DuckDbEngine
from tocmodel.data.engine import OpenTable

_YES = ("true", "yes", "y", "1")
_NO = ("false", "no", "n", "0")
_MOST_EXAMPLES = 5
"""Codes such as *n/a* are few. More different texts may be names, which are not to be shown."""


@frozen
class UnreadTexts:
    """Texts of a column that are not what a question needs.

    Attributes:
        use: the column.
        kind: what it should hold.
        count: how many rows have such a text.
        example: one of them; empty where showing it could show a person.
    """

    use: ColumnUse
    kind: ColumnKind
    count: int
    example: str


def typed(
    opened: OpenTable, columns: Columns, uses: Iterable[ColumnUse]
) -> tuple[OpenTable, tuple[UnreadTexts, ...]]:
    """Return a table whose columns have the kinds that a question needs, and what did not fit.

    Spaces around a text are left out, and an empty text is an empty cell.
    """
    engine = opened.engine
    if not isinstance(engine, DuckDbEngine):
        raise TypeError("only DuckDB reads tables of text")
    needs = [use for use in uses if use.name in columns]
    needed = _kinds_by_name(needs)
    source = table("typed")
    engine.create_view(
        source,
        exp.select(
            *(exp.alias_(_value(name, needed.get(name)), name, quoted=True) for name in columns)
        ).from_(opened.source),
    )
    by_name = {use.name: use for use in reversed(needs) if use.needs}
    unread = _unread(opened, [(by_name[name], kind) for name, kind in needed.items()])
    return OpenTable(engine, source), tuple(unread)


def _kinds_by_name(uses: Iterable[ColumnUse]) -> Mapping[str, ColumnKind]:
    found: dict[str, ColumnKind] = {}
    for use in uses:
        for kind in use.needs & {ColumnKind.NUMBER, ColumnKind.TRUTH}:
            found.setdefault(use.name, kind)
    return found


def _trimmed(name: str) -> exp.Expr:
    return exp.Nullif(this=exp.Trim(this=column(name)), expression=exp.Literal.string(""))


def _value(name: str, kind: ColumnKind | None) -> exp.Expr:
    if kind is ColumnKind.NUMBER:
        number = exp.TryCast(this=_trimmed(name), to=exp.DataType.build("DOUBLE"))
        return exp.Case().when(exp.Anonymous(this="isfinite", expressions=[number]), number)
    if kind is ColumnKind.TRUTH:
        word = exp.Lower(this=_trimmed(name))
        return (
            exp.Case()
            .when(word.copy().isin(*_YES), exp.true())
            .when(word.copy().isin(*_NO), exp.false())
        )
    return _trimmed(name)


def _unread(opened: OpenTable, used: list[tuple[ColumnUse, ColumnKind]]) -> Iterator[UnreadTexts]:
    """Ask once how many texts of each column are not what they should be."""
    if not used:
        return
    asked = []
    for use, kind in used:
        text = _trimmed(use.name)
        is_unread = exp.and_(text.is_(exp.null()).not_(), _value(use.name, kind).is_(exp.null()))
        bad = exp.Case().when(is_unread, text)
        asked += [
            exp.Count(this=bad.copy()),
            exp.Count(this=exp.Distinct(expressions=[bad.copy()])),
            exp.Min(this=bad),
        ]
    [answer] = opened.engine.rows(exp.select(*asked).from_(opened.source))
    for place, (use, kind) in enumerate(used):
        count, different, example = answer[place * 3 : place * 3 + 3]
        if count:
            shown = str(example) if different <= _MOST_EXAMPLES else ""
            yield UnreadTexts(use, kind, count, shown)
