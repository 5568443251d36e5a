"""Every command that answers in words or data can write its answer to a file."""

from pathlib import Path

import pytest
from cli_types import Run

ANSWERS = [
    (("analyse", "zone.toc.yaml"), ".txt", "text"),
    (("analyse", "zone.toc.yaml"), ".md", "markdown"),
    (("analyse", "zone.toc.yaml"), ".json", "json"),
    (("analyse", "zone.toc.yaml"), ".csv", "csv"),
    (("show", "zone.toc.yaml"), ".txt", "text"),
    (("show", "zone.toc.yaml"), ".csv", "csv"),
    (("show", "zone.toc.yaml"), ".json", "json"),
    (("changelog", "zone.toc.yaml"), ".txt", "text"),
    (("changelog", "zone.toc.yaml"), ".md", "markdown"),
    (("framework", "show", "resilience"), ".txt", "text"),
    (("framework", "show", "resilience"), ".md", "markdown"),
    (("explain", "zone.toc.yaml", "fed"), ".txt", "text"),
    (("explain", "zone.toc.yaml", "fed"), ".md", "markdown"),
    (("explain", "zone.toc.yaml", "fed"), ".json", "json"),
    (("tell", "zone.toc.yaml"), ".txt", "text"),
    (("tell", "zone.toc.yaml"), ".md", "markdown"),
    (("tell", "zone.toc.yaml"), ".json", "json"),
    (("pathways", "zone.toc.yaml", "club", "fed"), ".md", "markdown"),
    (("pathways", "zone.toc.yaml", "club", "fed"), ".csv", "csv"),
]


@pytest.mark.parametrize(
    ("command", "ending", "format_"),
    ANSWERS,
    ids=lambda part: part if isinstance(part, str) else part[0],
)
def test_a_file_holds_what_standard_output_would(
    zone: Path, run: Run, command: tuple[str, ...], ending: str, format_: str
) -> None:
    result = run(*command, "-o", f"answer{ending}")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[-1] == f"Wrote answer{ending}"
    shown = run(*command, "--format", format_, "-o", "-").stdout_bytes
    assert (zone.parent / f"answer{ending}").read_bytes() == shown


@pytest.mark.parametrize("command", [("analyse",), ("show",), ("changelog",)])
def test_an_ending_that_has_no_format_is_refused(
    zone: Path, run: Run, command: tuple[str, ...]
) -> None:
    result = run(*command, "zone.toc.yaml", "-o", "answer.docx")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: unknown file type '.docx': this command writes .txt")
    assert not (zone.parent / "answer.docx").exists()


def test_the_template_of_a_framework_becomes_a_theory_file(zone: Path, run: Run) -> None:
    command = ("framework", "show", "fairness-commission", "--template", "commission")
    assert run(*command, "-o", "ours.toc.yaml").stderr == "Wrote ours.toc.yaml\n"
    assert run("check", "ours.toc.yaml").exit_code == 0
    assert (zone.parent / "ours.toc.yaml").read_text(encoding="utf-8") == run(*command).stdout
