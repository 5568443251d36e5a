"""TOC501 outcome-as-activity."""

from collections.abc import Iterator
from itertools import pairwise

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry, plain_words, without_number
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

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
_BEGINNINGS = tuple(f"{word} " for word in _DOING)
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
    """An outcome is worded as a change, not as an activity.

    ## What it checks
    Whether the title of an outcome begins with a word of doing (deliver, provide, run, train,
    overcome, influence ...) or with "we" and an action, ends with one (sessions held) or has one
    done to people (staff are trained on). "We are connected" is not an activity.

    ## Why it matters
    If it would stop when the team stops working, it is an activity. If it is worded as an outcome,
    success only means having been busy.

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
    several = "{count} outcomes are worded as activities"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "ask what is different afterwards, and for whom, and write that"
        for outcome in context.outcomes:
            word = _activity(outcome.title)
            if word:
                message = f"is worded as an activity ('{word}')"
                yield of_entry(outcome, message, help_, "title")


def _activity(title: str) -> str:
    """Return the word that makes a title one of an activity, or nothing."""
    words = plain_words(without_number(title)).removeprefix("to ")
    first, _, rest = words.partition(" ")
    if first == "we":
        return "" if rest.partition(" ")[0] in _BEING else first
    if f"{words} ".startswith(_BEGINNINGS) and not words.startswith(_NO_DOING):
        return next(word for word in _DOING if f"{words} ".startswith(f"{word} "))
    _, _, last = words.rpartition(" ")
    if last in _DONE and last != words:
        return last
    pairs = pairwise(words.split())
    done_to = (done for auxiliary, done in pairs if auxiliary in _AUXILIARIES and done in _DONE_TO)
    return next(done_to, "")
