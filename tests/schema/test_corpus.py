"""Good and bad files: what tocmodel says of each, and that four other validators agree."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from tocmodel.model import TEXT_KEYS, TEXT_KEYS_BELOW
from tocmodel.schema import load_schema, problems
from tocmodel.syntax import parse

CORPUS = Path(__file__).parent / "corpus"
GOOD = sorted([*CORPUS.glob("good/*.yaml"), *CORPUS.glob("good/*.json")])
BAD = sorted([*CORPUS.glob("bad/*.yaml"), *CORPUS.glob("bad/*.json")])
VERDICTS = {path.name: path.parent.name == "good" for path in (*GOOD, *BAD)}

READ_DIFFERENTLY = {"id-with-line-break.toc.json"}
"""In Python's own patterns ``$`` also matches before a last line break: the jsonschema library by
itself takes this file for a good one. Within tocmodel it is put right."""


def name(path: Path) -> str:
    return path.name


def as_tocmodel_reads_it(path: Path) -> Any:
    tree = parse(path.read_text(encoding="utf-8"), str(path), TEXT_KEYS, TEXT_KEYS_BELOW)
    assert tree.findings == ()
    return tree.data


def as_any_program_reads_it(path: Path) -> Any:
    """Without tocmodel's knowledge of the keys under which text is meant."""
    return parse(path.read_text(encoding="utf-8"), str(path)).data


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(GOOD) >= 20
    assert len(BAD) >= 60


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_a_good_file_has_no_problems(path: Path) -> None:
    assert problems(as_tocmodel_reads_it(path)) == []


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_file_has_the_problems_that_are_kept_beside_it(
    path: Path, kept: Callable[[Path, bytes], None]
) -> None:
    lines = [
        f"{'/'.join(str(step) for step in problem.pointer)}: {problem.message}"
        + (f"\n    {problem.help}" if problem.help else "")
        for problem in problems(as_tocmodel_reads_it(path))
    ]
    assert lines
    kept(path.with_name(f"{path.name}.expected"), ("\n".join(lines) + "\n").encode())


def test_jsonschema_agrees() -> None:
    validator = jsonschema.Draft202012Validator(load_schema())
    found = {path.name: validator.is_valid(as_any_program_reads_it(path)) for path in (*GOOD, *BAD)}
    assert found == VERDICTS | dict.fromkeys(READ_DIFFERENTLY, True)


def test_jsonschema_rs_agrees() -> None:
    validator = jsonschema_rs.validator_for(load_schema())
    found = {path.name: validator.is_valid(as_any_program_reads_it(path)) for path in (*GOOD, *BAD)}
    assert found == VERDICTS


def test_ajv_agrees(node_modules: Path, repository: Path, require: Any) -> None:
    require(which("node") is not None, "node is not installed")
    require((node_modules / "ajv").is_dir(), "npm's ajv is not installed")
    files = (*GOOD, *BAD)
    documents = [as_any_program_reads_it(path) for path in files]
    result = subprocess.run(
        ["node", str(repository / "tests" / "clients" / "validate.cjs")],
        input=json.dumps({"schema": load_schema(), "documents": documents}),
        env=os.environ | {"NODE_PATH": str(node_modules)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.stderr == ""
    verdicts = json.loads(result.stdout)
    assert {path.name: good for path, good in zip(files, verdicts, strict=True)} == VERDICTS


def test_check_jsonschema_agrees_on_the_files_themselves(repository: Path, require: Any) -> None:
    require(find_spec("check_jsonschema") is not None, "check-jsonschema is not installed")
    schema = repository / "schemas" / "theory.schema.json"
    files = [str(path) for path in (*GOOD, *BAD)]
    command = ["check_jsonschema", "--schemafile", str(schema), "--output-format", "json", *files]
    result = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, encoding="utf-8", check=False
    )
    report = json.loads(result.stdout)
    assert report["parse_errors"] == []
    wrong = {Path(error["filename"]).name for error in report["errors"]}
    assert {name: name not in wrong for name in VERDICTS} == VERDICTS
