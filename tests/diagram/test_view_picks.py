"""Views that pick wholes, what they lead to, or leave elements out."""

from typing import Any

import pytest

from tocmodel.analysis.view_filter import where_faults
from tocmodel.checks import check
from tocmodel.diagram import to_diagram
from tocmodel.fileformat.loading import loads
from tocmodel.model import TheoryOfChange, View

ZONES = """
tocmodel: 1
title: A town
groups:
  early: {title: Early years}
  school: {title: School years}
interventions:
  visits: {title: Home visits, group: early, tags: now}
  reading: {title: Reading aloud, group: early, tags: later}
  tutors: {title: Tutors, group: school}
outcomes:
  talk: {title: Children talk, group: early}
  read: {title: Children read, group: school}
  job: {title: Young people find work}
  sing: {title: Children sing}
includes:
  others: {title: Three more zones, count: 3}
links:
  - visits -> talk
  - early -> school
  - tutors -> read -> job
  - others -> sing
"""


def boxes(**keys: Any) -> list[str]:
    return [box.id for box in to_diagram(loads(ZONES), **keys).boxes]


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ({"focus": "early"}, "visits reading tutors talk read job"),
        ({"focus": "early", "downstream": 1}, "visits reading tutors talk read"),
        ({"focus": "early", "downstream": 0}, "visits reading talk"),
        ({"focus": "school", "upstream": 1, "downstream": 0}, "visits reading tutors talk read"),
        ({"focus": "read", "downstream": 0}, "visits reading tutors talk read"),
        ({"focus": "talk"}, "visits tutors talk read job"),
        ({"focus": "others"}, "others sing"),
        ({"focus": "sing"}, "others sing"),
        ({"why": "school"}, "visits reading tutors talk read"),
        ({"why": "early"}, "visits reading talk"),
        ({"where": {"group": ["early"]}}, "visits reading talk"),
        ({"where": {"group": ["early"]}, "with": "effects"}, "visits reading tutors talk read job"),
        ({"where": {"group": ["school"]}, "with": "causes"}, "visits reading tutors talk read"),
        ({"where": {"id": ["read"]}, "with": "neighbours"}, "visits reading tutors talk read job"),
        ({"where": {"id": ["visits"]}, "with": "neighbours"}, "visits tutors talk read"),
        ({"leave_out": {"tags": ["later"]}}, "visits tutors others talk read job sing"),
        ({"leave_out": {"group": ["early", "school"]}}, "others job sing"),
        ({"leave_out": {"group": ["school"]}, "hide_unlinked": True}, "visits talk others sing"),
        ({"show": ["outcomes"], "hide_unlinked": True}, "talk read others job sing"),
    ],
    ids=str,
)
def test_a_view_shows_what_its_keys_pick(keys: dict[str, Any], seen: str) -> None:
    assert sorted(boxes(**keys)) == sorted(seen.split())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("level: [chld]", ("view-filter-unknown", ("views", "v", "leave_out", "level", 0))),
        ("tags: [never]", ("view-filter-unused", ("views", "v", "leave_out", "tags", 0))),
    ],
)
def test_a_mistake_in_what_a_view_leaves_out_is_found_at_its_place(
    words: str, found: tuple[str, Any]
) -> None:
    text = f"{ZONES}views:\n  v: {{title: V, leave_out: {{{words}}}}}\n"
    seen = [item for item in check(loads(text)) if item.rule.startswith("view-filter")]
    assert [(item.rule, item.pointer) for item in seen] == [found]


def test_an_arrow_of_a_whole_that_is_not_shown_is_not_missed() -> None:
    picture = to_diagram(loads(ZONES), leave_out={"group": ["school"]})
    assert picture.note == ""


def test_a_filter_that_a_view_lacks_has_no_mistakes() -> None:
    assert list(where_faults(TheoryOfChange(title="T"), View(title="V"), {})) == []
