"""Promises about writing: old or new content, complete; attributes kept; on the disk."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tocmodel.diagnostics import TocModelError
from tocmodel.system import files, locking, writing
from tocmodel.system.files import write_atomically

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and signals")

STEPS = ("draft", "write", "mode", "flush", "compare", "replace", "flush folder", "unlock")
"""The steps of replacing a file, in order."""

WRITTEN = ("flush folder", "unlock")
"""The steps with the new content already in place."""

Hook = Callable[[str], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a file in its own folder, readable only by its owner and group."""
    path = tmp_path / "zone.toc.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def held(path: Path) -> dict[str, bytes]:
    """Return the content of a file's folder."""
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


def at(step: str, action: Callable[[], None]) -> Hook:
    """Do something before a step."""
    return lambda name: action() if name == step else None


def fail(code: int) -> Callable[[], None]:
    def raise_() -> None:
        raise OSError(code, os.strerror(code))

    return raise_


def test_the_steps_are_these(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(writing, "_before", seen.append)
    write_atomically(path, b"new")
    assert tuple(seen) == STEPS


# Errors of the system.


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EPERM, errno.EDQUOT])
@pytest.mark.parametrize("step", STEPS)
def test_an_error_at_any_step_leaves_the_old_or_the_new(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    monkeypatch.setattr(writing, "_before", at(step, fail(code)))
    if step == "mode":
        assert write_atomically(path, b"new") == (
            "its permissions could not be kept: they are rw------- now",
        )
    else:
        with pytest.raises(TocModelError, match=r"^cannot write '.*zone.toc.yaml': \w"):
            write_atomically(path, b"new")
    whole = b"new" if step in (*WRITTEN, "mode") else b"old"
    assert held(path) == {path.name: whole}


def test_permissions_that_cannot_be_kept_are_never_wider(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_before", at("mode", fail(errno.EPERM)))
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_disk_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_before", at("flush", fail(errno.ENOSPC)))
    with pytest.raises(TocModelError) as caught:
        write_atomically(path, b"new")
    assert str(caught.value) == f"cannot write '{path}': the disk is full; make room and try again"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_gives_a_clear_error() -> None:
    with pytest.raises(TocModelError, match="the disk is full"):
        write_atomically("/dev/full", b"new")


@pytest.mark.parametrize("step", ["write", "replace"])
def test_an_interruption_leaves_the_old_file_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_before", at(step, interrupt))
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert held(path) == {path.name: b"old"}


# The end of the program.

KILLED = """\
import os, signal, sys
from tocmodel.system import writing
from tocmodel.system.files import write_atomically

def end(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

writing._before = end
write_atomically(sys.argv[1], b"new" * 100_000)
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_program_that_is_killed_leaves_the_old_or_the_new_and_the_next_one_tidies(
    path: Path, step: str
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), step], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == (b"new" * 100_000 if step in WRITTEN else b"old")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    names = {name.split(".")[-1] for name in held(path)} - {"yaml"}
    assert names <= {"draft", "lock"}
    write_atomically(path, b"next")
    assert held(path) == {path.name: b"next"}


def test_the_draft_of_a_dead_program_with_our_number_does_no_harm(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(_file: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking, "_lock", unsupported)
    drafts: list[Path] = []
    original = writing._write_draft

    def leave_one(draft: Path, content: bytes, old: os.stat_result | None) -> list[str]:
        draft.write_bytes(b"of a dead program")
        drafts.append(draft)
        return original(draft, content, old)

    monkeypatch.setattr(writing, "_write_draft", leave_one)
    write_atomically(path, b"new")
    assert str(os.getpid()) in drafts[0].name
    assert (path.read_bytes(), drafts[0].exists()) == (b"new", False)


# Attributes of the old file.


def test_nobody_else_can_read_the_draft_of_a_private_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.chmod(0o600)
    modes: list[int] = []

    def look() -> None:
        modes.extend(
            stat.S_IMODE(file.stat().st_mode) for file in path.parent.glob(".tocmodel-*.draft")
        )

    monkeypatch.setattr(writing, "_before", at("write", look))
    old = os.umask(0)
    try:
        write_atomically(path, b"new")
    finally:
        os.umask(old)
    assert modes == [0o600]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o666, 0o755, 0o2664])
def test_the_permissions_stay(path: Path, mode: int) -> None:
    path.chmod(mode)
    assert write_atomically(path, b"new") == ()
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_file_that_is_read_only_stays_as_it_is(path: Path, mode: int) -> None:
    path.chmod(mode)
    with pytest.raises(TocModelError) as caught:
        write_atomically(path, b"new")
    assert str(caught.value) == (
        f"'{path}' is read-only; allow writing to it, or name another file"
    )
    assert held(path) == {path.name: b"old"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_owner_and_group_stay_if_the_system_allows_it(path: Path) -> None:
    os.chown(path, 1234, 2345)
    assert write_atomically(path, b"new") == ()
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_a_lost_owner_or_group_is_reported_and_no_other_group_may_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(path, 1234, 2345)
    monkeypatch.setattr(writing, "_before", at("owner", fail(errno.EPERM)))
    assert write_atomically(path, b"new") == (
        "its group could not be kept",
        "its owner could not be kept: it is yours now",
    )
    assert (path.stat().st_uid, path.stat().st_gid) == (os.geteuid(), os.getegid())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_another_name_of_the_file_keeps_the_old_content_and_a_note_reports_it(path: Path) -> None:
    other = path.with_name("other.toc.yaml")
    other.hardlink_to(path)
    assert write_atomically(path, b"new") == (
        "it had another name (a hard link), which keeps the old content",
    )
    assert held(path) == {path.name: b"new", other.name: b"old"}


def test_the_content_is_on_the_disk_before_the_name_and_the_name_before_the_return(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync = os.fsync

    def note(file: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(file).st_mode)
        done.append("folder" if is_folder else f"file of {os.fstat(file).st_size} bytes")
        fsync(file)

    monkeypatch.setattr(os, "fsync", note)
    monkeypatch.setattr(writing, "_before", at("replace", lambda: done.append("replace")))
    write_atomically(path, b"new")
    assert done == ["file of 3 bytes", "replace", "folder"]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_system_that_cannot_flush_does_no_harm(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def cannot(_file: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", cannot)
    write_atomically(path, b"new")
    assert held(path) == {path.name: b"new"}


# Other writers.


def test_a_file_that_is_not_as_expected_is_not_replaced(path: Path) -> None:
    with pytest.raises(TocModelError) as caught:
        write_atomically(path, b"new", expected=b"older")
    assert str(caught.value) == (
        f"'{path}' changed meanwhile, so nothing was written; run this again"
    )
    assert held(path) == {path.name: b"old"}
    write_atomically(path, b"new", expected=b"old")
    path.unlink()
    with pytest.raises(TocModelError, match="changed meanwhile"):
        write_atomically(path, b"new", expected=b"new")
    assert held(path) == {}


def test_a_change_saved_before_the_last_step_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_before", at("compare", lambda: path.write_bytes(b"edited")))
    with pytest.raises(TocModelError, match="changed meanwhile"):
        write_atomically(path, b"new", expected=b"old")
    assert held(path) == {path.name: b"edited"}


def test_a_new_file_does_not_replace_one_made_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.unlink()
    monkeypatch.setattr(writing, "_before", at("compare", lambda: path.write_bytes(b"made")))
    with pytest.raises(TocModelError, match="changed meanwhile"):
        write_atomically(path, b"new", is_new=True)
    assert held(path) == {path.name: b"made"}


def test_a_file_is_read_again_only_if_unchanged(path: Path) -> None:
    assert files.read_again(path) is None  # nobody notes reads
    with files.noting_reads():
        assert files.read_again(path) is None
        files.read_bytes(path)
        assert files.read_again(path) == b"old"
        path.write_bytes(b"edited")
        with pytest.raises(TocModelError, match="changed meanwhile"):
            files.read_again(path)


WRITER = """\
import sys
from tocmodel.system.files import write_atomically

for _ in range(30):
    write_atomically(sys.argv[1], sys.argv[2].encode() * 50_000)
"""


def test_a_file_is_whole_while_several_programs_write_it(path: Path) -> None:
    path.write_bytes(b"0" * 50_000)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), letter]) for letter in "abc"
    ]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        content = path.read_bytes()
        seen.add((content[:1], len(content), len(set(content))))
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert {(length, letters) for _, length, letters in seen} == {(50_000, 1)}
    assert list(held(path)) == [path.name]


# Locks.

HOLDER = """\
import sys
from tocmodel.system.locking import locked

with locked(sys.argv[1]):
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_a_lock_held_by_another_program_is_waited_for_and_then_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LONGEST_WAIT", 0.1)
    arguments = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(TocModelError) as caught:
            write_atomically(path, b"new")
        assert str(caught.value) == f"another program is writing '{path}'; try again"
        holder.kill()
    write_atomically(path, b"new")  # a dead program holds nothing
    assert held(path) == {path.name: b"new"}


def test_a_lock_can_be_taken_again_inside_itself_by_any_name_of_the_file(path: Path) -> None:
    link = path.with_name("link.toc.yaml")
    link.symlink_to(path.name)
    with locking.locked(link) as outer, locking.locked(path) as inner:
        assert (outer, inner) == (True, True)
        write_atomically(path, b"new")
    assert sorted(held(path)) == ["link.toc.yaml", path.name]


def test_a_lock_that_its_holder_removed_meanwhile_is_taken_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, take = locking.beside(path, "lock"), locking._lock
    removed: list[Path] = []

    def take_after_removal(file: int) -> None:
        if not removed:
            lock.unlink()
            removed.append(lock)
        take(file)

    monkeypatch.setattr(locking, "_lock", take_after_removal)
    with locking.locked(path) as is_locked:
        assert (is_locked, removed, lock.exists()) == (True, [lock], True)


def test_a_link_in_place_of_the_lock_makes_no_file_elsewhere(
    path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "file"
    locking.beside(path, "lock").symlink_to(elsewhere)
    seen = []
    with locking.locked(path) as is_locked:
        seen.append((is_locked, elsewhere.exists()))
    assert seen == [(False, False)]


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_a_foreign_file_in_place_of_the_lock_is_left_alone(path: Path, kind: str) -> None:
    lock = locking.beside(path, "lock")
    victim = path.with_name("victim")
    victim.write_bytes(b"theirs")
    if kind == "link":
        lock.symlink_to(victim)
    else:
        lock.mkdir()
    write_atomically(path, b"new")
    assert (path.read_bytes(), victim.read_bytes()) == (b"new", b"theirs")


def test_a_foreign_link_in_place_of_the_draft_is_not_written_through(
    path: Path,
) -> None:
    victim = path.with_name("victim")
    victim.write_bytes(b"theirs")
    locking.beside(path, "draft").symlink_to(victim)
    write_atomically(path, b"new")
    assert held(path) == {path.name: b"new", "victim": b"theirs"}
