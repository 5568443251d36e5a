"""New entries go into a person's file as they were typed, and its comments stay."""

from tocmodel.editing import with_entries
from tocmodel.loading import reads

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


def test_line_breaks_emoji_and_spellings_go_into_a_file_as_they_are() -> None:
    two = {"title": "Two 😀\n\n  deep\nline", "fields": {"ref": "4.20"}}
    text = with_entries(reads(FILE, "x.toc.yaml").tree, "stories", {"two": two})
    assert text == WRITTEN
    assert reads(text, "x.toc.yaml").tree.data["stories"]["two"] == two
