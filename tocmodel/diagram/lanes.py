"""Sorting elements by level, domain, group, tier or partner, for lanes and colours.

An element's own fields decide. Only interventions have tiers and only some elements have partners,
so for these two the other elements follow the work: an intervention's results, and the needs and
means it builds on, are in its lane if all the nearest interventions agree, and in a shared lane if
they do not. An element that bears on another (an indicator, a risk, an assumption, evidence) goes
with that one. An element delivered by several partners goes with the first, the lead; its box names
the others, and the note names those who lead nothing and so have no lane.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from attrs import frozen

from tocmodel.analysis.titles import Words
from tocmodel.diagram.model import Lane
from tocmodel.diagram.sentences import list_titles
from tocmodel.graph import edges
from tocmodel.graph.wholes import outermost_groups
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
from tocmodel.wording import say

SHARED, NOT_STATED = "shared", "not-stated"

_NO_GROUP = "not-classified"
"""The key of the grey of a strand without a group."""

_BEARING = frozenset({"assumes", "threatens", "measures", "supports", "contradicts", "concerns"})


@frozen
class Classification:
    """The class of each element, and the classes in order with their titles."""

    of: Mapping[str, str]
    titles: Mapping[str, str]


def classify(theory: TheoryOfChange, by: str, ids: Iterable[str]) -> Classification:
    """Class elements by ``level``, ``domain``, ``group``, ``tier`` or ``partner``."""
    wanted = tuple(ids)
    outermost = outermost_groups(theory, theory.groups) if by == "group" else {}
    own = {
        id_: outermost.get(element.group, "") if by == "group" else _own(by, element)
        for id_, element in theory.elements.items()
    }
    if by in ("tier", "partner"):
        _follow_the_work(theory, own)
    inherit_classes(theory, own)
    of = {id_: own[id_] or NOT_STATED for id_ in wanted}
    used = set(of.values())
    titles = {
        **_titles(theory, by),
        SHARED: say(_SHARED[by]) if by in _SHARED else "",
        NOT_STATED: say("lane-not-stated"),
    }
    return Classification(of, {key: title for key, title in titles.items() if key in used})


_SHARED = {"tier": "lane-several-tiers", "partner": "lane-shared"}


def _own(by: str, element: Element) -> str:
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


def remark_on_partners(theory: TheoryOfChange, lanes: Classification, words: Words) -> str:
    """Return the words for the partners who deliver what is shown, but have no lane."""
    done = [item for id_, item in theory.interventions.items() if id_ in lanes.of]
    delivering = {partner for item in done for partner in item.partners}
    helping = [id_ for id_ in theory.partners if id_ in delivering and id_ not in lanes.titles]
    if not helping:
        return ""
    key = "note-delivers" if len(helping) == 1 else "note-deliver"
    return say(key, partners=list_titles([*map(words.title, helping)]))


def drawn_lanes(
    lanes: Classification, used: Collection[str], words: Words, *, strands: bool
) -> tuple[Lane, ...]:
    """Return the lanes with a box; strands have the colours of boxes coloured by group."""
    own = {**words.theory.partners, **words.theory.groups}
    return tuple(
        Lane(
            id=key,
            title=words.title(key) if key in own else title,
            colour=_strand_colour(key) if strands else "",
        )
        for key, title in lanes.titles.items()
        if key in used
    )


def _strand_colour(group: str) -> str:
    return _NO_GROUP if group == NOT_STATED else f"group:{group}"


def _titles(theory: TheoryOfChange, by: str) -> dict[str, str]:
    titles: dict[str, Callable[[], dict[str, str]]] = {
        "level": lambda: {str(level): say(f"level-{level}") for level in Level},
        "tier": lambda: {str(tier): say(f"tier-{tier}") for tier in Tier},
        "group": lambda: {id_: group.full_title for id_, group in theory.groups.items()},
        "partner": lambda: {id_: partner.full_title for id_, partner in theory.partners.items()},
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
    """Return the elements met on the way from the starts, without going past a stop."""
    found: set[str] = set()
    left = list(starts)
    while left:
        for id_ in neighbours.get(left.pop(), ()):
            if id_ not in found and id_ not in stops:
                found.add(id_)
                left.append(id_)
    return found


def inherit_classes(theory: TheoryOfChange, own: dict[str, str]) -> None:
    """Class an element without a class like the element it bears on."""
    for edge in edges(theory):
        if edge.kind in _BEARING and not own[edge.from_]:
            own[edge.from_] = own[edge.to]
