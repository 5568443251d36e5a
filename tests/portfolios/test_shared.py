"""What theories share: matched by title or by id, and never by a guess."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.model import TheoryOfChange
from tocmodel.portfolios.model import ComparedEntry, PortfolioRow
from tocmodel.portfolios.run import portfolio
from tocmodel.portfolios.shared import alone, folded, shared_entries

CASES = yaml.safe_load("""\
the same title:
  theories: [{visits: Home visits}, {home: "home  visits."}]
  shared: [[Home visits, title, [0, 1]]]
  alone: []
the same id:
  theories: [{visits: Home visits}, {visits: Visits by friends}]
  shared: [[Home visits, id, [0, 1]]]
  alone: []
both, with a third that has only the id:
  theories: [{visits: Home visits}, {visits: Home visits}, {visits: Visits to museums}]
  shared: [[Home visits, title, [0, 1]], [Home visits, id, [0, 1, 2]]]
  alone: []
the same twice in one theory:
  theories: [{a: Home visits, b: Home visits}, {c: Clubs}]
  shared: []
  alone: [a, b, c]
nothing:
  theories: [{visits: Home visits}, {clubs: Clubs}, {}]
  shared: []
  alone: [visits, clubs]
the most widely shared first:
  theories: [{a: Clubs, b: Visits}, {c: Visits, d: Clubs}, {e: Visits}]
  shared: [[Visits, title, [0, 1, 2]], [Clubs, title, [0, 1]]]
  alone: []
""")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_shared_and_what_is_not(case: dict[str, list[list[object]]]) -> None:
    rows = [
        row({"interventions": {id_: {"title": title} for id_, title in theory.items()}})
        for theory in case["theories"]
    ]
    found = shared_entries(rows)
    assert [[one.title, one.matched_by.value, list(one.entries)] for one in found] == case["shared"]
    assert [one.id for entries in alone(rows).values() for one in entries] == case["alone"]


def row(sections: dict[str, object]) -> PortfolioRow:
    return portfolio(TheoryOfChange(title="Zone", **sections)).rows[0]  # type: ignore[arg-type]


def test_sections_are_compared_apart() -> None:
    entry = {"calm": {"title": "Mornings are calm"}}
    assert shared_entries([row({"outcomes": entry}), row({"conditions": entry})]) == ()


def test_what_differs_is_named_also_where_only_some_state_it() -> None:
    one = {"title": "Children are ready", "horizon": "short", "level": "child"}
    other = {"title": "Children are ready", "level": "child"}
    (found,) = shared_entries([row({"outcomes": {"a": one}}), row({"outcomes": {"b": other}})])
    assert found.differing == ("horizon",)


def test_figures_of_an_indicator_stand_in_words_with_their_status() -> None:
    figures = {"unit": "percent", "better": "lower", "baseline": {"value": 30, "of": 400}}
    absent = {"title": "Absent", **figures, "target": {"value": 18, "of": 400}}
    seen = {**absent, "observations": [{"value": 21, "of": 410}]}
    (found,) = shared_entries(
        [row({"indicators": {"a": absent}}), row({"indicators": {"a": seen}})]
    )
    assert found.differing == ("status", "latest")
    facts = [dict(entry.facts) for entry in found.entries.values()]
    assert [each["status"] for each in facts] == ["no data yet", "on the way, 75% of it"]
    assert facts[1]["latest"] == "21% of 410"


titles = st.lists(st.sampled_from(["Visits", "visits", "Clubs", "Meals"]), max_size=4)


@given(st.lists(titles, max_size=4))
def test_everything_is_either_shared_or_alone_or_twice_in_one(theories: list[list[str]]) -> None:
    rows = [
        PortfolioRow(
            file=str(place),
            entries=tuple(
                ComparedEntry(section="outcomes", id=f"{place}-{number}", title=title)
                for number, title in enumerate(found)
            ),
        )
        for place, found in enumerate(theories)
    ]
    shared = {folded(one.title): set(one.entries) for one in shared_entries(rows)}
    for place, entries in alone(rows).items():
        own = {folded(entry.title) for entry in entries}
        for entry in rows[place].entries:
            title = folded(entry.title)
            assert (title in own) != (place in shared.get(title, ()))
