"""Run git safely, even in a stranger's repository; no other module starts it.

A folder from somebody else can hold a repository whose settings name programs. Git runs them even
for a harmless request such as a list of files, so every such setting is overridden here. Git
fetches nothing, asks nothing and writes nothing.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tocmodel.diagnostics import TocModelError
from tocmodel.system.programs import find_program

if TYPE_CHECKING:
    import subprocess
    import threading

TIME_LIMIT = 30.0
"""The most seconds that git may take for one answer."""

LARGEST_ANSWER = 64 * 1024 * 1024
"""The most bytes of one answer, the same as for a file."""

_OVERRULED = {
    "core.fsmonitor": "false",  # a program that lists changed files
    "core.hooksPath": os.devnull,
    "core.alternateRefsCommand": "",
    "core.attributesFile": os.devnull,
    "core.askPass": "",
    "core.editor": "false",
    "credential.helper": "",
    "diff.external": "",
    "log.showRoot": "true",  # otherwise the first commit shows no files
    "log.showSignature": "false",  # asks gpg.program
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",  # a repository disguised as a folder of files
    "submodule.recurse": "false",
}

_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # whatever a repository allows for single protocols
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",  # a file name is never a pattern
    "LC_ALL": "C",
}

_OF_A_HOOK = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))
"""Variables that git sets for programs it starts, about a repository that may not be ours."""


class GitError(TocModelError):
    """git reported an error; the message is from git."""


def run_git(folder: Path, *arguments: str) -> bytes:
    """Run git in a folder and return its output, up to a byte more than ``LARGEST_ANSWER``.

    Args:
        folder: the folder to run git in.
        arguments: a read-only git command and its arguments.

    Raises:
        GitError: git reported an error.
        TocModelError: git is missing, takes too long, or cannot be run.
    """
    import subprocess  # noqa: PLC0415  # only a few commands use git

    settings = [word for pair in _OVERRULED.items() for word in ("-c", "=".join(pair))]
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    try:
        process = subprocess.Popen(  # noqa: S603  (no shell; the callers check user input)
            [_program(), "--no-pager", *settings, *arguments],
            cwd=folder,
            env={**kept, **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that programs started by git end with it
        )
    except (OSError, ValueError) as error:
        raise TocModelError(f"git cannot be run: {error}") from error
    return _answer(process)


def _answer(process: "subprocess.Popen[bytes]") -> bytes:
    """Wait for the answer, within limits of time and size."""
    import threading  # noqa: PLC0415  # as above

    is_late = threading.Event()

    def end_late() -> None:
        is_late.set()
        _end(process)

    complaint = bytearray()
    timer = threading.Timer(TIME_LIMIT, end_late)
    listener = threading.Thread(target=_listen, args=(process, complaint), daemon=True)
    assert process.stdout is not None  # noqa: S101  (it is a pipe)
    try:
        _start(timer, listener)
        answer = process.stdout.read(LARGEST_ANSWER + 1)
        if len(answer) > LARGEST_ANSWER:
            _end(process)
        status = process.wait()
    finally:
        timer.cancel()
        _end(process)
        process.wait()
        process.stdout.close()
    if is_late.is_set():
        raise TocModelError(
            f"git took longer than {TIME_LIMIT:g} seconds; try again, or name two files"
        )
    if status and len(answer) <= LARGEST_ANSWER:
        listener.join(1)
        raise GitError(complaint.decode("utf-8", "replace").strip()[:300] or "git failed")
    return answer


def _start(*threads: "threading.Thread") -> None:
    try:
        for thread in threads:
            thread.start()
    except RuntimeError as error:  # the system has no room for a thread
        raise MemoryError from error


def _listen(process: "subprocess.Popen[bytes]", complaint: bytearray) -> None:
    """Keep the beginning of git's error output and discard the rest."""
    assert process.stderr is not None  # noqa: S101  (it is a pipe)
    with process.stderr as stream:
        while piece := stream.read(4096):
            complaint += piece[: 4096 - len(complaint)]


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End git and any program it started that is still running."""
    if process.returncode is not None:
        return
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            import signal  # noqa: PLC0415  # as above

            os.killpg(process.pid, signal.SIGKILL)
    except OSError:  # it has just ended
        pass


def _program() -> str:
    """Return the path of git.

    Raises:
        TocModelError: it is not installed.
    """
    found = find_program("git")
    if found is None:
        raise TocModelError(
            "earlier revisions are read with git, and git is not installed; "
            "install it, or name two files"
        )
    return found
