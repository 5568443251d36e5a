"""Write the links of a theory, with the words that support them, as a Causal Map workbook.

It is a workbook of version 4 of the app (https://causalmap.app): a sheet ``links`` with a row for
each quotation on each link, and the sheets ``factors`` and ``sources``.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from tocmodel.characters import one_line
from tocmodel.conversion.losses import Holds, kinds_lost, links_between, losses
from tocmodel.conversion.sketch import Note, Remark
from tocmodel.conversion.writers.edges import unique_titles
from tocmodel.extras import extra_library
from tocmodel.model import Evidence, TheoryOfChange
from tocmodel.wording import counted, remark_data

LINKS = ("cause", "effect", "selected_text", "source_id", "tags", "because")
FACTORS = ("label",)
SOURCES = ("id", "title")

_CAUSAL = (
    *("conditions", "factors", "assets", "inputs", "interventions", "outputs"),
    *("mechanisms", "outcomes"),
)
HOLDS = Holds(
    theory=frozenset(("imagined",)),
    sections={
        **dict.fromkeys(_CAUSAL, frozenset(("title", "part_of"))),
        "evidence": frozenset(("title", "quote", "source", "supports", "tags")),
        "sources": frozenset(("title",)),
    },
    links=frozenset(("effect", "because", "evidence")),
)
_LONGEST_CELL = 32_767  # of Excel


def write(theory: TheoryOfChange) -> bytes:
    """Return the links as a workbook, with every cell as text.

    Raises:
        TocModelError: XlsxWriter is not installed.
    """
    xlsxwriter = extra_library("xlsxwriter", "excel", "Excel files need")
    file = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, settings) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        for name, headings, rows in (
            ("links", LINKS, _link_rows(theory)),
            ("factors", FACTORS, _factor_rows(theory)),
            ("sources", SOURCES, _source_rows(theory)),
        ):
            sheet = book.add_worksheet(name)
            for number, row in enumerate((headings, *rows)):
                for column, text in enumerate(row):
                    if text:
                        sheet.write_string(number, column, text[:_LONGEST_CELL])
    return file.getvalue()


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what a causal map cannot hold."""
    notes = (*losses(theory, HOLDS), *kinds_lost(theory, _CAUSAL))
    unused = sum(
        not (item.quote and any(_claims(item, theory))) for item in theory.evidence.values()
    )
    if unused:
        message = f"{counted(unused, 'piece', 'pieces')} of evidence without a quotation on a link"
        notes = (*notes, Note(remark=Remark.LOST, message=message))
    return notes


def _link_rows(theory: TheoryOfChange) -> Iterator[tuple[str, ...]]:
    labels = _labels(theory)
    quoted = _quoted(theory)
    for link in links_between(theory, dict.fromkeys(_CAUSAL)):
        opposite = "~" if link.effect.value == "decreases" else ""
        ends = (labels[link.from_], f"{opposite}{labels[link.to]}")
        for item in quoted.get((link.from_, link.to), ()) or (None,):
            words = (item.quote, item.source, ", ".join(item.tags)) if item else ("", "", "")
            yield (*ends, *words, link.because)


def _factor_rows(theory: TheoryOfChange) -> Iterator[tuple[str, ...]]:
    labels = _labels(theory)
    yield from ((labels[id_],) for section in _CAUSAL for id_ in getattr(theory, section))


def _source_rows(theory: TheoryOfChange) -> Iterator[tuple[str, ...]]:
    yield from remark_data(theory).items()
    for id_, source in theory.sources.items():
        yield id_, source.title


def _labels(theory: TheoryOfChange) -> Mapping[str, str]:
    """Return the label of each element: its title after those of what it is part of."""
    titles = {id_: _plain(title) for id_, title in unique_titles(theory).items()}
    found = {}
    for id_, title in titles.items():
        parts = [title]
        seen = {id_}
        above = theory.element(id_).part_of
        while above in titles and above not in seen:
            seen.add(above)
            parts.append(titles[above])
            above = theory.element(above).part_of
        found[id_] = "; ".join(reversed(parts))
    return found


def _plain(title: str) -> str:
    """Return a title without the signs that have a meaning in a label.

    >>> _plain("~Rain; or snow")
    'Rain, or snow'
    """
    return one_line(title).replace(";", ",").lstrip("~ ")


def _quoted(theory: TheoryOfChange) -> dict[tuple[str, str], list[Evidence]]:
    """Return the quotations that support each link."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for item in theory.evidence.values():
        for ends in dict.fromkeys(_claims(item, theory)) if item.quote else ():
            found.setdefault(ends, []).append(item)
    for link in theory.links:
        for entry in link.evidence:  # those with an id are in the section
            if isinstance(entry, Evidence) and entry.quote:
                found.setdefault((link.from_, link.to), []).append(entry)
    return found


def _claims(item: Evidence, theory: TheoryOfChange) -> Iterator[tuple[str, str]]:
    for claim in item.supports:
        cause, sign, effect = claim.partition(" -> ")
        if sign:
            yield cause, effect
    for link in theory.links:
        if item.id in link.evidence:
            yield link.from_, link.to
