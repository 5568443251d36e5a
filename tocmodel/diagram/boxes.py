"""The boxes of a diagram."""

from collections.abc import Collection, Iterable, Mapping

from attrs import frozen

from tocmodel.analysis.titles import Words
from tocmodel.diagram.badges import collapsed_badge
from tocmodel.diagram.colours import Colours
from tocmodel.diagram.frames import Chains, ranks
from tocmodel.diagram.lanes import Classification
from tocmodel.diagram.model import Badge, Box
from tocmodel.diagram.progress import first_to_look_at, group_progress
from tocmodel.diagram.sentences import box_description, sentence
from tocmodel.diagram.stages import STAGES
from tocmodel.diagram.value_status import group_badges, order_of, status_of, value_badges
from tocmodel.graph import kinds
from tocmodel.model import Outcome, TheoryOfChange, Valence, ValueCreation
from tocmodel.wording import say, say_number

_PLACE = {id_: place for place, id_ in enumerate(STAGES)}


@frozen(kw_only=True)
class BoxBuilder:
    """Makes boxes from the decisions about each element.

    Attributes:
        theory, words: the theory, and the words of the picture.
        stage: to the column of each element.
        inside: for a member of a collapsed group, that group.
        lanes, colours: the class of each element.
        frames: the frames around each box, the innermost first.
        badges: the badges of each element.
        areas: for each included theory, how many areas it covers, in words.
        linked: the elements that the theory links anything to.
    """

    theory: TheoryOfChange
    words: Words
    stage: Mapping[str, str]
    inside: Mapping[str, str]
    lanes: Classification
    colours: Colours
    frames: Chains
    badges: Mapping[str, tuple[Badge, ...]]
    areas: Mapping[str, str] = {}
    linked: Collection[str]

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
        about_value = tuple(
            Badge(kind=k, text=t) for k, t in value_badges(element, self.stage[id_])
        )
        badges = (*about_value, *self.badges[id_])
        return Box(
            id=id_,
            kind=kind,
            text=self.words.title(id_),
            column=self.stage[id_],
            lane=self.lanes.of.get(id_, ""),
            cluster=self._frame(id_),
            badges=badges,
            colour=self.colours.of[id_],
            unwanted=isinstance(element, Outcome | ValueCreation)
            and element.valence == Valence.UNWANTED.value,
            status=status_of(element),
            order=order_of(element) if self.stage[id_] == "value" else None,
            rank=ranks(self.theory).get(id_),
            description=box_description(id_, badges, self.words),
            linked=id_ in self.linked,
        )

    def _group(self, id_: str, members: list[str]) -> Box:
        """A collapsed group is in the column of its interventions, or of its first member."""
        done = [member for member in members if member in self.theory.interventions]
        face = min(done or members, key=lambda member: _PLACE[self.stage[member]])
        badge = collapsed_badge(self.theory, members)
        areas = (Badge(kind="collapsed", text=self.areas[id_]),) if id_ in self.areas else ()
        open_ = tuple(Badge(kind=k, text=t) for k, t in group_badges(self.theory, members))
        inside = [item for member in members for item in self.badges[member]]
        doing = tuple(group_progress(inside, self.words))
        classed = dict.fromkeys(item for item in inside if item.kind == "category")
        titles = "; ".join(dict.fromkeys(map(self.words.title, members)))  # each is said once
        about = self.words.translated(id_).description or self.theory.groups[id_].description
        sentences = (
            say("described-group", what=badge.text, titles=titles),
            about,
            *(item.text for item in (*areas, *open_, *doing, *classed)),
        )
        return Box(
            id=id_,
            kind="group",
            text=self.words.title(id_),
            column=self.stage[face],
            lane=self.lanes.of.get(face, ""),
            cluster=self._frame(id_),
            badges=(badge, *areas, *open_, *doing, *classed),
            colour=first_to_look_at(self.colours.of[member] for member in members)
            or self.colours.of[face],
            rank=ranks(self.theory).get(id_),
            description=" ".join(sentence(part) for part in sentences if part),
        )

    def undescribed(self, id_: str) -> Box:
        """Return the box of an included theory that nobody described."""
        include = self.theory.includes[id_]
        number = include.count or 1
        text = say_number(number, "not-described", "several-not-described")
        badge = Badge(kind="collapsed", text=text)
        about = self.words.translated(id_).description or include.description
        sentences = (say("noun-includes"), about, badge.text)
        return Box(
            id=id_,
            kind="undescribed",
            text=self.words.title(id_),
            column=self.stage[id_],
            cluster=self._frame(id_),
            badges=(badge,),
            colour=self.stage[id_],
            description=" ".join(sentence(part) for part in sentences if part),
        )

    def _frame(self, id_: str) -> str:
        return next(iter(self.frames.get(id_, ())), "")
