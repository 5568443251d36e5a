"""Writes an empty story form: as text, as CSV or as a workbook."""

from collections.abc import Mapping, Sequence

from tocmodel.analysis.value.cycles import EDITIONS, LATER_EDITION, edition_of
from tocmodel.diagnostics import TocModelError
from tocmodel.model import Entry, TheoryOfChange
from tocmodel.stories.sheet_form import form_csv
from tocmodel.stories.text_form import form_text, names_of
from tocmodel.stories.workbook import form_workbook
from tocmodel.wording import imagined_words

FORM_FORMATS = ("text", "csv", "xlsx")
"""The kinds of form there are; see ``tocmodel.formats``."""


def form_bytes(
    format_: str, *, theory: TheoryOfChange | None = None, edition: str | None = None
) -> bytes:
    """Return an empty form.

    Args:
        format_: one of ``FORM_FORMATS``.
        theory: the theory that the stories are for: its partners, spaces, values and indicators
            are named or offered.
        edition: ``value-creation`` or ``value-creation-2011``; else the one the theory uses.

    Raises:
        TocModelError: there is no such kind of form, or what writes it is not installed.
    """
    edition = edition or (edition_of(theory) if theory else LATER_EDITION)
    if format_ == "text":
        return form_text(edition, _notes(theory)).encode()
    if format_ == "csv":
        return form_csv(edition)
    if format_ == "xlsx":
        return form_workbook(edition, [item.value for item in EDITIONS[edition]], _names(theory))
    raise TocModelError(f"no form '{format_}': choose one of {', '.join(FORM_FORMATS)}")


def _notes(theory: TheoryOfChange | None) -> str:
    if theory is None:
        return ""
    kinds: Mapping[str, Mapping[str, Entry]] = {
        "Partners": theory.partners,
        "Spaces": theory.spaces,
        "Values": theory.value_creation,
        "Indicators": theory.indicators,
    }
    lines = [
        line
        for kind, section in kinds.items()
        for line in names_of(kind, {id_: item.title for id_, item in section.items()})
    ]
    names = ["\n# Short names you can use:\n", *lines] if lines else []
    remark = imagined_words(theory)
    return "".join([*([f"\n# {remark}\n"] if remark else []), *names])


def _names(theory: TheoryOfChange | None) -> dict[str, Sequence[str]]:
    if theory is None:
        return {}
    return {
        "teller": tuple(theory.partners),
        "space": tuple(theory.spaces),
        "value": tuple(theory.value_creation),
        "indicator": tuple(theory.indicators),
    }
