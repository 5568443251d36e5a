"""The two editions of value creation: the cycles of each, and their order.

The first edition has five cycles (E. Wenger, B. Trayner and M. de Laat, *Promoting and assessing
value creation in communities and networks: a conceptual framework*, Rapport 18, Open Universiteit,
2011), the later one eight (E. and B. Wenger-Trayner, *Learning to Make a Difference*, Cambridge
University Press, 2020). ``reframing`` is in the first edition only and has no single successor.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tocmodel.model import Cycle, Element, TheoryOfChange, ValueCreation

FIRST_EDITION = "value-creation-2011"
LATER_EDITION = "value-creation"

_SHARED = (Cycle.IMMEDIATE, Cycle.POTENTIAL, Cycle.APPLIED, Cycle.REALIZED)

EDITIONS: Mapping[str, tuple[Cycle, ...]] = MappingProxyType(
    {
        FIRST_EDITION: (*_SHARED, Cycle.REFRAMING),
        LATER_EDITION: tuple(cycle for cycle in Cycle if cycle is not Cycle.REFRAMING),
    }
)
"""The cycles of each edition, by the id of its framework, in reading order."""

FAR = frozenset({Cycle.REALIZED, Cycle.TRANSFORMATIVE, Cycle.REFRAMING})
"""The cycles in which learning has made a difference beyond the space."""

NEAR = frozenset({Cycle.IMMEDIATE, Cycle.POTENTIAL})
"""The cycles in which value is still with those who took part."""

_RANKS: Mapping[Cycle, int] = MappingProxyType(
    {
        **{cycle: rank for rank, cycle in enumerate(_SHARED)},
        Cycle.TRANSFORMATIVE: 4,
        Cycle.REFRAMING: 4,
    }
)


def rank(cycle: Cycle) -> int | None:
    """Return the position of a cycle in the main flow; ``None`` for those that surround it.

    Strategic, enabling and orienting value make the main flow possible at any point of it.

    >>> rank(Cycle.IMMEDIATE), rank(Cycle.REALIZED), rank(Cycle.ENABLING)
    (0, 3, None)
    """
    return _RANKS.get(cycle)


def is_earlier(first: Cycle, second: Cycle) -> bool:
    """Return whether value in the first cycle can be the source of value in the second.

    The cycles that surround the main flow can feed any other.

    >>> is_earlier(Cycle.POTENTIAL, Cycle.APPLIED), is_earlier(Cycle.REALIZED, Cycle.APPLIED)
    (True, False)
    >>> is_earlier(Cycle.ENABLING, Cycle.APPLIED)
    True
    """
    before, after = rank(first), rank(second)
    return first is not second and (before is None or after is None or before < after)


def edition_of(theory: TheoryOfChange) -> str:
    """Return the edition that a theory uses: the one it names, else the one its cycles belong to.

    Where ``frameworks`` names both or neither, the cycles in use decide, and the later edition
    is assumed where they leave it open.

    >>> edition_of(TheoryOfChange(title="A circle", frameworks=["value-creation-2011"]))
    'value-creation-2011'
    >>> values = {"a": {"title": "A", "cycle": "reframing"}}
    >>> edition_of(TheoryOfChange(title="A circle", value_creation=values))
    'value-creation-2011'
    """
    named = [id_ for id_ in EDITIONS if id_ in theory.frameworks]
    if len(named) == 1:
        return named[0]
    used = set(cycles_in_use(theory))
    only_first = Cycle.REFRAMING in used and used <= set(EDITIONS[FIRST_EDITION])
    return FIRST_EDITION if only_first else LATER_EDITION


def cycles_of(theory: TheoryOfChange, edition: str | None = None) -> tuple[Cycle, ...]:
    """Return the cycles of an edition, and after them those of another that the theory uses."""
    own = EDITIONS[edition or edition_of(theory)]
    return (*own, *(cycle for cycle in cycles_in_use(theory) if cycle not in own))


def cycles_in_use(theory: TheoryOfChange) -> tuple[Cycle, ...]:
    """Return every cycle that a value or a step of a story is in, in reading order."""
    used = {value.cycle for value in theory.value_creation.values()}
    used |= {step.cycle for story in theory.stories.values() for step in story.steps}
    return tuple(cycle for cycle in Cycle if cycle in used)


_WORDS = {**{cycle.value: cycle for cycle in Cycle}, "realised": Cycle.REALIZED}


def classified(element: Element) -> tuple[Cycle, ...]:
    """Return the cycles by which an element is classified, in either edition.

    >>> from tocmodel.model import Indicator
    >>> classified(Indicator(title="N", classified_as={"value-creation": ["applied"]}))
    (<Cycle.APPLIED: 'applied'>,)
    """
    found = (
        _WORDS[address.rpartition("/")[2]]
        for edition in EDITIONS
        for address in element.classified_as.get(edition, ())
        if address.rpartition("/")[2] in _WORDS
    )
    return tuple(dict.fromkeys(found))


def reframes(value: ValueCreation) -> str:
    """Return the id of the space that a value reframes; empty where it reframes none."""
    return value.reframes or (value.space if value.cycle is Cycle.REFRAMING else "")
