"""``tocmodel draw``: draw theories as pictures."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from tocmodel.cli.draw_files import (
    IN_A_FILE,
    PICTURES,
    Picture,
    PictureFileOptions,
    go_into_one_file,
    picture_format,
    read_template,
    write_pictures,
)
from tocmodel.cli.draw_set import with_sets
from tocmodel.cli.failures import COULD_NOT_RUN, FINDINGS
from tocmodel.cli.models import find_models, for_each_file, read_model, shown, theory_in
from tocmodel.cli.options import A_PARTNER, A_PATH, A_VIEW, AN_ELEMENT, AN_INCLUDE, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import for_publication, publishable
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.fileformat.document import Document
from tocmodel.formats import WriterInput
from tocmodel.model import TheoryOfChange, View

if TYPE_CHECKING:
    from tocmodel.diagram.model import Diagram
    from tocmodel.drawing import Drawing

ENGINES = ("graphviz-pure", "pygraphviz", "dot")
LAYOUTS = ("stages", "map", "table", "logframe")
PAGES = ("A4", "A3", "A2", "A1", "A0", "slide")


@click.command(
    epilog="""\b
Examples:
  tocmodel draw harbour.toc.yaml                         as harbour.svg
  tocmodel draw harbour.toc.yaml -o board.pdf            for a board paper
  tocmodel draw harbour.toc.yaml --view overview -o harbour.png --dpi 300
  tocmodel draw harbour.toc.yaml --all -o board.pdf      every view, one to a page
  tocmodel draw harbour.toc.yaml --all -o pictures       every view, in a folder
  tocmodel draw harbour.toc.yaml --all -o harbour.html   every view, as a page for your website
  tocmodel draw zones --all -o zones.pdf                 every theory in a folder
  tocmodel draw harbour.toc.yaml --page slide -o a.pdf   as slides with large text
  tocmodel draw harbour.toc.yaml --all -o board.pptx     as slides that can be edited
  tocmodel draw harbour.toc.yaml -o board.drawio         to edit in draw.io
  tocmodel draw harbour.toc.yaml --language ur --font NotoNaskhArabic-Regular.ttf
  tocmodel draw town.toc.yaml --expand harbour           show one zone of a programme in full
  tocmodel draw harbour.toc.yaml --tile A4 -o wall.pdf   as sheets to glue into a poster
  tocmodel draw harbour.toc.yaml --arrows numbered       with a key to the reasons of its arrows
  tocmodel draw harbour.toc.yaml --show-loops            with its loops as circles
  tocmodel draw harbour.toc.yaml --show-progress --colour-by progress
  tocmodel draw harbour.toc.yaml --watch                 redraw after each change
  tocmodel draw harbour.toc.yaml -o june.svg --keep-positions march.svg
  tocmodel draw harbour.toc.yaml --format mermaid        as text for a web page

\b
Several pictures (--all, several views or several files) go into one PDF, PowerPoint or draw.io
file, with a page, a section or a tab for each. A web page (html) has the picture and every word of
it, and all requested views of a theory. In any other format, each picture is a separate file:
beside the theory, in the folder that --output names, or as board-VIEW.svg for --output board.svg.

\b
--page slide leaves out the figures and small lines of the boxes. More than 12 boxes become several
slides: an overview, the parts, and the loops.

