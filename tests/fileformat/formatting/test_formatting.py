"""The normal form of a theory's file."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import theories
from typed_text import reordered, typed_texts

from tocmodel import dumps, load
from tocmodel.diagnostics import ModelFileError, TocModelError
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.editing.replacements import comments
from tocmodel.fileformat.formatting import format_text, formatted_text
from tocmodel.fileformat.formatting.key_order import theory_order
from tocmodel.fileformat.loading import read, reads
from tocmodel.starters import PACKAGE, TEMPLATES, examples
from tocmodel.syntax import Tree

CASES: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")
)
EXAMPLES = sorted(other for path in examples().values() for other in path.parent.glob("*.toc.yaml"))
SUPPLIED = [*EXAMPLES, *(PACKAGE / "templates" / f"{name}.toc.yaml" for name in TEMPLATES)]


def comments_of(tree: Tree) -> list[str]:
    return sorted(tree.text[start:end].rstrip() for start, end in comments(tree))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_file_gets_its_normal_form(case: dict[str, str]) -> None:
    assert formatted_text(reads(case["typed"])) == case["form"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_normal_form_stays_as_it_is(case: dict[str, str]) -> None:
    assert formatted_text(reads(case["form"])) == case["form"]


@pytest.mark.parametrize("path", SUPPLIED, ids=lambda path: path.name)
def test_every_example_and_template_is_in_its_normal_form(path: Path) -> None:
    document = read(path)
    assert formatted_text(document) == document.tree.text


@settings(max_examples=20)
@given(data=st.data(), theory=theories())
def test_any_file_keeps_its_theory_and_its_comments(data: st.DataObject, theory: Any) -> None:
    document = reads(data.draw(typed_texts(to_data(theory))))
    assume(document.theory is not None)
    text = formatted_text(document)
    again = reads(text)
    assert again.theory == document.theory
    assert comments_of(again.tree) == comments_of(document.tree)
    assert formatted_text(again) == text


@settings(max_examples=10)
@given(theories())
def test_keys_are_in_the_order_of_the_schema_everywhere(theory: Any) -> None:
    found = reads(formatted_text(reads(dumps(theory)))).tree.data
    assert yaml.dump(found, sort_keys=False) == yaml.dump(
        reordered(found, theory_order()), sort_keys=False
    )


@settings(max_examples=10)
@given(theories())
def test_a_file_of_json_keeps_its_theory(theory: Any) -> None:
    document = reads(dumps(theory, "json"), "x.toc.json")
    text = formatted_text(document)
    assert reads(text, "x.toc.json").theory == theory
    assert formatted_text(reads(text, "x.toc.json")) == text


def test_json_has_an_entry_a_line_and_its_numbers_as_written() -> None:
    typed = (
        '{"title":"T","tocmodel":1,"fields":{"n":1.50},"outcomes":{"a":{"title":"A"}},"links":[]}'
    )
    assert formatted_text(reads(typed, "x.toc.json")).splitlines() == [
        "{",
        '  "tocmodel": 1,',
        '  "title": "T",',
        '  "fields": {',
        '    "n": 1.50',
        "  },",
        '  "outcomes": {',
        '    "a": {',
        '      "title": "A"',
        "    }",
        "  },",
        '  "links": []',
        "}",
    ]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_last_text_without_a_line_break_stays_without_one(end: str) -> None:
    document = reads(f"tocmodel: 1\ntitle: T\nnotes: |\n   one{end}")
    assert formatted_text(document).endswith(f"notes: |{'' if end else '-'}\n  one\n")


def test_spaces_that_mean_something_in_a_text_stay() -> None:
    literal = "|\n   one\n      \n   two\n     \n"
    typed = f'tocmodel: 1\ntitle: T\nnotes: {literal}summary: "a\\\n   b\\ \n   c"\n'
    document = reads(typed)
    assert reads(formatted_text(document)).theory == document.theory


def test_an_included_theory_gives_ids_for_its_titles(tmp_path: Path) -> None:
    zone = "tocmodel: 1\ntitle: Zone\noutcomes: {ready: {title: Children are ready}}\n"
    (tmp_path / "zone.toc.yaml").write_text(zone, encoding="utf-8")
    town = tmp_path / "town.toc.yaml"
    head = "tocmodel: 1\ntitle: Town\nincludes: {zone: {title: Zone, file: zone.toc.yaml}}\n"
    town.write_text(
        f"{head}outcomes: {{well: {{title: Well}}}}\nlinks: [Children are ready -> Well]\n",
        encoding="utf-8",
    )
    assert formatted_text(read(town)).endswith("links: [zone/ready -> well]\n")
    assert load(town).links[0].from_ == "zone/ready"


def test_an_invalid_file_has_no_normal_form() -> None:
    with pytest.raises(ModelFileError, match="no key 'titel'"):
        formatted_text(reads("tocmodel: 1\ntitel: T\n"))


def test_a_form_that_reads_differently_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        format_text.YamlForm, "written", lambda _form, _order: "tocmodel: 1\ntitle: Another\n"
    )
    with pytest.raises(TocModelError, match="cannot be formatted safely, so nothing was written"):
        formatted_text(reads("tocmodel: 1\ntitle: T\n", "x.toc.yaml"))
