"""What a framework is made of: dimensions with categories, checks, templates, sources."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from tocmodel.diagnostics import Severity
from tocmodel.model import Monitoring
from tocmodel.model.convert import FrozenDict, text, texts
from tocmodel.values import field, frozen


def _number_or_text(value: object) -> str:
    return "" if value is None else text(value)


@frozen(kw_only=True)
class Publication:
    """Where a framework, or a part of it, is published."""

    id: str
    title: str
    author: str = ""
    year: str = field(default="", converter=_number_or_text)
    publisher: str = ""
    url: str = ""
    doi: str = ""
    licence: str = ""


def _said(value: str | bool) -> str:
    """A word of a field as it is compared: true and false are yes and no.

    >>> _said(True), _said("false"), _said("beat")
    ('yes', 'no', 'beat')
    """
    return {"true": "yes", "false": "no"}.get(str(value).lower(), str(value))


def words(value: object) -> tuple[str, ...]:
    """The words that a field holds, or that are looked for in it.

    >>> words(None), words(False), words(["beat", "both"])
    ((), ('no',), ('beat', 'both'))
    """
    if value is None or value == "":
        return ()
    if isinstance(value, Monitoring):  # as it was before, and as it is
        value = [item for item in (value.before, True if value.since else None) if item is not None]
    items = value if isinstance(value, tuple | list) else (value,)
    return tuple(_said(str(item)) for item in items)


def _where(value: Mapping[str, object] | None) -> FrozenDict:
    return FrozenDict({name: words(item) for name, item in (value or {}).items()})


@frozen(kw_only=True)
class Category:
    """One word of a framework.

    Attributes:
        id: unique in the whole framework.
        title: the word, as the framework has it.
        meaning: what it means, in our own words.
        question: a question that helps to find what belongs here.
        order: its place among the categories of its dimension; 0 where it has none.
        part_of: id of the category that it is a part of.
        where: fields of a theory and the words in them that say the same.
        source: id of the source of the wording.
        at: the place in the source.
        checked: word and meaning were compared with the source.
    """

    id: str
    title: str
    meaning: str = ""
    question: str = ""
    order: int = 0
    part_of: str = ""
    where: FrozenDict = field(factory=FrozenDict, converter=_where)
    source: str = ""
    at: str = field(default="", converter=text)
    checked: bool = False


@frozen(kw_only=True)
class Dimension:
    """One question that a framework asks of an element, and its answers.

    Attributes:
        id: unique in the framework.
        title: what it is called.
        description: what is asked.
        classifies: the sections whose elements it may classify.
        ordered: the order of the categories means something.
        single: an element has at most one of the categories.
        unwanted: the categories are things to avoid, and an empty one is no gap.
        field: fields of a theory in which the id of a category says the same.
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
        """Give the categories that a category is a part of, from the nearest outwards.

        Its own id comes first; a framework without faults has no circle here.
        """
        seen: set[str] = set()
        while id_ in self.categories and id_ not in seen:
            seen.add(id_)
            yield id_
            id_ = self.categories[id_].part_of


@frozen(kw_only=True)
class FrameworkCheck:
    """One thing that a framework expects of a theory.

    Attributes:
        id: unique among the framework's checks.
        check: ``coverage``, ``at-least-one``, ``not-only`` or ``in-order``.
        dimension: id of the dimension that is looked at.
        sections: the sections looked at; empty for all that the dimension classifies.
        categories: ids of the categories looked at; empty for all.
        at_least: how many elements each category needs, for ``coverage``.
        may_leap: a link may pass over categories, for ``in-order``.
        severity: how much it matters.
        message: what to say when the theory falls short.
        help: what to do about it.
        why: why the framework expects it.
        source: id of the source that says so.
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
class Template:
    """A starting point for a theory: sections of a theory file, as plain data."""

    id: str
    title: str
    description: str = ""
    sections: FrozenDict = field(converter=FrozenDict)


@frozen(kw_only=True)
class Framework:
    """A vocabulary that classifies the elements of a theory, and the checks that read it.

    Attributes:
        id: the name under which a theory classifies by it.
        title: what it is called.
        edition: which edition it is.
        description: what it is, and what it is for.
        language: BCP 47 tag of the language it is written in.
        sources: where it is published, by id.
        dimensions: the questions it asks, by id.
        checks: what it expects of a theory, by id.
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
        return {
            id_: category
            for dimension in self.dimensions.values()
            for id_, category in dimension.categories.items()
        }

    @cached_property
    def _dimensions_of(self) -> Mapping[str, Dimension]:
        return {
            id_: dimension for dimension in self.dimensions.values() for id_ in dimension.categories
        }

    def dimension_of(self, category: str) -> Dimension:
        """Return the dimension in which a category stands (``KeyError`` if in none)."""
        return self._dimensions_of[category]
