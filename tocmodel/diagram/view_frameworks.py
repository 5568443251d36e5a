"""The frameworks that a view uses to sort or pick elements, looked up when needed."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from tocmodel.analysis.view_filter import framework_words
from tocmodel.diagnostics import TocModelError
from tocmodel.model import ColourBy, LaneBy, TheoryOfChange, View

if TYPE_CHECKING:
    from tocmodel.frameworks import Dimension, Framework

_WORDS = {"lanes": tuple(LaneBy), "colour": tuple(ColourBy)}


@frozen
class Sorting:
    """A dimension of a framework that sorts elements."""

    framework: "Framework"
    dimension: "Dimension"

    def key(self, category: str) -> str:
        """Return the key of a category's lane or colour, which is never an id of the theory."""
        return f"{self.framework.id}:{category}"

    def places(self, theory: TheoryOfChange) -> dict[str, tuple[str, ...]]:
        """Return the outermost categories of each element, in the order it names them."""
        from tocmodel.analysis.coverage import categories_by_element  # noqa: PLC0415  # few views need it

        return {
            id_: tuple(dict.fromkeys(self._outermost(category) for category in categories.all))
            for id_, categories in categories_by_element(
                theory, self.framework, self.dimension
            ).items()
        }

    def titles(self, categories: Iterable[str]) -> str:
        """Return the titles of categories in one line."""
        return ", ".join(self.dimension.categories[category].title for category in categories)

    def _outermost(self, category: str) -> str:
        return next(reversed(list(self.dimension.ancestors(category))), category)


@frozen
class ViewFrameworks:
    """The frameworks that a view may use.

    Attributes:
        named: the entries of the theory's ``frameworks``.
        given: others by id: the partnership's own.
    """

    named: tuple[str, ...] = ()
    given: "Mapping[str, Framework]" = field(factory=dict)

    def find(self, id_: str) -> "Framework | None":
        """Return a framework that the theory names, or that was given."""
        if id_ in self.given:
            return self.given[id_]
        if id_ not in self.named:
            return None
        from tocmodel.frameworks import FRAMEWORKS, find_framework  # noqa: PLC0415  # few need it

        return find_framework(id_) if id_ in FRAMEWORKS else None

    def sorting(self, view: View, key: str) -> Sorting | None:
        """Return the dimension that ``lanes`` or ``colour`` of a view sorts by; ``None``: a word.

        Raises:
            TocModelError: there is no such word, framework or dimension.
        """
        asked = getattr(view, key)
        if not asked or asked in _WORDS[key]:
            return None
        from tocmodel.frameworks import dimension_fault, not_named  # noqa: PLC0415  # few need it

        id_, _, dimension = asked.partition("/")
        framework = self.find(id_)
        if framework is None:
            fault = not_named(id_, _WORDS[key], (*self.named, *self.given))
            raise TocModelError(f"{_called(view)}: '{key}' is '{asked}'; {fault}{self._unread()}")
        found = dimension or next(iter(framework.dimensions))
        if fault := dimension_fault(framework, found):
            raise TocModelError(f"{_called(view)}: '{key}' is '{asked}'; {fault}")
        return Sorting(framework, framework.dimensions[found])

    def _unread(self) -> str:
        from tocmodel.frameworks import FRAMEWORKS  # noqa: PLC0415  # few views need it

        files = [name for name in self.named if name not in FRAMEWORKS and not self.given]
        return f" ('{files[0]}', which it names, was not read)" if files else ""


def asks_for_frameworks(view: View) -> bool:
    """Whether a view needs a framework to sort or pick elements.

    >>> asks_for_frameworks(View(title="Who", lanes="partner", where={"level": ["child"]}))
    False
    >>> asks_for_frameworks(View(title="Moves", lanes="resilience"))
    True
    """
    if view.lanes and view.lanes not in _WORDS["lanes"]:
        return True
    return view.colour not in _WORDS["colour"] or bool(framework_words(view))


def _called(view: View) -> str:
    return f"the view '{view.id or view.title}'"
