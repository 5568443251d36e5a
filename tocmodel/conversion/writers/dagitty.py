"""Write the elements and links of a theory as a DAGitty graph: https://www.dagitty.net."""

import re
from collections.abc import Iterable, Mapping

from tocmodel.analysis.view_filter import STAGES
from tocmodel.characters import one_line
from tocmodel.conversion.losses import Holds, kinds_lost, links_between, losses
from tocmodel.conversion.sketch import Note, Remark
from tocmodel.graph.components import strong_components
from tocmodel.model import Link, TheoryOfChange
from tocmodel.wording import counted, remark_words

HOLDS = Holds(
    theory=frozenset(("title", "imagined")),
    sections=dict.fromkeys(STAGES, frozenset(("title",))),
    links=frozenset(("kind",)),
)


def write(theory: TheoryOfChange) -> str:
    """Return the causes of a theory as a graph; with a loop it is no DAG, but a directed graph.

    A mutual effect is an arrow each way. An association is left out: in DAGitty it would mean that
    the two have a common cause.
    """
    names = _names(theory)
    remark = remark_words(theory)
    title = f"{theory.title} ({remark})" if remark else theory.title
    arrows = [pair for link in _written(theory) for pair in _arrows(link)]
    kind = "digraph" if _has_loop(arrows) else "dag"
    lines = [
        f"{kind} {{",
        f"title={_quoted(title)}",
        *(f"{name} [label={_quoted(theory.element(id_).title)}]" for id_, name in names.items()),
        *(f"{names[cause]} -> {names[effect]}" for cause, effect in arrows),
        "}",
    ]
    return "\n".join([*lines, ""])


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what DAGitty cannot hold."""
    notes = (*losses(theory, HOLDS), *kinds_lost(theory, STAGES))
    links = links_between(theory, HOLDS.sections)
    associations = len(links) - len(_written(theory))
    if associations:
        message = f"{counted(associations, 'association')}, which would mean a common cause there"
        notes = (*notes, Note(remark=Remark.LOST, message=message))
    return notes


def _written(theory: TheoryOfChange) -> tuple[Link, ...]:
    links = links_between(theory, HOLDS.sections)
    return tuple(link for link in links if link.is_causal and link.from_ != link.to)


def _arrows(link: Link) -> tuple[tuple[str, str], ...]:
    on, back = (link.from_, link.to), (link.to, link.from_)
    return (on, back) if link.is_mutual else (on,)


def _has_loop(arrows: Iterable[tuple[str, str]]) -> bool:
    effects: dict[str, list[str]] = {}
    for cause, effect in arrows:
        effects.setdefault(cause, []).append(effect)
        effects.setdefault(effect, [])
    following = {id_: tuple(found) for id_, found in effects.items()}
    return any(len(part) > 1 for part in strong_components(tuple(following), following))


def _names(theory: TheoryOfChange) -> Mapping[str, str]:
    ids = (id_ for section in STAGES for id_ in getattr(theory, section))
    return {id_: re.sub("[^0-9A-Za-z]", "_", id_) for id_ in ids}


def _quoted(text: str) -> str:
    r"""Return words between quotation marks.

    >>> print(_quoted('say "yes" \\ no'))
    "say 'yes' / no"
    """
    return '"' + one_line(text).replace('"', "'").replace("\\", "/") + '"'
