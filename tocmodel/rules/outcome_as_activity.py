"""TOC501 outcome-as-activity."""

from collections.abc import Iterator
from itertools import pairwise

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry, plain_words, without_number

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
    "ensure",
    "ensuring",
    "establish",
    "establishing",
    "facilitate",
    "facilitating",
    "hold",
    "holding",
    "host",
    "hosting",
    "implement",
    "implementing",
    "influence",
    "influencing",
    "launch",
    "launching",
    "offer",
    "offering",
    "organise",
    "organising",
    "organize",
    "organizing",
    "overcome",
    "overcoming",
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
    "tackle",
    "tackling",
    "train",
    "training for",
    "training of",
)
_NO_DOING = ("influence of", "influence on")
_BEING = frozenset(
    """
    all are aren belong believe can care cannot enjoy expect feel find gain grow have hear hold
    know learn like live look love need own remember respect see share sleep speak still stay think
    trust understand use value want were will
    """.split()
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
_AUXILIARIES = ("is", "are", "was", "were", "been", "being", "get", "gets")
_DONE_TO = (
    "delivered",
    "distributed",
    "launched",
    "organised",
    "published",
    "recruited",
    "trained",
)


class OutcomeAsActivity(Rule):
    """An outcome is worded as a change, not as something that is done.

    ## What it checks
    Whether the title of an outcome begins with a word of doing (deliver, provide, run, train,
    overcome, influence ...) or with "we" and something that we do, ends with one (sessions held) or
    says that it is done to people (staff are trained on). "We are connected" is no activity.

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
            word = _activity(outcome.title)
            if word:
                message = f"is worded as something that is done ('{word}')"
                yield of_entry(outcome, message, help_, "title")


def _activity(title: str) -> str:
    """Return the word that makes a title one of an activity, or nothing."""
    words = plain_words(without_number(title)).removeprefix("to ")
    first, _, rest = words.partition(" ")
    if first == "we":
        return "" if rest.partition(" ")[0] in _BEING else first
    starts = [word for word in _DOING if f"{words} ".startswith(f"{word} ")]
    if starts and not words.startswith(_NO_DOING):
        return starts[0]
    ends = [word for word in _DONE if words.endswith(f" {word}")]
    ends += [
        done
        for auxiliary, done in pairwise(words.split())
        if auxiliary in _AUXILIARIES and done in _DONE_TO
    ]
    return ends[0] if ends else ""
