"""``tocmodel check``: files, folders, standard input, settings, exit status."""

import json
from pathlib import Path

import pytest
from cli_types import Run

CLEAN = ["--ignore", "TOC"]


def test_a_model_without_findings_is_fine(zone: Path, run: Run) -> None:
    result = run("check", "zone.toc.yaml", *CLEAN)
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "No problems found in 1 file.\n",
        "",
    )


def test_a_broken_model_is_shown_where_it_is_broken(broken: Path, run: Run) -> None:
    result = run("check", "broken.toc.yaml")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout == (
        "broken.toc.yaml:4:43: error TOC010: 'horizon' is 'soon', "
        "which is not one of short, medium, long, impact\n"
        "  4 |   fed: {title: Children are fed, horizon: soon}\n"
        "    |                                           ^^^^\n"
        "  help: 'tocmodel describe horizon' explains each word\n"
        "\n"
        "broken.toc.yaml:6:5: error TOC011: no element 'club'\n"
        "  6 |   - club -> fed\n"
        "    |     ^^^^\n"
        "  help: add it under 'outcomes', 'interventions' or the section where it belongs, or "
        "correct the id\n"
        "\n"
        "2 errors in 1 file.\n"
        "To read why a check matters and what to do: tocmodel describe TOC010\n"
    )


@pytest.mark.parametrize(
    ("fail_on", "status"), [("error", 0), ("warning", 1), ("advice", 1), ("never", 0)]
)
def test_fail_on_says_what_counts(zone: Path, run: Run, fail_on: str, status: int) -> None:
    wanted = ["--select", "no-context", "--severity", "no-context=warning"]
    result = run("check", "zone.toc.yaml", *wanted, "--fail-on", fail_on)
    assert "warning TOC122" in result.stdout
    assert result.exit_code == status


def test_never_lets_a_broken_model_pass_too(broken: Path, run: Run) -> None:
    assert run("check", "broken.toc.yaml", "--fail-on", "never").exit_code == 0


def findings(stdout: str) -> list[tuple[str, str, str]]:
    """File, code and severity of each finding in a JSON report."""
    report = json.loads(stdout)
    return [(item["file"], item["code"], item["severity"]) for item in report["findings"]]


def test_the_configuration_beside_the_model_holds(zone: Path, run: Run) -> None:
    (zone.parent / "tocmodel.toml").write_text(
        'select = ["TOC122"]\nfail_on = "warning"\n[severity]\nno-context = "error"\n'
    )
    result = run("check", "zone.toc.yaml", "--format", "json")
    assert (result.exit_code, findings(result.stdout)) == (
        1,
        [("zone.toc.yaml", "TOC122", "error")],
    )


def test_the_command_line_goes_before_the_configuration(zone: Path, run: Run) -> None:
    (zone.parent / "tocmodel.toml").write_text(
        'select = ["TOC1"]\nfail_on = "advice"\n[severity]\nTOC122 = "error"\n'
    )
    arguments = ["--select", "TOC122", "--severity", "TOC122=advice", "--fail-on", "error"]
    result = run("check", "zone.toc.yaml", "--format", "json", *arguments)
    assert (result.exit_code, findings(result.stdout)) == (
        0,
        [("zone.toc.yaml", "TOC122", "advice")],
    )


def test_each_model_has_the_configuration_of_its_own_folder(zone: Path, run: Run) -> None:
    other = zone.parent / "other" / "zone.toc.yaml"
    other.parent.mkdir()
    other.write_text(zone.read_text())
    (other.parent / "tocmodel.toml").write_text('select = "TOC122"\nfail_on = "never"\n')
    (zone.parent / "tocmodel.toml").write_text('select = "TOC125"\n')
    result = run("check", "--format", "json")
    assert [(file, code) for file, code, _ in findings(result.stdout)] == [
        ("zone.toc.yaml", "TOC125"),
        (str(Path("other", "zone.toc.yaml")), "TOC122"),
    ]


