"""The figures that were collected from data, beside those that the file already has."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import evolve, frozen

from tocmodel.diagnostics import Finding
from tocmodel.model import Figure
from tocmodel.self_describing import SelfDescribing


class CollectedStatus(StrEnum):
    """How a collected figure compares with the file.

    Attributes:
        NEW: the file has no figure for its period and group.
        SAME: the file has the same figure.
        DIFFERS: the file has another one.
    """

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"


@frozen(kw_only=True)
class CollectedFigure(SelfDescribing):
    """A figure from data.

    Attributes:
        indicator: id of its indicator.
        figure: the figure, with its period and group.
        rows: how many rows of the data it is about: the denominator of a count or a share.
        unknown: how many rows are left out because a cell is empty.
        written: the figure in the file for the same period and group; ``None`` if it has none.
    """

    indicator: str
    figure: Figure
    rows: int
    unknown: int = 0
    written: Figure | None = None

    @property
    def status(self) -> CollectedStatus:
        """How it compares with the file."""
        if self.written is None:
            return CollectedStatus.NEW
        is_same = _told(self.written) == _told(self.figure)
        return CollectedStatus.SAME if is_same else CollectedStatus.DIFFERS


def _told(figure: Figure) -> tuple[object, ...]:
    """Return what a figure states; a source or a remark makes no difference."""
    given = (figure.value, figure.from_, figure.to, figure.of, figure.qualifier)
    return (*given, figure.of_qualifier, None if figure.is_part else figure.statistic)


@frozen(kw_only=True)
class Collected(SelfDescribing):
    """What was collected for a theory.

    Attributes:
        figures: the figures, in the order of the theory, period by period.
        findings: what is wrong with data, each with its place in the theory's file.
        notes: rows that count in no figure, in sentences.
    """

    figures: tuple[CollectedFigure, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


def together(parts: Iterable[Collected]) -> Collected:
    """Return several as one, in their order."""
    found = Collected()
    for part in parts:
        found = evolve(
            found,
            figures=(*found.figures, *part.figures),
            findings=(*found.findings, *part.findings),
            notes=(*found.notes, *part.notes),
        )
    return found
