"""The kinds of file for saving each result, and their content."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import evolve

from tocmodel.analysis.agenda import Agenda
from tocmodel.analysis.coverage import Coverage
from tocmodel.analysis.explanation import Explanation
from tocmodel.analysis.loops import Loops
from tocmodel.analysis.pathways import Pathways
from tocmodel.analysis.progress import ProgressReport
from tocmodel.analysis.summary import Analysis
from tocmodel.analysis.value.claims import Claims
from tocmodel.analysis.value.flows import Flows
from tocmodel.analysis.value.loops import LearningLoops
from tocmodel.analysis.value.plans import PlanRows
from tocmodel.analysis.value.spaces import SpaceValues
from tocmodel.checks import Findings, group
from tocmodel.checks.pages import pages
from tocmodel.diagnostics import InvalidModelError
from tocmodel.differences import Differences
from tocmodel.documents.learning import agenda_report
from tocmodel.documents.portfolio.build import portfolio_report
from tocmodel.drawing import draw, draw_difference, draw_matrix, draw_progress
from tocmodel.fileformat.document import Document
from tocmodel.formats import WriterInput, find_format, format_of, names_from
from tocmodel.layout.scene import Scene
from tocmodel.model import TheoryOfChange, View
from tocmodel.narrative import Narrative
from tocmodel.portfolios.model import Portfolio
from tocmodel.report import analysis, differences, explanation, explanation_data, framework, value
from tocmodel.report.agenda import agenda_data, agenda_outline, agenda_table
from tocmodel.report.findings import CheckedFile, Report
from tocmodel.report.narrative import narrative_data, narrative_outline
from tocmodel.report.outline import Line
from tocmodel.report.pathways import (
    loops_outline,
    pathways_data,
    pathways_outline,
    pathways_table,
)
from tocmodel.report.portfolio import number_table, portfolio_data
from tocmodel.report.progress import progress_data, progress_outline, progress_table
from tocmodel.report.value_plan import plan_data, plan_outline
from tocmodel.report.value_table import claims_table
from tocmodel.results import Result
from tocmodel.system.files import write_atomically
from tocmodel.tables.coverage import to_matrix
from tocmodel.tables.matrix import Matrix
from tocmodel.tables.value_plan import plan_matrix
from tocmodel.version import __version__

Outline = tuple[Line, ...]


def outline(result: Result) -> Outline:
    """Return a result in words, line by line.

    Raises:
        InvalidModelError: there are no words for a value of this kind.
    """
    made = _makers(result).get(WriterInput.OUTLINE)
    if made is None:
        raise InvalidModelError(f"there are no words for a value of type {type(result).__name__}")
    lines: Outline = made(result)
    return lines


def formats_of(result: Result) -> tuple[str, ...]:
    """Return the formats of a result, the usual one first."""
    return names_from(*_makers(result))


def to_bytes(result: Result, format: str) -> bytes:  # noqa: A002  # the field's word
    """Return the content of a file of one of the formats of a result.

    Raises:
        TocModelError: the result cannot be written in this format.
    """
    if format not in formats_of(result):
        known = ", ".join(formats_of(result))
        raise InvalidModelError(f"no format '{format}' for this: choose one of {known}")
    makers = _makers(result)
    kind = find_format(format, *makers)
    return kind.to_bytes(makers[kind.source](result))


def save(result: Result, path: str | Path) -> None:
    """Write a result to a file, whole or not at all; the ending of the name gives the format.

    Raises:
        TocModelError: the ending belongs to none of its formats, or the file cannot be written.
    """
    format_ = format_of(path, formats_of(result), writes="this is written as")
    write_atomically(path, to_bytes(result, format_))


def report_of(found: Findings) -> Report:
    """Return findings as the report of one file, or of a title for a theory made in Python."""
    about = found.about
    file = CheckedFile(path=about.title if isinstance(about, TheoryOfChange) else "theory")
    if isinstance(about, Document):
        file = CheckedFile(path=about.path, text=about.tree.text)
    file = evolve(file, findings=tuple(found), short=tuple(group(found)))
    return Report(files=(file,), version=__version__, pages=tuple(pages().values()))


def compared(found: Differences) -> differences.Compared:
    """Return differences with the names of the two theories."""
    titles = tuple(theory.title if theory else "" for theory in (found.old, found.new))
    old, new = titles if titles[0] != titles[1] else ("the old theory", "the new theory")
    return differences.Compared(title=titles[1], old=old, new=new, differences=found)


def _explained(found: Explanation) -> Scene:
    asked = explanation.question(found)
    return draw(found.theory, View(id="why", title=asked, why=found.subject.id)).scene


def _differing(found: Differences) -> Scene:
    if not (found.old and found.new):
        raise InvalidModelError("there is no picture of this")
    return draw_difference(found.old, found.new).scene


def _covered(found: Coverage) -> Matrix:
    return to_matrix(found, heat=True)


def _spaces(found: SpaceValues) -> Outline:
    return tuple(line for item in found for line in value.space_lines(found.about, item))


def _flows(found: Flows) -> Outline:
    return tuple(value.flows_lines(found.theory or _NO_THEORY, found))


def _learning_loops(found: LearningLoops) -> Outline:
    return tuple(value.loops_lines(found.about or _NO_THEORY, found))


_NO_THEORY = TheoryOfChange(title="")


def _makers(result: Result) -> Mapping[WriterInput, Callable[[Any], Any]]:
    return next((made for kind, made in _MADE.items() if isinstance(result, kind)), {})


_MADE: Mapping[type[Any], Mapping[WriterInput, Callable[[Any], Any]]] = MappingProxyType(
    {
        Agenda: {
            WriterInput.OUTLINE: agenda_outline,
            WriterInput.TABLE: agenda_table,
            WriterInput.DATA: agenda_data,
            WriterInput.DOCUMENT: agenda_report,
        },
        Analysis: {
            WriterInput.OUTLINE: analysis.outline,
            WriterInput.TABLE: lambda found: analysis.to_table([("", found)]),
            WriterInput.DATA: lambda found: analysis.to_data(
                [(found.theory.title, found)], __version__
            ),
        },
        Claims: {
            WriterInput.OUTLINE: lambda found: value.claims_outline(
                found.about or _NO_THEORY, found
            ),
            WriterInput.TABLE: lambda found: claims_table(found.about, found),
        },
        Coverage: {
            WriterInput.OUTLINE: framework.coverage_outline,
            WriterInput.SCENE: lambda found: draw_matrix(_covered(found)).scene,
            WriterInput.MATRIX: _covered,
        },
        Differences: {
            WriterInput.OUTLINE: lambda found: differences.outline(compared(found)),
            WriterInput.DATA: lambda found: differences.to_data(compared(found), __version__),
            WriterInput.SCENE: _differing,
        },
        Explanation: {
            WriterInput.OUTLINE: explanation.outline,
            WriterInput.DATA: lambda found: explanation_data.to_data(found, __version__),
            WriterInput.SCENE: _explained,
        },
        Findings: {WriterInput.FINDINGS: report_of},
        Flows: {WriterInput.OUTLINE: _flows},
        LearningLoops: {WriterInput.OUTLINE: _learning_loops},
        Loops: {WriterInput.OUTLINE: loops_outline},
        Narrative: {
            WriterInput.OUTLINE: narrative_outline,
            WriterInput.DATA: lambda found: narrative_data(found, __version__),
        },
        Pathways: {
            WriterInput.OUTLINE: pathways_outline,
            WriterInput.DATA: lambda found: pathways_data(found, __version__),
            WriterInput.TABLE: pathways_table,
        },
        PlanRows: {
            WriterInput.OUTLINE: plan_outline,
            WriterInput.DATA: plan_data,
            WriterInput.MATRIX: plan_matrix,
            WriterInput.SCENE: lambda found: draw_matrix(plan_matrix(found)).scene,
        },
        ProgressReport: {
            WriterInput.OUTLINE: progress_outline,
            WriterInput.TABLE: progress_table,
            WriterInput.DATA: lambda found: progress_data(found, __version__),
            WriterInput.SCENE: lambda found: draw_progress(found).scene,
        },
        Portfolio: {
            WriterInput.TABLE: number_table,
            WriterInput.DATA: lambda found: portfolio_data(found, __version__),
            WriterInput.DOCUMENT: portfolio_report,
        },
        SpaceValues: {WriterInput.OUTLINE: _spaces},
    }
)
"""The inputs that each kind of result can make; ``tocmodel.formats`` has the formats of each."""
