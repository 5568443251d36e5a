"""The theory of change: one typed graph, written section by section."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NoReturn, TypeVar, cast

from attrs import evolve, field, fields, frozen
from attrs.converters import optional

from tocmodel.diagnostics import (
    InvalidModelError,
    UnknownIdError,
    did_you_mean,
)
from tocmodel.model.choices import Horizon, Month, TheoryKind
from tocmodel.model.convert import EMPTY, FieldValue, FrozenDict, own_fields, own_words, texts
from tocmodel.model.elements import (
    Asset,
    Assumption,
    Condition,
    Element,
    Entry,
    Factor,
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
from tocmodel.model.keys import key
from tocmodel.model.links import Link, links
from tocmodel.model.loops import NamedLoop
from tocmodel.model.numbering import in_order_of_numbers
from tocmodel.model.reviews import (
    Review,
    Revision,
    Translations,
    Waiver,
    revision,
    translations,
    waivers,
)
from tocmodel.model.trackers import Tracker
from tocmodel.model.value import Space, Story, ValueCreation
from tocmodel.model.views import View
from tocmodel.results import NotebookDisplay
from tocmodel.self_describing import SelfDescribing

E = TypeVar("E", bound=Entry)


class Section(FrozenDict[str, E]):
    """The entries of one section by id, in the order of the file."""

    __slots__ = ()


class _ById(dict[str, Element]):
    """All elements: a plain dictionary, because the checks look up very many."""

    def __missing__(self, id_: str) -> NoReturn:
        raise UnknownIdError(f"no element '{id_}'{did_you_mean(id_, self)}")


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
    """The section in the order of its numbers, with every entry of its kind and with its id."""
    entries = {id_: _entry(name, kind, id_, section[id_]) for id_ in section}
    return Section(in_order_of_numbers(entries))


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
        file: the path of the other theory, from the file that includes it; empty where nothing
            describes it.
        count: how many areas it covers; one where it is left out.
        studied: how many of these areas were studied.
        theory: the other theory, once it is read; a file does not have this field.
    """

    file: str = field(default="", metadata=key("minor"))
    count: int | None = field(default=None, metadata=key("significant", noun="a number of areas"))
    studied: int | None = field(
        default=None, metadata=key("significant", noun="a number of areas studied")
    )
    theory: "TheoryOfChange | None" = field(default=None, eq=False, repr=False)


