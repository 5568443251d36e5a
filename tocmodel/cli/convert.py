"""``tocmodel convert``: read a file of another program, and write a theory for one."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeGuard

import click
from attrs import evolve

from tocmodel.cli.convert_into import convert_into
from tocmodel.cli.models import read_model, require_theory, shown, standard_input
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import OutputOptions, write_file
from tocmodel.cli.publication import as_asked, is_public, publishable
from tocmodel.cli.streams import STDIN, print_message, print_result
from tocmodel.conversion.choices import Choices, kinds_from_file, kinds_from_words
from tocmodel.conversion.convert import (
    Conversion,
    convert_bytes,
    is_theory,
    read_source,
    theory_text,
)
from tocmodel.conversion.notes import notes_lines, notes_table
from tocmodel.conversion.readers import READERS
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers import left_out
from tocmodel.diagnostics import TocModelError, listed, shell_argument
from tocmodel.formats import THEORY_SUFFIXES, WriterInput, ending_of, names_from
from tocmodel.model import TheoryOfChange

WRITTEN = names_from(WriterInput.THEORY)
READ = tuple(reader.name for reader in READERS)


@click.command(
    epilog="""\b
Examples:
  tocmodel convert links.csv zone.toc.yaml           a list of links becomes a theory
  tocmodel convert map.json zone.toc.yaml --map purple=outcome --map circle=activity
  tocmodel convert plan.xlsx zone.toc.yaml --from logframe
  tocmodel convert zone.toc.yaml zone.csv            a theory becomes a list of links
  tocmodel convert zone.toc.yaml -f kumu -o zone.json
  tocmodel convert zone.toc.yaml zone.xlsx           a workbook with the whole theory, to fill in
  tocmodel convert zone.xlsx --into zone.toc.yaml    puts what was changed into the file

