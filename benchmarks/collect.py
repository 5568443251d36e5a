"""Count the pupils of a tracker in ten million rows, against DuckDB alone with SQL written by hand.

    python benchmarks/collect.py              about two minutes; --rows 1000000 is quicker

Both are whole processes over the same Parquet file, and their answers are compared. The best of
three rounds counts: what else the machine does can only add to it. Counting is the processor time
without that of a start, which is measured on 600 rows.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from time import monotonic

from measure import Row, at_most, table
from pupils import write_parquet

SIGNS = {
    "attendance": "attendance < 90",
    "behaviour": "incidents >= 3",
    "bereaved": "bereaved",
    "moved": "moved_home",
    "custody": "custody",
    "carer": "carer",
    "ill": "ill",
    "progress": "progress < 0",
}
THEORY = """\
tocmodel: 1
title: Generated pupils
imagined: true
trackers:
  pastoral:
    title: Pastoral tracker
    data: {file: pupils.parquet, each: pupil, time: term, by: [school]}
    signs:
      attendance: {column: attendance, below: 90}
      behaviour: {column: incidents, at_least: 3}
      bereaved: {column: bereaved, is: true}
      moved: {column: moved_home, is: true}
      custody: {column: custody, is: true}
      carer: {column: carer, is: true}
      ill: {column: ill, is: true}
      progress: {column: progress, below: 0}
    tips:
      flagged:
        any: [attendance, behaviour, bereaved, moved, custody, carer, ill, progress]
        how_many: 3
"""
OFFERS = """\
      tipped: {any: [attendance, behaviour], and: [progress]}
    offers:
      meeting:
        for: [attendance, bereaved]
        tier: individual
        given: {column: family_meeting, is: true}
      mentor: {for: [behaviour], tier: targeted, given: {column: mentor, is: true}}
    back_on_track: {without: [progress]}
"""

FLAGGED = " + ".join(f"coalesce({rule}, false)::int" for rule in SIGNS.values())
EACH = ", ".join(f"count(*) FILTER ({rule})" for rule in SIGNS.values())
BY_HAND = f"""
    SELECT term, school, count(*), count(*) FILTER ({FLAGGED} >= 3), {EACH}
    FROM read_parquet('pupils.parquet') GROUP BY term, school
"""
SUPPORTED = "(family_meeting OR mentor)"
TIPPED = "(attendance < 90 OR incidents >= 3) AND progress < 0"
WHOLE_BY_HAND = f"""
    SELECT term, school, count(*), count(*) FILTER ({FLAGGED} >= 3), count(*) FILTER ({TIPPED}),
        count(*) FILTER {SUPPORTED}, count(*) FILTER ({SUPPORTED} AND {TIPPED}), {EACH},
        count(*) FILTER (family_meeting), count(*) FILTER (mentor),
        {
    ", ".join(
        f"count(*) FILTER ({rule} AND {given})"
        for rule in SIGNS.values()
        for given in ("family_meeting", "mentor")
    )
}
    FROM read_parquet('pupils.parquet') GROUP BY term, school
"""
FOLLOWED_BY_HAND = f"""
    WITH terms AS (SELECT term, lead(term) OVER (ORDER BY term) AS later
                   FROM (SELECT DISTINCT term FROM read_parquet('pupils.parquet'))),
    now AS (SELECT pupil, school, term, later FROM read_parquet('pupils.parquet')
            JOIN terms USING (term) WHERE {SUPPORTED} AND progress < 0)
    SELECT now.term, now.school, count(*), count(*) FILTER (p.progress >= 0)
    FROM now JOIN read_parquet('pupils.parquet') p ON p.pupil = now.pupil AND p.term = now.later
    GROUP BY 1, 2
"""
RUN = """
import duckdb, json, sys
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
print(json.dumps([connection.execute(query).fetchall() for query in sys.argv[1:]]))
"""
Measured = tuple[float, float, float, str]
"""Seconds, seconds of processor time, MiB at most, and what was printed."""


def run(*command: str) -> Measured:
    """Run a process and measure it."""
    started, (reading, writing) = monotonic(), os.pipe()
    child = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading)],
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{command}: status {status}")
    return monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text


def best(commands: dict[str, tuple[str, ...]]) -> dict[str, Measured]:
    """The best of three rounds of each, one after another so that a busy machine is fair to all."""
    rounds = [{name: run(*command) for name, command in commands.items()} for _ in range(3)]
    return {
        name: (*(min(one[name][i] for one in rounds) for i in range(3)), rounds[0][name][3])
        for name in commands
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        write_parquet(folder / "pupils.parquet", given.rows)
        Path("rule.toc.yaml").write_text(THEORY)
        Path("whole.toc.yaml").write_text(THEORY + OFFERS)
        write_parquet(folder / "few.parquet", 600)
        Path("start.toc.yaml").write_text(THEORY.replace("pupils.parquet", "few.parquet"))
        python = sys.executable
        asked = (python, "-m", "tocmodel", "tracker", "-q", "-f", "json")
        found = best(
            {
                "start, by hand": (python, "-c", RUN, BY_HAND.replace("pupils.", "few.")),
                "start, tocmodel": (*asked, "start.toc.yaml"),
                "rule, by hand": (python, "-c", RUN, BY_HAND),
                "rule, tocmodel": (*asked, "rule.toc.yaml"),
                "whole, by hand": (python, "-c", RUN, WHOLE_BY_HAND, FOLLOWED_BY_HAND),
                "whole, tocmodel": (*asked, "whole.toc.yaml"),
            },
        )
    _compare(found["rule, by hand"][3], found["rule, tocmodel"][3])
    rows = [
        Row(f"start on 600 rows: {who}", _words(found[f"start, {who}"]))
        for who in ("by hand", "tocmodel")
    ]
    for what in ("rule", "whole"):
        hand, ours = found[f"{what}, by hand"], found[f"{what}, tocmodel"]
        counting = [
            one[1] - start[1]
            for one, start in ((ours, found["start, tocmodel"]), (hand, found["start, by hand"]))
        ]
        title = {"rule": "3 of 8 signs", "whole": "the whole tracker"}[what]
        rows += [
            Row(
                f"{title}: DuckDB by hand",
                f"{hand[0]:.1f} s, {hand[1]:.1f} s CPU, {hand[2]:.0f} MiB",
            ),
            Row(f"{title}: tocmodel", f"{ours[0]:.1f} s, {ours[1]:.1f} s CPU, {ours[2]:.0f} MiB"),
            at_most(f"{title}: counting, by that by hand", counting[0] / counting[1], 1.5),
            at_most(f"{title}: memory", ours[2], 300, "MiB"),
        ]
    print(f"{given.rows:,} rows; the same counts by both\n{table(rows)}")


def _words(found: Measured) -> str:
    return f"{found[0]:.1f} s, {found[1]:.1f} s of processor time, {found[2]:.0f} MiB"


def _compare(by_hand: str, ours: str) -> None:
    [expected] = json.loads(by_hand)
    counts = {(row["period"], row["by"].get("school")): row for row in json.loads(ours)}
    for term, school, pupils, flagged, *signs in expected:
        row = counts[term, school]
        found = [
            row["pupils"],
            row["tips"]["flagged"],
            *(x["pupils"] for x in row["signs"].values()),
        ]
        if found != [pupils, flagged, *signs]:
            sys.exit(f"the counts of {school} in {term} differ: {found}")


if __name__ == "__main__":
    main()
