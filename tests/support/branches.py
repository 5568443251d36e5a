"""Which branches the draws of a property reach: what is never drawn is never tested.

A property sorts each draw with a function such as ``branches_of_journey`` and hands the answer to
``record``. Another test then asks ``rarely_drawn`` for the branches that too few draws reach.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def record(branches: Iterable[str]) -> None:
    """Record the branches of one draw; ``pytest --hypothesis-show-statistics`` lists them."""
    for branch in branches:
        event(branch)


def rarely_drawn(
    strategy: SearchStrategy[T],
    branches_of: Callable[[T], Iterable[str]],
    expected: Iterable[str],
    *,
    draws: int = 200,
    least: int = 3,
) -> dict[str, int]:
    """Return the expected branches that fewer than ``least`` draws reach, with their numbers.

    The draws are the same in every run.
    """
    counted: Counter[str] = Counter()

    @settings(
        max_examples=draws,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: T) -> None:
        counted.update(set(branches_of(value)))

    draw()
    return {branch: counted[branch] for branch in expected if counted[branch] < least}
