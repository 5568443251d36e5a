"""Makes what nobody should write by hand: the reference, and the pictures of the pages.

It runs at the start of every documentation build (see ``conf.py``); what it makes is not committed.
"""

import ast
import pkgutil
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import framework_pages
import pages
import yaml

import tocmodel
from tocmodel.analysis.difference import weights
from tocmodel.analysis.summary import GAUGES
from tocmodel.catalogue import pages as rule_pages
from tocmodel.cli.program import program
from tocmodel.frameworks import FRAMEWORKS, find_framework
from tocmodel.rules import RULES
from tocmodel.schema import SCHEMAS, load_schema

DOCS = Path(__file__).resolve().parent
REFERENCE = DOCS / "reference"
PICTURES = DOCS / "pictures"

Schema = Mapping[str, Any]


def main() -> None:
    """Make everything anew."""
    for folder in (REFERENCE, PICTURES):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    _write("index", _index())
    _write("format", _format())
    _write("cli", _command_line())
    _write("api", _library())
    _write("rules", _rules())
    _write("questions", _questions())
    _write("figures", _figures())
    _write("frameworks", framework_pages.table())
    _write_frameworks()
    _write("settings", _other_schemas())
    _write("differences", _differences())
    _write("layers", _layers())
    (REFERENCE / "modules.txt").write_text("\n".join(_modules()) + "\n", encoding="utf-8")
    _draw_pages()


def _write(name: str, lines: Iterator[str]) -> None:
    text = "\n".join(lines).rstrip() + "\n"
    (REFERENCE / f"{name}.md").write_text(text, encoding="utf-8")


