"""One table of the kinds of file: what an ending asks for, and what is said of a wrong one."""

from collections.abc import Sequence

import pytest

from tocmodel.diagnostics import TocModelError
from tocmodel.formats import FORMATS, SOURCE_SUFFIXES, format_of, suffixes_of


def test_an_ending_asks_for_one_format_only() -> None:
    asked = [ending for format_ in FORMATS.values() for ending in format_.suffixes]
    assert len(asked) == len(set(asked)) == len(suffixes_of(FORMATS))
    assert [name for name, format_ in FORMATS.items() if format_.name != name] == []


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
    asked = suffixes_of(FORMATS)
    assert {ending: asked[ending] for ending in SOURCE_SUFFIXES if ending in asked} == {
        ".toc.yaml": "theory",
        ".toc.yml": "theory",
    }
