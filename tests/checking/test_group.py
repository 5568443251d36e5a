"""The short list for people."""

from pathlib import Path

from tocmodel.checking import check, group
from tocmodel.diagnostics import Finding, Severity
from tocmodel.loading import reads

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
        "7 outcomes do not say in whom the change is seen: vision, healthy, happy and 4 more",
        "6 outcomes do not say when they are expected: healthy, happy, learning and 3 more",
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
        "2 outcomes do not say in whom the change is seen: a, b"
    ]


def test_the_worst_come_first_and_causes_before_others() -> None:
    def finding(code: str, severity: Severity, follows: int = 0) -> Finding:
        return Finding(code=code, rule=code, severity=severity, message=code, follows=follows)

    advice = finding("TOC101", Severity.ADVICE)
    error = finding("TOC901", Severity.ERROR)
    cause = finding("TOC902", Severity.ERROR, follows=3)
    assert group([advice, error, cause]) == (cause, error, advice)
