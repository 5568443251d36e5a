"""The gallery of the documentation: every example is in it, with files that can be opened."""

import sys
from pathlib import Path

from example_models import NAMES
from kinds import is_kind

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "docs"))

import example_pages  # noqa: E402  # these two are with the documentation
import gallery  # noqa: E402


def test_every_example_is_in_the_gallery() -> None:
    assert list(example_pages.examples()) == NAMES
    text = "\n".join(example_pages.page())
    assert text.count("\n## ") == len(NAMES)
    assert text.count("*An imagined example.*") == 1


def test_an_example_has_a_page_a_report_a_picture_and_its_file(tmp_path: Path) -> None:
    file = example_pages.examples()["imagined-zone"]
    gallery.make_example(file, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made.keys() == {*example_pages.MADE, file.name}
    assert is_kind("html", made["page.html"])
    assert is_kind("markdown", made["report.md"])
    assert is_kind("svg", made["overview.svg"])
    assert made[file.name] == file.read_bytes()
