"""Problems: what is told, in which order, how much, and with which libraries."""

import datetime
import math
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pytest

from tocmodel.diagnostics import Problem
from tocmodel.schema import is_valid, problems, unknown_keys, validate

HEAD = {"tocmodel": 1, "title": "T"}
WARNING = "did you mean 'warning'?"


def outcomes(number: int, **body: Any) -> dict[str, Any]:
    return {f"outcome-{place}": {"title": "O", **body} for place in range(number)}


def test_a_problem_has_an_address_and_says_whether_the_key_is_meant() -> None:
    data = HEAD | {"outcomes": {"a": {"tiel": "A", "horizon": "medum"}, "B": {"title": "B"}}}
    assert problems(data) == [
        Problem(
            message="no key 'tiel' in an outcome; did you mean 'title'?",
            pointer=("outcomes", "a", "tiel"),
            key=True,
        ),
        Problem(
            message="'horizon' is 'medum', which is not one of short, medium, long, impact; "
            "did you mean 'medium'?",
            pointer=("outcomes", "a", "horizon"),
        ),
        Problem(
            message="'B' cannot be a key here; an id is lower-case words joined by hyphens, "
            "such as school-ready; did you mean 'b'?",
            pointer=("outcomes", "B"),
            key=True,
        ),
    ]


def test_what_is_missing_is_told_at_the_key_of_the_entry() -> None:
    assert problems(HEAD | {"outcomes": {"a": {}}}) == [
        Problem(
            message="outcome 'a' has no 'title'",
            pointer=("outcomes", "a"),
            help="add 'title': the change, as it will be seen",
            key=True,
        )
    ]


def test_one_place_has_one_problem() -> None:
    too_long_and_no_id = "A " * 300
    data = HEAD | {"outcomes": {"a": {"title": "A", "group": too_long_and_no_id}}}
    assert [problem.pointer for problem in problems(data)] == [("outcomes", "a", "group")]


def test_a_long_text_is_cut_short_in_a_message() -> None:
    [problem] = problems(HEAD | {"outcomes": {"a": {"title": "A", "horizon": "x" * 10**6}}})
    assert len(problem.message) < 200


def test_a_problem_far_down_a_long_list_keeps_its_place() -> None:
    links: list[Any] = ["a -> b"] * 500
    links[321] = {"from": "a", "to": "b", "effect": "none"}
    links[432] = "a"
    assert [problem.pointer for problem in problems(HEAD | {"links": links})] == [
        ("links", 321, "effect"),
        ("links", 432),
    ]


def test_an_id_that_looks_like_a_number_is_an_id() -> None:
    data = HEAD | {"outcomes": {"03": {"title": ""}, "3": {"title": ""}, "x": {"title": ""}}}
    assert [problem.pointer[1] for problem in problems(data)] == ["03", "3", "x"]


def test_problems_stand_in_the_order_of_the_file() -> None:
    data = {"views": {"v": {"show": "x", "title": ""}}, "outcomes": {"b": {}, "a": {}}} | HEAD
    assert [problem.pointer for problem in problems(data)] == [
        ("views", "v", "show"),
        ("views", "v", "title"),
        ("outcomes", "b"),
        ("outcomes", "a"),
    ]


def test_a_file_in_which_all_is_wrong_is_told_in_two_hundred_problems() -> None:
    found = problems(HEAD | {"outcomes": outcomes(1000, horizon="soon")})
    assert len(found) == 201
    assert found[-1] == Problem(message="there are more problems; these are the first 200")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (math.nan, "'title' has a value that no file can hold: nan (float)"),
        (datetime.date(2018, 9, 1), "'title' has a value that no file can hold"),
        ({1: "x"}, "a key of 'title' is not text: 1"),
        ({"\ud800": "x"}, "a key of 'title' is not text"),
        (("a", "b"), "'title' has a value that no file can hold: ('a', 'b') (tuple)"),
    ],
)
def test_what_no_file_can_hold_is_told_too(value: object, message: str) -> None:
    [problem] = problems({"tocmodel": 1, "title": value})
    assert problem.message.startswith(message)
    assert problem.pointer == ("title",)


def test_very_deep_nesting_is_told() -> None:
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    assert not is_valid(HEAD | {"notes": deep})
    assert "nested more than 100 levels deep" in problems(HEAD | {"notes": deep})[0].message


