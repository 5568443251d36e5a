"""One table of the kinds of file: the format of each ending, and the message for a wrong one."""

from collections.abc import Sequence

import pytest

from tocmodel.diagnostics import TocModelError
from tocmodel.formats import (
    ALSO,
    FORMATS,
    SOURCE_SUFFIXES,
    WriterInput,
    endings,
    format_of,
    names_from,
    suffixes_of,
)


def test_an_ending_asks_for_one_format_only() -> None:
    """Files of other programs may share one: then the first is meant."""
    names = names_from(*(made for made in WriterInput if made is not WriterInput.THEORY))
    asked = [ending for name in names for ending in endings(name)]
    assert len(asked) == len(set(asked)) == len(suffixes_of(names))


def test_a_format_has_the_same_endings_whatever_it_is_made_from() -> None:
    assert [kind for kind in FORMATS if kind.suffixes != endings(kind.name)] == []
    assert ALSO.keys() <= set(names_from(*WriterInput))


def test_each_line_of_the_table_has_a_writer() -> None:
    assert [kind for kind in FORMATS if not callable(kind.write)] == []
    lines = [(kind.name, kind.source) for kind in FORMATS]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("name", "formats", "wanted", "found"),
    [
        ("a.svg", ["svg", "pdf"], None, "svg"),
        ("A.PDF", ["svg", "pdf"], None, "pdf"),
        ("a.b.pdf", ["svg", "pdf"], "pdf", "pdf"),
        ("a.sarif.json", ["json", "sarif"], None, "sarif"),
        ("a.json", ["json", "sarif"], None, "json"),
        ("a.json", ["json", "sarif"], "sarif", "sarif"),  # SARIF is JSON
        ("a.txt", ["text", "github"], "github", "github"),
        ("a.log", ["text", "github"], "github", "github"),
        ("a", ["text", "github"], "text", "text"),
        ("our.toc.yaml", ["theory"], None, "theory"),
    ],
)
def test_the_ending_decides_and_a_named_format_where_it_does_not(
    name: str, formats: Sequence[str], wanted: str | None, found: str
) -> None:
    assert format_of(name, formats, wanted) == found


@pytest.mark.parametrize(
    ("name", "wanted", "message"),
    [
        ("a.gif", None, "unknown file type '.gif': this command writes .txt, .csv or .json"),
        ("a", None, "'a' has no ending: this command writes .txt, .csv or .json"),
        (".csv", None, "'.csv' has no ending: this command writes .txt, .csv or .json"),
        (
            "a.toc.json",
            None,
            "'a.toc.json' is the name of a theory: this command writes .txt, .csv or .json",
        ),
        (
            "b/a.framework.yaml",
            None,
            (
                "'a.framework.yaml' is the name of a framework: this command writes .txt, .csv "
                "or .json"
            ),
        ),
        (
            "a.csv",
            "json",
            (
                "--format json does not go with the ending '.csv': leave out --format, or end the "
                "name in .json"
            ),
        ),
        (
            "a.pdf",
            "github",
            (
                "--format github does not go with the ending '.pdf': leave out --format, or end "
                "the name in .txt"
            ),
        ),
        (
            "a.toc.json",
            "json",
            (
                "--format json does not go with the ending '.toc.json': leave out --format, or end "
                "the name in .json"
            ),
        ),
    ],
)
def test_an_ending_that_asks_for_something_else_is_refused(
    name: str, wanted: str | None, message: str
) -> None:
    with pytest.raises(TocModelError) as caught:
        format_of(name, ["text", "csv", "json"], wanted)
    assert str(caught.value) == message


def test_the_endings_of_files_that_people_write_are_no_formats_but_a_template() -> None:
    asked = suffixes_of(names_from(*WriterInput))
    assert {ending: asked[ending] for ending in SOURCE_SUFFIXES if ending in asked} == {
        ".toc.yaml": "theory",
        ".toc.yml": "theory",
    }
