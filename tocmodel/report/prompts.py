"""What prompted a review, in words: the figure known at the time, evidence, or other words."""

from collections.abc import Iterator
from datetime import date

from tocmodel.model import Basis, Figure, Indicator, Review, TheoryOfChange
from tocmodel.model.period import period
from tocmodel.report.field_values import title_of
from tocmodel.wording import figure_words


def prompt_words(theory: TheoryOfChange, review: Review) -> Iterator[str]:
    """Yield each reason for a review in words; for an indicator, with its figure at the time.

    >>> theory = TheoryOfChange(
    ...     title="Visits",
    ...     indicators={"late": {"title": "Late arrivals", "observations": [
    ...         {"value": 9, "period": 2023}, {"value": 6, "period": 2025}]}},
    ...     reviews={"spring": {"date": "2024-03", "prompted_by": ["late", "a new head"]}},
    ... )
    >>> list(prompt_words(theory, theory.reviews["spring"]))
    ['Late arrivals: 9 (2023)', 'a new head']
    """
    for name in review.prompted_by:
        indicator = theory.indicators.get(name)
        figure = _known_then(theory, indicator, review) if indicator else None
        if indicator and figure:
            yield f"{indicator.full_title}: {figure_words(figure, indicator.unit)}"
        else:
            yield title_of(theory, name)


def _known_then(theory: TheoryOfChange, indicator: Indicator, review: Review) -> Figure | None:
    """Return the last figure about all whose time was more than half over at a review."""
    held = period(review.date)
    known: list[tuple[date, Figure]] = []
    for figure in indicator.observations:
        about = period(figure.period, theory.year_begins)
        is_whole = not (figure.subgroup or figure.by or figure.place or figure.redacted)
        if about and held and is_whole and figure.basis is Basis.ACTUAL:
            middle = about.start + (about.end - about.start) / 2
            if middle <= held.end:
                known.append((middle, figure))
    return max(known, key=lambda pair: pair[0])[1] if known else None
