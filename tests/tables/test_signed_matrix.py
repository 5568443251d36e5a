"""The links of a theory as a table of signs."""

from tests.support.signed_maps import signed_map
from tocmodel import draw_matrix, loads, to_diagram
from tocmodel.diagram.region_members import region_members
from tocmodel.render.matrix_csv import matrix_csv
from tocmodel.tables.signed_matrix import signed_matrix

THEORY = loads(
    """
tocmodel: 1
title: Rent
kind: system-map
factors:
  rents: {title: Rents}
  stay: {title: Families who stay}
  trust: {title: Trust}
  rain: {title: Rain}
links:
- {from: rents, to: stay, effect: decreases}
- {from: stay, to: trust, kind: mutual, effect: increases, effect_back: unknown}
- {from: rain, to: trust, kind: association}
- {from: rents, to: trust, effect: increases}
- {from: rents, to: trust, effect: disputed}
"""
)


def test_a_cell_has_the_sign_of_each_link_from_its_row_to_its_column() -> None:
    rows = matrix_csv(signed_matrix(THEORY)).decode("utf-8-sig").splitlines()
    assert rows == [
        '"Cause","Families who stay","Trust"',
        '"Rents","-","both: + ±"',
        '"Families who stay","","+"',
        '"Trust","?",""',
    ]


def test_the_note_says_what_the_signs_in_use_mean() -> None:
    note = signed_matrix(THEORY).note
    assert "nobody knows the direction" in note
    assert "people disagree" in note
    assert "in no one direction" not in note


GROUPED = """
tocmodel: 1
title: Rent
kind: system-map
groups: {home: {title: Home}, street: {title: Street}}
factors:
  trust: {title: Trust, group: street}
  rents: {title: Rents, group: home}
  litter: {title: Litter, group: street}
  rain: {title: Rain}
links:
- {from: rain, to: litter}
- {from: rents, to: trust, effect: decreases}
- {from: litter, to: trust, effect: decreases}
"""


def test_elements_of_a_region_stand_together_under_its_name() -> None:
    rows = matrix_csv(signed_matrix(loads(GROUPED))).decode("utf-8-sig").splitlines()
    assert rows == [
        '"","","Street","Street"',
        '"","Cause","Trust","Litter"',
        '"Street","Litter","-",""',
        '"Home","Rents","-",""',
        '"In no region","Rain","","+"',
    ]


def test_regions_that_nobody_named_are_those_of_the_map_and_said_to_be_found() -> None:
    theory = signed_map(40, 70)
    matrix, picture = signed_matrix(theory), to_diagram(theory)
    names = {id_: region.title for region, ids in region_members(picture) for id_ in ids}
    assert {row.id: row.part_of for row in matrix.rows} == {
        row.id: names[row.id] for row in matrix.rows
    }
    assert "Regions: found by the program" in matrix.note
    assert draw_matrix(matrix).scene.page == "A3"
    assert draw_matrix(signed_matrix(signed_map(100, 300))).scene.page == "A2"
