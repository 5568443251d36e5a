"""TOC501 outcome-as-activity."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry, plain_words

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
            words = plain_words(outcome.title).removeprefix("to ")
            found = [word for word in _DOING if f"{words} ".startswith(f"{word} ")]
            found += [word for word in _DONE if words.endswith(f" {word}")]
            if found:
                message = f"is worded as something that is done ('{found[0]}')"
                yield of_entry(outcome, message, help_, "title")
