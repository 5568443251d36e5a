"""Titles at the ends of links, in place of ids."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from strategies import theories

from tocmodel import check, diff, dumps, explain, from_data, load, loads
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.ids.known_ids import KnownIds
from tocmodel.fileformat.loading import read, reads
from tocmodel.fileformat.migration import migrate

HEAD = """\
tocmodel: 1
title: Visits
interventions:
  home-visits: {title: Home visits}
  club: {title: "Club (Years 7 - 9, > 2 evenings)"}
outcomes:
  ask-early: {title: Families ask for help early, who: families}
  move: {title: "Families move from A -> B", who: families}
  cafe: {title: Families meet at the café, who: families}
  club-open: {title: home-visits, who: families}
links:
"""

SAME = {
    "a chain": ("Home visits -> Families ask for help early", "home-visits -> ask-early"),
    "a chain of three": (
        "Home visits -> ask-early -> Families meet at the café",
        "home-visits -> ask-early -> cafe",
    ),
    "other case": ("HOME VISITS -> families ask for help early", "home-visits -> ask-early"),
    "other spaces": ("Home\u00a0 visits->Families ask  for help early", "home-visits -> ask-early"),
    "a full stop": ("Home visits -> Families ask for help early.", "home-visits -> ask-early"),
    "an accent in two characters": (
        "Home visits -> Families meet at the cafe\u0301",
        "home-visits -> cafe",
    ),
    "a hyphen and a sign in a title": (
        '"Club (Years 7 - 9, > 2 evenings) -> ask-early"',
        "club -> ask-early",
    ),
    "an id wins over a title": ("home-visits -> cafe", "home-visits -> cafe"),
    "ends of a link": (
        "{from: Home visits, to: Families ask for help early, because: they are known}",
        "{from: home-visits, to: ask-early, because: they are known}",
    ),
    "a title with an arrow, written out": (
        '{from: Home visits, to: "families move from  A -> B", because: x}',
        "{from: home-visits, to: move, because: x}",
    ),
    "lists at the ends": (
        "{from: [Home visits, club], to: [Families meet at the café, ask-early], because: x}",
        "{from: [home-visits, club], to: [cafe, ask-early], because: x}",
    ),
}


@pytest.mark.parametrize(("titles", "ids"), SAME.values(), ids=SAME.keys())
def test_a_link_with_titles_is_the_same_link_with_ids(titles: str, ids: str) -> None:
    by_title, by_id = (loads(f"{HEAD}  - {link}\n") for link in (titles, ids))
    assert by_title == by_id
    assert dumps(by_title) == dumps(by_id)
    assert list(diff(by_title, by_id)) == []


@settings(max_examples=15)
@given(theories())
def test_any_theory_with_titles_at_the_ends_of_its_links_is_the_same(theory: Any) -> None:
    data = to_data(theory)
    known = KnownIds(data, {})
    titles = {ids[0]: title for title, ids in known.titles.items() if len(ids) == 1}
    titled = {id_: title for id_, title in titles.items() if known.end_meant(title) == id_}
    written = [_with_titles(link, titled) for link in data.get("links", [])]
    assert from_data({**data, "links": written}) == from_data(data)


def _with_titles(link: Any, titles: dict[str, str]) -> Any:
    if isinstance(link, str):
        in_chain = {id_: title for id_, title in titles.items() if "->" not in title}
        return " -> ".join(in_chain.get(name, name) for name in link.split(" -> "))
    return {**link, **{key: _titled(link[key], titles) for key in ("from", "to")}}


def _titled(end: Any, titles: dict[str, str]) -> Any:
    if isinstance(end, list):
        return [_titled(id_, titles) for id_ in end]
    return titles.get(end, end)


def test_titles_in_plain_data_are_read_as_in_a_file() -> None:
    data: dict[str, Any] = {
        "tocmodel": 1,
        "title": "T",
        "outcomes": {"a": {"title": "Ready"}, "b": {"title": "Well"}},
        "links": ["Ready -> Well"],
    }
    assert [(link.from_, link.to) for link in from_data(data).links] == [("a", "b")]
    assert data["links"] == ["Ready -> Well"]


def test_a_title_in_an_included_theory_names_its_element(tmp_path: Path) -> None:
    zone = "tocmodel: 1\ntitle: Zone\noutcomes: {ready: {title: Children are ready}}\n"
    (tmp_path / "zone.toc.yaml").write_text(zone)
    town = tmp_path / "town.toc.yaml"
    town.write_text(
        "tocmodel: 1\ntitle: Town\nincludes: {zone: {title: Zone, file: zone.toc.yaml}}\n"
        "outcomes: {well: {title: Well}}\nlinks: [Children are ready -> Well]\n"
    )
    assert [(link.from_, link.to) for link in load(town).links] == [("zone/ready", "well")]


def test_a_title_that_the_theory_and_an_included_one_have_is_not_guessed(tmp_path: Path) -> None:
    zone = "tocmodel: 1\ntitle: Zone\noutcomes: {ready: {title: Ready}}\n"
    (tmp_path / "zone.toc.yaml").write_text(zone)
    town = tmp_path / "town.toc.yaml"
    town.write_text(
        "tocmodel: 1\ntitle: Town\nincludes: {zone: {title: Zone, file: zone.toc.yaml}}\n"
        "outcomes: {own: {title: Ready}, well: {title: Well}}\nlinks: [Ready -> Well]\n"
    )
    [finding] = read(town).findings
    assert (finding.code, finding.message, finding.help) == (
        "TOC011",
        "'Ready' is the title of 'own' and 'zone/ready'",
        "write the id that is meant: own or zone/ready",
    )


@pytest.mark.parametrize(
    ("link", "end", "columns"),
    [
        ("Home visits -> Families ask for help early", "from", (5, 16)),
        ("Home visits -> Families ask for help early", "to", (20, 47)),
        ('"Home visits -> Families ask for help early"', "to", (21, 48)),
        ("{from: Home visits, to: Families ask for help early}", "to", (29, 56)),
        ("{from: [club, Home visits], to: ask-early}", "from", (19, 30)),
    ],
)
def test_an_end_of_a_link_is_located_where_its_title_is(
    link: str, end: str, columns: tuple[int, int]
) -> None:
    document = reads(f"{HEAD}  - {link}\n")
    assert document.theory is not None
    place = len(document.theory.links) - 1
    span = document.locate(("links", place, end))
    assert (span.line, span.column, span.end_column) == (12, *columns)


def test_a_finding_about_a_link_with_titles_is_on_its_line() -> None:
    found = check(reads(f"{HEAD}  - Home visits -> Families ask for help early\n"))
    [finding] = [item for item in found if item.code == "TOC204"]
    assert finding.span is not None
    assert finding.span.line == 12


def test_explain_names_a_cause_that_was_written_by_its_title() -> None:
    theory = loads(f"{HEAD}  - Home visits -> Families ask for help early\n")
    assert [cause.id for cause in explain(theory, "ask-early").causes] == ["home-visits"]


def test_a_change_of_the_file_leaves_its_titles_as_they_are() -> None:
    text = (
        f"{HEAD}  - Home visits -> Families ask for help early  # ours\n"
        "frameworks: value-creation-2011\n"
        "spaces: {circle: {title: Circle}}\n"
        "value_creation: {joy: {title: Joy, cycle: reframing, space: circle}}\n"
    )
    changed = migrate(reads(text), "value-creation", {"joy": "transformative"}).text
    assert "  - Home visits -> Families ask for help early  # ours\n" in changed
    assert loads(changed).links == loads(text).links
