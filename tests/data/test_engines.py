"""One syntax tree, three engines: the text for each is kept, and real servers answer alike."""

from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest
from engine_questions import CSV, TRUTHS, answers, rows, sql
from postgresql_server import is_installed, server
from sqlglot import parse_one

import tocmodel
from tocmodel.config import Config
from tocmodel.data.connections import connect
from tocmodel.data.files import open_file
from tocmodel.model import DataTable

HERE = Path(__file__).parent
COLUMN_TYPES = {
    "attendance": "double precision",
    "progress": "double precision",
    "incidents": "int",
    **dict.fromkeys(TRUTHS, "boolean"),
}


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_the_text_of_every_query_is_kept(dialect: str, kept: Any) -> None:
    kept(HERE / f"queries.{dialect}.sql", sql(dialect).encode())


@pytest.fixture(scope="module")
def by_duckdb(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The answers of DuckDB about a Parquet file with typed columns."""
    folder = tmp_path_factory.mktemp("data")
    duckdb.sql(f"COPY (FROM read_csv('{CSV}')) TO '{folder}/pupils.parquet'")
    theory = str(folder / "zone.toc.yaml")
    opened = open_file(DataTable(file="pupils.parquet"), theory)
    return answers(opened.engine, opened.source.name)


def test_duckdb_counts_what_python_counts(by_duckdb: dict[str, Any]) -> None:
    names, lines = rows()
    pupils = [dict(zip(names, line, strict=True)) for line in lines]
    girls = [
        row
        for row in pupils
        if (row["sex"], row["school"], row["term"]) == ("girls", "Hill Primary", "2023/2024-autumn")
    ]
    known = [row for row in girls if row["attendance"] is not None]
    often = sum(row["attendance"] < 90 for row in known)
    row = ("2023/2024-autumn", "Hill Primary", often, len(known), len(girls) - len(known), None)
    assert row in by_duckdb["share"]
    assert by_duckdb["pupils"] == [(len(pupils),)]
    total = [sum(row[3] for row in by_duckdb["tracker"] if row[0] == "2023/2024-autumn")]
    signs = [row for row in pupils if row["term"] == "2023/2024-autumn" and row["attendance"]]
    assert total == [sum(row["attendance"] < 90 for row in signs)]


@pytest.fixture(scope="module")
def postgresql(require: Any) -> Any:
    """The address of a server that runs for these tests."""
    require(is_installed(), "PostgreSQL is not installed: apt-get install postgresql")
    with server() as address:
        _fill(address)
        yield address


def _fill(address: str) -> None:
    names, lines = rows()
    types = {name: COLUMN_TYPES.get(name, "text") for name in names}
    with psycopg.connect(address) as connection:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
        connection.execute(f"CREATE SCHEMA schools; CREATE TABLE schools.pupils ({columns})")
        with connection.cursor().copy("COPY schools.pupils FROM STDIN") as copy:
            for line in lines:
                copy.write_row(line)


def test_postgresql_gives_the_same_answers(
    postgresql: str, by_duckdb: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAREHOUSE_URL", postgresql)
    engine = connect("warehouse", Config(connections={"warehouse": "WAREHOUSE_URL"}))
    try:
        assert answers(engine, "schools.pupils") == by_duckdb
    finally:
        engine.close()


def test_a_theory_reads_a_table_of_postgresql_and_changes_nothing(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAREHOUSE_URL", postgresql)
    (tmp_path / "tocmodel.toml").write_text('[connections]\nwarehouse = "WAREHOUSE_URL"\n')
    path = tmp_path / "zone.toc.yaml"
    path.write_text(
        "tocmodel: 1\ntitle: T\nindicators:\n  i:\n    title: I\n    unit: percent\n"
        "    data:\n      connection: warehouse\n      table: schools.pupils\n"
        "      where: {attendance: {below: 90}}\n      statistic: share\n      time: term\n"
    )
    found = tocmodel.collect(path)
    assert [(item.figure.period, item.figure.value, item.rows) for item in found.figures] == [
        ("2023/2024-autumn", 15, 120),
        ("2023/2024-spring", 18.3, 120),
        ("2023/2024-summer", 18.5, 119),
    ]
    text = path.read_text().replace("{attendance: {below: 90}}", "{sex: {below: 90}}")
    path.write_text(text.replace("time: term", "time: trem"))
    assert [finding.message for finding in tocmodel.collect(path).findings] == [
        "indicator 'i': 'schools.pupils in warehouse' has no column 'trem'; did you mean 'term'?"
    ]
    path.write_text(text)
    [finding] = tocmodel.collect(path).findings
    of = "column 'sex' of 'schools.pupils in warehouse'"
    assert finding.message == f"indicator 'i': {of} has text where it needs numbers"
    with psycopg.connect(postgresql) as connection:
        assert connection.execute("SELECT count(*) FROM schools.pupils").fetchone() == (360,)


def test_a_database_is_read_only(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAREHOUSE_URL", postgresql)
    engine = connect("warehouse", Config(connections={"warehouse": "WAREHOUSE_URL"}))
    for text in ("DROP TABLE schools.pupils", "CREATE TABLE schools.more (a int)"):
        with pytest.raises(tocmodel.TocModelError, match=r"read-only transaction|aborted"):
            engine.rows(parse_one(text, dialect="postgres"))
    engine.close()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("", "the environment has no WAREHOUSE_URL, which holds the address of 'warehouse'"),
        ("mysql://a:secret@b/c", "the address of 'warehouse' in WAREHOUSE_URL begins with none of"),
        ("postgresql://a:secret@[b/c", "the address of 'warehouse' cannot be read"),
        ("postgresql://a:secret@127.0.0.1:1/c", "cannot reach 'warehouse': "),
    ],
)
def test_what_is_wrong_with_an_address_is_said_without_its_password(
    address: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAREHOUSE_URL", address)
    with pytest.raises(tocmodel.TocModelError) as caught:
        connect("warehouse", Config(connections={"warehouse": "WAREHOUSE_URL"}))
    assert str(caught.value).startswith(message)
    assert "secret" not in str(caught.value)


def test_a_misspelt_connection_has_its_nearest_fix() -> None:
    with pytest.raises(
        tocmodel.TocModelError, match="no connection 'warehose'; did you mean 'wareh"
    ):
        connect("warehose", Config(connections={"warehouse": "WAREHOUSE_URL"}))
