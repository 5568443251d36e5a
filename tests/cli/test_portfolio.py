"""``tocmodel portfolio``: many theories as a table, as data, as a heat map and as a report."""

import csv
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from cli_types import Run

from tocmodel.schema.schema_files import load_schema

ZONE = """\
tocmodel: 1
title: {title}
frameworks: [resilience]
conditions:
  poor: {{title: Many families are poor}}
interventions:
  visits: {{title: Home visits, tier: {tier}, odds: beat}}
outcomes:
  ready: {{title: Children are ready for school, horizon: short}}
indicators:
  score: {{title: Score, measures: [ready], better: higher, baseline: 1, target: 4}}
"""

MOOR = "Moor (moor.toc.yaml)"

FRAMEWORK = """\
tocmodel_framework: 1
id: ours
title: Ours
dimensions:
  d: {title: D, classifies: [outcomes], categories: {NAME: {title: NAME}}}
"""

LIST = """\
Harbour
  File: zones/harbour.toc.yaml
  Findings: 7 warnings, 3 advice
  Indicators: 1 (1 no data yet)
  Outcomes with evidence of change: 0 of 1
  Frameworks: resilience 1 of 53

Moor (moor.toc.yaml)
  File: zones/moor.toc.yaml
  Findings: 7 warnings, 3 advice
  Indicators: 1 (1 no data yet)
  Outcomes with evidence of change: 0 of 1
  Frameworks: resilience 1 of 53

Moor (other.toc.yaml)
  File: zones/other.toc.yaml
  Findings: none
  Indicators: none

zones/empty.toc.yaml
  File: zones/empty.toc.yaml
  Problem: it holds no valid theory: the file is empty (line 1)
"""


@pytest.fixture(autouse=True)
def zones(folder: Path) -> Path:
    """Two zones, another theory with the title of one of them, an empty file, and notes."""
    place = folder / "zones"
    place.mkdir()
    for name, tier in (("harbour", "targeted"), ("moor", "universal")):
        text = ZONE.format(title=name.capitalize(), tier=tier)
        (place / f"{name}.toc.yaml").write_text(text, encoding="utf-8")
    (place / "other.toc.yaml").write_text("tocmodel: 1\ntitle: Moor\nkind: part\n")
    (place / "empty.toc.yaml").write_text("")
    (place / "notes.md").write_text("notes")
    return place


def test_it_lists_each_theory_and_what_could_not_be_read(run: Run) -> None:
    done = run("portfolio", "zones")
    listed, _, summary = done.stdout.rpartition("\n\n")
    assert [*filter(None, listed.split("\n\n"))] == sorted(
        LIST.rstrip("\n").split("\n\n"), key=_file
    )
    assert summary.splitlines()[0] == "4 theories; 1 of them could not be read."
    assert summary.splitlines()[2:] == [
        "Indicators: 2 (2 no data yet).",
        "Passed over: 1 file that is not a theory.",
    ]
    message = "it holds no valid theory: the file is empty (line 1)"
    assert (done.exit_code, done.stderr) == (1, f"Error: 'zones/empty.toc.yaml': {message}\n")


def _file(part: str) -> str:
    return part.partition("File: ")[2].partition("\n")[0]


def test_the_table_has_numbers_and_none_for_what_could_not_be_read(run: Run) -> None:
    text = run("portfolio", "zones", "-f", "csv").stdout.strip("\ufeff")
    rows = list(csv.DictReader(text.splitlines()))
    empty, harbour, *_ = rows
    assert (empty["problem"][:24], empty["errors"], empty["elements"]) == (
        "it holds no valid theory",
        "1",
        "",
    )
    assert (harbour["elements"], harbour["indicators"], harbour["no data yet"]) == ("4", "1", "1")
    assert (harbour["met"], harbour["resilience covered"]) == ("0", "1")
    assert [row["resilience categories"] for row in rows] == ["", "53", "53", ""]


