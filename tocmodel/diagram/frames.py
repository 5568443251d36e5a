"""The frames around boxes: groups, whole sections that links end at, and elements with their parts.

Each box has a chain of frames, the innermost first. The parts of an element are in one frame with
it; round these are its groups; and round them is its section, if a link starts or ends at it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import frozen

from tocmodel.analysis.titles import Words
from tocmodel.diagram.connectors import Connector
from tocmodel.diagram.model import Box, Cluster
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.wholes import find_whole, members, part_of, parts
from tocmodel.model import TheoryOfChange
from tocmodel.model.numbering import number_key
from tocmodel.wording import say, say_number

Chains = Mapping[str, tuple[str, ...]]
"""To the frames around each box, the innermost first."""

MOST_FRAMES = 12
"""How many frames of groups and parts are drawn around a box, the outermost ones."""

PARTS = " and its parts"
"""What the id and the title of a frame of parts end with."""


@frozen(kw_only=True)
class FrameFinder:
    """Finds the frames around boxes.

    Attributes:
        theory: the theory.
        boxes: for each box, the elements that it shows.
        grouped: the outermost group is a frame too; it is not where it is a lane.
        sections: the names of sections that arrows start or end at.
    """

    theory: TheoryOfChange
    boxes: Mapping[str, Collection[str]]
    grouped: bool
    sections: Collection[str] = ()

    def chains(self) -> dict[str, tuple[str, ...]]:
        """Return the frames around each box, as many as are drawn."""
        inner = {id_: chain[-MOST_FRAMES:] for id_, chain in self._nested().items()}
        for name in self.sections:
            inside = self._in_section(name)
            if self._fits(inside, inner):
                inner = {
                    id_: (*chain, name) if id_ in inside else chain for id_, chain in inner.items()
                }
        return inner

    def remark(self) -> str:
        """Return the words for frames that are too deep to be drawn; empty if none is."""
        if all(len(chain) <= MOST_FRAMES for chain in self._nested().values()):
            return ""
        return say("note-frames", number=MOST_FRAMES)

    def _nested(self) -> dict[str, tuple[str, ...]]:
        """Return the groups and parts around each box, and of those not drawn only one."""
        known: dict[str, tuple[str, ...]] = {"": ()}
        return {id_: self._frames(self._start(id_), known) for id_ in self.boxes}

    def _start(self, id_: str) -> str:
        """Return an element itself; of any other box, the group around it."""
        return id_ if id_ in self.theory.elements else _group_of(self.theory, id_)

    def _frames(self, start: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Return the frames of an element or a group, each chain from that of what is around it."""
        path: dict[str, None] = {}
        id_ = start
        while id_ not in known and id_ not in path:
            path[id_] = None
            id_ = self._around(id_)
        for inner in reversed(path):
            outer = known.get(self._around(inner), ())
            known[inner] = (*self._own_frame(inner), *outer)[-MOST_FRAMES - 1 :]
        return known[start]

    def _around(self, id_: str) -> str:
        """Return the box that an element is part of, or the group around it; empty without one."""
        larger = part_of(self.theory).get(id_, "")
        if larger in self.boxes:
            return larger
        group = _group_of(self.theory, id_)
        return group if group in self.theory.groups else ""

    def _own_frame(self, id_: str) -> tuple[str, ...]:
        if id_ in self.theory.elements:
            divided = any(part in self.boxes for part in parts(self.theory).get(id_, ()))
            return (f"{id_}{PARTS}",) if divided else ()
        return (id_,) if id_ in self.theory.groups and (self.grouped or self._around(id_)) else ()

    def _in_section(self, name: str) -> frozenset[str]:
        wanted = frozenset(members(self.theory, name))
        return frozenset(
            id_ for id_, held in self.boxes.items() if held and wanted.issuperset(held)
        )

    def _fits(self, inside: Collection[str], chains: Chains) -> bool:
        """Whether no frame is partly inside a section."""
        cut = {frame for id_ in inside for frame in chains[id_]}
        outside = (id_ for id_ in self.boxes if id_ not in inside)
        return bool(inside) and not any(cut.intersection(chains[id_]) for id_ in outside)


def _group_of(theory: TheoryOfChange, id_: str) -> str:
    if id_ in theory.elements:
        return theory.elements[id_].group
    if id_ in theory.groups:
        return theory.groups[id_].group
    return id_.rpartition("/")[0]  # an included theory of an included theory


def clusters(
    chains: Chains, boxes: Iterable[Box], words: Words, areas: Mapping[str, str]
) -> tuple[Cluster, ...]:
    """Return the frames around boxes, outer before inner."""
    found: dict[str, Cluster] = {}
    for box in boxes:
        outer = ""
        for id_ in reversed(chains.get(box.id, ()) if box.cluster else ()):
            if id_ not in found:
                rank = ranks(words.theory).get(id_)
                found[id_] = Cluster(
                    id=id_, title=_title(id_, words, areas), parent=outer, rank=rank
                )
            outer = id_
    return tuple(found.values())


def areas_of(theory: TheoryOfChange, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield each described theory that covers several areas, with their number in words."""
    for id_, include in theory.includes.items():
        if include.theory and include.count:
            areas = say_number(include.count, "area", "areas")
            if include.studied is not None:
                areas = say("areas-studied", areas=areas, number=f"{include.studied:,}")
            yield f"{before}{id_}", areas
        if include.theory:
            yield from areas_of(include.theory, f"{before}{id_}/")


def _title(frame: str, words: Words, areas: Mapping[str, str]) -> str:
    if frame in areas:
        return f"{words.title(frame)} ({areas[frame]})"
    if frame.endswith(PARTS):
        return say("and-parts", title=words.title(frame.removesuffix(PARTS)))
    return words.title(frame)


@cached_per_theory
def ranks(theory: TheoryOfChange) -> Mapping[str, int]:
    """Return the place of each element and group with a number in the order of all numbers."""
    numbers = {id_: group.number for id_, group in theory.groups.items()}
    numbers |= {id_: element.number for id_, element in theory.elements.items()}
    numbered = [id_ for id_, number in numbers.items() if number]
    ordered = sorted(numbered, key=lambda id_: number_key(numbers[id_]))
    return {id_: place for place, id_ in enumerate(ordered)}


def section_ends(theory: TheoryOfChange, found: Iterable[Connector]) -> tuple[str, ...]:
    """Return the sections that some connectors start or end at, each once."""
    names = dict.fromkeys(end for one in found for end in (one.from_, one.to))
    wholes = (find_whole(theory, name) for name in names)
    return tuple(whole.name for whole in wholes if whole is not None and whole.section)
