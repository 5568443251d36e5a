"""``tocmodel explain``."""

import json
from pathlib import Path

import pytest
from cli_types import Run


@pytest.mark.usefixtures("street")
def test_why_is_answered_in_words(run: Run) -> None:
    result = run("explain", "street.toc.yaml", "hunger")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Why: Hunger?\nCondition.\nActed on by: Breakfast club.\n")
    assert "- Debt (condition)\n  because food is saved on\n" in result.stdout


@pytest.mark.usefixtures("street")
def test_the_answer_is_coloured_where_that_is_wanted(run: Run) -> None:
    assert "\x1b[1m" in run("explain", "street.toc.yaml", "hunger", "--colour", "always").stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("why.txt", b"Why: Hunger?"),
        ("why.md", b"# Why: Hunger?"),
        ("why.json", b'{\n  "tool"'),
        ("why.svg", b"<?xml"),
        ("why.png", b"\x89PNG"),
        ("why.pdf", b"%PDF"),
    ],
)
@pytest.mark.usefixtures("street")
def test_the_ending_of_the_file_gives_the_format(run: Run, name: str, start: bytes) -> None:
    result = run("explain", "street.toc.yaml", "hunger", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Wrote {name}\n"
    assert Path(name).read_bytes().startswith(start)


@pytest.mark.usefixtures("street")
def test_a_form_may_be_named_and_goes_to_standard_output(run: Run) -> None:
    data = json.loads(run("explain", "street.toc.yaml", "hunger", "-f", "json").stdout)
    assert data["subject"]["id"] == "hunger"
    svg = run("explain", "street.toc.yaml", "hunger", "-f", "svg", "-o", "-").stdout
    assert svg.startswith("<?xml")


@pytest.mark.usefixtures("street")
def test_depth_and_number_of_causes_are_bounded(run: Run) -> None:
    Path("long.toc.yaml").write_text(
        "tocmodel: 1\ntitle: Long\nconditions:\n"
        + "".join(f"  c{number}: {{title: C{number}}}\n" for number in range(5))
        + "links: [c4 -> c3 -> c2 -> c1 -> c0]\n"
    )
    one = run("explain", "long.toc.yaml", "c0", "--depth", "1").stdout
    assert "3 further causes are not listed here." in one
    assert "C2" not in one
    most = run("explain", "long.toc.yaml", "c0", "--most", "3")
    assert "1 further cause is not listed here." in most.stdout
    assert most.stderr == "Note: some causes are left out; --most 6 lists more\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("huger",), "Error: no element 'huger'; did you mean 'hunger'?\n"),
        (("x",), "Error: no element 'x'; 'tocmodel show street.toc.yaml' lists them\n"),
        (
            ("hunger", "-o", "why.doc"),
            (
                "Error: unknown file type '.doc': this command writes .txt, .md, .json, .svg, "
                ".png or .pdf\n"
            ),
        ),
    ],
)
@pytest.mark.usefixtures("street")
def test_what_cannot_be_answered_is_reported_in_a_sentence(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = run("explain", "street.toc.yaml", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)


def test_a_broken_model_is_not_explained_but_shown(broken: Path, run: Run) -> None:
    for words in (("explain", broken.name, "fed"), ("analyse", broken.name)):
        result = run(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("broken.toc.yaml:4:43: error TOC010")


@pytest.mark.usefixtures("street")
def test_the_same_picture_is_in_the_file_as_a_view(run: Run) -> None:
    drawn = run("draw", "street.toc.yaml", "--view", "why", "-f", "text").stdout
    for words in ("Why children are hungry", "One step back", "not routinely monitored"):
        assert words in drawn
