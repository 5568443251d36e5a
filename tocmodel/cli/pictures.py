"""Draws a model for the command line: which views, in which format, into which files."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from tocmodel.cli.broken import theory_in
from tocmodel.cli.models import STDIN, read_model, stem
from tocmodel.cli.streams import put_bytes, say
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram import default_view, find_view, views
from tocmodel.diagram.packs import asks_for_frameworks
from tocmodel.document import Document
from tocmodel.drawing import SUFFIXES, Drawing, draw
from tocmodel.files import make_folder, write_atomically
from tocmodel.model import TheoryOfChange, View
from tocmodel.render import FROM_SCENE
from tocmodel.values import frozen

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework

ENDINGS = {"mermaid": "mmd", "text": "txt"}
"""How the name of a file of a format ends, where that is not the format's own name."""

PICTURES = FROM_SCENE
"""The formats that go to a file of their own accord; the others go to standard output."""

_SEE_SHOW = "; 'tocmodel show FILE' lists them"

PAUSE = 0.5
"""Seconds between two looks at a watched file."""


@frozen(kw_only=True)
class Order:
    """What to draw and where to put it, as the options of ``tocmodel draw`` say it."""

    file: Path
    view: str | None = None
    focus: str | None = None
    expand: tuple[str, ...] = ()
    every: bool = False
    output: Path | None = None
    format: str | None = None
    dpi: int = 144
    engine: str | None = None
    time_limit: float = 30.0
    page: str | None = None
    language: str = ""


def draw_model(order: Order) -> bool:
    """Draw what is asked for; where the file has errors, show them instead and return False."""
    document = read_model(order.file)
    theory = theory_in(document)
    if theory is None:
        return False
    format_ = _format(order)
    for view in _views(theory, order):
        drawing = draw(
            theory,
            view,
            engine=order.engine,
            time_limit=order.time_limit,
            page=order.page,
            language=order.language,
            frameworks=_frameworks(document, view or default_view(theory)),
        )
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
        pause()


def pause() -> None:
    """Wait between two looks at the file."""
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
    format_ = SUFFIXES.get(order.output.suffix.lower())
    if format_ is None:
        raise TocModelError(
            f"the ending of '{order.output.name}' says no format; end it in .svg, .png or .pdf, "
            "or name one with --format"
        )
    return format_


def _views(theory: TheoryOfChange, order: Order) -> Iterator[View | None]:
    if order.every:
        yield from views(theory)
        return
    view = find_view(theory, order.view) if order.view else None
    if order.focus:
        known = theory.whole.elements
        if order.focus not in known:
            near = did_you_mean(order.focus, known)
            raise TocModelError(f"no element '{order.focus}'{near or _SEE_SHOW}")
        view = evolve(view or View(id=order.focus, title=theory.title), focus=order.focus)
    if order.expand:
        view = view or default_view(theory)
        view = evolve(view, expand=(*view.expand, *order.expand))
    yield view


def _frameworks(document: Document, view: View) -> "Iterable[Framework]":
    """Return the theory's frameworks, which are read only for a view that needs one."""
    return document.frameworks.values() if asks_for_frameworks(view) else ()


def _target(order: Order, format_: str, view: View | None) -> Path | None:
    """Return the file to write; ``None`` for standard output."""
    if order.output == STDIN or (order.output is None and _goes_to_stdout(order, format_)):
        return None
    name = "-".join([stem(order.file), *(view.id.split("/") if view else ())])
    own = f"{name}.{ENDINGS.get(format_, format_)}"
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
    if format_ in FROM_SCENE:
        for note in drawing.notes:
            say(f"Note: {note}")
