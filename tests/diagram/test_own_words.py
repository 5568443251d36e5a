"""Every fixed word of a picture can be the theory's own, or that of its language."""

import json
import re
from pathlib import Path

import pytest
from attrs import evolve
from example_models import model_file

from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.fixed_words import FIXED_WORDS, LEGEND, legend_keys
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange
from tocmodel.schema.schema_files import schema_text
from tocmodel.wording import GAP, languages
from tocmodel.wording.languages import language_file, words_in

OTHERS = sorted(
    file.stem for file in Path(languages.__file__).parent.glob("*.yaml") if file.stem != "en"
)


def zone() -> TheoryOfChange:
    return load(model_file("imagined-zone"))


def test_the_schema_offers_every_fixed_word_and_no_other() -> None:
    names = json.loads(schema_text("theory"))["$defs"]["ownWords"]["propertyNames"]["enum"]
    assert sorted(names) == sorted(FIXED_WORDS)


def test_no_two_lines_of_the_legend_say_the_same() -> None:
    assert len(set(LEGEND.values())) == len(LEGEND)


def test_own_words_replace_every_heading_and_every_line_of_the_legend() -> None:
    own = {key: f"[{key}]" for key in FIXED_WORDS}
    theory = evolve(zone(), words=own)
    for view in views(theory):
        picture = to_diagram(theory, view)
        headings = [part for column in picture.columns for part in column.title.split(" · ")]
        fixed = [entry.text for entry in picture.legend if entry.keys]
        assert all(re.fullmatch(r"\[.*\]", text) for text in (*headings, *fixed))
        assert [entry.text for entry in picture.legend if legend_keys(entry.text)] == []


def test_own_words_replace_the_phrases_above_below_and_in_boxes() -> None:
    words = {
        "imagined": "Made up",
        "audience": "read by {audience}",
        "agreed-on-by": "{partners} said yes on {date}",
        "source": "From {sources}",
        "line-risk": "danger – {title}",
    }
    theory = evolve(zone(), words=words)
    picture = to_diagram(theory, "overview")
    lines = [badge.text for box in picture.boxes for badge in box.badges if badge.kind == "risk"]
    assert picture.imagined == "Made up"
    assert picture.subtitle.endswith("read by the partners")
    assert picture.note == (
        "Families, The two primary schools, The health visiting team said yes on 2026-07-09. "
        "From Made up for this example, The authors of tocmodel."
    )
    assert lines
    assert all(line.startswith("danger – ") for line in lines)


def test_a_picture_in_welsh_has_the_welsh_words_that_come_with_tocmodel() -> None:
    picture = to_diagram(zone(), "cymraeg", language="cy")
    assert [column.title for column in picture.columns] == [
        "Ymyriadau",
        "Canlyniadau tymor byr",
        "Canlyniadau tymor canolig",
        "Canlyniadau hirdymor",
        "Effaith",
    ]
    assert picture.ceiling_label == "Nenfwd atebolrwydd"
    assert picture.untranslated == ()
    assert set(picture.own_words) == {
        *(column.title for column in picture.columns),
        *(entry.text for entry in picture.legend),
        picture.ceiling_label,
    }


def test_a_picture_counts_the_words_that_no_speaker_has_reviewed() -> None:
    theory = TheoryOfChange(
        title="Club",
        interventions={"club": {"title": "A club"}},
        risks={"rain": {"title": "It rains"}},
        translations={"cy": {"theory": {"title": "Clwb", "words": {"box-risk": "Risg"}}}},
    )
    picture = to_diagram(theory, language="cy", risks="nodes")
    assert [column.title for column in picture.columns] == ["Ymyriadau", "Risgiau"]
    assert [entry.text for entry in picture.legend] == ["Ymyriad: yr hyn a wneir", "Risg"]
    assert picture.unreviewed == 7
    assert to_diagram(theory).unreviewed == 0


def test_an_own_word_is_not_replaced_by_the_usual_one_of_a_language() -> None:
    theory = TheoryOfChange(
        title="Club",
        interventions={"club": {"title": "A club"}},
        words={"interventions": "What our club does"},
        translations={"cy": {"theory": {"title": "Clwb"}}},
    )
    picture = to_diagram(theory, language="cy")
    assert [column.title for column in picture.columns] == ["What our club does"]
    assert picture.untranslated[0] == "the heading “What our club does”"


@pytest.mark.parametrize(
    ("language", "heading"), [("", "What we do"), ("cy", "Beth rydym yn ei wneud")]
)
def test_a_view_with_plain_labels_has_plain_headings(language: str, heading: str) -> None:
    theory = TheoryOfChange(
        title="Club",
        interventions={"club": {"title": "A club"}},
        translations={"cy": {"theory": {"title": "Clwb"}}},
    )
    picture = to_diagram(theory, language=language, labels="plain")
    assert [column.title for column in picture.columns] == [heading]


@pytest.mark.parametrize("name", OTHERS)
def test_a_language_has_every_fixed_word_with_the_same_gaps(name: str) -> None:
    words = words_in(name)
    assert sorted(words) == sorted(FIXED_WORDS)
    gaps = {key: sorted(GAP.findall(one.word)) for key, one in words.items()}
    assert gaps == {key: sorted(GAP.findall(text)) for key, text in FIXED_WORDS.items()}


@pytest.mark.parametrize("name", OTHERS)
def test_a_word_has_a_source_that_says_it_or_tells_whether_it_is_reviewed(name: str) -> None:
    file = language_file(name)
    for key, entry in file["words"].items():
        assert ("source" in entry) != ("reviewed" in entry), key
        if "source" in entry:
            source = file["sources"][entry["source"]]
            first = re.split(r"\W", entry["word"])[0].lower()
            assert first[1:] in source["says"].lower(), key  # the first letter may mutate
            assert source["url"].startswith("https://")
            assert source["title"]
            assert source["publisher"]


@pytest.mark.parametrize("name", OTHERS)
def test_every_source_of_a_language_has_a_word(name: str) -> None:
    file = language_file(name)
    used = {entry["source"] for entry in file["words"].values() if "source" in entry}
    assert used == set(file["sources"])
