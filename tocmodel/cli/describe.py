"""``tocmodel describe``: what the language has of a section, a key or a word; or a check."""

import sys
from typing import TYPE_CHECKING

import click

from tocmodel.cli.options import A_NAME, common
from tocmodel.cli.streams import has_colour, put

if TYPE_CHECKING:
    from tocmodel.telling.outline import Line


@click.command(
    epilog="""\b
Examples:
  tocmodel describe                 list the sections and keys of a file
  tocmodel describe outcomes        a section: its keys, with an example
  tocmodel describe horizon         a key: where it is, and what it takes
  tocmodel describe links.because   a key of one section
  tocmodel describe medium          a word: which keys have it, and what it means
  tocmodel describe TOC204          a check: why it matters, what to do
  tocmodel describe resilience      a framework, as 'framework show' shows it
""",
)
@click.argument("name", nargs=-1, type=A_NAME, metavar="[SECTION|KEY|WORD|CHECK|FRAMEWORK]...")
@common
def describe(name: tuple[str, ...]) -> None:
    """Describe a section, a key or a word of a theory file, a check or a framework.

    Without a name, the sections and keys of a file are listed.
    """
    from tocmodel.catalogue import is_check
    from tocmodel.cli.rule import put_page
    from tocmodel.telling.outline import to_text

    asked = " ".join(name)
    if is_check(asked):
        put_page(asked)
        return
    colour = has_colour(sys.stdout)
    put(to_text(_outline(asked), colour=colour), colour=colour)


def _outline(asked: str) -> "tuple[Line, ...]":
    from tocmodel.catalogue import names_of_checks
    from tocmodel.diagnostics import UnknownIdError
    from tocmodel.frameworks import FRAMEWORKS, find_framework
    from tocmodel.schema.describe import describe as found
    from tocmodel.telling.description import also_framework, contents, outline
    from tocmodel.telling.framework import outline as of_framework

    if not asked:
        return contents()
    try:
        lines = outline(found(asked, others=(*names_of_checks(), *FRAMEWORKS)))
    except UnknownIdError as error:
        if asked in FRAMEWORKS:
            return of_framework(find_framework(asked))
        raise click.UsageError(error.args[0]) from error
    return (*lines, *also_framework(asked)) if asked in FRAMEWORKS else lines
