"""Whatever people type, the file stays a theory without errors, and loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from tocmodel.checks import check
from tocmodel.diagnostics import Severity
from tocmodel.fileformat.loading import reads
from tocmodel.guide import COMMANDS, answer, begin, new_draft, questions
from tocmodel.guide.edits import theory_of
from tocmodel.guide.outline import outline_lines

LINES = st.one_of(
    st.just(""),
    st.sampled_from(["1", "2", "1 2", "1 -> 2", "2 -> 1", *COMMANDS, "step 7"]),
    st.sampled_from(["Home visits", "Children read", "Families ask", "Staff stay"]),
    st.text(max_size=30),
    st.text(alphabet="ab:#-'\"[]{}|>&*!%@,? \t😀أ", max_size=20),
)


@given(st.lists(LINES, max_size=25), st.integers(1, 10))
def test_any_lines_leave_a_theory_without_errors_and_keep_what_was_there(
    lines: list[str], step: int
) -> None:
    guide = answer(begin(reads(new_draft("Harbour"), "h.toc.yaml")), f"step {step}")
    for line in lines:
        before = set(theory_of(guide.document).elements)
        guide = answer(guide, line)
        assert before <= set(theory_of(guide.document).elements)
    found = check(guide.document)
    assert [one for one in found if one.severity is Severity.ERROR] == []
    again = reads(guide.text, "h.toc.yaml")
    assert again.theory == guide.document.theory
    assert list(outline_lines(theory_of(again))) == list(outline_lines(theory_of(guide.document)))
    assert len({one.id for _, one in questions(again)}) == len(list(questions(again)))
