"""The picture of "why?": causes in columns, below each what lowers it, acts on it and is strong.

Columns count the links back from what is explained; a cause on several ways stands where the
longest begins, so that every arrow leads on. What lowers a difficulty stands below it, in the same
column; so does what acts on it, and an asset below what uses it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocmodel.analysis.causes import Action
from tocmodel.analysis.depth import depths
from tocmodel.analysis.explaining import Cause, Explanation, Why, explain
from tocmodel.analysis.reach import downstream
from tocmodel.diagram.classing import Classes
from tocmodel.diagram.content import Content
from tocmodel.diagram.lines import Line, lines
from tocmodel.diagram.parts import Badge
from tocmodel.diagram.selecting import require_element
from tocmodel.diagram.stages import FARTHEST, stages
from tocmodel.diagram.words import Words, list_titles
from tocmodel.graph import Graph
from tocmodel.model import TheoryOfChange, View
from tocmodel.model.monitoring import is_monitored
from tocmodel.wording import monitoring_words

_NAMED = 2
"""How many partners a box names; more are counted."""

MOST = 40
"""How many causes a picture shows; it says how many more there are."""

_LANES = {
    "cause": "Causes",
    "easing": "What else lowers them",
    "action": "What acts on them",
    "strength": "Strengths near them",
}


def fanned(theory: TheoryOfChange, view: View, words: Words) -> Content:
    """Return the causes of what a view asks about, with what acts on them.

    Raises:
        TocModelError: the view asks about an element that does not exist.
    """
    require_element(theory, view.why, view)
    found = explain(theory, view.why, depth=view.upstream, limit=MOST)
    every = (found.subject, *found.causes)
    column = _columns(found)
    lane = dict.fromkeys(column, "cause")
    _stand(_easing(found), column, lane, "easing", wanted=True)
    _stand(_acting(theory, found), column, lane, "action", wanted=_is_wanted(view, "interventions"))
    _stand(_strong(theory, lane), column, lane, "strength", wanted=_is_wanted(view, "assets"))
    told = {(why.cause, why.effect) for why in found.whys}
    return Content(
        shown=tuple(column),
        stage={id_: f"back-{min(number, FARTHEST)}" for id_, number in column.items()},
        lines=tuple(_kept(lines(theory, column), lane, told)),
        inside={},
        lanes=Classes(lane, {key: _LANES[key] for key in _LANES if key in lane.values()}),
        hues=stages(theory, column),
        badges={
            **{id_: tuple(_doers(theory, id_, words)) for id_ in column},
            **{cause.id: tuple(_badges(theory, cause, words)) for cause in every},
        },
        remark=_remark(found),
    )


def _is_wanted(view: View, section: str) -> bool:
    return not view.show or section in view.show


def _columns(found: Explanation) -> dict[str, int]:
    """Return how many links of the longest way lie between each cause and what is explained.

    Feedback puts nothing further back, unless nothing else leads back to where it starts.
    """
    start = found.subject.id
    forward = _back(found, [why for why in found.whys if not _is_feedback(why)])
    without = downstream(forward, [start])
    kept = [why for why in found.whys if why.cause not in without or not _is_feedback(why)]
    return depths(_back(found, kept))


def _is_feedback(why: Why) -> bool:
    return bool(why.links) and all(link.feedback for link in why.links)


def _back(found: Explanation, whys: Iterable[Why]) -> Graph:
    """Return a graph that leads from each effect to its causes."""
    ids = (found.subject.id, *(cause.id for cause in found.causes))
    after: dict[str, list[str]] = {id_: [] for id_ in ids}
    before: dict[str, list[str]] = {id_: [] for id_ in ids}
    for why in whys:
        after[why.effect].append(why.cause)
        before[why.cause].append(why.effect)
    return Graph(
        ids,
        {id_: tuple(steps) for id_, steps in after.items()},
        {id_: tuple(steps) for id_, steps in before.items()},
        {},
    )


def _easing(found: Explanation) -> Iterator[tuple[str, str]]:
    """Give what else lowers each difficulty, with the difficulty, the nearest first."""
    for cause in (found.subject, *found.causes):
        yield from ((eased, cause.id) for eased in cause.eased_by)


def _acting(theory: TheoryOfChange, found: Explanation) -> Iterator[tuple[str, str]]:
    """Give each intervention with a cause on which it acts, or by way of what else lowers it."""
    for cause in (found.subject, *found.causes):
        yield from ((done, cause.id) for done in cause.acted_on_by)
        for eased in cause.eased_by:
            leading = (link.from_ for link in theory.links_to(eased))
            yield from ((done, cause.id) for done in leading if done in theory.interventions)


def _strong(theory: TheoryOfChange, lane: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give each asset with an intervention that is shown and uses it."""
    for done in lane:
        if done in theory.interventions:
            uses = theory.interventions[done].uses
            yield from ((asset, done) for asset in uses if asset in theory.assets)


