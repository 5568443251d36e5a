"""Every rule: what it finds, what it does not, and that its page is true."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from example_models import Kept
from running_rules import CASES, findings_of, found_by

from tocmodel.checks.rules import RULES, Rule
from tocmodel.diagnostics import Problem

FAMILIES = {
    "1": "structure",
    "2": "links",
    "3": "measurement",
    "4": "evidence",
    "5": "wording",
    "6": "frameworks",
    "7": "value",
    "8": "reviews",
}
HEADINGS = [
    "## What it checks",
    "## Why it matters",
    "## Example",
    "## Use instead",
    "## Source",
]
BY_NAME = {rule.name: rule for rule in RULES}


def _cases(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8")))


ALL_CASES = [
    pytest.param(BY_NAME[path.stem], case, id=f"{path.stem}: {title}")
    for path in sorted(CASES.glob("*.yaml"))
    for title, case in _cases(path.stem).items()
]
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])


def _example(rule: Rule, heading: str) -> str:
    found = re.search(
        rf"^{heading}\n```yaml\n(.*?)^```", rule.explanation, re.DOTALL | re.MULTILINE
    )
    return found[1] if found else ""


@pytest.mark.parametrize(("rule", "case"), ALL_CASES)
def test_a_rule_finds_what_its_cases_say(rule: Rule, case: dict[str, Any]) -> None:
    found = found_by(rule, case["theory"], case.get("beside", {}))
    assert found == [tuple(expected) for expected in case["finds"]]


def test_the_help_of_each_rule_in_its_cases_is_kept(kept: Kept) -> None:
    lines = []
    for rule in RULES:
        found = (
            finding.help
            for case in _cases(rule.name).values()
            for finding in findings_of(rule, case["theory"], case.get("beside", {}))
        )
        lines += [f"{rule.code} {rule.name}", *(f"  {text}" for text in dict.fromkeys(found))]
    kept(CASES.with_name("help.txt"), "\n".join([*lines, ""]).encode())


@EACH_RULE
def test_a_rule_is_asked_in_each_of_its_cases_but_those_that_say_that_it_is_not(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    check = type(rule).check

    def noted(self: Rule, subject: Any) -> Iterator[Problem]:
        asked.append(subject)
        return check(self, subject)

    monkeypatch.setattr(type(rule), "check", noted)
    for case in _cases(rule.name).values():
        found_by(rule, case["theory"], case.get("beside", {}))
        assert bool(asked) is case.get("asked", True)
        asked.clear()


def test_every_rule_has_a_file_of_cases_and_every_file_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == set(BY_NAME)


@EACH_RULE
def test_a_rule_has_a_case_that_it_finds_and_one_that_it_does_not(rule: Rule) -> None:
    assert {bool(case["finds"]) for case in _cases(rule.name).values()} == {True, False}


@EACH_RULE
def test_the_example_of_a_rule_is_found_by_it(rule: Rule) -> None:
    assert found_by(rule, _example(rule, "## Example")) != []


@EACH_RULE
def test_what_a_rule_says_to_use_instead_is_not_found_by_it(rule: Rule) -> None:
    instead = _example(rule, "## Use instead")
    assert instead != ""
    assert found_by(rule, instead) == []


@EACH_RULE
def test_the_page_of_a_rule_has_its_headings_in_order(rule: Rule) -> None:
    assert re.findall(r"^## .*$", rule.explanation, re.MULTILINE) == HEADINGS


@EACH_RULE
def test_the_page_of_a_rule_begins_with_one_sentence_and_ends_with_its_source(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][^\n]{10,95}\.", rule.summary)
    assert len(rule.source) > 20


@EACH_RULE
def test_a_rule_is_in_the_file_of_its_name_and_the_family_of_its_code(rule: Rule) -> None:
    *_, family, module = type(rule).__module__.split(".")
    assert (module.replace("_", "-"), FAMILIES[rule.code[3]]) == (rule.name, family)


@EACH_RULE
def test_messages_are_worded_alike(rule: Rule) -> None:
    for case in _cases(rule.name).values():
        for _, _, message in case["finds"]:
            assert re.match(r"[a-z0-9]", message)
            assert not message.endswith(".")


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"TOC[1-8][0-9]{2}", code) for code in codes)
    assert len(BY_NAME) == len(RULES)


@EACH_RULE
def test_a_rule_follows_only_from_rules_that_matter_as_much(rule: Rule) -> None:
    causes = [BY_NAME[name] for name in rule.follows_from]
    assert all(cause.severity.rank <= rule.severity.rank for cause in causes)
    assert all(rule.name not in cause.follows_from for cause in causes)


def test_what_is_said_of_many_says_how_many() -> None:
    assert all("{count}" in rule.several for rule in RULES if rule.several)
