"""Every value comes back from a cell as what it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import numbers, texts

from tocmodel.conversion.workbook.cells import cell_of, value_of
from tocmodel.conversion.workbook.columns import SheetColumn, Takes
from tocmodel.workbook import CellKind, TypedCell

odd = texts | st.text(st.sampled_from('"\\;+ \nab#12yes'), max_size=12)
"""Texts with everything that means something in a cell."""

OWN = SheetColumn(path=("fields", "x"), heading="X", takes=Takes.OWN)
TEXT = SheetColumn(path=("x",), heading="X")
SEVERAL = SheetColumn(path=("x",), heading="X", depth=1)
ALTERNATIVES = SheetColumn(path=("x",), heading="X", depth=2)


def again(column: SheetColumn, value: Any) -> Any:
    """Return a value after it was in a cell."""
    held = cell_of(column, value)
    kind = CellKind.TEXT if isinstance(held, str) else CellKind.NUMBER
    return value_of(column, TypedCell(1, 1, str(held), kind))


@given(odd | st.booleans() | numbers)
def test_a_value_in_a_column_of_ones_own_stays_what_it_is(value: str | float) -> None:
    found = again(OWN, value)
    assert found == value
    assert isinstance(found, str | bool) is isinstance(value, str | bool)


@given(odd.filter(bool))
def test_a_text_stays_as_it_is(text: str) -> None:
    assert again(TEXT, text) == text


@given(st.lists(odd, max_size=3))
def test_several_values_stay_several(values: list[str]) -> None:
    assert again(SEVERAL, values) == values


@given(st.lists(st.lists(odd, min_size=1, max_size=3), min_size=1, max_size=3))
def test_alternatives_stay_apart(values: list[list[str]]) -> None:
    assert again(ALTERNATIVES, values) == values


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        ("4.20", "4.20"),
        ("010", "010"),
        ("Yes", True),
        ('"yes"', "yes"),
        ('"Hello"', '"Hello"'),
        ("2019-06-14", "2019-06-14"),
    ],
)
def test_what_people_type_in_a_column_of_their_own_is_read_as_in_a_file(
    cell: str, value: object
) -> None:
    assert value_of(OWN, TypedCell(1, 1, cell)) == value


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("Peabody; Pembury residents", ["Peabody", "Pembury residents"]),
        ("Peabody\nPembury residents;", ["Peabody", "Pembury residents"]),
        ('"a; b"; 5" pipe', ["a; b", '5" pipe']),
        (" ; ", []),
    ],
)
def test_several_values_are_separated_by_semicolons_or_lines(cell: str, values: list[str]) -> None:
    assert value_of(SEVERAL, TypedCell(1, 1, cell)) == values