@frozen(kw_only=True, slots=False)
class TheoryOfChange(SelfDescribing, NotebookDisplay):
    """How and why a partnership expects change to come about in a place.

    Every section is a mapping from an id to its entry, ``theory.outcomes["school-ready"]``.
    In Python a section may be given as a list of entries.

    Attributes:
        title: the partnership, programme or zone that the theory describes.
        kind: what sort of theory it is; ``None`` where the file does not state it.
        imagined: whether the place and everything about it are made up, as an example.
        summary: the theory in a few sentences.
        language: BCP 47 tag of the language it is written in.
        frameworks: ids of the frameworks whose vocabulary and checks it uses.
        notes: remarks for those who keep the file, never drawn.
        includes: other theories that it is made of, such as the zones of a programme.
        place: the zone: where it is, and how many people and schools there are.
        revision: which state of the theory this is, and who agreed it.
        sources: the documents to look figures and claims up in.
        groups: strands of the work, to draw together or to collapse.
        partners: everyone who acts in the partnership or is affected by it.
        conditions: the context: needs, their causes, and the causes of those.
        factors: what can rise or fall, and is neither a need nor an aim.
        assets: strengths in the place that the work builds on.
        inputs: the resources that the work uses.
        interventions: the activities, services and programmes of the partnership.
        outputs: the direct products of the work.
        mechanisms: why people respond to the work.
        outcomes: the changes that are expected, from the first to the last.
        year_begins: the month in which a school or financial year begins.
        ceiling_of_accountability: the last horizon that the partnership answers for.
        assumptions: conditions outside the partnership's control that links need to work.
        risks: threats to the theory, and outside influences on it.
        links: the causes and effects, and the reasons; each arrow of a chain is one link.
        loops: circles of causes that have a name, and what is claimed of them.
        indicators: measurable signs of change.
        trackers: trackers of pupils: who shows signs of need, and who is supported.
        evidence: the evidence for and against the theory.
        spaces: where people learn together: communities of practice, networks, teams.
        value_creation: the value that learning together creates, cycle by cycle.
        stories: value-creation stories, each told by someone who took part.
        reviews: the times when the partnership reviewed the theory, and the results.
        views: pictures of the theory, each for one audience.
        waivers: findings that the partnership has looked at and accepts, with the reason.
        words: the partnership's own words for headings and the legend: the name of a section, a
            column or an arrow, and its word.
        translations: the words of the theory in other languages: language, id, words.
        fields: the partnership's own columns.
        left_out: what was left out of it for publication, in words; a file does not have this
            field.
    """

    title: str = field(metadata=key("wording"))
    kind: TheoryKind | None = field(
        default=None, converter=optional(TheoryKind), metadata=key("minor", noun="a kind")
    )
    imagined: bool = field(default=False, metadata=key("significant", mark="imagined"))
    summary: str = field(default="", metadata=key("wording", prose=True))
    language: str = field(default="en-GB", metadata=key("minor", bare=True))
    frameworks: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="uses the framework", bare=True)
    )
    notes: str = field(default="", metadata=key("minor", noun="notes", prose=True))
    place: Place | None = field(default=None, converter=place)
    revision: Revision | None = field(default=None, converter=revision)
    sources: Section[Source] = field(default=_NO_ENTRIES, converter=_section, metadata=key("minor"))
    includes: Section[Include] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    groups: Section[Group] = field(default=_NO_ENTRIES, converter=_section, metadata=key("minor"))
    partners: Section[Partner] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    conditions: Section[Condition] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    factors: Section[Factor] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    assets: Section[Asset] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    inputs: Section[Input] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    interventions: Section[Intervention] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    outputs: Section[Output] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    mechanisms: Section[Mechanism] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    outcomes: Section[Outcome] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    year_begins: Month | None = field(
        default=None, converter=optional(Month), metadata=key("minor", bare=True)
    )
    ceiling_of_accountability: Horizon | None = field(
        default=None, converter=optional(Horizon), metadata=key("significant")
    )
    assumptions: Section[Assumption] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    risks: Section[Risk] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    links: tuple[Link, ...] = field(default=(), converter=links, metadata=key("significant"))
    loops: Section[NamedLoop] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    indicators: Section[Indicator] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("minor")
    )
    trackers: Section[Tracker] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("minor")
    )
    evidence: Section[Evidence] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("against")
    )
    spaces: Section[Space] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    value_creation: Section[ValueCreation] = field(
        default=_NO_ENTRIES, converter=_section, metadata=key("significant")
    )
    stories: Section[Story] = field(default=_NO_ENTRIES, converter=_section, metadata=key("result"))
    reviews: Section[Review] = field(default=_NO_ENTRIES, converter=_section, metadata=key("minor"))
    views: Section[View] = field(default=_NO_ENTRIES, converter=_section, metadata=key("minor"))
    waivers: tuple[Waiver, ...] = field(default=(), converter=waivers, metadata=key("minor"))
    words: FrozenDict[str, str] = field(default=EMPTY, converter=own_words, metadata=key("wording"))
    translations: Translations = field(default=EMPTY, converter=translations, metadata=key("minor"))
    fields: FrozenDict[str, FieldValue] = field(
        default=EMPTY, converter=own_fields, metadata=key("minor")
    )
    left_out: str = field(default="", eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for name, kind in SECTIONS.items():
            section = getattr(self, name)
            if section:
                object.__setattr__(self, name, _entries(name, kind, section))

    def __repr__(self) -> str:
        """Return the title and the number of entries: a whole theory would fill many pages."""
        names = (name for name in (*SECTIONS, "links") if getattr(self, name))
        counts = (f"{name}={len(getattr(self, name))}" for name in names)
        return f"<TheoryOfChange {', '.join((repr(self.title), *counts))}>"

    def __getstate__(self) -> dict[str, Any]:
        # Cached results, and the document it was read from, can be worked out again.
        return {item.name: getattr(self, item.name) for item in fields(type(self))}

    @cached_property
    def _elements(self) -> dict[str, Element]:
        return _ById(
            (id_, element)
            for name in ELEMENT_SECTIONS
            for id_, element in cast("Section[Element]", getattr(self, name)).items()
        )

    @cached_property
    def _section_names(self) -> dict[str, str]:
        # Views come first and are overwritten: a view may have the id of the thing it shows.
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
        return self._elements[id_]

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
        ``harbour/school-ready``, and is in a group named after that theory. An included theory
        that no file describes stays an include.
        """
        if not any(include.theory for include in self.includes.values()):
            return self
        from tocmodel.model.joining import joined  # noqa: PLC0415  (it builds on this module)

        return joined(self)

    def links_from(self, id_: str) -> tuple[Link, ...]:
        """Return the links that start at an element.

        Raises:
            UnknownIdError: nothing has this id; the message names the nearest.
        """
        return self._links_from.get(id_) or self._no_links(id_)

    def links_to(self, id_: str) -> tuple[Link, ...]:
        """Return the links that end at an element.

        Raises:
            UnknownIdError: nothing has this id; the message names the nearest.
        """
        return self._links_to.get(id_) or self._no_links(id_)

    def _no_links(self, id_: str) -> tuple[Link, ...]:
        known = (self._section_names, self._links_from, self._links_to)
        if not any(id_ in ids for ids in known):
            raise UnknownIdError(f"no element '{id_}'{did_you_mean(id_, self._elements)}")
        return ()


def _grouped(links_: Iterable[Link], key: Callable[[Link], str]) -> dict[str, tuple[Link, ...]]:
    groups: dict[str, list[Link]] = {}
    for link in links_:
        groups.setdefault(key(link), []).append(link)
    return {id_: tuple(members) for id_, members in groups.items()}


ELEMENT_SECTIONS: Mapping[str, type[Element]] = FrozenDict(
    {
        "partners": Partner,
        "conditions": Condition,
        "factors": Factor,
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
        "loops": NamedLoop,
        "trackers": Tracker,
        "reviews": Review,
        "views": View,
    }
)
"""Every section that maps ids to entries."""
