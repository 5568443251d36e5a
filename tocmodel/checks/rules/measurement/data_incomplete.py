"""TOC396 data-incomplete."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import DataTable, Entry, IndicatorData, Statistic
from tocmodel.wording import is_percent

_COUNTED = (Statistic.COUNT, Statistic.SHARE)


class DataIncomplete(Rule):
    """The file says enough about its data to count them.

    ## What it checks
    Whether the data of an indicator or a tracker name one file, or a table of one database; whether
    a sum, a mean or a median has a column, and a count has none; and whether a period is known.

    ## Why it matters
    `tocmodel collect` and `tocmodel tracker` read the data later, perhaps on another computer.
    It is best to find out beforehand if they cannot be counted.

    ## Example
    ```yaml
    outcomes:
      here: {title: Pupils come to school}
    indicators:
      attendance:
        title: Attendance
        measures: here
        unit: percent
        data: {file: attendance.csv, statistic: mean, time: term}
    ```

    ## Use instead
    ```yaml
    outcomes:
      here: {title: Pupils come to school}
    indicators:
      attendance:
        title: Attendance
        measures: here
        unit: percent
        data: {file: attendance.csv, statistic: mean, column: attendance, time: term}
    ```

    ## Source
    HM Treasury (2015), *The Aqua Book: guidance on producing quality analysis for government* (be
    clear about the question, the data and the method of an analysis).
    """

    code = "TOC396"
    name = "data-incomplete"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for indicator in context.indicators:
            if isinstance(indicator.data, IndicatorData):
                yield from _of_table(indicator, indicator.data)
                yield from _of_question(indicator, indicator.data, indicator.unit)
        for tracker in context.theory.trackers.values():
            if tracker.data is None:
                help_ = "add 'data' with 'file', 'each' and 'time'"
                yield of_entry(tracker, "has no data to count", help_)
            else:
                yield from _of_table(tracker, tracker.data)


def _of_table(entry: Entry, data: DataTable) -> Iterator[Problem]:
    if data.file and data.connection:
        help_ = "keep 'file', or 'connection' with 'table'"
        yield of_entry(entry, "names both a file and a database for its data", help_, "data")
    elif data.connection and not data.table:
        help_ = "add 'table'"
        yield of_entry(entry, f"names no table of '{data.connection}'", help_, "data")
    elif not (data.file or data.connection):
        help_ = "add 'file', or 'connection' with 'table'"
        yield of_entry(entry, "does not say where its data are", help_, "data")
    if not data.time:
        help_ = "add 'time' with the column of the period"
        yield of_entry(entry, "has data with no period", help_, "data")


def _of_question(entry: Entry, data: IndicatorData, unit: str) -> Iterator[Problem]:
    if data.statistic not in _COUNTED and not data.column:
        help_ = "add 'column', or count the rows with 'statistic: count'"
        yield of_entry(entry, f"has a {data.statistic} without a column", help_, "data")
    if data.statistic in _COUNTED and data.column:
        help_ = "leave 'column' out, or use 'statistic: mean' or another"
        message = f"counts rows, so the column '{data.column}' has no meaning"
        yield of_entry(entry, message, help_, "data", "column")
    if data.statistic not in _COUNTED and data.of:
        help_ = "put the criteria into 'where'"
        yield of_entry(
            entry, f"has a {data.statistic}, which is not a share of rows", help_, "data", "of"
        )
    if data.statistic is Statistic.COUNT and is_percent(unit):
        help_ = "write 'statistic: share', or another unit"
        yield of_entry(entry, "is a count with the unit per cent", help_, "data")
