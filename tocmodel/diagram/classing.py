"""Sorting elements by level, domain, group, tier or partner, for lanes and colours.

What an element says itself decides. Only interventions have tiers and only some elements have
partners, so for these two the others follow the work: what an intervention leads to, and the
needs and means it builds on, stand in its lane when all the nearest interventions agree, and in
a shared lane when they do not. What bears on something else (an indicator, a risk, an
assumption, evidence) stands with that. An element delivered by several partners stands with the
first, the lead.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from tocmodel.analysis.view_filter import lineage
from tocmodel.graph import edges
from tocmodel.model import (
    Asset,
    Element,
    Input,
    Intervention,
    Level,
    Partner,
    Space,
    Story,
    TheoryOfChange,
    Tier,
    ValueCreation,
)
from tocmodel.values import frozen

SHARED, NOT_STATED = "shared", "not-stated"

_BEARING = frozenset({"assumes", "threatens", "measures", "supports", "contradicts", "concerns"})


@frozen
class Classes:
    """What each element is classed as, and the classes in order with their titles."""

    of: Mapping[str, str]
    titles: Mapping[str, str]


def classes(theory: TheoryOfChange, by: str, ids: Iterable[str]) -> Classes:
    """Class elements by ``level``, ``domain``, ``group``, ``tier`` or ``partner``."""
    wanted = tuple(ids)
    own = {id_: _own(theory, by, element) for id_, element in theory.elements.items()}
    if by in ("tier", "partner"):
        _follow_the_work(theory, own)
    stand_with_what_they_bear_on(theory, own)
    of = {id_: own[id_] or NOT_STATED for id_ in wanted}
    used = set(of.values())
    titles = {**_titles(theory, by), SHARED: _SHARED.get(by, ""), NOT_STATED: "Not stated"}
    return Classes(of, {key: title for key, title in titles.items() if key in used})


_SHARED = {"tier": "Several tiers", "partner": "Shared"}


def _own(theory: TheoryOfChange, by: str, element: Element) -> str:
    if by == "group":
        return next(reversed(list(lineage(theory.groups, element.group))), "")
    if by == "partner":
        return next(iter(partners_of(element)), "")
    return str(getattr(element, by, None) or "")


def partners_of(element: Element) -> tuple[str, ...]:
    """Return the partners that an element names, the lead first."""
    if isinstance(element, Asset | Input | Intervention):
        return element.partners
    if isinstance(element, Partner):
        return (element.id,)
    if isinstance(element, Space):
        return element.members
    if isinstance(element, ValueCreation):
        return element.for_
    return (element.teller,) if isinstance(element, Story) and element.teller else ()


def _titles(theory: TheoryOfChange, by: str) -> dict[str, str]:
    titles: dict[str, Callable[[], dict[str, str]]] = {
        "level": lambda: {str(level): str(level).capitalize() for level in Level},
        "tier": lambda: {str(tier): str(tier).capitalize() for tier in Tier},
        "group": lambda: {id_: group.title for id_, group in theory.groups.items()},
        "partner": lambda: {id_: partner.title for id_, partner in theory.partners.items()},
        "domain": lambda: {
            element.domain: element.domain[:1].upper() + element.domain[1:]
            for element in theory.elements.values()
            if element.domain
        },
    }
    return titles[by]()


def _follow_the_work(theory: TheoryOfChange, own: dict[str, str]) -> None:
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for edge in edges(theory):
        if edge.kind in ("causal", "addresses", "uses", "explains"):
            ends = (edge.from_, edge.to)
            if edge.kind in ("addresses", "uses"):
                ends = (edge.to, edge.from_)
            after.setdefault(ends[0], []).append(ends[1])
            before.setdefault(ends[1], []).append(ends[0])
    starts: dict[str, list[str]] = {}
    for id_ in theory.interventions:
        if own[id_]:
            starts.setdefault(own[id_], []).append(id_)
    met: dict[str, list[str]] = {}
    for key, ids in starts.items():
        stops = theory.interventions
        for id_ in sorted(_met(after, ids, stops) | _met(before, ids, stops)):
            met.setdefault(id_, []).append(key)
    for id_, keys in met.items():
        if not own[id_]:
            own[id_] = keys[0] if len(keys) == 1 else SHARED


def _met(
    neighbours: Mapping[str, list[str]], starts: Iterable[str], stops: Collection[str]
) -> set[str]:
    """Return what is met on the way from the starts, not going on past a stop."""
    found: set[str] = set()
    left = list(starts)
    while left:
        for id_ in neighbours.get(left.pop(), ()):
            if id_ not in found and id_ not in stops:
                found.add(id_)
                left.append(id_)
    return found


def stand_with_what_they_bear_on(theory: TheoryOfChange, own: dict[str, str]) -> None:
    """Class what has no class of its own, and bears on something else, as that is classed."""
    for edge in edges(theory):
        if edge.kind in _BEARING and not own[edge.from_]:
            own[edge.from_] = own[edge.to]
