"""Files are written whole or not at all, and errors explain what to do."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tocmodel.diagnostics import TocModelError
from tocmodel.system.files import read_bytes, write_atomically

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


def test_text_is_written_as_utf_8_with_unix_line_ends(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.txt", "£5 – it’s\nfine\n")
    assert (tmp_path / "a.txt").read_bytes() == "£5 – it’s\nfine\n".encode()


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.bin", b"one")
    write_atomically(tmp_path / "a.bin", b"two")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.bin", b"two")]


@needs_posix
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    path.chmod(0o640)
    write_atomically(path, "two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@needs_posix
def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    write_atomically(tmp_path / "ours", "")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


@needs_posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("one")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", "two")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "two"


@needs_posix
def test_a_device_is_written_in_place() -> None:
    write_atomically(os.devnull, "gone")
    assert not Path(os.devnull).is_file()


def test_a_failure_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(TocModelError, match=r"the disk is full; make room and try again$"):
        write_atomically(tmp_path / "a.txt", "new")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.txt", "old")]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a.txt"
    with pytest.raises(TocModelError) as caught:
        write_atomically(path, "")
    assert str(caught.value) == (
        f"cannot write '{path}': there is no folder '{path.parent}'; make it first"
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.yaml", "there is no such file; check the name and the folder"),
        ("folder", "it is a folder; name a file in it"),
        ("file/a.yaml", "part of the path is a file, not a folder"),
    ],
)
@needs_posix
def test_a_reading_error_is_explained(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(TocModelError) as caught:
        read_bytes(tmp_path / name)
    assert str(caught.value) == f"cannot read '{tmp_path / name}': {reason}"


def test_a_path_with_a_null_character_gives_a_clear_error() -> None:
    with pytest.raises(TocModelError, match=r"^cannot read"):
        read_bytes("a\0b")
    with pytest.raises(TocModelError, match=r"^cannot write"):
        write_atomically("a\0b", "")


def test_a_name_is_on_one_line_of_the_message() -> None:
    with pytest.raises(TocModelError, match=r"^cannot read 'a�b�': there is no such file"):
        read_bytes("a\nb\u202e")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder of the system's own")
def test_an_existing_folder_need_not_be_made() -> None:
    with pytest.raises(TocModelError) as caught:
        write_atomically("/proc/a.svg", "")
    assert str(caught.value) == (
        "cannot write '/proc/a.svg': the folder '/proc' is not writable; choose another place"
    )
