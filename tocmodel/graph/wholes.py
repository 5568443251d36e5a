"""Wholes: the groups, included theories and sections that links start or end at.

A link from one whole to another claims that something in the first leads to something in the
second. It is never the same as a link from each member to each member, so it has edges of its own,
and everything that follows links passes through the whole.

The name of a section at the end of a link is spelt like an id, ``value-creation``; in an included
theory it has that theory's id before it, ``harbour/outcomes``. An id of an entry comes before the
name of a section.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import frozen

from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.model import ELEMENT_SECTIONS, TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES

ALL = "all"
"""What an input is for if every intervention uses it."""

_SECTIONS: Mapping[str, str] = {
    **{name.replace("_", "-"): name for name in ELEMENT_SECTIONS},
    ALL: "interventions",
}


@frozen
class Whole:
    """A group, an included theory or a section, as the end of a link.

    Attributes:
        name: its id, or the name of the section.
        kind: ``group``, ``include`` or ``section``.
        title: what people read.
        section: of a section, the key in a file.
    """

    name: str
    kind: str
    title: str
    section: str = ""


def find_whole(theory: TheoryOfChange, name: str) -> Whole | None:
    """Return the group, included theory or section with a name; ``None`` if it is none of these.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     groups={"early": {"title": "Early years"}},
    ...     outcomes={"fed": {"title": "Children are fed", "group": "early"}},
    ... )
    >>> find_whole(theory, "early").title, find_whole(theory, "outcomes").title
    ('Early years', 'Outcomes')
    >>> find_whole(theory, "fed") is None
    True
    """
    if name in theory.elements:
        return None
    if name in theory.groups:
        return Whole(name, "group", theory.groups[name].full_title)
    if name in theory.includes:
        return Whole(name, "include", theory.includes[name].full_title)
    scope, _, word = name.rpartition("/")
    if word not in _SECTIONS or (scope and scope not in theory.groups):
        return None
    title = SECTION_NAMES[_SECTIONS[word]].heading
    if scope:
        title = f"{title} of {theory.groups[scope].full_title}"
    return Whole(name, "section", title, _SECTIONS[word])


def title_of(theory: TheoryOfChange, name: str) -> str:
    """Return the title of an element or a whole; the name itself where nothing has it."""
    if name in theory.elements:
        return theory.elements[name].full_title
    whole = find_whole(theory, name)
    return whole.title if whole else name


def title_in_path(theory: TheoryOfChange, name: str) -> str:
    """Return the title of an element, or what a path through a whole passes: something in it."""
    title = title_of(theory, name)
    return title if name in theory.elements else f"something in {title}"


def members(theory: TheoryOfChange, name: str) -> tuple[str, ...]:
    """Return the elements in a whole, those in the groups inside it included.

    An included theory that no file describes has none. A section has those of its own file.

    >>> outcomes = {"fed": {"title": "Children are fed"}}
    >>> members(TheoryOfChange(title="Breakfast", outcomes=outcomes), "outcomes")
    ('fed',)
    """
    known = _known_members(theory)
    if name not in known:
        known[name] = _find_members(theory, name)
    return known[name]


@cached_per_theory
def _known_members(theory: TheoryOfChange) -> dict[str, tuple[str, ...]]:
    """Return the members that were found so far; they are kept as long as the theory."""
    return {}


def _find_members(theory: TheoryOfChange, name: str) -> tuple[str, ...]:
    whole = find_whole(theory, name)
    if whole is None:
        return ()
    if whole.section:
        scope = name.rpartition("/")[0]
        section = getattr(theory, whole.section)
        return tuple(id_ for id_ in section if id_.rpartition("/")[0] == scope)
    inside = groups_inside(theory, [name])
    return tuple(id_ for id_, element in theory.elements.items() if element.group in inside)


def members_of_any(theory: TheoryOfChange, names: Iterable[str]) -> frozenset[str]:
    """Return the elements in at least one of several wholes."""
    named = dict.fromkeys(name for name in names if name not in theory.elements)
    if not named:
        return frozenset()
    groups = groups_inside(theory, named)
    sections = (members(theory, name) for name in named if name not in theory.groups)
    return frozenset(
        (
            *(id_ for id_, element in theory.elements.items() if element.group in groups),
            *(id_ for ids in sections for id_ in ids),
        )
    )


def used_by(theory: TheoryOfChange, intervention: str) -> tuple[str, ...]:
    """Return the assets and inputs that an intervention names under ``uses``, those of groups too.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     groups={"rooms": {"title": "Rooms"}},
    ...     assets={"hall": {"title": "A hall", "group": "rooms"}},
    ...     interventions={"club": {"title": "Breakfast club", "uses": ["rooms"]}},
    ... )
    >>> used_by(theory, "club")
    ('hall',)
    """
    found: dict[str, None] = {}
    for name in theory.interventions[intervention].uses:
        inside = members(theory, name) if name in theory.groups else (name,)
        found.update(dict.fromkeys(inside))
    return tuple(id_ for id_ in found if id_ in theory.assets or id_ in theory.inputs)


def groups_inside(theory: TheoryOfChange, names: Iterable[str]) -> Mapping[str, None]:
    """Return those of the names that are groups, and the groups inside them, each once."""
    found = dict.fromkeys(name for name in names if name in theory.groups)
    left = list(found)
    while left:
        inner = [id_ for id_ in inner_groups(theory).get(left.pop(), ()) if id_ not in found]
        found.update(dict.fromkeys(inner))
        left += inner
    return found


@cached_per_theory
def groups_with_elements(theory: TheoryOfChange) -> frozenset[str]:
    """Return the groups that have elements, if only in a group inside them."""
    found: set[str] = set()
    for element in theory.elements.values():
        group = element.group
        while group in theory.groups and group not in found:
            found.add(group)
            group = theory.groups[group].group
    return frozenset(found)


@cached_per_theory
def inner_groups(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return the groups directly inside each group."""
    found: dict[str, list[str]] = {}
    for id_, group in theory.groups.items():
        if group.group in theory.groups:
            found.setdefault(group.group, []).append(id_)
    return {id_: tuple(ids) for id_, ids in found.items()}


