"""``tocmodel describe``: describe a section, a key, a word, a check or a framework."""

import sys
from typing import TYPE_CHECKING

import click

from tocmodel.cli.options import A_CHECK, A_NAME, common
from tocmodel.cli.streams import has_colour, is_terminal, print_result, rich_page

if TYPE_CHECKING:
    from tocmodel.report.outline import Line


@click.command(
    epilog="""\b
Examples:
  tocmodel describe                 list the sections and keys of a file
  tocmodel describe outcomes        a section: its keys, with an example
  tocmodel describe horizon         a key: where it belongs, and its values
  tocmodel describe links.because   a key of one section
  tocmodel describe medium          a word: its keys, and what it means
  tocmodel describe TOC204          a check: why it matters, and what to do
  tocmodel describe no-goal         a check, by its name
  tocmodel describe checks          list every check
  tocmodel describe resilience      a framework
""",
)
@click.argument("name", nargs=-1, type=A_NAME, metavar="[SECTION|KEY|WORD|CHECK|FRAMEWORK]...")
@common
def describe(name: tuple[str, ...]) -> None:
    """Describe a section, a key or a word of a theory file, a check, or a framework.

    Without a name, it lists the sections and keys of a file.
    """
    _describe(" ".join(name))


@click.command(hidden=True, epilog="tocmodel describe does the same.")
@click.argument("check", type=A_CHECK, default="checks", metavar="[CHECK]")
@common
def rule(check: str) -> None:
    """Describe a check; this is the former name of tocmodel describe."""
    _describe_check(check)


def _describe(asked: str) -> None:
    from tocmodel.checks.pages import is_check
    from tocmodel.report.outline import to_text

    if asked == _EVERY_CHECK or is_check(asked):
        _describe_check(asked)
    else:
        colour = has_colour(sys.stdout)
        print_result(to_text(_outline(asked), colour=colour), colour=colour)


_EVERY_CHECK = "checks"


def _describe_check(asked: str) -> None:
    """Write the page of a check, or the list of all checks."""
    from tocmodel.checks.pages import find_page, pages
    from tocmodel.diagnostics import UnknownIdError

    if asked == _EVERY_CHECK:
        for page in pages().values():
            print_result(f"{page.code}  {page.severity.value:7}  {page.name}: {page.summary}\n")
        return
    try:
        page = find_page(asked)
    except UnknownIdError as error:
        raise click.UsageError(error.args[0]) from error
    text = f"# {page.code} {page.name} ({page.severity.value})\n\n{page.text}\n"
    if is_terminal(sys.stdout) or has_colour(sys.stdout):
        print_result(rich_page(text), colour=True)
    else:
        print_result(text)


def _outline(asked: str) -> "tuple[Line, ...]":
    from tocmodel.checks.pages import names_of_checks
    from tocmodel.diagnostics import UnknownIdError
    from tocmodel.frameworks import FRAMEWORKS, find_framework
    from tocmodel.report.description import also_framework, contents, outline
    from tocmodel.report.framework import outline as of_framework
    from tocmodel.schema.describe import describe as found

    if not asked:
        return contents()
    try:
        lines = outline(found(asked, others=(*names_of_checks(), *FRAMEWORKS)))
    except UnknownIdError as error:
        if asked in FRAMEWORKS:
            return of_framework(find_framework(asked))
        raise click.UsageError(error.args[0]) from error
    return (*lines, *also_framework(asked)) if asked in FRAMEWORKS else lines
