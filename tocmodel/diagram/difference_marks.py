"""The marks that show how each box changed, in a picture of differences."""

from collections.abc import Mapping

from attrs import evolve, frozen

from tocmodel.diagram.model import Box
from tocmodel.differences import Difference, Differences
from tocmodel.graph.wholes import groups_around, members
from tocmodel.model import Significance, TheoryOfChange


@frozen(kw_only=True)
class ChangeMarks:
    """Marks each element or group as added, removed or changed.

    Attributes:
        change: to each id that changed, how.
        differences: to each id, the differences that its box shows.
        both: both theories together.
    """

    change: Mapping[str, str]
    differences: Mapping[str, tuple[Difference, ...]]
    both: TheoryOfChange

    @classmethod
    def of(
        cls,
        old: TheoryOfChange,
        new: TheoryOfChange,
        both: TheoryOfChange,
        found: Differences,
    ) -> "ChangeMarks":
        """Return the marks for both theories together."""
        before = {found.renamed.get(id_, id_) for id_ in (*old.elements, *old.groups)}
        now = {*new.elements, *new.groups}
        differences: dict[str, list[Difference]] = {}
        for item in found:
            if _shows(item):
                for id_ in (item.about, *_borne_on(item, both)):
                    if id_ in before and id_ in now:
                        differences.setdefault(id_, []).append(item)
        change = {
            **dict.fromkeys(differences, "changed"),
            **dict.fromkeys(now - before, "added"),
            **dict.fromkeys(before - now, "removed"),
        }
        return cls(
            change=change,
            differences={id_: tuple(items) for id_, items in differences.items()},
            both=both,
        )

    def marked(self, box: Box) -> Box:
        """Return a box that shows how it changed, or how its members changed if it is a group."""
        change = self.change.get(box.id, "")
        if box.kind == "group" and not change:
            inside = (self.change.get(id_) for id_ in members(self.both, box.id))
            change = "changed" if any(inside) else ""
        sentences = " ".join(item.sentence for item in self.differences.get(box.id, ()))
        description = f"{box.description} {sentences}".strip()
        return evolve(box, change=change, description=announce_change(description, change))

    def shown_by(self, id_: str) -> tuple[str, ...]:
        """Return the boxes that may show an element: its own, or those of the groups around it."""
        element = self.both.elements.get(id_)
        return (id_, *(groups_around(self.both, element.group) if element else ()))


def _borne_on(item: Difference, both: TheoryOfChange) -> tuple[str, ...]:
    """Return the elements that an indicator measures, or that evidence is against."""
    if item.section == "indicators" and item.about in both.indicators:
        return both.indicators[item.about].measures
    if item.section == "evidence" and item.about in both.evidence:
        return both.evidence[item.about].contradicts
    return ()


def announce_change(description: str, change: str) -> str:
    """Put the change at the beginning of a description.

    >>> announce_change("Outcome, short term.", "added")
    'Added. Outcome, short term.'
    """
    return f"{change.capitalize()}. {description}" if change else description


def _shows(item: Difference) -> bool:
    """Whether a difference changes a box: its claims, or the words in it."""
    return item.significance is Significance.SIGNIFICANT or item.field == "title"