def test_it_is_data_as_its_schema_describes(run: Run) -> None:
    data = json.loads(run("portfolio", "zones", "-f", "json").stdout)
    jsonschema.validate(data, load_schema("portfolio"))
    assert [theory["title"] for theory in data["theories"]] == [None, "Harbour", "Moor", "Moor"]
    assert data["theories"][0]["elements"] is None
    assert data["theories"][1]["statuses"] == {"no-data": 1}
    shared = {(one["section"], one["title"]): one for one in data["shared"]}
    assert len(shared) == 4
    visits = shared["interventions", "Home visits"]
    assert (visits["matched_by"], visits["differing"]) == ("title", ["tier"])
    assert [entry["facts"]["tier"] for entry in visits["entries"]] == ["targeted", "universal"]
    assert data["passed_over"] == {"others": 1, "links": 0, "twice": 0}


def test_a_heat_map_has_the_theories_that_use_a_framework(run: Run) -> None:
    text = run("portfolio", "zones", "--heat", "resilience", "--dimension", "odds").stdout
    assert [line.split() for line in text.splitlines() if line.startswith(("Harbour", "Moor"))] == [
        ["Harbour", "1", "gap"],
        ["Moor", "(moor.toc.yaml)", "1", "gap"],
    ]
    assert "1 theory does not name this framework." in text


def test_a_wide_heat_map_is_turned_for_a_picture_only(run: Run) -> None:
    run("portfolio", "zones", "--heat", "resilience", "-o", "heat.svg")
    picture = Path("heat.svg").read_text(encoding="utf-8")
    width, height = (
        float(picture.partition(f'{side}="')[2].split('"')[0].rstrip("pt"))
        for side in ("width", "height")
    )
    assert height > width
    rows = run("portfolio", "zones", "--heat", "resilience", "-f", "csv").stdout.splitlines()
    assert len(rows) == 4  # two rows of headings, and the two theories


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--heat", "resilense"),
            "no theory names the framework 'resilense'; did you mean 'resilience'?",
        ),
        (
            ("--heat", "resilience", "--dimension", "od"),
            "has no dimension 'od'; did you mean 'odds'?",
        ),
        (("--dimension", "odds"), "--dimension is a part of a framework: add --heat FRAMEWORK"),
        (
            ("--sections", "shred", "-f", "markdown"),
            "there is no chapter 'shred'; did you mean 'shared'?",
        ),
        (
            ("--heat", "resilience", "-f", "json"),
            "is written as csv, xlsx, html, text, svg, png or pdf, not json",
        ),
        (("--workers", "0"), "0 is not in the range 1<=x<=1000"),
    ],
)
def test_what_cannot_be_chosen_is_refused(
    arguments: tuple[str, ...], message: str, run: Run
) -> None:
    done = run("portfolio", "zones", *arguments)
    assert (done.exit_code, message in done.stderr) == (2, True), done.stderr


def test_a_heat_map_of_no_framework_says_what_to_add(run: Run) -> None:
    done = run("portfolio", "zones/other.toc.yaml", "--heat", "resilience")
    assert done.stderr == "Error: no theory names a framework: add 'frameworks' to one\n"


def test_two_frameworks_of_one_id_are_not_mixed_up(run: Run, zones: Path) -> None:
    for name in ("a", "b"):
        (zones / f"{name}.framework.yaml").write_text(FRAMEWORK.replace("NAME", name))
        text = f"tocmodel: 1\ntitle: {name}\nframeworks: [{name}.framework.yaml]\n"
        (zones / f"{name}.toc.yaml").write_text(text)
    done = run("portfolio", "zones", "--heat", "ours")
    assert (done.exit_code, "different frameworks by 'ours'" in done.stderr) == (2, True)


