"""``tocmodel check``: say what is wrong or weak in a theory, and where."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.failures import COULD_NOT_RUN, FINDINGS
from tocmodel.cli.findings import Wishes, check_models, write_report
from tocmodel.cli.options import A_PATH, A_SEVERITY_OF_A_RULE, common
from tocmodel.diagnostics import Severity
from tocmodel.reporters import REPORTERS


@click.command(
    epilog="""\b
Examples:
  tocmodel check harbour.toc.yaml
  tocmodel check                                   every theory in this folder and below
  tocmodel check . --format github                 remarks beside the lines of a change
  tocmodel check . -o findings.sarif
  tocmodel check harbour.toc.yaml --fail-on warning --ignore TOC501
  tocmodel check harbour.toc.yaml --severity link-no-rationale=error
  cat harbour.toc.yaml | tocmodel check -

\b
Exit status: 0 fine, 1 findings at or above --fail-on, 2 could not run.
Put permanent settings into tocmodel.toml beside the theory:
  ignore = ["TOC501"]
""",
)
@click.argument("files", nargs=-1, type=A_PATH, metavar="[FILE]...")
@answers_in(*REPORTERS, format_="How to write the findings.")
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), "never"]),
    help="Exit with status 1 for findings at this level or above.  [default: error]",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="Run these checks only: codes, beginnings of codes or names (TOC2,TOC305). Repeatable.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    help="Leave these checks out, named in the same way. Repeatable.",
)
@click.option(
    "--severity",
    multiple=True,
    type=A_SEVERITY_OF_A_RULE,
    help="Count a check as an error, a warning or advice. Repeatable.",
)
@click.option(
    "--stdin-name",
    default="<stdin>",
    metavar="NAME",
    help="What to call standard input (-); a name that ends in .json means that it is JSON.",
)
@common
def check(
    *,
    files: tuple[Path, ...],
    output: Output,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[tuple[str, Severity], ...],
    stdin_name: str,
) -> None:
    """Report what is wrong or weak in a theory, at which line, and what to do.

    FILE is a theory (NAME.toc.yaml or NAME.toc.json), a folder with theories in it, or - for
    standard input. Without FILE, it checks this folder. Your own frameworks
    (NAME.framework.yaml) are checked too.
    """
    format_ = output.format  # before anything is read: a name that cannot be written is refused
    wishes = Wishes(select=select, ignore=ignore, severity=dict(severity), fail_on=fail_on)
    report, complete = check_models(files or (Path(),), wishes, stdin_name=stdin_name)
    write_report(report, format_, output)
    if not complete:
        raise click.exceptions.Exit(COULD_NOT_RUN)
    if report.failed:
        raise click.exceptions.Exit(FINDINGS)
