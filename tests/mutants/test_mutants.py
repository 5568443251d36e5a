"""What ``nox -s mutants`` changes and runs exists, so that no module is forgotten when it moves."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import tocmodel

INSTALLED = Path(tocmodel.__file__).parents[1]
"""Where the package is: in the project, or among the installed packages."""


@pytest.fixture
def table(repository: Path) -> dict[str, Any]:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(project["tool"]["mutmut"])


def test_every_module_to_change_exists(table: dict[str, Any]) -> None:
    missing = [name for name in table["only_mutate"] if not [*INSTALLED.glob(name)]]
    assert missing == []


def test_every_test_to_run_or_to_leave_out_exists(table: dict[str, Any], repository: Path) -> None:
    run = table["pytest_add_cli_args_test_selection"]
    left_out = [
        item.removeprefix("--ignore=")
        for item in table["pytest_add_cli_args"]
        if item.startswith("--ignore=")
    ]
    assert [name for name in (*run, *left_out) if not (repository / name).exists()] == []
    assert left_out


def test_every_equivalent_change_is_of_a_module_and_says_why() -> None:
    known = yaml.safe_load(Path(__file__).with_name("equivalent.yaml").read_text(encoding="utf-8"))
    for module, changes in (known or {}).items():
        text = " ".join((INSTALLED / module).read_text(encoding="utf-8").split())
        for change, why in changes.items():
            before = " ".join(change.partition(" => ")[0].split())
            assert before in text, f"{module} no longer has: {change}"
            assert why
