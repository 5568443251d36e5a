"""How each box of a picture of a difference changed."""

from collections.abc import Mapping

from attrs import evolve

from tocmodel.analysis.difference import Difference, Differences
from tocmodel.analysis.view_filter import lineage
from tocmodel.diagram.parts import Box
from tocmodel.model import Significance, TheoryOfChange
from tocmodel.values import frozen


@frozen(kw_only=True)
class Marks:
    """Says of each element or group whether it was added, removed or changed.

    Attributes:
        change: to each id that changed, how.
        told: to each id, the differences that a box of it shows.
        groups: to each element, the groups around it.
    """

    change: Mapping[str, str]
    told: Mapping[str, tuple[Difference, ...]]
    groups: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls,
        old: TheoryOfChange,
        new: TheoryOfChange,
        both: TheoryOfChange,
        found: Differences,
    ) -> "Marks":
        """Return the marks for both theories together."""
        before = {found.renamed.get(id_, id_) for id_ in (*old.elements, *old.groups)}
        now = {*new.elements, *new.groups}
        told: dict[str, list[Difference]] = {}
        for item in found:
            if _shows(item):
                for id_ in (item.about, *_borne_on(item, both)):
                    if id_ in before and id_ in now:
                        told.setdefault(id_, []).append(item)
        change = {
            **dict.fromkeys(told, "changed"),
            **dict.fromkeys(now - before, "added"),
            **dict.fromkeys(before - now, "removed"),
        }
        return cls(
            change=change,
            told={id_: tuple(items) for id_, items in told.items()},
            groups={
                id_: tuple(lineage(both.groups, element.group))
                for id_, element in both.elements.items()
            },
        )

    def marked(self, box: Box) -> Box:
        """Return a box that says how it changed; a group in one box, how its members did."""
        change = self.change.get(box.id, "")
        if box.kind == "group" and not change:
            inside = (
                self.change.get(id_) for id_, around in self.groups.items() if box.id in around
            )
            change = "changed" if any(inside) else ""
        sentences = " ".join(item.sentence for item in self.told.get(box.id, ()))
        said = f"{box.description} {sentences}".strip()
        return evolve(box, change=change, description=spoken(said, change))

    def shown_by(self, id_: str) -> tuple[str, ...]:
        """Return the boxes that may show an element: its own, or that of a group around it."""
        return (id_, *self.groups.get(id_, ()))


def _borne_on(item: Difference, both: TheoryOfChange) -> tuple[str, ...]:
    """Return what an indicator measures, or a piece of evidence speaks against."""
    if item.section == "indicators" and item.about in both.indicators:
        return both.indicators[item.about].measures
    if item.section == "evidence" and item.about in both.evidence:
        return both.evidence[item.about].contradicts
    return ()


def spoken(description: str, change: str) -> str:
    """Say first how something changed.

    >>> spoken("Outcome, short term.", "added")
    'Added. Outcome, short term.'
    """
    return f"{change.capitalize()}. {description}" if change else description


def _shows(item: Difference) -> bool:
    """Say whether a difference makes a box another: what it claims, or the words in it."""
    return item.significance is Significance.SIGNIFICANT or item.field == "title"
