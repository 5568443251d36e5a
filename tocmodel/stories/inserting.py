"""Puts stories into the text of a theory's file: all of them, or none."""

from collections.abc import Mapping

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.document import Document
from tocmodel.dumping import entry_data
from tocmodel.editing import with_entries
from tocmodel.loading import reads
from tocmodel.model import Story, TheoryOfChange


def with_stories(document: Document, stories: Mapping[str, Story]) -> str:
    """Return the text of a theory's file with stories added; everything else stays as it stands.

    Raises:
        TocModelError: the file is written in a way that leaves no sure place for them.
    """
    entries = {id_: entry_data(story) for id_, story in stories.items()}
    text = with_entries(document.tree, "stories", entries)
    theory = reads(text, document.path).theory
    if document.theory is None or theory != _expected(document.theory, stories):
        raise TocModelError(
            f"the stories cannot be put into '{document.path}' safely, so nothing was written; "
            "write 'stories:' on a line of its own in it, and each story below that"
        )
    return text


def _expected(theory: TheoryOfChange, stories: Mapping[str, Story]) -> TheoryOfChange:
    return evolve(theory, stories={**theory.stories, **stories})
