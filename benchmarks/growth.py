"""Whether work grows with the file: the time for 4n things against that for n, in one run.

Four times the work takes four times as long; sixteen times means that each is compared with each.
"""

from collections.abc import Callable, Iterator
from functools import partial

from growing import CHECKED, COMPARED, DRAWN, EXPLAINED, renamed, spaces
from measure import Row, at_most, best_of_functions

from tocmodel.analysis.explanation.explain import explain
from tocmodel.analysis.value.loops import learning_loops
from tocmodel.analysis.value.spaces import value_by_space
from tocmodel.checks import check
from tocmodel.diagram import to_diagram
from tocmodel.differences import diff
from tocmodel.fileformat.loading import loads, reads
from tocmodel.render.dot import dot
from tocmodel.render.mermaid import mermaid
from tocmodel.render.text import text

SMALL = 1_000
LARGE = 4 * SMALL
GOAL = 5.5
"""Four, and something for a machine that does other work."""


def growing_work(rounds: int) -> Iterator[Row]:
    """Measure each kind of file at two sizes."""
    for name, write in CHECKED.items():
        yield _row(f"check, {name}", [partial(_check, write(n)) for n in (SMALL, LARGE)], rounds)
    for name, write in COMPARED.items():
        yield _row(f"diff, {name}", [_diff(write(n)) for n in (SMALL, LARGE)], rounds)
    for name, write in DRAWN.items():
        yield _row(f"draw as words, {name}", [_draw(write(n)) for n in (SMALL, LARGE)], rounds)
    for name, write in EXPLAINED.items():
        yield _row(f"explain, {name}", [_explain(write(n)) for n in (SMALL, LARGE)], rounds)
    by_space = [partial(value_by_space, loads(spaces(n))) for n in (SMALL, LARGE)]
    yield _row("value of spaces with one value each", by_space, rounds)
    loops = [partial(learning_loops, loads(CHECKED["learning loops"](n))) for n in (SMALL, LARGE)]
    yield _row("learning loops", loops, rounds)


def _row(work: str, sizes: list[Callable[[], object]], rounds: int) -> Row:
    small, large = best_of_functions(sizes, rounds)
    return at_most(f"{work}, {LARGE:,} / {SMALL:,}", large / small, GOAL)


def _check(text: str) -> object:
    return check(reads(text, "x.toc.yaml"))


def _draw(written: str) -> Callable[[], object]:
    theory = loads(written)

    def draw() -> None:
        diagram = to_diagram(theory)
        for words in (dot, mermaid, text):
            words(diagram)

    return draw


def _explain(text: str) -> Callable[[], object]:
    """Explain a theory read afresh each time: what is found out about one is kept."""
    return lambda: explain(loads(text), "o0")


def _diff(text: str) -> Callable[[], object]:
    return partial(diff, loads(text), loads(renamed(text)))


if __name__ == "__main__":
    from measure import table

    print(table([*growing_work(2)]))
