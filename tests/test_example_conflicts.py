"""Where sources disagree, an example keeps both sides and shows this.

A figure that is quietly dropped, averaged or carried over from one quantity to another is worse
than a conflict that everyone can see. Each test names one conflict between published sources.
"""

from example_models import NAMES, PARTS, figures, model_file

import tocmodel
from tocmodel.fileformat.loading import load, read
from tocmodel.frameworks import find_framework
from tocmodel.model import Figure, TheoryOfChange


def theory(name: str) -> TheoryOfChange:
    """An example."""
    return load(model_file(name))


def seen(name: str, indicator: str) -> list[Figure]:
    """What was observed of an indicator, in the order of the file."""
    return list(theory(name).indicators[indicator].observations)


def said(name: str, indicator: str) -> dict[str, float | str]:
    """Each source's number for an indicator, or its words if it gives none."""
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
    assert (share.value, share.respondents, share.of, share.of_what) == (95, 94, None, "")
    assert came.value == 382
    assert "it does not say" in share.note
    stated = {figure.value for figure in figures(theory("pembury")).values()}
    assert stated.isdisjoint({round(0.95 * 94), round(94 / 0.95), round(0.95 * 382)})


def test_pembury_keeps_two_counts_of_residents_and_of_children_and_two_years_of_launch() -> None:
    assert said("pembury", "people-in-pembury") == {"case-study": 4000, "slides": 2400}
    assert said("pembury", "children-in-pembury") == {"case-study": 1000, "big-give": 900}
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


def test_each_text_removed_from_the_case_study_is_held_with_its_place_and_nothing_else() -> None:
    name = "new-generation-zones-impact"
    removed = [piece for piece in theory(name).evidence.values() if piece.redacted]
    assert [piece.at for piece in removed] == [
        "section 4, part 1; G",
        "section 4, part 2; G",
        "section 4, part 3; G",
        "section 4, part 4c; G",
        "section 4, part 4e",
    ]
    assert {(piece.quote, piece.kind, piece.supports, piece.contradicts) for piece in removed} == {
        ("", None, (), ())
    }
    assert [figure for figure in figures(theory(name)).values() if figure.redacted] == []


def test_the_year_in_which_a_zone_was_launched_is_not_the_date_of_a_count() -> None:
    for indicator in (
        "schools-itemised",
        "pupils-itemised",
        "children-itemised",
        "residents-itemised",
    ):
        assert {figure.period for figure in seen("new-generation-zones-impact", indicator)} == {""}
    (six,) = seen("headstart", "partnerships-count")
    assert six.period == ""
    zone = theory("north-manchester-family-zone")
    (schools,) = seen("north-manchester-family-zone", "schools-convened")
    assert (schools.period, zone.interventions["convene-schools"].starts) == ("", "")


def test_what_the_tracker_was_built_from_is_not_what_it_flagged() -> None:
    zone = theory("north-manchester-family-zone")
    flagged = zone.indicators["pupils-flagged"]
    assert flagged.measures == ("flagged",)
    assert flagged.observations[0].value == 79
    assert "those whom the tracker did flag" in flagged.observations[0].note.casefold()
    for built_from in ("bereavement", "hidden-homelessness", "custody"):
        measured = [id_ for id_, item in zone.indicators.items() if built_from in item.measures]
        assert measured == []
        assert (
            zone.conditions[built_from].routinely_monitored
            == theory("north-manchester-family-zone").conditions["uncounted"].routinely_monitored
        )


def test_when_the_tracker_flags_and_when_a_meeting_is_called_are_two_rules_of_two_sources() -> None:
    work = theory("north-manchester-family-zone").interventions
    flag_rule = str(work["tracker"].fields["flag_rule"])
    meeting_rule = str(work["family-meeting"].fields["decision_rule"])
    assert flag_rule == "one or more indicators of disadvantage (case study, F and I)"
    assert "tipping point" in meeting_rule
    assert meeting_rule.endswith("(tracker page)")


