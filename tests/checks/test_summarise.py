"""The short list for people."""

from pathlib import Path

import pytest
from attrs import evolve

from tocmodel.checks import check, group
from tocmodel.diagnostics import Finding, Severity, Span
from tocmodel.fileformat.loading import reads

VAGUE = Path(__file__).parent / "vague.toc.yaml"


def test_a_vague_theory_gets_a_short_list_with_the_most_useful_first() -> None:
    short = group(check(VAGUE))
    assert [(item.rule, item.severity.value) for item in short] == [
        ("no-links", "warning"),
        ("no-interventions", "warning"),
        ("no-context", "warning"),
        ("outcome-no-who", "warning"),
        ("outcome-without-horizon", "advice"),
    ]
    assert short[0].follows > 10
    assert [item.message for item in short[3:]] == [
        "7 outcomes do not name who changes: vision, healthy, happy and 4 more",
        "6 outcomes have no horizon: healthy, happy, learning and 3 more",
    ]


def test_findings_that_say_something_of_their_own_are_not_joined() -> None:
    figures = ", ".join(f"{{value: {value}, of: 10}}" for value in (11, 12, 13))
    text = (
        "tocmodel: 1\ntitle: A\noutcomes: {a: {title: A}}\n"
        f"indicators: {{n: {{title: N, measures: a, observations: [{figures}]}}}}\n"
    )
    found = check(reads(text), select=["TOC331"])
    assert group(found) == found
    assert len(found) == 3


def test_few_findings_of_a_rule_are_left_as_they_are() -> None:
    text = "tocmodel: 1\ntitle: A\noutcomes: {a: {title: A}, b: {title: B}}\n"
    found = check(reads(text), select=["TOC504"])
    assert group(found) == found
    assert [item.message for item in group(found, least=2)] == [
        "2 outcomes do not name who changes: a, b"
    ]


def test_the_worst_come_first_and_causes_before_others() -> None:
    def finding(code: str, severity: Severity, follows: int = 0) -> Finding:
        return Finding(code=code, rule=code, severity=severity, message=code, follows=follows)

    advice = finding("TOC101", Severity.ADVICE)
    error = finding("TOC901", Severity.ERROR)
    cause = finding("TOC902", Severity.ERROR, follows=3)
    assert group([advice, error, cause]) == (cause, error, advice)


NO_WHO = Finding(
    code="TOC504", rule="outcome-no-who", severity=Severity.WARNING, message="of one", about="a"
)


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ("aaa", "3 outcomes do not name who changes: a"),
        ("abc", "3 outcomes do not name who changes: a, b, c"),
        ("abcd", "4 outcomes do not name who changes: a, b, c and 1 more"),
        ("abcde", "5 outcomes do not name who changes: a, b, c and 2 more"),
    ],
)
def test_findings_that_are_joined_name_three_and_count_what_follows(
    about: str, message: str
) -> None:
    found = [
        evolve(NO_WHO, about=id_, span=Span("a.toc.yaml", line, 3, line, 4), follows=line)
        for line, id_ in enumerate(about, 1)
    ]
    follows = sum(range(len(about) + 1))
    assert group(found) == (evolve(found[0], message=message, follows=follows),)


def test_two_of_a_rule_are_left_and_never_is_one_joined() -> None:
    two = (NO_WHO, evolve(NO_WHO, message="of the other", about="b"))
    assert group(two) == two
    assert len(group(two, least=2)) == 1
    assert group([NO_WHO], least=0) == (NO_WHO,)


def test_what_matters_alike_comes_in_the_order_of_code_place_and_message() -> None:
    def found(code: str, message: str, *place: int) -> Finding:
        span = Span("a.toc.yaml", *place, *place) if place else None
        return Finding(code=code, rule="own", severity=Severity.WARNING, message=message, span=span)

    ordered = (
        found("XYZ1", "z", 9, 9),
        found("XYZ2", "m"),
        found("XYZ2", "n"),
        found("XYZ2", "y", 1, 1),
        found("XYZ2", "x", 1, 2),
        found("XYZ2", "b", 2, 1),
        found("XYZ2", "c", 2, 1),
        found("XYZ2", "a", 10, 1),
    )
    assert group(reversed(ordered)) == ordered
