"""What somebody sees who writes a theory in an editor: offers, explanations, and what is wrong.

An editor with the YAML language server knows of tocmodel only what the schema beside the file
says, by way of the line that ``tocmodel new`` writes at the head of the file.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from language_server import LanguageServer

from tocmodel.cli.new import TEMPLATES
from tocmodel.cli.program import program
from tocmodel.fileformat.loading import reads
from tocmodel.model import SECTIONS
from tocmodel.model.evidence import ONE_OR_SEVERAL
from tocmodel.model.origin import ORIGIN_FIELDS
from tocmodel.schema import load_schema, problems
from tocmodel.schema.vocabulary import current_keys
from tocmodel.syntax import Tree, parse

THEORY = load_schema("theory")
EVERYTHING = Path(__file__).parent / "corpus" / "good" / "everything.toc.yaml"
CURSOR = "|"

Write = Callable[[str], Path]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which ``tocmodel new`` has written a theory, and the schema beside it."""
    folder = tmp_path_factory.mktemp("zone")
    for template in TEMPLATES:
        arguments = ["new", str(folder / f"{template}.toc.yaml"), "--template", template]
        result = CliRunner().invoke(program, arguments)
        assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def write(folder: Path, request: pytest.FixtureRequest) -> Write:
    """Write a file that starts with the line by which the starters name the schema."""
    modeline = (folder / f"{TEMPLATES[0]}.toc.yaml").read_text(encoding="utf-8").splitlines()[0]

    def written(text: str) -> Path:
        number = len(list(folder.iterdir()))
        path = folder / f"written-{number}.toc.yaml"
        path.write_text(f"{modeline}\n{text}", encoding="utf-8")
        return path

    return written


class Place:
    """A cursor in an open file."""

    def __init__(self, server: LanguageServer, write: Write, text: str) -> None:
        before, _, after = f"tocmodel: 1\ntitle: T\n{text}".partition(CURSOR)
        self.path = write(before + after)
        self.server = server
        self.line = before.count("\n") + 1
        self.column = len(before) - before.rfind("\n") - 1
        server.open(self.path)

    def offers(self) -> dict[str, dict[str, Any]]:
        """What the editor offers at the cursor, by label."""
        return self.server.complete(self.path, self.line, self.column)

    def accepted(self, label: str) -> str:
        """The whole file once an offer is taken and all its gaps are left as they are."""
        edit = self.offers()[label]["textEdit"]
        lines = self.path.read_text(encoding="utf-8").split("\n")
        line = lines[edit["range"]["start"]["line"]]
        start, end = edit["range"]["start"]["character"], edit["range"]["end"]["character"]
        indent = " " * (len(line) - len(line.lstrip(" ")) if line.strip() else start)
        new = _filled(edit["newText"]).replace("\n", f"\n{indent}")
        lines[edit["range"]["start"]["line"]] = line[:start] + new + line[end:]
        return "\n".join(lines)


def _filled(snippet: str) -> str:
    """A snippet with the first of its choices, and with the words that stand in its gaps."""
    chosen = re.sub(r"\$\{[0-9]+\|([^,|]*)[^}]*\|\}", r"\1", snippet)
    return re.sub(r"\$\{[0-9]+:([^}]*)\}", r"\1", chosen)


def target(rules: dict[str, Any]) -> str:
    return str(rules["$ref"]).rpartition("/")[2]


