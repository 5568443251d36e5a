"""The links of a theory as a table of signs."""

from tocmodel import loads
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
