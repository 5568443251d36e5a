"""All checks, in the order of their codes."""

from tocmodel.checks.context import RuleContext
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.evidence.causal_overclaim import CausalOverclaim
from tocmodel.checks.rules.evidence.consent_ended import ConsentEnded
from tocmodel.checks.rules.evidence.contrary_evidence_hidden import ContraryEvidenceHidden
from tocmodel.checks.rules.evidence.contrary_evidence_unanswered import ContraryEvidenceUnanswered
from tocmodel.checks.rules.evidence.evidence_misfiled import EvidenceMisfiled
from tocmodel.checks.rules.evidence.evidence_no_source import EvidenceNoSource
from tocmodel.checks.rules.evidence.evidence_shows_unstated import EvidenceShowsUnstated
from tocmodel.checks.rules.evidence.evidence_unused import EvidenceUnused
from tocmodel.checks.rules.evidence.harvest_incomplete import HarvestIncomplete
from tocmodel.checks.rules.evidence.hoop_failed import HoopFailed
from tocmodel.checks.rules.evidence.no_rival import NoRival
from tocmodel.checks.rules.evidence.outcome_no_evidence import OutcomeNoEvidence
from tocmodel.checks.rules.evidence.quotation_no_consent import QuotationNoConsent
from tocmodel.checks.rules.evidence.self_report_only import SelfReportOnly
from tocmodel.checks.rules.evidence.source_before_event import SourceBeforeEvent
from tocmodel.checks.rules.evidence.source_unused import SourceUnused
from tocmodel.checks.rules.frameworks.category_not_for_section import CategoryNotForSection
from tocmodel.checks.rules.frameworks.framework_gap import FrameworkGap
from tocmodel.checks.rules.frameworks.framework_not_named import FrameworkNotNamed
from tocmodel.checks.rules.frameworks.framework_one_sided import FrameworkOneSided
from tocmodel.checks.rules.frameworks.framework_order import FrameworkOrder
from tocmodel.checks.rules.frameworks.framework_unclassified import FrameworkUnclassified
from tocmodel.checks.rules.frameworks.framework_unused import FrameworkUnused
from tocmodel.checks.rules.frameworks.several_of_single import SeveralOfSingle
from tocmodel.checks.rules.frameworks.unknown_category import UnknownCategory
from tocmodel.checks.rules.frameworks.unknown_framework import UnknownFramework
from tocmodel.checks.rules.frameworks.view_filter_unknown import ViewFilterUnknown
from tocmodel.checks.rules.frameworks.view_filter_unused import ViewFilterUnused
from tocmodel.checks.rules.frameworks.view_not_sortable import ViewNotSortable
from tocmodel.checks.rules.frameworks.view_shows_nothing import ViewShowsNothing
from tocmodel.checks.rules.links.assumption_does_not_hold import AssumptionDoesNotHold
from tocmodel.checks.rules.links.assumption_untested import AssumptionUntested
from tocmodel.checks.rules.links.confidence_as_fraction import ConfidenceAsFraction
from tocmodel.checks.rules.links.dispute_without_voices import DisputeWithoutVoices
from tocmodel.checks.rules.links.draft_unconfirmed import DraftUnconfirmed
from tocmodel.checks.rules.links.effect_back_unused import EffectBackUnused
from tocmodel.checks.rules.links.end_with_two_meanings import EndWithTwoMeanings
from tocmodel.checks.rules.links.everything_certain import EverythingCertain
from tocmodel.checks.rules.links.link_backwards import LinkBackwards
from tocmodel.checks.rules.links.link_leap import LinkLeap
from tocmodel.checks.rules.links.link_no_assumption import LinkNoAssumption
from tocmodel.checks.rules.links.link_no_rationale import LinkNoRationale
from tocmodel.checks.rules.links.link_twice import LinkTwice
from tocmodel.checks.rules.links.loop_claim_contradicted import LoopClaimContradicted
from tocmodel.checks.rules.links.loop_not_closed import LoopNotClosed
from tocmodel.checks.rules.links.main_effect_unknown import MainEffectUnknown
from tocmodel.checks.rules.links.main_link_inferred import MainLinkInferred
from tocmodel.checks.rules.links.mechanism_unexplained import MechanismUnexplained
from tocmodel.checks.rules.links.needs_without_link import NeedsWithoutLink
from tocmodel.checks.rules.links.no_assumptions import NoAssumptions
from tocmodel.checks.rules.links.no_mechanism import NoMechanism
from tocmodel.checks.rules.links.stated_without_source import StatedWithoutSource
from tocmodel.checks.rules.links.sufficiency_gap import SufficiencyGap
from tocmodel.checks.rules.links.too_many_links import TooManyLinks
from tocmodel.checks.rules.links.undeclared_loop import UndeclaredLoop
from tocmodel.checks.rules.links.whole_to_itself import WholeToItself
from tocmodel.checks.rules.links.whole_without_elements import WholeWithoutElements
from tocmodel.checks.rules.measurement.baseline_after_start import BaselineAfterStart
from tocmodel.checks.rules.measurement.count_as_rate import CountAsRate
from tocmodel.checks.rules.measurement.data_incomplete import DataIncomplete
from tocmodel.checks.rules.measurement.direction_unstated import DirectionUnstated
from tocmodel.checks.rules.measurement.few_answered import FewAnswered
from tocmodel.checks.rules.measurement.figure_no_source import FigureNoSource
from tocmodel.checks.rules.measurement.figures_disagree import FiguresDisagree
from tocmodel.checks.rules.measurement.forecast_as_result import ForecastAsResult
from tocmodel.checks.rules.measurement.indicator_measures_nothing import IndicatorMeasuresNothing
from tocmodel.checks.rules.measurement.indicator_no_unit import IndicatorNoUnit
from tocmodel.checks.rules.measurement.intention_as_change import IntentionAsChange
from tocmodel.checks.rules.measurement.low_start_subgroup import LowStartSubgroup
from tocmodel.checks.rules.measurement.measure_burden import MeasureBurden
from tocmodel.checks.rules.measurement.no_baseline import NoBaseline
from tocmodel.checks.rules.measurement.no_indicator import NoIndicator
from tocmodel.checks.rules.measurement.observation_before_baseline import ObservationBeforeBaseline
from tocmodel.checks.rules.measurement.observation_no_period import ObservationNoPeriod
from tocmodel.checks.rules.measurement.output_only import OutputOnly
from tocmodel.checks.rules.measurement.part_exceeds_whole import PartExceedsWhole
from tocmodel.checks.rules.measurement.parts_against_whole import PartsAgainstWhole
from tocmodel.checks.rules.measurement.percentage_no_denominator import PercentageNoDenominator
from tocmodel.checks.rules.measurement.period_impossible import PeriodImpossible
from tocmodel.checks.rules.measurement.range_impossible import RangeImpossible
from tocmodel.checks.rules.measurement.reach_exceeds_place import ReachExceedsPlace
from tocmodel.checks.rules.measurement.redacted_value import RedactedValue
from tocmodel.checks.rules.measurement.running_total_falls import RunningTotalFalls
from tocmodel.checks.rules.measurement.small_number import SmallNumber
from tocmodel.checks.rules.measurement.target_above_ceiling import TargetAboveCeiling
from tocmodel.checks.rules.measurement.target_met_at_start import TargetMetAtStart
from tocmodel.checks.rules.measurement.target_missed import TargetMissed
from tocmodel.checks.rules.measurement.target_undated import TargetUndated
from tocmodel.checks.rules.measurement.tipping_point_passed import TippingPointPassed
from tocmodel.checks.rules.measurement.tracker_unclear import TrackerUnclear
from tocmodel.checks.rules.measurement.worse_than_baseline import WorseThanBaseline
from tocmodel.checks.rules.measurement.wrong_direction import WrongDirection
from tocmodel.checks.rules.reviews.never_revised import NeverRevised
from tocmodel.checks.rules.reviews.review_assumption import ReviewAssumption
from tocmodel.checks.rules.reviews.review_no_change import ReviewNoChange
from tocmodel.checks.rules.reviews.review_no_participants import ReviewNoParticipants
from tocmodel.checks.rules.reviews.review_no_prompt import ReviewNoPrompt
from tocmodel.checks.rules.reviews.review_overdue import ReviewOverdue
from tocmodel.checks.rules.reviews.review_significance import ReviewSignificance
from tocmodel.checks.rules.structure.combination_unstated import CombinationUnstated
from tocmodel.checks.rules.structure.condition_left_alone import ConditionLeftAlone
from tocmodel.checks.rules.structure.deficit_only import DeficitOnly
from tocmodel.checks.rules.structure.goal_out_of_reach import GoalOutOfReach
from tocmodel.checks.rules.structure.harm_unasked import HarmUnasked
from tocmodel.checks.rules.structure.intervention_leads_nowhere import InterventionLeadsNowhere
from tocmodel.checks.rules.structure.intervention_without_partner import InterventionWithoutPartner
from tocmodel.checks.rules.structure.more_studied_than_counted import MoreStudiedThanCounted
from tocmodel.checks.rules.structure.no_ceiling import NoCeiling
from tocmodel.checks.rules.structure.no_context import NoContext
from tocmodel.checks.rules.structure.no_goal import NoGoal
from tocmodel.checks.rules.structure.no_interventions import NoInterventions
from tocmodel.checks.rules.structure.no_links import NoLinks
from tocmodel.checks.rules.structure.no_lived_experience import NoLivedExperience
from tocmodel.checks.rules.structure.no_outside_influence import NoOutsideInfluence
from tocmodel.checks.rules.structure.no_review_date import NoReviewDate
from tocmodel.checks.rules.structure.no_upstream import NoUpstream
from tocmodel.checks.rules.structure.not_monitored import NotMonitored
from tocmodel.checks.rules.structure.one_ecology import OneEcology
from tocmodel.checks.rules.structure.only_symptoms import OnlySymptoms
from tocmodel.checks.rules.structure.outcome_only_lowered import OutcomeOnlyLowered
from tocmodel.checks.rules.structure.outcome_without_cause import OutcomeWithoutCause
from tocmodel.checks.rules.structure.outcome_without_horizon import OutcomeWithoutHorizon
from tocmodel.checks.rules.structure.outcomes_unconnected import OutcomesUnconnected
from tocmodel.checks.rules.structure.output_leads_nowhere import OutputLeadsNowhere
from tocmodel.checks.rules.structure.part_of_itself import PartOfItself
from tocmodel.checks.rules.structure.short_term_only import ShortTermOnly
from tocmodel.checks.rules.structure.single_intervention import SingleIntervention
from tocmodel.checks.rules.structure.tier_gap import TierGap
from tocmodel.checks.rules.structure.unlinked_element import UnlinkedElement
from tocmodel.checks.rules.value.aspiration_as_ground import AspirationAsGround
from tocmodel.checks.rules.value.editions_mixed import EditionsMixed
from tocmodel.checks.rules.value.indicator_no_story import IndicatorNoStory
from tocmodel.checks.rules.value.loop_open import LoopOpen
from tocmodel.checks.rules.value.story_no_indicator import StoryNoIndicator
from tocmodel.checks.rules.value.story_step_cycle import StoryStepCycle
from tocmodel.checks.rules.value.story_step_no_evidence import StoryStepNoEvidence
from tocmodel.checks.rules.value.value_chain_break import ValueChainBreak
from tocmodel.checks.rules.value.value_for_nobody import ValueForNobody
from tocmodel.checks.rules.value.value_no_status import ValueNoStatus
from tocmodel.checks.rules.wording.compound_outcome import CompoundOutcome
from tocmodel.checks.rules.wording.deficit_wording import DeficitWording
from tocmodel.checks.rules.wording.indicator_as_outcome import IndicatorAsOutcome
from tocmodel.checks.rules.wording.no_summary import NoSummary
from tocmodel.checks.rules.wording.number_twice import NumberTwice
from tocmodel.checks.rules.wording.outcome_as_activity import OutcomeAsActivity
from tocmodel.checks.rules.wording.outcome_no_who import OutcomeNoWho
from tocmodel.checks.rules.wording.placeholder import Placeholder
from tocmodel.checks.rules.wording.plain_missing import PlainMissing
from tocmodel.checks.rules.wording.title_too_long import TitleTooLong
from tocmodel.checks.rules.wording.title_twice import TitleTwice
from tocmodel.checks.rules.wording.translation_incomplete import TranslationIncomplete
from tocmodel.checks.rules.wording.translation_unused import TranslationUnused

__all__ = ["RULES", "Rule", "RuleContext"]


class _Rules(tuple[Rule, ...]):
    """A tuple of rules that ``help`` shows by one name, and not one by one."""

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
    PartOfItself(),
    MoreStudiedThanCounted(),
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
    WholeWithoutElements(),
    WholeToItself(),
    EndWithTwoMeanings(),
    DisputeWithoutVoices(),
    EffectBackUnused(),
    LoopClaimContradicted(),
    LoopNotClosed(),
    NeedsWithoutLink(),
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
    TargetUndated(),
    TargetMissed(),
    TippingPointPassed(),
    FiguresDisagree(),
    TargetMetAtStart(),
    WorseThanBaseline(),
    BaselineAfterStart(),
    RunningTotalFalls(),
    PartsAgainstWhole(),
    SmallNumber(),
    DataIncomplete(),
    TrackerUnclear(),
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
    HarvestIncomplete(),
    QuotationNoConsent(),
    ConsentEnded(),
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
    NumberTwice(),
    TranslationIncomplete(),
    TranslationUnused(),
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
    ReviewAssumption(),
)

RULES: tuple[Rule, ...] = _Rules(_IN_ORDER)
"""All checks, in the order of their codes."""
