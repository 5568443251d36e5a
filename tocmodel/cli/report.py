"""``tocmodel report``: write a report on a theory as Word, PDF, Markdown or a web page."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from tocmodel.characters import terminal_text
from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_CHAPTER, A_PATH, A_VIEW, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import print_message
from tocmodel.diagnostics import TocModelError
from tocmodel.formats import WriterInput, endings

if TYPE_CHECKING:
    from tocmodel.documents.build import PictureOptions
    from tocmodel.fileformat.document import Document

_AUDIENCES = ("board", "lottery", "ref", "easy-read")


@click.command(
    epilog="""\b
Examples:
  tocmodel report harbour.toc.yaml -o report.docx            everything, for Word
  tocmodel report harbour.toc.yaml -o report.pdf             a tagged PDF for the web
  tocmodel report harbour.toc.yaml --for board -o board.docx two pages for a board
  tocmodel report harbour.toc.yaml --for lottery -o update.docx
  tocmodel report harbour.toc.yaml --for ref -o case-study.docx
  tocmodel report harbour.toc.yaml --for easy-read -o easy.pdf
  tocmodel report harbour.toc.yaml --sections monitoring,logframe -o plan.docx
  tocmodel report harbour.toc.yaml --template council.docx -o paper.docx
  tocmodel report harbour.toc.yaml --template ours.md.j2 -o ours.md

\b
Every report says what is hoped for, inferred, disputed, imagined or withheld.
The chapters are: narrative, picture, elements, pathways, assumptions, evidence, monitoring,
logframe, value, included, reviews, glossary and sources.
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--for",
    "audience",
    type=click.Choice(_AUDIENCES),
    help="Write what this audience needs, rather than everything.",
)
@click.option(
    "--sections",
    type=A_CHAPTER,
    multiple=True,
    metavar="NAMES",
    help="Write these chapters only, separated by commas. Repeatable.",
)
@click.option("--view", type=A_VIEW, help="The picture of the report.  [default: the first view]")
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Use the titles in a language that the file has translations for, such as cy.",
)
@click.option(
    "--template",
    type=A_PATH,
    metavar="TEMPLATE",
    help="A template of your own: a Word document (.docx), or text with jinja2 (.md.j2, .html.j2).",
)
@output_options(WriterInput.DOCUMENT, usual="markdown")
@publishable
@common
def report(
    *,
    file: Path,
    audience: str | None,
    sections: tuple[str, ...],
    view: str | None,
    language: str,
    template: Path | None,
    output: OutputOptions,
) -> None:
    """Write a report on the theory in FILE: Word, PDF, Markdown or a web page.

    Without --for or --sections, it has everything: the theory in words and in a picture, its parts
    and links, assumptions and risks, evidence, the monitoring framework, the logframe, value
    creation, what the theories that it includes share, reviews, a glossary and the sources.
    """
    from tocmodel.documents.build import report_from, subject_of

    output = _for_template(output, template)
    format_ = output.format
    document = read_model(file)
    theory = require_theory(document)
    names = tuple(name.strip() for part in sections for name in part.split(","))
    picture = _picture(document, file, view, output, format_)
    subject = subject_of(theory, language, picture, audience=audience or "")
    made = report_from(subject, audience=audience or "", sections=names)
    for note in made.notes:
        print_message(f"Note: {note}")
    if template is None:
        output.deliver(made.to_bytes(format_))
        return
    from tocmodel.documents.own_templates import fill_template

    output.deliver(fill_template(template, subject, made))


def _for_template(output: OutputOptions, template: Path | None) -> OutputOptions:
    """Return the same output, in the format that a template makes.

    Raises:
        TocModelError: it is no template, or the output is to have another format.
    """
    if template is None:
        return output
    from tocmodel.documents.own_templates import format_of_template

    made = format_of_template(template)
    output = evolve(output, usual=made)
    if output.format != made:
        ending = endings(made)[0]
        raise TocModelError(
            f"'{terminal_text(template.name)}' makes {made}, not {output.format}: "
            f"end the name of --output in {ending}"
        )
    return output


def _picture(
    document: "Document", file: Path, view: str | None, output: OutputOptions, format_: str
) -> "PictureOptions":
    """Return how the picture is drawn: the view, and the fonts and frameworks of the project."""
    from tocmodel.documents.build import PictureOptions

    return PictureOptions(
        view=view or "",
        frameworks=tuple(document.frameworks.values()),
        font=output.fonts_for(file, format_),
    )
