"""Write an empty story form as text, CSV or a workbook."""

from tocmodel.diagnostics import TocModelError
from tocmodel.formats import WriterInput, find_format, names_from
from tocmodel.model import TheoryOfChange
from tocmodel.model.editions import LATER_EDITION, edition_of
from tocmodel.stories.model import EmptyForm


def form_bytes(
    format_: str, *, theory: TheoryOfChange | None = None, edition: str | None = None
) -> bytes:
    """Return an empty form.

    Args:
        format_: a format for forms from ``tocmodel.formats``.
        theory: the theory that the stories are for.
        edition: ``value-creation`` or ``value-creation-2011``; else the one the theory uses.

    Raises:
        TocModelError: there is no such format for forms, or its writer is not installed.
    """
    known = names_from(WriterInput.FORM)
    if format_ not in known:
        raise TocModelError(f"no form '{format_}': choose one of {', '.join(known)}")
    edition = edition or (edition_of(theory) if theory else LATER_EDITION)
    return find_format(format_, WriterInput.FORM).to_bytes(
        EmptyForm(edition=edition, theory=theory)
    )
