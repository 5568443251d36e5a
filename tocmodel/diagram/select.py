"""The elements that a view shows."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from tocmodel.analysis.view_filter import (
    filtered_elements,
    framework_words,
    where_faults,
)
from tocmodel.diagnostics import TocModelError, UnknownIdError, did_you_mean
from tocmodel.diagram.view_frameworks import ViewFrameworks
from tocmodel.graph.wholes import find_whole, outermost_groups
from tocmodel.model import (
    TheoryOfChange,
    View,
)
from tocmodel.model.joining import included_ids


def selected_elements(
    theory: TheoryOfChange, view: View, view_frameworks: ViewFrameworks
) -> tuple[str, ...]:
    """Return the ids of the elements that a view shows, before its focus is applied.

    Raises:
        TocModelError: the view names an element, a field, a word or a category that does not exist.
    """
    if view.focus and not find_whole(theory, view.focus):
        require_element(theory, view.focus, view)
    frameworks = {
        name: framework
        for name in framework_words(view)
        if (framework := view_frameworks.find(name)) is not None
    }
    for fault in where_faults(theory, view, frameworks):
        if fault.blocks:
            raise TocModelError(f"the view '{view.id or view.title}': {fault.message}")
    return filtered_elements(theory, view, frameworks)


def group_of_collapsed(theory: TheoryOfChange, view: View, shown: Sequence[str]) -> dict[str, str]:
    """Return the group of each shown element whose group is drawn as one box.

    Where one collapsed group is inside another, the outer one is drawn.
    """
    for id_ in view.collapse:
        _known(theory.groups, id_, "group", view)
    outermost = outermost_groups(theory, frozenset(view.collapse))
    around = ((id_, theory.element(id_).group) for id_ in shown)
    return {id_: outermost[group] for id_, group in around if group in outermost}


def with_includes_collapsed(theory: TheoryOfChange, view: View) -> View:
    """Return the view, with one box for each included theory that it does not expand.

    An included theory is a group of the whole theory. Expanding one inside another expands that
    other too.
    """
    everything = tuple(included_ids(theory))
    for id_ in view.expand:
        _known(everything, id_, "included theory", view)
    if not everything:
        return view
    shut = (
        id_
        for id_ in everything
        if id_ in theory.whole.groups
        and not any(wanted == id_ or wanted.startswith(f"{id_}/") for wanted in view.expand)
    )
    return evolve(view, collapse=tuple(dict.fromkeys((*view.collapse, *shut))))


def delivered_by(theory: TheoryOfChange, view: View) -> tuple[str, ...]:
    """Return the ids of the interventions that the partner of a view delivers.

    Raises:
        TocModelError: there is no such partner, or none names it; the message says what to do.
    """
    _known(theory.partners, view.partner, "partner", view)
    found = tuple(
        id_ for id_, done in theory.interventions.items() if view.partner in done.partners
    )
    if not found:
        raise TocModelError(
            f"the partner '{view.partner}' delivers nothing: "
            "name it in the 'partners' of an intervention"
        )
    return found


def require_element(theory: TheoryOfChange, id_: str, view: View) -> None:
    """Check that an element that a view names exists.

    Raises:
        UnknownIdError: it does not exist; the message names the nearest.
    """
    _known(theory.elements, id_, "element", view)


def _known(known: Any, id_: str, what: str, view: View) -> None:
    if id_ not in known:
        raise UnknownIdError(
            f"no {what} '{id_}' for the view '{view.id or view.title}'{did_you_mean(id_, known)}"
        )
