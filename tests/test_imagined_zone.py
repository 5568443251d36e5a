"""The one example that is made up: three years of a zone, kept apart from all that is known."""

from example_models import NAMES, PARTS, figures, model_file

from tocmodel.analysis.progress import ProgressStatus, progress
from tocmodel.fileformat.loading import load

ZONE = load(model_file("imagined-zone"))


def test_no_other_example_is_imagined() -> None:
    imagined = [name for name in [*NAMES, *PARTS] if load(model_file(name)).has_imagined]
    assert imagined == ["imagined-zone"]


def test_nothing_in_it_looks_like_something_known() -> None:
    assert {figure.source for figure in figures(ZONE).values()} == {"made-up"}
    assert {(piece.source, piece.quote) for piece in ZONE.evidence.values()} == {("made-up", "")}
    assert [source.url or source.doi for source in ZONE.sources.values()] == [""]


def test_some_of_its_targets_are_met_and_some_are_missed() -> None:
    found = {item.indicator.id: str(item.status) for item in progress(ZONE) if item.target}
    assert found == {
        "visits-made": "met",
        "asked-early": "met",
        "often-absent": "met",
        "reading-days": "missed",
        "feel-at-home": "behind",
        "books-borrowed": "on-the-way",
        "streets": "no-change",
        "someone-new": "worse",
        "card-read": "unclear",
        "with-a-doctor": "met-at-start",
        "parents-in-circle": "not-yet",
        "still-here": "no-data",
    }


def test_it_has_every_status_that_there_is() -> None:
    assert {item.status for item in progress(ZONE)} == {*ProgressStatus}


def test_somebody_collects_each_of_its_indicators_at_a_known_time() -> None:
    for one in ZONE.indicators.values():
        assert one.owner in ZONE.partners
        assert all((one.every, one.next_due, one.method))


def test_each_year_has_a_review_that_says_who_and_why_and_what_changed() -> None:
    reviews = ZONE.reviews.values()
    assert [review.date[:4] for review in reviews] == ["2024", "2025", "2026"]
    assert all(review.took_part and review.prompted_by and review.changed for review in reviews)
    assert ZONE.revision is not None
    assert ZONE.revision.next_review == "2027-07"


def test_its_assumptions_were_tested() -> None:
    assert {id_: str(one.holds) for id_, one in ZONE.assumptions.items()} == {
        "welcome": "yes",
        "staff-stay": "no",
        "both-languages": "unknown",
    }
