# Made by tools/make_stub.py from the names in __init__.py.
from tocmodel.analysis.agenda import (
    agenda as agenda,
    Agenda as Agenda,
    AgendaItem as AgendaItem,
    AgendaTopic as AgendaTopic,
)
from tocmodel.analysis.comparison import (
    comparable as comparable,
    FigureComparison as FigureComparison,
    FigureSetting as FigureSetting,
    Order as Order,
)
from tocmodel.analysis.coverage import (
    CategoryCoverage as CategoryCoverage,
    Coverage as Coverage,
    coverage as coverage,
)
from tocmodel.analysis.explanation import explain as explain, Explanation as Explanation
from tocmodel.analysis.loops import (
    Loop as Loop,
    Loops as Loops,
    loops as loops,
    LoopSign as LoopSign,
)
from tocmodel.analysis.pathways import Pathways as Pathways, pathways as pathways
from tocmodel.analysis.progress import (
    Progress as Progress,
    progress as progress,
    ProgressReport as ProgressReport,
    ProgressStatus as ProgressStatus,
)
from tocmodel.analysis.publication import (
    LeftOut as LeftOut,
    Published as Published,
    published as published,
)
from tocmodel.analysis.summary import analyse as analyse, Analysis as Analysis
from tocmodel.analysis.totals import totals as totals
from tocmodel.analysis.trend_points import PointKind as PointKind, TrendPoint as TrendPoint
from tocmodel.analysis.value.claims import Claim as Claim, Claims as Claims, claims as claims
from tocmodel.analysis.value.flows import Flow as Flow, Flows as Flows, value_flows as value_flows
from tocmodel.analysis.value.loops import (
    learning_loops as learning_loops,
    LearningLoop as LearningLoop,
    LearningLoops as LearningLoops,
)
from tocmodel.analysis.value.plans import (
    plan_rows as plan_rows,
    PlanRow as PlanRow,
    PlanRows as PlanRows,
)
from tocmodel.analysis.value.spaces import (
    SpaceValue as SpaceValue,
    SpaceValues as SpaceValues,
    value_by_space as value_by_space,
)
from tocmodel.checks import check as check, Findings as Findings
from tocmodel.checks.rules import RULES as RULES
from tocmodel.conversion.convert import (
    Conversion as Conversion,
    read_foreign as read_foreign,
    write_foreign as write_foreign,
)
from tocmodel.conversion.sketch import Note as Note, Remark as Remark
from tocmodel.diagnostics import (
    Finding as Finding,
    InvalidModelError as InvalidModelError,
    ModelFileError as ModelFileError,
    Severity as Severity,
    Span as Span,
    TocModelError as TocModelError,
    UnknownIdError as UnknownIdError,
)
from tocmodel.diagram import to_diagram as to_diagram
from tocmodel.data.collect import collect as collect, track as track
from tocmodel.data.collected import (
    Collected as Collected,
    CollectedFigure as CollectedFigure,
    CollectedStatus as CollectedStatus,
)
from tocmodel.data.tracked import Tracked as Tracked, TrackerCounts as TrackerCounts
from tocmodel.diagram.model import Diagram as Diagram
from tocmodel.differences import diff as diff, Differences as Differences
from tocmodel.documents.build import PictureOptions as PictureOptions, report_on as report_on
from tocmodel.documents.model import WrittenReport as WrittenReport
from tocmodel.drawing import (
    draw as draw,
    draw_matrix as draw_matrix,
    draw_progress as draw_progress,
    Drawing as Drawing,
    MatrixDrawing as MatrixDrawing,
    ProgressDrawing as ProgressDrawing,
)
from tocmodel.documents.portfolio.build import portfolio_report as portfolio_report
from tocmodel.fileformat.document import Document as Document
from tocmodel.fileformat.dumping import dump as dump, dumps as dumps, to_data as to_data
from tocmodel.fileformat.loading import (
    as_theory as as_theory,
    from_data as from_data,
    load as load,
    loads as loads,
    read as read,
    reads as reads,
    TheoryLike as TheoryLike,
)
from tocmodel.frameworks import (
    Category as Category,
    Dimension as Dimension,
    find_framework as find_framework,
    Framework as Framework,
    FRAMEWORKS as FRAMEWORKS,
)
from tocmodel.graph import to_networkx as to_networkx
from tocmodel.model import (
    Agreement as Agreement,
    Amount as Amount,
    Answer as Answer,
    ArrowsAs as ArrowsAs,
    Asset as Asset,
    Assumption as Assumption,
    BackOnTrack as BackOnTrack,
    BadgesAs as BadgesAs,
    Basis as Basis,
    Better as Better,
    BoxOrder as BoxOrder,
    Capacity as Capacity,
    Capital as Capital,
    chain as chain,
    Choice as Choice,
    ColourBy as ColourBy,
    ColumnCriterion as ColumnCriterion,
    Condition as Condition,
    Confidence as Confidence,
    Consent as Consent,
    Criterion as Criterion,
    Cycle as Cycle,
    CyclePlan as CyclePlan,
    DataTable as DataTable,
    Direction as Direction,
    Dose as Dose,
    Effect as Effect,
    Element as Element,
    ELEMENT_SECTIONS as ELEMENT_SECTIONS,
    Entry as Entry,
    Evidence as Evidence,
    EvidenceKind as EvidenceKind,
    EvidenceScale as EvidenceScale,
    EvidenceTest as EvidenceTest,
    Faces as Faces,
    Factor as Factor,
    Figure as Figure,
    Funding as Funding,
    Group as Group,
    HasOrigin as HasOrigin,
    Horizon as Horizon,
    Include as Include,
    Independence as Independence,
    Indicator as Indicator,
    IndicatorData as IndicatorData,
    IndicatorKind as IndicatorKind,
    Input as Input,
    Intervention as Intervention,
    Labels as Labels,
    LaneBy as LaneBy,
    Layout as Layout,
    Level as Level,
    Link as Link,
    LinkKind as LinkKind,
    LoopClaim as LoopClaim,
    Mechanism as Mechanism,
    Monitoring as Monitoring,
    Month as Month,
    NamedLoop as NamedLoop,
    Naming as Naming,
    Needed as Needed,
    Number as Number,
    Odds as Odds,
    Offer as Offer,
    Origin as Origin,
    Outcome as Outcome,
    Output as Output,
    Partner as Partner,
    Place as Place,
    Qualifier as Qualifier,
    Quotation as Quotation,
    Rank as Rank,
    Rating as Rating,
    Reference as Reference,
    REFERENCES as REFERENCES,
    Review as Review,
    Revision as Revision,
    Risk as Risk,
    Role as Role,
    Scale as Scale,
    Section as Section,
    SECTIONS as SECTIONS,
    ShowAs as ShowAs,
    Shows as Shows,
    Sign as Sign,
    Significance as Significance,
    Source as Source,
    Space as Space,
    SpaceKind as SpaceKind,
    SpacePlan as SpacePlan,
    Spread as Spread,
    Standing as Standing,
    Statistic as Statistic,
    Story as Story,
    StoryStep as StoryStep,
    Strength as Strength,
    TheoryKind as TheoryKind,
    TheoryOfChange as TheoryOfChange,
    Tier as Tier,
    Tip as Tip,
    Tracker as Tracker,
    TrackerData as TrackerData,
    Translation as Translation,
    Valence as Valence,
    ValueCreation as ValueCreation,
    ValueStatus as ValueStatus,
    ValueValence as ValueValence,
    View as View,
    Voice as Voice,
    VoicedEffect as VoicedEffect,
    Waiver as Waiver,
    With as With,
)
from tocmodel.narrative import (
    narrate as narrate,
    Narrative as Narrative,
    NarrativeSection as NarrativeSection,
    Paragraph as Paragraph,
    Sentence as Sentence,
)
from tocmodel.portfolios.model import (
    CategorySummary as CategorySummary,
    ComparedEntry as ComparedEntry,
    FrameworkSummary as FrameworkSummary,
    FrameworkUse as FrameworkUse,
    PassedOver as PassedOver,
    Portfolio as Portfolio,
    PortfolioRow as PortfolioRow,
)
from tocmodel.portfolios.run import portfolio as portfolio
from tocmodel.portfolios.shared import (
    MatchedBy as MatchedBy,
    shared_entries as shared_entries,
    SharedEntry as SharedEntry,
)
from tocmodel.records import to_records as to_records
from tocmodel.render.dot import to_graphviz as to_graphviz
from tocmodel.tables.coverage import to_matrix as to_matrix
from tocmodel.tables.logframe import logframe as logframe
from tocmodel.tables.matrix import Matrix as Matrix
from tocmodel.tables.monitoring import (
    monitoring_rows as monitoring_rows,
    MonitoringRow as MonitoringRow,
)
from tocmodel.tables.trends import to_trends as to_trends, Trend as Trend, Trends as Trends
from tocmodel.tables.portfolio_heat import portfolio_heat as portfolio_heat
from tocmodel.tables.signed_matrix import signed_matrix as signed_matrix
from tocmodel.tables.value import value_matrix as value_matrix
from tocmodel.wording import figure_words as figure_words
from tocmodel.version import __version__ as __version__
