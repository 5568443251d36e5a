"""The learning log: what each review expected, saw, learned, decided and asked next."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from tocmodel.analysis.reviews import reviews_in_order
from tocmodel.model import Answer, Review, TheoryOfChange
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.field_values import title_of
from tocmodel.report.outline import Line
from tocmodel.report.prompts import prompt_words
from tocmodel.report.title_lines import title_lines
from tocmodel.version import __version__
from tocmodel.wording import remark_data, remark_words

FOUND_WORDS = {
    Answer.YES: "still true",
    Answer.NO: "not true",
    Answer.UNKNOWN: "nobody could tell",
}
"""What a review found of an assumption, in words."""

_ASKED = {
    "expected": "what was expected",
    "saw": "what was seen",
    "learned": "what was learned",
    "decided": "what was decided",
}

NO_REVIEW = "No review is on record."


@frozen
class LogEntry:
    """One review in words.

    Attributes:
        review: the review.
        facts: a label and the words for each part of it that the file has.
        missing: what the file does not have, in words.
    """

    review: Review
    facts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Its date, its title, and how much was changed."""
        return review_heading(self.review)


def review_heading(review: Review) -> str:
    """Return the date of a review, its title, and how much was changed.

    >>> review_heading(Review(date="2025", significance="minor"))
    '2025: Review (minor)'
    """
    rank = f" ({review.significance})" if review.significance else ""
    return f"{review.date}: {review.title or 'Review'}{rank}"


def log_entries(theory: TheoryOfChange) -> tuple[LogEntry, ...]:
    """Return the reviews of a theory in words, the latest first.

    >>> theory = TheoryOfChange(
    ...     title="Visits", reviews={"a": {"date": 2025, "saw": "few came", "decided": "ask why"}}
    ... )
    >>> [entry] = log_entries(theory)
    >>> entry.facts, entry.missing
    ((('Saw', 'few came'), ('Decided', 'ask why')), ('what was expected', 'what was learned'))
    """
    return tuple(_entry(theory, review) for review in reversed(reviews_in_order(theory)))


def _entry(theory: TheoryOfChange, review: Review) -> LogEntry:
    missing = (words for key, words in _ASKED.items() if not getattr(review, key))
    return LogEntry(review, review_facts(theory, review), tuple(missing))


def review_facts(theory: TheoryOfChange, review: Review) -> tuple[tuple[str, str], ...]:
    """Return a label and the words for each part of a review that the file has."""
    facts = (
        ("Took part", _titles(theory, review.took_part)),
        ("Prompted by", "; ".join(prompt_words(theory, review))),
        ("Expected", review.expected),
        ("Saw", review.saw),
        ("Learned", review.learned),
        ("Assumptions", "; ".join(_answers(theory, review))),
        ("Decided", review.decided),
        ("Changed", _titles(theory, review.changed)),
        ("Next question", review.next_question),
    )
    return tuple(fact for fact in facts if fact[1])


def _titles(theory: TheoryOfChange, ids: Iterable[str]) -> str:
    return "; ".join(title_of(theory, id_).replace(" -> ", " → ") for id_ in ids)


def _answers(theory: TheoryOfChange, review: Review) -> Iterator[str]:
    for id_, answer in review.still_true.items():
        yield f"{title_of(theory, id_)}: {FOUND_WORDS[answer]}"


def assumption_histories(theory: TheoryOfChange) -> tuple[tuple[str, str], ...]:
    """Return each assumption that reviews looked at, and what they found, the earliest first.

    >>> theory = TheoryOfChange(
    ...     title="Visits",
    ...     assumptions={"stay": {"title": "Staff stay"}},
    ...     reviews={"a": {"date": 2024, "still_true": {"stay": "yes"}},
    ...              "b": {"date": 2025, "still_true": {"stay": "no"}}},
    ... )
    >>> assumption_histories(theory)
    (('Staff stay', '2024: still true; 2025: not true'),)
    """
    found: dict[str, list[str]] = {}
    for review in reviews_in_order(theory):
        for id_, answer in review.still_true.items():
            found.setdefault(id_, []).append(f"{review.date}: {FOUND_WORDS[answer]}")
    return tuple((title_of(theory, id_), "; ".join(words)) for id_, words in found.items())


