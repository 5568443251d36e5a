"""What a comparison of two theories gives: differences, each a sentence with its two places."""

from collections.abc import Iterator, Mapping

from tocmodel.diagnostics import Pointer
from tocmodel.model import Choice, Significance, TheoryOfChange
from tocmodel.model.convert import FrozenDict
from tocmodel.results import Result
from tocmodel.values import field, frozen


class ChangeKind(Choice):
    """What happened to something between two theories."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"


@frozen(kw_only=True)
class Difference:
    """One difference in meaning between an old and a new theory.

    Attributes:
        kind: whether something was added, removed or changed; *renamed* is an entry that has
            another id, *moved* one that stands in another section.
        section: the section it stands in, ``links``, or a key of the theory itself.
        about: id of the entry in the new theory (in the old one, where it was removed), a link as
            ``cause -> effect``, or empty where the theory as a whole is meant.
        field: the field that changed; empty where a whole entry was added or removed.
        old, new: the value in words on either side; empty where there was none.
        sentence: the difference as it is read aloud.
        significance: significant where the theory's claims change, else minor.
        wording: the same thing in other words, as far as a program can tell: read both.
        at_old, at_new: where it stands in each theory; ``None`` on the side that lacks it.
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
class Differences(Result):
    """Every difference in meaning between two theories, in the order of the file format.

    It counts, goes through and is true like a list of its differences.

    Attributes:
        old, new: the two theories.
        items: the differences.
        renamed: old id to new id, of every entry that has another id now.
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
        """How much the differences matter taken together; ``None`` where there are none."""
        if not self.items:
            return None
        return Significance.SIGNIFICANT if self.significant else Significance.MINOR
