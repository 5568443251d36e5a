"""Where a configuration is found, its settings, and the messages for its mistakes."""

from pathlib import Path

import pytest

from tocmodel.config import Config, find_config
from tocmodel.diagnostics import Severity, TocModelError
from tocmodel.model.convert import FrozenDict


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert find_config(tmp_path) == Config()
    assert Config().fail_on is Severity.ERROR


def test_everything_that_can_be_said_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tocmodel.toml"
    path.write_text(
        'select = ["TOC1", "TOC204"]\n'
        'ignore = "no-context"\n'
        'fail_on = "never"\n'
        "suppress_below = 5\n"
        'font = ["fonts/own.ttf", "/fonts/bold.ttf"]\n'
        "[severity]\n"
        'TOC204 = "error"\n'
    )
    assert find_config(tmp_path) == Config(
        select=("TOC1", "TOC204"),
        ignore=("no-context",),
        severity=FrozenDict({"TOC204": Severity.ERROR}),
        fail_on=None,
        suppress_below=5,
        font=(tmp_path / "fonts" / "own.ttf", Path("/fonts/bold.ttf")),
        path=path,
    )


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    zone = tmp_path / "zones" / "harbour"
    zone.mkdir(parents=True)
    (tmp_path / "tocmodel.toml").write_text('ignore = ["TOC1"]')
    assert find_config(zone).path == tmp_path / "tocmodel.toml"
    (tmp_path / "zones" / "pyproject.toml").write_text('[tool.tocmodel]\nignore = ["TOC2"]')
    assert find_config(zone).path == tmp_path / "zones" / "pyproject.toml"
    (zone / "tocmodel.toml").write_text("")
    assert find_config(zone) == Config(path=zone / "tocmodel.toml")


def test_in_one_folder_the_own_file_comes_first(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.tocmodel]\nignore = ["TOC2"]')
    (tmp_path / "tocmodel.toml").write_text('ignore = ["TOC1"]')
    assert find_config(tmp_path).ignore == ("TOC1",)


@pytest.mark.parametrize("text", ["", "tool = 1", "[tool]\nruff = {}"])
def test_a_pyproject_of_other_tools_is_passed_over(tmp_path: Path, text: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "pyproject.toml").write_text(text)
    (tmp_path / "tocmodel.toml").write_text('ignore = ["TOC1"]')
    assert find_config(inside).ignore == ("TOC1",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'ignroe = ["TOC1"]', "did you mean 'ignore'?"),
        (b'fail_on = "warnings"', "'fail_on' is 'warnings'"),
        (b'severity = {TOC204 = "fatal"}', "'TOC204' is 'fatal'"),
        (b'select = ["Link No Rationale"]', "item 1 of 'select'"),
        (b"select = 3", "'select' is a number (3)"),
        (b"select = [", "as TOML: "),
        (b"\xff", "it is not UTF-8 text"),
    ],
)
def test_a_mistake_in_a_configuration_names_the_file_and_what_is_wrong(
    tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "tocmodel.toml"
    path.write_bytes(data)
    with pytest.raises(TocModelError) as caught:
        find_config(tmp_path)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_a_table_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\ntocmodel = 1\n")
    with pytest.raises(TocModelError, match="is not right"):
        find_config(tmp_path)
