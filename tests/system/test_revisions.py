"""Earlier versions of a file are read from git; a missing one gives one clear sentence."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from git_folder import git, keep

from tocmodel.diagnostics import TocModelError
from tocmodel.system.revisions import (
    file_and_revision,
    history,
    is_shallow,
    is_tracked,
    read_commit,
    read_revision,
)

Require = Callable[[bool, str], None]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, require: Require) -> Path:
    """Make a new repository in the current folder."""
    require(shutil.which("git") is not None, "git is not installed")
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    return tmp_path


def failure(*arguments: str) -> str:
    """Return the message for a file that cannot be read at a revision."""
    with pytest.raises(TocModelError) as caught:
        read_revision(Path(arguments[0]), arguments[1])
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "file", "revision"),
    [
        ("a.toc.yaml", "a.toc.yaml", ""),
        ("zones/a.toc.yaml@HEAD~2", "zones/a.toc.yaml", "HEAD~2"),
        ("a@b.toc.json@v1@{yesterday}", "a@b.toc.json", "v1@{yesterday}"),
        ("notes@HEAD", "notes", "HEAD"),
        ("a.toc.yaml@", "a.toc.yaml", ""),
        ("@HEAD", "@HEAD", ""),
        ("@", "@", ""),
    ],
)
def test_a_file_and_a_revision_are_split(text: str, file: str, revision: str) -> None:
    assert file_and_revision(text) == (Path(file), revision)


def test_an_existing_file_is_never_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("me@home.toc.yaml@old").touch()
    assert file_and_revision("me@home.toc.yaml@old") == (Path("me@home.toc.yaml@old"), "")


@pytest.mark.usefixtures("repository")
def test_a_file_is_read_as_it_was() -> None:
    keep("zone/a.toc.yaml", "one")
    git("tag", "v1")
    keep("zone/a.toc.yaml", "two")
    path = Path("zone/a.toc.yaml")
    assert read_revision(path, "v1") == b"one"
    assert read_revision(path, "HEAD") == b"two"
    assert read_revision(path.absolute(), "HEAD~1") == b"one"


@pytest.mark.usefixtures("repository")
def test_a_deleted_file_is_read_as_it_was() -> None:
    keep("zone/a.toc.yaml", "one")
    shutil.rmtree("zone")
    assert read_revision(Path("zone/a.toc.yaml"), "HEAD") == b"one"


@pytest.mark.usefixtures("repository")
def test_the_history_lists_each_commit_that_touched_the_file_under_any_name() -> None:
    keep('né "x".toc.yaml', "one\n" * 9, "First: a start", "2018-09-01")
    keep("other.toc.yaml", "else")
    git("mv", "--", 'né "x".toc.yaml', "a.toc.yaml")
    git("commit", "--quiet", "--message", "Rename", day="2018-10-01")
    keep("a.toc.yaml", "one\n" * 9 + "two\n", "Add two", "2018-11-01")
    found = history(Path("a.toc.yaml"))
    assert [(item.date, item.subject, item.path) for item in found] == [
        ("2018-11-01", "Add two", "a.toc.yaml"),
        ("2018-10-01", "Rename", "a.toc.yaml"),
        ("2018-09-01", "First: a start", 'né "x".toc.yaml'),
    ]
    assert read_commit(Path("a.toc.yaml"), found[2]) == b"one\n" * 9
    assert [item.subject for item in history(Path("a.toc.yaml"), "HEAD~1")] == ["Add two"]


@pytest.mark.usefixtures("repository")
def test_an_unknown_file_or_revision_is_reported() -> None:
    keep("a.toc.yaml", "one")
    assert failure("a.toc.yaml", "v9") == (
        "git knows no revision 'v9' here; 'git log --oneline' lists revisions"
    )
    assert failure("b.toc.yaml", "HEAD") == (
        "'b.toc.yaml' is not in revision 'HEAD'; 'git log -- b.toc.yaml' lists its revisions"
    )


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "revision", ["--help", "-p", "--output=x", "^HEAD", "", "HEAD\nHEAD", "a\0b"]
)
def test_a_revision_is_never_an_option(revision: str) -> None:
    keep("a.toc.yaml", "one")
    assert failure("a.toc.yaml", revision).startswith("git knows no revision ")
    assert sorted(item.name for item in Path.cwd().iterdir()) == [".git", "a.toc.yaml"]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "revision",
    [
        "..",
        "HEAD..HEAD",
        "@{upstream}",
        "HEAD@{999}",
        "HEAD~9999999999",
        "HEAD^{tree}",
        "HEAD:a.toc.yaml",
        "0" * 40,
        "*",
        "HEAD --all",
        "$(touch x)",
        "x" * 5000,
    ],
)
def test_a_revision_that_is_not_one_commit_is_reported(revision: str) -> None:
    keep("a.toc.yaml", "one")
    assert failure("a.toc.yaml", revision) == (
        f"git knows no revision '{revision}' here; 'git log --oneline' lists revisions"
    )
    assert sorted(item.name for item in Path.cwd().iterdir()) == [".git", "a.toc.yaml"]


@pytest.mark.usefixtures("repository")
def test_a_revision_is_on_one_line_of_the_message() -> None:
    keep("a.toc.yaml", "one")
    assert failure("a.toc.yaml", "HEAD\nHEAD\u202e").startswith(
        "git knows no revision 'HEAD�HEAD�' here; "
    )


@pytest.mark.usefixtures("repository")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize(
    "name",
    [
        "--all.toc.yaml",
        "-a.toc.yaml",
        "x*.toc.yaml",
        "[a].toc.yaml",
        ":(glob)x.toc.yaml",
        ":!a.toc.yaml",
        "$(touch y).toc.yaml",
        "HEAD",
        "a b/é.toc.yaml",
        "a\nb.toc.yaml",
        "\x01a.toc.yaml",
    ],
)
def test_a_name_like_an_option_or_a_pattern_is_a_name(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    keep("xy.toc.yaml", "other", "Another file")
    keep(name, "one", "\x01 A start")
    monkeypatch.delenv("GIT_LITERAL_PATHSPECS")
    path = Path(name)
    assert read_revision(path, "HEAD") == b"one"
    assert is_tracked(path)
    assert [(item.subject, item.path) for item in history(path)] == [("\x01 A start", name)]


@pytest.mark.usefixtures("repository")
def test_a_merge_that_changed_the_file_is_in_its_history() -> None:
    keep("a.toc.yaml", "one", "One")
    git("branch", "side")
    keep("a.toc.yaml", "two", "Two", "2019-03-15")
    git("checkout", "--quiet", "side")
    keep("a.toc.yaml", "three", "Three", "2019-03-16")
    with contextlib.suppress(subprocess.CalledProcessError):  # both changed the same line
        git("merge", "--quiet", "-")
    Path("a.toc.yaml").write_text("both", encoding="utf-8")
    git("add", "a.toc.yaml")
    git("commit", "--quiet", "--message", "Both", day="2019-03-17")
    found = history(Path("a.toc.yaml"))
    assert [item.subject for item in found] == ["Both", "Three", "Two", "One"]
    assert [read_commit(Path("a.toc.yaml"), item) for item in found] == [
        b"both",
        b"three",
        b"two",
        b"one",
    ]


@pytest.mark.usefixtures("repository")
def test_a_file_is_read_on_a_detached_head() -> None:
    keep("a.toc.yaml", "one")
    keep("a.toc.yaml", "two")
    git("checkout", "--quiet", "HEAD~1")
    assert read_revision(Path("a.toc.yaml"), "HEAD") == b"one"
    assert len(history(Path("a.toc.yaml"))) == 1


@pytest.mark.usefixtures("repository")
def test_a_folder_is_not_a_file() -> None:
    keep("zone/a.toc.yaml", "one")
    assert failure("zone", "HEAD") == "'zone' is a folder; name a file in it"


@pytest.mark.usefixtures("repository")
@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege")
def test_a_link_is_followed() -> None:
    keep("zone/a.toc.yaml", "one")
    Path("link.toc.yaml").symlink_to("zone/a.toc.yaml")
    assert read_revision(Path("link.toc.yaml"), "HEAD") == b"one"


def test_the_error_for_a_shallow_clone_explains_how_to_get_the_rest(repository: Path) -> None:
    keep("a.toc.yaml", "one")
    keep("a.toc.yaml", "two")
    git("clone", "--quiet", "--depth", "1", repository.as_uri(), "copy")
    path = repository / "copy" / "a.toc.yaml"
    assert (is_shallow(path), is_shallow(repository / "a.toc.yaml")) == (True, False)
    assert failure(str(path), "HEAD~1") == (
        "git knows no revision 'HEAD~1' here; "
        "it is a shallow clone, and 'git fetch --unshallow' brings the rest"
    )


def test_a_file_in_a_submodule_has_the_revisions_of_the_submodule(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("zone").mkdir()
    monkeypatch.chdir("zone")
    git("init", "--quiet")
    keep("a.toc.yaml", "one", "In the zone")
    monkeypatch.chdir(repository)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./zone")
    git("commit", "--quiet", "--message", "Add the zone")
    assert read_revision(Path("zone/a.toc.yaml"), "HEAD") == b"one"
    assert [item.subject for item in history(Path("zone/a.toc.yaml"))] == ["In the zone"]


def test_a_bare_repository_has_no_files(repository: Path) -> None:
    keep("a.toc.yaml", "one")
    git("clone", "--quiet", "--bare", ".", "bare.git")
    path = repository / "bare.git" / "a.toc.yaml"
    path.touch()
    assert failure(str(path), "HEAD").endswith(
        "is in no git repository, so it has no earlier revisions; name two files instead"
    )
    assert not is_tracked(path)


@pytest.mark.usefixtures("repository")
def test_a_repository_of_someone_else_is_not_reported_as_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep("a.toc.yaml", "one")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert failure("a.toc.yaml", "HEAD") == (
        "git does not read the repository of 'a.toc.yaml', as it belongs to someone else; "
        "run 'git status' there and follow its advice"
    )


def test_a_file_outside_every_repository_has_no_revisions(
    tmp_path: Path, require: Require, monkeypatch: pytest.MonkeyPatch
) -> None:
    require(shutil.which("git") is not None, "git is not installed")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    path = tmp_path / "a.toc.yaml"
    path.touch()
    assert failure(str(path), "HEAD") == (
        f"'{path}' is in no git repository, so it has no earlier revisions; name two files instead"
    )
    assert not is_tracked(path)


@pytest.mark.usefixtures("repository")
def test_missing_git_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a.toc.yaml", "one")
    monkeypatch.setenv("PATH", str(Path.cwd() / "nowhere"))
    assert failure("a.toc.yaml", "HEAD") == (
        "earlier revisions are read with git, and git is not installed; "
        "install it, or name two files"
    )


@pytest.mark.usefixtures("repository")
def test_a_slow_git_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a.toc.yaml", "one")
    monkeypatch.setattr("tocmodel.system.git.TIME_LIMIT", 0.000001)
    assert failure("a.toc.yaml", "HEAD").startswith("git took longer than ")


@pytest.mark.usefixtures("repository")
def test_a_repository_without_commits_has_no_history() -> None:
    Path("a.toc.yaml").touch()
    git("add", "a.toc.yaml")
    assert history(Path("a.toc.yaml")) == ()
    assert failure("a.toc.yaml", "HEAD") == (
        "nothing is committed in this git repository yet; name two files instead"
    )


@pytest.mark.usefixtures("repository")
def test_a_repository_is_found_by_the_file_even_within_a_hook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep("zone/a.toc.yaml", "one")
    monkeypatch.setenv("GIT_DIR", "elsewhere/.git")
    assert read_revision(Path("zone/a.toc.yaml"), "HEAD") == b"one"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "setting",
    [
        "i18n.logOutputEncoding=UTF-16",
        "i18n.logOutputEncoding=ISO-8859-1",
        "log.showRoot=false",
        "diff.relative=true",
        "diff.renames=false",
        "color.ui=always",
        "log.date=relative",
        "format.pretty=oneline",
    ],
)
def test_the_history_does_not_depend_on_the_settings_of_git(setting: str) -> None:
    keep("zones/a.toc.yaml", "one\n" * 9, "Fürs erste", "2018-09-01")
    git("mv", "zones/a.toc.yaml", "zones/b.toc.yaml")
    git("commit", "--quiet", "--message", "Move", day="2018-10-01")
    git("config", *setting.split("="))
    path = Path("zones/b.toc.yaml")
    found = history(path)
    assert [(item.date, item.subject, item.path) for item in found] == [
        ("2018-10-01", "Move", "zones/b.toc.yaml"),
        ("2018-09-01", "Fürs erste", "zones/a.toc.yaml"),
    ]
    assert [read_commit(path, item) for item in found] == [b"one\n" * 9] * 2
