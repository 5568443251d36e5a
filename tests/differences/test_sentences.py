"""The sentences of differences that no case of a theory covers."""

from typing import Any

import pytest

from tocmodel.differences import ChangeKind
from tocmodel.differences.keys import with_article
from tocmodel.differences.model import Change
from tocmodel.differences.sentences import (
    LONG,
    item,
    mark,
    one_value,
    sentence,
    several,
    without_article,
)
from tocmodel.differences.significance import is_another_claim, weigh, weight
from tocmodel.differences.value_text import list_words
from tocmodel.model import Significance


def changed(field: str, section: str = "outcomes", **more: Any) -> Change:
    return Change(**{"kind": ChangeKind.CHANGED, "section": section, "field": field, **more})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the end", "The end."),
        ("", "."),
        ("two\n  lines", "Two lines."),
        ("it is.", "It is."),
        ("is it?", "Is it?"),
        ("it is!", "It is!"),
        ("it was “so.”", "It was “so.”"),
        ("it was “so?”", "It was “so?”"),
        ("it was “so!”", "It was “so!”"),
        ("it was “so”", "It was “so”."),
    ],
)
def test_a_sentence_has_a_capital_and_one_end(text: str, expected: str) -> None:
    assert sentence(text) == expected


def test_nouns_have_the_article_of_their_first_letter() -> None:
    nouns = ["asset", "evaluation", "input", "outcome", "story", "link"]
    assert [with_article(noun) for noun in nouns] == [
        "an asset",
        "an evaluation",
        "an input",
        "an outcome",
        "a story",
        "a link",
    ]
    assert [without_article(with_article(noun)) for noun in nouns] == nouns
    assert without_article("notes") == "notes"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["", ""], ""),
        (["a"], "a"),
        (["a", "", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and d"),
    ],
)
def test_words_are_joined_as_they_are_read(words: list[str], expected: str) -> None:
    assert list_words(words) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (False, True, "It is now marked as critical."),
        (True, False, "It is no longer marked as critical."),
        (True, None, "It is no longer marked as critical."),
        (False, None, "It is no longer marked as not critical."),
        (None, False, "It is now not marked as critical."),
    ],
)
def test_a_mark_is_put_or_taken_away(old: Any, new: Any, expected: str) -> None:
    assert mark("it", changed("critical", old=old, new=new)) == expected


@pytest.mark.parametrize(
    ("field", "section", "old", "new", "expected"),
    [
        ("odd_key", "outcomes", "", "1", "It now has a value for ‘odd key’: 1."),
        ("odd_key", "outcomes", "1", "", "It no longer has a value for ‘odd key’; it was 1."),
        ("odd_key", "outcomes", "1", "2", "The value for ‘odd key’ of it is now 2; it was 1."),
        ("domain", "outcomes", "1", "2", "The area of life of it is now 2; it was 1."),
        ("domain", "spaces", "1", "2", "The shared interest of it is now 2; it was 1."),
        ("notes", "outcomes", "1", "2", "The notes of it are now 2; they were 1."),
        ("notes", "outcomes", "1", "", "It no longer has notes; they were 1."),
        ("notes", "outcomes", "", "2", "It now has notes: 2."),
        ("date", "reviews", "1", "2", "When it was held: now 2, before 1."),
        ("date", "stories", "1", "2", "When it was told: now 2, before 1."),
        ("fields/ref", "outcomes", "", "2", "It now has the column “ref”: 2."),
        ("fields/ref", "outcomes", "1", "", "It no longer has the column “ref”; it was 1."),
        ("fields/ref", "outcomes", "1", "2", "The column “ref” of it is now 2; it was 1."),
        ("horizon", "outcomes", "", "soon", "It is now expected soon; no time was given before."),
        ("horizon", "outcomes", "soon", "late", "It is now expected late; it was soon."),
        ("horizon", "outcomes", "soon", "", "It no longer has a horizon; it was soon."),
        ("agreed", "links", "", "with all", "It is now agreed with all."),
        ("agreed", "links", "with us", "with all", "It is now agreed with all; before, with us."),
        ("agreed", "links", "with us", "", "It is no longer agreed; it was agreed with us."),
    ],
)
def test_the_sentence_on_a_value_depends_on_its_field(
    field: str, section: str, old: str, new: str, expected: str
) -> None:
    assert one_value("it", changed(field, section), old, new) == expected


LIMIT, BEYOND = "x" * LONG, "x" * (LONG + 1)


