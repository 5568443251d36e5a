"""The boxes of a diagram, and the frames around them."""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.analysis.view_filter import lineage
from tocmodel.diagram.badges import collapsed_badge
from tocmodel.diagram.classing import Classes
from tocmodel.diagram.colouring import Colours
from tocmodel.diagram.parts import Badge, Box, Cluster
from tocmodel.diagram.stages import STAGES
from tocmodel.diagram.value_status import group_badges, order_of, status_of, value_badges
from tocmodel.diagram.words import Words, box_description, sentence
from tocmodel.graph import kinds
from tocmodel.model import Outcome, TheoryOfChange, Valence
from tocmodel.values import frozen

_PLACE = {id_: place for place, id_ in enumerate(STAGES)}


@frozen(kw_only=True)
class Boxes:
    """Makes boxes from what was decided about each element.

    Attributes:
        theory, words: what the boxes are of, and how they say it.
        stage: to the column of each element.
        inside: for a member of a collapsed group, that group.
        lanes, colours: the class of each element.
        grouped: outermost groups are frames (they are not, where they are lanes).
        badges: the badges of each element.
    """

    theory: TheoryOfChange
    words: Words
    stage: Mapping[str, str]
    inside: Mapping[str, str]
    lanes: Classes
    colours: Colours
    grouped: bool
    badges: Mapping[str, tuple[Badge, ...]]

    def of(self, shown: Iterable[str]) -> tuple[Box, ...]:
        """Return the boxes, a collapsed group in the place of its first member."""
        kind = kinds(self.theory)
        members: dict[str, list[str]] = {}
        for id_ in shown:
            members.setdefault(self.inside.get(id_, id_), []).append(id_)
        return tuple(
            self._group(id_, inside) if id_ in self.theory.groups else self._element(id_, kind[id_])
            for id_, inside in members.items()
        )

    def _element(self, id_: str, kind: str) -> Box:
        element = self.theory.element(id_)
        said = tuple(Badge(kind=k, text=t) for k, t in value_badges(element, self.stage[id_]))
        badges = (*said, *self.badges[id_])
        return Box(
            id=id_,
            kind=kind,
            text=self.words.title(id_),
            column=self.stage[id_],
            lane=self.lanes.of.get(id_, ""),
            cluster=self._frame(element.group),
            badges=badges,
            colour=self.colours.of[id_],
            unwanted=isinstance(element, Outcome) and element.valence is Valence.UNWANTED,
            status=status_of(element),
            order=order_of(element) if self.stage[id_] == "value" else None,
            description=box_description(id_, badges, self.words),
        )

    def _group(self, id_: str, members: list[str]) -> Box:
        """A collapsed group stands with what is done in it, or else with what comes first."""
        done = [member for member in members if member in self.theory.interventions]
        face = min(done or members, key=lambda member: _PLACE[self.stage[member]])
        badge = collapsed_badge(self.theory, members)
        open_ = tuple(Badge(kind=k, text=t) for k, t in group_badges(self.theory, members))
        inside = (item for member in members for item in self.badges[member])
        classed = dict.fromkeys(item for item in inside if item.kind == "category")
        titles = "; ".join(self.words.title(member) for member in members)
        about = self.words.translated(id_).description or self.theory.groups[id_].description
        said = (
            f"Group of {badge.text}: {titles}",
            about,
            *(item.text for item in (*open_, *classed)),
        )
        return Box(
            id=id_,
            kind="group",
            text=self.words.title(id_),
            column=self.stage[face],
            lane=self.lanes.of.get(face, ""),
            cluster=self._frame(self.theory.groups[id_].group),
            badges=(badge, *open_, *classed),
            colour=self.colours.of[face],
            description=" ".join(sentence(part) for part in said if part),
        )

    def _frame(self, group: str) -> str:
        return next(_frames(self.theory, group, grouped=self.grouped), "")


def _frames(theory: TheoryOfChange, group: str, *, grouped: bool) -> Iterator[str]:
    """Give the groups that are drawn as frames around a group's members, the inner first."""
    around = list(lineage(theory.groups, group))
    return iter(around if grouped else around[:-1])


def clusters(
    theory: TheoryOfChange, boxes: Iterable[Box], words: Words, *, grouped: bool
) -> tuple[Cluster, ...]:
    """Return the frames around boxes, outer before inner."""
    found: dict[str, Cluster] = {}
    for box in boxes:
        outer = ""
        for id_ in reversed(list(_frames(theory, box.cluster, grouped=grouped))):
            found.setdefault(id_, Cluster(id=id_, title=words.title(id_), parent=outer))
            outer = id_
    return tuple(found.values())
