"""Measure monitoring: the table of indicators and their progress over 10,000 figures.

    python benchmarks/monitoring.py             about ten seconds

Each is compared with reading the same file in the same run.
"""

from collections.abc import Iterator

from measure import Row, at_most, best_of_functions, table

from tocmodel import loads
from tocmodel.analysis.progress import progress
from tocmodel.analysis.totals import totals
from tocmodel.layout.trends.place import layout_trends
from tocmodel.model import TheoryOfChange
from tocmodel.tables.monitoring import monitoring_rows
from tocmodel.tables.trends import to_trends

INDICATORS, FIGURES = 500, 20
"""So many indicators, and figures of each: a baseline, two targets, and the rest observed."""

_YEARS = range(2003, 2003 + FIGURES)


def theory_text(indicators: int = INDICATORS) -> str:
    """Return a file with indicators that rise and fall, each with figures of many years."""
    lines = ["tocmodel: 1", "title: A zone that counts", "year_begins: september", "outcomes:"]
    lines += [f"  o{n}: {{title: Change {n}, horizon: short}}" for n in range(indicators)]
    lines.append("indicators:")
    for number in range(indicators):
        start, step = 20 + number % 50, 1 if number % 2 else -1
        values = [start + step * place / 2 for place in range(FIGURES)]
        figures = [
            f"{{value: {value}, of: {200 + place}, period: {year}/{year + 1}}}"
            for place, (year, value) in enumerate(zip(_YEARS, values, strict=True))
        ]
        lines += [
            f"  i{number}:",
            f"    title: Sign {number}",
            f"    measures: [o{number}]",
            "    unit: percent",
            f"    better: {'higher' if number % 2 else 'lower'}",
            f"    baseline: {figures[0]}",
            f"    target: [{figures[FIGURES // 2]}, {figures[-1]}]",
            "    observations:",
            *(f"      - {figure}" for figure in figures[1:-2]),
        ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table."""
    print(table([*rows()]))


def rows(rounds: int = 5) -> Iterator[Row]:
    """Yield what each kind of work takes, as a part of reading the file."""
    text = theory_text()
    theory = loads(text)
    both = TheoryOfChange(
        title="Both",
        includes={id_: {"title": id_, "theory": theory} for id_ in ("harbour", "hill")},
    )
    found = progress(theory)
    work = {
        "the table of indicators": (lambda: monitoring_rows(theory), 1.0),
        "the progress of indicators": (lambda: progress(theory), 1.0),
        "adding up two such theories": (lambda: totals(both), 4.0),
        "a picture with a chart for each": (lambda: layout_trends(to_trends(found)), 4.0),
    }
    functions = [lambda: loads(text), *(function for function, _ in work.values())]
    reading, *taken = best_of_functions(functions, rounds)
    for (name, (_, goal)), seconds in zip(work.items(), taken, strict=True):
        what = f"{name}, {INDICATORS * FIGURES:,} figures, against reading them"
        yield at_most(what, seconds / reading, goal)


if __name__ == "__main__":
    main()
