"""Checking a theory: run the rules, apply the waivers, give every finding its place.

``check`` gives one finding a place, in the order of the file, as editors and reports for
machines need them. A finding that only follows from another is not among them: while nothing is
linked, that each outcome lacks a link is no news. It is counted in the ``follows`` of its cause.

``group`` makes a short list for people: many findings of one rule become one, and the most useful
come first.
"""

from tocmodel.checking._cut_texts import CUT_CODES
from tocmodel.checking._grouping import group
from tocmodel.checking._running import Findings, check, kind_of
from tocmodel.checking._selecting import Selection
from tocmodel.checking._waivers import WAIVER_CODES

__all__ = ["CUT_CODES", "WAIVER_CODES", "Findings", "Selection", "check", "group", "kind_of"]
