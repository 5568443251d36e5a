"""The gallery: every example with its picture, and links to what tocmodel makes of it.

The page is part of the reference. ``gallery.py`` makes what it links to while Sphinx builds the
site, as it is too much to commit.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import tocmodel
from tocmodel.documents.writers.markdown import escape_markdown

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

MADE = {
    "page.html": "page to explore",
    "report.md": "report in words",
    "overview.svg": "picture",
}
"""What the site has of each example, beside its files."""


def examples() -> dict[str, Path]:
    """Return the main file of each example by the name of its folder."""
    files = {folder.name: folder / f"{folder.name}.toc.yaml" for folder in EXAMPLES.iterdir()}
    return {name: file for name, file in sorted(files.items()) if file.is_file()}


def page() -> Iterator[str]:
    """Yield the lines of the gallery."""
    yield "# Gallery of the examples"
    yield "\nEach example is the theory of a real programme, written from its published sources; an"
    yield "imagined one is marked. On the site, each has a page to explore and a report in words."
    for name, file in examples().items():
        theory = tocmodel.load(file)
        yield f"\n## {escape_markdown(theory.title)}\n"
        if theory.imagined:
            yield "*An imagined example.*\n"
        yield escape_markdown(theory.summary)
        yield f"\n![{_alternative(file.parent)}](../../examples/{name}/overview.svg)\n"
        yield f"<p>{' · '.join(_links(name))}</p>"


def _links(name: str) -> Iterator[str]:
    made = {**MADE, f"{name}.toc.yaml": "file"}
    for file, what in made.items():
        yield f'<a href="../gallery/{name}/{file}">The {what}<span class="of"> of {name}</span></a>'


def _alternative(folder: Path) -> str:
    """Return the picture in words, as the README of the example has it."""
    text = (folder / "README.md").read_text(encoding="utf-8")
    found = re.search(r"!\[([^\]]+)\]\(overview\.svg\)", text)
    return found[1] if found else f"The theory of {folder.name} as a picture"
