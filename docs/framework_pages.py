"""Makes the pages of the frameworks: a table of all, and a page for each, from their files."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tocmodel.fileformat.loading import read
from tocmodel.frameworks import FRAMEWORKS, Category, Framework, find_framework, published
from tocmodel.report.framework import outline
from tocmodel.report.outline import to_markdown

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def table() -> Iterator[str]:
    """Yield the page that lists every framework, line by line."""
    yield "# Frameworks\n"
    yield (
        "The vocabularies that come with tocmodel. A theory [uses](../how-to/use-a-framework.md) "
        "one by naming it under `frameworks`; `tocmodel framework show ID` prints one of these "
        "pages. The meanings of the categories are in our own words; each page shows which were "
        "compared with a source, and with which.\n"
    )
    yield "```{toctree}\n:hidden:\n:glob:\n\nframeworks/*\n```\n"
    yield "```{rst-class} wide\n```\n"
    yield "| framework | source | dimensions and categories | example that uses it |"
    yield "| --- | --- | --- | --- |"
    used = _used()
    for name in FRAMEWORKS:
        yield _row(find_framework(name), used)


def page(framework: Framework) -> str:
    """Return the page of one framework."""
    return to_markdown(outline(framework))


def _row(framework: Framework, used: Mapping[str, list[str]]) -> str:
    first = next(iter(framework.sources.values()))
    edition = f", {framework.edition}" if framework.edition else ""
    checked = sum(category.checked for category in framework.categories.values())
    dimensions = "<br>".join(
        f"**{dimension.title}**: {_titles(dimension.categories.values())}"
        for dimension in framework.dimensions.values()
    )
    cells = (
        f"[{framework.title}](frameworks/{framework.id}.md){edition}<br>`{framework.id}`",
        f"{published(first)}<br>{checked} of {len(framework.categories)} categories compared",
        dimensions,
        "<br>".join(f"`{name}`" for name in used.get(framework.id, ())) or "none yet",
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _titles(categories: Iterable[Category]) -> str:
    """Name the outermost categories, and count their parts."""
    titles = []
    known = list(categories)
    for category in known:
        parts = sum(other.part_of == category.id for other in known)
        if not category.part_of:
            titles.append(f"{category.title} ({parts})" if parts else category.title)
    return ", ".join(titles)


def _used() -> dict[str, list[str]]:
    """Return the names of the examples by framework."""
    found: dict[str, list[str]] = {}
    for path in sorted(EXAMPLES.glob("*/*.toc.yaml")):
        document = read(path)
        for name in document.theory.frameworks if document.theory else ():
            names = found.setdefault(name, [])
            if path.parent.name not in names:
                names.append(path.parent.name)
    return found
