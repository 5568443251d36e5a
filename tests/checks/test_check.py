"""Checking a theory: what is found, where, and in which order."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies import theories

from tocmodel.checks import check
from tocmodel.checks.rules import RULES, Rule, RuleContext
from tocmodel.diagnostics import Finding, Problem, Severity, Span, TocModelError
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import read, reads
from tocmodel.model import Link, Outcome, TheoryOfChange

PATH = "club.toc.yaml"
TEXT = """\
tocmodel: 1
title: Breakfast
interventions:
  club: {title: Breakfast club}
outcomes:
  fed: {title: Children are full, horizon: impact}
links:
  - club -> fed
"""


def test_a_finding_carries_its_rule_its_place_and_what_to_do() -> None:
    assert check(reads(TEXT, PATH), select=["TOC204"]) == (
        Finding(
            code="TOC204",
            rule="link-no-rationale",
            severity=Severity.WARNING,
            message="link club -> fed gives no reason",
            pointer=("links", 0),
            span=Span(PATH, 8, 5, 8, 16),
            help="add 'because': what makes the one lead to the other, and how do you know?",
            about="club -> fed",
        ),
    )


def test_a_link_within_a_chain_has_the_place_of_the_chain() -> None:
    chain = TEXT.replace("club -> fed", "club -> full -> fed")
    text = chain.replace("outcomes:", "outcomes:\n  full: {title: Full plates}")
    found = check(reads(text, PATH), select=["TOC204"])
    assert [(item.about, item.pointer, str(item.span)) for item in found] == [
        ("club -> full", ("links", 0), f"{PATH}:9:5"),
        ("full -> fed", ("links", 0), f"{PATH}:9:5"),
    ]


def test_a_theory_made_in_python_is_checked_and_has_no_places() -> None:
    theory = TheoryOfChange(
        title="Breakfast",
        outcomes=[Outcome(id="fed", title="Fed"), Outcome(id="well", title="Well")],
        links=[Link(from_="fed", to="well")],
    )
    found = check(theory, select=["link-no-rationale", "outcome-no-who"])
    assert [(item.code, item.pointer, item.span) for item in found] == [
        ("TOC504", ("outcomes", "fed"), None),
        ("TOC504", ("outcomes", "well"), None),
        ("TOC204", ("links", 0), None),
    ]


def test_a_theory_made_in_python_is_told_of_ids_that_are_nowhere() -> None:
    theory = TheoryOfChange(
        title="Breakfast",
        outcomes=[Outcome(id="fed", title="Fed")],
        links=[Link(from_="club", to="fed")],
    )
    assert [(item.code, item.message) for item in check(theory)] == [
        ("TOC011", "no element 'club'")
    ]


def test_a_file_that_holds_no_theory_gives_the_problems_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.toc.yaml"
    path.write_text("title: [", encoding="utf-8")
    assert check(path) == read(path).findings
    assert [finding.code for finding in check(path)] == ["TOC001"]


def test_a_path_a_document_and_a_theory_are_checked_alike(tmp_path: Path) -> None:
    path = tmp_path / PATH
    path.write_text(TEXT, encoding="utf-8")
    document = reads(TEXT, str(path))
    assert document.theory is not None
    from_path = check(path)
    assert from_path == check(str(path)) == check(document)
    assert from_path == check(document.theory)
    made = evolve(document.theory)  # the same theory, but not the one that the file holds
    assert {evolve(finding, span=None) for finding in from_path} == set(check(made))


def test_findings_come_in_the_order_of_the_file() -> None:
    found = check(reads(TEXT, PATH))
    places = [(item.span.line, item.span.column, item.code) for item in found if item.span]
    assert places == sorted(places)
    assert len(places) == len(found) > 5


def test_what_concerns_the_whole_theory_is_said_at_its_title() -> None:
    (finding,) = check(reads(TEXT, PATH), select=["no-context"])
    assert (finding.pointer, finding.span) == ((), Span(PATH, 2, 8, 2, 17))


class TestSelection:
    def test_a_beginning_of_a_code_selects_a_family(self) -> None:
        found = check(reads(TEXT, PATH), select=["toc2"])
        assert {item.code[:4] for item in found} == {"TOC2"}

    @pytest.mark.parametrize(
        "words", ["TOC101,TOC104,TOC204", ["TOC101, TOC104", "TOC204"], ["link-no-rationale"]]
    )
    def test_one_text_may_name_several(self, words: str | list[str]) -> None:
        found = check(reads(TEXT, PATH), select=words)
        assert [finding.code for finding in found] == ["TOC204"]

    def test_what_is_ignored_does_not_run(self) -> None:
        everything = check(reads(TEXT, PATH))
        found = check(reads(TEXT, PATH), ignore=["TOC1", "no-indicator"])
        assert found == tuple(
            item
            for item in everything
            if not item.code.startswith("TOC1") and item.rule != "no-indicator"
        )

    def test_ignore_counts_more_than_select(self) -> None:
        assert check(reads(TEXT, PATH), select=["TOC204"], ignore=["TOC2"]) == ()

    def test_severity_is_set_by_beginning_and_the_more_exact_word_wins(self) -> None:
        found = check(
            reads(TEXT, PATH),
            select=["TOC204", "TOC210"],
            severity={"TOC2": "advice", "link-leap": Severity.ERROR},
        )
        assert {item.rule: item.severity for item in found} == {
            "link-no-rationale": Severity.ADVICE,
            "link-leap": Severity.ERROR,
        }

    @pytest.mark.parametrize(
        ("choice", "message"),
        [
            ({"select": ["link-no-rational"]}, "did you mean 'link-no-rationale'?"),
            ({"ignore": ["TOC9"]}, "there is no check 'TOC9'"),
            ({"severity": {"TOC2": "warn"}}, "did you mean 'warning'?"),
        ],
    )
    def test_a_word_that_means_nothing_is_an_error(
        self, choice: dict[str, list[str]], message: str
    ) -> None:
        with pytest.raises(TocModelError) as caught:
            check(reads(TEXT, PATH), **choice)  # type: ignore[arg-type]  # the table mixes them
        assert message in str(caught.value)


class NoBreakfast(Rule):
    """A rule of one's own."""

    code = "XYZ001"
    name = "no-breakfast"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        if "dinner" in context.theory.title.casefold():
            yield Problem(message="dinner is not breakfast", pointer=("title",))


