"""Makes what nobody should write by hand: the reference, and the pictures of the pages.

``python docs/generate.py`` writes all of it anew. It is committed, so that every link of a clone
leads somewhere; a test makes it again and compares.
"""

import ast
import pkgutil
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import command_pages
import format_pages
import framework_pages
import library_pages
import pages
import yaml
from format_pages import cell

import tocmodel
from tocmodel.analysis.difference import weights
from tocmodel.analysis.summary import GAUGES
from tocmodel.catalogue import pages as rule_pages
from tocmodel.frameworks import FRAMEWORKS, find_framework
from tocmodel.rules import RULES

DOCS = Path(__file__).resolve().parent
REFERENCE = DOCS / "reference"
PICTURES = DOCS / "pictures"


def main() -> None:
    """Make everything anew."""
    for folder, made in ((REFERENCE, reference()), (PICTURES, pictures())):
        shutil.rmtree(folder, ignore_errors=True)
        for name, content in made.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def reference() -> dict[str, bytes]:
    """Return each page of the reference by its path in the folder."""
    written = {
        "index": _index(),
        "format": format_pages.file_format(),
        "cli": command_pages.page(),
        "rules": _rules(),
        "questions": _questions(),
        "figures": _figures(),
        "frameworks": framework_pages.table(),
        "settings": format_pages.other_schemas(),
        "differences": _differences(),
        "modules": _modules(),
    }
    found = {f"{name}.md": "\n".join(lines) for name, lines in written.items()}
    found |= library_pages.pages()
    found |= _rule_pages()
    for name in FRAMEWORKS:
        found[f"frameworks/{name}.md"] = framework_pages.page(find_framework(name))
    return {name: _tidy(text) for name, text in found.items()}


def _tidy(text: str) -> bytes:
    """End a page with one line break, and have no more than one empty line anywhere."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return ("\n".join(lines).rstrip() + "\n").encode()


def pictures() -> dict[str, bytes]:
    """Run the pages that show pictures of what they write, and return the pictures."""
    found: dict[str, bytes] = {}
    for page in pages.pages():
        if shown(page):
            with tempfile.TemporaryDirectory() as folder:
                pages.run_page(page, Path(folder))
                found |= {name: (Path(folder) / file).read_bytes() for name, file in shown(page)}
    return found


def shown(page: Path) -> list[tuple[str, str]]:
    """Return the pictures that a page shows of what it draws: their kept and their own names."""
    names = {Path(link).name for link in pages.links(page) if f"/pictures/{page.stem}/" in link}
    return [(f"{page.stem}/{name}", name) for name in sorted(names)]


_PAGES = "format rules questions figures frameworks cli api settings differences modules".split()


def _index() -> Iterator[str]:
    yield "# Reference"
    yield "\nAll of this is made from the schemas, the rules and the program themselves.\n"
    yield from (f"- [{_TITLES[name]}]({name}.md)" for name in _PAGES)
    yield "\n".join(("\n```{toctree}", ":hidden:", ":maxdepth: 1", "", *_PAGES, "```"))


_TITLES = {
    "format": "The file format",
    "rules": "Rules: what is checked",
    "questions": "What is checked, and where it comes from",
    "figures": "Figures: what is measured",
    "frameworks": "Frameworks",
    "cli": "Command line",
    "api": "Library",
    "settings": "Settings, reports and frameworks as schemas",
    "differences": "What counts as significant",
    "modules": "Modules and layers",
}


# --- the rules, from their docstrings


def _rules() -> Iterator[str]:
    yield "# Rules\n"
    yield "What `tocmodel check` looks for. `tocmodel rule CODE` prints one of these pages.\n"
    yield "```{toctree}\n:hidden:\n\nrules/*\n```\n".replace(":hidden:", ":hidden:\n:glob:")
    yield "| code | name | severity | summary |"
    yield "| --- | --- | --- | --- |"
    for page in rule_pages().values():
        link = f"[{page.code}](rules/{page.code}.md)"
        yield f"| {link} | {page.name} | {page.severity.value} | {cell(page.summary)} |"


def _rule_pages() -> dict[str, str]:
    return {
        f"rules/{page.code}.md": f"# {page.code} {page.name}\n\n"
        f"*{page.severity.value.capitalize()}.*\n\n{page.text}"
        for page in rule_pages().values()
    }


def _figures() -> Iterator[str]:
    yield "# Figures\n"
    yield "What `tocmodel analyse` measures. A share is the number found, of the whole."
    for heading, gauges in GAUGES.items():
        yield f"\n## {heading}\n"
        for gauge in gauges:
            yield f"\n### {gauge.name}\n\n*{gauge.title}.* {gauge.meaning}"


def _questions() -> Iterator[str]:
    """What is asked of a theory, the checks that ask it, and where each comes from."""
    known = {rule.name: rule for rule in RULES}
    themes = yaml.safe_load((DOCS / "questions.yaml").read_text(encoding="utf-8"))
    yield "# What is checked, and where it comes from\n"
    yield "What guides, papers and evaluations ask of a theory of change, and what asks it here."
    for theme, questions in themes.items():
        yield f"\n## {theme}\n"
        yield "| question | checks | where it comes from |"
        yield "| --- | --- | --- |"
        for question in questions:
            rules = [known[name] for name in question["checks"]]
            links = ", ".join(f"[{rule.code}](rules/{rule.code}.md) {rule.name}" for rule in rules)
            sources = dict.fromkeys(" ".join(rule.source.split()) for rule in rules)
            said = " ".join(filter(None, (*sources, question.get("why"))))
            yield f"| {cell(question['ask'])} | {links} | {cell(said)} |"


# --- the architecture, from the package itself


def _modules() -> Iterator[str]:
    """Every module and package below tocmodel with the first line of its docstring, and layers."""
    yield "# Modules and layers\n"
    yield "| module | what it is |\n| --- | --- |"
    for module in sorted(pkgutil.iter_modules(tocmodel.__path__), key=lambda found: found.name):
        path = Path(tocmodel.__path__[0], module.name)
        source = path / "__init__.py" if module.ispkg else path.with_suffix(".py")
        docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
        summary = docstring.partition("\n")[0]
        yield f"| `{module.name}` | {cell(summary).replace('``', '`')} |"
    yield "\n## Who imports whom\n"
    yield "A layer imports only from those below it; those divided by `|` do not know each other.\n"
    yield from _layers()


def _differences() -> Iterator[str]:
    """How much each difference matters, from the tables that decide it."""
    yield "# What counts as significant\n"
    yield (
        "`tocmodel diff` calls a difference *significant* where the theory claims something else, "
        "and *minor* where it claims the same. This is the whole table it goes by.\n"
    )
    yield "| weight | what it says |\n| --- | --- |"
    yield from (f"| {name} | {meaning} |" for name, meaning in weights.MEANINGS.items())
    yield (
        "\nThe source of a figure, the place in it and a note on it are minor in every field, and "
        "so is a new id. An entry that moves to another section is significant.\n"
    )
    yield "## A whole entry, added or removed\n\n| section | weight |\n| --- | --- |"
    yield from (f"| `{name}` | {weight} |" for name, weight in weights.ENTRIES.items())
    yield "\n## A field\n\n| section | field | weight |\n| --- | --- | --- |"
    for section, fields in {"(every section)": weights.EVERYWHERE, **weights.FIELDS}.items():
        yield from (f"| `{section}` | `{name}` | {weight} |" for name, weight in fields.items())


def _layers() -> Iterator[str]:
    settings = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        contract
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    )
    yield "```text"
    yield from contract["layers"]
    yield "```"


if __name__ == "__main__":
    main()
