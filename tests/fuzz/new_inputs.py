"""Draw new inputs for every surface of tocmodel, from a seed that is printed.

Run as::

    python tests/fuzz/new_inputs.py --seconds 120
    python tests/fuzz/new_inputs.py --inputs 1000000
    python tests/fuzz/new_inputs.py --seed 8 --only workbook

Each surface has a process of its own, with a limit of memory, and notes each input before it is
tried. So an input that ends the process, or never comes back, is known too. A failing input is
printed as a file for ``tests/fuzz/cases``, whose files the test suite tries. The exit status is 1.
"""

import argparse
import contextlib
import json
import os
import random
import re
import secrets
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent.parent / "tools")]

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402
from surfaces import SURFACES, Case, Surface  # noqa: E402

MEMORY = 3 * 1024**3
"""The memory that trying a surface may take, in bytes."""

PATIENCE = 60.0
"""How many seconds an input may take if nothing else is said; most take a few thousandths."""

LARGEST_BATCH = 500
"""How many inputs Hypothesis draws at most before it begins anew, with another seed."""


@frozen
class Result:
    """What came of one surface.

    Attributes:
        surface: its name.
        inputs: how many inputs were tried.
        valid: how many of them tocmodel accepted.
        seconds: how long that took.
        case: the file of an input that failed, or an empty text.
        reason: what happened to it.
    """

    surface: str
    inputs: int = 0
    valid: int = 0
    seconds: float = 0.0
    case: str = ""
    reason: str = ""

    def __str__(self) -> str:
        """Return a line of the table."""
        share = 100 * self.valid / self.inputs if self.inputs else 0
        failures = 1 if self.reason else 0
        return (
            f"| {self.surface:32} | {self.inputs:7,} | {share:5.1f}% | {failures} "
            f"| {self.seconds:6.1f} s |"
        )


HEAD = f"| {'surface':32} | {'inputs':>7} | {'valid':>6} | failures | {'time':>8} |\n|{'---|' * 5}"


# Inside the process of a surface.


class _Tally:
    """Counts the inputs, and keeps the one that is being tried in a file."""

    def __init__(self, surface: Surface, journal: Path) -> None:
        self.surface = surface
        self.inputs = self.valid = 0
        self.last: Case | None = None
        self._journal = journal.open("w", encoding="utf-8")

    def try_(self, case: Case) -> None:
        self.inputs += 1
        self.last = case
        self._journal.seek(0)
        self._journal.write(case.to_json(self.surface.name))
        self._journal.truncate()
        self._journal.flush()
        self.valid += bool(self.surface.run(case))


def search(surface: Surface, start: int, inputs: int, seconds: float, journal: Path) -> Result:
    """Try inputs until there are enough, the time is over, or one fails; that one is made small."""
    tally = _Tally(surface, journal)
    began = time.monotonic()
    numbers = random.Random(f"{start} {surface.name}")
    reason, spent, batch = "", 0.0, 10
    while tally.inputs < inputs and spent < seconds and not reason:
        reason = _one_batch(tally, numbers.getrandbits(64), min(batch, inputs - tally.inputs))
        spent = time.monotonic() - began
        batch = min(batch * 2, LARGEST_BATCH, max(1, int((seconds - spent) * tally.inputs / spent)))
    return Result(
        surface=surface.name,
        inputs=tally.inputs,
        valid=tally.valid,
        seconds=spent,
        case=tally.last.to_json(surface.name) if reason and tally.last else "",
        reason=reason,
    )


