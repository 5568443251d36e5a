"""The value-creation matrix: cycles by aspirations, conditions, risks, indicators and stories.

Indicators sit in cells, cycle by cycle, and stories are threads that cross the cells (E. Wenger,
B. Trayner and M. de Laat, *Promoting and assessing value creation in communities and networks*,
2011). Aspirations, conditions, and risks with their mitigations come from its use in planning.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import field, frozen

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.diagram.notes import date_of, full_title
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import (
    Cycle,
    Space,
    Story,
    StoryStep,
    TheoryOfChange,
    ValueCreation,
    ValueStatus,
)
from tocmodel.model.editions import EDITIONS, cycles_of, edition_of
from tocmodel.tables.matrix import Cell, Heading, Matrix, MatrixLegend, Stop, Thread
from tocmodel.tables.value_cells import CycleContents, find_cycle_contents
from tocmodel.wording import guess_note, note_with, remark_words, value_note

COLUMNS = (
    Heading(id="aspirations", title="Aspirations", meaning="The value that is planned or hoped."),
    Heading(id="happened", title="What happened", meaning="The value that was created in fact."),
    Heading(id="conditions", title="Conditions", meaning="What must be in place for it."),
    Heading(id="risks", title="Risks", meaning="What might go wrong."),
    Heading(id="mitigations", title="Mitigations", meaning="The answer to each risk."),
    Heading(id="indicators", title="Indicators", meaning="Effect data: did something change here?"),
    Heading(id="stories", title="Stories", meaning="Contribution data: how did it come about?"),
)
"""The columns, in reading order."""

CYCLE_MEANINGS: Mapping[Cycle, str] = MappingProxyType(
    {
        Cycle.IMMEDIATE: "What was it like to take part?",
        Cycle.POTENTIAL: "What came out of it that may prove useful?",
        Cycle.APPLIED: "What did people do with it?",
        Cycle.REALIZED: "What difference did that make to what matters to them?",
        Cycle.REFRAMING: "Did it change what counts as success?",
        Cycle.TRANSFORMATIVE: "Did it change who people are, or the setting?",
        Cycle.STRATEGIC: "How good are the conversations with those whose backing matters?",
        Cycle.ENABLING: "What made the learning possible?",
        Cycle.ORIENTING: "How does it fit with the wider landscape?",
    }
)
"""The question behind each cycle."""

NOT_SAID = "not-said"
"""The mark for value without a stated status; it never counts as having happened."""

_LEGEND = (
    MatrixLegend(key="happened", text="happened"),
    MatrixLegend(key="planned", text="planned"),
    MatrixLegend(key="hoped", text="hoped for"),
    MatrixLegend(key=NOT_SAID, text="not stated whether it happened"),
)


@frozen
class _Scope:
    """The subject of the matrix: a theory, its cycles, and the part of it shown."""

    theory: TheoryOfChange
    cycles: tuple[Cycle, ...]
    values: Mapping[str, ValueCreation]
    stories: Mapping[str, Story]
    places: CycleContents = field(eq=False)
    spaces: tuple[Space, ...] = ()


def value_matrix(
    theory: TheoryLike,
    space: str | None = None,
    *,
    edition: str | None = None,
    story: str | None = None,
) -> Matrix:
    """Return the value-creation matrix of a theory, or of one of its spaces.

    Value that happened is apart from value that is planned or hoped for; where the file does not
    state the status, the value is with the aspirations and marked as such. Conditions, risks and
    indicators are in the cycle they are classified under (``classified_as: {value-creation:
    [applied]}``), or in that of the value they are about.

    Args:
        theory: the theory.
        space: only the value and the stories of this space.
        edition: ``value-creation`` or ``value-creation-2011``; by default the one that the theory
            uses.
        story: show only the thread of this story.

    Raises:
        UnknownIdError: there is no such space, story or edition.

    >>> theory = TheoryOfChange(
    ...     title="A circle",
    ...     value_creation={"idea": {"title": "An idea", "cycle": "potential",
    ...                              "status": "happened"}},
    ... )
    >>> matrix = value_matrix(theory)
    >>> [row.id for row in matrix.rows][:3]
    ['enabling', 'strategic', 'immediate']
    >>> matrix.by_place["potential", "happened"].texts
    ('An idea',)
    """
    theory = as_theory(theory)
    _known(space, theory.spaces, "space")
    _known(story, theory.stories, "story")
    _known(edition, EDITIONS, "edition")
    order = _scope(theory, space, edition, story)
    cells = tuple(_cells(order))
    threads = tuple(_thread(order, item) for item in order.stories.values() if item.steps)
    used = {mark for cell in cells for mark in cell.marks}
    used |= {stop.mark for thread in threads for stop in thread.stops}
    title = theory.spaces[space].title if space else theory.title
    return Matrix(
        title="Value creation" if not space else f"Value creation: {title}",
        subtitle=full_title(theory),
        remark=remark_words(theory),
        language=theory.language,
        description=_description(order, cells, threads),
        corner="Cycle",
        rows=tuple(
            Heading(id=cycle.value, title=cycle.word.capitalize(), meaning=CYCLE_MEANINGS[cycle])
            for cycle in order.cycles
        ),
        columns=COLUMNS,
        cells=cells,
        threads=threads,
        legend=tuple(item for item in _LEGEND if item.key in used),
        note=note_with("", theory),
        date=date_of(theory),
    )


def _known(id_: str | None, among: Iterable[str], noun: str) -> None:
    known = tuple(among)
    if id_ is not None and id_ not in known:
        near = did_you_mean(id_, known)
        listed = near or (f"; there are: {', '.join(known)}" if known else "; the file has none")
        raise UnknownIdError(f"there is no {noun} '{id_}'{listed}")


def _scope(
    theory: TheoryOfChange, space: str | None, edition: str | None, story: str | None
) -> _Scope:
    values = {
        id_: item
        for id_, item in theory.value_creation.items()
        if space is None or item.space == space
    }
    stories = {
        id_: item
        for id_, item in theory.stories.items()
        if story in (None, id_) and (space is None or space in _spaces_of(theory, item))
    }
    cycles = cycles_of(theory, edition or edition_of(theory))
    contents = find_cycle_contents(theory, values, stories)
    spaces = tuple(item for id_, item in theory.spaces.items() if space in (None, id_))
    return _Scope(theory, cycles, values, stories, contents, spaces)


def _spaces_of(theory: TheoryOfChange, story: Story) -> Container[str]:
    """The space that a story names, otherwise those of the values in its steps."""
    if story.space:
        return (story.space,)
    named = (step.value for step in story.steps if step.value in theory.value_creation)
    return {theory.value_creation[id_].space for id_ in named}


_Text = tuple[str, str]
"""The contents of a cell, and its mark."""


def _cells(order: _Scope) -> Iterator[Cell]:
    for cycle in order.cycles:
        for column in COLUMNS:
            texts = tuple(_TEXTS[column.id](order, cycle))
            if texts:
                yield Cell(
                    row=cycle.value,
                    column=column.id,
                    texts=tuple(text for text, _ in texts),
                    marks=tuple(mark for _, mark in texts) if any(m for _, m in texts) else (),
                    weight=len(texts),
                )


def _aspirations(order: _Scope, cycle: Cycle) -> Iterator[_Text]:
    yield from _planned(order, cycle, "aspiration", mark=ValueStatus.PLANNED.value)
    for value in order.values.values():
        if value.cycle is cycle and value.status is not ValueStatus.HAPPENED:
            yield value.full_title + value_note(value), _mark(value.status)


def _planned(order: _Scope, cycle: Cycle, part: str, mark: str = "") -> Iterator[_Text]:
    """Yield a part of the plans of the spaces for a cycle."""
    for space in order.spaces:
        plan = getattr(space.plan, cycle.value, None)
        if plan is not None and getattr(plan, part):
            yield getattr(plan, part), mark


def _happened(order: _Scope, cycle: Cycle) -> Iterator[_Text]:
    for value in order.values.values():
        if value.cycle is cycle and value.status is ValueStatus.HAPPENED:
            yield value.full_title + value_note(value), _mark(value.status)


def _conditions(order: _Scope, cycle: Cycle) -> Iterator[_Text]:
    yield from _planned(order, cycle, "condition")
    yield from ((title, "") for title in order.places.conditions.get(cycle, ()))


def _risks(order: _Scope, cycle: Cycle) -> Iterator[_Text]:
    yield from _planned(order, cycle, "risk")
    risks = order.places.risks.get(cycle, ())
    yield from ((risk.full_title + guess_note(risk), "") for risk in risks)


def _mitigations(order: _Scope, cycle: Cycle) -> Iterator[_Text]:
    yield from _planned(order, cycle, "mitigation")
    risks = order.places.risks.get(cycle, ())
    yield from ((risk.mitigation, "") for risk in risks if risk.mitigation)


def _indicators(order: _Scope, cycle: Cycle) -> Iterator[_Text]:
    return ((item.full_title, "") for item in order.places.indicators.get(cycle, ()))


def _stories(order: _Scope, cycle: Cycle) -> Iterator[_Text]:
    one = len(order.stories) == 1  # then the legend states it, and the cells need not
    for story in order.stories.values():
        for step in story.steps:
            if step.cycle is cycle:
                text = step.says if one else f"{story.full_title}: {step.says}"
                yield (text if step.says else story.full_title), _mark(step.status)


_TEXTS = MappingProxyType(
    {
        "aspirations": _aspirations,
        "happened": _happened,
        "conditions": _conditions,
        "risks": _risks,
        "mitigations": _mitigations,
        "indicators": _indicators,
        "stories": _stories,
    }
)


def _mark(status: ValueStatus | None) -> str:
    return status.value if status else NOT_SAID


def _thread(order: _Scope, story: Story) -> Thread:
    stops = tuple(stop for step in story.steps for stop in _stops(order, step))
    return Thread(id=story.id, title=story.full_title, stops=stops)


def _stops(order: _Scope, step: StoryStep) -> Iterator[Stop]:
    """A step passes through the cell with its words and, if it names one, through its indicator."""
    row, mark = step.cycle.value, _mark(step.status)
    yield Stop(row=row, column="stories", text=step.says, mark=mark)
    if step.indicator in order.theory.indicators:
        title = order.theory.indicators[step.indicator].full_title
        yield Stop(row=row, column="indicators", text=title, mark=mark)


def _description(order: _Scope, cells: tuple[Cell, ...], threads: tuple[Thread, ...]) -> str:
    counts = {
        column: sum(len(cell.texts) for cell in cells if cell.column == column)
        for column in ("happened", "aspirations", "indicators")
    }
    withheld = sum(story.is_withheld for story in order.theory.stories.values())
    and_withheld = f", and {withheld} withheld" if withheld else ""
    return (
        f"{len(order.cycles)} cycles. Values that happened: {counts['happened']}; planned, hoped "
        f"for or not stated: {counts['aspirations']}. Indicators: {counts['indicators']}. "
        f"Stories: {len(threads)}{and_withheld}."
    )
