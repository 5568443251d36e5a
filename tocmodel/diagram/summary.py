"""The summary of a theory on one page: a view that need not be in the file, of at most 12 boxes.

It shows the main story, where links are marked as such. Otherwise the program chooses, and says so:
everything, if that is little enough; or with each group of one stage as one box; or else chains
from what is done to the goals, those with the most evidence of change first. A main story of more
boxes is made smaller in the same way. Where nothing leads to a goal, it is the elements with the
most links.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import evolve, frozen

from tocmodel.analysis.evidence import NO_EVIDENCE, Bearing, weights_of_evidence
from tocmodel.analysis.goals import aims
from tocmodel.diagram.connectors import THROUGH_HIDDEN, Connector
from tocmodel.diagram.content import Content, content
from tocmodel.diagram.evidence import link_evidence
from tocmodel.diagram.select import with_includes_collapsed
from tocmodel.diagram.view_frameworks import ViewFrameworks
from tocmodel.graph import Graph
from tocmodel.graph.paths import shortest_path
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.reach import downstream
from tocmodel.graph.wholes import outermost_groups
from tocmodel.model import TheoryOfChange, View

SUMMARY = "summary"
"""The id of the view; a view of the file with this id takes its place."""

MOST = 12
"""How many boxes a summary has at most."""

_CHANGE = frozenset({Bearing.CHANGE, Bearing.CAUSE})


@cached_per_theory
def summary_view(theory: TheoryOfChange) -> View:
    """Return the view of the summary; its description says how it was chosen.

    >>> outcomes = {id_: {"title": id_.upper()} for id_ in "abc"}
    >>> links = [{"from": "a", "to": "b", "main": True}, "b -> c"]
    >>> view = summary_view(TheoryOfChange(title="T", outcomes=outcomes, links=links))
    >>> view.where["id"], view.description
    (('a', 'b'), 'Summary: the main story, as the links say')
    """
    everything = View(id=SUMMARY, title="Summary")
    for most in range(MOST, 0, -1):  # theories that nobody described may join what is chosen
        view = next(_choices(theory, everything, most))
        if len(_boxes(_content(theory, view))) <= MOST:
            break
    return view


def _content(theory: TheoryOfChange, view: View) -> Content:
    return content(theory.whole, with_includes_collapsed(theory, view), ViewFrameworks())


def _boxes(found: Content) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys((*(found.inside.get(id_, id_) for id_ in found.shown), *found.undescribed))
    )


def _choices(theory: TheoryOfChange, view: View, most: int) -> Iterator[View]:
    """Yield the summaries of at most so many boxes, the best first."""
    found = _Picture.of(theory, _content(theory, view))
    story = tuple(one for one in found.connectors if one.main)
    kept = found.ends_of(story) or found.boxes
    reason = (
        "Summary: the main story, as the links say" if story else "Summary, chosen by the program: "
    )
    part = "; chosen by the program from it: " if story else ""
    if len(kept) <= most:
        yield found.only(view, kept, reason + ("" if story else "everything"))
    grouped = found.grouped(theory, kept)
    if grouped and len({grouped.get(id_, id_) for id_ in kept}) <= most:
        words = f"{reason}{part}groups of one stage as one box each"
        yield evolve(found.only(view, kept, words), collapse=tuple(dict.fromkeys(grouped.values())))
    chains = found.chains(theory, story, most)
    if chains:
        words = "chains to the goals" if not story else "whole chains"
        reason_of_chains = f"{reason}{part}{words}, those with the most evidence of change first"
        yield found.only(view, chains, reason_of_chains)
    yield found.only(view, found.busiest(kept, most), f"{reason}{part}what has the most links")


@frozen(kw_only=True)
class _Picture:
    """Everything that a picture of the whole theory would show.

    Attributes:
        boxes: ids of the boxes, of elements and of included theories, in the order of the theory.
        stage: to the column of each element.
        connectors: those between them.
        evidence: for each box, and for the pair of boxes of each connector, how many pieces of
            evidence show a change there.
    """

    boxes: tuple[str, ...]
    stage: Mapping[str, str]
    connectors: tuple[Connector, ...]
    evidence: Mapping[str | tuple[str, str], int]

    @classmethod
    def of(cls, theory: TheoryOfChange, shown: Content) -> "_Picture":
        """Return what a picture shows, in numbers."""
        boxes = tuple(dict.fromkeys(shown.inside.get(id_, id_) for id_ in shown.shown))
        found = tuple(one for one in shown.connectors if one.kind not in THROUGH_HIDDEN)
        weights = weights_of_evidence(theory.whole)
        evidence: dict[str | tuple[str, str], int] = dict.fromkeys(boxes, 0)
        for id_ in shown.shown:
            pieces = weights.get(id_, NO_EVIDENCE).pieces
            evidence[shown.inside.get(id_, id_)] += sum(bears in _CHANGE for bears, _ in pieces)
        for one in found:
            pieces_on_links = (
                kind for link in one.links for kind, _, _ in link_evidence(theory.whole, link)
            )
            evidence[one.from_, one.to] = sum(kind == "evidence" for kind in pieces_on_links)
        return cls(boxes=boxes, stage=shown.stage, connectors=found, evidence=evidence)

    def ends_of(self, found: Iterable[Connector]) -> tuple[str, ...]:
        """Return the boxes that some connectors join, in the order of the theory."""
        ends = {end for one in found for end in (one.from_, one.to)}
        return tuple(id_ for id_ in self.boxes if id_ in ends)

    def only(self, view: View, kept: Iterable[str], reason: str) -> View:
        """Return a view of some of the boxes."""
        return evolve(view, where={"id": tuple(kept)}, description=reason)

    def grouped(self, theory: TheoryOfChange, kept: Iterable[str]) -> dict[str, str]:
        """Return the outermost group of each element, where it holds several of one stage only."""
        outermost = outermost_groups(theory, theory.groups)
        known = theory.elements
        inside = {id_: outermost.get(known[id_].group, "") for id_ in kept if id_ in known}
        members: dict[str, list[str]] = {}
        for id_, group in inside.items():
            members.setdefault(group, []).append(self.stage[id_])
        fit = {
            group
            for group, stages in members.items()
            if group and len(stages) > 1 and len(set(stages)) == 1
        }
        return {id_: group for id_, group in inside.items() if group in fit}

    def chains(
        self, theory: TheoryOfChange, story: tuple[Connector, ...], most: int
    ) -> tuple[str, ...]:
        """Return the boxes of the shortest chains to goals, as many whole chains as there is room.

        Chains of the main story may also end where it ends. Chains from interventions come first,
        and then those from anything that nothing leads to; of these, those with the most evidence,
        and then those whose start leads to most.
        """
        graph = self._graph(story or self.connectors)
        ends = _farthest(graph, {id_ for id_ in aims(theory) if id_ in graph.successors})
        if story or not ends:
            ends.update(id_ for id_ in graph.nodes if not graph.successors[id_])
        starts = [
            id_ for id_ in graph.nodes if id_ in theory.interventions or not graph.predecessors[id_]
        ]
        found = [path for id_ in starts if len(path := shortest_path(graph, [id_], ends)) > 1]
        found.sort(
            key=lambda path: (
                path[0] not in theory.interventions,
                -self._proof(path),
                -len(downstream(graph, path[:1])),
            )
        )
        kept: set[str] = set()
        for path in found:
            if len(kept.union(path)) <= most:
                kept.update(path)
        return tuple(id_ for id_ in self.boxes if id_ in kept)

    def busiest(self, kept: Iterable[str], most: int) -> tuple[str, ...]:
        """Return the boxes with the most connectors, in the order of the theory."""
        ends = [end for one in self.connectors for end in (one.from_, one.to)]
        first = set(sorted(kept, key=lambda id_: -ends.count(id_))[:most])
        return tuple(id_ for id_ in self.boxes if id_ in first)

    def _graph(self, along: Iterable[Connector]) -> Graph:
        pairs = dict.fromkeys(
            pair
            for one in along
            if one.kind in ("causal", "mutual") and not one.feedback
            for pair in ((one.from_, one.to), (one.to, one.from_))[: 1 + (one.kind == "mutual")]
        )
        after: dict[str, list[str]] = {id_: [] for id_ in self.boxes}
        before: dict[str, list[str]] = {id_: [] for id_ in self.boxes}
        for start, end in pairs:
            after[start].append(end)
            before[end].append(start)
        return Graph(
            self.boxes,
            {id_: tuple(ids) for id_, ids in after.items()},
            {id_: tuple(ids) for id_, ids in before.items()},
            dict.fromkeys(pairs, ()),
        )

    def _proof(self, path: tuple[str, ...]) -> int:
        steps: tuple[str | tuple[str, str], ...] = (*path, *pairwise(path))
        return sum(self.evidence.get(step, 0) for step in steps)


def _farthest(graph: Graph, goals: set[str]) -> set[str]:
    """Return the goals that lead to no other goal; all of them if they lead to each other."""
    last = {id_ for id_ in goals if goals.isdisjoint(downstream(graph, [id_]).keys() - {id_})}
    return last or goals
