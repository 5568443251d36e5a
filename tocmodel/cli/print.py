"""``tocmodel print``: cards and canvases for a workshop."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click
from attrs import evolve

from tocmodel.cli.lazy import LazyCommand, LazyGroup
from tocmodel.cli.models import read_model, require_theory, stem
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.formats import WriterInput, endings
from tocmodel.wording import counted

if TYPE_CHECKING:
    from tocmodel.layout.fonts.typefaces import Typeface
    from tocmodel.layout.scene import Scene

COMMANDS: Mapping[str, LazyCommand] = MappingProxyType(
    {
        "cards": LazyCommand(
            "tocmodel.cli.print:cards", "Cards with questions, or with the elements of a theory."
        ),
        "canvas": LazyCommand(
            "tocmodel.cli.print:canvas", "A blank A3 sheet for a theory of change."
        ),
        "value-canvas": LazyCommand(
            "tocmodel.cli.print:value_canvas", "A blank A3 sheet for value creation."
        ),
    }
)

_SECTIONS = (
    "partners conditions factors assets inputs interventions outputs mechanisms outcomes "
    "assumptions risks indicators evidence spaces value_creation"
).split()

_to_a_sheet = output_options(
    WriterInput.SCENE,
    usual="pdf",
    output="The file to write: .pdf, .svg or .png (- for standard output).",
    force="Overwrite an existing theory or framework, but never a file that this command reads.",
)


@click.group(
    "print",
    cls=LazyGroup,
    lazy=COMMANDS,
    epilog="""\b
Examples:
  tocmodel print cards                          cards.pdf: a question for each kind of thing
  tocmodel print cards harbour.toc.yaml         harbour-cards.pdf: a card for each element
  tocmodel print canvas -o canvas.pdf           a blank A3 sheet
  tocmodel print value-canvas                   an A3 sheet with the cycles of value creation
  tocmodel print COMMAND --help                 show help for one command
""",
)
@common
def print_() -> None:
    """Make cards and canvases to print for a workshop.

    Cards are on A4 with lines to cut along, and canvases on A3. All text has at least 12 points.
    """


@click.command(
    epilog="""\b
Examples:
  tocmodel print cards                                  questions, with lines to write on
  tocmodel print cards harbour.toc.yaml                 the elements of a theory
  tocmodel print cards harbour.toc.yaml --section outcomes --section interventions
  tocmodel print cards harbour.toc.yaml --language cy -o cardiau.pdf
  tocmodel print cards harbour.toc.yaml --plain         with the easy-read titles

\b
Lay the cards of a theory on a table, and join them with string or a pen. Then compare the table
with 'tocmodel draw'. In svg and png, the sheets are one below another.
""",
)
@click.argument("file", type=A_PATH, required=False)
@click.option(
    "--section",
    "sections",
    type=click.Choice(_SECTIONS),
    multiple=True,
    metavar="SECTION",
    help="Make cards of this section only, such as outcomes. Repeatable.",
)
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Use a language that the file has translations for, such as cy.",
)
@click.option("--plain", is_flag=True, help="Use the plain titles, where the file has them.")
@_to_a_sheet
@publishable
@common
def cards(
    *,
    file: Path | None,
    sections: tuple[str, ...],
    language: str,
    plain: bool,
    output: OutputOptions,
) -> None:
    """Make cards on A4 with a question for each kind of element, or the elements in FILE."""
    if file is None and (sections or language or plain):
        raise click.UsageError("--section, --language and --plain need the FILE of a theory")
    base = Path("cards") if file in (None, STDIN) else file.parent / f"{stem(file)}-cards"
    output = _named(output, base)
    _ = output.format  # before reading anything: refuse a name that cannot be written
    if file is None:
        from tocmodel.workshop.prompt_cards import prompt_sheets

        _deliver(_in_fonts(prompt_sheets, output), output)
        return
    from tocmodel.workshop.theory_cards import theory_sheets, without_words

    theory = require_theory(read_model(file))
    left_over = without_words(theory, sections, language)
    sheets = theory_sheets(
        theory,
        sections=sections,
        language=language,
        plain=plain,
        typefaces=_typefaces(output, file),
    )
    _deliver(sheets, output)
    if left_over:
        print_message(f"Note: not translated into '{language}': {counted(left_over, 'title')}")


@click.command(
    epilog="""\b
Examples:
  tocmodel print canvas                  canvas.pdf
  tocmodel print canvas -o wall.png
""",
)
@_to_a_sheet
@common
def canvas(*, output: OutputOptions) -> None:
    """Make a blank A3 sheet for a theory of change, with a question in each field."""
    from tocmodel.workshop.canvas import canvas_sheet

    output = _named(output, Path("canvas"))
    _deliver(_in_fonts(lambda: [canvas_sheet()], output), output)


@click.command(
    "value-canvas",
    epilog="""\b
Examples:
  tocmodel print value-canvas                                value-canvas.pdf
  tocmodel print value-canvas --edition value-creation-2011  with the five cycles of 2011
""",
)
@click.option(
    "--edition",
    type=click.Choice(["value-creation", "value-creation-2011"]),
    default="value-creation",
    show_default=True,
    help="The edition that the cycles come from: eight cycles (2020) or five (2011).",
)
@_to_a_sheet
@common
def value_canvas(*, edition: str, output: OutputOptions) -> None:
    """Make a blank A3 sheet for value creation (Wenger-Trayner), with a field for each cycle."""
    from tocmodel.workshop.value_canvas import value_canvas_sheet

    output = _named(output, Path("value-canvas"))
    _deliver(_in_fonts(lambda: [value_canvas_sheet(edition)], output), output)


def _named(output: OutputOptions, base: Path) -> OutputOptions:
    """Return the destination; without a name, a file in the format that was requested."""
    if output.path is not None:
        return output
    ending = endings(output.wanted or output.usual)[0]
    return evolve(output, path=base.with_name(f"{base.name}{ending}"))


def _typefaces(output: OutputOptions, file: Path) -> "tuple[Typeface, ...]":
    """Return the fonts named with --font, or those of the project."""
    fonts = output.fonts_for(file, output.format)
    if not fonts:
        return ()
    from tocmodel.layout.fonts.typefaces import read_typefaces

    return read_typefaces(fonts)


def _in_fonts(make: "Callable[[], Iterable[Scene]]", output: OutputOptions) -> "Sequence[Scene]":
    """Make sheets in the fonts that the user names, for letters that they have."""
    from tocmodel.layout.fonts.lettering import Lettering
    from tocmodel.workshop.sheets import with_fonts

    return with_fonts(make, Lettering(typefaces=_typefaces(output, Path("sheet"))))


def _deliver(sheets: "Sequence[Scene]", output: OutputOptions) -> None:
    """Write the sheets: a page each in a pdf, otherwise one below another."""
    from tocmodel.render.missing_letters import ADVICE, missing_letters, say_missing
    from tocmodel.workshop.sheets import stacked

    kind = output.kind
    if kind.name == "pdf":
        from tocmodel.render.pdf import pdf_pages

        bookmarks = [f"Sheet {number}" for number, _ in enumerate(sheets, 1)]
        output.deliver(pdf_pages(sheets, bookmarks=bookmarks))
        return
    sheet = stacked(sheets)
    output.deliver(kind.to_bytes(sheet))
    missing = missing_letters(sheet)
    if missing:
        print_message(f"Note: {say_missing(missing)}; {ADVICE}")
