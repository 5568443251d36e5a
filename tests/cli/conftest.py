"""Runs the program: inside the test, or as a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_types import Run, Start
from click.testing import CliRunner, Result
from git_folder import git, keep
from reading_club import FIRST, SECOND

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

STREET = """\
tocmodel: 1
title: Street zone
conditions:
  debt: {title: Debt, routinely_monitored: false}
  hunger: {title: Hunger}
interventions:
  club: {title: Breakfast club, addresses: [hunger]}
links:
  - {from: debt, to: hunger, because: food is saved on}
views:
  why: {title: Why children are hungry, why: hunger}
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
    """An empty current folder, and an environment without settings for colour."""
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


@pytest.fixture
def pair(folder: Path) -> Path:
    """Two versions of a theory in the current folder."""
    (folder / "old.toc.yaml").write_text(FIRST, encoding="utf-8")
    (folder / "new.toc.yaml").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture
def history(folder: Path, require: Callable[[bool, str], None]) -> Path:
    """The two versions as two commits of one file."""
    require(shutil.which("git") is not None, "git is not installed")
    git("init", "--quiet")
    keep("club.toc.yaml", FIRST, "First version", "2018-09-03")
    keep("club.toc.yaml", SECOND, "Wait longer", "2019-03-15")
    return folder


@pytest.fixture
def street(folder: Path) -> Path:
    """A small theory in which one condition leads to another."""
    path = folder / "street.toc.yaml"
    path.write_text(STREET, encoding="utf-8")
    return path
