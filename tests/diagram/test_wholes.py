"""Pictures of wholes: frames and the arrows between them, parts, and theories nobody described."""

import pytest
from geometry import faults

from tocmodel.diagram import to_diagram
from tocmodel.diagram.frames import MOST_FRAMES
from tocmodel.diagram.model import Diagram
from tocmodel.fileformat.loading import loads
from tocmodel.layout import layout
from tocmodel.render.dot import dot
from tocmodel.render.mermaid import mermaid
from tocmodel.render.text import text

STAGES = """
tocmodel: 1
title: Two stages
groups:
  early: {title: Early years}
  school: {title: School years}
inputs:
  money: {title: Money, for: all}
  staff: {title: Staff, for: all}
  rooms: {title: Rooms, for: all}
interventions:
  visits: {title: Home visits, group: early}
  reading: {title: Reading aloud, group: early}
  tutors: {title: Tutors, group: school}
outcomes:
  talk: {title: Children talk, group: early, horizon: short}
  read: {title: Children read, group: school, horizon: short}
  words: {title: Children read words, part_of: read, group: school, horizon: short}
  books: {title: Children read books, part_of: read, group: school, horizon: short}
  stay: {title: Pupils stay on, group: school, horizon: long}
  job: {title: Young people find work, horizon: impact}
includes:
  others: {title: Three more zones, count: 3}
links:
  - visits -> talk
  - early -> school
  - school -> job
  - tutors -> words
  - read -> stay
  - others -> job
"""

SECTIONS = """
tocmodel: 1
title: Rows
groups: {early: {title: Early years}}
inputs: {money: {title: Money}, staff: {title: Staff}}
interventions: {visits: {title: Home visits}, tutors: {title: Tutors}}
outputs: {met: {title: Families are met}}
outcomes:
  talk: {title: Children talk, horizon: short}
  stay: {title: Pupils stay on, horizon: long}
links: [inputs -> interventions -> outcomes, met -> outcomes]
"""


def arrows(picture: Diagram) -> list[str]:
    return [arrow.description for arrow in picture.arrows]


def test_an_arrow_between_groups_joins_their_frames_and_says_something_in() -> None:
    picture = to_diagram(loads(STAGES))
    whole = [arrow for arrow in picture.arrows if arrow.from_whole or arrow.to_whole]
    assert [(arrow.from_, arrow.to, arrow.description) for arrow in whole] == [
        ("early", "school", "something in “Early years” leads to something in “School years”."),
        ("school", "job", "something in “School years” leads to “Young people find work”."),
        ("others", "job", "something in “Three more zones” leads to “Young people find work”."),
    ]
    assert len(picture.arrows) == 6
    assert ("arrow:whole", "At a frame or a whole: something in it") in [
        (entry.sample, entry.text) for entry in picture.legend
    ]


def test_a_collapsed_group_has_the_arrows_of_its_whole() -> None:
    picture = to_diagram(loads(STAGES), collapse=["early", "school"])
    assert [box.id for box in picture.boxes if box.kind == "group"] == ["early", "school"]
    assert [(arrow.from_, arrow.to) for arrow in picture.arrows] == [
        ("early", "school"),
        ("school", "job"),
        ("others", "job"),
    ]


def test_a_section_that_a_link_names_has_a_frame() -> None:
    picture = to_diagram(loads(SECTIONS))
    assert [(frame.id, frame.title) for frame in picture.clusters] == [
        ("inputs", "Inputs"),
        ("interventions", "Interventions"),
        ("outcomes", "Outcomes"),
    ]
    assert arrows(picture) == [
        "something in “Inputs” leads to something in “Interventions”.",
        "something in “Interventions” leads to something in “Outcomes”.",
        "“Families are met” leads to something in “Outcomes”.",
    ]


def test_inputs_for_all_are_one_arrow_where_a_frame_has_room_for_it() -> None:
    rows = SECTIONS.replace("Money}", "Money, for: all}").replace(
        "Staff}", "Staff, for: all}, rooms: {title: Rooms, for: all}"
    )
    used = [arrow for arrow in to_diagram(loads(rows)).arrows if arrow.kind == "uses"]
    assert [(arrow.from_, arrow.to, arrow.description) for arrow in used] == [
        ("inputs", "interventions", "all of “Inputs” is used by all of “Interventions”."),
    ]


def test_what_has_no_frame_to_start_at_is_said_below_the_picture() -> None:
    picture = to_diagram(loads(STAGES))
    assert picture.note == "Not drawn: all of “Inputs” is used by all of “Interventions”."
    assert "inputs" not in [frame.id for frame in picture.clusters]
    in_lanes = to_diagram(loads(STAGES), lanes="tier")
    assert "something in “Early years” leads to something in “School years”" in in_lanes.note