@pytest.mark.parametrize("word", ["no-breakfast", "XYZ001"])
def test_a_rule_of_ones_own_runs_beside_the_others(word: str) -> None:
    text = TEXT.replace("Breakfast\n", "Dinner\n")
    found = check(reads(text, PATH), rules=(*RULES, NoBreakfast()), select=[word])
    assert [str(item.span) for item in found] == [f"{PATH}:2:8"]


class TestConsequences:
    def test_what_follows_from_a_finding_is_counted_and_not_listed(self) -> None:
        text = TEXT[: TEXT.index("links:")]
        rules = ("no-links", "intervention-leads-nowhere", "outcome-without-cause")
        assert [(item.rule, item.follows) for item in check(reads(text, PATH), select=rules)] == [
            ("no-links", 2)
        ]

    def test_without_their_cause_they_are_listed(self) -> None:
        text = TEXT[: TEXT.index("links:")]
        found = check(reads(text, PATH), select=["TOC113", "TOC116"])
        assert [(item.rule, item.follows) for item in found] == [
            ("intervention-leads-nowhere", 0),
            ("outcome-without-cause", 0),
        ]

    def test_they_go_with_a_cause_that_is_waived(self) -> None:
        text = TEXT[: TEXT.index("links:")] + "waivers: [{check: no-links, reason: first draft}]\n"
        assert check(reads(text, PATH), select=["TOC104", "TOC113", "TOC116"]) == ()


SECTIONS = """\
place: {name: Northside}
---
conditions:
  hunger: {title: Children are hungry}
  debt: {title: Families are in debt}
---
interventions:
  club: {title: Breakfast club, addresses: [hunger]}
  advice: {title: Debt advice}
---
outcomes:
  fed: {title: Children are full, horizon: short}
  well: {title: Children are well and parents feel calm, horizon: impact}
---
indicators:
  n: {title: Share of children, measures: fed, unit: children, observations: [{value: 3}]}
---
links:
  - club -> fed -> well
  - well -> club
""".split("---\n")


@given(st.permutations(SECTIONS))
def test_the_order_of_the_sections_does_not_change_what_is_found(sections: list[str]) -> None:
    def messages(parts: list[str]) -> list[tuple[str, str, int]]:
        found = check(reads("tocmodel: 1\ntitle: Order\n" + "".join(parts), PATH))
        return sorted((item.code, item.message, item.follows) for item in found)

    assert messages(sections) == messages(SECTIONS)


def test_checking_twice_finds_the_same() -> None:
    text = "tocmodel: 1\ntitle: Order\n" + "".join(SECTIONS)
    assert check(reads(text, PATH)) == check(reads(text, PATH)) != ()


@given(theories())
def test_a_theory_and_its_file_are_told_the_same(theory: TheoryOfChange) -> None:
    def told(found: tuple[Finding, ...]) -> Counter[tuple[str, str, str, int]]:
        return Counter((item.code, item.about, item.message, item.follows) for item in found)

    document = reads(dumps(theory), PATH)
    if document.theory is not None:
        assert told(check(document)) == told(check(theory))


def test_an_outcome_that_nothing_leads_to_is_found_once_whatever_hangs_on_it() -> None:
    text = """\
tocmodel: 1
title: Breakfast
interventions: {club: {title: Breakfast club}}
outcomes:
  fed: {title: Children are full, horizon: short}
  alone: {title: Children belong, horizon: impact}
  learning: {title: Children learn more, horizon: medium}
  thriving: {title: Children thrive, horizon: impact}
links: [club -> fed, learning -> thriving]
"""
    structure = check(reads(text, PATH), select=["TOC110", "TOC113", "TOC116", "TOC119"])
    assert [(item.code, item.about) for item in structure] == [
        ("TOC116", "alone"),
        ("TOC116", "learning"),
    ]


def test_a_figure_of_the_place_is_the_theorys_own_beside_an_include() -> None:
    document = reads(
        "tocmodel: 1\ntitle: T\nplace: {name: P, residents: {value: 5, of: 3}}\n"
        "includes: {part: {title: P, file: part.toc.yaml}}\n",
        "t.toc.yaml",
        fetch=lambda _: b"tocmodel: 1\ntitle: A part\n",
    )
    assert [finding.code for finding in check(document, select=["TOC331"])] == ["TOC331"]
