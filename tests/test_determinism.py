"""The same command gives the same bytes in every environment, folder and order.

The suite tries one example, and a small project with an included theory, a framework and data.
``nox -s determinism`` tries all examples, in more environments.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import digests
import pytest
from commands import make_project
from example_models import FOLDER, NAMES, model_file
from uncounted import uncounted_environment

WHOLE = bool(os.environ.get("TOCMODEL_WHOLE"))
EXAMPLES = NAMES if WHOLE else ["wheelchair-curling"]

USUAL = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80"}
ENVIRONMENTS = [
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo", "PYTHONUTF8": "0"},
    *(
        [
            {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
            {"PYTHONHASHSEED": "3", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"},
            {"PYTHONHASHSEED": "4", "LANG": "ar_EG.UTF-8", "HOME": "/nowhere", "USER": "x"},
        ]
        if WHOLE
        else []
    ),
]
"""A system that lacks a locale uses C instead."""


def digests_in(folder: Path, order: str, environment: dict[str, str]) -> dict[str, str]:
    """Return the digest of every answer in a copy of the examples and the project."""
    make_project(folder)
    shutil.copytree(FOLDER, folder / "examples", ignore=shutil.ignore_patterns("*.svg"))
    files = [str(Path("examples", model_file(name).relative_to(FOLDER))) for name in EXAMPLES]
    done = subprocess.run(
        [sys.executable, digests.__file__, order, "zone.toc.yaml", *files],
        cwd=folder,
        env=uncounted_environment(**{**USUAL, **environment}),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return digests_in(tmp_path_factory.mktemp("usual"), "forwards", {})


@pytest.mark.timeout(7200 if WHOLE else 900)
@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=lambda found: found["PYTHONHASHSEED"])
def test_every_command_gives_the_same_bytes(
    tmp_path: Path, usual: dict[str, str], environment: dict[str, str]
) -> None:
    folder = tmp_path / "a folder, deeper" / "é"
    folder.mkdir(parents=True)
    found = digests_in(folder, "backwards", environment)
    assert len(found) > 100
    assert [line for line, digest in found.items() if usual[line] != digest] == []
