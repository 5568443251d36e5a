"""What the rules share that read frameworks."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tocmodel.diagnostics import Problem
from tocmodel.model import Element, Entry
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import named, section_of
from tocmodel.values import frozen

if TYPE_CHECKING:
    from tocmodel.analysis.coverage import Standing
    from tocmodel.frameworks import Dimension, Framework, FrameworkCheck


@frozen
class Running:
    """A framework's check that is run: what it looks at, and where each element stands there."""

    framework: "Framework"
    check: "FrameworkCheck"
    dimension: "Dimension"
    place: int
    stands: "Mapping[str, Standing]"

    @property
    def name(self) -> str:
        """The name of the check, by which a waiver can name it."""
        return f"{self.framework.id}/{self.check.id}"

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that are looked at."""
        return self.check.sections or self.dimension.classifies

    @property
    def categories(self) -> tuple[str, ...]:
        """The ids of the categories that are looked at."""
        return self.check.categories or tuple(self.dimension.categories)

    def with_parts(self, category: str) -> frozenset[str]:
        """Return a category and its parts, and theirs."""
        known = self.dimension.categories
        return frozenset(id_ for id_ in known if category in self.dimension.ancestors(id_))

    def title(self, category: str) -> str:
        """Return what a category is called."""
        return self.dimension.categories[category].title

    def problem(self, detail: str = "", usual: str = "") -> Problem:
        """A problem of the whole theory, in the framework's words; else in the usual ones."""
        message = self.check.message or usual
        said = f"{message}: {detail}" if detail else message
        return Problem(
            message=f"{said} ({self.name})",
            help=self.check.help,
            pointer=("frameworks", self.place),
            check=self.name,
            severity=self.check.severity,
        )

    def problem_of(self, entry: Entry, usual: str) -> Problem:
        """A problem of an entry, in the framework's words; else in the usual ones."""
        return Problem(
            message=f"{named(entry)}: {self.check.message or usual} ({self.name})",
            help=self.check.help,
            pointer=(section_of(entry), entry.id),
            key=True,
            about=entry.id,
            check=self.name,
            severity=self.check.severity,
        )


def classifications(subject: Subject) -> "Iterator[tuple[Element, Framework, int, str]]":
    """Give each address in a ``classified_as``, with its element, its framework and its place.

    Those of frameworks that the theory does not name, or that were not found, are left out.
    """
    for element in subject.theory.elements.values() if subject.frameworks else ():
        for id_, addresses in element.classified_as.items():
            framework = subject.frameworks.get(id_)
            if framework:
                for place, address in enumerate(addresses):
                    yield element, framework, place, address


def running(subject: Subject, kind: str) -> Iterator[Running]:
    """Give the checks of one kind of the theory's frameworks.

    A check of a dimension that the theory does not use yet is left out: that nothing is
    classified is said once, and not by each check.
    """
    for framework in subject.frameworks.values():
        for check in framework.checks.values():
            stands = subject.standings[framework.id, check.dimension]
            if check.check == kind and stands:
                yield Running(
                    framework=framework,
                    check=check,
                    dimension=framework.dimensions[check.dimension],
                    place=subject.places.get(framework.id, 0),
                    stands={
                        id_: one
                        for id_, one in stands.items()
                        if not check.sections or subject.theory.section_of(id_) in check.sections
                    },
                )


def is_sought(subject: Subject, framework: str) -> bool:
    """Say whether the theory names it, or may mean it with a file that was not found."""
    sought = [subject.theory.frameworks[int(one.pointer[1])] for one in subject.unfound]
    return framework in sought or any("/" in name or "." in name for name in sought)
