"""Makes the pages of the file format and of the other schemas, from the schemas."""

from collections.abc import Iterable, Iterator

from tocmodel.report.description import as_yaml
from tocmodel.schema import SCHEMAS, load_schema
from tocmodel.schema.vocabulary import TOP, Key, Kind, keys_of, resolve, vocabulary


def file_format() -> Iterator[str]:
    """Yield the page of the file format line by line."""
    top = vocabulary()[TOP]
    yield "# The file format\n"
    yield f"{top.description}\n"
    yield (
        "A file is called `NAME.toc.yaml` or `NAME.toc.json`. It is UTF-8 text in YAML 1.2 "
        "(so `NO`, `on` and `12:30` stay text), without anchors, aliases or tags. "
        "`tocmodel describe` shows the same in the terminal.\n"
    )
    yield "## Keys of a file\n"
    yield from _table(top.keys)
    yield ("\nA section may be empty. Every entry of a section is below its id.")
    kinds = [kind for kind in vocabulary().values() if kind.name != TOP]
    for kind in kinds:
        if kind.section:
            yield from _section(kind)
    yield "\n## Values that several sections share"
    for kind in kinds:
        if not kind.section:
            yield f"\n### {kind.title}\n"
            yield f"{kind.description}\n"
            yield from _example(kind.example)
            yield from _table(kind.keys)


def other_schemas() -> Iterator[str]:
    """Yield the page of the other schemas line by line."""
    yield "# Settings, reports and frameworks\n"
    yield "The other schemas that come with tocmodel. `tocmodel schema NAME` prints one."
    for name in SCHEMAS:
        if name == "theory":
            continue
        schema = load_schema(name)
        yield f"\n## {schema['title']} (`{name}`)\n"
        yield f"{schema['description']}\n"
        entry = resolve(schema, schema["items"]) if schema["type"] == "array" else schema
        yield from _table(keys_of(schema, entry))


def _section(kind: Kind) -> Iterator[str]:
    yield f"\n## {kind.name}\n"
    yield f"{kind.section}\n"
    if kind.description != kind.section:
        yield f"{kind.title}: {kind.description}\n"
    yield from _example({kind.name: kind.example})
    yield from _table(kind.keys)


def _example(example: object) -> Iterator[str]:
    yield f"```yaml\n{as_yaml(example)}\n```\n"


def _table(keys: Iterable[Key]) -> Iterator[str]:
    yield "| key | meaning | values |"
    yield "| --- | --- | --- |"
    for key in keys:
        needed = " **needed**" if key.needed else ""
        yield f"| `{key.name}`{needed} | {cell(key.description)} | {_values(key)} |"


def _values(key: Key) -> str:
    words = [f"`{word.word}`: {cell(word.meaning)}" for word in key.words if word.meaning]
    bare = [f"`{word.word}`" for word in key.words if not word.meaning]
    takes = [] if key.takes == "a word" and key.words else [cell(_taken(key))]
    return "<br>".join((*takes, *words, *bare))


def _taken(key: Key) -> str:
    kind = vocabulary().get(key.holds) if key.holds and key.holds != key.name else None
    if kind is None:
        return key.takes
    title = kind.name if kind.section else kind.title
    link = f"[{title}](#{title.casefold().replace(' ', '-')})"
    return f"{key.takes}: {link}"


def cell(text: str) -> str:
    """Make a text fit into a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")
