"""What a person at a terminal sees, and failures that are hard to bring about."""

import errno
import os
import sys
from pathlib import Path

import click
import pytest
from cli_types import Run

from tocmodel.cli.failures import report_failures
from tocmodel.diagnostics import Finding, ModelFileError, Severity, TocModelError

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def at_a_terminal(*arguments: str, **environment: str) -> str:
    """What the program writes to a terminal of 80 columns."""
    import pty  # noqa: PLC0415  # POSIX only

    process, terminal = pty.fork()
    if process == 0:
        wanted = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment}
        os.execve(sys.executable, [sys.executable, "-m", "tocmodel", *arguments], wanted)
    written = b""
    try:
        while part := os.read(terminal, 65536):
            written += part
    except OSError as error:  # Linux says so when the other end has closed
        if error.errno != errno.EIO:
            raise
    os.waitpid(process, 0)
    os.close(terminal)
    return written.decode()


@needs_posix
@pytest.mark.usefixtures("zone")
def test_a_table_is_framed_and_wrapped_to_the_terminal() -> None:
    shown = at_a_terminal("show", "zone.toc.yaml", NO_COLOR="1")
    assert "┃ id " in shown
    assert "│ calm │ outcome" in shown
    assert max(map(len, shown.splitlines())) <= 80


@needs_posix
@pytest.mark.usefixtures("zone")
def test_a_terminal_that_can_only_type_gets_plain_text() -> None:
    shown = at_a_terminal("show", "zone.toc.yaml", TERM="dumb")
    assert "  calm  outcome       Mornings are calm  1         0" in shown
    assert "\x1b" not in shown


@needs_posix
@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_findings_are_coloured_at_a_terminal(environment: dict[str, str], coloured: bool) -> None:
    shown = at_a_terminal("check", "broken.toc.yaml", **environment)
    assert ("\x1b[1;31merror TOC010\x1b[0m" in shown) is coloured
    assert "TOC010" in shown


def finding() -> Finding:
    """Any finding."""
    return Finding(code="TOC010", rule="r", severity=Severity.ERROR, message="is wrong")


@pytest.mark.parametrize(
    ("failure", "status", "message"),
    [
        (TocModelError("no"), 2, "Error: no\n"),
        (ModelFileError([finding()]), 1, "TOC010 is wrong\n"),
        (RecursionError(), 2, "Error: something in the file is nested too deeply\n"),
        (MemoryError(), 2, "Error: the computer has too little free memory for this\n"),
        (OSError(errno.EIO, "Input/output error"), 2, "Error: input/output error\n"),
        (OSError(errno.EACCES, "Denied", "a.b"), 2, "Error: denied: 'a.b'\n"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
    ],
    ids=repr,
)
def test_each_failure_has_its_words_and_its_status(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    status: int,
    message: str,
) -> None:
    monkeypatch.setattr("tocmodel.cli.failures._silence_output", lambda: None)
    with pytest.raises(click.exceptions.Exit) as caught, report_failures():
        raise failure
    assert (caught.value.exit_code, capfd.readouterr().err) == (status, message)


def test_an_unwritable_folder_is_reported(zone: Path, run: Run) -> None:
    (zone.parent / "zone.svg").mkdir()
    result = run("draw", "zone.toc.yaml", "-o", "zone.svg/a.svg/b.svg")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: cannot write 'zone.svg/a.svg/b.svg': ")
