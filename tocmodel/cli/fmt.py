"""``tocmodel fmt``: write theories in their normal form."""

from collections.abc import Iterator
from difflib import unified_diff
from functools import partial
from pathlib import Path

import click
from attrs import frozen

from tocmodel.cli.failures import COULD_NOT_RUN, FINDINGS
from tocmodel.cli.models import find_models, for_each_file, read_model, shown, theory_in
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import change_file
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.fileformat.formatting import formatted_text
from tocmodel.wording import counted


@frozen
class _Formatted:
    """A file, its text as it was, and its text in the normal form."""

    path: Path
    old: str
    new: str

    @property
    def is_changed(self) -> bool:
        return self.old != self.new


@click.command(
    epilog="""\b
Examples:
  tocmodel fmt harbour.toc.yaml
  tocmodel fmt .                            every theory in this folder and below
  tocmodel fmt --check .                    list the files that would change, and write nothing
  tocmodel fmt --diff harbour.toc.yaml      show what would change, and write nothing
  cat harbour.toc.yaml | tocmodel fmt -     to standard output

\b Links get ids in place of titles. Keys are put in the order of the schema, quotes become double
quotes, and each level is indented by two spaces. The theory stays the same, and so do its comments,
the lines of longer texts, and the order of sections and entries.

\b
Exit status: 0 success, 1 an invalid file, or with --check a file that would change, 2 the command
could not run.
""",
)
@click.argument("files", nargs=-1, required=True, type=A_PATH, metavar="FILE...")
@click.option(
    "--check", "only_check", is_flag=True, help="List the files that would change; write nothing."
)
@click.option("--diff", "show_diff", is_flag=True, help="Show what would change; write nothing.")
@common
def fmt(*, files: tuple[Path, ...], only_check: bool, show_diff: bool) -> None:
    """Write theories in their normal form, with ids in place of titles in links.

    FILE is a theory (NAME.toc.yaml or NAME.toc.json), a folder of theories, or - for standard
    input, which is written to standard output.
    """
    paths = find_models(files)
    work = partial(_format, only_check=only_check, show_diff=show_diff)
    changes, complete = for_each_file(paths, work, doing="Formatting")
    would_change = changes.count(True) if only_check else 0
    if would_change:
        counted_files = counted(would_change, "file")
        print_message(f"{counted_files} of {len(paths)} would change; run 'tocmodel fmt'.")
    if not complete:
        raise click.exceptions.Exit(COULD_NOT_RUN)
    if would_change or None in changes:
        raise click.exceptions.Exit(FINDINGS)


def _format(path: Path, *, only_check: bool, show_diff: bool) -> bool | None:
    """Format a file, and return whether that changes it; ``None``, with findings, if invalid."""
    document = read_model(path)
    if theory_in(document) is None:
        return None
    formatted = _Formatted(path, document.tree.text, formatted_text(document))
    _deliver(formatted, only_check=only_check, show_diff=show_diff)
    return formatted.is_changed


def _deliver(formatted: _Formatted, *, only_check: bool, show_diff: bool) -> None:
    path = formatted.path
    if show_diff:
        for line in _difference(formatted):
            click.echo(line)
    elif only_check:
        if formatted.is_changed:
            click.echo(shown(path))
    elif path == STDIN:
        click.echo(formatted.new, nl=False)
    elif formatted.is_changed:
        change_file(path, formatted.new)
        print_message(f"Wrote {shown(path)}")


def _difference(formatted: _Formatted) -> Iterator[str]:
    name = shown(formatted.path)
    old, new = formatted.old.split("\n"), formatted.new.split("\n")
    return unified_diff(old, new, name, f"{name}, formatted", lineterm="")
