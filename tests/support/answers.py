"""What people get to see of a theory, as text: pictures, ``explain`` and all other answers."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from tocmodel.analysis.coverage import coverage
from tocmodel.analysis.explanation import explain
from tocmodel.analysis.summary import analyse
from tocmodel.analysis.value.claims import claims
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.differences.changelog import KeptVersion, change_log
from tocmodel.model import ELEMENT_SECTIONS, SECTIONS, TheoryOfChange, View
from tocmodel.narrative import narrate
from tocmodel.records import TABLES, to_records
from tocmodel.render.matrix_text import matrix_text
from tocmodel.report import analysis, changelog, explanation, value
from tocmodel.report.entry import entry_outline, link_outline, theory_outline
from tocmodel.report.framework import coverage_outline
from tocmodel.report.narrative import narrative_outline
from tocmodel.report.outline import Line
from tocmodel.report.section_table import section_rows
from tocmodel.tables.value import value_matrix

VIEWS = (
    View(title="Usual"),
    View(
        title="Everything",
        show=list(ELEMENT_SECTIONS),
        assumptions="nodes",
        risks="nodes",
        indicators="nodes",
    ),
    View(title="Plain", show=list(ELEMENT_SECTIONS), labels="plain", lanes="group"),
)

Answers = Mapping[str, str]


def answers(theory: TheoryOfChange, ids: tuple[str, ...]) -> Answers:
    """Return the words of each answer; of ``explain`` and ``show`` those for these ids."""
    whole = theory.whole
    made: dict[str, Callable[[], Iterator[str]]] = {
        "picture": lambda: _pictures(theory),
        "explain": lambda: _explained(whole, ids),
        "tell": lambda: _words(narrative_outline(narrate(whole))),
        "show": lambda: _shown(theory, ids),
        "analyse": lambda: _words(analysis.outline(analyse(whole))),
        "value": lambda: _value(whole),
        "framework coverage": lambda: _covered(whole),
        "changelog": lambda: _words(
            changelog.outline(theory, change_log([KeptVersion(theory=theory)]))
        ),
        "records": lambda: (str(row) for table in TABLES for row in to_records(theory, table)),
    }
    return {name: "\n".join(words()) for name, words in made.items()}


def _words(lines: tuple[Line, ...]) -> Iterator[str]:
    return (line.text for line in lines)


def _pictures(theory: TheoryOfChange) -> Iterator[str]:
    for view in (*VIEWS, *theory.views.values()):
        with suppress(TocModelError):  # a view of nothing
            yield from _diagram(to_diagram(theory, view))
    yield matrix_text(value_matrix(theory), 400)


def _diagram(found: Diagram) -> Iterator[str]:
    yield from (found.title, found.subtitle, found.description, found.note, found.ceiling_label)
    yield from (lane.title for lane in found.lanes)
    yield from (cluster.title for cluster in found.clusters)
    for box in found.boxes:
        yield from (box.text, box.description, *(badge.text for badge in box.badges))
    for arrow in found.arrows:
        yield from (arrow.label, arrow.description)


def _explained(theory: TheoryOfChange, ids: tuple[str, ...]) -> Iterator[str]:
    for id_ in ids:
        if id_ in theory.elements:
            yield from _words(explanation.outline(explain(theory, id_)))


def _shown(theory: TheoryOfChange, ids: tuple[str, ...]) -> Iterator[str]:
    yield from _words(theory_outline(theory))
    yield from _words(link_outline(theory.whole, theory.whole.links))
    for id_ in ids:
        own = theory if id_ in theory.includes else theory.whole
        yield from _words(entry_outline(own, id_))
        yield str(section_rows(own, own.section_of(id_)))


def _value(theory: TheoryOfChange) -> Iterator[str]:
    yield from _words(value.value_outline(theory))
    yield from _words(value.claims_outline(theory, claims(theory)))


def _covered(theory: TheoryOfChange) -> Iterator[str]:
    for framework in theory.frameworks:
        with suppress(TocModelError):  # a framework that does not exist
            yield from _words(coverage_outline(coverage(theory, framework)))


def every_id(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the ids of all entries."""
    return tuple(id_ for section in SECTIONS for id_ in getattr(theory, section))
