"""Makes the gallery while Sphinx builds the site: the files of each example, and its page."""

import shutil
from pathlib import Path
from typing import Any

from example_pages import examples

import tocmodel


def setup(app: Any) -> dict[str, bool]:
    """Make the gallery when Sphinx has built the other pages."""
    app.connect("build-finished", _make)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _make(app: Any, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        for name, file in examples().items():
            make_example(file, Path(app.outdir) / "gallery" / name)


def make_example(file: Path, folder: Path) -> None:
    """Write the page, the report and the picture of an example, and its files beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in file.parent.glob("*.toc.yaml"):
        shutil.copyfile(part, folder / part.name)
    shutil.copyfile(file.parent / "overview.svg", folder / "overview.svg")
    theory = tocmodel.load(file)
    tocmodel.draw(theory).save(folder / "page.html")
    tocmodel.report_on(theory).save(folder / "report.md")
