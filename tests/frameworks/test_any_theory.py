"""Frameworks give an answer for any theory with any classification."""

from typing import Any

from attrs import evolve
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from strategies import theories

from tocmodel.analysis.coverage import coverage
from tocmodel.checks import check
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import loads
from tocmodel.frameworks import FRAMEWORKS, find_framework
from tocmodel.model import ELEMENT_SECTIONS, TheoryOfChange
from tocmodel.tables.coverage import to_matrix

ADDRESSES = {
    name: ["nothing-like-it", *find_framework(name).categories, "belonging/make-friends", "a/b"]
    for name in FRAMEWORKS
}


@st.composite
def classified(draw: st.DrawFn) -> TheoryOfChange:
    """Draw a random theory with elements classified at random by a framework."""
    theory: Any = draw(theories())
    name = draw(st.sampled_from(FRAMEWORKS))
    some = st.lists(st.sampled_from(ADDRESSES[name]), max_size=3).map(tuple)
    sections = {
        section: {
            id_: evolve(element, classified_as={name: draw(some)})
            for id_, element in getattr(theory, section).items()
        }
        for section in ELEMENT_SECTIONS
    }
    return evolve(theory, frameworks=(name,), **sections)


@given(classified())
@settings(max_examples=10, phases=[Phase.generate])  # making them small takes minutes
def test_coverage_and_checks_agree(theory: TheoryOfChange) -> None:
    (name,) = theory.frameworks
    found = coverage(theory, name)
    assert coverage(loads(dumps(theory)), name).rows == found.rows
    for row in found.rows:
        standing = {*row.classified, *row.by_field}
        assert standing <= set(row.gathered) <= set(theory.elements)
        assert row.is_gap == (row.category.id in found.gaps)
    assert len(found.gaps) + found.covered == len(found.sought)
    for heat in (False, True):
        matrix = to_matrix(found, heat=heat)
        rows, columns = ({item.id for item in side} for side in (matrix.rows, matrix.columns))
        assert all(cell.row in rows and cell.column in columns for cell in matrix.cells)
    assert all(finding.message for finding in check(theory, select=["TOC6"]))
