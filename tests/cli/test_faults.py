"""Too little memory, disks that fail and pipes that close: one sentence, and no half of a file."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from commands import ARGUMENTS, DATA, PROJECT, WRITING, formats, make_project
from uncounted import uncounted_environment

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux")

NO_MEMORY = "Error: the computer has too little free memory for this\n"

LINES = {
    name: (
        *name.split(),
        *words,
        *(("-f", formats(WRITING[name])[-1]) if formats(WRITING[name]) else ()),
    )
    for name, words in ARGUMENTS.items()
    if name != "schema"
} | {
    "value": ("value", "zone.toc.yaml", "-f", "pdf"),  # json is of --plan alone
    "portfolio": ("portfolio", "zone.toc.yaml", "harbour.toc.yaml", "-f", "html"),
    "draw svg": ("draw", "zone.toc.yaml", "-f", "svg"),
    "draw png": ("draw", "zone.toc.yaml", "-f", "png"),
    "draw pdf": ("draw", "zone.toc.yaml", "-f", "pdf"),
    "show csv": ("show", "zone.toc.yaml", "-f", "csv"),
    "framework show": ("framework", "show", "ours.framework.yaml", "-f", "markdown"),
}
"""A command line for every command that writes, and for every library that draws."""

ENDED_BY_A_LIBRARY = (-signal.SIGABRT, -signal.SIGSEGV)
"""A library in C or Rust may end the program if it has no memory; no file is written then."""

LIMITED = """\
import resource, sys
from tocmodel.cli import main, program
more, *sys.argv[1:] = sys.argv[1:]
with open("/proc/self/statm") as file:
    now = int(file.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + int(more), now + int(more)))
main()
"""


NOTHING_LEFT = """\
import resource
from tocmodel.cli import main, output
write = output.write_atomically
def write_then_limit(*given, **named):
    notes = write(*given, **named)
    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now, now))
    return notes
output.write_atomically = write_then_limit
main()
"""
"""A program that has no more memory as soon as it has written a file."""


def run(folder: Path, *words: str, code: Sequence[str] = ("-m", "tocmodel")) -> tuple[int, str]:
    """Return the status and the messages of a command."""
    done = subprocess.run(
        [sys.executable, *code, *words],
        cwd=folder,
        env=uncounted_environment(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stderr.decode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path)
    return tmp_path


@cache
def usual(folder: Path, name: str) -> bytes:
    """What the command writes if nothing fails."""
    make_project(folder)
    run(folder, *LINES[name], "-o", "usual.log")
    return (folder / "usual.log").read_bytes()


@pytest.mark.parametrize("name", LINES)
def test_too_little_memory_is_a_sentence(
    project: Path, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    expected = usual(tmp_path_factory.mktemp("usual"), name)
    for megabytes in (16, 24, 32, 64):
        more = str(megabytes * 1024 * 1024)
        status, messages = run(
            project, more, *LINES[name], "--quiet", "-o", "a.log", code=("-c", LIMITED)
        )
        left = {path.name for path in project.iterdir()} - set(PROJECT | DATA)
        own = ("SystemError", "SyntaxError: ")
        if any(one in messages for one in own) or messages.endswith("MemoryError: \n"):
            # Python itself had no memory to say so, or none to compile a library with
            assert left == set()
        elif status == 2:
            assert left == set()
            assert messages.endswith(NO_MEMORY), messages  # a library may complain before it
            assert "mistake in tocmodel" not in messages
        elif status in ENDED_BY_A_LIBRARY:
            assert "a.log" not in left
        else:
            assert (status in (0, 1), "Traceback" in messages) == (True, False), (status, messages)
            written = (project / "a.log").read_bytes()
            if name == "portfolio" and status == 1:  # it goes on without a theory, and says so
                assert b"there is too little memory for it" in written
            else:
                assert written == expected
            (project / "a.log").unlink()


@pytest.mark.parametrize("name", LINES)
def test_a_command_does_nothing_that_could_fail_after_its_file_is_written(
    project: Path, name: str
) -> None:
    status, messages = run(project, *LINES[name], "-o", "a.log", code=("-c", NOTHING_LEFT))
    assert (status in (0, 1), "Error" in messages) == (True, False), (status, messages)
    assert (project / "a.log").is_file()


@pytest.mark.parametrize("name", LINES)
def test_a_full_disk_is_a_sentence_whatever_is_written(project: Path, name: str) -> None:
    full = "the disk is full; make room and try again\n"
    for ending, says in {
        "-o - >/dev/full": f"Error: the output cannot be written: {full}",
        "-o /dev/full --force": f"Error: cannot write '/dev/full': {full}",
    }.items():
        line = f'exec "$0" -m tocmodel "$@" --quiet {ending}'
        done = subprocess.run(
            ["/bin/sh", "-c", line, sys.executable, *LINES[name]],
            cwd=project,
            env=uncounted_environment(),
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", says)


@pytest.mark.parametrize("name", LINES)
def test_a_reader_that_is_gone_ends_the_command_in_silence(project: Path, name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "tocmodel", *LINES[name], "--quiet", "-o", "-"],
        cwd=project,
        env=uncounted_environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    "name", [name for name, words in LINES.items() if "zone.toc.yaml" in words]
)
def test_a_disk_that_cannot_be_read_is_a_sentence(project: Path, name: str) -> None:
    """The memory of a process is a file whose first byte cannot be read."""
    (project / "zone.toc.yaml").unlink()
    (project / "zone.toc.yaml").symlink_to("/proc/self/mem")
    status, messages = run(project, *LINES[name], "-o", "a.log")
    if name == "portfolio":  # a file that cannot be read is a row of its table
        assert (status, "input/output error" in (project / "a.log").read_text()) == (1, True)
        return
    assert status == 2
    assert messages == "Error: cannot read 'zone.toc.yaml': input/output error\n"
    assert not (project / "a.log").exists()
