"""Value creation: what learning together created, cycle by cycle, and the stories about it."""

from collections.abc import Iterator

from tocmodel.diagram.sentences import sentence
from tocmodel.documents.blocks import (
    Block,
    ItemList,
    Runs,
    SectionHeading,
    TableCell,
    TableColumn,
    TextTable,
    bold,
    paragraph,
    runs,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Story, StoryStep
from tocmodel.tables.matrix import Matrix
from tocmodel.tables.value import value_matrix

_STORIES = "stories"
"""The column of the matrix that has the steps of stories, which are told in full below."""

STATUS = {
    "happened": "happened",
    "planned": "planned",
    "hoped": "hoped for",
    "": "not stated whether it happened",
}
"""Whether value has been created, in words."""


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the value-creation matrix with a row for each cycle in use, and each story."""
    theory = subject.theory
    if not (theory.value_creation or theory.stories):
        return ()
    return (*_matrix(value_matrix(theory)), *_stories(subject))


def _matrix(matrix: Matrix) -> Iterator[Block]:
    columns = [item for item in matrix.columns if item.id != _STORIES]
    used = [item for item in columns if any(cell.column == item.id for cell in matrix.cells)]
    rows = [row for row in matrix.rows if any(cell.row == row.id for cell in matrix.cells)]
    if not used:
        return
    yield SectionHeading("Value by cycle", 2)
    yield TextTable(
        "Value by cycle",
        (TableColumn("Cycle", 0.9), *(TableColumn(column.title) for column in used)),
        tuple(
            (
                (runs(bold(row.title)), runs(row.meaning)),
                *(_cell(matrix, row.id, column.id) for column in used),
            )
            for row in rows
        ),
    )


def _cell(matrix: Matrix, row: str, column: str) -> TableCell:
    cell = matrix.by_place.get((row, column))
    if cell is None:
        return ()
    meant = {item.key: item.text for item in matrix.legend}
    marks = cell.marks or ("",) * len(cell.texts)
    return tuple(
        runs(text, f" ({meant[mark]})" if mark in meant and mark != "happened" else "")
        for text, mark in zip(cell.texts, marks, strict=True)
    )


def _stories(subject: ReportSubject) -> Iterator[Block]:
    for story in subject.theory.stories.values():
        yield SectionHeading(subject.title(story.id), 2, is_ours=False)
        if about := _about(subject, story):
            yield paragraph(about)
        if story.steps:
            yield ItemList(tuple(_step(subject, step) for step in story.steps), numbered=True)


def _about(subject: ReportSubject, story: Story) -> str:
    teller = ", ".join(
        filter(None, (subject.title(story.teller) if story.teller else "", story.role))
    )
    parts = (
        subject.words.description(story.id),
        f"Told by {teller}" if teller else "",
        f"Told in {story.date}" if story.date else "",
        f"From: {subject.source(story.source, story.at)}" if story.source else "",
    )
    return " ".join(sentence(" ".join(part.split())) for part in parts if part.strip())


def _step(subject: ReportSubject, step: StoryStep) -> Runs:
    status = STATUS[str(step.status or "")]
    words = " ".join(step.says.split())
    when = f", {step.period}" if step.period else ""
    value = f" Value: {subject.title(step.value)}." if step.value else ""
    shown = f" Shown by: {subject.title(step.indicator)}." if step.indicator else ""
    return runs(
        bold(f"{step.cycle.word.capitalize()} value ({status}{when}). "),
        sentence(words) if words else "The story has no words for this step.",
        value,
        shown,
    )