def _write_frameworks() -> None:
    folder = REFERENCE / "frameworks"
    folder.mkdir()
    for name in FRAMEWORKS:
        text = framework_pages.page(find_framework(name))
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def _draw_pages() -> None:
    """Run the pages that show pictures of what they write, and keep the pictures."""
    for page in pages.pages():
        if "pictures/" not in page.read_text(encoding="utf-8"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            pages.run_page(page, Path(folder))
            target = PICTURES / page.stem
            target.mkdir()
            for picture in sorted(Path(folder).glob("*.svg")):
                shutil.copy(picture, target)


def _index() -> Iterator[str]:
    yield "# Reference"
    yield "\nEverything here is made from the schemas, the rules and the program themselves.\n"
    names = "format rules questions figures frameworks cli api settings differences".split()
    yield "\n".join(("```{toctree}", ":maxdepth: 1", "", *names, "```"))


# --- the language, from its schema


def _format() -> Iterator[str]:
    schema = load_schema("theory")
    yield "# The file format\n"
    yield f"{schema['description']}\n"
    yield (
        "A file is called `NAME.toc.yaml` or `NAME.toc.json`. It is UTF-8 text in YAML 1.2 "
        "(so `NO`, `on` and `12:30` stay text), without anchors, aliases or tags.\n"
    )
    yield "## Keys of a file\n"
    yield from _table(schema, schema)
    yield (
        "\nA section that has nothing in it yet may stand there empty. Every entry of a section is "
        "written below its id.\n"
    )
    for name, section in schema["properties"].items():
        entry = _entry(schema, section)
        if entry is not None:
            yield f"\n## {name}\n"
            yield f"{_resolved(schema, section)['description']}\n"
            yield from _example(name, _resolved(schema, section))
            yield from _table(schema, entry)
    yield "\n## Values that several sections share\n"
    for name in ("figure", "rating", "storyStep"):
        shared = schema["$defs"][name]
        yield f"\n### {shared['title']}\n"
        yield f"{shared['description']}\n"
        yield from _table(schema, shared)


def _entry(schema: Schema, section: Schema) -> Schema | None:
    """The schema of one entry of a section; ``None`` where the key holds a plain value."""
    section = _resolved(schema, section)
    candidates = (section.get("additionalProperties"), section.get("items"), section)
    for candidate in candidates:
        if isinstance(candidate, dict):
            entry = _resolved(schema, candidate)
            if "properties" in entry:
                return entry
    return None


def _table(schema: Schema, entry: Schema) -> Iterator[str]:
    yield "| key | what it says | values |"
    yield "| --- | --- | --- |"
    required = entry.get("required", ())
    for name, given in entry.get("properties", {}).items():
        item = _resolved(schema, given)
        needed = " **needed**" if name in required else ""
        says = _cell(item.get("description", ""))
        yield f"| `{name}`{needed} | {says} | {_values(schema, item)} |"


def _resolved(schema: Schema, item: Schema) -> Schema:
    """An item with what it refers to; its own words come before those of the reference."""
    if "$ref" not in item:
        return item
    name = item["$ref"].rpartition("/")[2]
    own = {key: value for key, value in item.items() if key != "$ref"}
    return {**_resolved(schema, schema["$defs"][name]), **own}


def _values(schema: Schema, item: Schema) -> str:
    choices = [_resolved(schema, one) for one in (item, *item.get("anyOf", ())) if one]
    for choice in choices:
        if "enum" in choice:
            meanings = choice.get("enumDescriptions", ())
            words = [f"`{value}`" for value in choice["enum"]]
            told = [
                f"{word}: {_cell(meaning)}" for word, meaning in zip(words, meanings, strict=False)
            ]
            others = [_cell(one["description"]) for one in choices[1:] if "pattern" in one]
            return "<br>".join([*(told or words), *others])
    if "const" in item:
        return f"`{item['const']}`"
    kinds = item.get("type", [])
    names = [kinds] if isinstance(kinds, str) else kinds
    return " or ".join(_KINDS.get(name, name) for name in names if name != "null")


_KINDS = {
    "string": "text",
    "array": "list",
    "object": "mapping",
    "boolean": "true or false",
    "integer": "whole number",
}


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _example(name: str, section: Schema) -> Iterator[str]:
    for example in section.get("examples", ())[:1]:
        text = yaml.safe_dump({name: example}, sort_keys=False, allow_unicode=True, width=90)
        yield f"```yaml\n{text.rstrip()}\n```\n"


def _other_schemas() -> Iterator[str]:
    yield "# Settings, reports and frameworks\n"
    yield "The other schemas that come with tocmodel. `tocmodel schema NAME` prints one.\n"
    for name in SCHEMAS:
        if name == "theory":
            continue
        schema = load_schema(name)
        yield f"\n## {schema['title']} (`{name}`)\n"
        yield f"{schema['description']}\n"
        yield from _table(schema, schema)


# --- the rules, from their docstrings


def _rules() -> Iterator[str]:
    yield "# Rules\n"
    yield "What `tocmodel check` looks for. `tocmodel rule CODE` prints one of these pages.\n"
    yield "```{toctree}\n:hidden:\n\nrules/*\n```\n".replace(":hidden:", ":hidden:\n:glob:")
    yield "| code | name | severity | summary |"
    yield "| --- | --- | --- | --- |"
    folder = REFERENCE / "rules"
    folder.mkdir()
    for page in rule_pages().values():
        severity = page.severity.value
        link = f"[{page.code}](rules/{page.code}.md)"
        yield f"| {link} | {page.name} | {severity} | {_cell(page.summary)} |"
        title = f"# {page.code} {page.name}\n\n*{severity.capitalize()}.*\n\n"
        text = f"{title}{page.text.rstrip()}\n"
        (folder / f"{page.code}.md").write_text(text, encoding="utf-8")


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
            yield f"| {_cell(question['ask'])} | {links} | {_cell(said)} |"


# --- the command line, from its own help


def _command_line() -> Iterator[str]:
    yield "# Command line\n"
    yield "Data go to standard output, talk goes to standard error.\n"
    yield (
        "Every option can be set in the environment as well, as `TOCMODEL_COMMAND_OPTION`: "
        "`TOCMODEL_CHECK_FORMAT=json`. `TOCMODEL_ENGINE` names what lays pictures out, also for "
        "the library, and `TOCMODEL_DOT` the `dot` program to use.\n"
    )
    context = click.Context(program, info_name="tocmodel", terminal_width=100)
    yield f"```text\n{program.get_help(context).rstrip()}\n```\n"
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is None:
            raise LookupError(name)
        yield from _help(command, name, context)


def _help(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    """Give a command's help and, of a group, that of the commands in it."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100)
    yield f"\n## {context.command_path}\n"
    yield f"```text\n{command.get_help(context).rstrip()}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _help(found, inner, context)


# --- the library, from its docstrings


def _library() -> Iterator[str]:
    yield "# Library\n"
    yield "Everything public is imported from `tocmodel` itself, and only when it is first used.\n"
    public = {name: getattr(tocmodel, name) for name in tocmodel.__all__}
    functions = [name for name, value in public.items() if _is_function(value)]
    classes = [
        name
        for name, value in public.items()
        if isinstance(value, type) and name != "TheoryOfChange"
    ]
    for heading, names in (
        ("Functions", functions),
        ("A theory", ["TheoryOfChange"]),
        ("Its parts", [name for name in classes if _in_model(name) and not _is_choice(name)]),
        ("Closed sets", [name for name in classes if _is_choice(name)]),
        ("Findings, pictures and failures", [name for name in classes if not _in_model(name)]),
    ):
        yield f"\n## {heading}\n"
        yield "```{eval-rst}"
        for name in names:
            yield from _described(name, public[name])
        yield "```"


def _described(name: str, value: Any) -> Iterator[str]:
    kind = "autoclass" if isinstance(value, type) else "autofunction"
    yield f".. {kind}:: tocmodel.{name}"
    if kind == "autoclass" and (not _in_model(name) or name == "TheoryOfChange"):
        yield "   :members:"
    elif _is_choice(name):
        yield "   :members:"
        yield "   :undoc-members:"
    yield ""


def _is_function(value: Any) -> bool:
    return callable(value) and not isinstance(value, type) and hasattr(value, "__qualname__")


def _in_model(name: str) -> bool:
    return str(getattr(getattr(tocmodel, name), "__module__", "")).startswith("tocmodel.model")


def _is_choice(name: str) -> bool:
    value = getattr(tocmodel, name)
    return isinstance(value, type) and issubclass(value, tocmodel.Choice)


# --- the architecture, from the package itself


def _modules() -> Iterator[str]:
    """Every module and package below tocmodel with the first line of its docstring."""
    for module in sorted(pkgutil.iter_modules(tocmodel.__path__), key=lambda found: found.name):
        path = Path(tocmodel.__path__[0], module.name)
        source = path / "__init__.py" if module.ispkg else path.with_suffix(".py")
        docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
        summary = docstring.partition("\n")[0]
        yield f"``{module.name}``"
        yield f"   {summary}"
        yield ""


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
