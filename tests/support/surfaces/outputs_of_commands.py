"""Outputs: words that mean harm in some format add nothing to the structure of any."""

from hypothesis import strategies as st
from outputs import CASES, added
from payloads import PAYLOADS

from surfaces.model import Case, Surface

_PIECES = st.sampled_from([piece for text in PAYLOADS.values() for piece in (text, *text.split())])
_WORDS = st.lists(_PIECES, min_size=1, max_size=3).map(lambda pieces: " ".join(pieces)[:300])


@st.composite
def _inputs(draw: st.DrawFn) -> Case:
    command, words, format_ = draw(st.sampled_from(CASES))
    asked = "\n".join((command, format_, *words))
    return Case(words=(asked, *draw(st.lists(_WORDS, min_size=1, max_size=12))))


def _adds_nothing(case: Case) -> bool:
    asked, *payloads = case.words
    command, format_, *words = asked.split("\n")
    found = added(command, tuple(words), format_, tuple(payloads))
    assert found == [], found
    return True


SURFACES = (Surface("output: words that mean harm", _inputs(), _adds_nothing),)
