"""The result of comparing two theories: differences, each a sentence with its two places."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.diagnostics import Pointer
from tocmodel.model import Choice, Significance, TheoryOfChange
from tocmodel.model.convert import FrozenDict
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing


class ChangeKind(Choice):
    """What happened to something between two theories."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"


@frozen(kw_only=True)
class Difference(SelfDescribing):
    """One difference in meaning between an old and a new theory.

    Attributes:
        kind: whether something was added, removed or changed; *renamed* is an entry with another
            id, *moved* one in another section.
        section: its section, ``links``, or a key of the theory itself.
        about: id of the entry in the new theory (in the old one, where it was removed), a link as
            ``cause -> effect``, or empty for the theory as a whole.
        field: the field that changed; empty where a whole entry was added or removed.
        old, new: the value in words on either side; empty where there was none.
        sentence: the difference in one sentence.
        significance: significant where the theory's claims change, otherwise minor.
        wording: perhaps the same thing in other words; a program cannot tell, so read both.
        at_old, at_new: its place in each theory; ``None`` on the side that lacks it.
    """

    kind: ChangeKind
    section: str
    about: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    sentence: str
    significance: Significance
    wording: bool = False
    at_old: Pointer | None = None
    at_new: Pointer | None = None


@frozen(kw_only=True)
class Differences(SelfDescribing, Result):
    """Every difference in meaning between two theories, in the order of the file format.

    It has the length, iteration and truth of a list of its differences.

    Attributes:
        old, new: the two theories.
        items: the differences.
        renamed: old id to new id, for every renamed entry.
    """

    old: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    new: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    items: tuple[Difference, ...] = ()
    renamed: Mapping[str, str] = field(factory=FrozenDict)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.items)

    @property
    def significant(self) -> tuple[Difference, ...]:
        """The differences that change what the theory claims."""
        return tuple(item for item in self.items if item.significance is Significance.SIGNIFICANT)

    @property
    def minor(self) -> tuple[Difference, ...]:
        """The differences that leave the theory's claims as they are."""
        return tuple(item for item in self.items if item.significance is Significance.MINOR)

    @property
    def significance(self) -> Significance | None:
        """The highest significance of the differences; ``None`` where there are none."""
        if not self.items:
            return None
        return Significance.SIGNIFICANT if self.significant else Significance.MINOR


@frozen(kw_only=True)
class Change(SelfDescribing):
    """One change, not yet in words.

    Attributes:
        kind, section, field: as in a ``Difference``.
        old_section: the section of the old entry, if it differs from the new one's.
        old_key, new_key: the entry on either side; a pair of keys for a link.
        old, new: the values, as in the model; for a list, only the items that the other lacks.
        at_old, at_new: the places.
        of: the two entries or links that hold the values; ``None`` on a side without one.
    """

    kind: ChangeKind
    section: str
    field: str = ""
    old_section: str = ""
    old_key: str | tuple[str, str] = ""
    new_key: str | tuple[str, str] = ""
    old: Any = None
    new: Any = None
    at_old: Pointer | None = None
    at_new: Pointer | None = None
    of: tuple[Any, Any] = (None, None)

    @property
    def sections(self) -> tuple[str, str]:
        """The section on each side."""
        return (self.old_section or self.section, self.section)
