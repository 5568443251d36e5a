"""What a claim rests on, from what its file says of it."""

from typing import Any

import pytest

from tocmodel import TheoryOfChange, dumps, loads
from tocmodel.model import SECTIONS, Agreement, HasOrigin, Include, Link

FAMILIES = {"with": ["families"], "on": "2024-03"}


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ({}, "not-said"),
        ({"origin": "stated"}, "stated"),
        ({"origin": "listed"}, "listed"),
        ({"origin": "inferred"}, "inferred"),
        ({"origin": "drafted"}, "drafted"),
        ({"source": "plan"}, "stated"),
        ({"drafted_by": "an assistant"}, "drafted"),
        ({"drafted_by": "an assistant", "source": "plan"}, "drafted"),
        ({"origin": "inferred", "source": "plan"}, "inferred"),
        ({"agreed": FAMILIES}, "agreed"),
        ({"origin": "inferred", "agreed": FAMILIES}, "agreed"),
        ({"origin": "drafted", "agreed": FAMILIES}, "agreed"),
        ({"origin": "stated", "agreed": FAMILIES}, "stated"),
        ({"origin": "listed", "agreed": FAMILIES}, "listed"),
        ({"origin": "inferred", "agreed": {"with": []}}, "inferred"),
    ],
)
def test_a_claim_rests_on_what_is_said_of_it(said: dict[str, Any], standing: str) -> None:
    assert HasOrigin(**said).standing == standing


def test_inferred_and_drafted_claims_alone_are_not_told() -> None:
    told = {standing for standing in type(HasOrigin().standing) if standing.is_attested}
    assert told == {"stated", "listed", "agreed", "not-said"}


@pytest.mark.parametrize(
    ("said", "confirmed"),
    [
        ({}, True),
        ({"origin": "inferred"}, True),
        ({"origin": "drafted"}, False),
        ({"origin": "stated", "drafted_by": "an assistant"}, False),
        ({"origin": "drafted", "agreed": FAMILIES}, True),
    ],
)
def test_what_a_program_drafted_is_confirmed_by_agreement(
    said: dict[str, Any], confirmed: bool
) -> None:
    assert HasOrigin(**said).is_confirmed is confirmed


def test_these_claims_say_where_they_come_from() -> None:
    names = {name for name, kind in SECTIONS.items() if issubclass(kind, HasOrigin)}
    assert names == {
        "conditions",
        "factors",
        "mechanisms",
        "assumptions",
        "risks",
        "value_creation",
        "loops",
    }
    assert issubclass(Link, HasOrigin)


def test_an_agreement_is_read_and_written_as_any_reader_of_yaml_reads_it() -> None:
    text = """\
tocmodel: 1
title: T
partners:
  families:
    title: Families
conditions:
  rent:
    title: Rent
    origin: drafted
    drafted_by: an assistant
    agreed:
      with:
      - families
      'on': 2024-03
"""
    theory = loads(text)
    assert theory.conditions["rent"].agreed == Agreement(with_=("families",), on="2024-03")
    assert dumps(theory) == text


def test_partners_and_sources_of_an_included_theory_keep_their_names() -> None:
    inner = TheoryOfChange(
        title="Harbour",
        sources={"plan": {"title": "Plan"}},
        partners={"families": {"title": "Families"}},
        conditions={"rent": {"title": "Rent", "source": "plan", "agreed": FAMILIES}},
    )
    include = Include(id="harbour", title="H", file="h", theory=inner)
    rent = TheoryOfChange(title="Town", includes=[include]).whole.conditions["harbour/rent"]
    assert (rent.source, rent.agreed) == (
        "harbour/plan",
        Agreement(with_=("harbour/families",), on="2024-03"),
    )
