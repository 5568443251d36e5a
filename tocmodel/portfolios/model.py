"""What is known of each theory of a portfolio: counts and names, never the whole theory.

Rows are small and can be pickled, so that other processes, or other computers, can make them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from attrs import field, frozen

from tocmodel.analysis.progress import ProgressStatus
from tocmodel.analysis.publication import LeftOut
from tocmodel.diagnostics import Severity
from tocmodel.model import TheoryKind
from tocmodel.model.convert import EMPTY
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing

UNREADABLE = "it cannot be read: "
"""The beginning of the reason of a row whose file cannot be opened."""


@frozen(kw_only=True)
class CategorySummary(SelfDescribing):
    """A category of a framework.

    Attributes:
        id: unique in the framework.
        title: its title.
        dimension: the id of its dimension.
        part_of: the heading that it shares with others: the title of the category around them,
            or of their dimension.
        is_wanted: whether the framework expects something in it.
    """

    id: str
    title: str
    dimension: str = ""
    part_of: str = ""
    is_wanted: bool = True


@frozen(kw_only=True)
class FrameworkSummary(SelfDescribing):
    """A framework that theories use.

    Attributes:
        id: its id; two frameworks of one id are different if their categories are.
        title: its title.
        edition: its edition; may be empty.
        categories: its categories, each part after the category around it.
    """

    id: str
    title: str
    edition: str = ""
    categories: tuple[CategorySummary, ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class FrameworkUse(SelfDescribing):
    """How a theory uses a framework that it names.

    Attributes:
        framework: the framework.
        counts: how many elements are in each of its categories or in a part of it.
    """

    framework: FrameworkSummary
    counts: tuple[int, ...] = ()

    @property
    def by_category(self) -> Mapping[str, int]:
        """How many elements are in each category, by its id."""
        ids = (category.id for category in self.framework.categories)
        return dict(zip(ids, self.counts, strict=True))

    @property
    def sought(self) -> tuple[int, ...]:
        """The counts of the categories that the framework wants; of all where it wants none."""
        pairs = zip(self.framework.categories, self.counts, strict=True)
        return tuple(count for category, count in pairs if category.is_wanted) or self.counts

    @property
    def covered(self) -> int:
        """How many of the wanted categories have something in them."""
        return sum(count > 0 for count in self.sought)


@frozen(kw_only=True)
class ComparedEntry(SelfDescribing):
    """An entry of a theory, as far as it is compared with those of other theories.

    Attributes:
        section: its section.
        id: its id.
        title: its title.
        facts: what else is compared, each with its name: the horizon of an outcome, the latest
            figure of an indicator.
    """

    section: str
    id: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class PortfolioRow(SelfDescribing):
    """What is known of one theory, or why nothing is.

    The counts are of the theory with those that it includes, as every command has it; the
    findings, the compared entries and the statuses are of its own file.

    Attributes:
        file: its file, as named; the title for a theory made in Python.
        title: its title.
        reason: why it could not be read, in a sentence; empty if it was.
        kind: the kind of theory; ``None`` if it could not be read.
        kind_guessed: whether the file does not state its kind.
        imagined: whether it, or one that it includes, is made up.
        includes: the files of the theories that it includes.
        elements: how many elements it has.
        links: how many links it has.
        severities: how many findings ``tocmodel check`` reports, by how much they matter.
        checks: how many findings of each check there are, by the name of the check.
        frameworks: the frameworks that it names, and how it uses them.
        statuses: how many of its indicators are met, missed and so on; each indicator counts
            once, by its figures that are not about a group or another place.
        outcomes: how many outcomes it has.
        outcomes_with_change: how many of them have evidence of change.
        evidence: how many pieces of evidence it has.
        entries: what is compared with other theories.
        left_out: how many more entries there are, which are not compared.
        withheld: what was left out of it for publication; ``None`` if it is not for the public.
    """

    file: str
    title: str = ""
    reason: str = ""
    kind: TheoryKind | None = None
    kind_guessed: bool = False
    imagined: bool = False
    includes: tuple[str, ...] = ()
    elements: int = 0
    links: int = 0
    severities: Mapping[Severity, int] = EMPTY
    checks: Mapping[str, int] = field(default=EMPTY, repr=False)
    frameworks: tuple[FrameworkUse, ...] = ()
    statuses: Mapping[ProgressStatus, int] = EMPTY
    outcomes: int = 0
    outcomes_with_change: int = 0
    evidence: int = 0
    entries: tuple[ComparedEntry, ...] = field(default=(), repr=False)
    left_out: int = 0
    withheld: LeftOut | None = None

    @property
    def indicators(self) -> int:
        """How many indicators its own file has."""
        return sum(self.statuses.values())

    @property
    def name(self) -> str:
        """What to call it: its title, or its file if it could not be read."""
        return self.title or self.file


@frozen(kw_only=True)
class PassedOver(SelfDescribing):
    """What was found beside the theories, and is not in a portfolio.

    Attributes:
        others: how many files are no theories, by their names.
        links: how many folders are links, which are not followed.
        twice: how many times a file was named or linked again.
    """

    others: int = 0
    links: int = 0
    twice: int = 0


@frozen(kw_only=True)
class Portfolio(SelfDescribing, Result):
    """Several theories, a row for each.

    Attributes:
        rows: the rows, in the order in which the files were named; a folder is in order of names.
        passed_over: what was found beside the theories.
    """

    rows: tuple[PortfolioRow, ...]
    passed_over: PassedOver = field(factory=PassedOver)

    @property
    def read(self) -> tuple[PortfolioRow, ...]:
        """The rows of the theories that could be read."""
        return tuple(row for row in self.rows if not row.reason)

    @property
    def unread(self) -> tuple[PortfolioRow, ...]:
        """The rows of the files that could not be read."""
        return tuple(row for row in self.rows if row.reason)

    @property
    def frameworks(self) -> tuple[FrameworkSummary, ...]:
        """The frameworks that its theories name, each once, in the order of the theories."""
        return tuple(dict.fromkeys(use.framework for row in self.rows for use in row.frameworks))

    @property
    def statuses(self) -> Mapping[ProgressStatus, int]:
        """How many indicators of all theories have each status.

        Each file counts only its own indicators, so that nothing is counted twice.
        """
        return _added((row.statuses for row in self.rows), ProgressStatus)

    @property
    def severities(self) -> Mapping[Severity, int]:
        """How many findings all files have, by how much they matter."""
        return _added((row.severities for row in self.rows), Severity)


Word = TypeVar("Word", bound=StrEnum)


def _added(counts: Iterable[Mapping[Word, int]], words: type[Word]) -> Mapping[Word, int]:
    """Return sums in the order of a closed set of words, without those that are 0."""
    sums: Counter[Word] = Counter()
    for each in counts:
        sums.update(each)
    return {word: sums[word] for word in words if sums[word]}
