"""A change to a file changes nothing else: the rest, with every comment, stays."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import event, given
from hypothesis import strategies as st
from written_files import MANNERS, Manner, remarks_in, written

from tocmodel.diagnostics import Pointer, TocModelError
from tocmodel.fileformat.editing import (
    AddItem,
    AddKey,
    FileEdit,
    Remove,
    RenameKey,
    SetList,
    SetWord,
    edited_text,
)
from tocmodel.fileformat.loading import reads
from tocmodel.system.files import in_the_manner_of

KINDS = {kind.__name__: kind for kind in (SetWord, SetList, AddKey, AddItem, RenameKey, Remove)}
CASES = yaml.safe_load(Path(__file__).with_name("changes.yaml").read_text(encoding="utf-8"))
VALUES = ("joy", "trust", "skill")
THEORY: dict[str, Any] = {
    "tocmodel": 1,
    "title": "A theory",
    "frameworks": ["value-creation-2011", "resilience", "co-production"],
    "value_creation": {
        id_: {
            "title": f"Value of {id_}",
            "description": "It's first # and no remark\n\n  second: {line}",
            "cycle": "reframing",
            "tags": ["one", "two, or three", "four"],
        }
        for id_ in VALUES
    },
    "outcomes": None,
    "risks": {},
    "language": "en",
}
WORDS = st.sampled_from(
    ["a word", "it's", 'so "odd"', "a: b", "no # comment", "[c]", "- d", "4.20", "yes", "é 🙂", "~"]
)
FRAMEWORKS = st.sampled_from(["resilience", "inequality", "fairness-commission"])
PLACES = st.sampled_from((0, 1, 2))
IDS = st.sampled_from(VALUES)


def change(named: dict[str, Any]) -> FileEdit:
    """Return a change written as in the cases: ``{AddItem: [[frameworks, 0], resilience]}``."""
    [(kind, (pointer, *more))] = named.items()
    found: FileEdit = KINDS[kind](
        tuple(pointer), *(tuple(word) if isinstance(word, list) else word for word in more)
    )
    return found


def path_of(case: dict[str, Any]) -> str:
    """Return the name of the file of a case."""
    return "x.toc.json" if case["before"].startswith("{") else "x.toc.yaml"


@pytest.mark.parametrize("name", CASES)
def test_a_change_keeps_the_style_of_the_file(name: str) -> None:
    case = CASES[name]
    every = [change(named) for named in case["changes"]]
    assert edited_text(reads(case["before"], path_of(case)).tree, every) == case["after"]


@st.composite
def changes(draw: st.DrawFn) -> FileEdit:
    """Draw a change to the theory above, at its first, a middle or its last entry."""
    value: Pointer = ("value_creation", draw(IDS))
    items, word_of = draw(
        st.sampled_from([(("frameworks",), FRAMEWORKS), ((*value, "tags"), WORDS)])
    )
    item: Pointer = (*items, draw(PLACES))
    text: Pointer = (*value, draw(st.sampled_from(["title", "description"])))
    outer = [(key,) for key in THEORY]
    inner = [(*value, key) for key in ("title", "description", "cycle", "tags")]
    word, words = draw(word_of), draw(st.lists(word_of, min_size=1, max_size=4))
    gone: list[Pointer] = [item, value, (*value, "description"), ("language",)]
    found: FileEdit = draw(
        st.sampled_from(
            [
                SetWord(item, word),
                SetWord(text, draw(WORDS)),
                SetList(items, tuple(words)),
                AddKey(draw(st.sampled_from(outer)), "summary", word),
                AddKey(draw(st.sampled_from(inner)), "notes", word),
                AddItem(item, word),
                RenameKey((*value, "description"), "notes"),
                RenameKey(value, "renamed"),
                Remove(draw(st.sampled_from(gone))),
            ]
        )
    )
    return found


@given(changes(), st.sampled_from(MANNERS))
def test_a_changed_file_reads_as_the_data_with_the_change_and_has_every_comment(
    change: FileEdit, manner: Manner
) -> None:
    event(f"{type(change).__name__} {manner.style}")
    text = written(THEORY, manner)
    meant = deepcopy(THEORY)
    change.to_data(meant)
    new = edited_text(reads(text, manner.path).tree, [change])
    assert reads(new, manner.path).tree.data == meant
    assert remarks_in(new) == remarks_in(text)
    assert new.endswith("\n") is manner.ends


@given(st.sampled_from(MANNERS))
def test_the_files_of_these_tests_have_the_right_content(manner: Manner) -> None:
    document = reads(written(THEORY, manner), manner.path)
    assert (document.tree.data, document.findings) == (THEORY, ())


@pytest.mark.parametrize("name", CASES)
def test_a_file_with_windows_line_ends_keeps_them(name: str) -> None:
    case = CASES[name]
    before = case["before"].replace("\n", "\r\n").encode()
    every = [change(named) for named in case["changes"]]
    new = in_the_manner_of(before, edited_text(reads(before, path_of(case)).tree, every))
    assert new == case["after"].replace("\n", "\r\n").encode()


UNSAFE = {
    "the theory would be none": (
        "value_creation:\n  joy: {title: Joy, cycle: reframing}\n",
        [SetWord(("value_creation", "joy", "cycle"), "no cycle")],
    ),
    "comments within what a word takes the place of": (
        "outcomes:\n  fed:\n    title: Fed\n    tags:\n      - a  # why\n      - b  # how\n",
        [SetWord(("outcomes", "fed", "tags"), "c")],
    ),
    "two changes of one place": (
        "frameworks: [resilience, inequality]\n",
        [Remove(("frameworks", 1)), Remove(("frameworks", 0))],
    ),
}


@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_change_is_refused(name: str) -> None:
    piece, every = UNSAFE[name]
    with pytest.raises(TocModelError) as caught:
        edited_text(reads(f"tocmodel: 1\ntitle: T\n{piece}", "x.toc.yaml").tree, every)
    assert str(caught.value) == (
        "'x.toc.yaml' cannot be changed safely, so nothing was written; write each key that is to "
        "change on a line of its own, and try again"
    )
