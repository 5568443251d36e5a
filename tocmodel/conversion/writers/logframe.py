"""Write a theory as a logframe in CSV that other programs, and tocmodel itself, read back.

Its numbers tell which result a row leads to: 1.2 leads to 1. ``tocmodel logframe`` writes a
logframe for people to read.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from tocmodel.conversion.kinds import element_kind_words
from tocmodel.conversion.logframe_levels import level_of, rank_of
from tocmodel.conversion.losses import Holds, losses
from tocmodel.conversion.sketch import Note, Remark
from tocmodel.model import Effect, Figure, Indicator, Link, LinkKind, TheoryOfChange
from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.wording import counted, remark_words

_LEVELS = ("inputs", "interventions", "outputs", "outcomes")
HEADINGS = (
    *("Level", "No", "Result", "Indicator", "Unit", "Baseline", "Target"),
    *("Means of verification", "Assumptions"),
)
HOLDS = Holds(
    sections={
        **dict.fromkeys(_LEVELS, frozenset(("title", "horizon"))),
        "indicators": frozenset(("title", "measures", "unit", "data", "baseline", "target")),
        "assumptions": frozenset(("title",)),
    },
    links=frozenset(("assumes",)),
)


def write(theory: TheoryOfChange) -> bytes:
    """Return the logframe as a CSV file."""
    return csv_bytes((HEADINGS, *_rows(_steps(theory), theory)), remark_words(theory))


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what the logframe cannot hold."""
    steps = _steps(theory)
    kept = {id(step.link) for step in steps if step.link}
    gone = sum(id(link) not in kept for link in theory.links)
    signed = sum(
        step.link.effect is not Effect.INCREASES or step.link.kind is not LinkKind.CAUSE
        for step in steps
        if step.link
    )
    messages = [
        f"{counted(gone, 'link')} that do not lead from a level to a higher one" * bool(gone),
        f"the effect or the direction of {counted(signed, 'link')}" * bool(signed),
        "all but the number of baselines and targets" * any(map(_has_more, _figures(theory))),
    ]
    notes = (Note(remark=Remark.LOST, message=message) for message in messages if message)
    return (*notes, *losses(theory, HOLDS))


@frozen
class _Step:
    """A result of the theory, its number, and its link to the result above it."""

    id: str
    number: str
    link: Link | None


def _steps(theory: TheoryOfChange) -> list[_Step]:
    """Return the results from the highest down, each below the one that it leads to."""
    ranks = {
        id_: rank
        for section in _LEVELS
        for id_ in getattr(theory, section)
        if (rank := _rank(theory, id_)) is not None
    }
    above: dict[str, Link] = {}
    for link in theory.links:
        if ranks.get(link.from_, 99) < ranks.get(link.to, -1):
            above.setdefault(link.from_, link)
    below: dict[str, list[str]] = {}
    for id_, link in above.items():
        below.setdefault(link.to, []).append(id_)
    roots = sorted((id_ for id_ in ranks if id_ not in above), key=lambda id_: -ranks[id_])
    found: list[_Step] = []
    waiting = [(id_, str(number)) for number, id_ in reversed([*enumerate(roots, 1)])]
    while waiting:
        id_, number = waiting.pop()
        found.append(_Step(id_, number, above.get(id_)))
        inner = [(child, f"{number}.{place}") for place, child in enumerate(below.get(id_, ()), 1)]
        waiting += reversed(inner)
    return found


def _rank(theory: TheoryOfChange, id_: str) -> int | None:
    kind, _ = level_of(element_kind_words(theory, id_))
    return None if kind is None else rank_of(kind)


def _rows(steps: Iterable[_Step], theory: TheoryOfChange) -> Iterator[tuple[str, ...]]:
    by_result: dict[str, list[Indicator]] = {}
    for indicator in theory.indicators.values():
        by_result.setdefault(next(iter(indicator.measures), ""), []).append(indicator)
    for step in steps:
        assumptions = "\n".join(_assumed(step, theory.assumptions))
        head = (
            element_kind_words(theory, step.id),
            step.number,
            theory.elements[step.id].title,
        )
        indicators = by_result.get(step.id, [])
        yield *head, *_beside(indicators[0] if indicators else None), assumptions
        for indicator in indicators[1:]:
            yield "", "", "", *_beside(indicator), ""


def _assumed(step: _Step, assumptions: Mapping[str, object]) -> Iterator[str]:
    for item in step.link.assumes if step.link else ():
        if isinstance(item, str) and item in assumptions:
            yield str(getattr(assumptions[item], "title", ""))


def _beside(indicator: Indicator | None) -> tuple[str, ...]:
    if indicator is None:
        return ("", "", "", "", "")
    figures = (_words(figures) for figures in (indicator.baseline, indicator.target))
    return indicator.title, indicator.unit, *figures, indicator.data_name


def _words(figures: tuple[Figure, ...]) -> str:
    """Return the first figure as people write it: ``about 12 of 20``."""
    figure = next(iter(figures), None)
    if figure is None or figure.value is None:
        return ""
    of = f" of {figure.of}" if figure.of is not None else ""
    qualifier = f"{figure.qualifier.value} " if figure.qualifier else ""
    return f"{qualifier}{figure.value}{of}"


def _figures(theory: TheoryOfChange) -> Iterator[tuple[Figure, ...]]:
    for indicator in theory.indicators.values():
        yield indicator.baseline
        yield indicator.target


def _has_more(figures: tuple[Figure, ...]) -> bool:
    """Whether there are several figures, or one with a period or other details."""
    return len(figures) > 1 or any(_words((figure,)) == "" or figure.period for figure in figures)
