"""A format is one module and one line of the table: a trial of each kind, in a copy of tocmodel."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import make_project
from uncounted import uncounted_environment

import tocmodel

PACKAGE = Path(str(tocmodel.__file__)).parent

LINES = {
    "findings": "tocmodel.report.findings.d2:write",
    "outline": "tocmodel.report.d2:write",
    "data": "tocmodel.render.data_d2:write",
    "table": "tocmodel.render.table_d2:write",
    "matrix": "tocmodel.render.matrix_d2:write",
    "diagram": "tocmodel.render.d2:write",
    "scene": "tocmodel.render.scene_d2:write",
    "theory": "tocmodel.conversion.writers.d2:write",
    "document": "tocmodel.documents.writers.d2:write",
}
"""What each trial is made from, and its writer."""

TRIALS = [
    ("findings", ("check", "zone.toc.yaml")),
    ("outline", ("changelog", "zone.toc.yaml")),
    ("data", ("explain", "zone.toc.yaml", "fed")),
    ("table", ("show", "zone.toc.yaml", "--section", "outcomes")),
    ("table", ("value", "zone.toc.yaml", "--claims")),
    ("matrix", ("value", "zone.toc.yaml")),
    ("matrix", ("framework", "coverage", "zone.toc.yaml", "strands", "--heat")),
    ("diagram", ("draw", "zone.toc.yaml")),
    ("scene", ("diff", "harbour.toc.yaml", "zone.toc.yaml")),
    ("document", ("report", "zone.toc.yaml")),
    ("theory", ("convert", "zone.toc.yaml")),
]
"""What each trial is made from, and a command that makes it."""

Tocmodel = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def with_format(tmp_path: Path) -> Callable[[str], Tocmodel]:
    """A copy of tocmodel in which a line and a module were added, and a project to run it in."""
    make_project(tmp_path)
    for name in ("schemas", "tocmodel"):
        whence = PACKAGE if name == "tocmodel" else PACKAGE.parent / name
        if whence.is_dir():  # a wheel has its schemas inside
            skip = shutil.ignore_patterns("__pycache__")
            shutil.copytree(whence, tmp_path / "copy" / name, ignore=skip)

    def add(source: str) -> Tocmodel:
        _add(tmp_path / "copy", source)
        return run

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "tocmodel", *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=uncounted_environment(PYTHONPATH=str(tmp_path / "copy"), PYTHONUTF8="1"),
        )

    return add


def _add(copy: Path, source: str) -> None:
    module, _, _ = LINES[source].partition(":")
    path = copy.joinpath(*module.split(".")).with_suffix(".py")
    path.write_text(
        f"def write(made):\n    return '{source} as d2: ' + type(made).__name__ + '\\n'\n"
        "def left_out(made):\n    return ()\n",
        encoding="utf-8",
    )
    table = copy / "tocmodel" / "formats.py"
    line = f'    Format("d2", (".d2",), WriterInput.{source.upper()}, "{LINES[source]}"),\n'
    before, head, after = table.read_text(encoding="utf-8").partition("FORMATS = (\n")
    table.write_text(before + head + line + after, encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "command"), TRIALS, ids=[source + " " + " ".join(words) for source, words in TRIALS]
)
def test_a_line_and_a_module_add_a_format(
    with_format: Callable[[str], Tocmodel], tmp_path: Path, source: str, command: tuple[str, ...]
) -> None:
    run = with_format(source)
    by_ending = run(*command, "-o", "answer.d2")
    assert by_ending.returncode in (0, 1), by_ending.stderr
    written = (tmp_path / "answer.d2").read_text(encoding="utf-8")
    assert written.startswith(f"{source} as d2: ")
    assert run(*command, "--format", "d2", "-o", "-").stdout == written
    offered = run(command[0], *command[1:2] * (command[0] == "framework"), "--help").stdout
    assert "|d2" in offered or "[d2" in offered
