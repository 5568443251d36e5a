"""Fill a template: its ending decides what it is, and what it makes."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError, listed
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.subject import ReportSubject

TEMPLATE_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "docx",
        ".md.j2": "markdown",
        ".markdown.j2": "markdown",
        ".html.j2": "html",
        ".htm.j2": "html",
    }
)
"""The endings of templates, and the format that each makes."""


def format_of_template(template: Path) -> str:
    """Return the format that a template makes, from its ending.

    >>> format_of_template(Path("council.docx")), format_of_template(Path("OURS.MD.J2"))
    ('docx', 'markdown')

    Raises:
        TocModelError: its ending is none of these.
    """
    name = template.name.lower()
    found = next((made for end, made in TEMPLATE_SUFFIXES.items() if name.endswith(end)), None)
    if found is None:
        shown = terminal_text(template.name)
        endings = listed(list(TEMPLATE_SUFFIXES))
        raise TocModelError(f"'{shown}' is not a template: its name must end in {endings}")
    return found


def fill_template(template: Path, subject: ReportSubject, report: WrittenReport) -> str | bytes:
    """Return what a template makes of a theory.

    Args:
        template: the file.
        subject: the theory, for the variables of the template.
        report: the report that the variable ``report`` inserts.

    Raises:
        TocModelError: the template cannot be read, has a mistake or names an unknown variable; or a
            library is not installed.
    """
    format_ = format_of_template(template)
    if format_ == "docx":
        from tocmodel.documents.own_templates.word import fill_word  # noqa: PLC0415  (an extra)

        return fill_word(template, subject, report)
    from tocmodel.documents.own_templates.text import fill_text  # noqa: PLC0415  (slow to load)

    return fill_text(template, subject, report, format_)
