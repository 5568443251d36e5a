"""Every format of a report, whole, against a kept file and against those who read it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from sample_report import REPORT

from tocmodel.formats import WriterInput, find_format, names_from
from tocmodel.report.findings import Report
from tocmodel.report.findings.text import write as write_text
from tocmodel.schema import load_schema

NAMES = names_from(WriterInput.FINDINGS)


def reporter(name: str) -> Callable[..., Any]:
    """The function that writes a report in a format."""
    return find_format(name, WriterInput.FINDINGS).write


KEPT = Path(__file__).parents[2] / "snapshots" / "reports"


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_written_as_it_is_kept(name: str, kept: Callable[[Path, bytes], None]) -> None:
    kept(KEPT / f"report.{name}.txt", reporter(name)(REPORT).encode())


def test_colour_adds_codes_and_takes_no_word_away(kept: Callable[[Path, bytes], None]) -> None:
    coloured = write_text(REPORT, colour=True)
    kept(KEPT / "report.colour.txt", coloured.encode())


@pytest.mark.parametrize("name", NAMES)
def test_a_report_without_files_is_written_too(name: str) -> None:
    assert reporter(name)(Report(version="0.1.0")).endswith("\n")


def test_json_is_as_its_schema_says() -> None:
    report = json.loads(reporter("json")(REPORT))
    jsonschema.Draft202012Validator(load_schema("findings")).validate(report)
    assert report["summary"] == {"errors": 1, "warnings": 2, "advice": 2}


def places(data: Any) -> list[tuple[str, str, int | None, int | None]]:
    """Code, file, line and column of each finding, as one JSON report has them."""
    return [(item["code"], item["file"], item["line"], item["column"]) for item in data["findings"]]


def test_every_format_says_the_same_of_the_same_findings() -> None:
    expected = places(json.loads(reporter("json")(REPORT)))
    log = json.loads(reporter("sarif")(REPORT))
    from_sarif = []
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place.get("region", {})
        from_sarif.append(
            (
                result["ruleId"],
                place["artifactLocation"]["uri"].replace("%20", " "),
                region.get("startLine"),
                region.get("startColumn"),
            )
        )
    assert from_sarif == expected
    cases = ElementTree.fromstring(reporter("junit")(REPORT)).iter("testcase")
    from_junit = [case.attrib["name"].split()[0] for case in cases]
    assert sorted(from_junit) == sorted(["clean", *(code for code, *_ in expected)])
    commands = [line for line in reporter("github")(REPORT).splitlines() if line[:2] == "::"]
    from_github = [line.partition("title=")[2].split()[0] for line in commands]
    assert from_github == [code for code, *_ in expected]


def test_what_counts_as_failed_in_junit_is_what_makes_the_run_fail() -> None:
    suites = ElementTree.fromstring(reporter("junit")(REPORT))
    assert REPORT.failed
    assert suites.attrib["failures"] == "3"
    assert len(list(suites.iter("failure"))) == 3


def test_a_fingerprint_stays_when_lines_move_and_tells_like_findings_apart() -> None:
    results = json.loads(reporter("sarif")(REPORT))["runs"][0]["results"]
    prints = [result["partialFingerprints"]["finding/v1"] for result in results]
    assert len(set(prints)) == len(prints)


@pytest.fixture
def complaints(
    tmp_path: Path, node_modules: Path, require: Callable[[bool, str], None]
) -> Callable[[str], list[str]]:
    """What Microsoft's validator, with the rules of GitHub code scanning, has against a log."""
    tool = node_modules / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    require(
        tool.is_file() and sys.platform == "linux",
        "needs npm's @microsoft/sarif-multitool; see TOCMODEL_NODE_MODULES",
    )

    def validate(log: str) -> list[str]:
        path = tmp_path / "findings.sarif"
        path.write_text(log, encoding="utf-8")
        run = subprocess.run(
            [tool, "validate", path, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        )
        assert "1 files scanned" in run.stdout
        found = re.findall(r"(error|warning) ([A-Z]+[0-9]+)", run.stdout)
        return sorted({f"{level} {code}" for level, code in found})

    return validate


def test_sarif_multitool_has_no_error_against_it(
    complaints: Callable[[str], list[str]],
) -> None:
    # SARIF2005 asks for the address of a web site; 2017 for the line of a finding without one.
    assert complaints(reporter("sarif")(REPORT)) == ["warning SARIF2005", "warning SARIF2017"]


def test_sarif_multitool_would_say_what_is_missing(
    complaints: Callable[[str], list[str]],
) -> None:
    broken = reporter("sarif")(REPORT).replace('"version": "2.1.0",', "", 1)
    assert complaints(broken) == ["error JSON1002"]
