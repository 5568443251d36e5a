"""A template in Markdown or HTML, with jinja2: every value is escaped for its format."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import evolve
from markupsafe import Markup

from tocmodel.characters import xml_text
from tocmodel.documents.blocks import Block
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.own_templates.environment import mistakes_of, sandbox, template_text
from tocmodel.documents.own_templates.variables import variables
from tocmodel.documents.subject import ReportSubject
from tocmodel.documents.writers.html import blocks_html
from tocmodel.documents.writers.markdown import blocks_markdown, escape_markdown


class WrittenText(str):
    """Text that is already in the format of the template."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it as it is."""
        return str(self)


def fill_text(template: Path, subject: ReportSubject, report: WrittenReport, format_: str) -> str:
    """Return what a template of text makes of a theory.

    Raises:
        TocModelError: the template has a mistake or names an unknown variable.
    """
    is_html = format_ == "html"
    environment = sandbox(
        template.parent, _visible_html if is_html else _visible_markdown, autoescape=is_html
    )
    write: Callable[[tuple[Block, ...]], Any] = _html if is_html else _markdown
    with mistakes_of(template):
        made = environment.from_string(template_text(template))
        return made.render(variables(subject, evolve(report), write))


def _markdown(blocks: tuple[Block, ...]) -> WrittenText:
    return WrittenText(blocks_markdown(blocks))


def _html(blocks: tuple[Block, ...]) -> Markup:
    return Markup(blocks_html(blocks))  # noqa: S704  (the writer escapes every word)


def _visible_markdown(value: Any) -> Any:
    r"""Escape a value for Markdown, unless it is Markdown already.

    >>> _visible_markdown("*a*"), _visible_markdown(WrittenText("*a*")), _visible_markdown(3)
    ('\\*a\\*', '*a*', '3')
    """
    return value if isinstance(value, WrittenText) else escape_markdown(str(value))


def _visible_html(value: Any) -> Any:
    """Escape a value for HTML, unless it is HTML already."""
    if hasattr(value, "__html__"):
        return value
    return Markup(xml_text(str(value)))  # noqa: S704  (the words are escaped)
