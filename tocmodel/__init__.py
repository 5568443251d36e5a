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

# ruff: noqa: F405
# (the star is for type checkers only, and __all__ is compared with the model by a test)

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
"""The version of this package."""

if TYPE_CHECKING:  # what the table below says, for type checkers and editors
    from tocmodel.analysis.coverage import Coverage, Covered, coverage
    from tocmodel.analysis.difference import Differences, diff
    from tocmodel.analysis.explaining import Explanation, explain
    from tocmodel.analysis.loops import Loop, Loops, LoopSign, loops
    from tocmodel.analysis.pathways import Pathways, pathways
    from tocmodel.analysis.summary import Analysis, analyse
    from tocmodel.analysis.value.claims import Claim, Claims, claims
    from tocmodel.analysis.value.flows import Flow, Flows, value_flows
    from tocmodel.analysis.value.loops import LearningLoop, LearningLoops, learning_loops
    from tocmodel.analysis.value.spaces import SpaceValue, SpaceValues, value_by_space
    from tocmodel.checking import Findings, check
    from tocmodel.diagnostics import (
        Finding,
        InvalidModelError,
        ModelFileError,
        Severity,
        Span,
        TocModelError,
        UnknownIdError,
    )
    from tocmodel.diagram import to_diagram
    from tocmodel.diagram.coverage_matrix import to_matrix
    from tocmodel.diagram.matrix import Matrix
    from tocmodel.diagram.parts import Diagram
    from tocmodel.diagram.value_matrix import value_matrix
    from tocmodel.document import Document
    from tocmodel.drawing import Drawing, MatrixDrawing, draw, draw_matrix
    from tocmodel.dumping import dump, dumps, to_data
    from tocmodel.frameworks import FRAMEWORKS, Category, Dimension, Framework, find_framework
    from tocmodel.graph import to_networkx
    from tocmodel.loading import TheoryLike, as_theory, from_data, load, loads, read, reads
    from tocmodel.model import *  # noqa: F403  # the classes: __all__ lists them by name
    from tocmodel.records import to_records
    from tocmodel.render import to_graphviz
    from tocmodel.rules import RULES

_HOMES = MappingProxyType(
    {
        "load": "tocmodel.loading",
        "loads": "tocmodel.loading",
        "read": "tocmodel.loading",
        "reads": "tocmodel.loading",
        "from_data": "tocmodel.loading",
        "as_theory": "tocmodel.loading",
        "TheoryLike": "tocmodel.loading",
        "Document": "tocmodel.document",
        "dump": "tocmodel.dumping",
        "dumps": "tocmodel.dumping",
        "to_data": "tocmodel.dumping",
        "check": "tocmodel.checking",
        "Findings": "tocmodel.checking",
        "RULES": "tocmodel.rules",
        "draw": "tocmodel.drawing",
        "Drawing": "tocmodel.drawing",
        "draw_matrix": "tocmodel.drawing",
        "MatrixDrawing": "tocmodel.drawing",
        "Matrix": "tocmodel.diagram.matrix",
        "to_diagram": "tocmodel.diagram",
        "Diagram": "tocmodel.diagram.parts",
        "to_graphviz": "tocmodel.render",
        "to_networkx": "tocmodel.graph",
        "to_records": "tocmodel.records",
        "pathways": "tocmodel.analysis.pathways",
        "Pathways": "tocmodel.analysis.pathways",
        "explain": "tocmodel.analysis.explaining",
        "Explanation": "tocmodel.analysis.explaining",
        "analyse": "tocmodel.analysis.summary",
        "Analysis": "tocmodel.analysis.summary",
        "loops": "tocmodel.analysis.loops",
        "Loop": "tocmodel.analysis.loops",
        "Loops": "tocmodel.analysis.loops",
        "LoopSign": "tocmodel.analysis.loops",
        "claims": "tocmodel.analysis.value.claims",
        "Claim": "tocmodel.analysis.value.claims",
        "Claims": "tocmodel.analysis.value.claims",
        "value_flows": "tocmodel.analysis.value.flows",
        "Flow": "tocmodel.analysis.value.flows",
        "Flows": "tocmodel.analysis.value.flows",
        "learning_loops": "tocmodel.analysis.value.loops",
        "LearningLoop": "tocmodel.analysis.value.loops",
        "LearningLoops": "tocmodel.analysis.value.loops",
        "value_by_space": "tocmodel.analysis.value.spaces",
        "SpaceValue": "tocmodel.analysis.value.spaces",
        "SpaceValues": "tocmodel.analysis.value.spaces",
        "value_matrix": "tocmodel.diagram.value_matrix",
        "FRAMEWORKS": "tocmodel.frameworks",
        "find_framework": "tocmodel.frameworks",
        "Framework": "tocmodel.frameworks",
        "Dimension": "tocmodel.frameworks",
        "Category": "tocmodel.frameworks",
        "coverage": "tocmodel.analysis.coverage",
        "Coverage": "tocmodel.analysis.coverage",
        "Covered": "tocmodel.analysis.coverage",
        "to_matrix": "tocmodel.diagram.coverage_matrix",
        "diff": "tocmodel.analysis.difference",
        "Differences": "tocmodel.analysis.difference",
        "Finding": "tocmodel.diagnostics",
        "Severity": "tocmodel.diagnostics",
        "Span": "tocmodel.diagnostics",
        "ModelFileError": "tocmodel.diagnostics",
        "TocModelError": "tocmodel.diagnostics",
        "UnknownIdError": "tocmodel.diagnostics",
        "InvalidModelError": "tocmodel.diagnostics",
    }
)
"""Where each public name lives; the classes of the model live in ``tocmodel.model``."""

