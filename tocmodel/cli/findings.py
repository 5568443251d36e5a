"""Runs the checks for the command line, and writes what they found."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve

import tocmodel
from tocmodel.checking import check, group, kind_of
from tocmodel.cli.answers import Output
from tocmodel.cli.models import find_models, read_model, shown
from tocmodel.cli.streams import STDIN, has_colour, say
from tocmodel.config import Config, find_config
from tocmodel.diagnostics import Severity, TocModelError
from tocmodel.formats import FRAMEWORK_SUFFIXES
from tocmodel.model.convert import FrozenDict
from tocmodel.reporters import CheckedFile, Report, reporter
from tocmodel.values import field, frozen
from tocmodel.wording import imagined_words


@frozen(kw_only=True)
class Wishes:
    """What the command line says about the checks; it goes before the configuration file.

    ``fail_on`` is a severity's word, ``never``, or ``None`` to leave it to the configuration.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(factory=FrozenDict)
    fail_on: str | None = None

    def over(self, config: Config) -> Config:
        """Return a configuration with these wishes laid over it."""
        fail_on = config.fail_on
        if self.fail_on:
            fail_on = None if self.fail_on == "never" else Severity(self.fail_on)
        return evolve(
            config,
            select=self.select or config.select,
            ignore=(*config.ignore, *self.ignore),
            severity={**config.severity, **self.severity},
            fail_on=fail_on,
        )


def check_models(
    paths: Iterable[Path], wishes: Wishes, *, stdin_name: str = "<stdin>"
) -> tuple[Report, bool]:
    """Check every model that is meant; say as well whether all of them could be read."""
    models = find_models(paths)
    files: list[CheckedFile] = []
    for path in models:
        try:
            files.append(_check_model(path, wishes, stdin_name))
        except TocModelError as error:
            if len(models) == 1:
                raise
            say(f"Error: {error}")
    report = Report(files=tuple(files), version=tocmodel.__version__)
    return report, len(files) == len(models)


def _check_model(path: Path, wishes: Wishes, stdin_name: str) -> CheckedFile:
    if path.name.endswith(FRAMEWORK_SUFFIXES):
        return _check_framework(path, wishes)
    document = read_model(path, stdin_name=stdin_name)
    name = stdin_name if path == STDIN else shown(path)
    config = wishes.over(find_config(Path(name).parent))
    found = check(document, select=config.select, ignore=config.ignore, severity=config.severity)
    return CheckedFile(
        path=name,
        kind=kind_of(document),
        imagined=imagined_words(document.theory),
        text=document.tree.text,
        findings=found,
        short=group(found),
        fail_on=config.fail_on,
    )


def _check_framework(path: Path, wishes: Wishes) -> CheckedFile:
    """Look a framework of the partnership's own through: it is a file of another kind."""
    from tocmodel.frameworks import read_framework

    name = shown(path)
    read = read_framework(name)
    return CheckedFile(
        path=name,
        text=read.tree.text,
        findings=read.findings,
        short=read.findings,
        fail_on=wishes.over(find_config(Path(name).parent)).fail_on,
    )


def write_report(report: Report, format_: str, output: Output) -> None:
    """Write a report to standard output, or to a file."""
    if format_ == "text":
        from tocmodel.reporters.text import write

        colour = output.file is None and has_colour(sys.stdout)
        text = write(report, colour=colour)
    else:
        colour, text = False, reporter(format_)(_explained(report, format_))
    output.deliver(text, colour=colour)


def _explained(report: Report, format_: str) -> Report:
    """Add what the codes mean, where the format has a place for it."""
    if format_ != "sarif":
        return report
    from tocmodel.catalogue import pages

    return evolve(report, pages=tuple(pages().values()))
