"""What ``import tocmodel`` offers, seen from type checkers, readers and other imports."""

import doctest
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import make_stub

import tocmodel

Kept = Callable[[Path, bytes], None]


def test_type_checkers_see_the_names_that_python_imports(kept: Kept) -> None:
    kept(make_stub.STUB, make_stub.stub().encode())


def test_each_public_name_is_written_once() -> None:
    names = [name for names in tocmodel._MODULES.values() for name in names.split()]
    assert sorted(names) == sorted(set(names))


def test_the_tour_in_the_docstring_is_true() -> None:
    assert doctest.testmod(tocmodel).failed == 0


def test_a_name_does_not_depend_on_what_was_imported_before() -> None:
    code = (
        "import tocmodel, tocmodel.diagram, tocmodel.checks.rules, tocmodel.schema\n"
        "import tocmodel.drawing, tocmodel.differences, tocmodel.analysis.coverage\n"
        "print([name for name in tocmodel.__all__\n"
        "       if type(getattr(tocmodel, name)).__name__ == 'module'])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
