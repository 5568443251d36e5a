"""Runs the program: inside the test, or as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_types import Run, Start
from click.testing import CliRunner, Result

from tocmodel.cli.program import program

GOOD = """\
tocmodel: 1
title: Breakfast club
interventions:
  club: {title: Breakfast club}
outcomes:
  fed: {title: Children are fed, horizon: short}
  calm: {title: Mornings are calm, horizon: impact}
links:
  - {from: club, to: fed, because: there is food}
  - {from: fed, to: calm, because: nobody is hungry}
views:
  overview: {title: How it works}
  children: {title: What children notice, show: [outcomes]}
"""

BROKEN = """\
tocmodel: 1
title: Breakfast club
outcomes:
  fed: {title: Children are fed, horizon: soon}
links:
  - club -> fed
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, and an environment that says nothing of colour."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def zone(folder: Path) -> Path:
    """A model without errors in the current folder."""
    path = folder / "zone.toc.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def broken(folder: Path) -> Path:
    """A model that cannot be read as a theory in the current folder."""
    path = folder / "broken.toc.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


@pytest.fixture
def run(folder: Path) -> Run:
    """``run("check", "zone.toc.yaml")`` in the current folder; ``.exit_code``, ``.stdout`` ..."""

    def start(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(program, arguments, input=stdin, prog_name="tocmodel")

    return start


@pytest.fixture
def start(folder: Path) -> Start:
    """The same as a process of its own, as a shell starts it."""

    def start_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "tocmodel", *arguments],
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
            timeout=120,
        )

    return start_process
