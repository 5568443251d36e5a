"""Measure a portfolio of 2,000 generated files: one process, a pool of two, and Dask.

    python benchmarks/portfolio.py                about three minutes
    python benchmarks/portfolio.py --files 200    to see that it runs
    python benchmarks/portfolio.py --examples     the theories in examples/ instead

The same files are read by each in turn, so the ratios mean the same on any machine. The time is
that on the clock, as several processes are to save it; beside it is the processor time of all of
them. All answers must be equal. Dask is measured if it is installed: pip install distributed.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from random import Random

from measure import Row, table
from models import theory_text

from tocmodel.cli import collect_rarely
from tocmodel.portfolios.model import Portfolio
from tocmodel.portfolios.run import portfolio

EXAMPLES = Path(__file__).parents[1] / "examples"
WORKERS = 2
Run = Callable[[Path], Portfolio]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=2000, help="how many files to generate")
    parser.add_argument("--rounds", type=int, default=2, help="how often to measure each")
    parser.add_argument("--examples", action="store_true", help="measure the examples")
    options = parser.parse_args()
    collect_rarely()  # as the command does
    with tempfile.TemporaryDirectory() as name:
        folder = EXAMPLES if options.examples else Path(name)
        if not options.examples:
            generate(folder, options.files)
        print(table(measured(folder, options.rounds)))


def generate(folder: Path, files: int) -> None:
    """Write theories that are like those of zones: of one kind, and each a little different."""
    for number in range(files):
        place = folder / f"region-{number % 40:02}"
        place.mkdir(exist_ok=True)
        text = portfolio_text(number)
        (place / f"zone-{number:05}.toc.yaml").write_text(text, encoding="utf-8")


def portfolio_text(seed: int) -> str:
    """Return a theory of 20 to 40 elements with indicators; the same for the same seed."""
    chance = Random(seed)
    text = theory_text(chance.randrange(20, 41))
    text = text.replace("title: A theory to measure with", f"title: Generated zone {seed}")
    for number in range(4):
        title = f"outcomes-{number}:\n    title: "
        text = text.replace(title, f"{title}{chance.choice(_VERBS)} ", 1)
    framework = chance.choice(("resilience", "childrens-zone", ""))
    if framework:
        text = text.replace("language: en-GB", f"language: en-GB\nframeworks: [{framework}]", 1)
        text = text.replace(
            "    level: family\n", f"    level: family\n{_CLASSIFIED[framework]}", 3
        )
    return text + "".join(_indicator(number, chance) for number in range(chance.randrange(6)))


_VERBS = ("More", "Fewer", "Better", "Earlier")
_CLASSIFIED = {
    "resilience": "    classified_as: {resilience: [basics]}\n",
    "childrens-zone": "",
}


def _indicator(number: int, chance: Random) -> str:
    start, now, target = (chance.randrange(100) for _ in range(3))
    seen = f"    observations: [{{value: {now}, of: 100, period: 2024}}]\n" * chance.randrange(2)
    head = "indicators:\n" if number == 0 else ""
    return (
        f"{head}  sign-{number}:\n    title: Sign number {number}\n    unit: percent\n"
        f"    measures: [outcomes-{number % 4}]\n    better: higher\n"
        f"    baseline: {{value: {start}, of: 100, period: 2022}}\n"
        f"    target: {{value: {target}, of: 100, period: 2026}}\n{seen}"
    )


def measured(folder: Path, rounds: int) -> list[Row]:
    """Read a folder by each executor in turn, and compare the times and the answers."""
    runs: dict[str, Run] = {"one process": portfolio, f"pool of {WORKERS}": by_pool}
    if has_dask():
        runs[f"Dask, {WORKERS} workers"] = by_dask
    clock: dict[str, list[float]] = {name: [] for name in runs}
    spent: dict[str, list[float]] = {name: [] for name in runs}
    answers: dict[str, Portfolio] = {}
    for _ in range(rounds):
        for name, run in runs.items():
            before, started = processor_time(), time.perf_counter()
            answers[name] = run(folder)
            clock[name].append(time.perf_counter() - started)
            spent[name].append(processor_time() - before)
    first, *others = answers.values()
    if any(other != first for other in others):
        sys.exit("the answers differ")
    files, serial = len(first.rows), min(clock["one process"])
    rows = [Row(f"files: {files:,}, findings: {sum(first.severities.values()):,}", "equal answers")]
    for name in runs:
        best = min(clock[name])
        each = min(spent[name]) / files * 1000
        rows.append(Row(name, f"{best:.1f} s ({best / serial:.2f} x), {each:.1f} ms CPU a file"))
    if has_dask():
        pool, dask = min(clock[f"pool of {WORKERS}"]), min(clock[f"Dask, {WORKERS} workers"])
        rows.append(Row("Dask / pool, its start included", f"{dask / pool:.2f} x"))
    rows.append(Row("the most memory of this process", f"{peak():.0f} MiB"))
    return rows


def by_pool(folder: Path) -> Portfolio:
    """Read a folder by a pool of processes, its start included."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        return portfolio(folder, executor=pool)


def by_dask(folder: Path) -> Portfolio:
    """Read a folder by a Dask cluster on this machine, its start included."""
    from distributed import Client, LocalCluster  # noqa: PLC0415  # it may not be installed

    with (
        LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        return portfolio(folder, executor=client.get_executor(pure=False))


def has_dask() -> bool:
    """Whether Dask's scheduler is installed."""
    return find_spec("distributed") is not None


def processor_time() -> float:
    """Return the processor time of this process and of those it started that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak() -> float:
    """Return the most memory that this process had, in mebibytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024 / 1024


if __name__ == "__main__":
    os.environ.setdefault("DASK_DISTRIBUTED__LOGGING__DISTRIBUTED", "error")
    main()
