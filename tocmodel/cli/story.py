"""``tocmodel story``: write a form for a story, and add completed forms to a theory."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import MappingProxyType

import click

from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.lazy import LazyCommand, LazyGroup
from tocmodel.cli.models import read_model, require_theory, theory_in
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import OutputOptions, change_file, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.diagnostics import TocModelError, shell_argument
from tocmodel.formats import WriterInput
from tocmodel.stories import form_bytes, merge_into_theory, read_form
from tocmodel.stories.insert import insert_stories
from tocmodel.system.locking import locked

COMMANDS: Mapping[str, LazyCommand] = MappingProxyType(
    {
        "form": LazyCommand("tocmodel.cli.story:form", "Write an empty form to fill in."),
        "read": LazyCommand(
            "tocmodel.cli.story:read", "Add the stories in filled-in forms to a theory."
        ),
    }
)


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    epilog="""\b
Examples:
  tocmodel story form -o gate.story.txt                  a text file to fill in
  tocmodel story form -o gate.xlsx --for harbour.toc.yaml  a spreadsheet with lists to choose from
  tocmodel story read gate.story.txt --into harbour.toc.yaml
  tocmodel story COMMAND --help                          show help for one command
""",
)
@common
def story() -> None:
    """Collect value-creation stories: write a form, and add completed forms to a theory."""


@click.command(
    epilog="""\b
Examples:
  tocmodel story form                                    to standard output
  tocmodel story form -o gate.story.txt
  tocmodel story form -o gate.csv
  tocmodel story form -o gate.xlsx --for harbour.toc.yaml
  tocmodel story form --edition value-creation-2011
""",
)
@output_options(
    WriterInput.FORM,
    output="The file to write: .txt, .csv or .xlsx.",
    format_="The format of the form.",
    force="Overwrite an existing file.",
)
@click.option(
    "--for",
    "for_",
    type=A_PATH,
    metavar="FILE",
    help="The theory that the story is for. The form then lists its names.",
)
@click.option(
    "--edition",
    type=click.Choice(["value-creation", "value-creation-2011"]),
    help="Ask about the cycles of this edition.  [default: the edition of the theory, else "
    "value-creation]",
)
@publishable
@common
def form(*, output: OutputOptions, for_: Path | None, edition: str | None) -> None:
    """Write an empty form for a value-creation story, with five main questions."""
    write_form(output, theory_file=for_, edition=edition)


def write_form(
    output: OutputOptions, *, theory_file: Path | None = None, edition: str | None = None
) -> None:
    """Write an empty form to a file, or as text to standard output.

    Raises:
        TocModelError: the file already exists, or its ending is not that of a form.
    """
    format_ = output.format
    theory = require_theory(read_model(theory_file)) if theory_file else None
    output.deliver(form_bytes(format_, theory=theory, edition=edition), replaces=False)
    if output.file is not None:
        form, into = (
            shell_argument(output.file),
            shell_argument(theory_file or "YOUR-THEORY.toc.yaml"),
        )
        print_message(
            f"Next: ask someone to fill it in, then run  tocmodel story read {form} --into {into}"
        )


@click.command(
    epilog="""\b
Examples:
  tocmodel story read gate.story.txt --into harbour.toc.yaml
  tocmodel story read forms/*.xlsx --into harbour.toc.yaml
  tocmodel story read gate.csv --into harbour.toc.yaml --dry-run   show what it would add
  tocmodel story read survey.csv --map survey-map.yaml --into harbour.toc.yaml

\b
A survey has a row for each person. The map names the columns that become stories and figures of
indicators; no other column is read. 'tocmodel schema survey-map' describes it.

\b
If a form has a mistake, the command reports its line or cell, writes nothing, and exits with
status 1. Comments and everything else in the theory stay unchanged.
""",
)
@click.argument("forms", nargs=-1, required=True, type=A_PATH, metavar="FORM...")
@click.option("--into", required=True, type=A_PATH, metavar="FILE", help="The theory to add to.")
@click.option(
    "--map",
    "map_",
    type=A_PATH,
    metavar="MAP",
    help="Read each FORM as a survey, with a row for each person, by the columns in this map.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@common
def read(*, forms: tuple[Path, ...], into: Path, map_: Path | None, dry_run: bool) -> None:
    """Add the stories in each FORM (.txt, .csv or .xlsx) to the theory in FILE.

    With --map, each FORM is a survey, and may also have figures of indicators.
    """
    if into == STDIN:
        raise TocModelError("standard input cannot be added to; name the theory's file")
    if STDIN in forms:
        raise TocModelError("a form is read from a file, not from standard input; name the file")
    # Several people may read forms into one theory at the same time.
    with nullcontext() if dry_run else locked(into):
        if map_ is None:
            is_done = _read_forms(forms, into, dry_run=dry_run)
        else:
            from tocmodel.cli.story_survey import read_surveys

            is_done = read_surveys(forms, map_, into, dry_run=dry_run)
    if not is_done:
        raise click.exceptions.Exit(FINDINGS)


def _read_forms(paths: Sequence[Path], into: Path, *, dry_run: bool) -> bool:
    """Add the stories of some forms to a theory; if one is wrong, report it and return False.

    Raises:
        TocModelError: a file cannot be opened or written.
    """
    document = read_model(into)
    theory = theory_in(document)
    if theory is None:
        return False
    merged = merge_into_theory([read_form(path) for path in paths], theory)
    if merged.problems:
        for problem in merged.problems:
            print_message(str(problem))
        print_message(f"Nothing was written to {into}.")
        return False
    text = insert_stories(document, merged.stories)
    if not dry_run:
        change_file(into, text)
    done = "Would add" if dry_run else "Added"
    for id_, story in merged.stories.items():
        print_message(f"{done} {id_}: {story.title}")
    if not dry_run:
        print_message(f"Next: run  tocmodel check {shell_argument(into)}")
    return True
