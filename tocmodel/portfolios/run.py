"""Read many theories and measure each: here, or by any executor, with the same answer."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from datetime import date
from pathlib import Path

from attrs import evolve, field, frozen

from tocmodel.characters import terminal_text
from tocmodel.config import Config, find_config
from tocmodel.diagnostics import InvalidModelError, TocModelError
from tocmodel.fileformat.document import Document, document_of
from tocmodel.fileformat.loading import TheoryLike, read
from tocmodel.model import TheoryOfChange
from tocmodel.portfolios.measure import Measured, PublicationWish, measure
from tocmodel.portfolios.model import (
    UNREADABLE,
    FrameworkSummary,
    PassedOver,
    Portfolio,
    PortfolioRow,
)
from tocmodel.system.files import files_read, note_read, noting_reads
from tocmodel.system.theory_folders import theories_in

BATCH = 50
"""How many files an executor gets at a time: one by one, sending them takes longer than reading."""

_AHEAD = 64
"""How many batches are given to an executor before the first of them has come back."""


@frozen
class TheoryFile:
    """A theory of a portfolio.

    Attributes:
        name: its name to show.
        path: the path of its file, from the root of the disk: another process may be elsewhere.
        held: the theory itself, if it is in memory.
        publication: given if only what may be published is wanted of it.
    """

    name: str
    path: str = ""
    held: Document | TheoryOfChange | None = None
    publication: PublicationWish | None = None


@frozen
class FoundTheories:
    """The theories of a portfolio, before they are read.

    Attributes:
        files: the theories in their order.
        unreadable: a row for each folder that could not be looked into.
        passed_over: what else was found.
    """

    files: tuple[TheoryFile, ...]
    unreadable: tuple[PortfolioRow, ...] = ()
    passed_over: PassedOver = field(factory=PassedOver)


@frozen
class MeasuredBatch:
    """What a batch of files holds, and all the files that were read for it."""

    measured: tuple[Measured, ...]
    read: tuple[str, ...]


def portfolio(
    theories: TheoryLike | Iterable[TheoryLike],
    *,
    executor: Executor | None = None,
    batch: int = BATCH,
) -> Portfolio:
    """Return what many theories hold: findings, coverage, indicators and evidence, a row for each.

    A file that cannot be read is a row with the reason. The rows are in the order of the files,
    whichever is read first.

    Args:
        theories: folders, files or theories, or one of these. A folder means all theories in it and
            below it; a file that is named twice counts once.
        executor: an executor that reads the files, such as a ``ProcessPoolExecutor`` or
            ``get_executor(pure=False)`` of a Dask client, whose workers see the same files. Without
            one, they are read here, one after another.
        batch: how many files the executor gets at a time.

    Raises:
        TocModelError: there is no theory in a folder, or the executor broke down.

    >>> zones = [TheoryOfChange(title="Harbour"), TheoryOfChange(title="Moor", imagined=True)]
    >>> [(row.title, row.imagined, row.elements) for row in portfolio(zones).rows]
    [('Harbour', False, 0), ('Moor', True, 0)]
    """
    found = find_theories(theories)
    return assemble(found, measure_all(found, executor, batch))


def find_theories(theories: TheoryLike | Iterable[TheoryLike]) -> FoundTheories:
    """Return the theories of a portfolio, each once, in the order in which they were named.

    Raises:
        TocModelError: there is no theory in a folder.
    """
    items = [theories] if isinstance(theories, _ONE) else theories
    files: dict[object, TheoryFile] = {}
    unreadable: list[PortfolioRow] = []
    others = links = twice = 0
    for item in items:
        if isinstance(item, Document | TheoryOfChange):
            files.setdefault(id(item), _held(item))
            continue
        if not isinstance(item, str | Path):
            raise InvalidModelError(f"a portfolio is made of files and theories, not of: {item!r}")
        paths: Sequence[Path] = (Path(item),)
        if Path(item).is_dir():
            inside = theories_in(Path(item))
            paths, others, links = inside.theories, others + inside.others, links + inside.links
            unreadable += (_unread(_shown(path), path, why) for path, why in inside.unreadable)
        for path in paths:
            real = os.path.realpath(path)
            twice += real in files
            files.setdefault(real, TheoryFile(_shown(path), os.path.abspath(path)))  # noqa: PTH100
    passed_over = PassedOver(others=others, links=links, twice=twice)
    return FoundTheories(tuple(files.values()), tuple(unreadable), passed_over)


_ONE = (str, Path, Document, TheoryOfChange)


def for_publication(found: FoundTheories, as_of: date | None) -> FoundTheories:
    """Return the same theories, of which only what may be published is wanted."""
    wish = PublicationWish(as_of)
    return evolve(found, files=tuple(evolve(file, publication=wish) for file in found.files))


def measure_all(
    found: FoundTheories, executor: Executor | None = None, batch: int = BATCH
) -> Iterator[Measured]:
    """Yield what each theory holds, in the order in which they were found.

    If nobody asks for more, batches that have not begun are cancelled.

    Raises:
        TocModelError: the executor broke down.
    """
    files = [file for file in found.files if file.held is None]
    batches = [tuple(files[at : at + batch]) for at in range(0, len(files), max(batch, 1))]
    made = _each(map(measure_batch, batches) if executor is None else _by(executor, batches))
    for file in found.files:
        if file.held is None:
            yield next(made)
        else:
            yield measure(file.held, file.name, Config(), file.publication)


def measure_batch(files: tuple[TheoryFile, ...]) -> MeasuredBatch:
    """Read and measure some files; an executor runs this in another process."""
    configs: dict[str, Config] = {}
    with noting_reads():
        measured = tuple(_measured(file, configs) for file in files)
        return MeasuredBatch(measured, files_read())


def assemble(found: FoundTheories, measured: Iterable[Measured]) -> Portfolio:
    """Return the portfolio of some theories from what each of them holds."""
    names = {os.path.realpath(file.path): file.name for file in found.files if file.path}
    known: dict[FrameworkSummary, FrameworkSummary] = {}
    rows = tuple(_row(one, names, known) for one in measured)
    return Portfolio(rows=(*rows, *found.unreadable), passed_over=found.passed_over)


def _row(
    measured: Measured,
    names: dict[str, str],
    known: dict[FrameworkSummary, FrameworkSummary],
) -> PortfolioRow:
    """Return a row with the names of the files it includes; equal frameworks are one object."""
    row = measured.row
    uses = (
        evolve(use, framework=known.setdefault(use.framework, use.framework))
        for use in row.frameworks
    )
    includes = (names.get(real, written) for written, real in measured.includes)
    return evolve(row, frameworks=tuple(uses), includes=tuple(includes))


def _each(batches: Iterable[MeasuredBatch]) -> Iterator[Measured]:
    for batch in batches:
        for path in batch.read:
            note_read(path)
        yield from batch.measured


def _by(executor: Executor, batches: Iterable[tuple[TheoryFile, ...]]) -> Iterator[MeasuredBatch]:
    """Let an executor measure batches, and yield them in their order."""
    waiting: deque[Future[MeasuredBatch]] = deque()
    try:
        for batch in batches:
            if len(waiting) >= _AHEAD:
                yield waiting.popleft().result()
            waiting.append(executor.submit(measure_batch, batch))
        while waiting:
            yield waiting.popleft().result()
    except BrokenExecutor as error:
        raise TocModelError(
            "a process that was reading the theories died, perhaps for lack of memory; use fewer "
            "workers, or one"
        ) from error
    finally:
        for future in waiting:
            future.cancel()


def _measured(file: TheoryFile, configs: dict[str, Config]) -> Measured:
    """Return what a file holds; whatever is wrong with it, it is a row."""
    folder = os.path.dirname(file.path)  # noqa: PTH120  (a path here is a text)
    try:
        if folder not in configs:
            configs[folder] = find_config(folder)
        return measure(read(file.path), file.name, configs[folder], file.publication)
    except TocModelError as error:
        return Measured(_unread(file.name, Path(file.path), error))
    except RecursionError:
        return Measured(PortfolioRow(file=file.name, reason="it is nested too deeply"))
    except MemoryError:
        return Measured(PortfolioRow(file=file.name, reason="there is too little memory for it"))
    except Exception as error:  # one file is never the end of the others
        reason = f"tocmodel made a mistake with it; please report it: {error!r}"
        return Measured(PortfolioRow(file=file.name, reason=reason))


def _unread(name: str, path: Path, error: TocModelError) -> PortfolioRow:
    """Return the row of a file or folder that cannot be read, with its path as it was named."""
    reason = str(error).replace(f"cannot read '{terminal_text(str(path))}': ", UNREADABLE)
    folder, shown = terminal_text(f"{path.parent}{os.sep}"), Path(name).parent
    before = "" if shown == Path() else terminal_text(f"{shown}{os.sep}")
    return PortfolioRow(file=name, reason=reason.replace(folder, before))


def _held(item: Document | TheoryOfChange) -> TheoryFile:
    document = item if isinstance(item, Document) else document_of(item)
    name = item.title if document is None else _shown(Path(document.path))  # type: ignore[union-attr]
    return TheoryFile(name, held=item)


def _shown(path: Path) -> str:
    """Return a path for display: relative to the current folder if it is below it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
