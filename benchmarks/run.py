"""Measure tocmodel against what does less of the same work, and print goal beside measured.

    python benchmarks/run.py              about two minutes
    python benchmarks/run.py --large      with 100,000 elements
    python benchmarks/run.py --quick      few rounds: to see that it runs
    python benchmarks/run.py --rounds 30  more rounds: on a machine that does other work

Figures are ratios of the best times in one run, so that they mean the same on any machine.
docs/performance.md has the goals.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml
from growth import growing_work
from measure import (
    Row,
    at_least,
    at_most,
    best_of,
    best_of_functions,
    peak_mebibytes,
    seconds_of,
    table,
)
from models import classified_text, renamed_text, theory_text

from tocmodel.analysis.coverage import coverage
from tocmodel.analysis.explanation import explain
from tocmodel.checks import check
from tocmodel.cli import collect_rarely
from tocmodel.differences import diff
from tocmodel.fileformat.loading import loads, reads
from tocmodel.graph import causal_graph
from tocmodel.graph.reach import downstream
from tocmodel.model import TEXT_KEYS, TEXT_KEYS_BELOW
from tocmodel.schema import load_schema, problems
from tocmodel.syntax import parse

PYTHON = sys.executable
TOCMODEL = [PYTHON, "-m", "tocmodel"]
HEAVY = ("networkx", "graphviz", "cattrs", "rich", "jsonschema")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--large", action="store_true", help="go up to 100,000 elements")
    parser.add_argument("--quick", action="store_true", help="two rounds of everything")
    parser.add_argument("--rounds", type=int, default=9, help="how often to measure each time")
    options = parser.parse_args()
    rounds = 2 if options.quick else options.rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # As after any installation: every module is compiled once, in an uncounted round.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        rows = [
            *checking(folder, rounds),
            *parsing(rounds),
            *drawing(folder, rounds),
            *imports(folder),
            *growth(folder, rounds, options.large),
            *answers(rounds),
            *growing_work(max(2, rounds // 3)),
        ]
    print(table(rows))


def checking(folder: Path, rounds: int) -> Iterator[Row]:
    """``check`` as a whole process, against a bare parser and against check-jsonschema."""
    goals = {40: (2.5, 3.0), 1000: (1.5, 10.0)}
    for elements, (to_yaml, to_schema) in goals.items():
        model = _model(folder, elements)
        own, bare, other = best_of(
            [
                [*TOCMODEL, "check", str(model)],
                _python(f"import yaml; yaml.load(open({str(model)!r}, 'rb'), yaml.CSafeLoader)"),
                [
                    PYTHON,
                    "-m",
                    "check_jsonschema",
                    "--schemafile",
                    str(_schema(folder)),
                    str(model),
                ],
            ],
            rounds if elements < 1000 else max(2, rounds // 3),
        )
        yield at_most(f"check, {elements:,} elements / python + CSafeLoader", own / bare, to_yaml)
        yield at_least(f"check-jsonschema / check, {elements:,} elements", other / own, to_schema)


def parsing(rounds: int) -> Iterator[Row]:
    """Reading with positions against reading without, in one process."""
    for elements, goal in ((100, 0.6), (1000, 0.6), (10_000, 0.4)):
        data = theory_text(elements).encode()
        own, bare = best_of_functions(
            [
                lambda data=data: parse(data, "zone.toc.yaml", TEXT_KEYS, TEXT_KEYS_BELOW),
                lambda data=data: yaml.load(data, yaml.CSafeLoader),
            ],
            rounds if elements < 10_000 else 2,
        )
        yield at_most(
            f"parse with positions, {elements:,} elements / CSafeLoader", own / bare, goal
        )


def drawing(folder: Path, rounds: int) -> Iterator[Row]:
    """``draw`` as a whole process, against the engine that lays out the same DOT."""
    engine = shutil.which("graphviz-pure", path=str(Path(PYTHON).parent))
    if engine is None:
        yield Row("draw", "graphviz-pure is not installed")
        return
    for elements, goal in ((40, None), (200, 2.0), (400, 2.0)):
        model, dot = _model(folder, elements), folder / f"{elements}.dot"
        seconds_of([*TOCMODEL, "draw", str(model), "-o", str(dot)], ok=(0,))
        bare = [engine, "-Kdot", "-Tsvg", str(dot)]
        with_yaml = _python(
            f"import yaml, subprocess; yaml.load(open({str(model)!r}, 'rb'), yaml.CSafeLoader)\n"
            f"subprocess.run({bare!r}, stdout=subprocess.DEVNULL)"
        )
        picture = folder / "picture.svg"
        draw = [*TOCMODEL, "draw", str(model), "-o", str(picture)]
        own, alone, floor = best_of(
            [draw, bare, with_yaml], rounds if elements == 40 else max(2, rounds // 3)
        )
        if goal is None:
            yield at_most(
                f"draw svg, {elements} elements / python + yaml + engine", own / floor, 2.5
            )
        else:
            yield at_most(f"draw svg, {elements:,} elements / bare engine", own / alone, goal)
        if elements == 40:
            yield from _other_formats(model, dot, engine, rounds)


def _other_formats(model: Path, dot: Path, engine: str, rounds: int) -> Iterator[Row]:
    """Against Graphviz's own writers; graphviz-pure cannot write PDF."""
    png = [engine, "-Kdot", "-Tpng", "-Gdpi=144", str(dot)]
    for kind, goal, name, command in (
        ("png", 1.5, "graphviz-pure", png),
        ("pdf", 4.0, *_pdf_of_graphviz(dot)),
    ):
        own, bare = best_of(
            [
                [*TOCMODEL, "draw", str(model), "-o", str(model.with_suffix(f".{kind}"))],
                command,
            ],
            rounds,
        )
        yield at_most(f"draw {kind}, 40 elements / {name}", own / bare, goal)


