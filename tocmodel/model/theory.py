"""The theory of change: one typed graph, written section by section."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from attrs import evolve, fields

from tocmodel.diagnostics import (
    InvalidModelError,
    UnknownIdError,
    did_you_mean,
)
from tocmodel.model.choices import Horizon, TheoryKind
from tocmodel.model.convert import FrozenDict, own_fields, texts
from tocmodel.model.elements import (
    Asset,
    Assumption,
    Condition,
    Element,
    Entry,
    Group,
    Input,
    Intervention,
    Mechanism,
    Outcome,
    Output,
    Partner,
    Place,
    Risk,
    place,
)
from tocmodel.model.evidence import Evidence, Indicator, Source
from tocmodel.model.from_mapping import make
from tocmodel.model.keeping import (
    Review,
    Revision,
    View,
    Waiver,
    revision,
    translations,
    waivers,
)
from tocmodel.model.links import Link, links
from tocmodel.model.value import Space, Story, ValueCreation
from tocmodel.results import Shown
from tocmodel.values import field, frozen, optional

E = TypeVar("E", bound=Entry)


class Section(FrozenDict, Generic[E]):
    """The entries of one section by id, in the order of the file."""

    __slots__ = ()

    def __getitem__(self, key: str) -> E:
        try:
            return cast("E", self._items[key])
        except KeyError:
            raise UnknownIdError(f"no entry '{key}'{did_you_mean(key, self._items)}") from None

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)


_NO_ENTRIES: Section[Any] = Section()


def _section(
    value: Iterable[Entry | Mapping[str, Any]] | Mapping[str, Entry | Mapping[str, Any]] | None,
) -> Section[Any]:
    """A section from entries or rows, or from ids and their entries (or their fields)."""
    if isinstance(value, Section):
        return value
    if isinstance(value, Mapping):
        return Section(value)
    found: dict[str, Entry | Mapping[str, Any]] = {}
    given: Any = value
    if isinstance(given, str) or not isinstance(given, Iterable | None):
        raise InvalidModelError(f"a section is made of entries or rows, and not of: {value!r}")
    for entry in value or ():
        id_, title = _id_and_title(entry)
        if not id_:
            raise InvalidModelError(f"'{title}' needs an id to be an entry of a section")
        if id_ in found:
            raise InvalidModelError(f"two entries have the id '{id_}'")
        found[id_] = entry
    return Section(found)


def _id_and_title(entry: Entry | Mapping[str, Any]) -> tuple[str, str]:
    if isinstance(entry, Mapping):
        return entry.get("id") or "", entry.get("title") or ""
    if not isinstance(entry, Entry):
        raise InvalidModelError(f"an entry of a section has fields, and is not: {entry!r}")
    return entry.id, entry.title


def _entries(name: str, kind: type[E], section: Section[Any]) -> Section[E]:
    """The same section with every entry of its kind, knowing its own id."""
    return Section({id_: _entry(name, kind, id_, section[id_]) for id_ in section})


def _entry(name: str, kind: type[E], id_: str, body: object) -> E:
    if isinstance(body, Mapping):
        return make(kind, {**body, "id": id_}, f"'{id_}' in {name}")
    if not isinstance(body, kind):
        raise InvalidModelError(f"'{id_}' in {name} is {type(body).__name__}, not {kind.__name__}")
    return body if body.id == id_ else evolve(body, id=id_)


@frozen(kw_only=True)
class Include(Entry):
    """Another theory that this one is made of, such as one zone of a programme.

    Attributes:
        file: where the other theory stands, as a path from the file that includes it.
        theory: the other theory, once it is read; no part of what a file says.
    """

    file: str
    theory: "TheoryOfChange | None" = field(default=None, eq=False, repr=False)


@frozen(kw_only=True)
class TheoryOfChange(Shown):
    """How and why a partnership expects change to come about in a place.

    Every section is a mapping from an id to its entry, ``theory.outcomes["school-ready"]``.
    In Python a section may be given as a list of entries.

    Attributes:
        title: what the theory is of.
        kind: what sort of theory it is; ``None`` where the file does not say.
        imagined: whether the place and all that is said of it are made up, as an example.
        summary: the theory in a few sentences.
        language: BCP 47 tag of the language it is written in.
        frameworks: ids of the frameworks whose vocabulary and checks it uses.
        includes: other theories that it is made of, such as the zones of a programme.
        place: the zone: where it is, and how many people and schools there are.
        revision: which state of the theory this is, and who agreed it.
        sources: where figures and claims can be looked up.
        groups: strands of the work, to draw together or to collapse.
        partners: everyone who acts in the partnership or is affected by it.
        conditions: the context: needs, their causes, and the causes of those.
        assets: strengths in the place that the work builds on.
        inputs: resources that are used.
        interventions: what is done.
        outputs: what the work directly produces.
        mechanisms: why people respond to what is done.
        outcomes: the changes that are expected, from the first to the last.
        ceiling_of_accountability: the last horizon for which the partnership answers.
        assumptions: what must hold, outside the partnership's control, for links to work.
        risks: what may stop the theory from working, and outside influences.
        links: what leads to what, and why; a chain gives one link for each of its arrows.
        indicators: measurable signs of change.
        evidence: what supports or contradicts the theory.
        spaces: where people learn together: communities of practice, networks, teams.
        value_creation: the value that learning together creates, cycle by cycle.
        stories: value-creation stories, each told by someone who took part.
        reviews: when the partnership looked at the theory again, and what came of it.
        views: pictures of the theory, each for one audience.
        waivers: findings that the partnership has looked at and lets stand, with the reason.
        translations: the words of the theory in other languages: language, id, words.
        notes: remarks for those who keep the file, never drawn.
        fields: the partnership's own columns.
    """

    title: str
    kind: TheoryKind | None = field(default=None, converter=optional(TheoryKind))
    imagined: bool = False
    summary: str = ""
    language: str = "en-GB"
    frameworks: tuple[str, ...] = field(default=(), converter=texts)
    place: Place | None = field(default=None, converter=place)
    revision: Revision | None = field(default=None, converter=revision)
    sources: Section[Source] = field(default=_NO_ENTRIES, converter=_section)
    includes: Section[Include] = field(default=_NO_ENTRIES, converter=_section)
    groups: Section[Group] = field(default=_NO_ENTRIES, converter=_section)
    partners: Section[Partner] = field(default=_NO_ENTRIES, converter=_section)
    conditions: Section[Condition] = field(default=_NO_ENTRIES, converter=_section)
    assets: Section[Asset] = field(default=_NO_ENTRIES, converter=_section)
    inputs: Section[Input] = field(default=_NO_ENTRIES, converter=_section)
    interventions: Section[Intervention] = field(default=_NO_ENTRIES, converter=_section)
    outputs: Section[Output] = field(default=_NO_ENTRIES, converter=_section)
    mechanisms: Section[Mechanism] = field(default=_NO_ENTRIES, converter=_section)
    outcomes: Section[Outcome] = field(default=_NO_ENTRIES, converter=_section)
    ceiling_of_accountability: Horizon | None = field(default=None, converter=optional(Horizon))
    assumptions: Section[Assumption] = field(default=_NO_ENTRIES, converter=_section)
    risks: Section[Risk] = field(default=_NO_ENTRIES, converter=_section)
    links: tuple[Link, ...] = field(default=(), converter=links)
    indicators: Section[Indicator] = field(default=_NO_ENTRIES, converter=_section)
    evidence: Section[Evidence] = field(default=_NO_ENTRIES, converter=_section)
    spaces: Section[Space] = field(default=_NO_ENTRIES, converter=_section)
    value_creation: Section[ValueCreation] = field(default=_NO_ENTRIES, converter=_section)
    stories: Section[Story] = field(default=_NO_ENTRIES, converter=_section)
    reviews: Section[Review] = field(default=_NO_ENTRIES, converter=_section)
    views: Section[View] = field(default=_NO_ENTRIES, converter=_section)
    waivers: tuple[Waiver, ...] = field(default=(), converter=waivers)
    translations: FrozenDict = field(factory=FrozenDict, converter=translations)
    notes: str = ""
    fields: FrozenDict = field(factory=FrozenDict, converter=own_fields)

    def __attrs_post_init__(self) -> None:
        for name, kind in SECTIONS.items():
            section = getattr(self, name)
            if section:
                object.__setattr__(self, name, _entries(name, kind, section))

    def __repr__(self) -> str:
        """Return the title and how much there is: a whole theory would fill many pages."""
        names = (name for name in (*SECTIONS, "links") if getattr(self, name))
        counts = (f"{name}={len(getattr(self, name))}" for name in names)
        return f"<TheoryOfChange {', '.join((repr(self.title), *counts))}>"

    def __getstate__(self) -> dict[str, Any]:
        # What was worked out, and the document it was read from, can be had again.
        return {item.name: getattr(self, item.name) for item in fields(type(self))}

    @cached_property
    def _elements(self) -> dict[str, Element]:
        return {
            id_: element
            for name in ELEMENT_SECTIONS
            for id_, element in cast("Section[Element]", getattr(self, name)).items()
        }

    @cached_property
    def _section_names(self) -> dict[str, str]:
        # Views come first and give way: a view may have the id of what it shows.
        names = ("views", *(name for name in SECTIONS if name != "views"))
        return {id_: name for name in names for id_ in getattr(self, name)}

    @cached_property
    def _links_from(self) -> dict[str, tuple[Link, ...]]:
        return _grouped(self.links, lambda link: link.from_)

    @cached_property
    def _links_to(self) -> dict[str, tuple[Link, ...]]:
        return _grouped(self.links, lambda link: link.to)

    @property
    def elements(self) -> Mapping[str, Element]:
        """Every element of the theory by id, section by section."""
        return self._elements

    def element(self, id_: str) -> Element:
        """Return the element with this id.

        Raises:
            UnknownIdError: there is none; the message names the nearest id.
        """
        try:
            return self._elements[id_]
        except KeyError:
            raise UnknownIdError(f"no element '{id_}'{did_you_mean(id_, self._elements)}") from None

    def section_of(self, id_: str) -> str:
        """Return the name of the section that has this id.

        Raises:
            UnknownIdError: no section has it; the message names the nearest id.
        """
        try:
            return self._section_names[id_]
        except KeyError:
            raise UnknownIdError(
                f"no entry '{id_}'{did_you_mean(id_, self._section_names)}"
            ) from None

    @property
    def has_imagined(self) -> bool:
        """Whether this theory, or one that it includes, is imagined."""
        within = (include.theory for include in self.includes.values())
        return self.imagined or any(theory.has_imagined for theory in within if theory)

    @cached_property
    def whole(self) -> "TheoryOfChange":
        """The theory and those it includes as one theory; itself where it includes none.

        What comes from an included theory has that theory's id before its own,
        ``harbour/school-ready``, and stands in a group that is called after that theory.
        """
        if not self.includes:
            return self
        from tocmodel.model.joining import joined  # noqa: PLC0415  (it builds on this module)

        return joined(self)

    def links_from(self, id_: str) -> tuple[Link, ...]:
        """Return the links that start at an element."""
        return self._links_from.get(id_, ())

    def links_to(self, id_: str) -> tuple[Link, ...]:
        """Return the links that end at an element."""
        return self._links_to.get(id_, ())


def _grouped(links_: Iterable[Link], key: Callable[[Link], str]) -> dict[str, tuple[Link, ...]]:
    groups: dict[str, list[Link]] = {}
    for link in links_:
        groups.setdefault(key(link), []).append(link)
    return {id_: tuple(members) for id_, members in groups.items()}


ELEMENT_SECTIONS: Mapping[str, type[Element]] = FrozenDict(
    {
        "partners": Partner,
        "conditions": Condition,
        "assets": Asset,
        "inputs": Input,
        "interventions": Intervention,
        "outputs": Output,
        "mechanisms": Mechanism,
        "outcomes": Outcome,
        "assumptions": Assumption,
        "risks": Risk,
        "indicators": Indicator,
        "evidence": Evidence,
        "spaces": Space,
        "value_creation": ValueCreation,
        "stories": Story,
    }
)
"""The sections whose entries are elements, and so nodes of the graph."""

SECTIONS: Mapping[str, type[Entry]] = FrozenDict(
    {
        "sources": Source,
        "includes": Include,
        "groups": Group,
        **ELEMENT_SECTIONS,
        "reviews": Review,
        "views": View,
    }
)
"""Every section that maps ids to entries."""
