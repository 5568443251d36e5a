"""Measuring: whole processes and functions, interleaved so that a busy machine is fair to both.

Each time is processor time, the best of several rounds: what else the machine does can only add
to it, and adds little. (Unix only.)
"""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from attrs import frozen


@frozen
class Row:
    """One line of the table; ``goal`` is what the figure should not be above (or below)."""

    work: str
    measured: str
    goal: str = ""
    kept: bool | None = None


def seconds_of(command: Sequence[str], *, ok: Sequence[int] = (0, 1)) -> float:
    """Run a process to its end and return the processor time of it and of the processes it started.

    What it writes is dropped.
    """
    before = _spent_by_children()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    taken = _spent_by_children() - before
    if done.returncode not in ok:
        sys.exit(f"{command}: {done.stderr.decode()}")
    return taken


def _spent_by_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def best_of(commands: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """Return the least seconds of each process; the rounds are interleaved."""
    taken = [[seconds_of(command) for command in commands] for _ in range(rounds + 1)]
    return [min(column) for column in zip(*taken, strict=True)]


def best_of_functions(functions: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the least seconds of each function; the rounds are interleaved."""
    taken: list[list[float]] = []
    for _ in range(rounds + 1):
        row = []
        for function in functions:
            gc.collect()
            start = time.process_time()
            function()
            row.append(time.process_time() - start)
        taken.append(row)
    return [min(column) for column in zip(*taken, strict=True)]


def peak_mebibytes(command: Sequence[str]) -> float:
    """Return the largest resident memory of a process (Unix only)."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1024 / 1024


def at_most(work: str, measured: float, goal: float, unit: str = "x") -> Row:
    """A row whose figure should be small."""
    return Row(work, f"{measured:.2f} {unit}", f"<= {goal:g} {unit}", measured <= goal)


def at_least(work: str, measured: float, goal: float, unit: str = "x") -> Row:
    """A row whose figure should be large."""
    return Row(work, f"{measured:.2f} {unit}", f">= {goal:g} {unit}", measured >= goal)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as aligned text."""
    width = max(len(row.work) for row in rows)
    measured = max(len(row.measured) for row in rows)
    goals = max(len(row.goal) for row in rows)
    marks = {True: "ok", False: "MISSED", None: ""}
    return "\n".join(
        f"{row.work:{width}}  {row.measured:>{measured}}  {row.goal:{goals}}  "
        f"{marks[row.kept]}".rstrip()
        for row in rows
    )
