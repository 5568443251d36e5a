"""New entries are added to a person's file exactly, and its comments stay."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import event, given
from hypothesis import strategies as st
from written_files import MANNERS, Manner, remarks_in, written

from tocmodel.fileformat.editing import with_entries, with_items
from tocmodel.fileformat.loading import reads
from tocmodel.system.files import in_the_manner_of

CASES = yaml.safe_load(Path(__file__).with_name("entries.yaml").read_text(encoding="utf-8"))
TWO = {"two": {"title": "Two: #2"}}
ONE = {"title": "One", "description": "first\n\n  # second", "tags": ["x", "y: z"]}
HELD = {
    "nothing": None,
    "empty": {},
    "one entry": {"one": ONE},
    "one with a list last": {"zero": {"title": "Zero"}, "one": ONE},
    "one with a word last": {"one": ONE, "zero": {"title": "Zero"}},
}
"""The possible contents of a section before the change."""

FILE = """\
tocmodel: 1
title: T  # a title
stories:
    # first comment
    one:
        title: One   # kept
links: []  # end
"""

WRITTEN = """\
tocmodel: 1
title: T  # a title
stories:
    # first comment
    one:
        title: One   # kept
    two:
      title: |-
        Two 😀

          deep
        line
      fields:
        ref: 4.20
links: []  # end
"""


def test_line_breaks_emoji_and_spellings_are_added_as_they_are() -> None:
    two = {"title": "Two 😀\n\n  deep\nline", "fields": {"ref": "4.20"}}
    text = with_entries(reads(FILE, "x.toc.yaml").tree, "stories", {"two": two})
    assert text == WRITTEN
    assert reads(text, "x.toc.yaml").tree.data["stories"]["two"] == two


def path_of(case: dict[str, str]) -> str:
    """Return the name of the file of a case."""
    return "x.toc.json" if case["before"].startswith("{") else "x.toc.yaml"


@pytest.mark.parametrize("name", CASES)
def test_an_entry_is_added_in_the_style_of_the_section(name: str) -> None:
    case = CASES[name]
    tree = reads(case["before"], path_of(case)).tree
    assert with_entries(tree, "stories", TWO) == case["after"]


@pytest.mark.parametrize("name", CASES)
def test_an_entry_is_added_to_a_file_with_windows_line_ends(name: str) -> None:
    case = CASES[name]
    before = case["before"].replace("\n", "\r\n").encode()
    new = in_the_manner_of(before, with_entries(reads(before, path_of(case)).tree, "stories", TWO))
    assert new == case["after"].replace("\n", "\r\n").encode()


@st.composite
def theories(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a theory with or without outcomes, at the beginning, in the middle or at the end."""
    keys = [("tocmodel", 1), ("title", "T"), ("frameworks", ["resilience", "inequality"])]
    held = draw(st.sampled_from([None, *HELD]))
    event(f"the section holds: {held or 'it is not there'}")
    if held:
        keys.insert(draw(st.integers(0, 3)), ("outcomes", HELD[held]))
    return dict(keys)


@given(theories(), st.sampled_from(MANNERS))
def test_a_file_with_new_entries_reads_as_the_data_with_them_and_has_every_comment(
    theory: dict[str, Any], manner: Manner
) -> None:
    text = written(theory, manner)
    entries = {"two": ONE, "three": {"title": "Three"}}
    new = with_entries(reads(text, manner.path).tree, "outcomes", entries)
    data = reads(new, manner.path).tree.data
    assert data == {**theory, "outcomes": {**(theory.get("outcomes") or {}), **entries}}
    assert list(data["outcomes"])[-2:] == ["two", "three"]
    assert remarks_in(new) == remarks_in(text)
    assert new.endswith("\n") is manner.ends


LINK = {"from": "club", "to": "fed", "because": "there is food: #1"}
ITEMS = {
    "nothing": None,
    "empty": [],
    "one chain": ["club -> fed"],
    "one mapping": [{"from": "fed", "to": "calm", "via": ["trust"]}],
    "both": [{"from": "fed", "to": "calm"}, "club -> fed"],
}
"""The possible links of a file before the change."""


@given(
    st.sampled_from([None, *ITEMS]),
    st.integers(0, 2),
    st.sampled_from(MANNERS),
)
def test_a_file_with_new_items_reads_as_the_data_with_them_and_has_every_comment(
    held: str | None, place: int, manner: Manner
) -> None:
    event(f"the list holds: {held or 'it is not there'}")
    keys: list[tuple[str, Any]] = [("tocmodel", 1), ("title", "T")]
    if held:
        keys.insert(place, ("links", ITEMS[held]))
    theory = dict(keys)
    text = written(theory, manner)
    new = with_items(reads(text, manner.path).tree, "links", [LINK, "a -> b"])
    data = reads(new, manner.path).tree.data
    assert data == {**theory, "links": [*(theory.get("links") or []), LINK, "a -> b"]}
    assert remarks_in(new) == remarks_in(text)
    assert new.endswith("\n") is manner.ends


def test_an_item_is_added_in_the_style_of_the_list() -> None:
    text = "tocmodel: 1\ntitle: T\nlinks:\n- a -> b  # kept\n\n# after\nviews: {}\n"
    added = "- from: club\n  to: fed\n  because: 'there is food: #1'\n"
    new = with_items(reads(text, "x.toc.yaml").tree, "links", [LINK])
    assert new == text.replace("# kept\n", f"# kept\n{added}")
