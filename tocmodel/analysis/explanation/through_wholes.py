"""What leads to an element, and what it leads to, only as something in a whole."""

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.relations import whole_edges
from tocmodel.graph.wholes import members, part_of, parts, wholes_around
from tocmodel.model import Link, TheoryOfChange
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class WholeExplanation(SelfDescribing):
    """What leads to a group, an included theory or a section, and what it leads to.

    Attributes:
        theory: the theory that it comes from.
        name: its id, or the name of the section.
        members: ids of the elements in it; none of an included theory that nobody described.
        before: the links by which something leads to something in it, or back from there, the
            nearest first; each names a whole at one end at least.
        after: the links by which something in it leads to something else, in the same way.
        entering: the links from an element outside it to an element in it.
        leaving: the links from an element in it to an element outside it.
    """

    theory: TheoryOfChange
    name: str
    members: tuple[str, ...] = ()
    before: tuple[Link, ...] = ()
    after: tuple[Link, ...] = ()
    entering: tuple[Link, ...] = ()
    leaving: tuple[Link, ...] = ()


def explain_whole(theory: TheoryLike, name: str) -> WholeExplanation:
    """Explain a group, an included theory or a section: what leads to it, and what it leads to.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     groups={"mornings": {"title": "Mornings"}},
    ...     interventions={"club": {"title": "Breakfast club", "group": "mornings"}},
    ...     outcomes={"fed": {"title": "Children are not hungry"}},
    ...     links=["mornings -> fed"],
    ... )
    >>> [link.to for link in explain_whole(theory, "mornings").after]
    ['fed']
    """
    theory = as_theory(theory).whole
    inside = members(theory, name)
    within = frozenset(inside)
    known = theory.elements
    direct = [link for link in theory.links if link.from_ in known and link.to in known]
    return WholeExplanation(
        theory=theory,
        name=name,
        members=inside,
        before=links_before(theory, name),
        after=links_after(theory, name),
        entering=tuple(x for x in direct if x.to in within and x.from_ not in within),
        leaving=tuple(x for x in direct if x.from_ in within and x.to not in within),
    )


def links_before(theory: TheoryOfChange, name: str) -> tuple[Link, ...]:
    """Return the links of wholes that lead to an element or a whole, the nearest first.

    A link to a whole that it is in counts, as does a link to what it is part of, or to a part of
    it. From the start of
    each, the links go back further, from whole to whole.
    """
    return tuple(_walk(theory, name, _ending(theory), lambda link: link.from_))


def links_after(theory: TheoryOfChange, name: str) -> tuple[Link, ...]:
    """Return the links of wholes that an element or a whole leads on by, the nearest first."""
    return tuple(_walk(theory, name, _starting(theory), lambda link: link.to))


def _walk(
    theory: TheoryOfChange,
    name: str,
    links: Mapping[str, tuple[Link, ...]],
    other: Callable[[Link], str],
) -> Iterator[Link]:
    seen: set[str] = set()
    listed: set[int] = set()
    known = theory.elements
    left = [name, *_all_parts(theory, name)]
    while left:
        following: list[str] = []
        for end in (one for item in left for one in wholes_around(theory, item, seen)):
            if end in seen:
                continue
            seen.add(end)
            for link in links.get(end, ()):
                is_own = end == name and link.from_ in known and link.to in known
                if id(link) not in listed and not is_own:
                    listed.add(id(link))
                    yield link
                    following.append(other(link))
        left = [item for item in following if item not in known]


@cached_per_theory
def _ending(theory: TheoryOfChange) -> Mapping[str, tuple[Link, ...]]:
    return _by_end(theory, lambda link: link.to)


@cached_per_theory
def _starting(theory: TheoryOfChange) -> Mapping[str, tuple[Link, ...]]:
    return _by_end(theory, lambda link: link.from_)


def _by_end(theory: TheoryOfChange, end: Callable[[Link], str]) -> Mapping[str, tuple[Link, ...]]:
    """Return the links of wholes, and those of elements with parts, by one end."""
    found: dict[str, list[Link]] = {}
    for link in _of_wholes(theory):
        found.setdefault(end(link), []).append(link)
    return {name: tuple(links) for name, links in found.items()}


def _all_parts(theory: TheoryOfChange, name: str) -> list[str]:
    found: list[str] = []
    left = [name]
    while left:
        inside = parts(theory).get(left.pop(), ())
        found += inside
        left += inside
    return found


def _of_wholes(theory: TheoryOfChange) -> Iterator[Link]:
    divided = parts(theory)
    known = theory.elements
    larger = part_of(theory)
    yield from (edge.link for edge in whole_edges(theory) if edge.kind == "causal" and edge.link)
    for link in theory.links:
        ends = (link.from_, link.to)
        joins_parts = any(end in divided or end in larger for end in ends)
        if joins_parts and all(end in known for end in ends):
            yield link