def test_the_report_says_what_is_shared_what_differs_and_what_is_missing(run: Run) -> None:
    done = run("portfolio", "zones", "--title", "Our zones", "-o", "zones.md")
    text = Path("zones.md").read_text(encoding="utf-8")
    assert done.exit_code == 1
    for line in (
        "# Our zones",
        "- **zones/empty.toc.yaml**: it holds no valid theory: the file is empty (line 1)",
        f"| Home visits | 2 of 3 | Harbour; {MOOR} | title |",
        f"| Home visits (intervention) | tier | targeted: Harbour; universal: {MOOR} |",
        "- **Home visits** (intervention): not in Moor (other.toc.yaml)",
        "- **No indicator (1 of 3)**: Moor (other.toc.yaml)",
    ):
        assert line in text.splitlines(), line


def test_a_report_can_have_some_chapters_only(run: Run) -> None:
    text = run("portfolio", "zones", "--sections", "gaps", "-f", "markdown").stdout
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## What they lack"]


def test_a_programme_reports_what_its_zones_share(run: Run, zones: Path) -> None:
    (zones / "tocmodel.toml").write_text("")
    includes = "{h: {title: H, file: harbour.toc.yaml}, m: {title: M, file: moor.toc.yaml}}"
    (zones / "town.toc.yaml").write_text(f"tocmodel: 1\ntitle: Town\nincludes: {includes}\n")
    text = run("report", "zones/town.toc.yaml", "--sections", "included").stdout
    assert "| Home visits | 2 of 2 | all | title |" in text.splitlines()
    alone = run("report", "zones/harbour.toc.yaml", "--sections", "included").stdout
    assert "The theory states nothing about this." in alone


def test_workers_give_the_same_answer(run: Run, zones: Path) -> None:
    alone = run("portfolio", "zones", "-f", "csv", "--workers", "1")
    done = subprocess.run(
        [sys.executable, "-m", "tocmodel", "portfolio", "zones", "-f", "csv", "--workers", "2"],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (alone.exit_code, alone.stdout_bytes)
    (zones / "empty.toc.yaml").unlink()
    refused = run("portfolio", "zones", "-o", "zones/moor.toc.yaml", "-f", "csv", "--force")
    assert (refused.exit_code, "is a file that this command reads" in refused.stderr) == (2, True)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="counts processes in /proc")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_no_process_is_left_when_the_command_ends_early(zones: Path, name: str) -> None:
    text = ZONE.format(title="A", tier="universal")
    for number in range(400):
        (zones / f"{number}.toc.yaml").write_text(text)
    command = [
        sys.executable,
        "-m",
        "tocmodel",
        "portfolio",
        "zones",
        "--workers",
        "2",
        "-f",
        "csv",
    ]
    process = subprocess.Popen(
        [*command, "-o", "out.csv"], stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    _wait_for(lambda: len(_group(process.pid)) > 2)
    process.send_signal(getattr(signal, name))
    messages = process.communicate(timeout=60)[1]
    _wait_for(lambda: not _group(process.pid))
    statuses = {"SIGINT": 130, "SIGTERM": 143, "SIGKILL": -9}
    assert process.returncode == statuses[name]
    assert "Traceback" not in messages or name == "SIGKILL"  # of a worker that had just begun
    assert not Path("out.csv").exists()


def _group(leader: int) -> list[int]:
    """The processes of a group that still run."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            state, _, group = (place / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(group) == leader and state != "Z":
            found.append(int(place.name))
    return found


def _wait_for(holds: Callable[[], bool], seconds: float = 60) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_a_table_for_a_terminal_fits_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocmodel.cli.portfolio.is_terminal", lambda _stream: True)
    monkeypatch.setenv("COLUMNS", "100")
    text = run("portfolio", "zones").stdout
    assert max(map(len, text.splitlines()[:-4])) <= 100
    assert "Harbour" in text


def test_theories_that_do_not_differ_say_so(run: Run, zones: Path) -> None:
    for name in ("empty", "other"):
        (zones / f"{name}.toc.yaml").unlink()
    text = ZONE.format(title="Harbour", tier="targeted")
    (zones / "moor.toc.yaml").write_text(text, encoding="utf-8")
    told = run("portfolio", "zones", "--sections", "differences", "-f", "markdown").stdout
    assert "They do not differ in what was compared" in told
