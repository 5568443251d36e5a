"""What rules look at: a theory, and what several of them ask of it, worked out once."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from tocmodel.analysis.components import strong_components
from tocmodel.analysis.evidence import (
    NOTHING,
    RESULTS,
    Bearing,
    Claim,
    Piece,
    Weight,
    pieces,
    weights,
)
from tocmodel.analysis.figures import LocatedFigure, located_figures
from tocmodel.analysis.goals import goals
from tocmodel.analysis.kinds import kind_of
from tocmodel.analysis.reach import downstream, upstream
from tocmodel.diagnostics import Pointer, Problem
from tocmodel.graph import Graph, Pair, causal_graph, edges, forward_graph
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
from tocmodel.values import field, frozen

if TYPE_CHECKING:
    from tocmodel.analysis.coverage import Standing
    from tocmodel.frameworks import Framework

K = TypeVar("K")
V = TypeVar("V")

_STORY = frozenset({"causal", "threatens", "explains", "assumes", "addresses", "uses", "recalls"})
_ORDER = {horizon: place for place, horizon in enumerate(Horizon)}


@frozen
class Dated:
    """A date or period as it is written, where it stands, and its first and last day."""

    text: str
    pointer: Pointer
    days: Period


@frozen(eq=False)
class Subject:
    """A theory that is being checked.

    Attributes:
        theory: the theory.
        frameworks: the frameworks that it names and that were found, by their ids.
        places: the place of each of them in the theory's ``frameworks``, where it has one.
        unfound: why a name in its ``frameworks`` led to none.
        included: another theory includes this one.
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
        """Whether links are there or are missed.

        Nobody misses them in a part or a results framework, nor in a list of themes: things of
        one kind, sorted into groups.
        """
        theory = self.theory
        if theory.links:
            return True
        if self.kind in (TheoryKind.PART, TheoryKind.RESULTS_FRAMEWORK):
            return False
        boxes = (theory.interventions, theory.outputs, theory.mechanisms, theory.outcomes)
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
        """Every causal link with its number; those from risks, which only threaten, left out."""
        risks = self.theory.risks
        return tuple(
            (index, link) for index, link in enumerate(self.theory.links) if link.from_ not in risks
        )

    @cached_property
    def claims(self) -> tuple[tuple[Pointer, HasOrigin], ...]:
        """Everything that says where it comes from, with its place: entries, then links."""
        theory = self.theory
        return (
            *(
                ((name, id_), entry)
                for name, kind in SECTIONS.items()
                if issubclass(kind, HasOrigin)
                for id_, entry in getattr(theory, name).items()
            ),
            *((("links", index), link) for index, link in enumerate(theory.links)),
            *(
                (("links", index, "assumes", place), item)
                for index, link in enumerate(theory.links)
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
    def circles(self) -> Mapping[str, int]:
        """For each element on a circle that is not marked as feedback, the number of the circle.

        Circles that meet have one number.
        """
        sets = (ids for ids in strong_components(self.forward) if len(ids) > 1)
        return {id_: number for number, ids in enumerate(sets) for id_ in ids}

    @cached_property
    def joined(self) -> frozenset[str]:
        """The ids of all elements that have a part in the story: linked, used, acted on ..."""
        told = (edge for edge in edges(self.theory) if edge.kind in _STORY)
        return frozenset(id_ for edge in told for id_ in (edge.from_, edge.to))

    @cached_property
    def acted_on(self) -> Mapping[str, int]:
        """What the interventions lead to along the links, themselves included."""
        return downstream(self.forward, self.theory.interventions)

    @cached_property
    def before_outcomes(self) -> Mapping[str, int]:
        """What leads to an outcome along the links, the outcomes themselves included."""
        return upstream(self.causal, self.theory.outcomes)

    @cached_property
    def indicators_of(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The indicators of each element that has one."""
        return _grouped((id_, item) for item in self.indicators for id_ in item.measures)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece of evidence, those written in place on a link included."""
        return pieces(self.theory)

    @cached_property
    def support(self) -> Mapping[Claim, tuple[Evidence, ...]]:
        """The evidence that supports each claim, whatever it shows."""
        return _grouped((claim, item.evidence) for item in self.pieces for claim in item.supports)

    def weight(self, claim: Claim) -> Weight:
        """Return the evidence on a claim, by how it bears on it."""
        return weights(self.theory).get(claim, NOTHING)

    def may_show_change(self, claim: Claim) -> tuple[Evidence, ...]:
        """Return what shows a change or a cause, and what does not say what it shows.

        A check gives the latter the benefit of the doubt: one check asks what it shows.
        """
        return self.weight(claim).of(*RESULTS, Bearing.UNSTATED)

    @cached_property
    def figures(self) -> tuple[LocatedFigure, ...]:
        """Every figure of the theory."""
        return tuple(located_figures(self.theory))

    @cached_property
    def newest(self) -> Dated | None:
        """The newest period of which something was counted or gathered."""
        figures = (
            (placed.figure.period, (*placed.pointer, "period"))
            for placed in self.figures
            if placed.figure.basis is Basis.ACTUAL and placed.role != "target"
        )
        evidence = ((piece.evidence.period, (*piece.pointer, "period")) for piece in self.pieces)
        return _last_of((*figures, *evidence))

    @cached_property
    def looked_at(self) -> Dated | None:
        """When the theory was last agreed or reviewed."""
        revision, reviews = self.theory.revision, self.theory.reviews.values()
        agreed: Pointer = ("revision", "agreed_on")
        held = ((review.date, ("reviews", review.id, "date")) for review in reviews)
        return _last_of(((revision.agreed_on if revision else "", agreed), *held))

    @cached_property
    def done(self) -> frozenset[str]:
        """The ids of what is done or used: interventions, outputs and inputs."""
        theory = self.theory
        return frozenset((*theory.interventions, *theory.outputs, *theory.inputs))

    @cached_property
    def standings(self) -> "Mapping[tuple[str, str], Mapping[str, Standing]]":
        """Where each element stands, by the ids of a framework and of one of its dimensions."""
        if not self.frameworks:
            return {}
        from tocmodel.analysis.coverage import placed  # noqa: PLC0415  # most theories need none

        return {
            (id_, dimension.id): placed(self.theory, framework, dimension)
            for id_, framework in self.frameworks.items()
            for dimension in framework.dimensions.values()
        }

    def answers_for(self, outcome: Outcome) -> bool:
        """Say whether the partnership answers for an outcome: it lies below the ceiling."""
        ceiling = self.theory.ceiling_of_accountability
        if outcome.horizon is None:
            return True
        if ceiling is None:
            return outcome.horizon is not Horizon.IMPACT
        return _ORDER[outcome.horizon] <= _ORDER[ceiling]


def has_result(indicator: Indicator) -> bool:
    """Say whether something was observed: a number or words, and not a forecast."""
    return any(
        figure.basis is Basis.ACTUAL and (figure.has_number or figure.comment)
        for figure in indicator.observations
    )


def is_later(first: Horizon | None, second: Horizon | None) -> bool:
    """Say whether the first horizon is known to lie after the second."""
    return first is not None and second is not None and _ORDER[first] > _ORDER[second]


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _last_of(written: Iterable[tuple[str, Pointer]]) -> Dated | None:
    read = ((text, pointer, period(text)) for text, pointer in written)
    dated = (Dated(text, pointer, days) for text, pointer, days in read if days is not None)
    return max(dated, key=lambda item: (item.days.start, item.days.end), default=None)
