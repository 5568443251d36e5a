"""TOC398 tracker-unclear."""

from collections.abc import Collection, Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity, did_you_mean
from tocmodel.model import Tracker


class TrackerUnclear(Rule):
    """The rules of a tracker name its signs.

    ## What it checks
    Whether the tipping points, the offers and `back_on_track` of a tracker name signs that it has,
    `when` names a tipping point, `how_many` is not more than the number of signs, and each sign
    says what its value must be. The data need `each`, a column that identifies each pupil and that
    is not used for groups.

    ## Why it matters
    A misspelt sign would never be seen, and pupils who need something would not be counted.

    ## Example
    ```yaml
    trackers:
      pastoral:
        title: Pastoral tracker
        data: {file: pupils.csv, each: pupil, time: term}
        signs: {attendance: {column: attendance, below: 90}}
        tips: {flagged: {any: [attendence]}}
    ```

    ## Use instead
    ```yaml
    trackers:
      pastoral:
        title: Pastoral tracker
        data: {file: pupils.csv, each: pupil, time: term}
        signs: {attendance: {column: attendance, below: 90}}
        tips: {flagged: {any: [attendance]}}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study: the
    pastoral tracker of the North Manchester Family Zone, with agreed signs and a matching offer.
    """

    code = "TOC398"
    name = "tracker-unclear"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for tracker in context.theory.trackers.values():
            yield from _of_data(tracker)
            for id_, sign in tracker.signs.items():
                if not (sign.is_ or sign.is_not or sign.bounds):
                    message = f"does not say what value of '{sign.column}' is the sign '{id_}'"
                    help_ = "add 'is', 'below', 'at_most', 'at_least' or 'above'"
                    yield of_entry(tracker, message, help_, "signs", id_)
            yield from _of_rules(tracker)


def _of_data(tracker: Tracker) -> Iterator[Problem]:
    data = tracker.data
    if data is None:
        return
    if not data.each:
        help_ = "add 'each' with the column that identifies each pupil"
        yield of_entry(tracker, "does not say which column identifies each pupil", help_, "data")
    elif data.each in data.by:
        help_ = "leave it out of 'by'"
        message = f"would make a group of each pupil by '{data.each}'"
        yield of_entry(tracker, message, help_, "data", "by")


def _of_rules(tracker: Tracker) -> Iterator[Problem]:
    for id_, tip in tracker.tips.items():
        yield from _unknown(tracker, tip.any, "tips", id_, "any")
        yield from _unknown(tracker, tip.and_, "tips", id_, "and")
        if tip.how_many > len(set(tip.any)):
            message = f"asks in '{id_}' for {tip.how_many} of {len(set(tip.any))} signs"
            yield of_entry(tracker, message, "lower 'how_many'", "tips", id_, "how_many")
    for id_, offer in tracker.offers.items():
        yield from _unknown(tracker, offer.for_, "offers", id_, "for")
        if offer.when and offer.when not in tracker.tips:
            message = f"has no tipping point '{offer.when}'{did_you_mean(offer.when, tracker.tips)}"
            help_ = "add it to 'tips', or name one that is there"
            yield of_entry(tracker, message, help_, "offers", id_, "when")
    if tracker.back_on_track:
        yield from _unknown(tracker, tracker.back_on_track.without, "back_on_track", "without")


def _unknown(tracker: Tracker, ids: Collection[str], *at: str) -> Iterator[Problem]:
    for id_ in ids:
        if id_ not in tracker.signs:
            message = f"has no sign '{id_}'{did_you_mean(id_, tracker.signs)}"
            yield of_entry(tracker, message, "add it to 'signs', or name one that is there", *at)