def _one_batch(tally: _Tally, number: int, inputs: int) -> str:
    """Return what went wrong; Hypothesis tries the smallest failing input last."""

    @seed(number)
    @settings(
        max_examples=max(inputs, 1),
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(case=tally.surface.inputs)
    def try_(case: Case) -> None:
        tally.try_(case)

    try:
        with contextlib.redirect_stdout(sys.stderr):
            try_()
    except Exception as error:
        error.__notes__ = []  # Hypothesis writes the whole input here
        return "".join(traceback.format_exception(error, limit=-6))
    return ""


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  # Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


# Outside.


def in_process(
    name: str, *, start: int, inputs: int, seconds: float, folder: Path, patience: float
) -> Result:
    """Try a surface in a process of its own, and stop it if an input does not come back."""
    journal = folder / f"{re.sub('[^a-z]+', '-', name.lower())}.json"
    journal.touch()
    command = [sys.executable, sys.argv[0], "--child", name, str(journal)]
    words = ["--seed", str(start), "--inputs", str(inputs), "--seconds", str(seconds)]
    began = time.monotonic()
    with subprocess.Popen([*command, *words], stdout=subprocess.PIPE, text=True) as child:
        answer, reason = "", ""
        while not reason:
            try:
                answer, _ = child.communicate(timeout=min(5, patience))
                break
            except subprocess.TimeoutExpired:
                if _waited(journal) > patience:
                    child.kill()
                    reason = f"it took longer than {patience:g} seconds"
    if child.returncode == 0 and answer:
        return Result(**json.loads(answer))
    reason = reason or f"it ended the process (status {child.returncode})"
    case = journal.read_text(encoding="utf-8")
    return Result(name, inputs=1, seconds=time.monotonic() - began, case=case, reason=reason)


def _waited(journal: Path) -> float:
    """Return how long ago the last input was begun; the first may come late, after the imports."""
    noted = journal.stat()
    return time.time() - noted.st_mtime if noted.st_size else 0.0


def search_all(names: Sequence[str], jobs: int, **settings_: Any) -> Iterator[Result]:
    """Try every surface, some of them at the same time."""
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(partial(in_process, folder=Path(place), **settings_), names)


def report(results: Iterator[Result], start: int) -> bool:
    """Print the table and the failing inputs, and return whether there are none."""
    print(f"seed {start}\n\n{HEAD}", flush=True)
    failed = []
    inputs = 0
    for result in results:
        print(result, flush=True)
        inputs += result.inputs
        failed += [result] if result.reason else []
    print(f"\n{inputs:,} inputs, {len(failed)} failures")
    for at, result in enumerate(failed, 1):
        print(f"\n--- failure {at}: {result.surface}\n{result.reason}")
        print(f"--- put this into tests/fuzz/cases/NAME.json:\n{result.case}")
    return not failed


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, help="how long, in all")
    parser.add_argument("--inputs", type=int, help="how many inputs, over all surfaces")
    parser.add_argument("--seed", type=int, help="the seed of an earlier run")
    parser.add_argument("--only", default="", metavar="WORD", help="surfaces with this in the name")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="surfaces at a time")
    parser.add_argument(
        "--patience", type=float, default=PATIENCE, help="how many seconds an input may take"
    )
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    given_ = parser.parse_args(words)
    if not any(given_.only in name for name in SURFACES):
        parser.error(f"no surface has '{given_.only}' in its name")
    if given_.seconds is None:
        given_.seconds = 86_400.0 if given_.inputs else 120.0
    if given_.seed is None:
        given_.seed = secrets.randbits(32)
    return given_


def main(words: Sequence[str]) -> int:
    """Run the search, or one surface of it."""
    asked = _arguments(words)
    if asked.child:
        name, journal = asked.child
        _limit_memory()
        found = search(SURFACES[name], asked.seed, asked.inputs, asked.seconds, Path(journal))
        print(json.dumps(asdict(found)))
        return 0
    names = [name for name in SURFACES if asked.only in name]
    results = search_all(
        names,
        asked.jobs,
        start=asked.seed,
        inputs=max(1, (asked.inputs or 10**9) // len(names)),
        seconds=asked.seconds * asked.jobs / len(names),
        patience=asked.patience,
    )
    return 0 if report(results, asked.seed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
