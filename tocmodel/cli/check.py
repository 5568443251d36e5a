"""``tocmodel check``: check theories for errors and weak points."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click
from attrs import evolve

from tocmodel import checks
from tocmodel.cli.failures import COULD_NOT_RUN, FINDINGS
from tocmodel.cli.models import find_models, for_each_file, read_model, shown
from tocmodel.cli.options import A_PATH, A_SEVERITY_OF_A_CHECK, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.streams import STDIN
from tocmodel.config import Config, find_config
from tocmodel.diagnostics import Severity
from tocmodel.formats import FRAMEWORK_SUFFIXES, WriterInput
from tocmodel.report.findings import CheckedFile, Report
from tocmodel.version import __version__
from tocmodel.wording import imagined_words


@click.command(
    epilog="""\b
Examples:
  tocmodel check harbour.toc.yaml
  tocmodel check                                   every theory in this folder and below
  tocmodel check . --format github                 comments on the lines of a pull request
  tocmodel check . -o findings.sarif
  tocmodel check harbour.toc.yaml --fail-on warning --ignore TOC501
  tocmodel check harbour.toc.yaml --severity link-no-rationale=error
  cat harbour.toc.yaml | tocmodel check -

\b
Exit status: 0 success, 1 findings at or above --fail-on, 2 the command could not run.
For permanent settings, write tocmodel.toml beside the theory:
  ignore = ["TOC501"]
""",
)
@click.argument("files", nargs=-1, type=A_PATH, metavar="[FILE]...")
@output_options(WriterInput.FINDINGS, format_="The format of the report.")
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), "never"]),
    help="Exit with status 1 for findings at this level or above.  [default: error]",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CHECK",
    help="Run only these checks: a code, the start of a code, or a name (TOC2,TOC305). Repeatable.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CHECK",
    help="Skip these checks, named in the same way. Repeatable.",
)
@click.option(
    "--severity",
    multiple=True,
    type=A_SEVERITY_OF_A_CHECK,
    help="Change the severity of a check: error, warning or advice. Repeatable.",
)
@click.option(
    "--stdin-name",
    default="<stdin>",
    metavar="NAME",
    help="The name to show for standard input (-). If it ends in .json, the input is JSON.",
)
@common
def check(
    *,
    files: tuple[Path, ...],
    output: OutputOptions,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[tuple[str, Severity], ...],
    stdin_name: str,
) -> None:
    """Check theories. Each finding has a line, a reason and a suggestion.

    FILE is a theory (NAME.toc.yaml or NAME.toc.json), a folder of theories, or - for standard
    input. The default is the current folder. Your own frameworks (NAME.framework.yaml) are
    checked too.
    """
    format_ = output.format  # before reading anything: refuse a name that cannot be written
    settings = partial(_settings, select, ignore, dict(severity), fail_on)
    report, complete = _check_all(find_models(files or (Path(),)), settings, stdin_name)
    output.deliver_made(_explained(report, format_))
    if not complete:
        raise click.exceptions.Exit(COULD_NOT_RUN)
    if report.failed:
        raise click.exceptions.Exit(FINDINGS)


def _settings(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: Mapping[str, Severity],
    fail_on: str | None,
    folder: Path,
) -> Config:
    """Return the settings of a folder, overridden by the options of the command."""
    config = find_config(folder)
    return evolve(
        config,
        select=select or config.select,
        ignore=(*config.ignore, *ignore),
        severity={**config.severity, **severity},
        fail_on=config.fail_on if fail_on is None else _SEVERITIES[fail_on],
    )


_SEVERITIES = {**{severity.value: severity for severity in Severity}, "never": None}


def _check_all(
    paths: Sequence[Path], settings: Callable[[Path], Config], stdin_name: str
) -> tuple[Report, bool]:
    """Check each file, and return whether all of them could be read."""
    files, complete = for_each_file(
        paths, lambda path: _check(path, settings, stdin_name), doing="Checking"
    )
    return Report(files=tuple(files), version=__version__), complete


def _check(path: Path, settings: Callable[[Path], Config], stdin_name: str) -> CheckedFile:
    if path.name.endswith(FRAMEWORK_SUFFIXES):
        return _check_framework(path, settings)
    document = read_model(path, stdin_name=stdin_name)
    name = stdin_name if path == STDIN else shown(path)
    config = settings(Path(name).parent)
    found = checks.check(
        document, select=config.select, ignore=config.ignore, severity=config.severity
    )
    return CheckedFile(
        path=name,
        kind=checks.kind_of(document),
        imagined=imagined_words(document.theory),
        text=document.tree.text,
        findings=found,
        short=checks.group(found),
        fail_on=config.fail_on,
    )


def _check_framework(path: Path, settings: Callable[[Path], Config]) -> CheckedFile:
    """Check one of the partnership's own frameworks, which is another kind of file."""
    from tocmodel.frameworks import read_framework

    name = shown(path)
    read = read_framework(name)
    return CheckedFile(
        path=name,
        text=read.tree.text,
        findings=read.findings,
        short=read.findings,
        fail_on=settings(Path(name).parent).fail_on,
    )


def _explained(report: Report, format_: str) -> Report:
    """Add the meanings of the codes, where the format has a place for them."""
    if format_ != "sarif":
        return report
    from tocmodel.checks.pages import pages

    return evolve(report, pages=tuple(pages().values()))
