"""``tocmodel changelog``: list reviews and changes by date."""

from collections.abc import Iterator
from pathlib import Path

import click

from tocmodel.cli.models import read_model, require_theory, theory_at
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.progress_bar import tracked
from tocmodel.cli.publication import as_asked, publishable
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.diagnostics import TocModelError
from tocmodel.differences.changelog import KeptVersion, change_log
from tocmodel.fileformat.loading import reads
from tocmodel.formats import WriterInput
from tocmodel.model import TheoryOfChange
from tocmodel.report.changelog import outline
from tocmodel.system.revisions import (
    Commit,
    NotFetchedError,
    history,
    is_shallow,
    is_tracked,
    read_commit,
    read_revision,
)


@click.command(
    epilog="""\b
Examples:
  tocmodel changelog harbour.toc.yaml
  tocmodel changelog harbour.toc.yaml --since v1
  tocmodel changelog harbour.toc.yaml -o changes.md
""",
)
@click.argument("file", type=A_PATH)
@click.option("--since", default="", metavar="REVISION", help="Start after this git revision.")
@output_options(WriterInput.OUTLINE, format_="The output format.")
@publishable
@common
def changelog(*, file: Path, since: str, output: OutputOptions) -> None:
    """List the reviews of the theory in FILE and its changes, the latest first.

    Reviews come from the file, and changes from its history in git. Without git, the log has the
    reviews only.
    """
    _ = output.format  # before reading anything: refuse a name that cannot be written
    theory = require_theory(read_model(file))
    states = list(_states(file, theory, since))
    first = KeptVersion(theory=theory_at(file, since)) if since else None
    output.deliver_made(outline(theory, change_log(states, since=first)))


def _states(file: Path, theory: TheoryOfChange, since: str) -> Iterator[KeptVersion]:
    """Yield the versions of the file in git, the earliest first, and then the file as it is now."""
    if file != STDIN and (since or is_tracked(file)):
        if not since and is_shallow(file):
            print_message(
                "Note: this is a shallow clone; 'git fetch --unshallow' gets the earlier history"
            )
        for commit in tracked(history(file, since)[::-1], "Reading earlier versions"):
            state = _state(file, commit)
            if state.theory is None:
                version = f"{commit.date} ({commit.id[:8]})"
                print_message(f"Note: left out the version of {version}, which has no theory")
            yield state
    elif file != STDIN:
        print_message("Note: git has no history of this file; the log has its reviews only")
    yield KeptVersion(theory=theory)


def _state(file: Path, commit: Commit) -> KeptVersion:
    try:
        text = read_commit(file, commit)
        document = reads(text, str(file), fetch=lambda other: read_revision(other, commit.id))
        found = document.theory and as_asked(document.theory, str(file), quiet=True)
    except NotFetchedError:
        raise
    except TocModelError:  # the commit removed the file
        found = None
    return KeptVersion(theory=found, date=commit.date, note=commit.subject)