def test_an_unknown_setting_is_an_error_with_a_suggestion(zone: Path, run: Run) -> None:
    (zone.parent / "tocmodel.toml").write_text('ignroe = ["TOC1"]\n')
    result = run("check", "zone.toc.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "tocmodel.toml' is not right:\n" in result.stderr
    assert "did you mean 'ignore'?" in result.stderr


def test_an_unknown_rule_is_an_error(zone: Path, run: Run) -> None:
    result = run("check", "zone.toc.yaml", "--ignore", "no-contxt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: there is no check 'no-contxt'; did you mean 'no-context'?" in result.stderr


def test_a_folder_stands_for_the_models_in_it_and_below(zone: Path, run: Run) -> None:
    for name in ("b/one.toc.json", "b/a.toc.yml", "b/notes.yaml", ".git/x.toc.yaml"):
        path = zone.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"tocmodel": 1, "title": "One"}')
    result = run("check", "--format", "json", *CLEAN)
    assert json.loads(result.stdout)["files"] == [
        "zone.toc.yaml",
        str(Path("b", "a.toc.yml")),
        str(Path("b", "one.toc.json")),
    ]


def test_a_model_that_is_named_twice_is_checked_once(zone: Path, run: Run) -> None:
    result = run("check", "zone.toc.yaml", ".", "--format", "json", *CLEAN)
    assert json.loads(result.stdout)["files"] == ["zone.toc.yaml"]


def test_a_folder_without_models_is_an_error(folder: Path, run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: there is no theory file in '.'; "
        "its name must end in .toc.yaml, .toc.yml or .toc.json; "
        "to start one, type: tocmodel new --guide\n"
    )


def test_a_missing_file_does_not_hide_the_others(zone: Path, run: Run) -> None:
    result = run("check", "no.toc.yaml", "zone.toc.yaml", *CLEAN)
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "No problems found in 1 file.\n",
        "Error: cannot read 'no.toc.yaml': there is no such file; check the name and the folder\n",
    )


def test_standard_input_is_a_model(zone: Path, run: Run) -> None:
    result = run("check", "-", "--select", "TOC122", stdin=zone.read_text())
    assert result.exit_code == 0
    assert result.stdout.startswith("<stdin>:2:8: warning TOC122: ")


def test_standard_input_can_have_a_name_and_be_json(folder: Path, run: Run) -> None:
    arguments = ["check", "-", "--stdin-name", "x.toc.json", "--format", "json"]
    result = run(*arguments, stdin='{"tocmodel": 1,\n "title": "A", "tilte": "B"}')
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(one["file"], one["line"], one["column"]) for one in report["findings"]] == [
        ("x.toc.json", 2, 16)
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"\x80abc",
        b"\x00",
        b"- \t- [",
        b"{" * 200,
        b"a: &b [*b]",
        b"\xef\xbb\xbf",
    ],
    ids=repr,
)
def test_whatever_a_file_holds_is_a_finding(folder: Path, run: Run, data: bytes) -> None:
    (folder / "odd.toc.yaml").write_bytes(data)
    for format_ in ("text", "json", "sarif", "github", "junit"):
        result = run("check", "odd.toc.yaml", "--format", format_)
        assert (result.exit_code, result.stderr) == (1, ""), result.output
        assert "TOC0" in result.stdout


def test_a_report_goes_to_a_file(zone: Path, run: Run) -> None:
    result = run("check", "zone.toc.yaml", "--format", "sarif", "-o", "out.sarif", *CLEAN)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(Path("out.sarif").read_text())["version"] == "2.1.0"


def test_a_report_that_cannot_be_written_is_status_two(zone: Path, run: Run) -> None:
    result = run("check", "zone.toc.yaml", "-o", "no/out.txt")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: cannot write 'no/out.txt': there is no folder 'no'; make it first\n",
    )


def test_a_path_below_the_current_folder_is_shown_from_there(zone: Path, run: Run) -> None:
    result = run("check", str(zone), "--format", "json")
    assert json.loads(result.stdout)["files"] == ["zone.toc.yaml"]


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--colour", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_comes_only_when_it_is_wanted(  # fixtures and cases
    broken: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "broken.toc.yaml", *arguments).stdout) is coloured


def test_an_option_can_come_from_the_environment(
    zone: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOCMODEL_CHECK_FORMAT", "json")
    assert json.loads(run("check", "zone.toc.yaml").stdout)["tool"]["name"] == "tocmodel"
