"""Every rule has a case for each of its branches."""

import json
import os
import subprocess
import sys
from pathlib import Path

import running_rules
from uncounted import uncounted_environment

import tocmodel.checks.rules

RULES = Path(tocmodel.checks.rules.__file__).parent
RUNNER = Path(running_rules.__file__).with_name("run_cases.py")


def test_the_cases_of_the_rules_take_every_branch_of_them(tmp_path: Path) -> None:
    data, report = tmp_path / "coverage", tmp_path / "coverage.json"
    coverage("run", "--branch", f"--include={RULES}/*", f"--data-file={data}", str(RUNNER))
    coverage("json", "--quiet", f"--data-file={data}", "-o", str(report))
    files = {
        Path(name).name: (found["missing_lines"], found["missing_branches"])
        for name, found in json.loads(report.read_text(encoding="utf-8"))["files"].items()
        if not name.endswith("__init__.py")  # the list of all rules
    }
    assert len(files) > 100
    assert {name: missing for name, missing in files.items() if missing != ([], [])} == {}


def coverage(command: str, *arguments: str) -> None:
    """Run coverage with no settings but these, also where it measures the tests themselves."""
    path = os.pathsep.join([str(RUNNER.parent), os.environ.get("PYTHONPATH", "")])
    subprocess.run(
        [sys.executable, "-m", "coverage", command, "--rcfile=", *arguments],
        check=True,
        env=uncounted_environment(PYTHONPATH=path),
        timeout=300,
    )
