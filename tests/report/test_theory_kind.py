"""The kind of theory in explanations and analyses."""

from tocmodel.analysis.explanation import explain
from tocmodel.analysis.summary import analyse
from tocmodel.fileformat.loading import loads
from tocmodel.report import analysis, explanation

MAP = """
conditions: {rents: {title: Rents rise}, moves: {title: Families move}}
links: [rents -> moves -> rents]
"""


def told(kind: str) -> tuple[str, str]:
    """The second line of the figures, and the third of an explanation of the rents."""
    theory = loads(f"tocmodel: 1\ntitle: Moving\n{kind}{MAP}")
    return (
        analysis.outline(analyse(theory))[1].text,
        explanation.outline(explain(theory, "rents"))[2].text,
    )


def test_a_kind_that_is_stated_is_reported() -> None:
    assert told("kind: part\n") == (
        "A part of a larger theory.",
        "In a part of a larger theory.",
    )


def test_a_kind_that_is_guessed_is_marked_as_a_guess() -> None:
    assert told("") == (
        "A system map (a guess: the file does not state its kind).",
        "In a system map (a guess: the file does not state its kind).",
    )