def test_parts_are_in_one_frame_with_what_they_are_part_of() -> None:
    picture = to_diagram(loads(STAGES))
    [frame] = [frame for frame in picture.clusters if frame.id == "read and its parts"]
    assert (frame.title, frame.parent) == ("Children read and its parts", "school")
    inside = [box.id for box in picture.boxes if box.cluster == frame.id]
    assert inside == ["read", "words", "books"]
    assert ("frame:parts", "Parts of the one that the frame names") in [
        (entry.sample, entry.text) for entry in picture.legend
    ]


def test_a_theory_that_nobody_described_has_a_box_that_says_so() -> None:
    picture = to_diagram(loads(STAGES))
    [box] = [box for box in picture.boxes if box.kind == "undescribed"]
    assert (box.text, [badge.text for badge in box.badges]) == (
        "Three more zones",
        ["3, not described"],
    )
    assert box.description == "Included theory. 3, not described."


@pytest.mark.parametrize("direction", ["left-to-right", "top-to-bottom"])
@pytest.mark.parametrize(
    "keys",
    [{}, {"collapse": ["early"]}, {"lanes": "group"}, {"show": ["outcomes"]}],
    ids=["frames", "one collapsed", "lanes", "outcomes"],
)
@pytest.mark.parametrize(
    "source",
    [
        STAGES,
        SECTIONS,
        STAGES.replace("early -> school", "school -> early"),
        STAGES.replace("school -> job", "job -> school"),
        STAGES.replace("early -> school", "early -> stay"),
        STAGES.replace("horizon: long", "horizon: impact"),
        STAGES.replace(
            "visits: {title: Home visits, group: early}", "visits: {title: Home visits}"
        ),
    ],
    ids=["stages", "sections", "back", "from a box", "to a box", "far", "fewer"],
)
def test_no_arrow_between_frames_runs_through_a_box(
    source: str, keys: object, direction: str
) -> None:
    theory = loads(source)
    picture = to_diagram(theory, direction=direction, **keys)  # type: ignore[arg-type]
    scene = layout(picture)
    assert faults(scene) == []
    drawn = {group.ends for group in scene.groups if group.role == "arrow"}
    assert drawn == {(arrow.from_, arrow.to) for arrow in picture.arrows}


def test_other_formats_have_the_arrows_of_wholes_too() -> None:
    picture = to_diagram(loads(STAGES))
    assert "From something in a whole" in text(picture)
    assert "    -> leads to something in School years" in text(picture)
    assert "  n_early --> n_school" in mermaid(picture)
    assert 'ltail="cluster_interventions::early", lhead="cluster_interventions::school"' in dot(
        picture
    )


def nested(kind: str, depth: int) -> str:
    """Return a theory with outcomes in so many frames of groups, or of parts."""
    head = "tocmodel: 1\ntitle: Deep\n"
    if kind == "parts":
        inner = (f"  o{n}: {{title: O{n}, part_of: o{n - 1}}}\n" for n in range(1, depth + 1))
        return f"{head}outcomes:\n  o0: {{title: O0}}\n{''.join(inner)}"
    groups = (f"  g{n}: {{title: G{n}, group: g{n - 1}}}\n" for n in range(1, depth))
    outcomes = (f"  o{n}: {{title: O{n}, group: g{n}}}\n" for n in range(depth))
    named = f"groups:\n  g0: {{title: G0}}\n{''.join(groups)}"
    return f"{head}{named}outcomes:\n{''.join(outcomes)}"


NAMES = {"groups": "g{}", "parts": "o{} and its parts"}
TOO_DEEP = (
    "Groups and parts are drawn 12 frames deep; what is deeper is in the innermost of these frames."
)


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize(
    ("depth", "note"), [(MOST_FRAMES, ""), (MOST_FRAMES + 1, TOO_DEEP), (1_200, TOO_DEEP)]
)
def test_what_is_deeper_than_the_frames_drawn_is_in_the_innermost(
    kind: str, depth: int, note: str
) -> None:
    picture = to_diagram(loads(nested(kind, depth)), layout="stages")
    names = [NAMES[kind].format(n) for n in range(MOST_FRAMES)]
    frames = [(frame.id, frame.parent) for frame in picture.clusters]
    around = {box.id: box.cluster for box in picture.boxes}
    assert (frames, picture.note) == (list(zip(names, ["", *names], strict=False)), note)
    assert around == {f"o{n}": names[min(n, MOST_FRAMES - 1)] for n in range(len(around))}
    assert len(around) == depth + (kind == "parts")
    assert dot(picture).count("style=rounded") == MOST_FRAMES
