"""``tocmodel tell``: tell a theory as prose."""

from pathlib import Path

import click

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, AN_ELEMENT, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import print_message
from tocmodel.diagnostics import TocModelError, UnknownIdError, shell_argument
from tocmodel.formats import WriterInput
from tocmodel.version import __version__


@click.command(
    epilog="""\b
Examples:
  tocmodel tell harbour.toc.yaml                        the whole theory, to read aloud
  tocmodel tell harbour.toc.yaml --to school-ready      only what leads to one outcome
  tocmodel tell harbour.toc.yaml --from reading-club    only what one activity leads to
  tocmodel tell harbour.toc.yaml --plain                short sentences and plain words
  tocmodel tell harbour.toc.yaml -o story.md
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--to",
    type=AN_ELEMENT,
    multiple=True,
    help="Include only what leads to this element. Repeatable.",
)
@click.option(
    "--from",
    "start",
    type=AN_ELEMENT,
    multiple=True,
    help="Include only what this element leads to. Repeatable.",
)
@click.option("--plain", is_flag=True, help="Use plain words and short sentences.")
@click.option(
    "--language",
    metavar="TAG",
    help="Use the translated words of the theory in this language, such as cy.",
)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.DATA,
    format_="The output format: words, or data for a program.",
)
@publishable
@common
def tell(
    *,
    file: Path,
    to: tuple[str, ...],
    start: tuple[str, ...],
    plain: bool,
    language: str | None,
    output: OutputOptions,
) -> None:
    """Write the theory in FILE out as prose that people can read aloud.

    The prose claims no more than the theory does. It says what is only hoped for, disputed or
    unknown, and which links nobody has tested.
    """
    from tocmodel.narrative import narrate
    from tocmodel.report.narrative import narrative_data, narrative_outline

    kind = output.kind
    theory = require_theory(read_model(file)).whole
    try:
        found = narrate(theory, to=to, start=start, plain=plain, language=language)
    except UnknownIdError as error:
        see = f"; 'tocmodel show {shell_argument(file)}' lists them"
        has_advice = "; " in str(error)
        raise TocModelError(str(error) if has_advice else f"{error}{see}") from None
    if not found.sections:
        is_part = to or start
        why = (
            "no link leads from the one to the other"
            if is_part
            else "the theory has no elements yet"
        )
        print_message(f"Note: {why}, so there is nothing to tell")
    if kind.source is WriterInput.OUTLINE:
        output.deliver_made(narrative_outline(found))
    else:
        output.deliver_made(narrative_data(found, __version__))
