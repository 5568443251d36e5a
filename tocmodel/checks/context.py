"""The context of a rule: a theory, and facts about it that several rules need, worked out once."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from tocmodel.analysis.evidence import (
    NO_EVIDENCE,
    RESULTS,
    Bearing,
    ClaimKey,
    Piece,
    WeightOfEvidence,
    pieces,
    weights_of_evidence,
)
from tocmodel.analysis.figures import LocatedFigure, located_figures
from tocmodel.analysis.goals import goals
from tocmodel.analysis.theory_kind import kind_of
from tocmodel.diagnostics import Pointer, Problem
from tocmodel.graph import Graph, Pair, causal_graph, edges, forward_graph, story_graph
from tocmodel.graph.passing import (
    caused,
    passing_forward_graph,
    passing_graph,
    reached,
    works,
)
from tocmodel.graph.reach import upstream
from tocmodel.graph.relations import whole_edges
from tocmodel.graph.wholes import members_of_any
from tocmodel.model import (
    SECTIONS,
    Assumption,
    Basis,
    Condition,
    Evidence,
    HasOrigin,
    Horizon,
    Indicator,
    Intervention,
    Link,
    Outcome,
    TheoryKind,
    TheoryOfChange,
)
from tocmodel.model.period import Period, period

if TYPE_CHECKING:
    from tocmodel.analysis.coverage import ElementCategories
    from tocmodel.frameworks import Framework

K = TypeVar("K")
V = TypeVar("V")

_STORY = frozenset(
    {
        "causal",
        "associated",
        "threatens",
        "explains",
        "assumes",
        "addresses",
        "uses",
        "part_of",
        "recalls",
    }
)
_ORDER = {horizon: place for place, horizon in enumerate(Horizon)}


@frozen
class WrittenDate:
    """A date or period as it is written, its place, and its first and last day."""

    text: str
    pointer: Pointer
    days: Period


@frozen(eq=False)
class RuleContext:
    """A theory that is being checked.

    Attributes:
        theory: the theory.
        frameworks: the frameworks that it names and that were found, by their ids.
        places: the place of each of them in the theory's ``frameworks``, where it has one.
        unfound: the reason for each name in its ``frameworks`` that was not found.
        included: whether another theory includes this one.
    """

    theory: TheoryOfChange
    frameworks: "Mapping[str, Framework]" = field(factory=lambda: MappingProxyType({}))
    places: Mapping[str, int] = field(factory=lambda: MappingProxyType({}))
    unfound: tuple[Problem, ...] = ()
    included: bool = False

    @cached_property
    def kind(self) -> TheoryKind:
        """The kind of theory, stated or guessed."""
        return kind_of(self.theory, included=self.included).kind

    @cached_property
    def expects_links(self) -> bool:
        """Whether there are links, or links are expected.

        They are not expected in a part or a results framework, nor in a list of themes: elements
        of one kind, sorted into groups.
        """
        theory = self.theory
        if theory.links:
            return True
        if self.kind in (TheoryKind.PART, TheoryKind.RESULTS_FRAMEWORK):
            return False
        boxes = (
            theory.factors,
            theory.interventions,
            theory.outputs,
            theory.mechanisms,
            theory.outcomes,
        )
        filled = [section for section in boxes if section]
        return len(filled) != 1 or not all(entry.group for entry in filled[0].values())

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome."""
        return tuple(self.theory.outcomes.values())

    @cached_property
    def interventions(self) -> tuple[Intervention, ...]:
        """Every intervention."""
        return tuple(self.theory.interventions.values())

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition."""
        return tuple(self.theory.conditions.values())

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator."""
        return tuple(self.theory.indicators.values())

    @cached_property
    def links(self) -> tuple[tuple[int, Link], ...]:
        """Every causal link with its number, except links from risks, which only threaten."""
        risks = self.theory.risks
        return tuple(
            (index, link)
            for index, link in enumerate(self.theory.links)
            if link.is_causal and link.from_ not in risks
        )

    @cached_property
    def statements(self) -> tuple[tuple[int, Link], ...]:
        """The links, one for each that is written: a list at an end shares one reason."""
        return tuple((index, link) for index, link in self.links if not link.is_repeated)

    @cached_property
    def claims(self) -> tuple[tuple[Pointer, HasOrigin], ...]:
        """Everything with an origin, and its place: entries, then links."""
        theory = self.theory
        return (
            *(
                ((name, id_), entry)
                for name, kind in SECTIONS.items()
                if issubclass(kind, HasOrigin)
                for id_, entry in getattr(theory, name).items()
            ),
            *(
                (("links", index), link)
                for index, link in enumerate(theory.links)
                if not link.is_repeated
            ),
            *(
                (("links", index, "assumes", place), item)
                for index, link in enumerate(theory.links)
                if not link.is_repeated
                for place, item in enumerate(link.assumes)
                if isinstance(item, Assumption)
            ),
        )

    @cached_property
    def last_index(self) -> Mapping[Pair, int]:
        """The number of the last link between two elements that is not marked as feedback."""
        return {(item.from_, item.to): index for index, item in self.links if not item.feedback}

    @cached_property
    def goals(self) -> tuple[Outcome, ...]:
        """The wanted outcomes of the longest run: long-term ones and impacts."""
        return tuple(self.theory.outcomes[id_] for id_ in goals(self.theory))

    @property
    def causal(self) -> Graph:
        """The causal links, feedback included."""
        return causal_graph(self.theory)

    @property
    def forward(self) -> Graph:
        """The causal links without feedback."""
        return forward_graph(self.theory)

    @cached_property
    def caused(self) -> frozenset[str]:
        """The ids of the elements that something leads to, if only to a whole that they are in."""
        return caused(self.theory)

    @property
    def story(self) -> Graph:
        """The causal links as written: without feedback, and mutual links one way."""
        return story_graph(self.theory)

    @cached_property
    def loop_numbers(self) -> Mapping[str, int]:
        """For each element on a circle that is not marked as feedback, the number of the circle.

        Circles that meet have one number.
        """
        sets = (ids for ids in self.story.components if len(ids) > 1)
        return {id_: number for number, ids in enumerate(sets) for id_ in ids}

    @cached_property
    def in_story(self) -> frozenset[str]:
        """The ids of all elements that have a part in the story: linked, used, acted on ..."""
        theory = self.theory
        relations = (e for e in (*edges(theory), *whole_edges(theory)) if e.kind in _STORY)
        ends = dict.fromkeys(id_ for edge in relations for id_ in (edge.from_, edge.to))
        return members_of_any(theory, ends).union(ends)

    @cached_property
    def acted_on(self) -> Mapping[str, int]:
        """The interventions, and the elements that lead on from them, through wholes too."""
        graph = passing_forward_graph(self.theory)
        return reached(self.theory, graph, works(self.theory, graph))

    @cached_property
    def before_outcomes(self) -> Mapping[str, int]:
        """The elements that lead to an outcome, through wholes too, and the outcomes."""
        return upstream(passing_graph(self.theory), self.theory.outcomes)

    @cached_property
    def indicators_of(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The indicators of each element that has one."""
        return _grouped((id_, item) for item in self.indicators for id_ in item.measures)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece of evidence, including evidence written in place on a link."""
        return pieces(self.theory)

    @cached_property
    def supporting_evidence(self) -> Mapping[ClaimKey, tuple[Evidence, ...]]:
        """The evidence that supports each claim, whatever it shows."""
        return _grouped((claim, item.evidence) for item in self.pieces for claim in item.supports)

    def evidence_on(self, claim: ClaimKey) -> WeightOfEvidence:
        """Return the evidence on a claim: for, against, and neither."""
        return weights_of_evidence(self.theory).get(claim, NO_EVIDENCE)

    def may_show_change(self, claim: ClaimKey) -> tuple[Evidence, ...]:
        """Return evidence of a change or a cause, and evidence that does not state what it shows.

        Checks give the latter the benefit of the doubt: one check asks what it shows.
        """
        return self.evidence_on(claim).of(*RESULTS, Bearing.UNSTATED)

    @cached_property
    def figures(self) -> tuple[LocatedFigure, ...]:
        """Every figure of the theory."""
        return tuple(located_figures(self.theory))

    @cached_property
    def newest_period(self) -> WrittenDate | None:
        """The newest period of the figures and evidence."""
        figures = (
            (placed.figure.period, (*placed.pointer, "period"))
            for placed in self.figures
            if placed.figure.basis is Basis.ACTUAL and placed.role != "target"
        )
        evidence = ((piece.evidence.period, (*piece.pointer, "period")) for piece in self.pieces)
        return _last_of((*figures, *evidence))

    @cached_property
    def last_reviewed(self) -> WrittenDate | None:
        """When the theory was last agreed or reviewed."""
        revision, reviews = self.theory.revision, self.theory.reviews.values()
        agreed: Pointer = ("revision", "agreed_on")
        held = ((review.date, ("reviews", review.id, "date")) for review in reviews)
        return _last_of(((revision.agreed_on if revision else "", agreed), *held))

    @cached_property
    def done_or_used(self) -> frozenset[str]:
        """The ids of the work: interventions, outputs and inputs."""
        theory = self.theory
        return frozenset((*theory.interventions, *theory.outputs, *theory.inputs))

    @cached_property
    def element_categories(self) -> "Mapping[tuple[str, str], Mapping[str, ElementCategories]]":
        """The categories of each element, by the ids of a framework and a dimension."""
        if not self.frameworks:
            return {}
        from tocmodel.analysis.coverage import categories_by_element  # noqa: PLC0415  # most theories need none

        return {
            (id_, dimension.id): categories_by_element(self.theory, framework, dimension)
            for id_, framework in self.frameworks.items()
            for dimension in framework.dimensions.values()
        }

    def answers_for(self, outcome: Outcome) -> bool:
        """Return whether the partnership answers for an outcome, as it is below the ceiling."""
        ceiling = self.theory.ceiling_of_accountability
        if outcome.horizon is None:
            return True
        if ceiling is None:
            return outcome.horizon is not Horizon.IMPACT
        return _ORDER[outcome.horizon] <= _ORDER[ceiling]


def has_result(indicator: Indicator) -> bool:
    """Return whether it is an observation: a number or words, and not a forecast."""
    return any(
        figure.basis is Basis.ACTUAL and (figure.has_number or figure.comment)
        for figure in indicator.observations
    )


def is_later(first: Horizon | None, second: Horizon | None) -> bool:
    """Return whether the first horizon is known to be after the second."""
    return first is not None and second is not None and _ORDER[first] > _ORDER[second]


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _last_of(written: Iterable[tuple[str, Pointer]]) -> WrittenDate | None:
    read = ((text, pointer, period(text)) for text, pointer in written)
    dated = (WrittenDate(text, pointer, days) for text, pointer, days in read if days is not None)
    return max(dated, key=lambda item: (item.days.start, item.days.end), default=None)