@pytest.mark.parametrize(
    "data",
    [
        HEAD,
        HEAD | {"outcomes": outcomes(3)},
        HEAD | {"outcomes": outcomes(3, horizon="soon"), "links": ["a"]},
        {"title": "T"},
        [],
        HEAD | {"summary": math.inf},
    ],
)
def test_the_answer_is_the_same_without_jsonschema_rs(
    data: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_it = problems(data), is_valid(data)
    monkeypatch.setattr(validate, "_gate", lambda name: None)
    assert (problems(data), is_valid(data)) == with_it


def test_should_the_engines_differ_a_broken_file_is_still_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tocmodel.schema.explain.explain", lambda *_: [])
    [problem] = problems({"tocmodel": 1, "title": ""})
    assert problem.pointer == ("title",)


def test_a_valid_file_needs_no_jsonschema() -> None:
    script = (
        "import sys; from tocmodel.schema import problems;"
        "assert problems({'tocmodel': 1, 'title': 'T'}) == [];"
        "print([name for name in ('jsonschema', 'referencing') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout == "[]\n"


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        ({}, []),
        ({"select": ["TOC2"], "severity": {"no-goal": "advice"}, "fail_on": "never"}, []),
        (
            {"ignored": []},
            ["no key 'ignored' in a configuration of tocmodel; did you mean 'ignore'?"],
        ),
        (
            {"severity": {"TOC204": "warn"}},
            ["'TOC204' is 'warn', which is not one of error, warning, advice; " + WARNING],
        ),
        ({"select": 3}, ["'select' is a number (3) where text or a list is expected"]),
    ],
)
def test_a_configuration_is_explained_in_the_same_way(data: Any, messages: list[str]) -> None:
    assert [problem.message for problem in problems(data, "config")] == messages


def test_a_framework_is_explained_in_the_same_way() -> None:
    dimension = {"title": "Cycle", "classifies": ["values"], "categories": {}}
    data = {"tocmodel_framework": 1, "id": "f", "dimensions": {"cycle": dimension}}
    assert [problem.pointer for problem in problems(data, "framework")] == [
        (),
        ("dimensions", "cycle", "classifies", 0),
        ("dimensions", "cycle", "categories"),
    ]


def theory_with_unknown_keys(number: int) -> dict[str, object]:
    return {"tocmodel": 1, "title": "T", **{f"key-{place}": 1 for place in range(number)}}


@pytest.mark.parametrize(("unknown", "reported", "rest"), [(200, 200, 0), (201, 200, 1)])
def test_so_many_unknown_keys_are_reported_and_no_more(
    unknown: int, reported: int, rest: int
) -> None:
    messages = [problem.message for problem in problems(theory_with_unknown_keys(unknown))]
    assert messages == [
        *(f"no key 'key-{place}' in a theory of change" for place in range(reported)),
        *["there are more problems; these are the first 200"] * rest,
    ]


def test_no_more_unknown_keys_are_explained_than_are_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_up: list[str] = []
    written_elsewhere = unknown_keys._is_written_elsewhere

    def counted(key: str, known: Iterable[str]) -> bool:
        looked_up.append(key)
        return written_elsewhere(key, known)

    monkeypatch.setattr(unknown_keys, "_is_written_elsewhere", counted)
    problems(theory_with_unknown_keys(1_000))
    few = len(looked_up)
    problems(theory_with_unknown_keys(4_000))
    assert (few > 0, len(looked_up) - few) == (True, few)


@pytest.mark.parametrize("place", [0, 999, 1_000, 2_499])
def test_a_mistake_is_found_wherever_it_is_in_a_long_section(place: int) -> None:
    links: list[object] = ["a -> b"] * 2_500
    links[place] = {"from": "a", "to": "b", "becuase": "it is so"}
    ids = {f"o{number}": {"title": "O", "horizon": "short"} for number in range(2_500)}
    wrong = {**ids, f"o{place}": {"title": "O", "horizon": "shrt"}}
    found = problems({"tocmodel": 1, "title": "T", "outcomes": wrong, "links": links})
    assert [problem.pointer for problem in found] == [
        ("outcomes", f"o{place}", "horizon"),
        ("links", place, "becuase"),
    ]
