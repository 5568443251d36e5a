"""A number is before the title wherever a title is."""

import re
from pathlib import Path

from answers import answers, every_id
from attrs import evolve

from tocmodel.fileformat.loading import load
from tocmodel.model import ELEMENT_SECTIONS, TheoryOfChange

EVERYTHING = Path(__file__).parents[1] / "schema/corpus/good/everything.toc.yaml"
DATA = ("records", "changelog", "tell")
"""Rows for programs, which have a column of numbers; a log of changes to the file; and prose, which
people read aloud."""


def numbered(theory: TheoryOfChange) -> TheoryOfChange:
    sections = {
        name: [
            evolve(entry, number=f"{place}.{index}", title=f"The {entry.title}")
            for index, entry in enumerate(getattr(theory, name).values(), 1)
        ]
        for place, name in enumerate(("groups", *ELEMENT_SECTIONS), 1)
    }
    return evolve(theory, **sections, includes=(), translations=())


def test_every_answer_has_the_number_before_every_title() -> None:
    theory = numbered(load(EVERYTHING))
    found = answers(theory, every_id(theory))
    bare = [
        (name, text[max(match.start() - 30, 0) : match.end()])
        for name, text in found.items()
        for entry in (*theory.groups.values(), *theory.elements.values())
        for match in re.finditer(re.escape(entry.title), text)
        if name not in DATA
        and not text[: match.start()].endswith((f"{entry.number} ", "'Title': '"))
    ]
    assert bare == []
