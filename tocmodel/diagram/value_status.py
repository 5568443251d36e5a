"""How a picture distinguishes value that happened, is planned or hoped for, or has no status."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tocmodel.model import Cycle, Element, TheoryOfChange, ValueCreation, ValueStatus
from tocmodel.wording import VALUE_WORDS, say, valence_words

NOT_SAID = "not-said"
"""The status of value where the file does not state whether it happened."""

_BADGES: Mapping[str, str] = {
    "planned": "value-planned",
    "hoped": "value-hoped",
    NOT_SAID: "value-not-said",
}

LEGEND: Mapping[str, str] = {
    "": VALUE_WORDS[ValueStatus.HAPPENED],
    "planned": VALUE_WORDS[ValueStatus.PLANNED],
    "hoped": VALUE_WORDS[ValueStatus.HOPED],
    NOT_SAID: VALUE_WORDS[None],
}
"""The meaning of a box's outline for each status."""

_PLACES = {cycle: place for place, cycle in enumerate(Cycle)}


def status_of(element: Element) -> str:
    """Return the status of value that is not known to have happened; empty for anything else."""
    if not isinstance(element, ValueCreation) or element.status is ValueStatus.HAPPENED:
        return ""
    return str(element.status) if element.status else NOT_SAID


def order_of(element: Element) -> int | None:
    """Return the place of value among the cycles, in reading order."""
    return _PLACES[element.cycle] if isinstance(element, ValueCreation) else None


def value_badges(element: Element, column: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and words of a value's badges; its cycle if its column does not show it."""
    if not isinstance(element, ValueCreation):
        return
    status = status_of(element)
    cycle = "" if column == str(element.cycle) else say(f"cycle-{element.cycle}")
    words = (cycle, valence_words(element), say(_BADGES[status]) if status in _BADGES else "")
    if text := ", ".join(filter(None, words)):
        yield status or "cycle", text


def group_badges(theory: TheoryOfChange, members: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the kind and words of badges that count a group's values not known to have happened."""
    counts = Counter(status_of(theory.element(id_)) for id_ in members)
    for status, key in _BADGES.items():
        if counts[status]:
            yield status, say("of-these", number=counts[status], what=say(key))
