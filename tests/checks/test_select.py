"""Which checks a choice takes, and how much it makes their findings matter."""

import pytest

from tocmodel.checks.rules import RULES
from tocmodel.checks.select import Selection, selection
from tocmodel.diagnostics import Severity, TocModelError, UnknownIdError

OF_FRAMEWORK = ("TOC612", "framework-one-sided", "resilience/odds-only-beat")
NO_GOAL = ("TOC101", "no-goal")


@pytest.mark.parametrize(
    ("select", "ignore", "check", "expected"),
    [
        ((), (), NO_GOAL, True),
        (("toc101",), (), NO_GOAL, True),
        (("TOC1",), (), NO_GOAL, True),
        (("TOC",), (), NO_GOAL, True),
        (("No-Goal",), (), NO_GOAL, True),
        (("TOC2", "no-goal"), (), NO_GOAL, True),
        (("TOC2",), (), NO_GOAL, False),
        (("no-goa",), (), NO_GOAL, False),
        ((), ("TOC2",), NO_GOAL, True),
        ((), ("TOC1",), NO_GOAL, False),
        (("TOC1",), ("no-goal",), NO_GOAL, False),
        (("TOC2",), ("TOC3",), NO_GOAL, False),
        # A check of a framework has a name of its own besides that of the check that runs it.
        (("resilience/odds-only-beat",), (), OF_FRAMEWORK, True),
        (("framework-one-sided",), (), OF_FRAMEWORK, True),
        (("resilience/mentors",), (), OF_FRAMEWORK, False),
        ((), ("resilience/odds-only-beat",), OF_FRAMEWORK, False),
        (("resilience/odds-only-beat",), (), OF_FRAMEWORK[:2], False),
        ((), ("resilience/odds-only-beat",), OF_FRAMEWORK[:2], True),
    ],
)
def test_a_choice_takes_what_it_selects_and_does_not_ignore(
    select: tuple[str, ...], ignore: tuple[str, ...], check: tuple[str, ...], expected: bool
) -> None:
    assert Selection(select, ignore).takes(*check) is expected


ADVICE, WARNING, ERROR = Severity.ADVICE, Severity.WARNING, Severity.ERROR


@pytest.mark.parametrize(
    ("severity", "check", "expected"),
    [
        ({}, ("TOC101", "no-goal"), WARNING),
        ({"TOC2": ERROR}, ("TOC101", "no-goal"), WARNING),
        ({"TOC1": ERROR}, ("TOC101", "no-goal"), ERROR),
        ({"TOC10": ERROR, "TOC1": ADVICE}, ("TOC101", "no-goal"), ERROR),
        ({"TOC1": ADVICE, "TOC10": ERROR}, ("TOC101", "no-goal"), ERROR),
        # A name or a whole code says more than the beginning of one, however short it is.
        ({"TOC12": ADVICE, "one": ERROR}, ("TOC123", "one"), ERROR),
        ({"One": ERROR, "TOC12": ADVICE}, ("TOC123", "one"), ERROR),
        ({"toc123": ERROR, "TOC12": ADVICE}, ("TOC123", "one"), ERROR),
        # The check of a framework says more than the check that runs it.
        ({"a/b": ERROR, "framework-one-sided": ADVICE}, (*OF_FRAMEWORK[:2], "a/b"), ERROR),
        ({"framework-one-sided": ADVICE, "a/b": ERROR}, (*OF_FRAMEWORK[:2], "a/b"), ERROR),
        ({"framework-one-sided": ADVICE, "a/b": ERROR}, OF_FRAMEWORK[:2], ADVICE),
    ],
)
def test_the_word_that_says_most_decides_how_much_a_finding_matters(
    severity: dict[str, Severity], check: tuple[str, ...], expected: Severity
) -> None:
    code, name, *own = check
    assert Selection(severity=severity).severity_of(code, name, WARNING, *own) is expected


def test_a_choice_is_made_of_words_with_commas_and_of_former_names() -> None:
    found = selection(
        RULES,
        " TOC2, no-goal ,",
        ["waiver-unknown-rule", "TOC3,a/b"],
        {"waiver-unknown-rule": "error", "TOC011": ADVICE},
    )
    assert found == Selection(
        ("TOC2", "no-goal"),
        ("waiver-unknown-check", "TOC3", "a/b"),
        {"waiver-unknown-check": ERROR, "TOC011": ADVICE},
    )


@pytest.mark.parametrize(
    ("select", "ignore", "severity", "message"),
    [
        ("no-gaol", "", {}, "there is no check 'no-gaol'; did you mean 'no-goal'?"),
        ("", "zzzzzz", {}, "there is no check 'zzzzzz'"),
        (
            "",
            "",
            {"TOC999": "error"},
            (
                "there is no check 'TOC999'; codes begin with TOC0, TOC1, TOC2, TOC3, TOC4, TOC5, "
                "TOC6, TOC7, TOC8, and 'tocmodel describe checks' lists them all"
            ),
        ),
    ],
)
def test_a_word_that_names_no_check_is_answered_with_the_nearest(
    select: str, ignore: str, severity: dict[str, str], message: str
) -> None:
    with pytest.raises(UnknownIdError) as caught:
        selection(RULES, select, ignore, severity)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("word", "message"),
    [
        (
            "eror",
            "the severity of 'TOC1' is 'eror', not error, warning or advice; did you mean 'error'?",
        ),
        ("zzzz", "the severity of 'TOC1' is 'zzzz', not error, warning or advice"),
    ],
)
def test_a_word_that_is_no_severity_is_answered_with_those_there_are(
    word: str, message: str
) -> None:
    with pytest.raises(TocModelError) as caught:
        selection(RULES, (), (), {"TOC1": word})
    assert str(caught.value) == message