def _stand(
    pairs: Iterable[tuple[str, str]],
    column: dict[str, int],
    lane: dict[str, str],
    into: str,
    *,
    wanted: bool,
) -> None:
    """Let each first of a pair stand in the column of its second, in a lane."""
    for id_, near in tuple(pairs) if wanted else ():
        if id_ not in column:
            column[id_], lane[id_] = column[near], into


def _kept(
    found: Iterable[Line], lane: Mapping[str, str], told: set[tuple[str, str]]
) -> Iterator[Line]:
    """Give the lines that answer "why?", and those that join what stands below to a cause."""
    for line in found:
        lanes = {lane[line.from_], lane[line.to]}
        if lanes == {"cause"}:
            if line.kind in ("causal", "addresses") and (line.from_, line.to) in told:
                yield line
        elif line.kind in ("addresses", "uses") or (
            line.kind == "causal" and (lane[line.from_], lane[line.to]) in _SHOWN
        ):
            yield line


_SHOWN = {("action", "cause"), ("easing", "cause"), ("action", "easing")}
"""The lanes between which causal links are drawn, besides those that answer "why?"."""


def _badges(theory: TheoryOfChange, cause: Cause, words: Words) -> Iterator[Badge]:
    """Give what is missing at a cause, and who has a say over it."""
    if cause.action is Action.NOBODY:
        yield Badge(kind="gap", text="no intervention acts on it")
    elif cause.action is Action.SYMPTOMS:
        yield Badge(kind="gap", text="no intervention acts on it, only on what it affects")
    said = monitoring_words(cause.routinely_monitored)
    if said and cause.routinely_monitored is not True:
        counted = is_monitored(cause.routinely_monitored)
        yield Badge(kind="indicator" if counted else "gap", text=said)
    signs = [theory.indicators[id_] for id_ in cause.indicators]
    if signs and all(sign.routinely_monitored is False for sign in signs):
        yield Badge(kind="gap", text="its sign is not routinely monitored")
    deciding = [actor.id for actor in cause.actors if actor.decides]
    if deciding:
        yield Badge(kind="partner", text=f"has a say: {_names(deciding, words)}")
    yield from _doers(theory, cause.id, words)


def _doers(theory: TheoryOfChange, id_: str, words: Words) -> Iterator[Badge]:
    """Give who does what is done."""
    if id_ in theory.interventions and theory.partners:
        partners = [item for item in theory.interventions[id_].partners if item in theory.partners]
        if partners:
            yield Badge(kind="partner", text=f"by {_names(partners, words)}")
        else:
            yield Badge(kind="gap", text="who does it is not stated")


def _names(ids: Sequence[str], words: Words) -> str:
    more = [f"and {len(ids) - _NAMED} more"] if len(ids) > _NAMED else []
    return list_titles([*map(words.title, ids[:_NAMED]), *more])


def _remark(found: Explanation) -> str:
    if not found.left_out:
        return ""
    causes = "cause is" if found.left_out == 1 else "causes are"
    return f"{found.left_out:,} further {causes} not shown"
