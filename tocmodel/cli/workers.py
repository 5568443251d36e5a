"""Worker processes for work on very many files, which end with the command that started them."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import NoReturn

from tocmodel.cli import collect_rarely

_ENDING = {signal.SIGINT, signal.SIGTERM}
"""The signals that end a command."""


@contextmanager
def worker_pool(workers: int) -> Iterator[Executor | None]:
    """Start worker processes, and end them whatever happens; for one worker, there is no pool.

    Each process begins anew (*spawn*): a copy of this one could have copies of its locks.
    """
    if workers < 2:
        yield None
        return
    before = set(multiprocessing.active_children())
    usual = signal.signal(signal.SIGTERM, _terminate)
    pool = ProcessPoolExecutor(
        workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin
    )
    try:
        with _signals_wait():
            for _ in range(workers):
                pool.submit(os.getpid)  # starts a process
        yield pool
    except BaseException:  # Ctrl-C is no Exception
        for process in set(multiprocessing.active_children()) - before:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        signal.signal(signal.SIGTERM, usual)


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Let a signal wait until the workers are started; one that is half started would complain.

    The workers begin without these signals too, as they belong to the command.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _terminate(number: int, _frame: object) -> NoReturn:
    """End as Ctrl-C would, so that the workers end too; the status is that of shells."""
    raise SystemExit(128 + number)


def usual_workers(files: int) -> int:
    """Return how many workers to start for so many files: one for each processor at most.

    A worker takes as long to start as to read a hundred files.

    >>> usual_workers(399), usual_workers(0)
    (1, 1)
    """
    return max(1, min(files // _FILES_EACH, _processors()))


_FILES_EACH = 200


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin() -> None:
    """Begin a worker: it leaves Ctrl-C to the command, and ends when the command is gone."""
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    threading.Thread(target=_end_with_the_command, daemon=True).start()


def _end_with_the_command() -> None:
    command = multiprocessing.parent_process()
    if command is not None:
        wait([command.sentinel])
        os._exit(1)
