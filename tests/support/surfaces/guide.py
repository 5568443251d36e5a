"""The guide: whatever people type about any theory, it stays a theory and loses nothing."""

from hypothesis import strategies as st
from odd_labels import ODD
from strategies import theories as drawn_theories

from surfaces.model import Case, Surface
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import reads
from tocmodel.guide import COMMANDS, STEPS, answer, begin, new_draft

_LINES = st.one_of(
    st.sampled_from(["", "1", "2", "1 2", "1 -> 2", "2 -> 1", *COMMANDS, "step 10"]),
    st.sampled_from([*ODD, "\x1b[A", "\x00", "\ud800", "\u2028", "x" * 400, "- a: [b", "# c"]),
    st.text(max_size=40),
)


@st.composite
def _inputs(draw: st.DrawFn) -> Case:
    text = draw(st.one_of(st.just(new_draft("Zone")), drawn_theories().map(dumps)))
    step = f"step {draw(st.integers(1, len(STEPS)))}"
    return Case({"zone.toc.yaml": text.encode()}, (step, *draw(st.lists(_LINES, max_size=12))))


def _typed(case: Case) -> bool:
    document = reads(case.files["zone.toc.yaml"], "zone.toc.yaml")
    if document.theory is None:
        return False
    guide = begin(document)
    kept = set(document.theory.elements)
    for line in case.words:
        guide = answer(guide, line)
        again = reads(guide.text, "zone.toc.yaml").theory
        assert again is not None
        assert again == guide.document.theory
        assert kept <= set(again.elements)
        kept = set(again.elements)
    return True


SURFACES = (Surface("guide: lines that people type", _inputs(), _typed),)
