"""Drawings of a theory as one accessible page: pictures, words, and ways to explore them.

Without script the page has every picture and every word, and each box is a link to its words. With
it people can follow causes and effects, filter, search, and go through stories.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.drawing import Drawing, draw
from tocmodel.model import Labels, View
from tocmodel.narrative import Narrative, narrate
from tocmodel.page.base import HERE, WebPage, render
from tocmodel.page.described import DescribedTheory
from tocmodel.page.explore import circles, graph_data, story_lines
from tocmodel.page.filters import filters
from tocmodel.page.picture import InlinePicture
from tocmodel.page.tables import page_tables
from tocmodel.wording import in_english, say, say_number, speaking
from tocmodel.wording.page_words import SCRIPT_WORDS

STYLES = (HERE / "style" / "drawing.css",)

SCRIPTS = tuple(
    HERE / "script" / f"{name}.js"
    for name in ("page", "graph", "picture", "moving", "tools", "address", "start")
)
"""The parts of the script, in the order in which they run."""

MOST_OPENED = 150
"""The most boxes of a picture that a page also has with its groups open.

It is another picture in the file, and a large one would make the page slow to open.
"""


@frozen(kw_only=True)
class ShownView:
    """One view in a page.

    Attributes:
        number: its place in the page.
        drawing: the picture that people see first.
        pictures: the same, and its other forms, by name: ``usual`` and ``open``.
    """

    number: int
    drawing: Drawing
    pictures: tuple[tuple[str, InlinePicture], ...]

    @property
    def id(self) -> str:
        """The name of the view in the address of the page."""
        view = self.drawing.view
        return (view.id if view else "") or f"view-{self.number + 1}"

    @property
    def diagram(self) -> Diagram:
        """The contents of the picture that people see first."""
        return self.drawing.diagram

    @property
    def collapsed(self) -> tuple[str, ...]:
        """The groups that are one box at first and can be opened."""
        names = dict(self.pictures)
        return self.drawing.view.collapse if "open" in names and self.drawing.view else ()


def drawing_html(drawing: Drawing) -> str:
    """Return one drawing as a page.

    Raises:
        TocModelError: the picture cannot be laid out.
    """
    return to_html([drawing])


def to_html(drawings: Iterable[Drawing]) -> str:
    """Return drawings of one theory as one web page, with a view for each.

    The page needs no other file, no network and no script: it has the pictures, every element and
    link in words, tables and sources. With script people can follow causes and effects, filter,
    search, and go through stories.

    >>> from tocmodel.model import TheoryOfChange
    >>> page = to_html([draw(TheoryOfChange(title="Play & learn", outcomes={"a": {"title": "A"}}))])
    >>> "<h1>Play &amp; learn</h1>" in page
    True

    Raises:
        TocModelError: there are no drawings, or those of several theories; or a picture cannot be
            laid out.
    """
    shown = tuple(drawings)
    if not shown:
        raise TocModelError("there is nothing to draw")
    first = shown[0]
    if any(one.theory != first.theory for one in shown):
        raise TocModelError("a page has one theory, and these drawings show several")
    with speaking_as(first.diagram):
        return _page(shown)


def _page(shown: Sequence[Drawing]) -> str:
    """Return the page, in the words of its first picture."""
    first = shown[0]
    theory = first.theory.whole if first.theory else None
    views = tuple(_view(number, drawing) for number, drawing in enumerate(shown))
    diagrams = tuple(picture.diagram for view in views for _, picture in view.pictures)
    described = DescribedTheory(diagrams=diagrams, theory=theory, language=first.language)
    page = WebPage(
        title=described.title,
        language=first.diagram.language,
        says_itself=first.diagram.says_itself,
        imagined=first.diagram.imagined,
        styles=STYLES,
        scripts=SCRIPTS,
    )
    lines = tuple(story_lines(theory, tuple(view.diagram for view in views)))
    loops, more_loops = circles(theory, described.words, described.boxes)
    choices = tuple(filters(theory, described.words, described.boxes))
    return render(
        "drawing.html",
        page,
        described=described,
        views=views,
        steps=tuple(_steps()),
        filters=choices,
        loops=loops,
        more_loops=more_loops,
        stories=lines,
        narrative=_narrative(shown),
        tables=tuple(page_tables(theory, described)) if theory else (),
        data={
            "views": [_view_data(view) for view in views],
            "filters": {one.key: one.held for one in choices},
            "loops": [loop.elements for loop in loops],
            "stories": {line.key: [lit for _, lit in line.steps] for line in lines},
            "words": {key.removeprefix("page-"): say(key) for key in SCRIPT_WORDS},
        },
    )


def _steps() -> Iterator[tuple[str, str]]:
    """Yield how far people can follow an element, with the words for it."""
    yield from ((str(number), say_number(number, "page-one-step", "page-steps")) for number in _FAR)
    yield "", say("page-all-steps")


_FAR = (1, 2, 3)


def _narrative(drawings: Sequence[Drawing]) -> Narrative | None:
    """Return the whole theory as prose; nothing if the views leave a part of it out."""
    theory = drawings[0].theory
    views = [drawing.view for drawing in drawings if drawing.view]
    if theory is None or len(views) < len(drawings) or not any(map(_shows_all, views)):
        return None
    plain = all(view.labels is Labels.PLAIN for view in views)
    with speaking(in_english):  # its sentences are English only
        return narrate(theory, plain=plain, language=drawings[0].language or None)


def _shows_all(view: View) -> bool:
    """Whether a view picks no part of the theory; some sections alone are no such part."""
    return not (view.where or view.leave_out or view.focus or view.partner or view.why)


def _view(number: int, drawing: Drawing) -> ShownView:
    title_id = f"view-{number + 1}"
    return ShownView(
        number=number,
        drawing=drawing,
        pictures=tuple(
            (name, InlinePicture(scene=form.scene, diagram=form.diagram, title_id=title_id))
            for name, form in _forms(drawing)
        ),
    )


def _forms(drawing: Drawing) -> Iterator[tuple[str, Drawing]]:
    """Yield the forms of a picture: as asked for, and with its groups open."""
    yield "usual", drawing
    theory, view = drawing.theory, drawing.view
    if theory is None or view is None or len(drawing.diagram.boxes) > MOST_OPENED:
        return
    if view.collapse:
        opened = _changed(drawing, collapse=())
        more = len(opened.diagram.boxes)
        if more > len(drawing.diagram.boxes) and more <= MOST_OPENED and opened.diagram.clusters:
            yield "open", opened


def _changed(drawing: Drawing, **keys: Any) -> Drawing:
    """Return a drawing of the same theory with other keys of its view."""
    assert drawing.theory is not None  # noqa: S101  (a drawing with a view has a theory)
    assert drawing.view is not None  # noqa: S101
    return draw(
        drawing.theory,
        evolve(drawing.view, **keys),
        engine=drawing.engine or None,
        time_limit=drawing.time_limit,
        page=drawing.page or None,
        language=drawing.language or None,
        frameworks=drawing.frameworks,
        font=drawing.font or None,
        brand=drawing.brand,
    )


def _view_data(view: ShownView) -> dict[str, Any]:
    return {
        "id": view.id,
        "collapsed": view.collapsed,
        "down": view.diagram.top_to_bottom,
        "titles": {
            frame.id: frame.title
            for _, picture in view.pictures
            for frame in picture.diagram.clusters
        },
        "forms": {name: graph_data(picture.diagram) for name, picture in view.pictures},
    }
