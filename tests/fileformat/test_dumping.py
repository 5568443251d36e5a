"""Written files can be read again, with the same meaning."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import theories

from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.dumping import SyntaxName, dump, dumps, to_data, yaml_text
from tocmodel.fileformat.loading import load, loads
from tocmodel.model import (
    TEXT_KEYS,
    TEXT_KEYS_BELOW,
    Figure,
    Indicator,
    Link,
    Outcome,
    Qualifier,
    TheoryOfChange,
)
from tocmodel.syntax import parse

SMALL = TheoryOfChange(
    title="A small theory",
    outcomes=[Outcome(id="a", title="NO"), Outcome(id="b", title="12:30", horizon="long")],
    links=[
        Link(from_="a", to="b"),
        Link(from_="b", to="a", feedback=True, because="it 'comes' back: always"),
    ],
    indicators=[
        Indicator(
            id="i",
            title="How many",
            measures=("a",),
            baseline=Figure(value=12),
            observations=(Figure(value=30, qualifier=Qualifier.ABOUT, period="2018"),),
        )
    ],
)

SMALL_TEXT = """\
tocmodel: 1
title: A small theory
outcomes:
  a:
    title: 'NO'
  b:
    title: '12:30'
    horizon: long
links:
- a -> b
- from: b
  to: a
  because: 'it ''comes'' back: always'
  feedback: true
indicators:
  i:
    title: How many
    measures:
    - a
    baseline: 12
    observations:
    - value: 30
      qualifier: about
      period: '2018'
"""


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(theory=theories())
def test_a_written_theory_reads_back_equal(theory: TheoryOfChange) -> None:
    assert loads(dumps(theory)) == theory
    assert loads(dumps(theory, "json"), "x.json") == theory


def test_a_theory_is_written_plainly() -> None:
    assert dumps(SMALL) == SMALL_TEXT


@pytest.mark.parametrize("format_", ["yaml", "json"])
def test_writing_twice_gives_the_same_text(format_: SyntaxName) -> None:
    text = dumps(SMALL, format_)
    assert dumps(loads(text, f"x.{format_}"), format_) == text


@pytest.mark.parametrize("name", ["small.toc.yaml", "small.toc.json"])
def test_a_file_holds_the_theory(tmp_path: Path, name: str) -> None:
    dump(SMALL, tmp_path / name)
    assert load(tmp_path / name) == SMALL


def test_default_values_are_left_out() -> None:
    assert to_data(TheoryOfChange(title="x", links=["a -> b"])) == {
        "tocmodel": 1,
        "title": "x",
        "links": ["a -> b"],
    }


def test_a_file_that_cannot_be_written_gives_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match=r"there is no folder .*; make it first"):
        dump(SMALL, tmp_path / "no" / "such" / "folder.toc.yaml")


AS_TYPED = """\
tocmodel: 1
title: Joy 😀 and 𝔰𝔬 on
summary: |-
  First line, with a family 👨‍👩‍👧

    and an indented one: "as typed"
outcomes:
  a:
    title: Children are fed
    fields:
      ref: 4.20
      form: 1e3
      code: 0x10
      signed: +5
      zero: -0
      leading: 010
      day: 2024-01-01
      hour: 12:30
      version: 1.10.2
      share: 4.2
      count: 17
      kept: true
fields:
  ref: 4.20
"""


def test_text_comes_back_as_a_person_typed_it() -> None:
    assert dumps(loads(AS_TYPED)) == AS_TYPED


def test_a_number_in_an_own_column_is_a_number_only_if_it_keeps_its_spelling() -> None:
    fields = loads(AS_TYPED).outcomes["a"].fields
    assert (fields["ref"], fields["share"], fields["count"]) == ("4.20", 4.2, 17)


TYPED = st.text(
    st.sampled_from("ab 😀é:#-'\"\n\t{}[],&*!|>%@`~?\\0.1e\x85\u2028\ufeff\U0010ffff\ue000"),
    max_size=12,
)


@settings(deadline=None)
@given(title=TYPED, own=TYPED | st.floats(allow_nan=False, allow_infinity=False))
def test_every_text_comes_back_letter_by_letter(title: str, own: str | float) -> None:
    data = {"title": title, "rivals": [title], "fields": {"own": own}}
    assert parse(yaml_text(data), "x.yaml", TEXT_KEYS, TEXT_KEYS_BELOW).data == data


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("😀", "😀"),
        ("a\nb", "|-\n  a\n  b"),
        ("a\n\n😀\n", "|\n  a\n\n  😀"),
        ("a \n😀", '"a \\n😀"'),
        ("a\n\n", '"a\\n\\n"'),
        ("\ue000😀", "\ue000😀"),
        ("\\U0001F600 😀", "\\U0001F600 😀"),
        ("a\x85b\u2028c", '"a\\Nb\\Lc"'),
    ],
)
def test_emoji_and_line_breaks_are_written_as_they_are_if_yaml_allows(
    text: str, written: str
) -> None:
    assert yaml_text({"title": text}) == f"title: {written}\n"
