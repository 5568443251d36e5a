"""Writes and reads the files of story forms for the command line."""

from collections.abc import Sequence
from pathlib import Path

from tocmodel.cli.answers import Output, change_file
from tocmodel.cli.broken import require_theory, theory_in
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import STDIN, say
from tocmodel.diagnostics import TocModelError, shell_argument
from tocmodel.reporters.excerpt import visible
from tocmodel.stories import adopt, form_bytes, read_form
from tocmodel.stories.inserting import with_stories


def write_form(
    output: Output, *, theory_file: Path | None = None, edition: str | None = None
) -> None:
    """Write an empty form to a file, or as text to standard output.

    Raises:
        TocModelError: the file is there already, or its ending says no kind of form.
    """
    format_ = output.format
    theory = require_theory(read_model(theory_file)) if theory_file else None
    output.deliver(form_bytes(format_, theory=theory, edition=edition), replaces=False)
    if output.file is not None:
        form, into = (
            shell_argument(output.file),
            shell_argument(theory_file or "YOUR-THEORY.toc.yaml"),
        )
        say(f"Next: have it filled in, then run  tocmodel story read {form} --into {into}")


def read_forms(paths: Sequence[Path], into: Path, *, dry_run: bool) -> bool:
    """Put the stories of some forms into a theory; where one is wrong, say so and return False.

    Raises:
        TocModelError: a file cannot be opened or written.
    """
    if into == STDIN:
        raise TocModelError("standard input cannot be added to; name the theory's file")
    if STDIN in paths:
        raise TocModelError("a form is read from a file, not from standard input; name the file")
    document = read_model(into)
    theory = theory_in(document)
    if theory is None:
        return False
    adopted = adopt([read_form(path) for path in paths], theory)
    if adopted.problems:
        for problem in adopted.problems:
            say("\n".join(map(visible, str(problem).split("\n"))))
        say(f"Nothing was written to {into}.")
        return False
    text = with_stories(document, adopted.stories)
    if not dry_run:
        change_file(into, text)
    done = "Would add" if dry_run else "Added"
    for id_, story in adopted.stories.items():
        say(f"{done} {id_}: {visible(story.title)}")
    if not dry_run:
        say(f"Next: run  tocmodel check {shell_argument(into)}")
    return True