\b
A file with errors is not drawn. The command shows the errors, and the exit status is 1.
""",
)
@click.argument("files", nargs=-1, required=True, type=A_PATH, metavar="FILE...")
@click.option(
    "--view",
    "chosen",
    type=A_VIEW,
    multiple=True,
    help="Draw this view of the file, or 'summary': 12 boxes at most. Repeatable.",
)
@click.option(
    "--focus", type=AN_ELEMENT, help="Draw what leads to this element, and what it leads to."
)
@click.option(
    "--partner",
    type=A_PARTNER,
    help="Draw what this partner delivers, and its effects.",
)
@click.option(
    "--upstream",
    type=click.IntRange(min=0),
    metavar="N",
    help="Follow at most N links back from the focus.  [default: all]",
)
@click.option(
    "--downstream",
    type=click.IntRange(min=0),
    metavar="N",
    help="Follow at most N links on from the focus, or from the partner's work.  [default: all]",
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help="Draw it in columns of stages, as a map, or as a table.  [default: by its shape]",
)
@click.option(
    "--arrows",
    type=click.Choice(["plain", "numbered"]),
    help="Number the arrows that have reasons, and list these in a key.  [default: plain]",
)
@click.option(
    "--badges",
    type=click.Choice(["words", "numbers", "none"]),
    help="Show the small lines in boxes as numbers with a key, or only those that state a doubt.  "
    "[default: words]",
)
@click.option(
    "--order",
    type=click.Choice(["calm", "file"]),
    help="Keep the boxes of a column in the order of the file.  [default: calm]",
)
@click.option(
    "--show-loops",
    is_flag=True,
    help="Draw up to six loops as circles too, and mark the arrow that closes each.",
)
@click.option(
    "--show-progress",
    is_flag=True,
    help="Show in each box how far its indicators have come towards their targets.",
)
@click.option("--icons", is_flag=True, help="Show a small icon beside each heading of a column.")
@click.option(
    "--colour-by",
    metavar="WORD",
    help="What the colours mean: stage, level, tier, group, evidence, progress, or a framework.  "
    "[default: 'colour' of the view]",
)
@click.option(
    "--expand",
    type=AN_INCLUDE,
    multiple=True,
    help="Draw this included theory in full. Repeatable.",
)
@click.option("--all", "every", is_flag=True, help="Draw every view of the file.")
@output_options(
    WriterInput.SCENE,
    WriterInput.DIAGRAM,
    WriterInput.DRAWING,
    output="The file to write, or a folder for several pictures (- for standard output).",
)
@click.option(
    "--dpi",
    type=click.IntRange(24, 1200),
    default=144,
    show_default=True,
    help="Dots per inch of a png.",
)
@click.option("--engine", type=click.Choice(ENGINES), help="The layout engine.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Stop laying out after this many seconds.",
)
@click.option(
    "--page",
    type=click.Choice(PAGES),
    help="Fit the picture to this paper size, or to slides with large text; A2 to A0 are filled.",
)
@click.option(
    "--tile",
    type=click.Choice(("A4", "A3")),
    help="Spread a pdf over several sheets of this size, to glue together as a poster.",
)
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Draw in a language that the file has translations for, such as cy.",
)
@click.option(
    "--template",
    type=A_PATH,
    metavar="FILE",
    help="A PowerPoint file (.pptx, .potx) that gives a pptx its layouts, fonts and colours.",
)
@click.option(
    "--keep-positions",
    type=A_PATH,
    metavar="FILE",
    help="Keep the boxes where they are in this earlier svg of the same view. It may also be the "
    "output.",
)
@click.option("--watch", is_flag=True, help="Redraw whenever a file changes. Press Ctrl-C to stop.")
@publishable
@common
def draw(
    *,
    files: tuple[Path, ...],
    chosen: tuple[str, ...],
    focus: str | None,
    partner: str | None,
    upstream: int | None,
    downstream: int | None,
    layout: str | None,
    arrows: str | None,
    badges: str | None,
    order: str | None,
    show_loops: bool,
    show_progress: bool,
    icons: bool,
    colour_by: str | None,
    expand: tuple[str, ...],
    every: bool,
    output: OutputOptions,
    dpi: int,
    engine: str | None,
    time_limit: float,
    page: str | None,
    tile: str | None,
    language: str,
    template: Path | None,
    keep_positions: Path | None,
    watch: bool,
) -> None:
    """Draw the theory in each FILE, which can also be a folder of theories.

    Without --output, a picture (svg, png, pdf, html, pptx, drawio) goes into a file beside FILE,
    and text (dot, mermaid, text) goes to standard output.
    """
    keys = {
        name: value
        for name, value in (
            ("focus", focus),
            ("partner", partner),
            ("upstream", upstream),
            ("downstream", downstream),
            ("layout", layout),
            ("arrows", arrows),
            ("badges", badges),
            ("order", order),
            ("show_loops", show_loops or None),
            ("show_progress", show_progress or None),
            ("icons", icons or None),
            ("colour", colour_by),
        )
        if value is not None
    }
    if every and (chosen or keys):
        raise click.UsageError(
            "--all draws every view as it is: leave out --view, --focus, --partner, --layout, "
            "--arrows, --badges, --order, --show-loops, --show-progress, --icons and --colour-by"
        )
    several = every or len(chosen) > 1 or not _is_one(files)
    if keep_positions and several:
        raise click.UsageError(
            "--keep-positions is for one picture: name one theory, and one view with --view"
        )
    from tocmodel import drawing

    work = partial(
        _draw_all,
        files,
        pick=partial(_views, names=chosen, keys=keys, expand=expand, every=every),
        lay_out=partial(
            drawing.draw,
            engine=engine,
            time_limit=time_limit,
            page=page,
            language=language,
            keep_positions=keep_positions,
        ),
        every=every,
        several=several,
        output=output,
        dpi=dpi,
        as_slides=page == "slide",
        template=template,
        tile=tile or "",
        keeps=keep_positions is not None,
    )
    if watch:
        _watch(files, work)
    elif status := work():
        raise click.exceptions.Exit(status)


def _is_one(files: Sequence[Path]) -> bool:
    return len(files) == 1 and not files[0].is_dir()


def _draw_all(
    files: Sequence[Path],
    *,
    pick: Callable[[TheoryOfChange], Iterable[View | None]],
    lay_out: "Callable[..., Drawing]",
    several: bool,
    every: bool,
    output: OutputOptions,
    dpi: int,
    as_slides: bool,
    template: Path | None,
    tile: str,
    keeps: bool,
) -> int:
    """Draw the chosen views of each theory, and return the exit status.

    A file with errors ends only its own pictures, unless all go into one file.

    Args:
        files: theories, and folders of them.
        pick: returns the views of a theory to draw; ``None`` for its default view.
        lay_out: draws a view of a theory.
        several: whether the request may give more than one picture, however many there turn out to
            be.
        every: whether every view is requested; one that is too large is then a set of pictures.
        output: the destination of the pictures.
        dpi: dots per inch, for png.
        as_slides: whether a picture that is too large for a slide becomes several.
        template: a PowerPoint file to use for pptx.
        tile: the sheets to divide a pdf among; empty for one page.
        keeps: whether boxes keep the places of an earlier picture.
    """
    format_ = picture_format(output, several=several)  # refuse it before reading anything
    if template and format_ != "pptx":
        raise TocModelError(f"--template is for pptx, and not for {format_}")
    if tile and format_ != "pdf":
        raise TocModelError(f"--tile is for pdf, and not for {format_}: add --output FILE.pdf")
    if keeps and format_ not in IN_A_FILE:
        raise TocModelError(f"--keep-positions is for pictures, and not for {format_}")
    as_sets = every and format_ in PICTURES and not (as_slides or tile)
    options = PictureFileOptions(
        dpi=dpi, as_slides=as_slides, template=read_template(template), tile=tile
    )
    pictures: list[Picture] = []
    documents, complete = for_each_file(
        find_models(files), lambda path: (path, read_model(path)), doing="Reading"
    )
    status = 0 if complete else COULD_NOT_RUN
    for path, document in documents:
        theory = theory_in(document)
        if theory is None:
            status = status or FINDINGS
            continue
        try:
            draw_view = partial(
                lay_out,
                font=output.fonts_for(path, format_),
                brand=output.brand_for(path, format_),
            )
            drawn = _pictures(path, document, theory, pick(theory), draw_view)
            pictures += with_sets(drawn, theory, format_) if as_sets else drawn
        except TocModelError as error:
            if _is_one(files):
                raise
            raise TocModelError(f"{shown(path)}: {error}") from error
    if not status or (pictures and not go_into_one_file(output, several=several)):
        write_pictures(pictures, output, options, several=several)
    elif several and pictures:
        print_message("Nothing was drawn, because some files have errors.")
    return status


def _pictures(
    path: Path,
    document: Document,
    theory: TheoryOfChange,
    chosen: Iterable[View | None],
    draw_view: "Callable[..., Drawing]",
) -> Iterator[Picture]:
    from tocmodel.diagram import default_view
    from tocmodel.diagram.view_frameworks import asks_for_frameworks

    for view in chosen:
        # A theory's frameworks are read only for a view that needs one.
        needed = asks_for_frameworks(view or default_view(theory))
        shown = theory
        if (view or default_view(theory)).public and not theory.left_out:
            shown = for_publication(theory, str(path))
        drawn = draw_view(shown, view, frameworks=document.frameworks.values() if needed else ())
        _report_untranslated(drawn.diagram)
        yield Picture(file=path, theory=theory.title, view=view.id if view else "", drawing=drawn)


def _report_untranslated(picture: "Diagram") -> None:
    """Print what a picture shows in another language than the requested one, or unreviewed."""
    from tocmodel.report.outline import listed
    from tocmodel.wording import counted

    if picture.untranslated:
        print_message(
            f"‘{picture.title}’ has no words in '{picture.language}' for: "
            f"{listed(picture.untranslated)}"
        )
    if picture.unreviewed:
        some = counted(picture.unreviewed, "fixed word", "fixed words")
        print_message(
            f"‘{picture.title}’ has {some} in '{picture.language}' that no speaker has reviewed yet"
        )


def _views(
    theory: TheoryOfChange,
    *,
    names: Sequence[str],
    keys: Mapping[str, Any],
    expand: tuple[str, ...],
    every: bool,
) -> Iterator[View | None]:
    """Return the views to draw: every one, or those named, with the keys given as options."""
    from tocmodel.diagram import default_view, find_view, views

    if every:
        yield from views(theory)
        return
    for name in names or (None,):
        view = find_view(theory, name) if name else None
        if keys:
            view = _changed(theory, view, keys)
        if expand:
            view = view or default_view(theory)
            view = evolve(view, expand=(*view.expand, *expand))
        yield view


def _changed(theory: TheoryOfChange, view: View | None, keys: Mapping[str, Any]) -> View:
    """Return a view with the keys given as options: the default view, if they name no element."""
    from tocmodel.diagram import default_view
    from tocmodel.graph.wholes import find_whole

    whole = theory.whole
    for name, known in (("focus", whole.elements), ("partner", whole.partners)):
        is_whole = name == "focus" and find_whole(whole, keys.get(name, ""))
        if name in keys and keys[name] not in known and not is_whole:
            what = "element" if name == "focus" else name
            near = did_you_mean(keys[name], known)
            see = "; 'tocmodel show FILE' lists them"
            raise TocModelError(f"no {what} '{keys[name]}'{near or see}")
    id_ = str(keys.get("focus") or keys.get("partner") or "")
    usual = View(id=id_, title=theory.title) if id_ else default_view(theory)
    return evolve(view or usual, **keys)


def _watch(files: Sequence[Path], work: Callable[[], object]) -> None:
    """Draw, and draw again whenever a file changes, until Ctrl-C."""
    if STDIN in files:
        raise TocModelError("standard input cannot be watched; name a file")
    print_message(f"Watching {', '.join(map(str, files))}; press Ctrl-C to stop")
    before: list[tuple[int, int] | None] | None = None
    while True:
        now = [_state(path) for path in find_models(files)]
        if now != before:
            before = now
            try:
                work()
            except TocModelError as error:  # not unusual while somebody is typing
                print_message(f"Error: {error}")
        _pause()


def _pause() -> None:
    """Wait half a second before looking at the files again."""
    time.sleep(0.5)


def _state(path: Path) -> tuple[int, int] | None:
    """Return a value that changes with a file; an editor may remove the file for a moment."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