\b The command asks nothing. It reports on standard error what it guessed, what it repaired and what
it could not keep; --notes writes all of this to a file. Even then it exits with status 0; the
status is 1 if a file is damaged. 'tocmodel check' then shows what a new theory lacks.
""",
)
@click.argument("source", type=A_PATH, metavar="SOURCE")
@click.argument("target", type=A_PATH, required=False, metavar="[TARGET]")
@click.option("--output", "-o", type=A_PATH, help="The file to write, in place of TARGET.")
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(WRITTEN),
    help="The format of the file that is not a theory.  [default: from its ending]",
)
@click.option(
    "--from",
    "from_",
    type=click.Choice(READ),
    help="The format of SOURCE.  [default: from its ending and its content]",
)
@click.option(
    "--map",
    "words",
    multiple=True,
    metavar="WORD=KIND",
    help="What a word in the file means, such as circle=outcome; WORD=none leaves it out. "
    "Repeatable.",
)
@click.option(
    "--mapping",
    type=A_PATH,
    metavar="FILE",
    help="A YAML file that lists such words, as in circle: outcome.",
)
@click.option("--merge-titles", is_flag=True, help="Merge elements with the same title.")
@click.option("--positions", is_flag=True, help="Keep positions, as the fields x and y.")
@click.option(
    "--notes",
    type=A_PATH,
    metavar="FILE",
    help="Write everything that was guessed, repaired or lost to this file (.txt or .csv).",
)
@click.option(
    "--into",
    type=A_PATH,
    metavar="FILE",
    help="Make only those changes to this theory that were made in its workbook.",
)
@click.option("--dry-run", is_flag=True, help="With --into: show what would change.")
@click.option(
    "--remove-links",
    is_flag=True,
    help="With --into: if the row of an element was removed, also remove the links and other rows "
    "that name it.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Overwrite an existing theory; with --into, also one that has changed since the workbook "
    "was made.",
)
@publishable
@common
def convert(
    *,
    source: Path,
    target: Path | None,
    output: Path | None,
    format_: str | None,
    from_: str | None,
    words: tuple[str, ...],
    mapping: Path | None,
    merge_titles: bool,
    positions: bool,
    notes: Path | None,
    into: Path | None,
    dry_run: bool,
    remove_links: bool,
    force: bool,
) -> None:
    """Convert SOURCE to TARGET; one is a theory (NAME.toc.yaml), the other another program's file.

    Without TARGET, the result goes to standard output.
    """
    if into is not None:
        _refuse_with_into(target or output, format_, from_, words, mapping)
        if is_public():
            raise click.UsageError("--public is for what is written, and --into changes your file")
        found = convert_into(
            source, into, dry_run=dry_run, remove_links=remove_links, although_changed=force
        )
        _report(found, notes)
        return
    if dry_run or remove_links:
        name = "--dry-run" if dry_run else "--remove-links"
        raise click.UsageError(f"{name} goes with --into")
    if target is not None and output is not None:
        raise click.UsageError("name the file to write once: as TARGET, or with --output")
    choices = Choices(
        kinds={**(kinds_from_file(mapping) if mapping else {}), **kinds_from_words(words)},
        merge_titles=merge_titles,
        keep_positions=positions,
    )
    path = output if target is None else target
    is_foreign = _is_foreign(source, from_)
    to_theory = is_foreign
    if _is_named(path):
        to_theory = is_theory(path) and (is_foreign or format_ is None)
    answer = OutputOptions(
        path=path,
        sources=(WriterInput.THEORY,),
        usual="",
        wanted=None if to_theory else format_,
        force=force,
        writes="a theory is written for other programs as",
    )
    if not to_theory:
        _check(answer)
    if is_foreign:
        made = _read_foreign(source, from_ or (format_ if to_theory else None) or "", choices)
        theory, found = as_asked(made.theory, shown(source)), made.notes
    else:
        theory, found = require_theory(read_model(source)), ()
    if to_theory:
        _write_theory(theory, answer)
    else:
        found = (*found, *left_out(answer.format, theory))
        answer.deliver_made(theory)
    _report(found, notes)
    if to_theory and answer.file:
        print_message(f"Next: run  tocmodel check {shell_argument(answer.file)}")


def _refuse_with_into(*given: object) -> None:
    if any(given):
        raise click.UsageError("--into names the file to change: leave out TARGET and its options")


def _is_named(path: Path | None) -> TypeGuard[Path]:
    return path is not None and path != STDIN


def _is_foreign(source: Path, from_: str | None) -> bool:
    """Whether the source is a file of another program, and not a theory."""
    if is_theory(source) or source.suffix.lower() in (".yaml", ".yml"):
        if from_:
            raise click.UsageError(
                "--from is for a file of another program, and SOURCE is a theory"
            )
        return False
    return from_ is not None or source != STDIN


def _check(answer: OutputOptions) -> None:
    """Refuse a file for another program whose format is not known, before any work.

    Raises:
        TocModelError: its ending is of no known format.
    """
    if answer.file is None and answer.wanted is None:
        raise click.UsageError(f"name a file to write, or a format: --format {listed(WRITTEN)}")
    if answer.file is not None and ending_of(answer.file) in (".yaml", ".yml"):
        raise TocModelError(f"the name '{answer.file.name}' must end in {listed(THEORY_SUFFIXES)}")
    _ = answer.format


def _read_foreign(source: Path, format_: str, choices: Choices) -> Conversion:
    if source == STDIN:
        return convert_bytes(standard_input(), "<stdin>", format_, choices)
    return convert_bytes(read_source(source), shown(source), format_, choices)


def _write_theory(theory: TheoryOfChange, answer: OutputOptions) -> None:
    if theory.left_out:
        theory = evolve(theory, notes=f"{theory.left_out}.")
    is_json = answer.file is not None and answer.file.suffix.lower() == ".json"
    text = theory_text(theory, "json" if is_json else "yaml")
    if answer.file is None:
        print_result(text)
        return
    write_file(answer.file, text, force=answer.force)
    print_message(f"Wrote {answer.file}")


def print_notes(notes: Iterable[Note]) -> None:
    """Print what was guessed, repaired or lost, on one screen at most."""
    for line in notes_lines(notes):
        print_message(line)


def _report(found: Iterable[Note], file: Path | None) -> None:
    """Print what was guessed, repaired or lost, and write all of it to a file if one is named."""
    notes = tuple(found)
    print_notes(notes)
    if file is not None:
        OutputOptions(path=file, sources=(WriterInput.TABLE,)).deliver_made(notes_table(notes))
