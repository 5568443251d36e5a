"""Questions asked of a theory's graph, each with a plain answer."""

from tocmodel.analysis.components import strong_components
from tocmodel.analysis.depth import depths
from tocmodel.analysis.loops import Loop, Loops, LoopSign
from tocmodel.analysis.pathways import Pathways, pathways
from tocmodel.analysis.reach import downstream, upstream

__all__ = [
    "Loop",
    "LoopSign",
    "Loops",
    "Pathways",
    "depths",
    "downstream",
    "pathways",
    "strong_components",
    "upstream",
]
