"""Generates the reference, and the pictures of the pages, so that nobody writes them by hand.

``python docs/generate.py`` writes all of it. The result is committed, so that every link works in a
clone; a test generates it again and compares.
"""

import ast
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import command_pages
import example_pages
import format_pages
import framework_pages
import library_pages
import pages
import yaml
from format_pages import cell

import tocmodel
from tocmodel.analysis.summary import MEASURES
from tocmodel.checks.pages import pages as check_pages
from tocmodel.checks.rules import RULES
from tocmodel.differences import significance as weights
from tocmodel.frameworks import FRAMEWORKS, find_framework

DOCS = Path(__file__).resolve().parent
REFERENCE = DOCS / "reference"
PICTURES = DOCS / "pictures"
ARCHITECTURE = DOCS / "architecture.md"


def main() -> None:
    """Generate everything."""
    for folder, made in ((REFERENCE, reference()), (PICTURES, pictures())):
        shutil.rmtree(folder, ignore_errors=True)
        for name, content in made.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    ARCHITECTURE.write_text(architecture(), encoding="utf-8")


def reference() -> dict[str, bytes]:
    """Return each page of the reference by its path in the folder."""
    written = {
        "index": _index(),
        "format": format_pages.file_format(),
        "cli": command_pages.page(),
        "checks": _checks(),
        "questions": _questions(),
        "measures": _measures(),
        "frameworks": framework_pages.table(),
        "settings": format_pages.other_schemas(),
        "differences": _differences(),
        "gallery": example_pages.page(),
    }
    found = {f"{name}.md": "\n".join(lines) for name, lines in written.items()}
    found |= library_pages.pages()
    found |= _check_pages()
    for name in FRAMEWORKS:
        found[f"frameworks/{name}.md"] = framework_pages.page(find_framework(name))
    return {name: _tidy(text) for name, text in found.items()}


def _tidy(text: str) -> bytes:
    """End a page with one line break, without more than one empty line anywhere."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return ("\n".join(lines).rstrip() + "\n").encode()


def pictures() -> dict[str, bytes]:
    """Run the pages that show pictures of their results, and return the pictures."""
    found: dict[str, bytes] = {}
    for page in pages.pages():
        if shown(page):
            with tempfile.TemporaryDirectory() as folder:
                pages.run_page(page, Path(folder))
                found |= {name: (Path(folder) / file).read_bytes() for name, file in shown(page)}
    return found


def shown(page: Path) -> list[tuple[str, str]]:
    """Return the pictures of its results that a page shows, by kept name and own name."""
    names = {Path(link).name for link in pages.links(page) if f"/pictures/{page.stem}/" in link}
    return [(f"{page.stem}/{name}", name) for name in sorted(names)]


_PAGES = "format checks questions measures frameworks cli api settings differences gallery".split()


def _index() -> Iterator[str]:
    yield "# Reference"
    yield "\nThese pages are generated from the schemas, the checks and the program.\n"
    yield from (f"- [{_TITLES[name]}]({name}.md)" for name in _PAGES)
    yield "\n".join(("\n```{toctree}", ":hidden:", ":maxdepth: 1", "", *_PAGES, "```"))


_TITLES = {
    "format": "The file format",
    "checks": "Checks",
    "questions": "What is checked, and where it comes from",
    "measures": "Measures",
    "frameworks": "Frameworks",
    "cli": "Command line",
    "api": "Library",
    "settings": "Settings, reports and frameworks as schemas",
    "differences": "What counts as significant",
    "gallery": "Gallery of the examples",
}


# --- the checks, from their docstrings


def _checks() -> Iterator[str]:
    yield "# Checks\n"
    yield "What `tocmodel check` looks for. `tocmodel describe CODE` shows one of these pages.\n"
    yield "```{toctree}\n:hidden:\n\nchecks/*\n```\n".replace(":hidden:", ":hidden:\n:glob:")
    yield "| code | name | severity | summary |"
    yield "| --- | --- | --- | --- |"
    for page in check_pages().values():
        link = f"[{page.code}](checks/{page.code}.md)"
        yield f"| {link} | {page.name} | {page.severity.value} | {cell(page.summary)} |"


def _check_pages() -> dict[str, str]:
    return {
        f"checks/{page.code}.md": f"# {page.code} {page.name}\n\n"
        f"*{page.severity.value.capitalize()}.*\n\n{page.text}"
        for page in check_pages().values()
    }


def _measures() -> Iterator[str]:
    yield "# Measures\n"
    yield "What `tocmodel analyse` measures. A share is the number found out of the whole."
    for heading, measures in MEASURES.items():
        yield f"\n## {heading}\n"
        for measure in measures:
            yield f"\n### {measure.name}\n\n*{measure.title}.* {measure.meaning}"


def _questions() -> Iterator[str]:
    """Questions from the literature about a theory, the checks that ask them, and the sources."""
    known = {rule.name: rule for rule in RULES}
    themes = yaml.safe_load((DOCS / "questions.yaml").read_text(encoding="utf-8"))
    yield "# What is checked, and where it comes from\n"
    yield "What guides, papers and evaluations ask of a theory, and which checks ask it here."
    for theme, questions in themes.items():
        yield f"\n## {theme}\n"
        yield "| question | checks | where it comes from |"
        yield "| --- | --- | --- |"
        for question in questions:
            rules = [known[name] for name in question["checks"]]
            links = ", ".join(f"[{rule.code}](checks/{rule.code}.md) {rule.name}" for rule in rules)
            sources = dict.fromkeys(" ".join(rule.source.split()) for rule in rules)
            origin = " ".join(filter(None, (*sources, question.get("why"))))
            yield f"| {cell(question['ask'])} | {links} | {cell(origin)} |"


# --- the architecture, from the package itself


def architecture() -> str:
    """Return the page on the architecture with the current tree and layers."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    for name, lines in (("tree", _tree()), ("layers", _layers())):
        block = "\n".join(("```text", *lines, "```", ""))
        before, begin, rest = text.partition(f"<!-- {name}: begin -->\n")
        _, end, after = rest.partition(f"<!-- {name}: end -->")
        text = f"{before}{begin}{block}{end}{after}"
    return text