@cached_per_theory
def part_of(theory: TheoryOfChange) -> Mapping[str, str]:
    """Return what each part is directly part of.

    Elements that are part of themselves, however indirectly, are left out; a check reports them.

    >>> outcomes = {"read": {"title": "Read"}, "spell": {"title": "Spell", "part_of": "read"}}
    >>> dict(part_of(TheoryOfChange(title="T", outcomes=outcomes)))
    {'spell': 'read'}
    """
    known = theory.elements
    above = {id_: item.part_of for id_, item in known.items() if item.part_of in known}
    circular = {id_ for circle in circles_of_parts(theory) for id_ in circle}
    return {id_: larger for id_, larger in above.items() if id_ not in circular}


@cached_per_theory
def circles_of_parts(theory: TheoryOfChange) -> tuple[tuple[str, ...], ...]:
    """Return the elements that are part of themselves, one circle at a time."""
    known = theory.elements
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start, element in known.items():
        path: dict[str, None] = {}
        id_ = start if element.part_of else ""
        while id_ in known and id_ not in done and id_ not in path:
            path[id_] = None
            id_ = known[id_].part_of
        if id_ in path:
            steps = tuple(path)
            found.append(steps[steps.index(id_) :])
        done.update(path)
    return tuple(found)


@cached_per_theory
def parts(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return the direct parts of each element that has some, in the order of the theory."""
    found: dict[str, list[str]] = {}
    for id_, larger in part_of(theory).items():
        found.setdefault(larger, []).append(id_)
    return {id_: tuple(ids) for id_, ids in found.items()}


@cached_per_theory
def outermost(theory: TheoryOfChange) -> Mapping[str, str]:
    """Return, for each part, the largest element that it is part of."""
    above = part_of(theory)
    found: dict[str, str] = {}
    for start in above:
        path = []
        id_ = start
        while id_ in above and id_ not in found:
            path.append(id_)
            id_ = above[id_]
        found.update(dict.fromkeys(path, found.get(id_, id_)))
    return found


def wholes_around(theory: TheoryOfChange, name: str, known: Collection[str] = ()) -> Iterator[str]:
    """Yield an element or a whole, and all that it is in: parts, groups and sections.

    Nothing that is ``known`` is yielded, nor what is around it, except for the section.
    """
    if name not in theory.elements:
        yield from (one for one in (name,) if one not in known)
        group = theory.groups[name].group if name in theory.groups else ""
        yield from groups_around(theory, group, known)
        return
    above = part_of(theory)
    id_: str | None = name
    while id_ and id_ not in known:
        yield id_
        yield from groups_around(theory, theory.elements[id_].group, known)
        id_ = above.get(id_)
    scope, slash, _ = name.rpartition("/")
    yield f"{scope}{slash}{theory.section_of(name).replace('_', '-')}"


def groups_around(theory: TheoryOfChange, group: str, known: Collection[str] = ()) -> Iterator[str]:
    """Yield a group and the groups around it, from the inside outwards, each once.

    Those that are ``known`` are left out, with all around them.
    """
    seen: set[str] = set()
    while group in theory.groups and group not in seen and group not in known:
        seen.add(group)
        yield group
        group = theory.groups[group].group


def outermost_groups(theory: TheoryOfChange, among: Collection[str]) -> Mapping[str, str]:
    """Return, for each group, the outermost one of some groups that it is in, or is itself.

    >>> groups = {"all": {"title": "All"}, "early": {"title": "Early years", "group": "all"}}
    >>> theory = TheoryOfChange(title="Breakfast", groups=groups)
    >>> dict(outermost_groups(theory, groups)), dict(outermost_groups(theory, ["early"]))
    ({'all': 'all', 'early': 'all'}, {'early': 'early'})
    """
    found: dict[str, str] = {}
    for start in theory.groups:
        path = tuple(groups_around(theory, start, found))
        outer = found.get(theory.groups[path[-1]].group, "") if path else ""
        for id_ in reversed(path):
            outer = outer or (id_ if id_ in among else "")
            found[id_] = outer
    return {id_: outer for id_, outer in found.items() if outer}


def is_within(theory: TheoryOfChange, name: str, whole: str) -> bool:
    """Whether an element or a group is in a group or a section, or part of an element.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     groups={"all": {"title": "All"}, "early": {"title": "Early years", "group": "all"}},
    ...     outcomes={"fed": {"title": "Children are fed", "group": "early"}},
    ... )
    >>> is_within(theory, "fed", "all"), is_within(theory, "fed", "outcomes")
    (True, True)
    >>> is_within(theory, "all", "early")
    False
    """
    known = theory.elements
    if whole in known:
        return _encloses(_spans_of_parts(theory), whole, name)
    if whole in theory.groups:
        inner: tuple[str, ...] = (name,)
        if name in known:
            inner = (known[name].group, known[outermost(theory).get(name, name)].group)
        return any(_encloses(_spans_of_groups(theory), whole, group) for group in inner)
    found = find_whole(theory, whole)
    if found is None or not found.section or name not in known:
        return False
    in_section = name in getattr(theory, found.section)
    return in_section and name.rpartition("/")[0] == whole.rpartition("/")[0]


Spans = Mapping[str, tuple[int, int]]
"""To the first and the last number of each thing in a tree, numbered from the top down."""


def _encloses(spans: Spans, outer: str, inner: str) -> bool:
    if outer not in spans or inner not in spans:
        return outer == inner
    first, last = spans[outer]
    return first <= spans[inner][0] <= last


@cached_per_theory
def _spans_of_groups(theory: TheoryOfChange) -> Spans:
    groups = theory.groups
    tops = (id_ for id_, group in groups.items() if group.group not in groups)
    return _spans(tops, inner_groups(theory))


@cached_per_theory
def _spans_of_parts(theory: TheoryOfChange) -> Spans:
    divided = parts(theory)
    return _spans((id_ for id_ in divided if id_ not in part_of(theory)), divided)


def _spans(tops: Iterable[str], inner: Mapping[str, tuple[str, ...]]) -> Spans:
    first: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    left = [(id_, False) for id_ in tops]
    while left:
        id_, is_done = left.pop()
        if is_done:
            found[id_] = (first[id_], len(first) - 1)
        elif id_ not in first:
            first[id_] = len(first)
            left.append((id_, True))
            left += [(item, False) for item in inner.get(id_, ())]
    return found
