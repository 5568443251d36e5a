"""What the README, the documentation and the docstrings show is what happens."""

import doctest
import importlib
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

import tocmodel

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "docs"))

import pages  # noqa: E402  # it stands with the documentation, which runs it as well

PAGES = pages.pages()
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _modules() -> list[str]:
    found = pkgutil.walk_packages(tocmodel.__path__, "tocmodel.")
    return ["tocmodel", *(module.name for module in found if module.name != "tocmodel.__main__")]


def _documented() -> list[ModuleType]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    modules = [importlib.import_module(name) for name in _modules()]
    return [module for module in modules if any(test.examples for test in finder.find(module))]


@pytest.mark.parametrize("module", _documented(), ids=lambda module: module.__name__)
def test_the_examples_in_docstrings_are_true(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module, optionflags=OPTIONS)
    assert tried
    assert not failed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    assert pages.run_page(page, tmp_path) == page.read_text(encoding="utf-8")


def test_the_readme_has_its_two_commands() -> None:
    lines = (REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.startswith("python -m pip install ")]
    first, second = commands
    assert first.endswith(" draw examples/pembury/pembury.toc.yaml --output pembury.svg")
    installed = 'python -m pip install -e ".[test]" -c constraints.txt'
    assert second == f"{installed} && python -m pytest -n 2"


def test_the_links_between_pages_lead_somewhere() -> None:
    made = ("reference/", "pictures/")
    missing = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in pages.links(page)
        if not any(part in target for part in made) and not (page.parent / target).exists()
    ]
    assert missing == []