def test_a_tracker_of_pupils_is_not_the_design_based_evaluation_of_a_zone() -> None:
    tracker = theory("north-manchester-family-zone").interventions["tracker"]
    assert "evaluated" not in tracker.classified_as.get("childrens-zone", ())


def test_no_partnership_of_headstart_alone_has_the_main_story() -> None:
    assert [link for link in theory("headstart").links if link.main] == []


def test_two_sums_of_one_document_are_no_revision_of_blackpools_programme() -> None:
    name = "blackpool-resilience-revolution"
    sums = {
        example: theory(example).inputs["programme-money"].amount
        for example in (name, f"{name}/{name}-2016")
    }
    assert {(amount.value, amount.period) for amount in sums.values() if amount} == {
        (11_000_000, "2016/2022")
    }
    of_one_document = [
        figure.value for figure in seen(name, "programme-sums") if figure.source == "case-study"
    ]
    assert of_one_document == [11_000_000, 10_000_000]


def test_value_that_a_study_did_not_see_is_not_a_hope() -> None:
    assert theory("uk-coaching").value_creation["backing-shown"].status is None


def test_words_that_no_source_has_are_in_no_example() -> None:
    unsaid = ("at once", "the town paid", "poorest place", "on the estate")
    found = [
        (name, words)
        for name in [*NAMES, *PARTS]
        for words in unsaid
        if words in model_file(name).read_text(encoding="utf-8").casefold()
    ]
    assert found == []


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


def test_a_name_spelt_in_another_way_is_in_the_words_of_its_source_only() -> None:
    wales = theory("children-first-wales")
    titles = [wales.title, *(entry.title for entry in wales.elements.values())]
    assert [title for title in titles if "Children's First" in title] == []
    assert "Children's First" in wales.evidence["research-used"].quote
    zone = theory("north-manchester-family-zone")
    assert [entry.title for entry in zone.elements.values() if "FairShare" in entry.title] == []
    assert "FareShare" in zone.partners["food-partners"].notes


def test_the_claim_of_combination_is_beside_the_study_of_harlem_against_it() -> None:
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


def test_gains_in_attendance_are_beside_the_national_analysis_that_saw_none() -> None:
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


def test_bounce_forward_keeps_two_counts_of_every_primary_school() -> None:
    for name, indicator in (
        ("blackpool-resilience-revolution", "bounce-forward-schools"),
        ("bounce-forward", "schools-reached"),
    ):
        counted = seen(name, indicator)
        assert [figure.value for figure in counted] == [25, 36]
        assert all("every primary school" in figure.note for figure in counted)
    assert [figure.value for figure in seen("bounce-forward", "children")] == [3134, 3134]


def test_headstart_keeps_every_sum_and_none_that_was_worked_out() -> None:
    sums = [figure.value for figure in seen("headstart", "programme-sums")]
    assert sums == [75_000_000, 75_000_000, 56_000_000, 58_700_000, 8_700_000, 67_400_000]
    (each,) = seen("headstart", "sum-each")
    assert (each.value, each.qualifier) == (10_000_000, "about")
    assert 60_000_000 not in {figure.value for figure in figures(theory("headstart")).values()}


def test_headstart_holds_a_gain_in_attendance_in_one_place_and_no_effect_in_all() -> None:
    programme = theory("headstart")
    assert sides("headstart", "attendance") == (["blackpool-gains"], ["national-analysis"])
    assert "blackpool/attendance" in programme.evidence["national-analysis"].contradicts
    blackpool = programme.includes["blackpool"].theory
    assert blackpool is not None
    assert [figure.value for figure in blackpool.indicators["days-attended"].observations] == [7.6]
    assert said("headstart", "attendance-effect") == {"fund-blog-2022": "No observable effect"}


def test_kent_keeps_what_young_people_report_beside_what_was_measured() -> None:
    assert sides("headstart/kent", "wellbeing") == (["own-report"], ["measured"])


def test_two_pages_of_the_fund_count_the_same_number_of_other_people() -> None:
    reached = {figure.source: figure.note for figure in seen("headstart", "universal")}
    assert "both universal and targeted" in reached["fund-blog-2022"]
    assert "beside 24,500 with targeted" in reached["fund-page-2023"]


