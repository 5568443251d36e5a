"""The levels of a logframe, and which result of a lower level leads to which of a higher one."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tocmodel.conversion.cell_values import TableValue
from tocmodel.conversion.kinds import ElementKind, known_kind
from tocmodel.conversion.table_builder import TableBuilder

_RANKS = {"inputs": 0, "interventions": 1, "outputs": 2, "outcomes": 3}
_HORIZONS = {"short": 3, "medium": 4, "long": 5, "impact": 6}
_RESULTS = ("result", "results", "expected result", "expected results")
"""The level below the purpose in the logframes of the European Commission: its outputs."""
_LABEL = re.compile(r"\s*([^\W\d][^\d:]{0,40}?)\s*[:.]?\s*((?:\d{1,3}\.)*\d{0,3}|[A-H])?[.:)]*\s*")


def level_of(label: str) -> tuple[ElementKind | None, str]:
    """Return the level that a label names, and its number.

    >>> level, number = level_of("Output 1.2:")
    >>> level.section, number
    ('outputs', '1.2')
    >>> level_of("Families meet")
    (None, '')
    """
    words = " ".join(label.split())
    found = _LABEL.fullmatch(words)
    is_result = found and found[1].casefold() in _RESULTS
    kind = ElementKind("outputs") if is_result else known_kind(found[1]) if found else None
    if found is None or kind is None or kind.section not in _RANKS:
        return None, ""
    return kind, (found[2] or "").strip(".")


def rank_of(kind: ElementKind) -> int:
    """Return how high a level is."""
    horizon = str(kind.keys.get("horizon", ""))
    return _HORIZONS.get(horizon, _RANKS[kind.section])


class Levels:
    """Collects the results of each level, and links them once all are there."""

    def __init__(self, builder: TableBuilder) -> None:
        self.builder = builder
        self.current: ElementKind | None = None
        self.last: list[str] = []
        self._results: list[tuple[int, str, str, str]] = []
        self._assumed: dict[str, list[str]] = {}

    def begin(self, level: ElementKind) -> None:
        """Begin rows of a level."""
        self.current = level
        self.last = []

    def add(self, value: TableValue, place: str) -> str:
        """Add a result of the current level, and return its key."""
        if self.current is None:
            raise ValueError("a result without a level")
        key = self.builder.element(value, self.current, place)
        self._results.append((rank_of(self.current), key, value.number, place))
        self.last = [key]
        return key

    def assume(self, results: Iterable[str], assumptions: Sequence[str]) -> None:
        """Note what must be true for some results to lead to the level above."""
        for key in results:
            self._assumed.setdefault(key, []).extend(assumptions)

    def link(self) -> None:
        """Link every result to the one above it, where there is only one reading."""
        linked: set[str] = set()
        for place, (rank, key, number, where) in enumerate(self._results):
            above = self._above(place, rank, number)
            for effect in above:
                self.builder.link(key, effect, where, assumes=self._assumed.get(key, []))
                linked.add(key)
        for key, assumptions in self._assumed.items():
            if assumptions and key not in linked:
                self.builder.lost["which link the assumption of a row is about"] += 1

    def _above(self, place: int, rank: int, number: str) -> list[str]:
        """Return what a result leads to: by its number, the only one, or the one it is below."""
        higher = sorted({other for other, *_ in self._results if other > rank})
        if not higher:
            return []
        parts = (item for item in self._results if item[0] > rank and item[2])
        by_number = [item for item in parts if number.startswith(f"{item[2]}.")]
        if by_number:
            return [max(by_number, key=lambda item: len(item[2]))[1]]
        candidates = [item for item in self._results if item[0] == higher[0]]
        if number and all(item[2] for item in candidates):
            return []  # the numbers tell that it is below none of them
        if len({key for _, key, _, _ in candidates}) == 1:
            return [candidates[0][1]]
        if self._is_nested(rank, higher[0]):
            before = [item for item in self._results[:place] if item[0] == higher[0]]
            return [before[-1][1]] if before else []
        self.builder.lost[
            "which of several results above it a row leads to, as numbers such as 1.2 would tell"
        ] += 1
        return []

    def _is_nested(self, rank: int, higher: int) -> bool:
        """Whether rows of the two levels take turns, so that each is below its own."""
        order = [item[0] for item in self._results if item[0] in (rank, higher)]
        turns = sum(pair == (rank, higher) for pair in pairwise(order))
        return bool(order) and order[0] == higher and turns > 0
