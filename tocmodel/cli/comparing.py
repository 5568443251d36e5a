"""Compares two theories for the command line: reads both, and writes how they differ."""

import json
import sys
from pathlib import Path

import tocmodel
from tocmodel.analysis.difference import Differences, diff
from tocmodel.cli.answers import Output
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model, shown
from tocmodel.cli.streams import STDIN, has_colour, say
from tocmodel.diagnostics import TocModelError
from tocmodel.loading import reads
from tocmodel.model import TheoryOfChange
from tocmodel.revisions import file_and_revision, read_revision
from tocmodel.telling.differences import Compared, outline, to_data
from tocmodel.telling.outline import to_markdown, to_text
from tocmodel.values import frozen


@frozen(kw_only=True)
class Comparison:
    """What to compare and how to write it, as the options of ``tocmodel diff`` say it."""

    old: str
    new: str | None = None
    output: Output
    view: str | None = None


@frozen
class Version:
    """One of the two: a file, and the revision at which it is read; empty for as it is now."""

    file: Path
    revision: str = ""

    @property
    def name(self) -> str:
        """How it is called in what is written."""
        file = shown(self.file)
        return f"{file}@{self.revision}" if self.revision else file

    def theory(self) -> TheoryOfChange:
        """Read it; where it holds no theory, show why and end."""
        if not self.revision:
            return require_theory(read_model(self.file))
        return theory_at(self.file, self.revision)


def theory_at(file: Path, revision: str) -> TheoryOfChange:
    """Read a file as it was, with what it included then; where it held no theory, show why."""
    text = read_revision(file, revision)
    document = reads(text, shown(file), fetch=lambda other: read_revision(other, revision))
    if document.theory is None:
        say(f"{shown(file)} as it was in revision {revision}:")
    return require_theory(document)


def write_differences(wish: Comparison) -> Differences:
    """Write how two theories differ, and return it."""
    format_ = wish.output.format
    old, new = _versions(wish)
    if old.file == new.file == STDIN:
        raise TocModelError("standard input can be read once; name a file for one of the two")
    now = new.theory()  # first: that a file is not there at all matters most
    before = old.theory()
    compared = Compared(title=now.title, old=old.name, new=new.name, differences=diff(before, now))
    if format_ == "text" and wish.output.file is None:
        colour = has_colour(sys.stdout)
        wish.output.deliver(to_text(outline(compared), colour=colour), colour=colour)
    elif format_ in ("svg", "png", "pdf"):
        wish.output.deliver(_picture(wish, compared, (before, now), new.file, format_))
    else:
        wish.output.deliver(_words(compared, format_))
    return compared.differences


def _versions(wish: Comparison) -> tuple[Version, Version]:
    """Say which two are meant; a single file is compared with what was committed last."""
    old = Version(*file_and_revision(wish.old))
    if wish.new is not None:
        return old, Version(*file_and_revision(wish.new))
    return Version(old.file, old.revision or "HEAD"), Version(old.file)


def _words(compared: Compared, format_: str) -> str:
    if format_ == "json":
        data = to_data(compared, tocmodel.__version__)
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return (to_markdown if format_ == "markdown" else to_text)(outline(compared))


def _picture(
    wish: Comparison,
    compared: Compared,
    theories: tuple[TheoryOfChange, TheoryOfChange],
    file: Path,
    format_: str,
) -> bytes:
    from tocmodel.diagram.difference import to_difference_diagram
    from tocmodel.drawing import draw_diagram
    from tocmodel.frameworks import named_by

    names = (Path(compared.old).name, Path(compared.new).name)
    if names[0] == names[1]:  # two files of one name, in different folders
        names = (compared.old, compared.new)
    packs = named_by(theories[1].frameworks, file).found.values() if wish.view else ()
    diagram = to_difference_diagram(*theories, wish.view, names=names, frameworks=packs)
    drawing = draw_diagram(diagram, font=wish.output.fonts_for(file, format_))
    data = drawing.to_bytes(format_)
    for note in drawing.notes:
        say(f"Note: {note}")
    return data