__all__ = [
    "ELEMENT_SECTIONS",
    "FRAMEWORKS",
    "REFERENCES",
    "RULES",
    "SECTIONS",
    "Agreement",
    "Analysis",
    "Answer",
    "Asset",
    "Assumption",
    "Basis",
    "Better",
    "Capital",
    "Category",
    "Choice",
    "Claim",
    "Claims",
    "ColourBy",
    "Condition",
    "Confidence",
    "Coverage",
    "Covered",
    "Cycle",
    "Diagram",
    "Differences",
    "Dimension",
    "Direction",
    "Document",
    "Drawing",
    "Effect",
    "Element",
    "Entry",
    "Evidence",
    "EvidenceKind",
    "EvidenceScale",
    "EvidenceTest",
    "Explanation",
    "Faces",
    "Figure",
    "Finding",
    "Findings",
    "Flow",
    "Flows",
    "Framework",
    "Funding",
    "Group",
    "HasOrigin",
    "Horizon",
    "Include",
    "Independence",
    "Indicator",
    "IndicatorKind",
    "Input",
    "Intervention",
    "InvalidModelError",
    "Labels",
    "LaneBy",
    "LearningLoop",
    "LearningLoops",
    "Level",
    "Link",
    "Loop",
    "LoopSign",
    "Loops",
    "Matrix",
    "MatrixDrawing",
    "Mechanism",
    "ModelFileError",
    "Monitoring",
    "Needed",
    "Number",
    "Odds",
    "Origin",
    "Outcome",
    "Output",
    "Partner",
    "Pathways",
    "Place",
    "Qualifier",
    "Rank",
    "Rating",
    "Reference",
    "Review",
    "Revision",
    "Risk",
    "Role",
    "Scale",
    "Section",
    "Severity",
    "ShowAs",
    "Shows",
    "Significance",
    "Source",
    "Space",
    "SpaceKind",
    "SpaceValue",
    "SpaceValues",
    "Span",
    "Spread",
    "Standing",
    "Statistic",
    "Story",
    "StoryStep",
    "Strength",
    "TheoryKind",
    "TheoryLike",
    "TheoryOfChange",
    "Tier",
    "TocModelError",
    "Translation",
    "UnknownIdError",
    "Valence",
    "ValueCreation",
    "ValueStatus",
    "View",
    "Waiver",
    "__version__",
    "analyse",
    "as_theory",
    "chain",
    "check",
    "claims",
    "coverage",
    "diff",
    "draw",
    "draw_matrix",
    "dump",
    "dumps",
    "explain",
    "find_framework",
    "from_data",
    "learning_loops",
    "load",
    "loads",
    "loops",
    "pathways",
    "read",
    "reads",
    "to_data",
    "to_diagram",
    "to_graphviz",
    "to_matrix",
    "to_networkx",
    "to_records",
    "value_by_space",
    "value_flows",
    "value_matrix",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'tocmodel' has no attribute '{name}'")
    value = getattr(import_module(_HOMES.get(name, "tocmodel.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
