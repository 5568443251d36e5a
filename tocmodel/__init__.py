"""Theories of change: written in a text file, checked in plain words, drawn as pictures.

>>> import tocmodel
>>> theory = tocmodel.loads('''
... tocmodel: 1
... title: A reading club
... interventions: {club: {title: Parents and children read together each week}}
... outcomes: {enjoy: {title: Children enjoy reading, who: children in the club, horizon: long}}
... links: [{from: club, to: enjoy, because: reading is a time with someone they love}]
... ''')
>>> theory.outcomes["enjoy"].title
'Children enjoy reading'
>>> [link.because for link in theory.links_to("enjoy")]
['reading is a time with someone they love']
>>> sorted(finding.rule for finding in tocmodel.check(theory) if finding.severity.value == "error")
[]
>>> tocmodel.loads(tocmodel.dumps(theory)) == theory
True

``tocmodel.load("zone.toc.yaml")`` reads a file, ``tocmodel.draw(theory).save("zone.svg")`` draws
it, and in a notebook a theory shows its own picture. Names are imported when they are first used,
so that ``import tocmodel`` costs next to nothing.
"""

from importlib import import_module
from typing import Any

from tocmodel.results import connect as _connect
from tocmodel.version import __version__ as __version__

_MODULES = {
    "tocmodel.analysis.agenda": "agenda Agenda AgendaItem AgendaTopic",
    "tocmodel.analysis.comparison": "comparable FigureComparison FigureSetting Order",
    "tocmodel.analysis.coverage": "CategoryCoverage Coverage coverage",
    "tocmodel.analysis.explanation": "explain Explanation",
    "tocmodel.analysis.loops": "Loop Loops loops LoopSign",
    "tocmodel.analysis.pathways": "Pathways pathways",
    "tocmodel.analysis.progress": "Progress progress ProgressReport ProgressStatus",
    "tocmodel.analysis.publication": "LeftOut Published published",
    "tocmodel.analysis.summary": "analyse Analysis",
    "tocmodel.analysis.totals": "totals",
    "tocmodel.analysis.trend_points": "PointKind TrendPoint",
    "tocmodel.analysis.value.claims": "Claim Claims claims",
    "tocmodel.analysis.value.flows": "Flow Flows value_flows",
    "tocmodel.analysis.value.loops": "learning_loops LearningLoop LearningLoops",
    "tocmodel.analysis.value.plans": "plan_rows PlanRow PlanRows",
    "tocmodel.analysis.value.spaces": "SpaceValue SpaceValues value_by_space",
    "tocmodel.checks": "check Findings",
    "tocmodel.checks.rules": "RULES",
    "tocmodel.conversion.convert": "Conversion read_foreign write_foreign",
    "tocmodel.conversion.sketch": "Note Remark",
    "tocmodel.diagnostics": """
        Finding InvalidModelError ModelFileError Severity Span TocModelError UnknownIdError
    """,
    "tocmodel.diagram": "to_diagram",
    "tocmodel.data.collect": "collect track",
    "tocmodel.data.collected": "Collected CollectedFigure CollectedStatus",
    "tocmodel.data.tracked": "Tracked TrackerCounts",
    "tocmodel.diagram.model": "Diagram",
    "tocmodel.differences": "diff Differences",
    "tocmodel.documents.build": "PictureOptions report_on",
    "tocmodel.documents.model": "WrittenReport",
    "tocmodel.drawing": "draw draw_matrix draw_progress Drawing MatrixDrawing ProgressDrawing",
    "tocmodel.documents.portfolio.build": "portfolio_report",
    "tocmodel.fileformat.document": "Document",
    "tocmodel.fileformat.dumping": "dump dumps to_data",
    "tocmodel.fileformat.loading": "as_theory from_data load loads read reads TheoryLike",
    "tocmodel.frameworks": "Category Dimension find_framework Framework FRAMEWORKS",
    "tocmodel.graph": "to_networkx",
    "tocmodel.model": """
        Agreement Amount Answer ArrowsAs Asset Assumption BackOnTrack BadgesAs Basis Better
        BoxOrder Capacity Capital
        chain Choice ColourBy
        ColumnCriterion Condition Confidence Consent Criterion Cycle CyclePlan DataTable Direction
        Dose Effect Element ELEMENT_SECTIONS Entry
        Evidence EvidenceKind EvidenceScale EvidenceTest Faces Factor Figure Funding Group
        HasOrigin Horizon Include Independence Indicator IndicatorData IndicatorKind Input
        Intervention
        Labels LaneBy Layout Level Link LinkKind LoopClaim Mechanism Monitoring Month NamedLoop
        Naming
        Needed Number Odds Offer Origin Outcome Output Partner Place Qualifier Quotation Rank Rating
        Reference REFERENCES Review
        Revision Risk Role Scale Section SECTIONS ShowAs Shows Sign Significance Source Space
        SpaceKind SpacePlan Spread Standing Statistic Story StoryStep Strength TheoryKind
        TheoryOfChange Tier Tip Tracker TrackerData Translation Valence ValueCreation ValueStatus
        ValueValence View
        Voice VoicedEffect Waiver With
    """,
    "tocmodel.narrative": "narrate Narrative NarrativeSection Paragraph Sentence",
    "tocmodel.portfolios.model": """
        CategorySummary ComparedEntry FrameworkSummary FrameworkUse PassedOver Portfolio
        PortfolioRow
    """,
    "tocmodel.portfolios.run": "portfolio",
    "tocmodel.portfolios.shared": "MatchedBy shared_entries SharedEntry",
    "tocmodel.records": "to_records",
    "tocmodel.render.dot": "to_graphviz",
    "tocmodel.tables.coverage": "to_matrix",
    "tocmodel.tables.logframe": "logframe",
    "tocmodel.tables.matrix": "Matrix",
    "tocmodel.tables.monitoring": "monitoring_rows MonitoringRow",
    "tocmodel.tables.trends": "to_trends Trend Trends",
    "tocmodel.tables.portfolio_heat": "portfolio_heat",
    "tocmodel.tables.signed_matrix": "signed_matrix",
    "tocmodel.tables.value": "value_matrix",
    "tocmodel.wording": "figure_words",
}
"""The public names of each module. ``python tools/make_stub.py`` writes them down for type checkers
and editors, in ``__init__.pyi``."""

_HOMES = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = ["__version__", *sorted(_HOMES)]  # noqa: PLE0604  # all of them are texts


def _show(value: Any) -> dict[str, str]:
    from tocmodel.notebook import shown  # noqa: PLC0415  # only a notebook needs it

    return shown(value)


def _save(result: Any, path: Any) -> None:
    from tocmodel.result_files import save  # noqa: PLC0415  # only when something is saved

    save(result, path)


_connect(_show, _save)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tocmodel' has no attribute '{name}'")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
