"""``tocmodel new``: starters that pass the checks, examples, and what an editor needs."""

import json
import re
from pathlib import Path

import pytest
from cli_types import Run

from tocmodel.checks import check
from tocmodel.cli.new import TEMPLATES
from tocmodel.diagnostics import Severity
from tocmodel.fileformat.loading import read
from tocmodel.schema import schema_text
from tocmodel.starters import MODELINE, PACKAGE, examples
from tocmodel.starters import TEMPLATES as ABOUT


def test_the_templates_of_the_help_are_those_there_are() -> None:
    folder = PACKAGE / "templates"
    files = sorted(path.name.removesuffix(".toc.yaml") for path in folder.iterdir())
    assert sorted(TEMPLATES) == sorted(ABOUT) == files


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_starter_has_no_error_and_asks_for_evidence_next(
    folder: Path, run: Run, template: str
) -> None:
    assert run("new", "zone.toc.yaml", "--template", template).exit_code == 0
    found = check(read("zone.toc.yaml"))
    assert [one.rule for one in found if one.severity is not Severity.ADVICE] == [
        "outcome-no-evidence"
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_evidence_in_a_starter_works_once_its_comment_marks_are_gone(
    folder: Path, run: Run, template: str
) -> None:
    run("new", "zone.toc.yaml", "--template", template)
    head, mark, tail = Path("zone.toc.yaml").read_text(encoding="utf-8").partition("# sources:\n")
    block, gap, rest = tail.partition("\n\n")
    lines = [line.removeprefix("# ") for line in (mark + block).splitlines()]
    text = head + "\n".join(lines) + gap + rest
    Path("zone.toc.yaml").write_text(text, encoding="utf-8")
    document = read("zone.toc.yaml")
    assert document.findings == ()
    assert document.theory is not None
    assert list(document.theory.evidence) == ["families-told-us"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_starter_holds_the_line_that_names_its_own_copy_of_the_schema(
    folder: Path, run: Run, template: str
) -> None:
    run("new", "zone.toc.yaml", "--template", template)
    first = Path("zone.toc.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == MODELINE
    schema = folder / first.partition("$schema=")[2]
    assert schema.read_text(encoding="utf-8") == schema_text("theory")


def test_the_zone_is_the_usual_template_and_the_ending_is_added(folder: Path, run: Run) -> None:
    result = run("new", "harbour")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "Wrote harbour.toc.yaml\n"
        "Next: open it in an editor, then run  tocmodel check harbour.toc.yaml\n"
    )
    assert "Our zone's theory of change" in Path("harbour.toc.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", examples())
def test_an_example_is_copied_with_the_line_for_editors(folder: Path, run: Run, name: str) -> None:
    assert run("new", "copy.toc.yaml", "--example", name).exit_code == 0
    copied = Path("copy.toc.yaml").read_text(encoding="utf-8").splitlines()
    text = examples()[name].read_text(encoding="utf-8")
    own = re.sub(r"file: \.\./[^/]+/", "file: ", text).splitlines()  # what it includes lies beside
    assert copied[0] == MODELINE
    assert copied[1:] == [line for line in own if not line.startswith("# yaml-language-server:")]


def test_an_example_has_its_own_name_where_none_is_given(folder: Path, run: Run) -> None:
    assert run("new", "--example", "pembury").exit_code == 0
    assert (folder / "pembury.toc.yaml").is_file()


def test_a_file_is_replaced_only_by_force(zone: Path, run: Run) -> None:
    before = zone.read_text()
    result = run("new", "zone.toc.yaml")
    assert (result.exit_code, zone.read_text()) == (2, before)
    assert result.stderr == (
        "Error: 'zone.toc.yaml' exists already; use another name, or use --force to replace it\n"
    )
    assert run("new", "zone.toc.yaml", "--force").exit_code == 0
    assert zone.read_text(encoding="utf-8") != before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name the file to write: tocmodel new NAME.toc.yaml"),
        (["a.yaml"], "the name 'a.yaml' must end in .toc.yaml or .toc.yml; for example a.toc.yaml"),
        (["a.toc.json"], "the name 'a.toc.json' must end in .toc.yaml or .toc.yml"),
        (["."], "'.' is a folder; name a file in it, like zone.toc.yaml"),
        (["a", "--example", "pembry"], "there is no example 'pembry'; did you mean 'pembury'?"),
        (["a", "--example", "xyz"], "there is no example 'xyz'; 'tocmodel new --list' lists them"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is(
    folder: Path, run: Run, arguments: list[str], message: str
) -> None:
    result = run("new", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Error: {message}" in result.stderr
    assert list(folder.iterdir()) == []


def test_a_missing_folder_is_made(folder: Path, run: Run) -> None:
    assert run("new", "zones/harbour.toc.yaml").exit_code == 0
    assert (folder / "zones" / ".tocmodel" / "theory.schema.json").is_file()


def test_vs_code_gets_the_schema_and_the_extension(folder: Path, run: Run) -> None:
    assert run("new", "zone.toc.yaml", "--editor", "vscode").exit_code == 0
    schema = "./.tocmodel/theory.schema.json"
    assert json.loads((folder / ".vscode" / "settings.json").read_text()) == {
        "yaml.schemas": {schema: ["*.toc.yaml", "*.toc.yml"]},
        "json.schemas": [{"fileMatch": ["*.toc.json"], "url": schema}],
    }
    assert json.loads((folder / ".vscode" / "extensions.json").read_text()) == {
        "recommendations": ["redhat.vscode-yaml"]
    }


def test_settings_that_are_there_are_kept(folder: Path, run: Run) -> None:
    settings = folder / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.tabSize": 2, "yaml.schemas": {"a.json": "*.a"}}')
    run("new", "one.toc.yaml", "--editor", "vscode")
    first = settings.read_text()
    run("new", "two.toc.yaml", "--editor", "vscode")
    assert settings.read_text() == first
    assert json.loads(first)["editor.tabSize"] == 2
    assert json.loads(first)["yaml.schemas"]["a.json"] == "*.a"


@pytest.mark.parametrize(
    "text", ["// mine\n{}", "[]", '{"yaml.schemas": []}', '{"json.schemas": 1}']
)
def test_settings_that_cannot_be_joined_are_left_alone(folder: Path, run: Run, text: str) -> None:
    settings = folder / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(text)
    result = run("new", "zone.toc.yaml", "--editor", "vscode")
    assert result.exit_code == 2
    assert f"Error: cannot add to '{Path('.vscode', 'settings.json')}': " in result.stderr
    assert settings.read_text() == text
    assert not (folder / "zone.toc.yaml").exists()


def test_templates_and_examples_are_listed(run: Run) -> None:
    listed = run("new", "--list").stdout
    assert [name for name in (*TEMPLATES, *examples()) if f"\n  {name}" not in listed] == []


def test_an_example_that_includes_others_comes_with_them_and_checks_as_it_did(
    folder: Path, run: Run
) -> None:
    assert run("new", "--example", "headstart").exit_code == 0
    assert sorted(path.name for path in folder.glob("*.toc.yaml")) == [
        "blackpool-resilience-revolution.toc.yaml",
        "cornwall.toc.yaml",
        "headstart.toc.yaml",
        "hull.toc.yaml",
        "kent.toc.yaml",
        "newham.toc.yaml",
        "wolverhampton-headstart.toc.yaml",
    ]
    copied = [finding.message for finding in check(read("headstart.toc.yaml"))]
    assert copied == [finding.message for finding in check(read(examples()["headstart"]))]
