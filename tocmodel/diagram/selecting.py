"""Which elements a view shows."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from tocmodel.analysis.view_filter import framework_words, kept, lineage, where_faults
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.diagram.packs import Packs
from tocmodel.model import (
    TheoryOfChange,
    View,
)
from tocmodel.model.joining import included_ids


def selected(theory: TheoryOfChange, view: View, packs: Packs) -> tuple[str, ...]:
    """Return the ids of the elements that a view shows, its focus not yet considered.

    Raises:
        TocModelError: the view names an element, a field, a word or a category that is not there.
    """
    if view.focus:
        require_element(theory, view.focus, view)
    frameworks = {
        name: framework
        for name in framework_words(view)
        if (framework := packs.find(name)) is not None
    }
    for fault in where_faults(theory, view, frameworks):
        if fault.blocks:
            raise TocModelError(f"the view '{view.id or view.title}': {fault.message}")
    return kept(theory, view, frameworks)


def collapsing(theory: TheoryOfChange, view: View, shown: Sequence[str]) -> dict[str, str]:
    """Return, for each shown member of a group to be drawn as one box, that group.

    Of groups that lie in one another and are both collapsed, the outer one is drawn.
    """
    for id_ in view.collapse:
        _known(theory.groups, id_, "group", view)
    found = {}
    for id_ in shown:
        around = list(lineage(theory.groups, theory.element(id_).group))
        outer = [group for group in around if group in view.collapse]
        if outer:
            found[id_] = outer[-1]
    return found


def closed(theory: TheoryOfChange, view: View) -> View:
    """Return the view with each included theory that it does not expand as one box.

    An included theory is a group of the theory as a whole. To expand one that lies in another is
    to expand that other too.
    """
    everything = tuple(included_ids(theory))
    for id_ in view.expand:
        _known(everything, id_, "included theory", view)
    if not everything:
        return view
    shut = (
        id_
        for id_ in everything
        if not any(wanted == id_ or wanted.startswith(f"{id_}/") for wanted in view.expand)
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
    """Make sure that an element that a view names exists.

    Raises:
        TocModelError: it does not; the message names the nearest.
    """
    _known(theory.elements, id_, "element", view)


def _known(known: Any, id_: str, what: str, view: View) -> None:
    if id_ not in known:
        raise TocModelError(
            f"no {what} '{id_}' for the view '{view.id or view.title}'{did_you_mean(id_, known)}"
        )
