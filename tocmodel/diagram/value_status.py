"""How a picture tells value that happened from value that is planned, hoped for or left open."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tocmodel.model import Cycle, Element, TheoryOfChange, ValueCreation, ValueStatus
from tocmodel.wording import VALUE_WORDS

NOT_SAID = "not-said"
"""The status of value of which the file does not say whether it happened."""

_BADGES: Mapping[str, str] = {
    "planned": "planned",
    "hoped": "hoped for",
    NOT_SAID: "not stated whether it happened",
}

LEGEND: Mapping[str, str] = {
    "": VALUE_WORDS[ValueStatus.HAPPENED],
    "planned": VALUE_WORDS[ValueStatus.PLANNED],
    "hoped": VALUE_WORDS[ValueStatus.HOPED],
    NOT_SAID: VALUE_WORDS[None],
}
"""What the outline of a box of each status means."""

_PLACES = {cycle: place for place, cycle in enumerate(Cycle)}


def status_of(element: Element) -> str:
    """Return the status of value that is not known to have happened; empty for all else."""
    if not isinstance(element, ValueCreation) or element.status is ValueStatus.HAPPENED:
        return ""
    return str(element.status) if element.status else NOT_SAID


def order_of(element: Element) -> int | None:
    """Return the place of value among the cycles, in the order in which they are read."""
    return _PLACES[element.cycle] if isinstance(element, ValueCreation) else None


def value_badges(element: Element, column: str) -> Iterator[tuple[str, str]]:
    """Give kind and words of what is said of value, its cycle where its column does not say it."""
    if not isinstance(element, ValueCreation):
        return
    status = status_of(element)
    cycle = "" if column == str(element.cycle) else element.cycle.word
    if words := ", ".join(filter(None, (cycle, _BADGES.get(status, "")))):
        yield status or "cycle", words


def group_badges(theory: TheoryOfChange, members: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give kind and words for how many values of a group are not known to have happened."""
    counts = Counter(status_of(theory.element(id_)) for id_ in members)
    for status, words in _BADGES.items():
        if counts[status]:
            yield status, f"of these {counts[status]} {words}"
