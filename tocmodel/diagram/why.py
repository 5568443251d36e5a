"""The picture of "why?": causes in columns; below each, what lowers it, acts on it, or is an asset.

Columns count the links back from the element explained; a cause on several paths is where the
longest begins, so that every arrow leads on. Elements that lower a difficulty are below it in the
same column, as are interventions that act on it. An asset is below the intervention that uses it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocmodel.analysis.causes import Action
from tocmodel.analysis.explanation import Cause, Explanation, Why, explain
from tocmodel.analysis.titles import Words
from tocmodel.diagram.connectors import Connector, connectors
from tocmodel.diagram.content import Content
from tocmodel.diagram.lanes import Classification
from tocmodel.diagram.model import Badge
from tocmodel.diagram.select import require_element
from tocmodel.diagram.sentences import list_titles
from tocmodel.diagram.stages import FARTHEST, stages
from tocmodel.graph import Graph, causal_graph
from tocmodel.graph.depth import depths
from tocmodel.graph.reach import downstream
from tocmodel.graph.wholes import used_by
from tocmodel.model import TheoryOfChange, View
from tocmodel.model.monitoring import is_monitored
from tocmodel.wording import monitoring_words, say, say_number

_NAMED = 2
"""How many partners a box names; further ones are only counted."""

MOST = 40
"""How many causes a picture shows; it states how many more there are."""

_LANES = ("cause", "easing", "action", "strength")


def why_content(theory: TheoryOfChange, view: View, words: Words) -> Content:
    """Return the causes of the element that a view asks about, with what acts on them.

    Raises:
        TocModelError: the view asks about an element that does not exist.
    """
    require_element(theory, view.why, view)
    found = explain(theory, view.why, depth=view.upstream, limit=MOST)
    every = (found.subject, *found.causes)
    column = _columns(found)
    lane = dict.fromkeys(column, "cause")
    _assign_lane(_easing(found), column, lane, "easing", wanted=True)
    _assign_lane(
        _interventions(theory, found),
        column,
        lane,
        "action",
        wanted=_is_wanted(view, "interventions"),
    )
    _assign_lane(
        _assets_used(theory, lane), column, lane, "strength", wanted=_is_wanted(view, "assets")
    )
    answers = {(why.cause, why.effect) for why in found.whys}
    return Content(
        shown=tuple(column),
        stage={id_: f"back-{min(number, FARTHEST)}" for id_, number in column.items()},
        connectors=tuple(_drawn(connectors(theory, column), lane, answers)),
        inside={},
        lanes=Classification(
            lane, {key: say(f"lane-{key}") for key in _LANES if key in lane.values()}
        ),
        hues=stages(theory, column),
        badges={
            **{id_: tuple(_partner_badges(theory, id_, words)) for id_ in column},
            **{cause.id: tuple(_badges(theory, cause, words)) for cause in every},
        },
        remark=_remark(found),
    )


def _is_wanted(view: View, section: str) -> bool:
    return not view.show or section in view.show


def _columns(found: Explanation) -> dict[str, int]:
    """Return the links on the longest path between each cause and the element explained.

    Feedback does not move a cause further back, unless nothing else leads back to its start.
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
    """Yield the other elements that lower each difficulty, with the difficulty, nearest first."""
    for cause in (found.subject, *found.causes):
        yield from ((eased, cause.id) for eased in cause.eased_by)


def _interventions(theory: TheoryOfChange, found: Explanation) -> Iterator[tuple[str, str]]:
    """Yield each intervention with a cause that it acts on, directly or through what lowers it."""
    for cause in (found.subject, *found.causes):
        yield from ((done, cause.id) for done in cause.acted_on_by)
        for eased in cause.eased_by:
            leading = causal_graph(theory).predecessors[eased]
            yield from ((done, cause.id) for done in leading if done in theory.interventions)


def _assets_used(theory: TheoryOfChange, lane: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each asset with a shown intervention that uses it."""
    for done in lane:
        if done in theory.interventions:
            uses = used_by(theory, done)
            yield from ((asset, done) for asset in uses if asset in theory.assets)


def _assign_lane(
    pairs: Iterable[tuple[str, str]],
    column: dict[str, int],
    lane: dict[str, str],
    into: str,
    *,
    wanted: bool,
) -> None:
    """Put the first of each pair in the column of the second, in a lane."""
    for id_, near in tuple(pairs) if wanted else ():
        if id_ not in column:
            column[id_], lane[id_] = column[near], into


def _drawn(
    found: Iterable[Connector], lane: Mapping[str, str], answers: set[tuple[str, str]]
) -> Iterator[Connector]:
    """Yield the connectors that answer "why?", and those from the elements below a cause to it."""
    for connector in found:
        lanes = {lane[connector.from_], lane[connector.to]}
        if lanes == {"cause"}:
            if (
                connector.kind in ("causal", "addresses")
                and (connector.from_, connector.to) in answers
            ):
                yield connector
        elif connector.kind in ("addresses", "uses") or (
            connector.kind == "causal" and (lane[connector.from_], lane[connector.to]) in _SHOWN
        ):
            yield connector


_SHOWN = {("action", "cause"), ("easing", "cause"), ("action", "easing")}
"""The lanes with causal links drawn between them, besides those that answer "why?"."""


def _badges(theory: TheoryOfChange, cause: Cause, words: Words) -> Iterator[Badge]:
    """Yield the gaps at a cause, and who has a say over it."""
    if cause.action is Action.NOBODY:
        yield Badge(kind="gap", text=say("nobody-acts"))
    elif cause.action is Action.SYMPTOMS:
        yield Badge(kind="gap", text=say("nobody-acts-before"))
    monitoring = monitoring_words(cause.routinely_monitored)
    if monitoring and cause.routinely_monitored is not True:
        counted = is_monitored(cause.routinely_monitored)
        yield Badge(kind="indicator" if counted else "gap", text=monitoring)
    signs = [theory.indicators[id_] for id_ in cause.indicators]
    if signs and all(sign.routinely_monitored is False for sign in signs):
        yield Badge(kind="gap", text=say("sign-not-monitored"))
    deciding = [actor.id for actor in cause.actors if actor.decides]
    if deciding:
        yield Badge(kind="partner", text=say("has-a-say", partners=_names(deciding, words)))
    yield from _partner_badges(theory, cause.id, words)


def _partner_badges(theory: TheoryOfChange, id_: str, words: Words) -> Iterator[Badge]:
    """Yield who delivers each intervention."""
    if id_ in theory.interventions and theory.partners:
        partners = [item for item in theory.interventions[id_].partners if item in theory.partners]
        if partners:
            yield Badge(kind="partner", text=say("by", partners=_names(partners, words)))
        else:
            yield Badge(kind="gap", text=say("nobody-named"))


def _names(ids: Sequence[str], words: Words) -> str:
    more = [say("and-more", number=len(ids) - _NAMED)] if len(ids) > _NAMED else []
    return list_titles([*map(words.title, ids[:_NAMED]), *more])


def _remark(found: Explanation) -> str:
    return say_number(found.left_out, "note-cause", "note-causes") if found.left_out else ""