def questions(theory: TheoryOfChange) -> tuple[tuple[str, str], ...]:
    """Return each question that a review left, and what the next review learned or saw.

    >>> theory = TheoryOfChange(
    ...     title="Visits",
    ...     reviews={"a": {"date": 2024, "next_question": "why in July?"},
    ...              "b": {"date": 2025, "learned": "staff are free then"}},
    ... )
    >>> questions(theory)
    (('2024: why in July?', '2025: staff are free then'),)
    """
    held = reviews_in_order(theory)
    pairs = zip(held, (*held[1:], None), strict=False)
    return tuple(
        (f"{review.date}: {review.next_question}", _reply(following))
        for review, following in pairs
        if review.next_question
    )


def _reply(following: Review | None) -> str:
    if following is None:
        return "for the next review"
    return f"{following.date}: {following.learned or following.saw or 'nothing is written down'}"


def log_outline(theory: TheoryOfChange) -> tuple[Line, ...]:
    """Return the learning log line by line, the latest review first."""
    return tuple(_lines(theory))


def _lines(theory: TheoryOfChange) -> Iterator[Line]:
    yield from title_lines(f"Learning log: {theory.title}", theory)
    entries = log_entries(theory)
    if not entries:
        yield Line(0, NO_REVIEW)
    for entry in entries:
        yield Line(0, entry.heading, "heading")
        yield from (Line(0, f"{label}: {words}", "point") for label, words in entry.facts)
        if entry.missing:
            yield Line(0, f"Not written down: {', '.join(entry.missing)}", "alarm")
    yield from _pairs("What became of assumptions", assumption_histories(theory))
    yield from _pairs("Questions, and what the next review learned", questions(theory))


def _pairs(heading: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Line]:
    for number, (first, second) in enumerate(pairs):
        if not number:
            yield Line(0, heading, "heading")
        yield Line(0, first, "item")
        yield Line(1, second)


LOG_HEADS = (
    "Date",
    "Review",
    "Took part",
    "Prompted by",
    "Expected",
    "Saw",
    "Learned",
    "Assumptions",
    "Decided",
    "Changed",
    "Next question",
)
"""The headings of the learning log as a table."""


def log_table(theory: TheoryOfChange) -> Spreadsheet:
    """Return the learning log as a table, with a row for each review, the latest first."""
    rows = []
    for entry in log_entries(theory):
        facts = dict(entry.facts)
        words = (facts.get(head, "") for head in LOG_HEADS[2:])
        rows.append((entry.review.date, entry.review.title, *words))
    return Spreadsheet(rows=(LOG_HEADS, *rows), remark=remark_words(theory))


def log_data(theory: TheoryOfChange) -> dict[str, Any]:
    """Return the learning log as plain data, as ``learning-log.schema.json`` describes it."""
    return {
        "tool": {"name": "tocmodel", "version": __version__},
        "title": theory.title,
        **remark_data(theory),
        "reviews": [_review(theory, entry.review) for entry in log_entries(theory)],
    }


def _review(theory: TheoryOfChange, review: Review) -> dict[str, Any]:
    return {
        "id": review.id,
        "title": review.title,
        "date": review.date,
        "took_part": list(review.took_part),
        "prompted_by": list(review.prompted_by),
        "prompts": list(prompt_words(theory, review)),
        "expected": review.expected,
        "saw": review.saw,
        "learned": review.learned,
        "still_true": {id_: answer.value for id_, answer in review.still_true.items()},
        "decided": review.decided,
        "changed": list(review.changed),
        "significance": review.significance.value if review.significance else None,
        "next_question": review.next_question,
    }
