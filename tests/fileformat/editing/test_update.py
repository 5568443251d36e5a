"""A file is changed to hold another theory, and nothing else in it changes."""

import difflib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve
from example_models import NAMES, model_file
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import theories
from written_files import remarks_in

from tocmodel.fileformat.dumping import dumps, to_data
from tocmodel.fileformat.editing.update import updated_text
from tocmodel.fileformat.loading import from_data, read, reads
from tocmodel.model import TheoryOfChange

FILE = """\
tocmodel: 1
title: A small zone
outcomes:
  # what we hope for
  ready:
    title: Children are ready   # agreed in May
    horizon: short
  calm: {title: Families are calm, horizon: short}  # short
interventions:
  visits:
    title: Home visits
    partners: staff
    reach: 40  # families
partners:
  staff: {title: The staff}
links:
  - visits -> ready -> calm  # the main line
  - from: Home visits
    to: calm
    because: >-
      people who are visited
      feel less alone
"""

CHANGES = yaml.safe_load(Path(__file__).with_name("update.yaml").read_text(encoding="utf-8"))


def lines_changed(old: str, new: str) -> str:
    """Return the lines that went and came."""
    found = difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True))
    return "".join(f"{line[0]}{line[2:]}" for line in found if line[0] in "+-")


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_is_one_change_in_the_file(name: str) -> None:
    case = CHANGES[name]
    *above, last = case["at"]
    document = reads(FILE, "x.toc.yaml")
    assert document.theory is not None
    data = to_data(document.theory)
    held: Any = data
    for step in above:
        held = held[step]
    held[last] = case["value"]
    new = updated_text(document, from_data(data))
    assert lines_changed(FILE, new) == case["lines"]


def test_an_entry_and_its_links_are_removed_and_their_comments_stay() -> None:
    document = reads(FILE, "x.toc.yaml")
    assert document.theory is not None
    data = to_data(document.theory)
    del data["outcomes"]["calm"]
    data["links"] = ["visits -> ready"]
    new = updated_text(document, from_data(data))
    assert remarks_in(new) == remarks_in(FILE)
    assert reads(new, "x.toc.yaml").theory == from_data(data)


def test_the_order_of_entries_and_links_changes_nothing() -> None:
    document = reads(FILE, "x.toc.yaml")
    theory = document.theory
    assert theory is not None
    turned = evolve(theory, links=tuple(reversed(theory.links)))
    assert updated_text(document, turned) == FILE


@settings(max_examples=10)
@given(theories(), theories(), st.sampled_from(["yaml", "json"]))
def test_a_file_of_any_theory_becomes_that_of_any_other(
    old: TheoryOfChange, new: TheoryOfChange, kind: Any
) -> None:
    document = reads(dumps(old, kind), f"x.toc.{kind}")
    found = reads(updated_text(document, new), f"x.toc.{kind}").theory
    assert found is not None
    assert without_order(found) == without_order(new)


def without_order(theory: TheoryOfChange) -> dict[str, Any]:
    data = to_data(theory)
    return {**data, "links": sorted(map(repr, data.get("links", ())))}


def texts_in(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the address of every text that may be any text."""
    held = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in held:
        if isinstance(item, dict | list):
            yield from texts_in(item, (*at, key))
        elif key in ("title", "description", "because", "notes", "note", "who", "unit"):
            yield (*at, key)


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_text_of_an_example_is_a_few_changed_lines(name: str) -> None:
    document = read(model_file(name))
    assert document.theory is not None
    data = to_data(document.theory)
    places = list(texts_in(data))
    for pointer in places[:: len(places) // 4 + 1]:
        other = deepcopy(data)
        held: Any = other
        for step in pointer[:-1]:
            held = held[step]
        held[pointer[-1]] += " (changed)"
        new = updated_text(document, from_data(other, str(model_file(name))))
        assert remarks_in(new) == remarks_in(document.tree.text)
        came = lines_changed(document.tree.text, new).count("\n+")
        text = lines_changed(document.tree.text, new)
        assert came <= 4, (pointer, text)
