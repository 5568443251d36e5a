"""The parts of a framework: dimensions with categories, checks, templates and sources."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from tocmodel.diagnostics import Severity
from tocmodel.model import Monitoring
from tocmodel.model.convert import FrozenDict, text, texts
from tocmodel.self_describing import SelfDescribing


def _number_or_text(value: object) -> str:
    return "" if value is None else text(value)


@frozen(kw_only=True)
class Publication(SelfDescribing):
    """Where a framework, or a part of it, is published."""

    id: str
    title: str
    author: str = ""
    year: str = field(default="", converter=_number_or_text)
    publisher: str = ""
    url: str = ""
    doi: str = ""
    licence: str = ""


def _as_word(value: str | bool) -> str:
    """Return a word of a field for comparison: true and false become yes and no.

    >>> _as_word(True), _as_word("false"), _as_word("beat")
    ('yes', 'no', 'beat')
    """
    return {"true": "yes", "false": "no"}.get(str(value).lower(), str(value))


def words(value: object) -> tuple[str, ...]:
    """Return the words in a field, or the words to look for in it.

    >>> words(None), words(False), words(["beat", "both"])
    ((), ('no',), ('beat', 'both'))
    """
    if value is None or value == "":
        return ()
    if isinstance(value, Monitoring):  # the past and the present monitoring
        value = [item for item in (value.before, True if value.since else None) if item is not None]
    items = value if isinstance(value, tuple | list) else (value,)
    return tuple(_as_word(str(item)) for item in items)


def _frozen(value: Mapping[str, Any]) -> FrozenDict[str, Any]:
    return FrozenDict(value)


def _where(value: Mapping[str, object] | None) -> FrozenDict[str, tuple[str, ...]]:
    return FrozenDict({name: words(item) for name, item in (value or {}).items()})


@frozen(kw_only=True)
class Category(SelfDescribing):
    """One word of a framework.

    Attributes:
        id: unique in the whole framework.
        title: the word, as in the framework.
        meaning: its meaning, in our own words.
        question: a question that helps to find the elements of this category.
        order: its place among the categories of its dimension, from 1; ``None`` if it has none.
        part_of: id of the category around it.
        where: fields of a theory, and the words in them with the same meaning.
        source: id of the source of the wording.
        at: the place in the source.
        checked: whether the word and meaning were compared with the source.
    """

    id: str
    title: str
    meaning: str = ""
    question: str = ""
    order: int | None = None
    part_of: str = ""
    where: FrozenDict[str, tuple[str, ...]] = field(factory=FrozenDict, converter=_where)
    source: str = ""
    at: str = field(default="", converter=text)
    checked: bool = False


@frozen(kw_only=True)
class Dimension(SelfDescribing):
    """A question that a framework asks about an element, and its answers.

    Attributes:
        id: unique in the framework.
        title: its title.
        description: a description of the question.
        classifies: the sections whose elements it may classify.
        ordered: whether the order of the categories has a meaning.
        single: whether an element has at most one of the categories.
        unwanted: whether the categories are things to avoid, so that an empty one is no gap.
        field: fields of a theory where the id of a category has the same meaning.
        categories: the answers by id, in their order.
    """

    id: str
    title: str
    description: str = ""
    classifies: tuple[str, ...] = field(converter=texts)
    ordered: bool = False
    single: bool = False
    unwanted: bool = False
    field: tuple[str, ...] = field(default=(), converter=texts)
    categories: Mapping[str, Category]

    def ancestors(self, id_: str) -> Iterator[str]:
        """Yield the category itself and the categories around it, from the nearest outwards.

        A valid framework has no circle here.

        Raises:
            UnknownIdError: the dimension has no such category; the message names the nearest.
        """
        seen: set[str] = set()
        while id_ and id_ not in seen:
            seen.add(id_)
            yield id_
            id_ = self.categories[id_].part_of


@frozen(kw_only=True)
class FrameworkCheck(SelfDescribing):
    """One thing that a framework expects of a theory.

    Attributes:
        id: unique among the framework's checks.
        check: ``coverage``, ``at-least-one``, ``not-only`` or ``in-order``.
        dimension: id of the dimension to check.
        sections: the sections to check; empty for all that the dimension classifies.
        categories: ids of the categories to check; empty for all.
        at_least: how many elements each category needs, for ``coverage``.
        may_leap: whether a link may skip categories, for ``in-order``.
        severity: the severity of its findings.
        message: the message of a finding.
        help: how to correct it.
        why: the reason for the check.
        source: id of the source of the check.
        at: the place in the source.
    """

    id: str
    check: str
    dimension: str
    sections: tuple[str, ...] = field(default=(), converter=texts)
    categories: tuple[str, ...] = field(default=(), converter=texts)
    at_least: int = 1
    may_leap: bool = False
    severity: Severity = field(default=Severity.ADVICE, converter=Severity)
    message: str = ""
    help: str = ""
    why: str = ""
    source: str = ""
    at: str = field(default="", converter=text)


@frozen(kw_only=True)
class Template(SelfDescribing):
    """A starting point for a theory: sections of a theory file, as plain data."""

    id: str
    title: str
    description: str = ""
    sections: Mapping[str, Any] = field(converter=_frozen)


@frozen(kw_only=True, slots=False)
class Framework(SelfDescribing):
    """A vocabulary that classifies the elements of a theory, and the checks that use it.

    Attributes:
        id: the name by which a theory refers to it.
        title: its title.
        edition: its edition.
        description: its content and purpose.
        language: BCP 47 tag of its language.
        sources: its publications, by id.
        dimensions: the questions it asks, by id.
        checks: its checks, by id.
        templates: starting points, by id.
    """

    id: str
    title: str
    edition: str = field(default="", converter=text)
    description: str = ""
    language: str = "en-GB"
    sources: Mapping[str, Publication] = field(factory=FrozenDict)
    dimensions: Mapping[str, Dimension]
    checks: Mapping[str, FrameworkCheck] = field(factory=FrozenDict)
    templates: Mapping[str, Template] = field(factory=FrozenDict)

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        """Every category of every dimension by its id."""
        return FrozenDict(
            {
                id_: category
                for dimension in self.dimensions.values()
                for id_, category in dimension.categories.items()
            }
        )

    @cached_property
    def _dimensions_of(self) -> Mapping[str, Dimension]:
        return FrozenDict({id_: one for one in self.dimensions.values() for id_ in one.categories})

    def dimension_of(self, category: str) -> Dimension:
        """Return the dimension that has a category.

        Raises:
            UnknownIdError: no dimension has it; the message names the nearest category.
        """
        return self._dimensions_of[category]
