"""Every rule, in the order of the codes."""

from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules.aspiration_as_ground import AspirationAsGround
from tocmodel.rules.assumption_does_not_hold import AssumptionDoesNotHold
from tocmodel.rules.assumption_untested import AssumptionUntested
from tocmodel.rules.category_not_for_section import CategoryNotForSection
from tocmodel.rules.causal_overclaim import CausalOverclaim
from tocmodel.rules.combination_unstated import CombinationUnstated
from tocmodel.rules.compound_outcome import CompoundOutcome
from tocmodel.rules.condition_left_alone import ConditionLeftAlone
from tocmodel.rules.confidence_as_fraction import ConfidenceAsFraction
from tocmodel.rules.contrary_evidence_hidden import ContraryEvidenceHidden
from tocmodel.rules.contrary_evidence_unanswered import ContraryEvidenceUnanswered
from tocmodel.rules.count_as_rate import CountAsRate
from tocmodel.rules.deficit_only import DeficitOnly
from tocmodel.rules.deficit_wording import DeficitWording
from tocmodel.rules.direction_unstated import DirectionUnstated
from tocmodel.rules.draft_unconfirmed import DraftUnconfirmed
from tocmodel.rules.editions_mixed import EditionsMixed
from tocmodel.rules.everything_certain import EverythingCertain
from tocmodel.rules.evidence_misfiled import EvidenceMisfiled
from tocmodel.rules.evidence_no_source import EvidenceNoSource
from tocmodel.rules.evidence_shows_unstated import EvidenceShowsUnstated
from tocmodel.rules.evidence_unused import EvidenceUnused
from tocmodel.rules.few_answered import FewAnswered
from tocmodel.rules.figure_no_source import FigureNoSource
from tocmodel.rules.forecast_as_result import ForecastAsResult
from tocmodel.rules.framework_gap import FrameworkGap
from tocmodel.rules.framework_not_named import FrameworkNotNamed
from tocmodel.rules.framework_one_sided import FrameworkOneSided
from tocmodel.rules.framework_order import FrameworkOrder
from tocmodel.rules.framework_unclassified import FrameworkUnclassified
from tocmodel.rules.framework_unused import FrameworkUnused
from tocmodel.rules.goal_out_of_reach import GoalOutOfReach
from tocmodel.rules.harm_unasked import HarmUnasked
from tocmodel.rules.hoop_failed import HoopFailed
from tocmodel.rules.indicator_as_outcome import IndicatorAsOutcome
from tocmodel.rules.indicator_measures_nothing import IndicatorMeasuresNothing
from tocmodel.rules.indicator_no_story import IndicatorNoStory
from tocmodel.rules.indicator_no_unit import IndicatorNoUnit
from tocmodel.rules.intention_as_change import IntentionAsChange
from tocmodel.rules.intervention_leads_nowhere import InterventionLeadsNowhere
from tocmodel.rules.intervention_without_partner import InterventionWithoutPartner
from tocmodel.rules.link_backwards import LinkBackwards
from tocmodel.rules.link_leap import LinkLeap
from tocmodel.rules.link_no_assumption import LinkNoAssumption
from tocmodel.rules.link_no_rationale import LinkNoRationale
from tocmodel.rules.link_twice import LinkTwice
from tocmodel.rules.loop_open import LoopOpen
from tocmodel.rules.low_start_subgroup import LowStartSubgroup
from tocmodel.rules.main_effect_unknown import MainEffectUnknown
from tocmodel.rules.main_link_inferred import MainLinkInferred
from tocmodel.rules.measure_burden import MeasureBurden
from tocmodel.rules.mechanism_unexplained import MechanismUnexplained
from tocmodel.rules.never_revised import NeverRevised
from tocmodel.rules.no_assumptions import NoAssumptions
from tocmodel.rules.no_baseline import NoBaseline
from tocmodel.rules.no_ceiling import NoCeiling
from tocmodel.rules.no_context import NoContext
from tocmodel.rules.no_goal import NoGoal
from tocmodel.rules.no_indicator import NoIndicator
from tocmodel.rules.no_interventions import NoInterventions
from tocmodel.rules.no_links import NoLinks
from tocmodel.rules.no_lived_experience import NoLivedExperience
from tocmodel.rules.no_mechanism import NoMechanism
from tocmodel.rules.no_outside_influence import NoOutsideInfluence
from tocmodel.rules.no_review_date import NoReviewDate
from tocmodel.rules.no_rival import NoRival
from tocmodel.rules.no_summary import NoSummary
from tocmodel.rules.no_upstream import NoUpstream
from tocmodel.rules.not_monitored import NotMonitored
from tocmodel.rules.observation_before_baseline import ObservationBeforeBaseline
from tocmodel.rules.observation_no_period import ObservationNoPeriod
from tocmodel.rules.one_ecology import OneEcology
from tocmodel.rules.only_symptoms import OnlySymptoms
from tocmodel.rules.outcome_as_activity import OutcomeAsActivity
from tocmodel.rules.outcome_no_evidence import OutcomeNoEvidence
from tocmodel.rules.outcome_no_who import OutcomeNoWho
from tocmodel.rules.outcome_only_lowered import OutcomeOnlyLowered
from tocmodel.rules.outcome_without_cause import OutcomeWithoutCause
from tocmodel.rules.outcome_without_horizon import OutcomeWithoutHorizon
from tocmodel.rules.outcomes_unconnected import OutcomesUnconnected
from tocmodel.rules.output_leads_nowhere import OutputLeadsNowhere
from tocmodel.rules.output_only import OutputOnly
from tocmodel.rules.part_exceeds_whole import PartExceedsWhole
from tocmodel.rules.percentage_no_denominator import PercentageNoDenominator
from tocmodel.rules.period_impossible import PeriodImpossible
from tocmodel.rules.placeholder import Placeholder
from tocmodel.rules.plain_missing import PlainMissing
from tocmodel.rules.range_impossible import RangeImpossible
from tocmodel.rules.reach_exceeds_place import ReachExceedsPlace
from tocmodel.rules.redacted_value import RedactedValue
from tocmodel.rules.review_no_change import ReviewNoChange
from tocmodel.rules.review_no_participants import ReviewNoParticipants
from tocmodel.rules.review_no_prompt import ReviewNoPrompt
from tocmodel.rules.review_overdue import ReviewOverdue
from tocmodel.rules.review_significance import ReviewSignificance
from tocmodel.rules.self_report_only import SelfReportOnly
from tocmodel.rules.several_of_single import SeveralOfSingle
from tocmodel.rules.short_term_only import ShortTermOnly
from tocmodel.rules.single_intervention import SingleIntervention
from tocmodel.rules.source_before_event import SourceBeforeEvent
from tocmodel.rules.source_unused import SourceUnused
from tocmodel.rules.stated_without_source import StatedWithoutSource
from tocmodel.rules.story_no_indicator import StoryNoIndicator
from tocmodel.rules.story_step_cycle import StoryStepCycle
from tocmodel.rules.story_step_no_evidence import StoryStepNoEvidence
from tocmodel.rules.sufficiency_gap import SufficiencyGap
from tocmodel.rules.target_above_ceiling import TargetAboveCeiling
from tocmodel.rules.tier_gap import TierGap
from tocmodel.rules.title_too_long import TitleTooLong
from tocmodel.rules.title_twice import TitleTwice
from tocmodel.rules.too_many_links import TooManyLinks
from tocmodel.rules.undeclared_loop import UndeclaredLoop
from tocmodel.rules.unknown_category import UnknownCategory
from tocmodel.rules.unknown_framework import UnknownFramework
from tocmodel.rules.unlinked_element import UnlinkedElement
from tocmodel.rules.value_chain_break import ValueChainBreak
from tocmodel.rules.value_for_nobody import ValueForNobody
from tocmodel.rules.value_no_status import ValueNoStatus
from tocmodel.rules.view_filter_unknown import ViewFilterUnknown
from tocmodel.rules.view_filter_unused import ViewFilterUnused
from tocmodel.rules.view_not_sortable import ViewNotSortable
from tocmodel.rules.view_shows_nothing import ViewShowsNothing
from tocmodel.rules.wrong_direction import WrongDirection

