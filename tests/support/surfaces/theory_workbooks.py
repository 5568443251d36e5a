"""Workbooks with theories: what people did is understood, or reported at its cell."""

import functools
from typing import Any

from changed_workbooks import changed
from hypothesis import strategies as st
from odd_labels import ODD
from ods_files import cell, page, row, spreadsheet

from surfaces.damage import damaged_bytes
from surfaces.model import Case, Surface
from tocmodel.conversion.workbook.into import update_file
from tocmodel.conversion.workbook.read import read_workbook
from tocmodel.conversion.workbook.write import theory_workbook
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.loading import reads

FILE = """\
tocmodel: 1
title: A small zone
partners: {staff: {title: The staff}}
interventions:
  visits: {title: Home visits, partners: [staff], reach: 40}  # since 2019
outcomes:
  ready:
    title: Children are ready   # agreed
    fields: {code: 4.20}
  calm: {title: Families are calm}
links:
  - {from: visits, to: ready, because: it helps, votes: 3}
  - visits -> calm
"""

_SHEETS = ("Theory", "Partners", "Interventions", "Outcomes", "Links", "Figures", "Names")
_WORDS = (
    *("Title", "From", "To", "Of", "Own fields: x", "Home visits", "home  visits", "Home vists"),
    *("visits", "ready", "yes", "no", "12", "4.20", "2019-06", "a; b", '"a; b"', ";", "#1", "=1+1"),
    *("a -> b", "Home visits -> Children are ready", "(nothing in it)", "the place", "\n", " "),
    *(word for word in ODD if word.isprintable()),
)
_VALUES = st.none() | st.sampled_from(_WORDS) | st.integers(-5, 10**6) | st.booleans()


@functools.cache
def _book() -> bytes:
    theory = reads(FILE, "zone.toc.yaml").theory
    assert theory is not None
    return theory_workbook(theory)


@functools.cache
def _open_document() -> bytes:
    heads = ("ID of outcomes", "Title", "Horizon")
    texts = [("ready", "Children are ready", "short"), ("", "Families are calm", "long")]
    rows = (row(*(cell(f"<text:p>{text}</text:p>") for text in one)) for one in (heads, *texts))
    return spreadsheet(page("".join(rows), "Outcomes"))


@st.composite
def _changed(draw: st.DrawFn) -> Case:
    """A workbook with other cells."""
    place = st.builds(
        "{}!{}{}".format,
        st.sampled_from(_SHEETS),
        st.sampled_from("ABCDEFGH"),
        st.integers(1, 5),
    )
    cells: dict[str, Any] = draw(st.dictionaries(place, _VALUES, min_size=1, max_size=4))
    return Case({"a.xlsx": changed(_book(), cells), "zone.toc.yaml": FILE.encode()})


@st.composite
def _damaged(draw: st.DrawFn) -> Case:
    """A workbook with other bytes."""
    data = draw(damaged_bytes([_book(), _open_document()]))
    return Case({"a.xlsx": data, "zone.toc.yaml": FILE.encode()})


def _put_in(case: Case) -> bool:
    """The file holds the theory of the workbook, and its comments; or every fault has its words."""
    (name, data), (file, text) = case.files.items()
    document = reads(text, file)
    try:
        found = read_workbook(data, name)
        assert found == read_workbook(data, name)
        assert all(finding.message for finding in found.findings)
        made = update_file(document, data, name, remove_links=True, although_changed=True)
    except TocModelError:
        return False
    theory = reads(made.text, file).theory
    assert theory == made.theory
    assert [made.text.count(words) for words in ("# since 2019", "# agreed")] == [1, 1]
    return True


SURFACES = (
    Surface("workbooks that people changed", _changed(), _put_in),
    Surface("damaged workbooks with a theory", _damaged(), _put_in),
)
