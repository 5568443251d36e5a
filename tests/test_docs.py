"""What the README, the documentation and the docstrings show is what happens."""

import doctest
import importlib
import pkgutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import tocmodel

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "docs"))

import generate  # noqa: E402  # these two are with the documentation, which is made by them
import pages  # noqa: E402

Kept = Callable[[Path, bytes], None]
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
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path, kept: Kept) -> None:
    assert pages.run_page(page, tmp_path) == page.read_text(encoding="utf-8")
    for name, file in generate.shown(page):
        kept(generate.PICTURES / name, (tmp_path / file).read_bytes())


def test_no_picture_is_kept_that_no_page_shows() -> None:
    kept_there = {path.relative_to(generate.PICTURES) for path in generate.PICTURES.rglob("*.svg")}
    assert kept_there == {Path(name) for page in PAGES for name, _ in generate.shown(page)}


def test_the_readme_has_its_two_commands() -> None:
    lines = (REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.startswith("python -m pip install ")]
    first, second = commands
    assert first.endswith(" draw examples/pembury/pembury.toc.yaml --output pembury.svg")
    installed = 'python -m pip install -e ".[test]" -c constraints.txt'
    assert second == f"{installed} && python -m pytest -n 2"


LINKING = [
    *PAGES,
    REPOSITORY / "CHANGELOG.md",
    *sorted((REPOSITORY / "docs/reference").rglob("*.md")),
    *sorted(REPOSITORY.glob("examples/*/README.md")),
]


@pytest.mark.parametrize("page", LINKING, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_the_links_of_a_page_lead_somewhere_in_a_clone(page: Path) -> None:
    assert [link for link in pages.links(page) if not _leads_somewhere(page, link)] == []


def _leads_somewhere(page: Path, link: str) -> bool:
    target, _, place = link.partition("#")
    path = page.parent / target if target else page
    if target.startswith("tocmodel/"):  # the package: in the clone, or where it is installed
        path = Path(tocmodel.__file__).parents[1] / target
    return path.exists() and (not place or place in pages.anchors(path))
