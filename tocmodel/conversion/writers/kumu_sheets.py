"""Write a theory as the two sheets of a workbook that Kumu imports: elements and connections.

Source: https://docs.kumu.io/guides/import/import.
"""

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from tocmodel.characters import one_line
from tocmodel.conversion.kinds import element_kind_words
from tocmodel.conversion.losses import Holds, every_element, links_between, losses
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers.edges import DIRECTIONS
from tocmodel.extras import extra_library
from tocmodel.model import TheoryOfChange
from tocmodel.wording import remark_words

_ELEMENTS = ("ID", "Label", "Type", "Description", "Tags")
_CONNECTIONS = ("From", "To", "Type", "Direction", "Description", "Delay", "Strength")
_LONGEST_CELL = 32_000
HOLDS = Holds(
    sections=every_element("description", "tags", "horizon", "cycle"),
    links=frozenset(("effect", "because", "kind", "delay", "strength")),
)


def write(theory: TheoryOfChange) -> bytes:
    """Return the workbook.

    Raises:
        TocModelError: XlsxWriter is not installed.
    """
    instead = "write a blueprint: --format kumu"
    xlsxwriter = extra_library("xlsxwriter", "excel", "Excel files need", instead)
    file = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, settings) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        remark = remark_words(theory)
        for name, rows in (("Elements", _elements(theory)), ("Connections", _connections(theory))):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(_with_remark(rows, remark)):
                for place, text in enumerate(row):
                    sheet.write_string(number, place, text[:_LONGEST_CELL])
            sheet.freeze_panes(1, 0)
    return file.getvalue()


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what the sheets cannot hold."""
    return losses(theory, HOLDS)


def _with_remark(rows: Iterable[tuple[str, ...]], remark: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows, with the words for an imagined theory in a last column."""
    for number, row in enumerate(rows):
        yield (*row, remark if number == 0 else "yes") if remark else row


def _elements(theory: TheoryOfChange) -> Iterator[tuple[str, ...]]:
    yield _ELEMENTS
    for id_, element in theory.elements.items():
        kind = element_kind_words(theory, id_)
        tags = "|".join(map(one_line, element.tags))
        yield id_, one_line(element.title), kind, element.description, tags


def _connections(theory: TheoryOfChange) -> Iterator[tuple[str, ...]]:
    yield _CONNECTIONS
    for link in links_between(theory, HOLDS.sections):
        strength = link.strength.value if link.strength else ""
        direction = DIRECTIONS[link.kind.value] or "directed"
        about = (link.because, link.delay, strength)
        yield link.from_, link.to, link.effect.value, direction, *about
