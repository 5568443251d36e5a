"""Earlier states of a file, from git: the one module that asks git.

git runs as a process of its own, without a shell, with a time limit and without asking for a
password. A revision is turned into the name of a commit first, so that nothing a user wrote can be
taken for an option.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tocmodel.diagnostics import TocModelError, printable
from tocmodel.files import note_read
from tocmodel.formats import THEORY_SUFFIXES
from tocmodel.values import frozen

TIME_LIMIT = 30.0
"""The most seconds that git may take for one answer."""


_OF_A_HOOK = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"))
"""What git tells the programs it starts about its own repository; a file may be in another."""


@frozen(kw_only=True)
class Commit:
    """A commit that touched a file.

    Attributes:
        id: its full name.
        date: the day it was made, as ``2018-09-01``.
        subject: the first line of its message.
        path: how the file was called then, from the top of the repository.
    """

    id: str
    date: str
    subject: str
    path: str


def file_and_revision(text: str) -> tuple[Path, str]:
    """Part ``FILE@REVISION``; the revision is empty where only a file is named.

    A file that exists is meant even if its name holds ``@``.

    >>> file_and_revision("zones/harbour.toc.yaml@HEAD~2")
    (PosixPath('zones/harbour.toc.yaml'), 'HEAD~2')
    >>> file_and_revision("harbour.toc.yaml@HEAD@{1}")[1]
    'HEAD@{1}'
    >>> file_and_revision("harbour.toc.yaml")[1]
    ''
    """
    if "@" not in text or os.path.lexists(text):
        return Path(text), ""
    places = [place for place, letter in enumerate(text) if letter == "@" and place]
    if not places:
        return Path(text), ""
    place = next((at for at in places if text[:at].endswith(THEORY_SUFFIXES)), places[-1])
    return Path(text[:place]), text[place + 1 :]


def read_revision(path: Path, revision: str) -> bytes:
    """Return what a file held at a revision.

    Raises:
        TocModelError: git is missing, the file lies in no repository, or there is no such revision
            or no such file in it.
    """
    note_read(path)
    folder, name = _place(path)
    commit = _commit(folder, revision)
    try:
        return _git(folder, "cat-file", "blob", f"{commit}:./{name}")
    except _GitError as error:
        shown = printable(str(path))
        if path.is_dir():
            raise TocModelError(f"'{shown}' is a folder; name a file in it") from error
        raise TocModelError(
            f"'{shown}' is not in revision '{revision}'; 'git log -- {shown}' lists those it is in"
        ) from error


def history(path: Path, since: str = "") -> tuple[Commit, ...]:
    """Return the commits that touched a file, the last one first.

    The file is followed through changes of its name.

    Args:
        path: the file.
        since: leave out this revision and those before it.

    Raises:
        TocModelError: as for ``read_revision``.
    """
    folder, name = _place(path)
    try:
        last = _commit(folder, "HEAD")
    except TocModelError:  # a repository in which nothing was committed yet
        return ()
    first = f"{_commit(folder, since)}..{last}" if since else last
    options = ("-z", "--follow", "--cc", "--name-only", "--no-show-signature")
    text = _git(folder, "log", *options, "--format=%x01%H%x00%cs%x00%s", first, "--", name)
    return tuple(_commits(text.decode("utf-8", "surrogateescape"), name))


def read_commit(path: Path, commit: Commit) -> bytes:
    """Return what a file held after one of the commits of its history."""
    return _git(_place(path)[0], "cat-file", "blob", f"{commit.id}:{commit.path}")


def is_tracked(path: Path) -> bool:
    """Say whether git knows the file; it does not where git or a repository is missing."""
    try:
        folder, name = _place(path)
        return bool(_git(folder, "ls-files", "--", name))
    except TocModelError:
        return False


def is_shallow(path: Path) -> bool:
    """Say whether the repository of a file is a shallow clone, which lacks the earlier commits."""
    try:
        return _is_shallow(_place(path)[0])
    except TocModelError:
        return False


def _is_shallow(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _commits(text: str, name: str) -> Iterator[Commit]:
    """Read what git logs: the commit, its day and subject, then the file, with gaps between."""
    words = text.split("\0")
    at = 0
    while at < len(words) and _BEGINS.fullmatch(words[at]):
        id_, date, subject = words[at : at + 3]
        at += 3
        while at < len(words) and not _BEGINS.fullmatch(words[at]):
            name = words[at].removeprefix("\n") or name
            at += 1
        yield Commit(id=id_.removeprefix("\x01"), date=date, subject=subject, path=name)


_BEGINS = re.compile(r"\x01[0-9a-f]{40,64}")


def _place(path: Path) -> tuple[Path, str]:
    """Return the folder in which git is asked, the nearest that is still there, and the name in it.

    A link is followed: of the link itself git keeps only where it leads.
    """
    real = Path(os.path.realpath(path))
    folder = next(parent for parent in (*real.parents, real) if parent.is_dir())
    shown = printable(str(path))
    missing = TocModelError(
        f"'{shown}' is in no git repository, so it has no earlier revisions; name two files instead"
    )
    try:
        inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    except _GitError as error:
        if "dubious ownership" in str(error):
            raise TocModelError(
                f"git does not read the repository of '{shown}', as it belongs to someone else; "
                "run 'git status' there and do what it says"
            ) from error
        raise missing from error
    if inside.strip() != b"true":  # in a bare repository, or in git's own folder
        raise missing
    return folder, os.path.relpath(real, folder).replace(os.sep, "/")


def _commit(folder: Path, revision: str) -> str:
    """Return the full name of the commit that a revision means."""
    if revision and not revision.startswith(("-", "^")) and revision.isprintable():
        try:
            found = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        except _GitError:
            pass
        else:
            return found.decode("ascii").strip()
    raise TocModelError(_unknown(folder, revision))


def _unknown(folder: Path, revision: str) -> str:
    if revision == "HEAD":
        return "nothing is committed in this git repository yet; name two files instead"
    said = f"git knows no revision '{printable(revision)}' here; "
    if _is_shallow(folder):
        return f"{said}it is a shallow clone, and 'git fetch --unshallow' brings the rest"
    return f"{said}'git log --oneline' lists revisions"


class _GitError(TocModelError):
    """git answered with an error."""


def _git(folder: Path, *arguments: str) -> bytes:
    """Run git in a folder and return what it writes."""
    import subprocess  # noqa: PLC0415  (only these few commands need it)

    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    # A file's name is a name, even where it looks like a pattern.
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    quiet["GIT_LITERAL_PATHSPECS"] = "1"
    try:
        done = subprocess.run(  # noqa: S603  (no shell; what a user wrote is checked by the callers)
            ["git", "--no-pager", *arguments],  # noqa: S607  (the user's own git, wherever it is)
            cwd=folder,
            env={**kept, **quiet},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except FileNotFoundError as error:
        raise TocModelError(
            "earlier revisions are read with git, and git is not installed; "
            "install it, or name two files"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise TocModelError(
            f"git took longer than {TIME_LIMIT:g} seconds; try again, or name two files"
        ) from error
    except (OSError, ValueError) as error:
        raise TocModelError(f"git cannot be run: {error}") from error
    if done.returncode:
        raise _GitError(done.stderr.decode("utf-8", "replace").strip()[:300] or "git failed")
    return done.stdout