def _tree() -> Iterator[str]:
    """Yield a line for each folder of the package and each module beside them."""
    (top,) = map(Path, tocmodel.__path__)
    folders = sorted(path.parent for path in top.rglob("__init__.py") if path.parent != top)
    modules = sorted(path for path in top.glob("*.py") if not path.name.startswith("__"))
    yield "tocmodel/"
    for path in (*folders, *modules):
        depth = len(path.relative_to(top).parts)
        name = f"{'  ' * depth}{path.name}{'/' if path in folders else ''}"
        yield f"{name:22}  {_first_sentence(path / '__init__.py' if path in folders else path)}"


def _first_sentence(module: Path) -> str:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    first = re.match(r".+?[.?!](?=\s|$)", docstring, re.DOTALL)
    if first is None:
        raise LookupError(f"{module} does not begin with a sentence on its purpose")
    return " ".join(first[0].replace("``", "").split()).removesuffix(".")


def _layers() -> Iterator[str]:
    settings = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers":
            yield f"{contract['containers'][0].replace('.', '/')}/"
            yield from (f"  {layer}" for layer in contract["layers"])


def _differences() -> Iterator[str]:
    """How much each difference matters, from the tables that decide it."""
    yield "# What counts as significant\n"
    yield (
        "`tocmodel diff` calls a difference *significant* if the theory's claims change, "
        "and *minor* if they stay the same. This is the whole table.\n"
    )
    yield "| weight | meaning |\n| --- | --- |"
    yield from (f"| {name} | {meaning} |" for name, meaning in weights.MEANINGS.items())
    yield (
        "\nA figure's source, the place in the source and a note are minor in every field, and "
        "so is a new id. An entry that moves to another section is significant.\n"
    )
    yield "## A whole entry, added or removed\n\n| section | weight |\n| --- | --- |"
    yield from (f"| `{name}` | {weight} |" for name, weight in weights.entry_weights().items())
    yield "\n## A field\n\n| section | field | weight |\n| --- | --- | --- |"
    every = {"(every section)": weights.shared_weights(), **weights.field_weights()}
    for section, fields in every.items():
        yield from (f"| `{section}` | `{name}` | {weight} |" for name, weight in fields.items())


if __name__ == "__main__":
    main()
