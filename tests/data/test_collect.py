"""Figures from files: what is counted, what is said of data that do not fit, and the limits."""

import json
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter
from sqlglot import parse_one

import tocmodel
from tocmodel.data.files import open_file
from tocmodel.syntax import parse

HERE = Path(__file__).parent
CASES: dict[str, Any] = parse((HERE / "cases.yaml").read_text(encoding="utf-8"), "cases.yaml").data
ROWS = [line.split(",") for line in CASES["pupils"].splitlines()]


def write_csv(path: Path) -> None:
    path.write_text(CASES["pupils"], encoding="utf-8-sig", newline="\r\n")


def write_parquet(path: Path) -> None:
    csv = path.with_suffix(".csv")
    write_csv(csv)
    duckdb.sql(f"COPY (FROM read_csv('{csv}')) TO '{path}'")


def write_workbook(path: Path) -> None:
    """As people have it: a sheet before the one with data, and numbers that are numbers."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Read me").write(0, 0, "Notes")
        sheet = book.add_worksheet("Pupils")
        for place, row in enumerate(ROWS):
            for column, cell in enumerate(row):
                is_number = place and cell.replace(".", "").isdigit()
                sheet.write(place, column, float(cell) if is_number else cell)


WRITE = {"csv": write_csv, "parquet": write_parquet, "xlsx": write_workbook}


def theory_with(folder: Path, data: dict[str, Any], **indicator: Any) -> Path:
    path = folder / "zone.toc.json"
    entry = {"title": "I", "data": data, **indicator}
    path.write_text(json.dumps({"tocmodel": 1, "title": "T", "indicators": {"i": entry}}))
    return path


def told(path: Path) -> dict[str, Any]:
    found = tocmodel.collect(path)
    figures = {}
    for item in found.figures:
        group = " ".join(item.figure.by.values())
        value = [item.figure.value, item.figure.of, item.rows, item.unknown]
        figures[f"{item.figure.period} {group}".strip()] = [one for one in value if one is not None]
    findings = [_line(item) for item in found.findings]
    return {
        **({"figures": figures} if figures else {}),
        **({"findings": findings} if findings else {}),
        **({"notes": list(found.notes)} if found.notes else {}),
    }


def _line(item: tocmodel.Finding) -> str:
    place = "/".join(map(str, item.pointer[2:]))
    message = item.message.removeprefix("indicator 'i': ")
    return f"{place}: {message}" + (f" | {item.help}" if item.help else "")


@pytest.mark.parametrize("name", CASES["cases"])
def test_a_question_has_its_answer(name: str, tmp_path: Path) -> None:
    case = CASES["cases"][name]
    write_csv(tmp_path / "pupils.csv")
    unit = {"unit": case["unit"]} if "unit" in case else {}
    path = theory_with(tmp_path, {"file": "pupils.csv", **case["data"]}, **unit)
    assert told(path) == {key: value for key, value in case.items() if key not in ("data", "unit")}


@pytest.mark.parametrize("ending", WRITE)
def test_every_kind_of_file_gives_the_same_figures(ending: str, tmp_path: Path) -> None:
    WRITE[ending](tmp_path / f"pupils.{ending}")
    sheet = {"sheet": "pupils"} if ending == "xlsx" else {}
    for case in CASES["alike"]:
        data = {"file": f"pupils.{ending}", **sheet, **CASES["cases"][case]["data"]}
        unit = CASES["cases"][case].get("unit", "")
        found = told(theory_with(tmp_path, data, unit=unit))
        assert found["figures"] == CASES["cases"][case]["figures"]


def test_a_file_outside_the_project_is_not_read(tmp_path: Path) -> None:
    write_csv(tmp_path / "pupils.csv")
    inner = tmp_path / "project"
    inner.mkdir()
    (inner / "linked.csv").symlink_to(tmp_path / "pupils.csv")
    (inner / "data[1].csv").touch()
    found = [told(theory_with(inner, {"file": name})) for name in CASES["refused"]]
    assert [item["findings"] for item in found] == [[text] for text in CASES["refused"].values()]


def test_a_name_is_a_name_whatever_is_in_it(tmp_path: Path) -> None:
    hostile = 'a"" ; drop table x; --'
    quoted = hostile.replace('"', '""')
    (tmp_path / "p.csv").write_text(f'"{quoted}",name\n1,x\n2,x\n', encoding="utf-8")
    data = {"file": "p.csv", "where": {hostile: {"above": 1}}, "by": [hostile]}
    figures = {"": [1, 2, 2, 0], "1": [0, 1, 1, 0], "2": [1, 1, 1, 0]}
    assert told(theory_with(tmp_path, data))["figures"] == figures


def test_a_text_stays_a_text_whatever_is_in_it(tmp_path: Path) -> None:
    hostile = "x' OR 1=1; --"
    (tmp_path / "p.csv").write_text(f'name\n"{hostile}"\nother\n', encoding="utf-8")
    data = {"file": "p.csv", "where": {"name": hostile}}
    assert told(theory_with(tmp_path, data))["figures"] == {"": [1, 2, 2, 0]}


def test_duckdb_can_read_the_one_file_and_nothing_else(tmp_path: Path) -> None:
    write_csv(tmp_path / "pupils.csv")
    (tmp_path / "other.csv").write_text("secret\n1\n")
    opened = open_file(tocmodel.IndicatorData(file="pupils.csv"), str(tmp_path / "zone.toc.yaml"))
    for sql in (
        f"SELECT * FROM read_csv('{tmp_path}/other.csv')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM 'https://example.org/a.csv'",
        f"COPY (SELECT 1) TO '{tmp_path}/written.csv'",
        "INSTALL excel",
        "LOAD httpfs",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SELECT * FROM sql",  # a variable of Python
    ):
        with pytest.raises(tocmodel.TocModelError):
            opened.engine.rows(parse_one(sql, dialect="duckdb"))  # type: ignore[arg-type]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.csv", "pupils.csv"]


def test_a_theory_without_a_file_has_no_data() -> None:
    theory = tocmodel.TheoryOfChange(
        title="T", indicators={"i": {"title": "I", "data": {"file": "a.csv"}}}
    )
    with pytest.raises(tocmodel.TocModelError, match="has no file"):
        tocmodel.collect(theory)


def test_without_the_extra_it_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    advice = r"^Data need more software: pip install 'tocmodel\[data\]'$"
    with pytest.raises(tocmodel.TocModelError, match=advice):
        tocmodel.collect(theory_with(tmp_path, {"file": "pupils.csv"}))
