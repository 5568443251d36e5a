"""The claims of value as a table: one row per claim, for a spreadsheet or another program."""

from collections.abc import Iterable

from tocmodel.analysis.value.claims import Claim
from tocmodel.model import TheoryOfChange
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.value import answer_words, data_words, status_words
from tocmodel.wording import remark_words

HEADS = (
    "value",
    "title",
    "space",
    "cycle",
    "status",
    "effect data",
    "contribution data",
    "data",
    "change shown",
    "change shown because",
    "story from earlier",
    "story from earlier because",
    "both agree",
    "both agree because",
    "rival considered",
    "rival considered because",
    "plausible",
    "chain breaks",
)


def claims_table(theory: TheoryOfChange, found: Iterable[Claim]) -> Spreadsheet:
    """Return the table."""
    rows = (_row(theory, claim) for claim in found)
    return Spreadsheet(rows=(HEADS, *rows), remark=remark_words(theory))


def _row(theory: TheoryOfChange, claim: Claim) -> tuple[str, ...]:
    replies = [
        word for reply in claim.answers for word in (answer_words(reply.answer), reply.reason)
    ]
    return (
        claim.value,
        theory.value_creation[claim.value].full_title,
        claim.space,
        claim.cycle.word,
        status_words(claim.status),
        " ".join(item.indicator for item in claim.effects),
        " ".join(dict.fromkeys(item.story for item in claim.contributions)),
        data_words(claim),
        *replies,
        answer_words(claim.plausible),
        "; ".join(
            f"{item.reason} ({item.after})" if item.after else item.reason for item in claim.breaks
        ),
    )
