"""Where sources disagree, an example keeps both sides, and says so.

A figure that is quietly dropped, averaged or carried over from one quantity to another is worse
than a conflict that everyone can see. Each test names one conflict between published sources.
"""

from example_models import figures, model_file

import tocmodel
from tocmodel.loading import load, read
from tocmodel.model import Figure, TheoryOfChange


def theory(name: str) -> TheoryOfChange:
    """An example."""
    return load(model_file(name))


def seen(name: str, indicator: str) -> list[Figure]:
    """What was observed of an indicator, in the order of the file."""
    return list(theory(name).indicators[indicator].observations)


def said(name: str, indicator: str) -> dict[str, float | str]:
    """What each source says of an indicator: its number, or its words where it gives none."""
    return {
        figure.source: figure.comment if figure.value is None else figure.value
        for figure in seen(name, indicator)
    }


def sides(name: str, assumption: str) -> tuple[list[str], list[str]]:
    """The evidence for an assumption, and the evidence against it."""
    evidence = theory(name).evidence.items()
    return (
        [id_ for id_, piece in evidence if assumption in piece.supports],
        [id_ for id_, piece in evidence if assumption in piece.contradicts],
    )


def test_the_95_per_cent_of_pembury_keeps_its_94_and_is_not_spread_over_all_who_came() -> None:
    (share,) = seen("pembury", "positive-difference")
    (came,) = seen("pembury", "teenagers-attending")
    assert (share.value, share.respondents, share.of) == (95, 94, None)
    assert came.value == 382
    assert "it does not say" in share.note
    stated = {figure.value for figure in figures(theory("pembury")).values()}
    assert stated.isdisjoint({round(0.95 * 94), round(94 / 0.95), round(0.95 * 382)})


def test_pembury_keeps_two_counts_of_residents_and_of_children_and_two_years_of_launch() -> None:
    assert said("pembury", "people-on-the-estate") == {"case-study": 4000, "slides": 2400}
    assert said("pembury", "children-on-the-estate") == {"case-study": 1000, "big-give": 900}
    place = theory("pembury").place
    assert place is not None
    assert "2016" in str(place.fields["launched"])
    assert "2014" in str(place.fields["launched"])


def test_the_source_for_the_west_end_zone_is_older_than_the_zone_and_is_found_to_be() -> None:
    name = "new-generation-zones-impact"
    blog = theory(name).evidence["west-end"]
    assert (blog.period, theory(name).sources[blog.source].year) == ("2017", "2014")
    found = tocmodel.check(read(model_file(name)))
    assert [finding.about for finding in found if finding.code == "TOC419"] == ["west-end"]


def test_the_zones_that_are_itemised_are_not_made_to_add_up_to_the_totals() -> None:
    name = "new-generation-zones-impact"
    (total,) = seen(name, "schools-total")
    itemised = [figure.value or 0 for figure in seen(name, "schools-itemised")]
    assert (total.qualifier, total.value) == ("at least", 235)
    assert sum(itemised) < 235
    stated = [figure.value for figure in figures(theory(name)).values()]
    assert sum(itemised) not in stated
    assert [figure.value for figure in seen(name, "children-total")] == [85000, 85000]


def test_what_was_removed_from_the_case_study_has_no_value_and_no_words() -> None:
    found = figures(theory("new-generation-zones-impact")).values()
    removed = [figure for figure in found if figure.redacted]
    assert removed
    assert {(figure.value, figure.comment, figure.at) for figure in removed} == {(None, "", "G")}
    assert theory("new-generation-zones-impact").evidence["removed"].quote == ""


def test_pupils_in_wallsend_and_children_reached_are_two_quantities() -> None:
    assert said("wallsend", "pupils-in-place") == {"case-study": 6000}
    assert said("wallsend", "children-reached") == {"manchester-page": 2000}
    found = theory("wallsend").indicators
    assert (found["pupils-in-place"].kind, found["children-reached"].kind) == ("context", "reach")


def test_smallshaw_keeps_two_years_of_launch() -> None:
    years = {figure.source: figure.period for figure in seen("smallshaw", "start")}
    assert years == {"case-study": "2016", "charity-page": "2017"}


def test_wales_keeps_both_what_says_that_there_is_no_new_money_and_what_says_a_little() -> None:
    said_of_money = said("children-first-wales", "new-money")
    assert list(said_of_money) == ["exchange", "council-minutes"]


def test_a_name_spelt_in_another_way_stands_in_the_words_of_its_source_only() -> None:
    wales = theory("children-first-wales")
    titles = [wales.title, *(entry.title for entry in wales.elements.values())]
    assert [title for title in titles if "Children's First" in title] == []
    assert "Children's First" in wales.evidence["research-used"].quote
    zone = theory("north-manchester-family-zone")
    assert [entry.title for entry in zone.elements.values() if "FairShare" in entry.title] == []
    assert "FareShare" in zone.partners["food-partners"].notes


def test_the_claim_of_combination_stands_beside_the_study_of_harlem_against_it() -> None:
    assert sides("new-generation-zones-impact", "combination") == (
        ["rationale-paper"],
        ["harlem-study"],
    )
    assert sides("pembury", "combination") == (["combination-claim"], ["harlem-study"])


def test_the_imagine_programme_keeps_two_sums_of_one_document() -> None:
    sums = seen("communities-of-practice-impact", "imagine-sum")
    assert [(figure.value, figure.at) for figure in sums] == [
        (3_000_000, "section 2"),
        (1_821_637, "3.8"),
    ]


def test_gains_in_attendance_stand_beside_the_national_analysis_that_saw_none() -> None:
    name = "communities-of-practice-impact"
    assert sides(name, "stay-in-school")[1] == ["national-attendance"]
    assert [figure.value for figure in seen(name, "care-attendance")] == [5.3]
    assert [figure.value for figure in seen(name, "days-attended")] == [7.6]
    assert "both stand here" in theory(name).outcomes["stay-in-school"].description


def test_the_twelve_per_cent_of_the_survey_is_not_said_to_be_of_anyone() -> None:
    (gain,) = seen("communities-of-practice-impact", "survey-gain")
    assert (gain.value, gain.of, gain.respondents) == (12, None, None)
    assert "does not say" in gain.of_what


def test_a_grant_of_derby_keeps_the_two_sums_that_one_document_gives() -> None:
    name = "derby-inequality-impact"
    assert [figure.value for figure in seen(name, "grant-conflict")] == [8344, 8334]
    grants = [entry.amount for entry in theory(name).inputs.values()]
    assert len(grants) == 7
    total = sum(grant.value or 0 for grant in grants if grant)
    assert total not in [figure.value for figure in figures(theory(name)).values()]


def test_an_award_is_kept_as_the_projects_and_as_the_universitys() -> None:
    for name in ("derby-inequality-impact", "this-is-derby"):
        evidence = theory(name).evidence
        assert evidence["award-to-project"].source == "case-study"
        assert evidence["award-to-university"].source == "web-case"
        assert "do not agree" in evidence["award-to-university"].notes


def test_the_report_of_derby_that_was_removed_has_no_words() -> None:
    report = theory("derby-inequality-impact").evidence["removed-report"]
    assert (report.redacted, report.quote, report.at) == (True, "", "5.1.1")


def test_fairness_commissions_are_counted_in_two_ways_and_both_stand() -> None:
    counted = said("tower-hamlets-fairness-commission", "commissions")
    assert counted == {"blog": 24, "nef-2015": 23}
