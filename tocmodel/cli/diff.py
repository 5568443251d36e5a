"""``tocmodel diff``: show how two theories differ in meaning."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocmodel import differences
from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.models import read_model, require_theory, shown, theory_at
from tocmodel.cli.options import A_VIEW, common
from tocmodel.cli.output import OutputOptions, drawing_bytes, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import STDIN
from tocmodel.diagnostics import TocModelError
from tocmodel.formats import WriterInput
from tocmodel.model import TheoryOfChange
from tocmodel.report.differences import Compared, outline, to_data
from tocmodel.system.revisions import file_and_revision
from tocmodel.version import __version__

if TYPE_CHECKING:
    from tocmodel.drawing import Drawing


@click.command(
    epilog="""\b
Examples:
  tocmodel diff harbour.toc.yaml                       since the last commit
  tocmodel diff harbour.toc.yaml@v1                    since a git revision
  tocmodel diff harbour.toc.yaml@v1 harbour.toc.yaml@v2
  tocmodel diff harbour-2018.toc.yaml harbour.toc.yaml
  tocmodel diff harbour.toc.yaml -o changes.svg        as a picture
  tocmodel diff harbour.toc.yaml -o changes.md
  tocmodel diff harbour.toc.yaml --fail-on significant

\b
Exit status: 0 success, 1 differences at or above --fail-on, 2 the command could not run.
""",
)
@click.argument("old")
@click.argument("new", required=False)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.DATA,
    WriterInput.SCENE,
    format_="The output format: text, data or a picture.",
)
@click.option("--view", type=A_VIEW, help="Draw this view of the new theory.")
@click.option(
    "--fail-on",
    type=click.Choice(["significant", "minor", "never"]),
    default="never",
    show_default=True,
    help="Exit with status 1 for differences at this level or above.",
)
@publishable
@common
def diff(
    *,
    old: str,
    new: str | None,
    output: OutputOptions,
    view: str | None,
    fail_on: str,
) -> None:
    """Show how the theories OLD and NEW differ in meaning, in a sentence for each difference.

    Each is a theory file, or FILE@REVISION for an earlier version from git. Without NEW, the
    command compares OLD with the file as it is now. If you name no revision either, it compares
    the file with the last commit.
    The order and the layout of a file do not matter, and a renamed id is recognised.
    """
    kind = output.kind  # before reading anything: refuse a name that cannot be written
    versions = _versions(old, new)
    before, now = _theories(versions)
    names = [_name(*version) for version in versions]
    found = differences.diff(before, now)
    compared = Compared(title=now.title, old=names[0], new=names[1], differences=found)
    if kind.source is WriterInput.OUTLINE:
        output.deliver_made(outline(compared))
    elif kind.source is WriterInput.DATA:
        output.deliver_made(to_data(compared, __version__))
    else:
        file = versions[1][0]
        drawing = _drawing(before, now, view, file, names, output.fonts_for(file, kind.name))
        output.deliver(drawing_bytes(drawing, kind.name))
    counts = {"never": (), "minor": found.items, "significant": found.significant}[fail_on]
    if counts:
        raise click.exceptions.Exit(FINDINGS)


Version = tuple[Path, str]
"""A file, and the revision to read; empty for the file as it is now."""


def _versions(old: str, new: str | None) -> tuple[Version, Version]:
    """Return the two versions to compare: without NEW, the file now and the last commit."""
    file, revision = file_and_revision(old)
    if new is not None:
        return (file, revision), file_and_revision(new)
    return (file, revision or "HEAD"), (file, "")


def _theories(versions: tuple[Version, Version]) -> tuple[TheoryOfChange, TheoryOfChange]:
    old, new = versions
    if old[0] == new[0] == STDIN:
        raise TocModelError("standard input can be read once; name a file for one of the two")
    now = _read(*new)  # first: a missing file matters most
    return _read(*old), now


def _read(file: Path, revision: str) -> TheoryOfChange:
    return theory_at(file, revision) if revision else require_theory(read_model(file))


def _name(file: Path, revision: str) -> str:
    return f"{shown(file)}@{revision}" if revision else shown(file)


def _drawing(
    before: TheoryOfChange,
    now: TheoryOfChange,
    view: str | None,
    file: Path,
    names: Sequence[str],
    fonts: Sequence[Path],
) -> "Drawing":
    from tocmodel.drawing import draw_difference
    from tocmodel.frameworks import resolve_frameworks

    old, new = (Path(name).name for name in names)
    if old == new:  # two files with the same name, in different folders
        old, new = names
    frameworks = resolve_frameworks(now.frameworks, file).found.values() if view else ()
    return draw_difference(before, now, view, names=(old, new), frameworks=frameworks, font=fonts)