__all__ = ["RULES", "Rule", "Subject"]


class _Rules(tuple[Rule, ...]):
    """Rules that ``help`` shows by the name of all of them, and not one by one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "RULES"


_IN_ORDER: tuple[Rule, ...] = (
    NoGoal(),
    NoLinks(),
    NoInterventions(),
    UnlinkedElement(),
    InterventionLeadsNowhere(),
    OutputLeadsNowhere(),
    OutcomeOnlyLowered(),
    OutcomeWithoutCause(),
    OutcomesUnconnected(),
    GoalOutOfReach(),
    NoContext(),
    NoOutsideInfluence(),
    NoCeiling(),
    ShortTermOnly(),
    NoUpstream(),
    DeficitOnly(),
    SingleIntervention(),
    CombinationUnstated(),
    OneEcology(),
    TierGap(),
    NoLivedExperience(),
    HarmUnasked(),
    OnlySymptoms(),
    OutcomeWithoutHorizon(),
    ConditionLeftAlone(),
    NotMonitored(),
    InterventionWithoutPartner(),
    NoReviewDate(),
    UndeclaredLoop(),
    LinkNoRationale(),
    LinkBackwards(),
    MainEffectUnknown(),
    LinkLeap(),
    NoAssumptions(),
    LinkNoAssumption(),
    AssumptionUntested(),
    NoMechanism(),
    MechanismUnexplained(),
    SufficiencyGap(),
    TooManyLinks(),
    AssumptionDoesNotHold(),
    EverythingCertain(),
    ConfidenceAsFraction(),
    LinkTwice(),
    MainLinkInferred(),
    DraftUnconfirmed(),
    StatedWithoutSource(),
    NoIndicator(),
    TargetAboveCeiling(),
    IndicatorMeasuresNothing(),
    NoBaseline(),
    WrongDirection(),
    DirectionUnstated(),
    PeriodImpossible(),
    ObservationBeforeBaseline(),
    PercentageNoDenominator(),
    CountAsRate(),
    PartExceedsWhole(),
    RangeImpossible(),
    ReachExceedsPlace(),
    OutputOnly(),
    ForecastAsResult(),
    IntentionAsChange(),
    LowStartSubgroup(),
    MeasureBurden(),
    RedactedValue(),
    IndicatorNoUnit(),
    FigureNoSource(),
    ObservationNoPeriod(),
    FewAnswered(),
    OutcomeNoEvidence(),
    SelfReportOnly(),
    CausalOverclaim(),
    NoRival(),
    HoopFailed(),
    ContraryEvidenceUnanswered(),
    SourceBeforeEvent(),
    EvidenceUnused(),
    SourceUnused(),
    EvidenceNoSource(),
    ContraryEvidenceHidden(),
    EvidenceShowsUnstated(),
    EvidenceMisfiled(),
    OutcomeAsActivity(),
    OutcomeNoWho(),
    CompoundOutcome(),
    TitleTooLong(),
    PlainMissing(),
    DeficitWording(),
    NoSummary(),
    TitleTwice(),
    IndicatorAsOutcome(),
    Placeholder(),
    UnknownFramework(),
    FrameworkNotNamed(),
    UnknownCategory(),
    CategoryNotForSection(),
    SeveralOfSingle(),
    FrameworkUnused(),
    ViewNotSortable(),
    ViewFilterUnknown(),
    ViewFilterUnused(),
    FrameworkGap(),
    FrameworkUnclassified(),
    FrameworkOneSided(),
    FrameworkOrder(),
    ViewShowsNothing(),
    ValueChainBreak(),
    StoryNoIndicator(),
    IndicatorNoStory(),
    AspirationAsGround(),
    LoopOpen(),
    StoryStepCycle(),
    StoryStepNoEvidence(),
    EditionsMixed(),
    ValueNoStatus(),
    ValueForNobody(),
    NeverRevised(),
    ReviewOverdue(),
    ReviewNoChange(),
    ReviewNoParticipants(),
    ReviewNoPrompt(),
    ReviewSignificance(),
)

RULES: tuple[Rule, ...] = _Rules(_IN_ORDER)
"""The rules that a check runs, in the order of their codes."""
