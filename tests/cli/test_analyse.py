"""``tocmodel analyse``."""

import csv
import io
import json

import pytest
from cli_types import Run


@pytest.mark.usefixtures("street")
def test_figures_are_written_for_people_and_for_programs(run: Run) -> None:
    assert "- Conditions that something acts on: 1 of 2\n" in run("analyse", ".").stdout
    assert "\n## Context and causes\n" in run("analyse", ".", "-f", "markdown").stdout
    data = json.loads(run("analyse", "street.toc.yaml", "-f", "json").stdout)
    (theory,) = data["theories"]
    assert (theory["file"], theory["title"]) == ("street.toc.yaml", "Street zone")
    assert theory["measures"]["coverage"]["value"] == 1
    text = run("analyse", ".", "-f", "csv").stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {
        "file": "street.toc.yaml",
        "measure": "coverage",
        "part": "",
        "at least": "",
        "value": "1",
        "of": "2",
    } in rows


def test_the_meaning_of_a_measure_is_shown(run: Run) -> None:
    told = run("analyse", "--measure", "not-monitored").stdout
    assert told.startswith("Conditions not routinely monitored (not-monitored)\n\nCount the ")
    assert "source F" in told


def test_a_figure_that_is_not_there_is_answered_with_the_nearest(run: Run) -> None:
    assert (
        "no measure 'coverag'; did you mean 'coverage'?"
        in run("analyse", "--measure", "coverag").stderr
    )
    assert "; there is elements, relations, " in run("analyse", "--measure", "zzz").stderr
    assert "name a theory file" in run("analyse").stderr
