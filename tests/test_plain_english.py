"""The package is written in plain English: a few awkward phrases do not come back."""

import ast
from pathlib import Path

import pytest

import tocmodel

PACKAGE = Path(tocmodel.__file__).parent
AWKWARD = (
    "as a matter of course",
    "hang on one",
    "hangs on",
    "is said of",
    "is told of",
    "stands in the file",
)


STRINGS = [
    (path, node.lineno, node.value)
    for path in sorted(PACKAGE.rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
]


@pytest.mark.parametrize("phrase", AWKWARD)
def test_no_message_and_no_docstring_has_an_awkward_phrase(phrase: str) -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path, line, text in STRINGS
        if phrase in " ".join(text.split())
    ]
    assert found == []
