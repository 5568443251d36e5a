"""``tocmodel convert --into``: put the changes in a workbook into the file of its theory."""

from pathlib import Path

from tocmodel import differences
from tocmodel.cli.models import read_model, require_theory, shown
from tocmodel.cli.output import change_file
from tocmodel.cli.streams import STDIN, print_message, print_result
from tocmodel.conversion.convert import read_source
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.readers.workbook import lost_notes
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.workbook.into import update_file
from tocmodel.conversion.workbook.read import holds_theory
from tocmodel.diagnostics import TocModelError
from tocmodel.package import UnreadableFileError
from tocmodel.report.differences import Compared, outline
from tocmodel.report.outline import to_text


def convert_into(
    source: Path, into: Path, *, dry_run: bool, remove_links: bool, although_changed: bool
) -> tuple[Note, ...]:
    """Change a theory's file as a workbook was changed, or show what would change.

    Args:
        source: the workbook.
        into: the file of the theory.
        dry_run: whether to show the differences and write nothing.
        remove_links: whether links and other rows go with removed elements.
        although_changed: whether to change a file that changed since the workbook was made.

    Raises:
        ModelFileError: cells of the workbook are wrong.
        TocModelError: it is no workbook with a theory, or the file cannot be changed.
    """
    if STDIN in (source, into):
        raise TocModelError("--into needs the names of two files: the workbook, and the theory")
    document = read_model(into)
    before = require_theory(document)
    data, name = read_source(source), shown(source)
    if not holds_theory(data):
        raise TocModelError(
            f"'{name}' is not a workbook with a theory; "
            f"'tocmodel convert {shown(into)} NAME.xlsx' makes one to fill in"
        )
    try:
        made = update_file(
            document, data, name, remove_links=remove_links, although_changed=although_changed
        )
    except UnreadableFileError as error:
        raise unreadable(name, str(error), place=error.place, help_=error.help) from error
    lost = lost_notes(made.lost)
    if dry_run:
        found = differences.diff(before, made.theory)
        compared = Compared(title=before.title, old=str(into), new=name, differences=found)
        print_result(to_text(outline(compared)))
        print_message(f"Nothing was written to {into}.")
    elif made.text == document.tree.text:
        print_message(f"Nothing has changed, so {into} stays as it is.")
    else:
        change_file(into, made.text)
        print_message(f"Wrote {into}")
    return lost