def resolved(rules: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in rules:
        return rules
    return resolved(THEORY["$defs"][target(rules)]) | rules


def entry(section: str) -> dict[str, Any]:
    """The rules of the entries of a section."""
    return resolved(THEORY["properties"][section]["additionalProperties"])


HOLDERS: dict[str, tuple[str, dict[str, Any]]] = {
    "the file": (CURSOR, THEORY),
    "place": (f"place:\n  {CURSOR}", THEORY["$defs"]["place"]),
    "revision": (f"revision:\n  {CURSOR}", THEORY["$defs"]["revision"]),
    "links": (f"links:\n  - {CURSOR}", THEORY["$defs"]["link"]),
    "waivers": (f"waivers:\n  - {CURSOR}", THEORY["$defs"]["waiver"]),
    "a figure": (f"place:\n  name: P\n  pupils:\n    {CURSOR}", THEORY["$defs"]["figure"]),
    "a figure in a list": (
        f"indicators:\n  i:\n    observations:\n      - {CURSOR}",
        THEORY["$defs"]["figure"],
    ),
    "a spread": (
        f"place:\n  name: P\n  pupils:\n    spread:\n      {CURSOR}",
        THEORY["$defs"]["spread"],
    ),
    "since when": (
        f"conditions:\n  c:\n    routinely_monitored:\n      {CURSOR}",
        THEORY["$defs"]["monitoring"],
    ),
    "an agreement": (
        f"conditions:\n  c:\n    agreed:\n      {CURSOR}",
        THEORY["$defs"]["agreement"],
    ),
    "an amount": (
        f"inputs:\n  i:\n    amounts:\n      - {CURSOR}",
        THEORY["$defs"]["amount"],
    ),
    "a dose": (f"interventions:\n  i:\n    dose:\n      {CURSOR}", THEORY["$defs"]["dose"]),
    "a quotation": (
        f"outcomes:\n  o:\n    quotes:\n      - {CURSOR}",
        THEORY["$defs"]["quotation"],
    ),
    "a consent": (
        f"outcomes:\n  o:\n    quotes:\n      - consent:\n          {CURSOR}",
        THEORY["$defs"]["consent"],
    ),
    "a voice": (f"links:\n  - from: a\n    voices:\n      - {CURSOR}", THEORY["$defs"]["voice"]),
    "a plan": (f"spaces:\n  s:\n    plan:\n      {CURSOR}", THEORY["$defs"]["spacePlan"]),
    "a plan for a cycle": (
        f"spaces:\n  s:\n    plan:\n      applied:\n        {CURSOR}",
        THEORY["$defs"]["cyclePlan"],
    ),
    "data": (f"indicators:\n  i:\n    data:\n      {CURSOR}", THEORY["$defs"]["indicatorData"]),
    "a criterion": (
        f"indicators:\n  i:\n    data:\n      where:\n        age:\n          {CURSOR}",
        THEORY["$defs"]["criterion"],
    ),
    "data of a tracker": (
        f"trackers:\n  t:\n    data:\n      {CURSOR}",
        THEORY["$defs"]["trackerData"],
    ),
    "a sign": (f"trackers:\n  t:\n    signs:\n      s:\n        {CURSOR}", THEORY["$defs"]["sign"]),
    "a tip": (f"trackers:\n  t:\n    tips:\n      s:\n        {CURSOR}", THEORY["$defs"]["tip"]),
    "an offer": (
        f"trackers:\n  t:\n    offers:\n      s:\n        {CURSOR}",
        THEORY["$defs"]["offer"],
    ),
    "a capacity": (
        f"trackers:\n  t:\n    offers:\n      s:\n        capacity:\n          {CURSOR}",
        THEORY["$defs"]["capacity"],
    ),
    "what is given": (
        f"trackers:\n  t:\n    offers:\n      s:\n        given:\n          {CURSOR}",
        THEORY["$defs"]["columnCriterion"],
    ),
    "back on track": (
        f"trackers:\n  t:\n    back_on_track:\n      {CURSOR}",
        THEORY["$defs"]["backOnTrack"],
    ),
    "a rating": (f"evidence:\n  e:\n    rated:\n      - {CURSOR}", THEORY["$defs"]["rating"]),
    "a step": (f"stories:\n  s:\n    steps:\n      - {CURSOR}", THEORY["$defs"]["storyStep"]),
    "a translation": (
        f"translations:\n  cy:\n    o:\n      {CURSOR}",
        THEORY["$defs"]["translation"],
    ),
    "an assumption of a link": (
        f"links:\n  - from: a\n    assumes:\n      - {CURSOR}",
        THEORY["$defs"]["assumption"],
    ),
    "evidence of a link": (
        f"links:\n  - from: a\n    evidence:\n      - {CURSOR}",
        THEORY["$defs"]["evidence"],
    ),
} | {name: (f"{name}:\n  x:\n    {CURSOR}", entry(name)) for name in SECTIONS}
"""Each mapping of the language: where an editor stands in it, and its rules."""


def words(rules: dict[str, Any]) -> dict[str, str]:
    """The words of a closed set, with their meanings."""
    found = resolved(rules)
    found = resolved(found["anyOf"][0]) if "anyOf" in found else found
    return dict(zip(found.get("enum", ()), found.get("enumDescriptions", ()), strict=True))


CLOSED = {
    f"{name}: {key}": (text.replace(CURSOR, f"{key}: {CURSOR}"), words(rules))
    for name, (text, holder) in HOLDERS.items()
    for key, rules in holder["properties"].items()
    if words(rules)
} | {
    f"views: {key}": (
        f"views:\n  x:\n    {key}:\n      - {CURSOR}",
        words(entry("views")["properties"][key]["items"]),
    )
    for key in ("show", "columns")
}
"""Each field that takes one of a few words, with the words and their meanings."""


def documentation(offer: dict[str, Any]) -> str:
    text = offer.get("documentation", "")
    return text["value"] if isinstance(text, dict) else text


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_theory_has_nothing_wrong_with_it(
    language_server: LanguageServer, folder: Path, template: str
) -> None:
    assert language_server.open(folder / f"{template}.toc.yaml") == []


@pytest.mark.parametrize("name", HOLDERS)
def test_an_editor_offers_every_key(
    language_server: LanguageServer, write: Write, name: str
) -> None:
    text, holder = HOLDERS[name]
    offers = Place(language_server, write, text).offers()
    there = {"tocmodel", "title"} if name == "the file" else set()
    older = set(holder["properties"]) - set(current_keys(holder))
    assert set(current_keys(holder)) - there <= set(offers)
    assert older.isdisjoint(offers)


@pytest.mark.parametrize("name", HOLDERS)
def test_taking_a_key_leaves_no_example_in_the_file(
    language_server: LanguageServer, write: Write, name: str
) -> None:
    text, holder = HOLDERS[name]
    offers = Place(language_server, write, text).offers()
    left = {
        key: offers[key]["textEdit"]["newText"]
        for key in holder["properties"]
        if key in offers and re.search(r"\$\{[0-9]+:", offers[key]["textEdit"]["newText"])
    }
    assert left == {}


@pytest.mark.parametrize("name", CLOSED)
def test_an_editor_offers_every_word_of_a_closed_set_with_its_meaning(
    language_server: LanguageServer, write: Write, name: str
) -> None:
    text, meanings = CLOSED[name]
    offers = Place(language_server, write, text).offers()
    told = {label.strip('"'): documentation(offer) for label, offer in offers.items()}
    assert {word: told.get(word) for word in meanings} == meanings


@pytest.mark.parametrize("section", [*SECTIONS, "links", "waivers"])
def test_a_new_entry_that_an_editor_writes_is_valid(
    language_server: LanguageServer, write: Write, section: str
) -> None:
    place = Place(language_server, write, f"{section}:\n  {CURSOR}")
    [snippet] = THEORY["properties"][section]["defaultSnippets"]
    text = place.accepted(snippet["label"])
    tree = parse(text, "new.toc.yaml")
    assert (tree.findings, problems(tree.data)) == ((), [])
    assert len(tree.data[section]) == 1


def test_a_new_chain_can_be_added_to_the_links(
    language_server: LanguageServer, write: Write
) -> None:
    place = Place(language_server, write, f"links:\n  - a -> b\n  - {CURSOR}")
    tree = parse(place.accepted("New chain"), "new.toc.yaml")
    assert tree.data["links"] == ["a -> b", "cause-id -> effect-id"]


def keys(tree: Tree, rules: dict[str, Any], value: Any, at: Any = ()) -> Iterator[tuple[Any, str]]:
    """The address of each known key below a value, and what the schema says of it.

    Of a field that takes different kinds of value, an editor tells what it says of the kind that
    stands there.
    """
    rules = resolved(rules)
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from keys(tree, rules.get("items", {}), item, (*at, place))
    elif isinstance(value, dict):
        rules = resolved(rules["then"]) if "properties" not in rules and "then" in rules else rules
        for key, inside in value.items():
            below = rules.get("properties", {}).get(key, rules.get("additionalProperties", {}))
            if key in rules.get("properties", {}):
                kinds = resolved(below).get("anyOf", [below])
                told = [kind for kind in map(resolved, kinds) if _is(inside, kind)]
                yield (*at, key), told[0]["description"]
            if isinstance(below, dict):
                yield from keys(tree, below, inside, (*at, key))


def _is(value: Any, rules: dict[str, Any]) -> bool:
    """Whether a value is of the kind of one of the alternatives of a field."""
    kind = {"string": str, "number": int | float}.get(str(rules.get("type")))
    return kind is None or isinstance(value, kind)


def plain(text: str) -> str:
    """Letters and digits only: the server puts backslashes before what Markdown would read."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower())


def test_an_editor_explains_every_key(language_server: LanguageServer, write: Write) -> None:
    lines = EVERYTHING.read_text(encoding="utf-8").splitlines(keepends=True)
    path = write("".join(line for line in lines if not line.startswith("$schema")))
    assert language_server.open(path) == []
    tree = parse(path.read_text(encoding="utf-8"), str(path))
    known = dict(keys(tree, THEORY, tree.data))
    unexplained = []
    for pointer, description in known.items():
        span = tree.span(pointer, key=True)
        shown = language_server.hover(path, span.line - 1, span.column)
        # Where a list may also be one mapping, the server shows what the mapping is.
        figure = THEORY["$defs"]["figure"]["description"] if pointer[-1] in ONE_OR_SEVERAL else ""
        if not any(text and plain(text) in plain(shown) for text in (description, figure)):
            unexplained.append(pointer)
    assert unexplained == []


def test_the_file_with_every_key_has_every_key() -> None:
    tree = parse(EVERYTHING.read_text(encoding="utf-8"), str(EVERYTHING))
    used = {(pointer[0], pointer[-1]) for pointer, _ in keys(tree, THEORY, tree.data)}
    shared = {*entry("outputs")["properties"], *ORIGIN_FIELDS}  # by one $ref each
    missing = [
        (name, key)
        for name in SECTIONS
        for key in entry(name)["properties"]
        if (name, key) not in used and key not in shared
    ]
    assert missing == []
    everywhere = {key for _, holder in HOLDERS.values() for key in holder["properties"]}
    older = {"rule"}  # still read in a waiver, which has the one word or the other
    assert {key for _, key in used} == everywhere - older


WRONG = """\
tocmodel: 1
title: A zone
outcomes:
  engaged:
    title: Families are engaged
    horizon: medum
  School Ready:
    title: Children are ready
  calm:
    tiel: Parents are calm
place:
  name: The estate
  children: many
links:
  - engaged
"""
NO_CHAIN = "A chain is two or more ids or titles with arrows between them: "
EXPECTED = [
    (6, 'Value is not accepted. Valid values: "short", "medium", "long", "impact".'),
    (7, "An id is lower-case words joined by hyphens, such as school-ready."),
    (9, 'Missing property "title".'),
    (10, "Property tiel is not allowed."),
    (13, "Incorrect type. Expected one of number, object."),
    (15, f"{NO_CHAIN}cause -> effect -> further effect."),
]


def test_an_editor_reports_what_is_wrong_at_the_line_where_it_is(
    language_server: LanguageServer, write: Write
) -> None:
    found = [
        (diagnostic["range"]["start"]["line"], diagnostic["message"])
        for diagnostic in language_server.open(write(WRONG))
    ]
    assert sorted(found) == EXPECTED  # the first line of the file is the one that names the schema


TITLES = """\
tocmodel: 1
title: A zone
interventions:
  visits: {title: Home visits (2019 – 2023)}
outcomes:
  ask: {title: Families ask for help early}
  move: {title: "Families move from A -> B"}
links:
  - Home visits (2019 – 2023) -> Families ask for help early -> visits
  - {from: [Home visits (2019 – 2023), ask], to: Families move from A -> B}
"""


def test_an_editor_reports_nothing_about_titles_at_the_ends_of_links(
    language_server: LanguageServer, write: Write
) -> None:
    assert language_server.open(write(TITLES)) == []
    assert reads(TITLES).findings == ()
