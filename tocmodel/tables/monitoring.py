"""The rows of the monitoring framework: each outcome with its indicators, and who looks when.

Every table of it, in any format, is made from these rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import evolve, field, frozen

from tocmodel.analysis.chosen_figure import ChosenFigure, choose_figure
from tocmodel.analysis.progress import Progress, progress_of, progress_words
from tocmodel.analysis.titles import Words, words_for
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Figure, Indicator, Outcome, TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import every_words, figure_words, monitoring_words

MONITORING_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "outcome": "Outcome",
        "indicator": "Indicator",
        "unit": "Unit",
        "method": "How it is collected",
        "source": "Source",
        "owner": "Who collects it",
        "every": "How often",
        "next_due": "Next due",
        "baseline": "Baseline",
        "targets": "Target",
        "latest": "Latest",
        "status": "Status",
    }
)
"""The columns of the monitoring framework in their order, with their headings."""

NO_INDICATOR = "no indicator yet"
"""The words in place of an indicator that an outcome lacks."""


@frozen(kw_only=True)
class MonitoringRow(SelfDescribing):
    """One indicator of one outcome.

    Attributes:
        outcome: id of what the indicator measures: most often an outcome, but it may be any
            element; empty where it measures nothing.
        indicator: id of the indicator; empty for an outcome that has none.
        unit: what is counted.
        method: how it is collected.
        sources: ids of the sources of its figures, each once.
        owner: id of the partner who collects it.
        every: how often it is collected, as written: term, six months, monthly.
        next_due: when its next figure is due.
        baselines: the figures at the start.
        targets: the figures aimed for.
        latest: the figure to show from its observations, and whether it is the latest; a forecast
            or a figure from elsewhere only where there is no other.
        progress: how it is doing: its figures that are not about a group or another place.
        words: each column in words, by the keys of ``MONITORING_HEADINGS``; an empty text where
            the theory does not state it.
    """

    outcome: str = ""
    indicator: str = ""
    unit: str = ""
    method: str = ""
    sources: tuple[str, ...] = ()
    owner: str = ""
    every: str = ""
    next_due: str = ""
    baselines: tuple[Figure, ...] = ()
    targets: tuple[Figure, ...] = ()
    latest: ChosenFigure | None = field(default=None, repr=False)
    progress: Progress | None = field(default=None, repr=False)
    words: Mapping[str, str] = field(factory=dict, eq=False, repr=False)


def monitoring_rows(
    theory: TheoryLike, *, gaps: bool = False, plain: bool = False, language: str | None = None
) -> tuple[MonitoringRow, ...]:
    """Return a row for each indicator and each element that it measures.

    Outcomes come first, in the order of the theory, then other elements, and last the indicators
    that measure nothing. Nothing is filled in that the theory does not state.

    Args:
        theory: the theory, with those it includes.
        gaps: also give each outcome without an indicator a row, so that nobody overlooks it.
        plain: use the plain words of elements that have them.
        language: the language for titles; the theory's own without it.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     partners={"school": {"title": "The school"}},
    ...     outcomes={"fed": {"title": "Children are fed"}},
    ...     indicators={
    ...         "meals": {
    ...             "title": "Breakfasts eaten", "measures": ["fed"], "unit": "meals",
    ...             "owner": "school", "every": "term", "baseline": 0, "target": 90,
    ...             "observations": [{"value": 40, "period": 2024}],
    ...         }
    ...     },
    ... )
    >>> [row] = monitoring_rows(theory)
    >>> row.owner, row.every, row.targets[0].value
    ('school', 'term', 90)
    >>> row.words["owner"], row.words["every"], row.words["latest"]
    ('The school', 'every term', '40 meals (2024)')

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    theory = as_theory(theory).whole
    words = words_for(theory, language or "", plain=plain)
    return tuple(_row(words, outcome, indicator) for outcome, indicator in _pairs(theory, gaps))


def monitoring_headings(rows: Iterable[MonitoringRow]) -> Mapping[str, str]:
    """Return the headings of the columns in which any row has words.

    >>> dict(monitoring_headings([MonitoringRow(words={"unit": "days", "every": ""})]))
    {'unit': 'Unit'}
    """
    used = {key for row in rows for key, words in row.words.items() if words}
    return {key: heading for key, heading in MONITORING_HEADINGS.items() if key in used}


def _pairs(theory: TheoryOfChange, gaps: bool) -> Iterator[tuple[str, Indicator | None]]:
    """Yield what is measured and each indicator of it."""
    measuring: dict[str, list[Indicator]] = {}
    for indicator in theory.indicators.values():
        for id_ in dict.fromkeys(indicator.measures):
            if id_ in theory.elements:
                measuring.setdefault(id_, []).append(indicator)
    for id_ in dict.fromkeys((*theory.outcomes, *theory.elements)):
        yield from ((id_, indicator) for indicator in measuring.get(id_, ()))
        if gaps and id_ in theory.outcomes and id_ not in measuring:
            yield id_, None
    for indicator in theory.indicators.values():
        if not any(id_ in theory.elements for id_ in indicator.measures):
            yield "", indicator


def _row(words: Words, outcome: str, indicator: Indicator | None) -> MonitoringRow:
    if indicator is None:
        cells = {"outcome": _outcome(words, outcome), "indicator": NO_INDICATOR}
        return MonitoringRow(outcome=outcome, words=_all_columns(cells))
    latest = choose_figure(indicator, words.theory.place)
    figures = (*indicator.baseline, *indicator.target, latest.figure if latest else None)
    cited = (indicator.source, *(figure.source for figure in figures if figure))
    row = MonitoringRow(
        outcome=outcome,
        indicator=indicator.id,
        unit=indicator.unit,
        method=indicator.method,
        sources=tuple(dict.fromkeys(filter(None, cited))),
        owner=indicator.owner,
        every=indicator.every,
        next_due=indicator.next_due,
        baselines=indicator.baseline,
        targets=indicator.target,
        latest=latest,
        progress=progress_of(words.theory, indicator)[0],
    )
    return _with_words(words, row, indicator)


def _with_words(words: Words, row: MonitoringRow, indicator: Indicator) -> MonitoringRow:
    """Return the same row with the words of each column."""
    theory = words.theory
    cells = {
        "outcome": _outcome(words, row.outcome),
        "indicator": words.title(indicator.id),
        "unit": row.unit,
        "method": "; ".join(filter(None, (row.method, indicator.data_name))),
        "source": "; ".join(
            theory.sources[id_].title if id_ in theory.sources else id_ for id_ in row.sources
        ),
        "owner": words.title(row.owner) if row.owner in theory.partners else row.owner,
        "every": every_words(row.every) or monitoring_words(indicator.routinely_monitored),
        "next_due": row.next_due,
        "baseline": _figures(row.baselines, row.unit),
        "targets": _figures(row.targets, row.unit),
        "latest": row.latest.words if row.latest else "",
        "status": progress_words(row.progress) if row.progress else "",
    }
    return evolve(row, words=_all_columns(cells))


def _figures(figures: Iterable[Figure], unit: str) -> str:
    return "; ".join(figure_words(figure, unit) for figure in figures)


def _all_columns(cells: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({key: cells.get(key, "") for key in MONITORING_HEADINGS})


def _outcome(words: Words, id_: str) -> str:
    """Return the title of what is measured, and what it is where it is not an outcome."""
    if not id_:
        return ""
    title, element = words.title(id_), words.theory.element(id_)
    if isinstance(element, Outcome):
        return title
    return f"{title} ({SECTION_NAMES[words.theory.section_of(id_)].one})"
