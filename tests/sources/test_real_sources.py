"""What published theories state, in the words of their sources: one small file for each."""

from pathlib import Path

import pytest
from attrs import evolve

from tocmodel.analysis.evidence import weights_of_evidence
from tocmodel.analysis.explanation import explain
from tocmodel.diagram import to_diagram
from tocmodel.differences import diff
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import load, loads
from tocmodel.layout import layout
from tocmodel.model import TheoryOfChange
from tocmodel.report import explanation
from tocmodel.report.entry import entry_outline

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.toc.yaml"))


def theory_of(name: str) -> TheoryOfChange:
    return load(HERE / f"{name}.toc.yaml")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_source_is_read_as_it_is_written(file: Path) -> None:
    theory = load(file)
    assert loads(dumps(theory)) == theory


def shown(name: str, id_: str) -> list[str]:
    return [line.text for line in entry_outline(theory_of(name), id_)]


# Outcomes in the words of outcome harvesting, and in people's own.


def test_an_outcome_has_its_three_parts_and_its_quotation() -> None:
    assert shown("north-manchester", "barriers")[3:9] == [
        (
            "Significance: It contributed to an improved judgement of Good, with outstanding "
            "pastoral care, from Requires Improvement in 2016."
        ),
        "Contribution: The inspectors name the Family Zone as what helped.",
        "Quotations:",
        (
            "“the 'Family Zone' has helped to reduce significantly the impact of the barriers to "
            "learning experienced by pupils” – inspectors of schools"
        ),
        "Source: Inspection report on Manchester Communication Academy (inspection)",
        "Place in the source: p. 4",
    ]


def test_a_picture_quotes_what_is_published_and_names_the_owner() -> None:
    box = to_diagram(theory_of("north-manchester")).boxes[0]
    assert "inspectors of schools" in box.description
    assert [badge.text for badge in box.badges] == ["owner: Manchester Communication Academy"]


def test_a_picture_does_not_quote_without_consent() -> None:
    theory = theory_of("north-manchester")
    barriers = theory.outcomes["barriers"]
    private = evolve(barriers, quotes=[evolve(barriers.quotes[0], source="", at="")])
    box = to_diagram(evolve(theory, outcomes=[private])).boxes[0]
    assert "inspectors of schools" not in box.description


# Amounts, reach and dose.


def test_an_input_has_its_amounts_with_their_funders() -> None:
    assert shown("derby", "arts-money")[2:6] == [
        "Amounts:",
        (
            "£2,300,000 from Arts Council England (arts-council) – For three years. "
            "[Supporting Local Policy and Practice to Mitigate Intergenerational Inequalities for "
            "Disadvantaged Young People, Families and Communities (case-study), section 4]"
        ),
        (
            "£180,000 – For the Plus One Scheme; three years. "
            "[Supporting Local Policy and Practice to Mitigate Intergenerational Inequalities for "
            "Disadvantaged Young People, Families and Communities (case-study), section 4]"
        ),
        "Currency: GBP",
    ]


def test_an_intervention_has_its_reach_and_dose() -> None:
    assert shown("derby", "this-is-derby")[3] == "Dose: about 25,000 sessions"
    boxes = {box.id: box.description for box in to_diagram(theory_of("derby")).boxes}
    assert "Dose: for 12 months." in boxes["club"]


# Votes.


def test_votes_are_shown_as_votes_and_are_no_evidence() -> None:
    votes = {"value": 2, "of_what": "several hundred votes"}
    theory = TheoryOfChange(
        title="An imagined workshop",
        imagined=True,
        outcomes={"fed": {"title": "Children are fed"}, "calm": {"title": "Evenings are calm"}},
        links=[{"from": "fed", "to": "calm", "votes": votes}],
    )
    arrow = to_diagram(theory).arrows[0]
    words = [line.text for line in explanation.outline(explain(theory, "calm"))]
    assert arrow.label == "2 of several hundred votes"
    assert arrow.evidence == ()
    assert "Votes, which are not evidence: 2 of several hundred votes." in words
    assert weights_of_evidence(theory) == {}


def test_votes_may_be_a_range() -> None:
    text = "tocmodel: 1\ntitle: T\noutcomes: {a: {title: A}, b: {title: B}}\n"
    theory = loads(f"{text}links: [{{from: a, to: b, votes: {{from: 5, to: 10}}}}]")
    assert theory.links[0].votes[0].bounds == (5, 10)


# Numbers.


def test_a_column_is_in_the_order_of_its_numbers() -> None:
    theory = theory_of("goal-16")
    tops = {box.id: box.bounds.y for box in layout(to_diagram(theory)).find("box")}
    order = sorted(theory.outcomes, key=lambda id_: tops[f"box:{id_}"])
    assert [theory.outcomes[id_].number for id_ in order] == ["16.2", "16.9", "16.10", "16.a"]


# Translations and own words.


def test_a_picture_in_another_language_has_its_title_headings_and_legend() -> None:
    picture = to_diagram(theory_of("well-being-goals"), language="cy")
    assert picture.title == "Deddf Llesiant Cenedlaethau'r Dyfodol (Cymru) 2015"
    assert [column.title for column in picture.columns] == ["Saith nod llesiant"]
    assert [entry.text for entry in picture.legend] == ["Nodau llesiant"]
    assert picture.boxes[0].text == "Cymru lewyrchus"
    assert picture.untranslated == ()


def test_a_picture_in_its_own_language_has_own_words_for_headings() -> None:
    picture = to_diagram(theory_of("well-being-goals"))
    assert [column.title for column in picture.columns] == ["Seven well-being goals"]
    assert [entry.text for entry in picture.legend] == ["Well-being goals"]


def test_what_is_not_translated_falls_back_and_is_named() -> None:
    theory = theory_of("well-being-goals")
    some = {"cy": {"healthier": theory.translations["cy"]["healthier"]}}
    picture = to_diagram(evolve(theory, translations=some), language="cy")
    assert picture.title == theory.title
    assert picture.untranslated[:4] == (
        "the title of the theory",
        "the heading “Seven well-being goals”",
        "1 of the 1 entry of the legend",
        "prosperous",
    )


def test_a_comparison_describes_the_new_words() -> None:
    wales = theory_of("well-being-goals")
    other = evolve(wales, words={**wales.words, "impact": "Our goals"})
    assert [one.sentence for one in diff(wales, other)] == [
        "The word for ‘impact’ of the theory is now “Our goals”; it was “Seven well-being goals”."
    ]


# Stages that a source joins as wholes.


def test_sections_that_a_source_joins_are_not_joined_item_by_item() -> None:
    theory = theory_of("award")
    told = [line.text for line in explanation.outline(explain(theory, "effects"))]
    passed = [text for text in told if text.startswith("Something in ")]
    assert passed == [
        "Something in Outputs leads to something in Outcomes",
        "Something in Inputs leads to something in Outputs",
    ]
    picture = to_diagram(theory)
    assert [(arrow.from_, arrow.to) for arrow in picture.arrows if arrow.from_whole] == [
        ("inputs", "outputs"),
        ("outputs", "outcomes"),
    ]
