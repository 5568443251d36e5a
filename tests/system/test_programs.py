"""A program is found on the PATH, and never in the current folder."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tocmodel.system.programs import find_program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are shell scripts here")


def program(path: Path) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_only_full_paths_of_the_path_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    program(tmp_path / "dot")
    real = program(tmp_path / "bin" / "dot")
    for entry in (".", "bin"):
        monkeypatch.setenv("PATH", entry)
        assert shutil.which("dot") is not None
        assert find_program("dot") is None
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", str(tmp_path / "bin")]))
    assert find_program("dot") == real


def test_a_path_given_by_a_person_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = program(tmp_path / "bin" / "dot")
    assert find_program("bin/dot") == find_program(named) == named
    assert find_program("bin/none") is None


def test_a_file_that_cannot_be_run_is_not_a_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dot").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_program("dot") is None
