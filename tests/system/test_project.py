"""A model may only name files in its own project."""

import os
import sys
from pathlib import Path

import pytest

from tocmodel.system.project import beside, inside, project_folder, refusal

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model two folders below the top of a project; a secret is beside the project."""
    path = tmp_path / "project" / "zones" / "harbour" / "harbour.toc.yaml"
    path.parent.mkdir(parents=True)
    (tmp_path / "project" / "tocmodel.toml").touch()
    (tmp_path / "secret.framework.yaml").touch()
    return path


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        ("tocmodel.toml", ""),
        ("pyproject.toml", "[tool.tocmodel]\nignore = []\n"),
        ("pyproject.toml", "\ufeff[tool.tocmodel]\n"),
        (".git", "gitdir: elsewhere\n"),
    ],
)
def test_a_file_marks_the_folder_of_a_project(tmp_path: Path, marker: str, text: str) -> None:
    (tmp_path / "zones").mkdir()
    (tmp_path / marker).write_text(text, encoding="utf-8")
    assert project_folder(tmp_path / "zones" / "a.toc.yaml") == tmp_path


def test_a_git_folder_marks_the_folder_of_a_project(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert project_folder(tmp_path / "zones" / "a.toc.yaml") == tmp_path


def test_the_nearest_marker_counts(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a" / "tocmodel.toml").touch()
    assert project_folder(tmp_path / "a" / "b" / "x.toc.yaml") == tmp_path / "a"


@pytest.mark.parametrize("text", ["[project]\n", "tool = 1\n", "[tool.ruff]\n", "[[[", "\0"])
def test_another_programs_pyproject_marks_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "top" / "zones").mkdir(parents=True)
    (tmp_path / "tocmodel.toml").touch()
    (tmp_path / "top" / "pyproject.toml").write_text(text, encoding="utf-8")
    assert project_folder(tmp_path / "top" / "zones" / "a.toc.yaml") == tmp_path


def test_without_a_marker_the_files_own_folder_is_the_project(tmp_path: Path) -> None:
    if project_folder(tmp_path) != tmp_path.parent:
        pytest.skip("the folder for tests lies in a project itself")
    assert project_folder(tmp_path / "zones" / "a.toc.yaml") == tmp_path / "zones"


@pytest.mark.parametrize(
    "written",
    [
        "ours.framework.yaml",
        "./ours.framework.yaml",
        "../ours.framework.yaml",
        "../../packs/ours.framework.yaml",
        "../../../project/ours.framework.yaml",
        "packs/../ours.framework.yaml",
        "..ours.framework.yaml",
        "Ein Paket für uns.framework.yaml",
    ],
)
def test_a_path_in_the_project_is_allowed(model: Path, written: str) -> None:
    assert refusal(written, model) == ""


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("../../../secret.framework.yaml", "it leads out of the project"),
        ("packs/../../../../secret.framework.yaml", "it leads out of the project"),
        ("../../../project-two/ours.framework.yaml", "it leads out of the project"),
        ("..", "it is a folder or a device"),
        ("/etc/passwd", "it starts at the root of a disk"),
        ("//server/share/x.framework.yaml", "it starts at the root of a disk"),
        ("C:/x.framework.yaml", "it starts at the root of a disk"),
        ("C:x.framework.yaml", "it starts at the root of a disk"),
        ("\\\\server\\share\\x.framework.yaml", "it starts at the root of a disk"),
        ("..\\secret.framework.yaml", "it has a backslash in it"),
        ("a\0b.framework.yaml", "it has a character in it"),
        ("a\nb.framework.yaml", "it has a character in it"),
    ],
)
def test_a_path_out_of_the_project_is_refused(model: Path, written: str, why: str) -> None:
    assert refusal(written, model).startswith(why)


@needs_links
def test_a_link_out_of_the_project_is_refused(model: Path, tmp_path: Path) -> None:
    (model.parent / "pack").symlink_to(tmp_path / "secret.framework.yaml")
    (model.parent / "packs").symlink_to(tmp_path)
    assert refusal("pack", model).startswith("it leads out of the project")
    assert refusal("packs/secret.framework.yaml", model).startswith("it leads out of the project")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_pipe_is_refused_and_not_waited_for(model: Path) -> None:
    os.mkfifo(model.parent / "ours.framework.yaml")
    assert refusal("ours.framework.yaml", model).startswith("it is a folder or a device")


@needs_links
def test_a_link_within_the_project_is_allowed(model: Path) -> None:
    (model.parents[2] / "shared").mkdir()
    (model.parent / "packs").symlink_to(model.parents[2] / "shared")
    assert refusal("packs/ours.framework.yaml", model) == ""


@needs_links
def test_a_model_that_is_a_link_belongs_to_the_project_of_its_target(
    model: Path, tmp_path: Path
) -> None:
    model.touch()
    (tmp_path / "shortcut.toc.yaml").symlink_to(model)
    shortcut = tmp_path / "shortcut.toc.yaml"
    assert project_folder(shortcut) == model.parents[2]
    assert beside("ours.framework.yaml", shortcut) == model.parent / "ours.framework.yaml"
    assert refusal("../ours.framework.yaml", shortcut) == ""


@needs_links
def test_circular_links_do_no_harm(model: Path) -> None:
    (model.parent / "round").symlink_to("round")
    assert refusal("round/x.framework.yaml", model) == ""
    assert not inside("round", "/nowhere")


def test_a_neighbour_whose_name_begins_alike_is_not_inside(tmp_path: Path) -> None:
    assert inside(tmp_path / "zone" / "a", tmp_path / "zone")
    assert inside(tmp_path / "zone", tmp_path / "zone")
    assert not inside(tmp_path / "zone-two" / "a", tmp_path / "zone")
