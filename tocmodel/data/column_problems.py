"""What is wrong with the columns that a question needs, each with its place and the nearest fix."""

from collections.abc import Iterable, Iterator

from tocmodel.characters import one_line
from tocmodel.data.columns import ColumnKind, Columns, ColumnUse
from tocmodel.data.engine import OpenTable
from tocmodel.data.text_columns import UnreadTexts, typed
from tocmodel.diagnostics import Pointer, Problem, did_you_mean
from tocmodel.wording import counted

_MOST_NAMED = 20


def usable(
    opened: OpenTable, uses: Iterable[ColumnUse], name: str, at: Pointer, *, examples: bool = True
) -> tuple[OpenTable, tuple[Problem, ...]]:
    """Return a table that can be asked a question, and what stands in the way.

    Args:
        opened: the table.
        uses: the columns that the question needs.
        name: what the data are called in messages.
        at: the place of the data in the theory's file.
        examples: whether a value of a cell may be shown, which could tell of a person.
    """
    needed = tuple(uses)
    columns = opened.engine.columns(opened.source)
    problems = [*_missing(columns, needed, name, at), *_mixed(needed, name, at)]
    if problems:
        return opened, tuple(problems)
    if opened.is_text:
        opened, unread = typed(opened, columns, needed)
        return opened, tuple(_unread(item, name, at, examples=examples) for item in unread)
    return opened, tuple(_of_another_kind(columns, needed, name, at))


def _missing(
    columns: Columns, uses: Iterable[ColumnUse], name: str, at: Pointer
) -> Iterator[Problem]:
    for use in uses:
        if use.name not in columns:
            message = f"'{name}' has no column '{use.name}'{did_you_mean(use.name, columns)}"
            shown = ", ".join(one_line(column) for column in list(columns)[:_MOST_NAMED])
            yield Problem(message=message, pointer=(*at, *use.key), help=f"its columns: {shown}")


def _mixed(uses: Iterable[ColumnUse], name: str, at: Pointer) -> Iterator[Problem]:
    """Yield a problem for a column that is compared with values of different sorts."""
    seen: dict[str, frozenset[ColumnKind]] = {}
    for use in uses:
        kinds = seen.get(use.name, frozenset()) | use.needs
        seen[use.name] = kinds
        if len(kinds) > 1 and len(use.needs) > 0:
            sorts = " and with ".join(sorted(kinds))
            message = f"column '{use.name}' of '{name}' is compared with {sorts}"
            help_ = "compare a column with values of one sort"
            yield Problem(message=message, pointer=(*at, *use.key), help=help_)


def _unread(item: UnreadTexts, name: str, at: Pointer, *, examples: bool) -> Problem:
    is_shown = examples and item.example
    example = f", such as '{one_line(item.example)[:60]}'" if is_shown else ""
    rows = counted(item.count, "row")
    if item.kind is ColumnKind.NUMBER:
        message = f"column '{item.use.name}' of '{name}' has text in {rows} where it needs numbers"
        help_ = "leave a cell empty where the number is not known, and write numbers without signs"
    else:
        message = f"column '{item.use.name}' of '{name}' has {rows} with neither yes nor no"
        help_ = "write yes, no, true or false, or compare the column with its own words"
    return Problem(message=f"{message}{example}", pointer=(*at, *item.use.key), help=help_)


def _of_another_kind(
    columns: Columns, uses: Iterable[ColumnUse], name: str, at: Pointer
) -> Iterator[Problem]:
    for use in uses:
        has = columns[use.name]
        if use.needs and has not in use.needs:
            [needed] = use.needs
            message = f"column '{use.name}' of '{name}' has {has} where it needs {needed}"
            help_ = f"compare it with {has}, or use a column with {needed}"
            yield Problem(message=message, pointer=(*at, *use.key), help=help_)
