"""Runs a command in a folder of its own, and fails unless it ends as a command should."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen
from click.testing import CliRunner

from tocmodel.cli.program import program


@frozen
class Done:
    """What a command did: its status, its answer, its messages, and the files afterwards."""

    status: int
    answer: bytes
    messages: str
    files: dict[str, bytes]


@contextlib.contextmanager
def new_folder() -> Iterator[Path]:
    """Make a folder the current one for a while."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)


def run_command(words: Sequence[str], files: dict[str, bytes], given: bytes = b"") -> Done:
    """Run a command among some files.

    It ends with status 0, 1 or 2, without a traceback, and leaves no draft or lock.
    """
    with new_folder() as folder:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        done = CliRunner().invoke(program, words, input=given, prog_name="tocmodel")
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code in (0, 1, 2)
        assert "Traceback" not in done.stderr
        after = {
            str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.is_symlink()
        }
    assert [name for name in after if ".tocmodel-" in name] == []
    return Done(done.exit_code, done.stdout_bytes, done.stderr, after)
