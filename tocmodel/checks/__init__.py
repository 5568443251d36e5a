"""Checking a theory: run the checks, apply the waivers, and locate every finding.

``check`` gives one finding for each place, in the order of the file, as editors and reports for
machines need them. A finding that only follows from another is not among them: while nothing is
linked, there is no need to list each outcome without a link. It is counted in the ``follows`` of
its cause.

``group`` makes a short list for people: many findings of one rule become one, and the most useful
come first.
"""

from tocmodel.checks.cut_texts import CUT_CODES
from tocmodel.checks.run import Findings, check, kind_of
from tocmodel.checks.select import Selection
from tocmodel.checks.summarise import group
from tocmodel.checks.waivers import WAIVER_CODES

__all__ = ["CUT_CODES", "WAIVER_CODES", "Findings", "Selection", "check", "group", "kind_of"]
