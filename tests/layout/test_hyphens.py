"""Words broken with a hyphen where their language allows it, and nowhere else."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from attrs import evolve
from hypothesis import event, given
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady

from tocmodel import draw
from tocmodel.layout.fonts.lettering import Lettering, use_lettering
from tocmodel.layout.hyphens import syllables
from tocmodel.layout.text import count_lines, measure, wrap

GERMAN = "Jugendhilfeausschuss Kindertageseinrichtungen und Schulsozialarbeit".split()
ENGLISH = "neighbourhood responsibilities well-being, accountability; trust".split()
WORDS = st.lists(
    st.sampled_from([*GERMAN, *ENGLISH, "co\u00adproduction", "Straße", "e\u0301tude", "x" * 120])
    | st.text(st.characters(exclude_categories=["Cs", "C", "Z"]), min_size=1, max_size=20),
    max_size=5,
)


def wrapped(text: str, width: float, language: str) -> tuple[str, ...]:
    """The lines of a text in a language."""
    with use_lettering(Lettering(language=language)):
        return wrap(text, width, 10)


@pytest.mark.parametrize(
    ("word", "width", "language", "lines"),
    [
        ("Kindertageseinrichtungen", 70, "de", ("Kindertages-", "einrichtungen")),
        ("Kindertageseinrichtungen", 70, "de-AT", ("Kindertages-", "einrichtungen")),
        ("Kindertageseinrichtungen", 130, "de", ("Kindertageseinrichtungen",)),
        ("(neighbourhoods),", 56, "en-GB", ("(neighbour-", "hoods),")),
        ("Selbsthilfe-Kontaktstelle", 70, "de", ("Selbsthilfe-", "Kontaktstelle")),
        ("nuorisotyö\u00adntekijät", 70, "fi", ("nuorisotyö-", "ntekijät")),
        ("Llanfairpwllgwyngyll", 50, "cy", ("Llanfairpwl", "lgwyngyll")),
        ("Llanfair\u00adpwll\u00adgwyngyll", 70, "cy", ("Llanfairpwll-", "gwyngyll")),
    ],
)
def test_a_word_is_broken_where_its_language_or_its_author_allows(
    word: str, width: float, language: str, lines: tuple[str, ...]
) -> None:
    assert wrapped(word, width, language) == lines


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".dot", ".drawio", ".pptx", ".txt"])
def test_a_soft_hyphen_where_no_line_ends_is_in_no_picture(ending: str, tmp_path: Path) -> None:
    theory = outcomes_linked({"from": "a", "to": "b", "delay": "a half\u00adyear"}, count="a b")
    outcomes = {id_: evolve(one, title=f"{id_}\u00ada") for id_, one in theory.outcomes.items()}
    path = tmp_path / f"picture{ending}"
    draw(evolve(theory, outcomes=outcomes, title="Co\u00adproduction")).save(path)
    held = path.read_bytes()
    if ending == ".pptx":
        with ZipFile(path) as package:
            held = b"".join(map(package.read, package.namelist()))
    assert "\u00ad".encode() not in held


@pytest.mark.parametrize("language", ["", "cy", "fi", "th", "xx", "zz-\u0130", "../de", "no such"])
def test_a_language_without_patterns_has_no_syllables(language: str) -> None:
    assert syllables("responsibilities", language) == ("responsibilities",)


def test_a_break_that_would_change_the_spelling_is_none() -> None:
    assert "".join(syllables("asszonnyal", "hu")) == "asszonnyal"
    assert syllables("a" * 500, "de") == ("a" * 500,)


@given(WORDS, st.integers(20, 140), st.sampled_from(["de", "en-GB", "hu", "no", "cy"]))
@steady
def test_the_lines_without_the_hyphens_of_breaks_are_the_text_again(
    words: list[str], width: int, language: str
) -> None:
    lines = wrapped(" ".join(words), width, language)
    text = "".join(words).replace("\u00ad", "")
    joined = ""
    for line in lines:
        letters = "".join(line.split())
        rest = text[len(joined) :]
        added = not rest.startswith(letters)
        joined += letters[:-1] if added else letters
        assert not added or letters.endswith("-")
        event(f"a hyphen was added: {added}")
    assert joined == text
    assert all(measure(line, 10) <= width or len(line) < 3 for line in lines)
    with use_lettering(Lettering(language=language)):
        assert count_lines(" ".join(words), width, 10) == len(lines)
