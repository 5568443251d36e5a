"""What ``import tocmodel`` offers."""

import doctest
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import tocmodel
import tocmodel.model

FOR_THE_FILE_FORMAT = {"FREE_BELOW", "TEXT_KEYS"}


def test_every_public_name_is_there_and_is_documented() -> None:
    undocumented = [
        name
        for name in tocmodel.__all__
        if not (getattr(tocmodel, name).__doc__ or isinstance(getattr(tocmodel, name), str))
    ]
    assert undocumented == []


def test_every_class_of_the_model_is_public() -> None:
    of_the_model = set(tocmodel.model.__all__) - FOR_THE_FILE_FORMAT
    assert of_the_model - set(tocmodel.__all__) == set()
    for name in sorted(of_the_model):
        assert getattr(tocmodel, name) is getattr(tocmodel.model, name)


def test_what_a_type_checker_is_told_is_what_python_imports() -> None:
    source = Path(str(tocmodel.__file__)).read_text(encoding="utf-8")
    told = {
        name: module
        for module, names in re.findall(
            r"^    from (tocmodel\S*) import ([^*\n#(]+)$", source, re.MULTILINE
        )
        for name in names.split(", ")
    }
    assert set(told) | set(tocmodel.model.__all__) >= set(tocmodel.__all__) - {"__version__"}
    for name, module in told.items():
        assert getattr(tocmodel, name) is getattr(import_module(module), name)


def test_the_names_are_listed() -> None:
    assert dir(tocmodel) == sorted(tocmodel.__all__)


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError, match="module 'tocmodel' has no attribute 'laod'"):
        tocmodel.laod  # noqa: B018  # looking it up is what is tested


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
