"""``tocmodel draw``: draw theories as pictures."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.options import A_PARTNER, A_PATH, A_VIEW, AN_ELEMENT, AN_INCLUDE, common

FORMATS = ("svg", "png", "pdf", "dot", "mermaid", "text")

ENGINES = ("graphviz-pure", "pygraphviz", "dot")


@click.command(
    epilog="""\b
Examples:
  tocmodel draw harbour.toc.yaml                         as harbour.svg
  tocmodel draw harbour.toc.yaml -o board.pdf            for a board paper
  tocmodel draw harbour.toc.yaml --view overview -o harbour.png --dpi 300
  tocmodel draw harbour.toc.yaml --all -o board.pdf      every view, a page each
  tocmodel draw harbour.toc.yaml --all -o pictures       every view, in a folder
  tocmodel draw zones --all -o zones.pdf                 every theory in a folder
  tocmodel draw harbour.toc.yaml --language ur --font NotoNaskhArabic-Regular.ttf
  tocmodel draw town.toc.yaml --expand harbour           a zone of a programme in full
  tocmodel draw harbour.toc.yaml --watch                 again after each change
  tocmodel draw harbour.toc.yaml --format mermaid        as text, for a web page

\b
Several pictures (--all, several views or several files) make one PDF, with a page and a bookmark
for each. In any other format each is a file of its own: beside the theory, in the folder that
--output names, or for --output board.svg as board-VIEW.svg.

\b
A file with errors is not drawn: they are shown instead, and the exit status is 1.
""",
)
@click.argument("files", nargs=-1, required=True, type=A_PATH, metavar="FILE...")
@click.option(
    "--view",
    "chosen",
    type=A_VIEW,
    multiple=True,
    help="The view to draw, by its name in the file. Repeatable.",
)
@click.option(
    "--focus", type=AN_ELEMENT, help="Draw what leads to this element and what it leads to."
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
    help="How many links to follow back from the focus.  [default: all]",
)
@click.option(
    "--downstream",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many links to follow on from the focus, or from the partner's work.  [default: all]",
)
@click.option(
    "--expand",
    type=AN_INCLUDE,
    multiple=True,
    help="Draw an included theory in full, by the id of its include.",
)
@click.option("--all", "every", is_flag=True, help="Draw every view of the file.")
@answers_in(
    *FORMATS,
    output="The file to write, or a folder for several pictures; - writes to standard output.",
)
@click.option(
    "--dpi",
    type=click.IntRange(24, 1200),
    default=144,
    show_default=True,
    help="Dots per inch, for png.",
)
@click.option("--engine", type=click.Choice(ENGINES), help="Layout engine.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Stop laying out after this many seconds.",
)
@click.option("--page", type=click.Choice(["A4", "A3"]), help="Fit this sheet.")
@click.option(
    "--language", default="", metavar="TAG", help="Draw in a language the file translates to (cy)."
)
@click.option("--watch", is_flag=True, help="Draw again whenever a file changes; end with Ctrl-C.")
@common
def draw(
    *,
    files: tuple[Path, ...],
    chosen: tuple[str, ...],
    focus: str | None,
    partner: str | None,
    upstream: int | None,
    downstream: int | None,
    expand: tuple[str, ...],
    every: bool,
    output: Output,
    dpi: int,
    engine: str | None,
    time_limit: float,
    page: str | None,
    language: str,
    watch: bool,
) -> None:
    """Draw the theory in each FILE, which may be a folder of theories.

    Pictures (svg, png, pdf) are written beside FILE unless --output says otherwise; text
    (dot, mermaid, text) goes to standard output.
    """
    keys = {
        name: value
        for name, value in (
            ("focus", focus),
            ("partner", partner),
            ("upstream", upstream),
            ("downstream", downstream),
        )
        if value is not None
    }
    if every and (chosen or keys):
        raise click.UsageError(
            "--all draws every view as it is: leave out --view, --focus and --partner"
        )
    from tocmodel.cli.pictures import Order, draw_models, watch_models

    order = Order(
        files=files,
        views=chosen,
        keys=keys,
        expand=expand,
        every=every,
        output=output,
        dpi=dpi,
        engine=engine,
        time_limit=time_limit,
        page=page,
        language=language,
    )
    if watch:
        watch_models(order)
    elif not draw_models(order):
        raise click.exceptions.Exit(FINDINGS)
