"""Says why a file that holds no theory cannot be used."""

import sys

import click

from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.streams import has_colour
from tocmodel.document import Document
from tocmodel.model import TheoryOfChange


def theory_in(document: Document) -> TheoryOfChange | None:
    """Return the theory; where the file holds none, show what is wrong with it."""
    if document.theory is None:
        from tocmodel.reporters import CheckedFile, Report
        from tocmodel.reporters.text import write

        file = CheckedFile(path=document.path, text=document.tree.text, findings=document.findings)
        text = write(Report(files=(file,)), colour=has_colour(sys.stderr))
        click.echo(text, err=True, nl=False, color=has_colour(sys.stderr))
    return document.theory


def require_theory(document: Document) -> TheoryOfChange:
    """Return the theory; where the file holds none, show what is wrong with it and end."""
    theory = theory_in(document)
    if theory is None:
        raise click.exceptions.Exit(FINDINGS)
    return theory
