"""Weighs one change by the tables of ``weights``."""

import re
from typing import Any

from attrs import evolve

from tocmodel.analysis.difference.changes import Change
from tocmodel.analysis.difference.matching import likeness
from tocmodel.analysis.difference.parts import ChangeKind
from tocmodel.analysis.difference.weights import Weight, weight
from tocmodel.model import Figure, Significance

UNLIKE = 0.2
"""Two titles without longer words that are less alike than this say different things."""


def weigh(change: Change) -> tuple[Significance, bool]:
    """Return how much a change matters, and whether it is one of wording."""
    if change.kind is ChangeKind.RENAMED:
        return Significance.MINOR, False
    if change.kind is ChangeKind.MOVED and not change.field:
        return Significance.SIGNIFICANT, False
    given = weight(change.section, change.field.partition("/")[0])
    reworded = bool(change.old) and bool(change.new)
    if given is Weight.WORDING:
        another = reworded and change.field == "title" and is_another_claim(change)
        return _class(another), reworded and not another
    if given is Weight.REASON:
        return _class(not reworded), reworded
    return _class(_matters(change, given)), False


def _matters(change: Change, given: Weight) -> bool:
    if given is Weight.RESULT:
        return change.kind is not ChangeKind.ADDED and not _only_remarks(change)
    if given is Weight.AGAINST:
        return any(getattr(entry, "contradicts", ()) for entry in change.of)
    return given is Weight.SIGNIFICANT and not _only_remarks(change)


def _only_remarks(change: Change) -> bool:
    """Say whether a figure stays the same but for where it is from."""
    one, other = (_without_remarks(value) for value in (change.old, change.new))
    return isinstance(one, Figure) and one == other


def _without_remarks(value: Any) -> Any:
    """Return a figure without what says where it is from, or how to read it."""
    return evolve(value, source="", at="", note="") if isinstance(value, Figure) else value


def is_another_claim(change: Change) -> bool:
    """Say whether a title of the causal story says something else, as far as words can show."""
    if weight(change.section) is not Weight.SIGNIFICANT or change.section == "theory":
        return False
    here, there = _words(change.old), _words(change.new)
    if here and there:
        return not here & there
    return likeness(change.old, change.new) < UNLIKE


def _words(title: str) -> set[str]:
    """Return the beginnings of the words that say something, so that *school* is in *schools*."""
    return {word[:5] for word in re.findall(r"\w{4,}", title.casefold())}


def _class(significant: bool) -> Significance:
    return Significance.SIGNIFICANT if significant else Significance.MINOR
