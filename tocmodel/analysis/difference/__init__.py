"""Differences in meaning between two theories, each in one plain sentence.

The order of a file, its formatting, a chain written out as mappings and an assumption moved from a
link to a section of its own are no differences: the theory says the same. Which entries are the
same is said in ``matching``, what a value means in ``meaning``, how much a change matters in
``weights``.
"""

from tocmodel.analysis.difference.changes import Change
from tocmodel.analysis.difference.comparing import Comparison
from tocmodel.analysis.difference.matching import match
from tocmodel.analysis.difference.parts import ChangeKind, Difference, Differences
from tocmodel.analysis.difference.saying import Speaker
from tocmodel.analysis.difference.sides import Side
from tocmodel.analysis.difference.values import Voice
from tocmodel.analysis.difference.weighing import weigh
from tocmodel.loading import TheoryLike, as_theory

__all__ = ["ChangeKind", "Difference", "Differences", "diff"]


def diff(old: TheoryLike, new: TheoryLike) -> Differences:
    """Return what the new theory says that the old one did not, and the other way round.

    Entries are recognised by their id, and an entry whose id changed by its section, its title and
    its neighbours: a renamed id is one difference, and no reference to it is another.

    >>> from tocmodel.model import TheoryOfChange
    >>> old = TheoryOfChange(
    ...     title="Reading", outcomes={"ready": {"title": "School ready", "horizon": "short"}})
    >>> new = TheoryOfChange(
    ...     title="Reading", outcomes={"ready": {"title": "School ready", "horizon": "medium"}})
    >>> [item.sentence for item in diff(old, new)]
    ['The outcome “School ready” is now expected in the medium term; it was in the short term.']
    >>> len(diff(new, new))
    0
    """
    old, new = as_theory(old), as_theory(new)
    one, other = Side(old), Side(new)
    matches = match(one, other)
    speaker = Speaker(Voice(one), Voice(other), matches.look)
    items = tuple(
        _difference(change, speaker) for change in Comparison(one, other, matches).changes()
    )
    return Differences(
        old=old,
        new=new,
        items=items,
        renamed={item.old: item.new for item in items if item.kind is ChangeKind.RENAMED},
    )


def _difference(change: Change, speaker: Speaker) -> Difference:
    said = speaker.say(change)
    significance, wording = weigh(change)
    key = change.new_key or change.old_key
    return Difference(
        kind=change.kind,
        section=change.section,
        about=" -> ".join(key) if isinstance(key, tuple) else key,
        field=change.field,
        old=said.old,
        new=said.new,
        sentence=said.sentence,
        significance=significance,
        wording=wording,
        at_old=change.at_old,
        at_new=change.at_new,
    )
