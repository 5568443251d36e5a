"""The places of comments and the ends of values."""

import pytest

from tocmodel.fileformat.editing.replacements import comments, full_end
from tocmodel.fileformat.loading import reads


@pytest.mark.parametrize(
    ("piece", "found"),
    [
        ("# first\nlanguage: en  # last", ["# first", "# last"]),
        ("summary: a#b  # c # d", ["# c # d"]),
        ("summary: 'a # b'  # c", ["# c"]),
        ("summary: |  # head\n  # text\n  more\n# after", ["# head", "# after"]),
        ("summary: >-\n  a # b\n\n  c\n  # still text\nlanguage: en", []),
        ('fields: {"# key": "a # b"}  # c', ["# c"]),
        ("frameworks: [  # a\n  resilience,  # b\n]  # c", ["# a", "# b", "# c"]),
        ("outcomes:  # none", ["# none"]),
    ],
)
def test_comments_are_distinguished_from_words_with_a_hash(piece: str, found: list[str]) -> None:
    tree = reads(f"tocmodel: 1\ntitle: T\n{piece}\n", "x.toc.yaml").tree
    assert tree.data is not None
    assert [tree.text[start:end] for start, end in comments(tree)] == found


def test_json_has_no_comments() -> None:
    tree = reads('{"tocmodel": 1, "title": "T # 1"}', "x.toc.json").tree
    assert comments(tree) == []


@pytest.mark.parametrize(
    ("piece", "ends"),
    [
        ("outcomes: {a: {title: A}}  # kept", "outcomes: {a: {title: A}}"),
        ("outcomes:\n  a: {\n    title: A,\n  }  # kept", "outcomes:\n  a: {\n    title: A,\n  }"),
        ("outcomes:\n  a:\n    title: A\n    tags:\n    - b  # kept", "    - b"),
        ("outcomes:\n  a:\n    title: A\n    notes: |\n      b\n\nlanguage: en", "      b"),
        ("outcomes:  # none", "outcomes:"),
    ],
)
def test_a_value_ends_after_its_last_letter_or_bracket(piece: str, ends: str) -> None:
    tree = reads(f"tocmodel: 1\ntitle: T\n{piece}\n", "x.toc.yaml").tree
    assert tree.text[: full_end(tree, ("outcomes",))].endswith(ends)
