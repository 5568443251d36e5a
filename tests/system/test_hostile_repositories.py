"""A repository from somebody else runs no program, and nothing is fetched."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from git_folder import git, keep

from tocmodel.cli.program import program
from tocmodel.diagnostics import TocModelError
from tocmodel.system import git as asking
from tocmodel.system.revisions import (
    NotFetchedError,
    history,
    is_shallow,
    is_tracked,
    read_commit,
    read_revision,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the traps are shell scripts")

Require = Callable[[bool, str], None]

ZONE = "tocmodel: 1\ntitle: A zone\n"
FILE = Path("zone.toc.yaml")

TRAP = """\
#!/bin/sh
echo "$0 $*" >> {marker}
case "$*" in *-bsau*) cat > /dev/null
  echo "[GNUPG:] SIG_CREATED D 1 8 00 1 A" >&2
  echo "-----BEGIN PGP SIGNATURE-----"; echo; echo "x"; echo "-----END PGP SIGNATURE-----";;
esac
"""
"""Leaves a mark when it runs; it also signs, because git then runs it to check the signature."""


@pytest.fixture
def marker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, require: Require) -> Path:
    """Return the file that the trap writes to, and move to a folder for the repository."""
    require(shutil.which("git") is not None, "git is not installed")
    trap = tmp_path / "trap"
    trap.write_text(TRAP.format(marker=tmp_path / "marker"))
    trap.chmod(0o755)
    (tmp_path / "sent").mkdir()
    monkeypatch.chdir(tmp_path / "sent")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return tmp_path / "marker"


def made() -> None:
    """Make a repository with two versions of a theory."""
    git("init", "--quiet")
    keep("zone.toc.yaml", ZONE)
    keep("zone.toc.yaml", ZONE.replace("A zone", "The zone"), "Rename")


def watching() -> None:
    made()
    git("config", "core.fsmonitor", str(Path("../trap").resolve()))


def with_hooks() -> None:
    made()
    Path("hooks").mkdir()
    for name in ("post-index-change", "post-checkout", "reference-transaction"):
        shutil.copy("../trap", f"hooks/{name}")
    git("config", "core.hooksPath", "hooks")


def signed() -> None:
    made()
    git("config", "gpg.program", str(Path("../trap").resolve()))
    git("commit", "--quiet", "--allow-empty", "-S", "--message", "Signed")
    git("config", "log.showSignature", "true")
    Path("../marker").unlink()


def with_drivers() -> None:
    made()
    keep(".gitattributes", "*.yaml diff=trap filter=trap\n")
    trap = str(Path("../trap").resolve())
    for name in ("diff.external", "diff.trap.command", "diff.trap.textconv"):
        git("config", name, trap)
    for name in ("clean", "smudge", "process"):
        git("config", f"filter.trap.{name}", trap)


def partial(url: str = "", **settings: str) -> None:
    """Make a clone without the files of its commits; git fetches them when needed."""
    made()
    git("config", "uploadpack.allowFilter", "true")
    here = Path.cwd()
    git("clone", "--quiet", "--filter=blob:none", "--no-checkout", here.as_uri(), "../clone")
    os.chdir("../clone")
    git("read-tree", "HEAD")
    git("config", "core.repositoryFormatVersion", "1")
    if url:
        git("config", "remote.origin.url", url)
    for name, value in settings.items():
        git("config", name.replace("_", "."), value)
    FILE.write_text(ZONE)


def with_upload_pack() -> None:
    trap = str(Path("../trap").resolve())
    partial(remote_origin_uploadpack=trap, protocol_file_allow="always")


def with_ssh() -> None:
    trap = str(Path("../trap").resolve())
    partial("ssh://nobody@nowhere.invalid/x", core_sshCommand=trap, protocol_ssh_allow="always")


def with_ext() -> None:
    partial(f"ext::{Path('../trap').resolve()} x", protocol_ext_allow="always")


def bare() -> None:
    """Make a folder that is a repository without a .git folder, and so easy to overlook."""
    git("init", "--quiet", "--bare", ".")
    git("config", "core.bare", "false")
    git("config", "core.worktree", str(Path.cwd()))
    FILE.write_text(ZONE)
    git("add", FILE.name)
    git("commit", "--quiet", "--message", "Keep")
    git("config", "core.fsmonitor", str(Path("../trap").resolve()))


def by_include() -> None:
    made()
    Path("more").write_text(f"[core]\n\tfsmonitor = {Path('../trap').resolve()}\n")
    git("config", "include.path", "../more")


TRAPS: Mapping[str, tuple[Callable[[], None], list[str]]] = {
    "a file-system monitor": (watching, ["status"]),
    "a file-system monitor by an included file": (by_include, ["status"]),
    "hooks": (with_hooks, ["read-tree", "HEAD"]),
    "a program for signatures": (signed, ["log"]),
    "programs for differences": (with_drivers, ["diff", "HEAD~1"]),
    "a program that sends what is missing": (with_upload_pack, ["cat-file", "-p", f"HEAD:{FILE}"]),
    "a program for ssh": (with_ssh, ["cat-file", "-p", f"HEAD:{FILE}"]),
    "a program as a protocol": (with_ext, ["cat-file", "-p", f"HEAD:{FILE}"]),
    "a repository without .git": (bare, ["status"]),
}
"""How to lay each trap, and a command that makes plain git walk into it."""


@pytest.mark.parametrize("name", TRAPS)
def test_plain_git_walks_into_the_trap(marker: Path, name: str) -> None:
    lay, command = TRAPS[name]
    lay()
    with suppress(subprocess.CalledProcessError):
        git(*command)
    assert marker.exists()


@pytest.mark.parametrize("name", TRAPS)
def test_our_git_does_not_walk_into_the_trap(marker: Path, name: str) -> None:
    TRAPS[name][0]()
    for ask in (
        lambda: read_revision(FILE, "HEAD"),
        lambda: read_revision(FILE, "HEAD~1"),
        lambda: [read_commit(FILE, commit) for commit in history(FILE)],
        lambda: (is_tracked(FILE), is_shallow(FILE)),
    ):
        with suppress(TocModelError):
            ask()
    for words in (
        ["diff", str(FILE)],
        ["changelog", str(FILE)],
        ["diff", f"{FILE}@HEAD", str(FILE)],
    ):
        result = CliRunner().invoke(program, words, prog_name="tocmodel")
        assert result.exit_code in (0, 1, 2), result.output
    assert not marker.exists(), marker.read_text()


NETWORK = [
    "a program that sends what is missing",
    "a program for ssh",
    "a program as a protocol",
]


@pytest.mark.parametrize("missing", ["GIT_NO_LAZY_FETCH", "GIT_ALLOW_PROTOCOL"])
@pytest.mark.parametrize("name", NETWORK)
def test_each_of_two_bars_to_fetching_is_enough(
    marker: Path, monkeypatch: pytest.MonkeyPatch, name: str, missing: str
) -> None:
    """Older versions of git know only one of them."""
    TRAPS[name][0]()
    left = {key: value for key, value in asking._ENVIRONMENT.items() if key != missing}
    monkeypatch.setattr(asking, "_ENVIRONMENT", left)
    with pytest.raises(NotFetchedError):
        read_revision(FILE, "HEAD")
    assert not marker.exists(), marker.read_text()


@pytest.mark.usefixtures("marker")
def test_a_repository_disguised_as_a_folder_is_not_a_repository() -> None:
    bare()
    with pytest.raises(TocModelError, match="is in no git repository"):
        read_revision(FILE, "HEAD")


@pytest.mark.parametrize("name", ["a file-system monitor", "hooks", "programs for differences"])
def test_files_in_git_are_read_anyway(marker: Path, name: str) -> None:
    TRAPS[name][0]()
    assert read_revision(FILE, "HEAD~1" if name != "programs for differences" else "HEAD~2") == (
        ZONE.encode()
    )
    assert [commit.subject for commit in history(FILE)] == ["Rename", "Keep"]
    assert is_tracked(FILE)
    assert not marker.exists()


@pytest.mark.usefixtures("marker")
def test_the_error_for_a_partial_clone_explains_how_to_fetch_the_rest() -> None:
    partial()
    message = (
        "this partial clone lacks earlier versions of 'zone.toc.yaml', and tocmodel fetches "
        "nothing; 'git log --patch --follow -- zone.toc.yaml' fetches them"
    )
    with pytest.raises(NotFetchedError) as caught:
        read_revision(FILE, "HEAD")
    assert str(caught.value) == message
    for words in (["diff", str(FILE)], ["changelog", str(FILE)]):
        result = CliRunner().invoke(program, words, prog_name="tocmodel")
        assert (result.exit_code, result.stderr) == (2, f"Error: {message}\n")
    with pytest.raises(TocModelError, match="is not in revision 'HEAD'"):
        read_revision(Path("other.toc.yaml"), "HEAD")
    git("log", "--patch", "--follow", "--", str(FILE))
    assert read_revision(FILE, "HEAD~1") == ZONE.encode()
    assert [read_commit(FILE, commit) for commit in history(FILE)][1] == ZONE.encode()


def test_a_git_in_the_current_folder_is_not_ours(
    marker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    shutil.copy("../trap", "git")
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", os.environ["PATH"]]))
    assert shutil.which("git") == "git"  # the usual look-up
    assert read_revision(FILE, "HEAD~1") == ZONE.encode()
    assert not marker.exists()
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(TocModelError, match="git is not installed"):
        read_revision(FILE, "HEAD~1")


@pytest.mark.usefixtures("marker")
def test_an_endless_git_is_ended_with_all_its_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path / 'started'}\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(asking, "TIME_LIMIT", 0.5)
    begun = time.monotonic()
    with pytest.raises(TocModelError) as caught:
        read_revision(FILE, "HEAD")
    assert time.monotonic() - begun < 30
    assert str(caught.value) == "git took longer than 0.5 seconds; try again, or name two files"
    started = int((tmp_path / "started").read_text())
    state = Path(f"/proc/{started}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.mark.usefixtures("marker")
def test_a_program_that_git_leaves_running_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    leaving = tmp_path / "bin" / "git"
    leaving.parent.mkdir()
    leaving.write_text("#!/bin/sh\nsleep 20 > /dev/null &\necho answer\n")
    leaving.chmod(0o755)
    monkeypatch.setenv("PATH", f"{leaving.parent}{os.pathsep}{os.environ['PATH']}")
    begun = time.monotonic()
    assert asking.run_git(Path(), "anything") == b"answer\n"
    assert time.monotonic() - begun < 15


@pytest.mark.usefixtures("marker")
def test_an_endless_answer_is_read_only_up_to_the_size_of_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    git("init", "--quiet")
    keep("zone.toc.yaml", "x" * 5_000)
    monkeypatch.setattr(asking, "LARGEST_ANSWER", 1_000)
    assert len(read_revision(FILE, "HEAD")) == 1_001


@pytest.mark.usefixtures("marker")
def test_nothing_is_written_into_the_repository() -> None:
    made()
    before = {path: path.stat().st_mtime_ns for path in sorted(Path(".git").rglob("*"))}
    FILE.touch()  # git would record that it has examined the file
    read_revision(FILE, "HEAD")
    assert len(history(FILE)) == 2
    assert is_tracked(FILE)
    assert {path: path.stat().st_mtime_ns for path in sorted(Path(".git").rglob("*"))} == before