def test_more_children_were_supported_in_blackpool_than_live_there_and_nobody_says_how() -> None:
    name = "blackpool-resilience-revolution"
    (supported,) = seen(name, "children-supported")
    (living,) = seen(name, "town-young-people")
    assert (supported.value, supported.of) == (16079, None)
    assert (living.value, living.qualifier) == (11000, "nearly")
    assert "cannot be the same count" in supported.note


def test_the_twelve_per_cent_in_blackpool_is_of_all_or_of_the_55_and_stays_open() -> None:
    (gain,) = seen("blackpool-resilience-revolution", "survey-gain")
    assert (gain.value, gain.of, gain.respondents, gain.of_what) == (12, None, None, "")
    assert "not clear" in gain.note.replace("\n", " ")


def test_all_the_schools_of_durham_are_fewer_than_those_that_took_part() -> None:
    counted = said("academic-resilience-schools", "durham-schools")
    assert counted == {"case-study": 35, "durham-page": 50}


def test_the_themes_of_a_strategy_are_named_as_two_sources_name_them() -> None:
    themes = said("wolverhampton-headstart", "strategy-themes")
    assert themes == {
        "case-study": "Co-production is one of three core themes",
        "yes-news": "Being Healthy, Being Connected and Being You",
    }


def test_thirteen_thousand_young_people_are_not_made_to_be_the_same_people() -> None:
    name = "wolverhampton-headstart"
    (affected,) = seen(name, "young-people-affected")
    supported = seen(name, "young-people-supported")
    assert (affected.value, affected.qualifier, affected.at) == (13000, None, "section 1")
    assert {(figure.value, figure.qualifier) for figure in supported} == {(13000, "more than")}


def test_a_plan_for_two_projects_is_never_a_result_of_one() -> None:
    name = "reimagine-and-can"
    artists = [(figure.value, figure.basis) for figure in seen(name, "artists-count")]
    assert artists == [(190, "forecast"), (365, "actual")]
    assert [(figure.value, figure.basis) for figure in seen(name, "years")] == [
        (3, "forecast"),
        (4, "actual"),
    ]
    for planned in ("young-people-count", "participants-planned", "audience-planned"):
        assert {figure.basis for figure in seen(name, planned)} == {"forecast"}


def test_what_people_mean_to_do_is_not_what_they_did() -> None:
    plus_one = theory("plus-one")
    assert plus_one.indicators["intentions"].kind == "intention"
    measured = {id_ for entry in plus_one.indicators.values() for id_ in entry.measures}
    assert "means-to-change" in measured
    assert "practice-changes" not in measured


def test_the_source_of_a_grant_that_was_removed_has_no_words() -> None:
    removed = theory("roma-community-care").evidence["club-report"]
    assert (removed.redacted, removed.quote, removed.kind, removed.at) == (True, "", None, "5.1.1")


def test_the_eight_cycles_are_not_said_to_begin_with_the_book_of_2020() -> None:
    pack = find_framework("value-creation")
    words = f"{pack.edition} {pack.description}"
    assert "2015" in words


def test_a_programme_is_kept_as_based_on_harlem_and_on_research_that_criticises_it() -> None:
    behind = said("childrens-communities", "model-behind")
    assert list(behind) == ["case-study", "charity-page"]
    years = {figure.source: figure.comment for figure in seen("childrens-communities", "start")}
    assert "2017" in years["charity-page"]
    assert "2017" not in years["case-study"]


def test_an_impact_is_supported_by_aims_alone_as_no_source_shows_a_result_there() -> None:
    shown = {
        (name, outcome.id): str(piece.shows)
        for name in [*NAMES, *PARTS]
        for outcome in theory(name).outcomes.values()
        if outcome.horizon == "impact"
        for piece in theory(name).evidence.values()
        if outcome.id in piece.supports
    }
    assert len(shown) == 11
    assert set(shown.values()) == {"aim"}
