"""Draws a model for the command line: which views, in which format, into which files."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen

from tocmodel.cli.broken import theory_in
from tocmodel.cli.models import STDIN, read_model, stem
from tocmodel.cli.streams import put_bytes, say
from tocmodel.cli.words import listed
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.drawing import Drawing, draw
from tocmodel.files import make_folder, write_atomically
from tocmodel.model import TheoryOfChange, View

T = TypeVar("T")

ENDINGS = {
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".txt": "text",
}
"""The format that the ending of a file's name asks for."""

SUFFIXES = {"mermaid": "mmd", "text": "txt"}
"""How the name of a file of a format ends, where that is not the format's own name."""

PICTURES = frozenset({"svg", "png", "pdf"})
"""The formats that go to a file of their own accord; the others go to standard output."""

PAUSE = 0.5
"""Seconds between two looks at a watched file."""


@frozen(kw_only=True)
class Order:
    """What to draw and where to put it, as the options of ``tocmodel draw`` say it."""

    file: Path
    view: str | None = None
    focus: str | None = None
    every: bool = False
    output: Path | None = None
    format: str | None = None
    dpi: int = 144
    engine: str | None = None
    time_limit: float = 30.0


def draw_model(order: Order) -> bool:
    """Draw what is asked for; where the file has errors, show them instead and return False."""
    theory = theory_in(read_model(order.file))
    if theory is None:
        return False
    format_ = _format(order)
    for view in _views(theory, order):
        drawing = draw(theory, view, engine=order.engine, time_limit=order.time_limit)
        _write(drawing, order, format_, _target(order, format_, view))
    return True


def watch_model(order: Order) -> None:
    """Draw, and draw again whenever the file has changed, until Ctrl-C."""
    if order.file == STDIN:
        raise TocModelError("standard input cannot be watched; name a file")
    say(f"Watching {order.file}; end with Ctrl-C")
    before: tuple[int, int] | None = None
    while True:
        now = _state(order.file)
        if now != before:
            before = now
            _draw_and_go_on(order)
        time.sleep(PAUSE)


def _draw_and_go_on(order: Order) -> None:
    """While somebody is typing, a file that cannot be drawn is nothing out of the ordinary."""
    try:
        draw_model(order)
    except TocModelError as error:
        say(f"Error: {error}")


def _state(path: Path) -> tuple[int, int] | None:
    """What tells one state of a file from the next; an editor may remove it for a moment."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _format(order: Order) -> str:
    if order.format:
        return order.format
    if order.output is None or order.output == STDIN or order.every:
        return "svg"
    format_ = ENDINGS.get(order.output.suffix.lower())
    if format_ is None:
        raise TocModelError(
            f"the ending of '{order.output.name}' says no format; end it in .svg, .png or .pdf, "
            "or name one with --format"
        )
    return format_


def _views(theory: TheoryOfChange, order: Order) -> Iterator[View | None]:
    if order.every:
        yield from theory.views.values() or (None,)
        return
    view = _known(theory.views, order.view, "view") if order.view else None
    if order.focus:
        _known(theory.elements, order.focus, "element")
        view = evolve(view or View(id=order.focus, title=theory.title), focus=order.focus)
    yield view


def _known(entries: Mapping[str, T], id_: str, kind: str) -> T:
    if id_ not in entries:
        near = did_you_mean(id_, entries)
        known = f"; there is {listed(entries)}" if len(entries) < 20 and not near else ""
        raise TocModelError(f"there is no {kind} '{id_}' in the file{near}{known}")
    return entries[id_]


def _target(order: Order, format_: str, view: View | None) -> Path | None:
    """Return the file to write; ``None`` for standard output."""
    if order.output == STDIN or (order.output is None and _goes_to_stdout(order, format_)):
        return None
    name = f"{stem(order.file)}-{view.id}" if view else stem(order.file)
    own = f"{name}.{SUFFIXES.get(format_, format_)}"
    if order.every or (order.output is not None and order.output.is_dir()):
        folder = order.output or order.file.parent
        make_folder(folder)
        return folder / own
    return order.output or order.file.parent / own


def _goes_to_stdout(order: Order, format_: str) -> bool:
    return order.file == STDIN or (format_ not in PICTURES and not order.every)


def _write(drawing: Drawing, order: Order, format_: str, target: Path | None) -> None:
    data = drawing.to_bytes(format_, dpi=order.dpi)
    if target is None:
        put_bytes(data)
    else:
        write_atomically(target, data)
        say(f"Drew {target}")
