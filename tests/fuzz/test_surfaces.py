"""Whatever comes to a surface of tocmodel, the result is sound; and every input kept is tried."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from surfaces import SURFACES, Case

from tocmodel.fileformat.loading import reads

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))


@pytest.mark.parametrize("name", SURFACES)
def test_any_input_gives_a_sound_result(name: str) -> None:
    surface = SURFACES[name]

    @settings(
        max_examples=surface.examples,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=surface.inputs)
    def try_(case: Case) -> None:
        surface.run(case)

    try_()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_input_that_once_failed_gives_a_sound_result(path: Path) -> None:
    name, case = Case.from_json(path.read_text(encoding="utf-8"))
    SURFACES[name].run(case)


@given(
    files=st.dictionaries(st.sampled_from("ab"), st.binary(max_size=9)),
    words=st.lists(st.text() | st.just("\ud800")),
)
def test_a_case_is_kept_as_it_is(files: dict[str, bytes], words: list[str]) -> None:
    case = Case(files, tuple(words))
    assert Case.from_json(case.to_json("table: SVG")) == ("table: SVG", case)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{?", "[[", "a:\n "])
def test_deep_nesting_gives_findings(opening: str) -> None:
    document = reads(opening * 100_000, "zone.toc.yaml")
    assert document.theory is None
    assert document.findings


def test_a_text_with_half_a_character_is_read() -> None:
    """In Python a text may have one; a file cannot."""
    assert reads("title: \ud800", "zone.toc.yaml").findings
