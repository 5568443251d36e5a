"""A real theory at two times: Blackpool as its sources date it to 2016, and as it is today."""

import re
from pathlib import Path

from example_models import FOLDER, Kept

from tocmodel.diagram.difference import to_difference_diagram
from tocmodel.differences import Differences, diff
from tocmodel.drawing import draw_diagram
from tocmodel.fileformat.loading import load
from tocmodel.model import Significance, TheoryOfChange
from tocmodel.report.differences import Compared, outline
from tocmodel.report.outline import to_markdown

NAME = "blackpool-resilience-revolution"
PLACE = FOLDER / NAME
PAGE = FOLDER.parent / "docs/how-to/review-and-compare.md"
NAMES = (f"{NAME}-2016.toc.yaml", f"{NAME}.toc.yaml")


def both() -> tuple[TheoryOfChange, TheoryOfChange]:
    old, new = (load(PLACE / name) for name in NAMES)
    return old, new


def found() -> Differences:
    return diff(*both())


def test_the_differences_since_2016_are_the_kept_sentences(kept: Kept) -> None:
    compared = Compared(title=both()[1].title, old=NAMES[0], new=NAMES[1], differences=found())
    kept(PLACE / "since-2016.md", to_markdown(outline(compared)).encode())


def test_the_picture_of_what_changed_in_schools_since_2016_is_the_kept_one(kept: Kept) -> None:
    diagram = to_difference_diagram(*both(), "schools-and-pupils", names=("2016", "today"))
    kept(PLACE / "since-2016.svg", draw_diagram(diagram).to_bytes("svg"))


def test_what_the_sources_date_after_2016_is_what_was_added() -> None:
    new = {
        item.about
        for item in found()
        if item.kind == "added" and item.section in ("interventions", "inputs", "spaces")
    }
    assert new == {
        "bounce-forward",
        "value-evaluation",
        "evaluation-contract",
        "resilience-community",
        "young-executive",
    }


def test_the_sources_name_nothing_that_was_given_up() -> None:
    assert [item.sentence for item in found() if item.kind == "removed" and not item.field] == []


def test_the_theory_of_2016_has_no_result() -> None:
    old = both()[0]
    assert {indicator.kind for indicator in old.indicators.values()} <= {"context", "policy"}
    assert old.value_creation == {}


def test_contrary_evidence_is_a_significant_difference() -> None:
    assert {item.significance for item in found() if item.about == "national-analysis"} == {
        Significance.SIGNIFICANT
    }


def test_the_page_on_comparing_quotes_sentences_of_this_difference() -> None:
    page = PAGE.read_text(encoding="utf-8")
    block = page.split("<!-- since 2016 -->\n")[1].split("<!-- /since 2016 -->")[0]
    quoted = [" ".join(item.split()) for item in re.split(r"^- ", block, flags=re.MULTILINE)[1:]]
    assert len(quoted) > 4
    assert set(quoted) <= {item.sentence for item in found()}


def test_the_picture_on_the_page_is_the_kept_one() -> None:
    page = PAGE.read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^]]{100,}\]\(([^)]*)\)", page)
    assert [(PAGE.parent / path).resolve() for path in pictures] == [
        Path(PLACE / "since-2016.svg").resolve()
    ]
