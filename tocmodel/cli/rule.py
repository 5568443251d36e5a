"""``tocmodel rule``: explain a check."""

import sys

import click

from tocmodel.cli.options import A_RULE, common
from tocmodel.cli.streams import has_colour, is_terminal, put


@click.command(
    epilog="""\b
Examples:
  tocmodel rule                     list every check
  tocmodel rule TOC011              explain one, by its code
  tocmodel rule unknown-id          or by its name
""",
)
@click.argument("rule", type=A_RULE, required=False)
@common
def rule(rule: str | None) -> None:
    """Explain a check: what it looks at, why it matters, what to do.

    RULE is a code or a name as it stands in a finding; without it, every check is listed.
    """
    from tocmodel.catalogue import pages

    if rule is None:
        put(
            "".join(
                f"{page.code}  {page.severity.value:7}  {page.name}: {page.summary}\n"
                for page in pages().values()
            )
        )
        return
    put_page(rule)


def put_page(word: str) -> None:
    """Write the page of a check.

    Raises:
        click.UsageError: there is no such check.
    """
    from tocmodel.catalogue import find_page

    try:
        page = find_page(word)
    except KeyError as error:
        raise click.UsageError(error.args[0]) from error
    text = f"# {page.code} {page.name} ({page.severity.value})\n\n{page.text}\n"
    if is_terminal(sys.stdout) or has_colour(sys.stdout):
        from tocmodel.cli.rich_output import page as laid_out

        put(laid_out(text, colour=has_colour(sys.stdout)), colour=True)
    else:
        put(text)
