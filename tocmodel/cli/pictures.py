"""Draws models for the command line: which views of which files, and how each is drawn."""

import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from tocmodel.cli.answers import Output
from tocmodel.cli.broken import theory_in
from tocmodel.cli.models import find_models, read_model, shown
from tocmodel.cli.picture_files import Picture, picture_format, write_pictures
from tocmodel.cli.streams import STDIN, say
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram import default_view, find_view, views
from tocmodel.diagram.packs import asks_for_frameworks
from tocmodel.document import Document
from tocmodel.drawing import draw
from tocmodel.model import TheoryOfChange, View
from tocmodel.model.convert import FrozenDict
from tocmodel.values import field, frozen

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework

_SEE_SHOW = "; 'tocmodel show FILE' lists them"

PAUSE = 0.5
"""Seconds between two looks at a watched file."""


@frozen(kw_only=True)
class Order:
    """What to draw and where to put it, as the options of ``tocmodel draw`` say it."""

    files: tuple[Path, ...]
    output: Output
    views: tuple[str, ...] = ()
    keys: Mapping[str, str | int] = field(factory=FrozenDict)
    expand: tuple[str, ...] = ()
    every: bool = False
    dpi: int = 144
    engine: str | None = None
    time_limit: float = 30.0
    page: str | None = None
    language: str = ""

    @property
    def several(self) -> bool:
        """Whether more than one picture is asked for, however many there turn out to be."""
        one = len(self.files) == 1 and not self.files[0].is_dir()
        return self.every or len(self.views) > 1 or not one


def draw_models(order: Order) -> bool:
    """Draw what is asked for; where a file has errors, show them instead and return False."""
    format_ = picture_format(order.output, several=order.several)  # refused before reading
    pictures: list[Picture] = []
    complete = True
    for path in find_models(order.files):
        document = read_model(path)
        theory = theory_in(document)
        if theory is None:
            complete = False
        else:
            pictures += _pictures(document, theory, path, order, format_)
    if complete:
        write_pictures(pictures, order.output, several=order.several, dpi=order.dpi)
    elif order.several and pictures:
        say("Nothing was drawn, as not every file could be.")
    return complete


def watch_models(order: Order) -> None:
    """Draw, and draw again whenever a file has changed, until Ctrl-C."""
    if STDIN in order.files:
        raise TocModelError("standard input cannot be watched; name a file")
    say(f"Watching {', '.join(map(str, order.files))}; end with Ctrl-C")
    before: list[tuple[int, int] | None] | None = None
    while True:
        now = [_state(path) for path in find_models(order.files)]
        if now != before:
            before = now
            _draw_and_go_on(order)
        pause()


def pause() -> None:
    """Wait between two looks at the files."""
    time.sleep(PAUSE)


def _draw_and_go_on(order: Order) -> None:
    """While somebody is typing, a file that cannot be drawn is nothing out of the ordinary."""
    try:
        draw_models(order)
    except TocModelError as error:
        say(f"Error: {error}")


def _state(path: Path) -> tuple[int, int] | None:
    """What tells one state of a file from the next; an editor may remove it for a moment."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _pictures(
    document: Document, theory: TheoryOfChange, path: Path, order: Order, format_: str
) -> Iterator[Picture]:
    try:
        for view in _views(theory, order):
            drawing = draw(
                theory,
                view,
                engine=order.engine,
                time_limit=order.time_limit,
                page=order.page,
                font=order.output.fonts_for(path, format_),
                language=order.language,
                frameworks=_frameworks(document, view or default_view(theory)),
            )
            view_id = view.id if view else ""
            yield Picture(file=path, theory=theory.title, view=view_id, drawing=drawing)
    except TocModelError as error:
        if len(order.files) == 1 and not path.is_dir():
            raise
        raise TocModelError(f"{shown(path)}: {error}") from error


def _views(theory: TheoryOfChange, order: Order) -> Iterator[View | None]:
    if order.every:
        yield from views(theory)
        return
    for name in order.views or (None,):
        view = find_view(theory, name) if name else None
        if order.keys:
            view = _changed(theory, view, order.keys)
        if order.expand:
            view = view or default_view(theory)
            view = evolve(view, expand=(*view.expand, *order.expand))
        yield view


def _changed(theory: TheoryOfChange, view: View | None, keys: Mapping[str, Any]) -> View:
    """Return a view with the keys that were given as options."""
    for name, known in (("focus", theory.whole.elements), ("partner", theory.whole.partners)):
        if name in keys and keys[name] not in known:
            what = "element" if name == "focus" else name
            near = did_you_mean(keys[name], known)
            raise TocModelError(f"no {what} '{keys[name]}'{near or _SEE_SHOW}")
    id_ = str(keys.get("focus") or keys.get("partner") or "")
    return evolve(view or View(id=id_, title=theory.title), **keys)


def _frameworks(document: Document, view: View) -> "Iterable[Framework]":
    """Return the theory's frameworks, which are read only for a view that needs one."""
    return document.frameworks.values() if asks_for_frameworks(view) else ()
