"""Functions shared by the checks that read frameworks."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import entry_label, section_of
from tocmodel.diagnostics import Problem
from tocmodel.model import Element, Entry

if TYPE_CHECKING:
    from tocmodel.analysis.coverage import ElementCategories
    from tocmodel.frameworks import Dimension, Framework, FrameworkCheck


@frozen
class RunningCheck:
    """A framework's check at work: its subject, and the categories of each element."""

    framework: "Framework"
    check: "FrameworkCheck"
    dimension: "Dimension"
    place: int
    element_categories: "Mapping[str, ElementCategories]"

    @property
    def name(self) -> str:
        """The name of the check, for waivers."""
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
        """Return the title of a category."""
        return self.dimension.categories[category].title

    def problem(self, detail: str = "", usual: str = "") -> Problem:
        """A problem of the whole theory, in the framework's words; else in the usual ones."""
        message = self.check.message or usual
        whole = f"{message}: {detail}" if detail else message
        return Problem(
            message=f"{whole} ({self.name})",
            help=self.check.help,
            pointer=("frameworks", self.place),
            check=self.name,
            severity=self.check.severity,
        )

    def problem_of(self, entry: Entry, usual: str) -> Problem:
        """A problem of an entry, in the framework's words; else in the usual ones."""
        return Problem(
            message=f"{entry_label(entry)}: {self.check.message or usual} ({self.name})",
            help=self.check.help,
            pointer=(section_of(entry), entry.id),
            key=True,
            about=entry.id,
            check=self.name,
            severity=self.check.severity,
        )


def classifications(context: RuleContext) -> "Iterator[tuple[Element, Framework, int, str]]":
    """Yield each address in a ``classified_as``, with its element, its framework and its place.

    Addresses in frameworks that the theory does not name, or that were not found, are left out.
    """
    for element in context.theory.elements.values() if context.frameworks else ():
        for id_, addresses in element.classified_as.items():
            framework = context.frameworks.get(id_)
            if framework:
                for place, address in enumerate(addresses):
                    yield element, framework, place, address


def running_checks(context: RuleContext, kind: str) -> Iterator[RunningCheck]:
    """Yield the checks of one kind of the theory's frameworks.

    A check of a dimension that the theory does not use yet is left out: another check
    reports once that nothing is classified.
    """
    for framework in context.frameworks.values():
        for check in framework.checks.values():
            element_categories = context.element_categories[framework.id, check.dimension]
            if check.check == kind and element_categories:
                yield RunningCheck(
                    framework=framework,
                    check=check,
                    dimension=framework.dimensions[check.dimension],
                    place=context.places.get(framework.id, 0),
                    element_categories={
                        id_: one
                        for id_, one in element_categories.items()
                        if not check.sections or context.theory.section_of(id_) in check.sections
                    },
                )


def is_sought(context: RuleContext, framework: str) -> bool:
    """Return whether the theory names it, or may mean it with a file that was not found."""
    sought = [context.theory.frameworks[int(one.pointer[1])] for one in context.unfound]
    return framework in sought or any("/" in name or "." in name for name in sought)
