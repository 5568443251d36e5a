"""The doors to data: they say what to install if the extra is missing, and read nothing else."""

from collections.abc import Collection
from pathlib import Path

from attrs import evolve

from tocmodel.config import find_config
from tocmodel.data.collected import Collected
from tocmodel.data.tracked import Tracked
from tocmodel.diagnostics import TocModelError
from tocmodel.extras import extra_library
from tocmodel.fileformat.document import Document, document_of
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import IndicatorData, TheoryOfChange


def collect(theory: TheoryLike, *, indicators: Collection[str] | None = None) -> Collected:
    """Read the data of a theory's indicators, and return their figures with denominators.

    Nothing is written. Data of included theories are collected from their own files.

    Args:
        theory: the theory, which was read from a file: the paths of its data start there.
        indicators: the ids of the indicators to collect; all with data without it.

    Raises:
        UnknownIdError: there is no such indicator.
        TocModelError: the extra is not installed, or the theory was not read from a file.
    """
    found = theory = as_theory(theory)
    if indicators is not None:
        found = evolve(found, indicators={id_: found.indicators[id_] for id_ in indicators})
    if not any(isinstance(entry.data, IndicatorData) for entry in found.indicators.values()):
        return Collected()
    document = file_of(theory)
    needs_engine()
    from tocmodel.data.collect_figures import collect_figures  # noqa: PLC0415  # needs the extra

    return collect_figures(document, found, find_config(Path(document.path).parent))


def track(theory: TheoryLike, *, trackers: Collection[str] | None = None) -> tuple[Tracked, ...]:
    """Read the data of a theory's trackers, and return their counts by period and group.

    The counts are of pupils; nothing in the result is about one pupil.

    Args:
        theory: the theory, which was read from a file: the paths of its data start there.
        trackers: the ids of the trackers to count; all without it.

    Raises:
        UnknownIdError: there is no such tracker.
        TocModelError: the extra is not installed, or the theory was not read from a file.
    """
    found = as_theory(theory)
    ids = found.trackers if trackers is None else trackers
    chosen = [found.trackers[id_] for id_ in ids]
    if not chosen:
        return ()
    document = file_of(found)
    needs_engine()
    from tocmodel.data.count_tracker import count_tracker  # noqa: PLC0415  # needs the extra

    config = find_config(Path(document.path).parent)
    return tuple(count_tracker(document, entry, config) for entry in chosen)


def file_of(theory: TheoryOfChange) -> Document:
    """Return the file of a theory.

    Raises:
        TocModelError: it was not read from a file.
    """
    document = document_of(theory)
    if document is None or document.path.startswith("<"):
        raise TocModelError("the theory has no file, so its data cannot be found; save it")
    return document


def needs_engine() -> None:
    """Check that the extra for data is installed.

    Raises:
        TocModelError: it is not; the sentence has the command that installs it.
    """
    for library in ("sqlglot", "duckdb"):
        extra_library(library, "data", "Data need")
