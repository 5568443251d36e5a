"""``tocmodel explain``: explain why something happens."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, AN_ELEMENT, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import print_message
from tocmodel.diagnostics import TocModelError, did_you_mean, shell_argument
from tocmodel.formats import WriterInput
from tocmodel.version import __version__

if TYPE_CHECKING:
    from tocmodel.model import TheoryOfChange, View


@click.command(
    epilog="""\b
Examples:
  tocmodel explain pembury.toc.yaml low-baseline
  tocmodel explain pembury.toc.yaml low-baseline --depth 1
  tocmodel explain pembury.toc.yaml low-baseline -o why.svg
  tocmodel explain pembury.toc.yaml low-baseline -o why.md
""",
)
@click.argument("file", type=A_PATH)
@click.argument("element", type=AN_ELEMENT)
@click.option(
    "--depth", type=click.IntRange(min=1), metavar="N", help="Follow at most N links back."
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="N",
    help="List at most N causes, the nearest first. A picture shows at most 40.",
)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.DATA,
    WriterInput.SCENE,
    format_="The output format: text, data or a picture.",
)
@publishable
@common
def explain(
    *,
    file: Path,
    element: str,
    depth: int | None,
    most: int,
    output: OutputOptions,
) -> None:
    """Explain why ELEMENT happens, from the theory in FILE.

    For a problem, this shows its causes and their causes. For each, it shows what acts on it, who
    could act on it, which strengths are nearby, and how anyone would notice it. For anything else,
    it shows what leads to it.
    """
    from tocmodel.analysis import explanation
    from tocmodel.graph.wholes import find_whole
    from tocmodel.model import View
    from tocmodel.report.explanation import outline, question
    from tocmodel.report.explanation_data import to_data

    kind = output.kind
    theory = require_theory(read_model(file)).whole
    if find_whole(theory, element):
        _explain_whole(theory, element, depth, file, output)
        return
    if element not in theory.elements:
        near = did_you_mean(element, theory.elements)
        see = f"; 'tocmodel show {shell_argument(file)}' lists them"
        raise TocModelError(f"no element '{element}'{near or see}")
    found = explanation.explain(theory, element, depth=depth, limit=most)
    if found.left_out and depth is None and kind.source is not WriterInput.SCENE:
        print_message(f"Note: some causes are left out; --most {most * 2} lists more")
    if kind.source is WriterInput.OUTLINE:
        output.deliver_made(outline(found))
    elif kind.source is WriterInput.DATA:
        output.deliver_made(to_data(found, __version__))
    else:
        view = View(id="why", title=question(found), why=found.subject.id, upstream=depth)
        fonts = output.fonts_for(file, kind.name)
        output.deliver(_picture(theory, view, kind.name, fonts=fonts))


def _explain_whole(
    theory: "TheoryOfChange", name: str, depth: int | None, file: Path, output: OutputOptions
) -> None:
    """Explain a group, an included theory or a section."""
    from tocmodel.analysis.explanation import explain_whole
    from tocmodel.model import View
    from tocmodel.report.whole_explanation import whole_outline, whole_question

    found = explain_whole(theory, name)
    if output.kind.source is WriterInput.OUTLINE:
        output.deliver_made(whole_outline(found))
    elif output.kind.source is WriterInput.DATA:
        raise TocModelError(
            f"'{name}' is a whole, which is explained as text or in a picture; "
            "leave out '--format', or explain one of its elements"
        )
    else:
        view = View(id="why", title=whole_question(found), why=name, upstream=depth)
        fonts = output.fonts_for(file, output.kind.name)
        output.deliver(_picture(theory, view, output.kind.name, fonts=fonts))


def _picture(
    theory: "TheoryOfChange", view: "View", format_: str, *, fonts: Sequence[Path]
) -> bytes:
    from tocmodel.drawing import draw

    drawing = draw(theory, view, font=fonts)
    data = drawing.to_bytes(format_)
    for note in drawing.notes_on_letters:
        print_message(f"Note: {note}")
    if drawing.notes_on_size:
        print_message("Note: the picture is larger than A3; to print it, use a smaller --depth")
    return data
