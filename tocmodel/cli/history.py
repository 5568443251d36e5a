"""Writes the change log of a file from its reviews and its history in git."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tocmodel.analysis.changelog import State, change_log
from tocmodel.cli.answers import Output
from tocmodel.cli.broken import require_theory
from tocmodel.cli.comparing import theory_at
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import STDIN, has_colour, say
from tocmodel.diagnostics import TocModelError
from tocmodel.loading import reads
from tocmodel.model import TheoryOfChange
from tocmodel.revisions import Commit, history, is_shallow, is_tracked, read_commit, read_revision
from tocmodel.telling.changelog import outline
from tocmodel.telling.outline import to_markdown, to_text


def write_change_log(file: Path, *, since: str = "", output: Output) -> None:
    """Write the log to standard output, or to a file.

    Raises:
        TocModelError: the file cannot be read, or git knows no such revision.
    """
    format_ = output.format
    theory = require_theory(read_model(file))
    lines = outline(
        theory, change_log(list(_states(file, theory, since)), since=_first(file, since))
    )
    if format_ == "markdown":
        output.deliver(to_markdown(lines))
    else:
        colour = output.file is None and has_colour(sys.stdout)
        output.deliver(to_text(lines, colour=colour), colour=colour)


def _first(file: Path, since: str) -> State | None:
    if not since:
        return None
    return State(theory=theory_at(file, since))


def _states(file: Path, theory: TheoryOfChange, since: str) -> Iterator[State]:
    """Give what git keeps of the file, the earliest first, and at last the file as it is."""
    if file != STDIN and (since or is_tracked(file)):
        if not since and is_shallow(file):
            say("Note: this is a shallow clone; 'git fetch --unshallow' brings what came before")
        for commit in reversed(history(file, since)):
            state = _state(file, commit)
            if state.theory is None:
                say(f"Note: the file of {commit.date} ({commit.id[:8]}) holds no theory; left out")
            yield state
    elif file != STDIN:
        say("Note: git keeps no history of this file; the log holds its reviews alone")
    yield State(theory=theory)


def _state(file: Path, commit: Commit) -> State:
    try:
        text = read_commit(file, commit)
        found = reads(text, str(file), fetch=lambda other: read_revision(other, commit.id)).theory
    except TocModelError:  # the commit removed the file
        found = None
    return State(theory=found, date=commit.date, note=commit.subject)
