"""``tocmodel review``: the agenda of the next review, and the log of all reviews."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import OutputOptions, change_file, output_options
from tocmodel.cli.publication import is_public, publishable
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.diagnostics import TocModelError, shell_argument
from tocmodel.formats import WriterInput
from tocmodel.system.locking import locked

if TYPE_CHECKING:
    from tocmodel.documents.model import WrittenReport
    from tocmodel.model import TheoryOfChange

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@click.command(
    epilog="""\b
Examples:
  tocmodel review harbour.toc.yaml                    what to look at, and why
  tocmodel review harbour.toc.yaml --on 2025-07-04
  tocmodel review harbour.toc.yaml -o agenda.docx     for Word
  tocmodel review harbour.toc.yaml --record summer-2025
  tocmodel review harbour.toc.yaml --log -o learning.html

\b
--record writes the start of a review into FILE: its date, what prompts it, the assumptions to look
at, and empty texts to fill in. Comments and everything else in the file stay unchanged.
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--on",
    default="",
    metavar="DATE",
    help="The day or the month of the review, such as 2025-07-04.  [default: the file's "
    "'next_review']",
)
@click.option("--log", is_flag=True, help="Show the learning log: all reviews, the latest first.")
@click.option(
    "--record", default="", metavar="ID", help="Start an entry for this review in FILE itself."
)
@output_options(WriterInput.OUTLINE, WriterInput.TABLE, WriterInput.DATA, WriterInput.DOCUMENT)
@publishable
@common
def review(*, file: Path, on: str, log: bool, record: str, output: OutputOptions) -> None:
    """Show the agenda of the next review of the theory in FILE: what to look at, and why.

    It lists the question that the last review left, figures due, missed targets, tipping points
    passed, assumptions to look at, old hopes, explanations that nobody tested, inferred links of
    the main story, surprises, and consent that has run out.
    """
    if record:
        if log or output.path is not None:
            raise click.UsageError("--record changes FILE: leave out --log and --output")
        if is_public():
            raise click.UsageError("--record changes FILE: leave out --public")
        _record(file, record, on)
    elif log:
        if on:
            raise click.UsageError("--on is the day of the next review: leave it out with --log")
        _write_log(file, output)
    else:
        _write_agenda(file, on, output)


def _deliver(made: "WrittenReport", file: Path, output: OutputOptions) -> None:
    output.deliver_made(evolve(made, font=output.fonts_for(file, output.format)))


def _write_agenda(file: Path, on: str, output: OutputOptions) -> None:
    from tocmodel.analysis.agenda import agenda
    from tocmodel.report.agenda import agenda_data, agenda_outline, agenda_table

    source = output.kind.source
    document = read_model(file)
    found = agenda(require_theory(document), on)
    locate = partial(document.locate, key=True)
    if source is WriterInput.DOCUMENT:
        from tocmodel.documents.learning import agenda_report

        _deliver(agenda_report(found, locate), file, output)
    else:
        makers = {WriterInput.TABLE: agenda_table, WriterInput.DATA: agenda_data}
        output.deliver_made(makers.get(source, agenda_outline)(found, locate))


def _write_log(file: Path, output: OutputOptions) -> None:
    from tocmodel.report.learning_log import log_data, log_outline, log_table

    source = output.kind.source
    theory = require_theory(read_model(file))
    if source is WriterInput.DOCUMENT:
        from tocmodel.documents.learning import log_report

        _deliver(log_report(theory), file, output)
    else:
        makers = {WriterInput.TABLE: log_table, WriterInput.DATA: log_data}
        output.deliver_made(makers.get(source, log_outline)(theory))


def _record(file: Path, id_: str, on: str) -> None:
    """Start the entry of a review in a theory's file.

    Raises:
        TocModelError: the id is taken or no id, the review has no date, or the file cannot be
            changed.
    """
    from tocmodel.analysis.agenda import agenda
    from tocmodel.analysis.agenda.draft import draft_review
    from tocmodel.fileformat.editing.insert import insert_entries
    from tocmodel.fileformat.loading import reads

    if file == STDIN:
        raise TocModelError("standard input cannot be added to; name the theory's file")
    with locked(file):  # several people may record at the same time
        document = read_model(file)
        theory = require_theory(document)
        _check_id(theory, id_)
        found = agenda(theory, on)
        if not found.day:
            raise TocModelError("when is the review? Add --on DATE, or 'next_review' to 'revision'")
        text = insert_entries(document, "reviews", {id_: draft_review(found)})
        change_file(file, text)
    line = reads(text, str(file)).locate(("reviews", id_), key=True).line
    print_message(f"Added the review '{id_}' of {found.day} at {file}:{line}")
    print_message(f"Next: fill it in, then run  tocmodel check {shell_argument(file)}")


def _check_id(theory: "TheoryOfChange", id_: str) -> None:
    if not _ID.fullmatch(id_):
        raise TocModelError(f"'{id_:.60}' is not an id: write lower-case words joined by hyphens")
    if id_ in theory.reviews:
        raise TocModelError(f"there is already a review '{id_}'; choose another id")
    if id_ in {*theory.elements, *theory.sources, *theory.groups, *theory.includes, *theory.loops}:
        raise TocModelError(f"'{id_}' is the id of something else in the file; choose another id")
