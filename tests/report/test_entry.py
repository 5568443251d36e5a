"""One entry with everything about it, in any theory."""

from attrs import evolve
from hypothesis import given
from small_theories import few
from strategies import theories

from tocmodel.model import SECTIONS, TheoryOfChange
from tocmodel.report.entry import entry_outline, link_outline, theory_outline
from tocmodel.report.outline import to_text
from tocmodel.report.section_table import headings, section_rows


@few
@given(theories())
def test_every_entry_of_every_theory_is_shown(theory: TheoryOfChange) -> None:
    texts = [to_text(theory_outline(theory)), to_text(link_outline(theory, theory.links))]
    for section in SECTIONS:
        rows = section_rows(theory, section)
        assert len(rows) == len(getattr(theory, section))
        assert {heading for row in rows for heading in row} == set(headings(section, rows))
        texts += [to_text(entry_outline(theory, row["id"])) for row in rows]
    assert not {"\x1b", "\a", "\x00"} & set("".join(texts))


def test_lines_fit_a_narrow_terminal() -> None:
    theory = TheoryOfChange(title="T", outcomes={"a": {"title": "A title", "who": "word " * 40}})
    narrow = to_text(entry_outline(theory, "a"), width=30)
    assert max(map(len, narrow.splitlines())) <= 30
    wide = to_text(entry_outline(evolve(theory, title="U"), "a"))
    assert max(map(len, wide.splitlines())) <= 88
