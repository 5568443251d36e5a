"""Ask Spark the questions of ``engine_questions`` and compare with DuckDB: ``nox -s spark``.

Not a test of the suite: Spark needs Java, and half a minute to start. The text of its queries is
kept in ``queries.spark.sql``, which the suite does compare.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from engine_questions import CSV, answers

from tocmodel.config import Config
from tocmodel.data.connections import connect
from tocmodel.data.files import open_file
from tocmodel.model import DataTable
from tocmodel.version import __version__


def main() -> None:
    """Print a line for each question, and end with status 1 if an answer differs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pupils.parquet")
        duckdb.sql(f"COPY (FROM read_csv('{CSV}')) TO '{path}'")
        opened = open_file(DataTable(file=path.name), str(Path(folder, "zone.toc.yaml")))
        expected = answers(opened.engine, opened.source.name)
        os.environ["LAKE"] = "local[2]"
        started = time.monotonic()
        engine = connect("lake", Config(connections={"lake": "LAKE"}))
        from pyspark.sql import SparkSession  # noqa: PLC0415

        session = SparkSession.builder.getOrCreate()
        session.read.parquet(str(path)).createOrReplaceTempView("pupils")
        print(f"tocmodel {__version__}, DuckDB {duckdb.__version__}, Spark {session.version}")
        print(f"Spark started in {time.monotonic() - started:.1f} s")
        found = answers(engine, "pupils")
        session.stop()
    for name, rows in expected.items():
        is_equal = found[name] == rows
        print(f"{name:10} {len(rows):4} rows  {'equal' if is_equal else 'DIFFERENT'}")
    if found != expected:
        sys.exit("Spark and DuckDB differ")
    print("Spark and DuckDB give the same answers.")


if __name__ == "__main__":
    main()
