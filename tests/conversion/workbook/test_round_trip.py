"""All of a theory comes back from its workbook, also after LibreOffice saved it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from example_models import NAMES, PARTS, model_file
from hypothesis import given
from resaved import resaved
from strategies import theories

from tocmodel import load
from tocmodel.conversion.workbook.read import holds_theory, read_workbook
from tocmodel.conversion.workbook.write import theory_workbook
from tocmodel.model import TheoryOfChange

pytest.importorskip("xlsxwriter")


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_an_example_comes_back_as_it_was(name: str) -> None:
    path = model_file(name)
    theory = load(path)
    data = theory_workbook(theory)
    found = read_workbook(data, str(path))
    assert (found.theory, found.findings, found.lost) == (theory, (), ())
    assert holds_theory(data)


@given(theories())
def test_any_theory_comes_back_as_it_was(theory: TheoryOfChange) -> None:
    found = read_workbook(theory_workbook(theory), "x.xlsx")
    assert (found.theory, found.findings, found.lost) == (theory, (), ())


def test_the_same_theory_gives_the_same_bytes() -> None:
    theory = load(model_file("pembury"))
    assert theory_workbook(theory) == theory_workbook(theory)


SOME = ("pembury", "imagined-zone", "communities-of-practice-impact", "headstart/kent")
"""A whole zone, one with every key, one with value creation and stories, and a part."""


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_an_example_comes_back_after_libreoffice_saved_it(
    ending: str, tmp_path: Path, require: Callable[[bool, str], None]
) -> None:
    # It takes LibreOffice two seconds for each: a few at a desk, every fourth on a build server.
    names = dict.fromkeys((*SOME, *[*NAMES, *PARTS][::4])) if os.environ.get("CI") else SOME
    examples = {
        name.replace("/", "+"): (model_file(name), load(model_file(name))) for name in names
    }
    files = {name: theory_workbook(theory) for name, (_, theory) in examples.items()}
    for name, data in resaved(files, ending, tmp_path, require).items():
        path, theory = examples[name]
        found = read_workbook(data, str(path))
        assert (found.theory, found.findings, found.lost) == (theory, (), ()), name
