"""The logframe: what a theory aims at, row by row, with indicators, sources and assumptions.

The rows are results in four levels, the highest first: goal, purpose, outputs and activities. The
columns are indicators, means of verification and assumptions. That is the logical framework that
L. Rosenberg and L. Posner made for USAID (*The Logical Framework*, 1979). An assumption is in the
row of the element from which a link that rests on it starts: if the row comes about and the
assumption holds, then the row above follows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from tocmodel.analysis.goals import aims, is_wanted
from tocmodel.analysis.titles import Words, words_for
from tocmodel.diagram.notes import date_of, full_title
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import (
    Assumption,
    Element,
    Horizon,
    Indicator,
    Link,
    Outcome,
    TheoryOfChange,
)
from tocmodel.tables.matrix import Cell, Heading, Matrix
from tocmodel.wording import figure_words, guess_note, imagined_words, note_with, remark_words

LEVELS: Mapping[str, str] = {
    "goal": "Goal",
    "purpose": "Purpose",
    "outputs": "Outputs",
    "activities": "Activities",
}
"""The levels of a logframe, the highest first, and their headings."""

COLUMNS = (
    Heading(id="indicators", title="Indicators", meaning="How anyone would notice it."),
    Heading(
        id="verification",
        title="Means of verification",
        meaning="Where the figures come from.",
    ),
    Heading(
        id="assumptions",
        title="Assumptions",
        meaning="What must also be true for the level above to follow.",
    ),
)
"""The columns beside the results, in reading order."""

_HOLDS = {"yes": "holds", "no": "does not hold", "unknown": "not known whether it holds"}


def logframe(theory: TheoryLike, *, language: str | None = None) -> Matrix:
    """Return the logframe of a theory: a row for each result, the highest level first.

    The goal is every outcome on the horizon *impact*; if there is none, the outcomes that the
    theory aims at. All other wanted outcomes are the purpose. Unwanted and unintended outcomes are
    no results, and are left out.

    Args:
        theory: the theory.
        language: the language of the titles, where the theory is translated.

    Raises:
        UnknownIdError: the theory is not translated into this language.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     interventions={"club": {"title": "Breakfast club"}},
    ...     outcomes={"fed": {"title": "Children are fed"}},
    ...     links=[{"from": "club", "to": "fed", "assumes": [{"title": "Children come"}]}],
    ... )
    >>> [(row.part_of, row.title) for row in logframe(theory).rows]
    [('Goal', 'Children are fed'), ('Activities', 'Breakfast club')]
    >>> logframe(theory).by_place["club", "assumptions"].texts
    ('Children come',)
    """
    whole = as_theory(theory).whole
    words = words_for(whole, language or "", plain=False)
    rows = tuple(_rows(words))
    return Matrix(
        title="Logframe",
        subtitle=full_title(whole) if not language else _translated_title(words),
        remark=remark_words(whole),
        language=language or whole.language,
        description=_description(rows),
        corner="Result",
        rows=rows,
        columns=COLUMNS,
        cells=tuple(_cells(words, rows)),
        note=note_with(_assumed_elsewhere(words, rows), whole),
        date=date_of(whole),
    )


def _translated_title(words: Words) -> str:
    return " · ".join(filter(None, (imagined_words(words.theory), words.theory_title)))


def elements_by_level(theory: TheoryOfChange) -> Mapping[str, tuple[Element, ...]]:
    """Return the results of each level, in the order of the theory.

    >>> theory = TheoryOfChange(title="T", outcomes={"fed": {"title": "F", "horizon": "impact"}})
    >>> [(level, len(found)) for level, found in elements_by_level(theory).items()]
    [('goal', 1), ('purpose', 0), ('outputs', 0), ('activities', 0)]
    """
    wanted = tuple(item for item in theory.outcomes.values() if is_wanted(item))
    goal = {item.id for item in wanted if item.horizon is Horizon.IMPACT} or {*aims(theory)}
    purpose = (item for item in wanted if item.id not in goal)
    return {
        "goal": tuple(item for item in wanted if item.id in goal),
        "purpose": tuple(sorted(purpose, key=_latest_first)),
        "outputs": tuple(theory.outputs.values()),
        "activities": tuple(theory.interventions.values()),
    }


_LATEST_FIRST = (Horizon.IMPACT, Horizon.LONG, Horizon.MEDIUM, Horizon.SHORT, None)


def _latest_first(outcome: Outcome) -> int:
    return _LATEST_FIRST.index(outcome.horizon)


def _rows(words: Words) -> Iterator[Heading]:
    for level, found in elements_by_level(words.theory).items():
        for element in found:
            yield Heading(id=element.id, title=_title(words, element), part_of=LEVELS[level])


def _title(words: Words, element: Element) -> str:
    horizon = element.horizon if isinstance(element, Outcome) else None
    when = f" ({horizon} term)" if horizon not in (None, Horizon.IMPACT) else ""
    return words.title(element.id) + when


@frozen
class ResultFacts:
    """What a logframe shows beside a result.

    Attributes:
        indicators: its indicators, each with its baseline and its target in words.
        verification: the sources of their figures.
        assumptions: what must also be true for what it leads to.
    """

    indicators: tuple[str, ...] = ()
    verification: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


def _cells(words: Words, rows: Sequence[Heading]) -> Iterator[Cell]:
    measuring: dict[str, list[Indicator]] = {}
    for indicator in words.theory.indicators.values():
        for id_ in indicator.measures:
            measuring.setdefault(id_, []).append(indicator)
    for row in rows:
        links = words.theory.links_from(row.id)
        facts = result_facts(words, measuring.get(row.id, ()), links)
        for column in COLUMNS:
            texts: tuple[str, ...] = getattr(facts, column.id)
            if texts:
                yield Cell(row=row.id, column=column.id, texts=texts, weight=len(texts))


def result_facts(
    words: Words, indicators: Iterable[Indicator], links: Iterable[Link]
) -> ResultFacts:
    """Return the indicators of a result, their sources, and what its links assume."""
    measures = tuple(indicators)
    sources = (source for item in measures for source in _sources(words.theory, item))
    items = dict.fromkeys(item for link in links for item in link.assumes)
    return ResultFacts(
        indicators=tuple(_indicator(words, item) for item in measures),
        verification=tuple(dict.fromkeys(sources)),
        assumptions=tuple(text for item in items for text in _assumed(words, item)),
    )


def _indicator(words: Words, indicator: Indicator) -> str:
    """Put an indicator into words with its baseline and target, if the file gives them.

    >>> plates = Indicator(
    ...     id="plates", title="Plates eaten", unit="percent", target={"value": 90, "period": 2026}
    ... )
    >>> theory = TheoryOfChange(title="T", indicators={"plates": plates})
    >>> _indicator(Words(theory), plates)
    'Plates eaten (target: 90% (2026))'
    """
    stated = (("baseline", indicator.baseline), ("target", indicator.target))
    figures = [
        f"{role}: {figure_words(figure, indicator.unit)}"
        for role, several in stated
        for figure in several
    ]
    return words.title(indicator.id) + (f" ({'; '.join(figures)})" if figures else "")


def _sources(theory: TheoryOfChange, indicator: Indicator) -> Iterator[str]:
    held = (*indicator.baseline, *indicator.target, *indicator.observations)
    cited = (indicator.source, *(figure.source for figure in held))
    yield from (theory.sources[id_].title for id_ in cited if id_ in theory.sources)
    if indicator.data:
        yield indicator.data_name


def _assumed(words: Words, item: str | Assumption) -> Iterator[str]:
    known = words.theory.assumptions.get(item) if isinstance(item, str) else item
    if known is None:
        return
    title = words.title(known.id) if known.id in words.theory.assumptions else known.full_title
    marks = (
        "critical" if known.critical else "",
        _HOLDS[str(known.holds)] if known.holds else "",
    )
    asides = ", ".join(filter(None, marks))
    yield title + (f" ({asides})" if asides else "") + guess_note(known)


def _assumed_elsewhere(words: Words, rows: Sequence[Heading]) -> str:
    """List the assumptions of links that start at no result, such as those from a mechanism."""
    results = {row.id for row in rows}
    known = [(link.from_ in results, item) for link in words.theory.links for item in link.assumes]
    shown = {text for is_shown, item in known if is_shown for text in _assumed(words, item)}
    others = dict.fromkeys(
        text
        for is_shown, item in known
        if not is_shown
        for text in _assumed(words, item)
        if text not in shown
    )
    return f"Assumed between other parts of the theory: {'; '.join(others)}." if others else ""


def _description(rows: Sequence[Heading]) -> str:
    numbers = (f"{title}: {sum(row.part_of == title for row in rows)}" for title in LEVELS.values())
    return f"Results at each level: {'; '.join(numbers)}."
