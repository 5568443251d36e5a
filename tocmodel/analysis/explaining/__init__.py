"""Why is it so? The causes of an element, the causes of these, and what is done about each."""

from tocmodel.analysis.explaining.fan import explain
from tocmodel.analysis.explaining.parts import Actor, Cause, Explanation, Strength, Told, Why

__all__ = ["Actor", "Cause", "Explanation", "Strength", "Told", "Why", "explain"]
