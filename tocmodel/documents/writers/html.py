"""A report as a web page: one file that needs no other, without script."""

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from tocmodel.documents.blocks import Block, clean
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.writers.block_data import block_data
from tocmodel.page.base import WebPage, render

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"
_STYLE = _TEMPLATES / "report.css"


def html(report: WrittenReport) -> str:
    """Return a report as a self-contained HTML page.

    >>> page = html(WrittenReport(title="A & B"))
    >>> "<h1>A &amp; B</h1>" in page, "<script" in page
    (True, False)
    """
    page = WebPage(
        title=clean(report.title) or "Report",
        language=report.language,
        imagined=report.imagined,
        styles=(_STYLE,),
    )
    blocks = _data(report.blocks)
    return render("report.html", page, (_TEMPLATES,), report=report, blocks=blocks)


def blocks_html(blocks: Iterable[Block]) -> str:
    """Return blocks as HTML, for a template of the user's own."""
    return render("blocks.html", WebPage(title=""), (_TEMPLATES,), blocks=_data(blocks))


def _data(blocks: Iterable[Block]) -> list[dict[str, object]]:
    made = [made for block in blocks for made in block_data(block)]
    return _with_names([_with_picture(block, number) for number, block in enumerate(made)])


def _with_picture(block: dict[str, object], number: int) -> dict[str, object]:
    """Return a picture as part of a page: its ids are unique there, and it has no declaration."""
    if block["kind"] != "picture":
        return block
    drawn = str(block["svg"]).partition("?>")[2]
    for name in ("toc-title", "toc-description"):
        drawn = drawn.replace(f'"{name}"', f'"{name}-{number}"')
    return {**block, "svg": Markup(drawn)}  # noqa: S704  (the writer of SVG escapes every word)


def _with_names(blocks: list[dict[str, object]]) -> list[dict[str, object]]:
    """Give each heading an id that a link can lead to, and each chapter its name."""
    return [
        {**block, "id": f"section-{number}", "chapter": _chapter(block)}
        for number, block in enumerate(blocks)
    ]


def _chapter(block: dict[str, object]) -> object:
    if block["kind"] == "picture":
        return block["heading"]
    return block["text"] if block["kind"] == "heading" and block["level"] == 1 else ""