@pytest.mark.parametrize(
    ("field", "old", "new", "expected"),
    [
        ("description", LIMIT, "y", f"The description of it is now y; it was {LIMIT}."),
        ("description", BEYOND, "y", "The description of it was reworded."),
        ("description", "y", BEYOND, "The description of it was reworded."),
        ("notes", BEYOND, "y", "The notes of it were reworded."),
        ("who", BEYOND, "y", f"Who it is for: now y, before {BEYOND}."),
        ("role", BEYOND, "y", f"The role of it is now y; it was {BEYOND}."),
        ("decided", LIMIT, "y", f"What it decided: now y, before {LIMIT}."),
        ("decided", BEYOND, "y", "The text on what it decided was reworded."),
        ("decided", "y", BEYOND, "The text on what it decided was reworded."),
    ],
)
def test_long_texts_are_not_repeated(field: str, old: str, new: str, expected: str) -> None:
    assert one_value("it", changed(field), old, new) == expected


@pytest.mark.parametrize(
    ("field", "section", "old", "more", "less", "expected"),
    [
        ("uses", "interventions", (), "a", "", "It now uses a."),
        ("uses", "interventions", ("b",), "a", "", "It now also uses a."),
        ("uses", "interventions", ("b",), "", "b", "It no longer uses b."),
        ("uses", "interventions", ("b",), "a", "b", "It now also uses a; it no longer uses b."),
        ("partners", "inputs", (), "a", "", "It is now provided by a."),
        ("partners", "interventions", (), "a", "", "It is now delivered by a."),
        ("where/group", "views", (), "a", "", "It now keeps only a."),
        ("odd_key", "views", (), "a", "", "It now names under ‘odd key’ a."),
        ("columns", "views", ("a", "b"), "", "", "The columns of it are in another order."),
    ],
)
def test_a_list_is_described_by_what_it_gained_and_lost(
    field: str, section: str, old: tuple[str, ...], more: str, less: str, expected: str
) -> None:
    assert several("it", changed(field, section, old=old), more, less) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ChangeKind.ADDED, "It has a new result: 2."),
        (ChangeKind.REMOVED, "It no longer has the result 1."),
        (ChangeKind.CHANGED, "A result of it is now 2; it was 1."),
        (ChangeKind.MOVED, "The results of it are in another order."),
    ],
)
def test_an_item_of_a_list_is_described_by_what_happened_to_it(
    kind: ChangeKind, expected: str
) -> None:
    change = Change(kind=kind, section="indicators", field="observations")
    assert item("it", change, "1", "2") == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # A whole entry that moves always matters; a list in another order, as its key does.
        (Change(kind=ChangeKind.MOVED, section="groups"), (Significance.SIGNIFICANT, False)),
        (changed("columns", "views", kind=ChangeKind.MOVED), (Significance.MINOR, False)),
        (changed("id", kind=ChangeKind.RENAMED), (Significance.MINOR, False)),
        (changed("who", old="a", new="b"), (Significance.SIGNIFICANT, False)),
        (changed("fields/who", old="a", new="b"), (Significance.MINOR, False)),
        (changed("description", old="a", new="b"), (Significance.MINOR, True)),
        (changed("description", old="", new="b"), (Significance.MINOR, False)),
        (changed("title", old="Rents fall", new="School"), (Significance.SIGNIFICANT, False)),
        (changed("title", old="Rents fall", new="Rents"), (Significance.MINOR, True)),
        (changed("because", "links", old="a", new="b"), (Significance.MINOR, True)),
        (changed("because", "links", old="a", new=""), (Significance.SIGNIFICANT, False)),
    ],
)
def test_a_change_matters_as_its_key_and_its_kind_do(
    change: Change, expected: tuple[Significance, bool]
) -> None:
    assert weigh(change) == expected


def test_what_the_tables_do_not_know_is_taken_to_matter() -> None:
    assert weight("unknown") == "significant"
    assert weight("unknown", "unknown") == "significant"
    assert weight("outcomes", "unknown") == "significant"
    assert weight("unknown", "notes") == "minor"
    assert weight("links", "tags") == "minor"  # which other sections have


@pytest.mark.parametrize(
    ("section", "old", "new", "expected"),
    [
        ("outcomes", "School ready", "Rents fall", True),
        ("outcomes", "School ready", "Ready for school", False),
        ("outcomes", "Schools are open", "Schooling is open to all", False),  # schoo-
        ("outcomes", "Abc", "Xyz", True),
        ("outcomes", "Abc", "Abd", False),
        ("outcomes", "Abc", "Rents fall", True),
        ("outcomes", "abcdef", "uvwxyz", True),
        ("sources", "School ready", "Rents fall", False),
        ("theory", "School ready", "Rents fall", False),
        ("outcomes", "Abc", "Abc forever", False),
        ("outcomes", "ab cde", "fgh ab", False),  # as alike as is just enough
        ("outcomes", "Teachers stay", "Teaching grows", False),  # teach-
        ("outcomes", "Stable homes", "Tables at home", True),
    ],
)
def test_a_title_says_something_else_where_no_longer_word_is_shared(
    section: str, old: str, new: str, expected: bool
) -> None:
    assert is_another_claim(changed("title", section, old=old, new=new)) is expected
