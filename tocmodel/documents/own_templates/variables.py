"""The variables of a template: plain data, and no object with methods of tocmodel."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.documents.blocks import Block, plain_text
from tocmodel.documents.chapters import CHAPTERS
from tocmodel.documents.chapters.narrative import main_story
from tocmodel.documents.chapters.sources import source_line
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.subject import ReportSubject
from tocmodel.fileformat.dumping import to_data
from tocmodel.tables.logframe import logframe
from tocmodel.tables.monitoring import monitoring_rows

VARIABLES: Mapping[str, str] = {
    "title": "the title of the theory",
    "summary": "its summary",
    "story": "its main story in one paragraph",
    "place": "the name of the place",
    "date": "when the theory was agreed or last reviewed, as written",
    "imagined": "'An imagined example' for an imagined theory; otherwise empty",
    "theory": "the whole file as data, with the keys of the format: theory.outcomes['fed'].title",
    "monitoring": "the rows of the monitoring framework: outcome, indicator, baseline, targets, "
    "latest, owner, every, next_due, method, source and unit, each in words",
    "logframe": "the rows of the logframe: level, result, indicators, verification, assumptions",
    "sources": "the sources, each as a line of words",
    "report": "the whole report, as it would be without a template",
    "chapters": "each chapter of a full report by its name: chapters.evidence",
}
"""Every variable of a template, and what it holds."""


class LazyChapters(Mapping[str, Any]):
    """The chapters by name; each is written when a template asks for it."""

    def __init__(self, subject: ReportSubject, write: Callable[[tuple[Block, ...]], Any]) -> None:
        self._subject = subject
        self._write = write

    def __getitem__(self, name: str) -> Any:
        """Return a chapter, written as the template needs it."""
        if name not in CHAPTERS:
            near = did_you_mean(name, CHAPTERS) or f"; there are {', '.join(CHAPTERS)}"
            raise TocModelError(f"there is no chapter '{terminal_text(name)}'{near}")
        return self._write(CHAPTERS[name].blocks(self._subject))

    def __iter__(self) -> Iterator[str]:
        """Return the names of the chapters."""
        return iter(CHAPTERS)

    def __repr__(self) -> str:
        """Return the names of the chapters, for a template that shows all of them at once."""
        return ", ".join(self)

    def __len__(self) -> int:
        """Return the number of the chapters."""
        return len(CHAPTERS)


def variables(
    subject: ReportSubject, report: WrittenReport, write: Callable[[tuple[Block, ...]], Any]
) -> dict[str, Any]:
    """Return the variables of a template.

    Args:
        subject: the theory.
        report: the report that the variable ``report`` holds.
        write: writes blocks as the template needs them.
    """
    theory = subject.theory
    return {
        "title": subject.words.theory_title,
        "summary": subject.words.translated("theory").summary or theory.summary,
        "story": main_story(subject),
        "place": theory.place.name if theory.place else "",
        "date": report.date,
        "imagined": report.imagined,
        "theory": to_data(theory),
        "monitoring": [dict(row.words) for row in monitoring_rows(theory, gaps=True)],
        "logframe": _logframe(subject),
        "sources": [plain_text(source_line(item)) for item in theory.sources.values()],
        "report": write(report.blocks),
        "chapters": LazyChapters(subject, write),
    }


def _logframe(subject: ReportSubject) -> list[dict[str, Any]]:
    matrix = logframe(subject.theory, language=subject.words.language)
    return [
        {
            "level": row.part_of,
            "result": row.title,
            **{
                column.id: list(cell.texts)
                if (cell := matrix.by_place.get((row.id, column.id)))
                else []
                for column in matrix.columns
            },
        }
        for row in matrix.rows
    ]