def _pdf_of_graphviz(dot: Path) -> tuple[str, list[str]]:
    """A command with which Graphviz writes PDF: its own program, or else pygraphviz in Python."""
    if program := shutil.which("dot"):
        return "dot -Tpdf", [program, "-Kdot", "-Tpdf", str(dot)]
    path, picture = str(dot), str(dot.with_suffix(".pdf"))
    code = f"import pygraphviz; pygraphviz.AGraph({path!r}).draw({picture!r}, prog='dot')"
    return "python + pygraphviz", _python(code)


def imports(folder: Path) -> Iterator[Row]:
    """What is imported on the way."""
    model = _model(folder, 40)
    for words in (["check", str(model)], ["draw", str(model), "-o", str(folder / "x.svg")]):
        loaded = _modules_after(words)
        heavy = [name for name in HEAVY if name in loaded]
        found = ", ".join(heavy) or "none"
        yield Row(f"heavy modules imported by {words[0]}", found, "none", not heavy)


def growth(folder: Path, rounds: int, large: bool) -> Iterator[Row]:
    """Loading and checking at growing sizes: the time of one element should stay as it is."""
    collect_rarely()  # as the command does
    sizes = [100, 1000, 10_000, *([100_000] if large else [])]
    for elements in sizes:
        model = _model(folder, elements)
        data = model.read_bytes()
        times = rounds if elements <= 1000 else max(1, rounds // 5)
        tree = parse(data, "x.toc.yaml", TEXT_KEYS, TEXT_KEYS_BELOW)
        (schema,) = best_of_functions([partial(problems, tree.data)], times)
        (whole,) = best_of_functions([lambda data=data: check(reads(data, "x.toc.yaml"))], times)
        yield at_most(
            f"schema pass, {elements:,} elements", schema / elements * 1e6, 2, "us/element"
        )
        yield at_most(
            f"read and check, {elements:,} elements", whole / elements * 1e6, 80, "us/element"
        )
        if elements >= 10_000:
            theory = reads(data, "x.toc.yaml").theory
            graph = causal_graph(theory)
            (reach,) = best_of_functions([partial(downstream, graph, theory.elements)], 2)
            yield at_most(f"reach of all, {elements:,} elements", reach * 1000, 50, "ms")
            peak = peak_mebibytes([*TOCMODEL, "check", str(model)])
            yield at_most(f"peak memory of check, {elements:,} elements", peak, 500, "MiB")


def answers(rounds: int) -> Iterator[Row]:
    """What is asked of a theory that was read, against reading and checking the same theory."""
    goals = {
        "diff with every outcome renamed": 3.0,
        "diff of the same": 1.0,
        "coverage of a framework": 1.0,
        "explain an outcome": 0.1,
    }
    for elements in (1000, 10_000):
        data = classified_text(elements)
        theory, same, other = (loads(text) for text in (data, data, renamed_text(elements)))
        asked = [
            lambda theory=theory, other=other: diff(theory, other),
            lambda theory=theory, same=same: diff(theory, same),
            lambda theory=theory: coverage(theory, "resilience"),
            lambda theory=theory: explain(theory, "outcomes-3"),
        ]
        whole, *measured = best_of_functions(
            [lambda data=data: check(reads(data, "x.toc.yaml")), *asked],
            max(2, rounds // 3) if elements < 10_000 else 1,
        )
        for (work, goal), taken in zip(goals.items(), measured, strict=True):
            yield at_most(f"{work}, {elements:,} elements / read and check", taken / whole, goal)


def _model(folder: Path, elements: int) -> Path:
    path = folder / f"{elements}.toc.yaml"
    if not path.exists():
        path.write_text(theory_text(elements), encoding="utf-8")
    return path


def _schema(folder: Path) -> Path:
    path = folder / "theory.schema.json"
    path.write_text(json.dumps(load_schema("theory")), encoding="utf-8")
    return path


def _python(code: str) -> list[str]:
    return [PYTHON, "-c", code]


def _modules_after(words: list[str]) -> set[str]:
    code = (
        "import sys\n"
        "from tocmodel.cli.program import program\n"
        f"try: program({words!r}, prog_name='tocmodel')\n"
        "except SystemExit: pass\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run(_python(code), capture_output=True, text=True, check=False)
    return set(done.stdout.splitlines()[-1].split())


if __name__ == "__main__":
    main()
