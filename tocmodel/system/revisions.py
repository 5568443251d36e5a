"""Read earlier versions of a file from git.

A revision is first turned into the name of a commit, so that git cannot take a user's text for an
option.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError
from tocmodel.formats import THEORY_SUFFIXES
from tocmodel.system.files import note_read
from tocmodel.system.git import GitError, run_git


@frozen(kw_only=True)
class Commit:
    """A commit that touched a file.

    Attributes:
        id: its full name.
        date: its date, such as ``2018-09-01``.
        subject: the first line of its message.
        path: the path of the file at that time, from the top of the repository.
    """

    id: str
    date: str
    subject: str
    path: str


class NotFetchedError(TocModelError):
    """An earlier version of a file is missing from a partial clone and must be fetched."""


def file_and_revision(text: str) -> tuple[Path, str]:
    """Split ``FILE@REVISION``; the revision is empty if there is only a file.

    An existing file comes first, even if its name contains ``@``.

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
    """Return the content of a file at a revision.

    Raises:
        TocModelError: git is missing, the file is not in a repository, or the revision does not
            exist or lacks the file.
    """
    note_read(path)
    folder, name = _place(path)
    commit = _commit(folder, revision)
    try:
        return run_git(folder, "cat-file", "blob", f"{commit}:./{name}")
    except GitError as error:
        shown = terminal_text(str(path))
        if path.is_dir():
            raise TocModelError(f"'{shown}' is a folder; name a file in it") from error
        if _is_left_out(folder, error):
            raise _not_fetched(path) from error
        raise TocModelError(
            f"'{shown}' is not in revision '{revision}'; 'git log -- {shown}' lists its revisions"
        ) from error


def history(path: Path, since: str = "") -> tuple[Commit, ...]:
    """Return the commits that touched a file, the latest first.

    Earlier names of the file are followed.

    Args:
        path: the file.
        since: leave out this revision and those before it.

    Raises:
        TocModelError: as for ``read_revision``.
    """
    folder, name = _place(path)
    try:
        last = _commit(folder, "HEAD")
    except TocModelError:  # a repository without any commit
        return ()
    first = f"{_commit(folder, since)}..{last}" if since else last
    command = ("log", "-z", "--follow", "--cc", "--name-only", "--format=%x01%H%x00%cs%x00%s")
    # Override the settings.
    plain = ("--encoding=UTF-8", "--no-relative", "--no-ext-diff", "--no-textconv")
    try:
        text = run_git(folder, *command, *plain, first, "--", name)
    except GitError as error:
        raise (_not_fetched(path) if _is_left_out(folder, error) else error) from error
    return tuple(_commits(text.decode("utf-8", "surrogateescape"), name))


def read_commit(path: Path, commit: Commit) -> bytes:
    """Return the content of a file after one of the commits of its history.

    Raises:
        NotFetchedError: the clone is partial and lacks this version.
        TocModelError: the commit removed it.
    """
    folder = _place(path)[0]
    try:
        return run_git(folder, "cat-file", "blob", f"{commit.id}:{commit.path}")
    except GitError as error:
        raise (_not_fetched(path) if _is_left_out(folder, error) else error) from error


def is_tracked(path: Path) -> bool:
    """Return whether git tracks the file; false if git or a repository is missing."""
    try:
        folder, name = _place(path)
        return bool(run_git(folder, "ls-files", "--", name))
    except TocModelError:
        return False


def is_shallow(path: Path) -> bool:
    """Return whether the repository of a file is a shallow clone, without earlier commits."""
    try:
        return _is_shallow(_place(path)[0])
    except TocModelError:
        return False


def _is_left_out(folder: Path, error: GitError) -> bool:
    """Return whether the error comes from a partial clone."""
    if "does not exist in" in str(error) or "but not in" in str(error):
        return False
    marks = r"^(extensions\.partialclone|remote\..*\.promisor)$"
    try:
        return bool(run_git(folder, "config", "--get-regexp", marks))
    except GitError:
        return False


def _not_fetched(path: Path) -> NotFetchedError:
    shown = terminal_text(str(path))
    return NotFetchedError(
        f"this partial clone lacks earlier versions of '{shown}', and tocmodel fetches nothing; "
        f"'git log --patch --follow -- {shown}' fetches them"
    )


def _is_shallow(folder: Path) -> bool:
    return run_git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _commits(text: str, name: str) -> Iterator[Commit]:
    """Read the output of git log: commit, date and subject, then the file, with gaps between."""
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
    """Return the nearest existing folder, to run git in, and the name of the file from there.

    A link is followed: git stores only the target of the link itself.
    """
    real = Path(os.path.realpath(path))
    folder = next(parent for parent in (*real.parents, real) if parent.is_dir())
    shown = terminal_text(str(path))
    missing = TocModelError(
        f"'{shown}' is in no git repository, so it has no earlier revisions; name two files instead"
    )
    try:
        inside = run_git(folder, "rev-parse", "--is-inside-work-tree")
    except GitError as error:
        if "dubious ownership" in str(error):
            raise TocModelError(
                f"git does not read the repository of '{shown}', as it belongs to someone else; "
                "run 'git status' there and follow its advice"
            ) from error
        raise missing from error
    if inside.strip() != b"true":  # in a bare repository, or in the .git folder
        raise missing
    return folder, os.path.relpath(real, folder).replace(os.sep, "/")


def _commit(folder: Path, revision: str) -> str:
    """Return the full name of the commit for a revision."""
    if revision and not revision.startswith(("-", "^")) and revision.isprintable():
        try:
            found = run_git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        except GitError:
            pass
        else:
            return found.decode("ascii").strip()
    raise TocModelError(_unknown(folder, revision))


def _unknown(folder: Path, revision: str) -> str:
    if revision == "HEAD":
        return "nothing is committed in this git repository yet; name two files instead"
    message = f"git knows no revision '{terminal_text(revision)}' here; "
    if _is_shallow(folder):
        return f"{message}it is a shallow clone, and 'git fetch --unshallow' brings the rest"
    return f"{message}'git log --oneline' lists revisions"
