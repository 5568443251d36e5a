"""TOC501 outcome-as-activity."""

import re
from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry

_DOING = (
    "arrange",
    "arranging",
    "commission",
    "commissioning",
    "conduct",
    "conducting",
    "deliver",
    "delivering",
    "distribute",
    "distributing",
    "facilitate",
    "facilitating",
    "hold",
    "holding",
    "host",
    "hosting",
    "launch",
    "launching",
    "offer",
    "offering",
    "organise",
    "organising",
    "organize",
    "organizing",
    "provide",
    "providing",
    "publish",
    "publishing",
    "recruit",
    "recruiting",
    "run",
    "running",
    "set up",
    "setting up",
    "train",
    "training for",
    "training of",
    "we",
)
_DONE = (
    "delivered",
    "distributed",
    "held",
    "launched",
    "offered",
    "organised",
    "provided",
    "published",
    "recruited",
    "trained",
)
_BEGINS = re.compile(rf"\s*(?:to\s+)?({'|'.join(_DOING)})\b", re.IGNORECASE)
_ENDS = re.compile(rf"\b({'|'.join(_DONE)})\s*$", re.IGNORECASE)


class OutcomeAsActivity(Rule):
    """An outcome is worded as a change, not as something that is done.

    ## What it checks
    Whether the title of an outcome begins with a word of doing (deliver, provide, hold, run,
    train ...) or with "we", or ends with one (sessions held, staff trained).

    ## Why it matters
    If it would stop when the team stops working, it is an activity. Worded as an outcome, it
    makes success a matter of having been busy.

    ## Example
    ```yaml
    outcomes:
      workshops: {title: Deliver fifty parenting workshops}
    ```

    ## Use instead
    ```yaml
    outcomes:
      confident: {title: Parents feel more confident}
    ```

    ## Source
    Innovation Network, theory of change cheat sheet (outcomes are phrased as change); Impact
    Mojo, theory of change pitfalls (activities passed off as outcomes).
    """

    code = "TOC501"
    name = "outcome-as-activity"
    severity = Severity.WARNING
    several = "{count} outcomes are worded as something that is done"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "ask what is different for whom once it has been done, and word it as that"
        for outcome in subject.outcomes:
            found = _BEGINS.match(outcome.title) or _ENDS.search(outcome.title)
            if found:
                message = f"is worded as something that is done ('{found[1]}')"
                yield of_entry(outcome, message, help_, "title")
