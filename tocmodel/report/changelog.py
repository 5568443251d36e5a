"""A change log for people: dates, who took part, what prompted each change, and the changes."""

from collections.abc import Iterator, Sequence

from tocmodel.differences.changelog import LogStep
from tocmodel.model import Review, TheoryOfChange
from tocmodel.report.differences import points, summary
from tocmodel.report.learning_log import review_facts, review_heading
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines


def outline(theory: TheoryOfChange, log: Sequence[LogStep]) -> tuple[Line, ...]:
    """Return the log line by line, the latest first."""
    return tuple(_lines(theory, log))


def _lines(theory: TheoryOfChange, log: Sequence[LogStep]) -> Iterator[Line]:
    yield from title_lines(f"Change log: {theory.title}", theory)
    due = theory.revision.next_review if theory.revision else ""
    yield Line(0, f"Next review due: {due}." if due else "No date is set for the next review.")
    for step in log:
        yield from _step(step)
    if not log:
        yield Line(0, "No review and no change is on record.")


def _step(step: LogStep) -> Iterator[Line]:
    found, state = step.differences, step.state
    if step.is_first and state and state.date:
        yield Line(0, f"{state.date}: {state.note}", "heading")
        yield Line(0, "The first version on record.", "point")
    for review in step.reviews:
        yield Line(0, review_heading(review), "heading")
        yield from (Line(0, text, "point") for text in _facts(review, step.theory))
    if state is None or not found.items:
        return
    kept = f"Committed on {state.date}" if state.date else "Not committed yet"
    note = f" ({state.note})" if state.note else ""
    if step.reviews:
        yield Line(0, f"{kept}{note}: {summary(found)}.", "point")
    else:
        yield Line(0, f"{state.date}: {state.note}" if state.date else kept, "heading")
        yield Line(0, f"{summary(found).capitalize()}.", "point")
    yield from _doubts(step)
    yield from points(found.significant, 1)
    yield from points(found.minor, 1)


def _doubts(step: LogStep) -> Iterator[Line]:
    if step.is_understated:
        yield Line(1, "The review calls this minor; some of it is significant.", "alarm")
    elif step.differences.significant and not step.reviews:
        yield Line(1, "No review states who agreed to this, or why.", "alarm")


def _facts(review: Review, theory: TheoryOfChange) -> Iterator[str]:
    for label, words in review_facts(theory, review):
        yield f"{label}: {words}{'' if words.endswith(('.', '?', '!')) else '.'}"
