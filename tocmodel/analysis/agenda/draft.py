"""The start of a review entry: its date, its prompts and the assumptions to look at."""

from typing import Any

from tocmodel.analysis.agenda.model import Agenda, AgendaTopic
from tocmodel.model import Answer

_PROMPTS = frozenset({AgendaTopic.TARGET, AgendaTopic.TIPPING_POINT, AgendaTopic.SURPRISE})
"""The topics whose indicators and outcomes prompt a review."""


def draft_review(found: Agenda, title: str = "") -> dict[str, Any]:
    """Return the plain data of a review that is about to be held: what is known, and empty texts.

    Every assumption on the agenda is *unknown* until somebody has looked.

    >>> from tocmodel.model import TheoryOfChange
    >>> found = Agenda((), TheoryOfChange(title="T"))
    >>> found.day = "2025-07"
    >>> list(draft_review(found))
    ['date', 'took_part', 'expected', 'saw', 'learned', 'decided', 'changed', 'next_question']
    """
    prompts = list(dict.fromkeys(item.about for item in found if item.topic in _PROMPTS))
    asked = [item.about for item in found if item.topic is AgendaTopic.ASSUMPTION]
    data: dict[str, Any] = {
        "title": title,
        "date": found.day,
        "took_part": [],
        "prompted_by": prompts,
        "expected": "",
        "saw": "",
        "learned": "",
        "still_true": dict.fromkeys(asked, Answer.UNKNOWN.value),
        "decided": "",
        "changed": [],
        "next_question": "",
    }
    may_be_left_out = ("title", "prompted_by", "still_true")
    return {key: value for key, value in data.items() if value or key not in may_be_left_out}
