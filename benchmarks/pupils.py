"""Generate pupils, term by term: no pupil, no school and no register lies behind them.

    python benchmarks/pupils.py pupils.csv --pupils 1200      the tracker of one school, six terms
    python benchmarks/pupils.py pupils.parquet --rows 10000000

The same numbers come out each time. Every row of a CSV file says that it is imagined.
"""

import argparse
import csv
from pathlib import Path
from random import Random

import duckdb

COLUMNS = (
    *("imagined", "pupil", "term", "school", "sex", "attendance", "incidents", "bereaved"),
    *("progress", "family_meeting", "reading_club"),
)
TERMS = ("2023/2024-autumn", "2023/2024-spring", "2023/2024-summer")
LATER = ("2024/2025-autumn", "2024/2025-spring", "2024/2025-summer")


def pupils(count: int, terms: tuple[str, ...], seed: int = 8) -> list[tuple[object, ...]]:
    """Return a row for each pupil in each term; who is helped tends to do better in the next."""
    random, rows = Random(seed), []
    for number in range(1, count + 1):
        school = random.choice(["Quay Primary", "Hill Primary"])
        sex = random.choice(["girls", "boys"])
        bereaved = random.random() < 0.06
        attendance, progress = random.gauss(94, 5), random.gauss(0.6, 1.1)
        for term in terms:
            incidents = max(0, round(random.gauss(0.6, 1.6)))
            is_tipped = (attendance < 90 or incidents >= 3) and progress < 0
            meeting = is_tipped and random.random() < 0.7
            club = attendance < 90 and random.random() < 0.5
            shown = "" if random.random() < 0.01 else f"{min(100, attendance):.1f}"
            rows.append(
                (
                    *("yes", f"P{number:04}", term, school, sex, shown, incidents),
                    *("yes" if flag else "no" for flag in (bereaved,)),
                    f"{progress:.1f}",
                    *("yes" if flag else "no" for flag in (meeting, club)),
                )
            )
            attendance += random.gauss(3 if meeting or club else -0.2, 2)
            progress += random.gauss(1.8 if meeting else 0, 0.6)
    return rows


def write_csv(path: Path, rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])


def write_parquet(path: Path, rows: int) -> None:
    """Write pupil-terms: each pupil in six terms, 400 schools of them in ten million rows."""

    def chance(salt: int) -> str:
        """A number from 0 to 1 that depends on the row alone."""
        mixed = f"(((i + {salt}) * 1103515245 + 12345) % 2147483648) * 48271 % 2147483647"
        return f"({mixed} / 2147483647.0)"

    def at(salt: int, share: float) -> str:
        return f"{chance(salt)} < {share}"

    terms = ", ".join(f"'{term}'" for term in (*TERMS, *LATER))
    query = f"""
        SELECT i // 6 AS pupil, ([{terms}])[i % 6 + 1] AS term,
            'School ' || (i // 6 % {max(1, rows // 25_000)}) AS school,
            round(75 + 25 * sqrt({chance(1)}), 1) AS attendance,
            CAST(floor(5 * {chance(2)} * {chance(3)}) AS INTEGER) AS incidents,
            {at(4, 0.06)} AS bereaved, {at(5, 0.05)} AS moved_home, {at(6, 0.03)} AS custody,
            {at(7, 0.1)} AS carer, {at(8, 0.12)} AS ill, {at(9, 0.07)} AS arrears,
            round(4 * {chance(10)} - 1, 1) AS progress,
            {at(11, 0.05)} AS family_meeting, {at(12, 0.1)} AS mentor
        FROM range({rows}) AS numbers(i)
    """
    duckdb.sql(f"COPY ({query}) TO '{path}' (FORMAT parquet)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--pupils", type=int, default=1_200)
    parser.add_argument("--terms", type=int, default=6)
    parser.add_argument("--rows", type=int, default=10_000_000)
    given = parser.parse_args()
    if given.path.suffix == ".parquet":
        write_parquet(given.path, given.rows)
    else:
        write_csv(given.path, pupils(given.pupils, (*TERMS, *LATER)[: given.terms]))


if __name__ == "__main__":
    main()
