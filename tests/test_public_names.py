"""What ``import tocmodel`` offers, seen from type checkers, readers and other imports."""

import ast
import doctest
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import tocmodel
import tocmodel.model


def test_what_a_type_checker_is_told_is_what_python_imports() -> None:
    source = ast.parse(Path(str(tocmodel.__file__)).read_text(encoding="utf-8"))
    told = {
        item.name: str(imported.module)
        for imported in ast.walk(source)
        if isinstance(imported, ast.ImportFrom) and str(imported.module).startswith("tocmodel.")
        for item in imported.names
        if item.name != "*"
    }
    assert set(told) | set(tocmodel.model.__all__) >= set(tocmodel.__all__) - {"__version__"}
    for name, module in told.items():
        assert getattr(tocmodel, name) is getattr(import_module(module), name)


def test_the_tour_in_the_docstring_is_true() -> None:
    assert doctest.testmod(tocmodel).failed == 0


def test_a_name_does_not_depend_on_what_was_imported_before() -> None:
    code = (
        "import tocmodel, tocmodel.diagram, tocmodel.rules, tocmodel.schema, tocmodel.drawing\n"
        "print([name for name in tocmodel.__all__\n"
        "       if type(getattr(tocmodel, name)).__name__ == 'module'])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
