"""Why something is so: its causes, their causes, and what acts on each."""

from tocmodel.analysis.explanation.explain import explain
from tocmodel.analysis.explanation.model import (
    Actor,
    Cause,
    CausesListed,
    Explanation,
    NearbyAsset,
    Why,
)
from tocmodel.analysis.explanation.through_wholes import WholeExplanation, explain_whole

__all__ = [
    "Actor",
    "Cause",
    "CausesListed",
    "Explanation",
    "NearbyAsset",
    "WholeExplanation",
    "Why",
    "explain",
    "explain_whole",
]
