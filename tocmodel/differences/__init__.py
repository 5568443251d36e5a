"""Differences in meaning between two theories, each in one plain sentence.

The order of a file, its formatting, a chain written out as mappings and an assumption moved from a
link to a separate section make no difference: the theory means the same. ``match`` decides which
entries are the same, ``normalise`` what a value means, and ``significance`` how much a change
matters.
"""

from tocmodel.differences.compare import Comparison
from tocmodel.differences.describe import ChangeDescriber
from tocmodel.differences.match import match_entries
from tocmodel.differences.model import Change, ChangeKind, Difference, Differences
from tocmodel.differences.significance import weigh
from tocmodel.differences.value_text import ValueFormatter
from tocmodel.differences.version import IndexedTheory
from tocmodel.fileformat.loading import TheoryLike, as_theory

__all__ = ["ChangeKind", "Difference", "Differences", "diff"]


def diff(old: TheoryLike, new: TheoryLike) -> Differences:
    """Return the differences in meaning between an old and a new theory.

    Entries are recognised by their id; if an id changed, by section, title and neighbours. A
    renamed id is one difference, and references to it are no further differences.

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
    one, other = IndexedTheory(old), IndexedTheory(new)
    matches = match_entries(one, other)
    describer = ChangeDescriber(ValueFormatter(one), ValueFormatter(other), matches.new_id)
    items = tuple(
        _difference(change, describer) for change in Comparison(one, other, matches).changes()
    )
    return Differences(
        old=old,
        new=new,
        items=items,
        renamed={item.old: item.new for item in items if item.kind is ChangeKind.RENAMED},
    )


def _difference(change: Change, describer: ChangeDescriber) -> Difference:
    text = describer.describe(change)
    significance, wording = weigh(change)
    key = change.new_key or change.old_key
    return Difference(
        kind=change.kind,
        section=change.section,
        about=" -> ".join(key) if isinstance(key, tuple) else key,
        field=change.field,
        old=text.old,
        new=text.new,
        sentence=text.sentence,
        significance=significance,
        wording=wording,
        at_old=change.at_old,
        at_new=change.at_new,
    )
