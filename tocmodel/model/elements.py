"""The elements of a theory: everything drawn as a box, and the partners who act."""

from collections.abc import Mapping

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.amounts import Amount, Dose, amounts, dose
from tocmodel.model.choices import (
    Answer,
    Faces,
    Funding,
    Horizon,
    Level,
    Odds,
    Rank,
    Role,
    Scale,
    Tier,
    Valence,
)
from tocmodel.model.convert import (
    EMPTY,
    FieldValue,
    FrozenDict,
    own_fields,
    text,
    text_lists,
    texts,
    together,
)
from tocmodel.model.figure import Figure, figure, figures
from tocmodel.model.from_mapping import make
from tocmodel.model.keys import key
from tocmodel.model.monitoring import Monitoring, monitoring
from tocmodel.model.numbering import with_number
from tocmodel.model.origin import HasOrigin
from tocmodel.model.quotations import Quotation, quotations
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Entry(SelfDescribing):
    """Anything that has an id in the file.

    Attributes:
        id: lower-case words joined by hyphens, unique in the whole file; empty for an entry
            written in place, as nothing else refers to it.
        title: as the partnership words it, about eight words.
        description: as much as needs saying.
        notes: remarks for those who keep the file, never drawn.
        fields: the partnership's own columns.
    """

    id: str = ""
    title: str = field(metadata=key("wording"))
    description: str = field(default="", metadata=key("wording", prose=True))
    notes: str = field(default="", metadata=key("minor", noun="notes", prose=True))
    fields: FrozenDict[str, FieldValue] = field(
        default=EMPTY, converter=own_fields, metadata=key("minor")
    )

    @property
    def full_title(self) -> str:
        """The title, with the number that its source gives it before it.

        >>> Group(number="1.2", title="Schools").full_title
        '1.2 Schools'
        """
        return with_number(self.title, getattr(self, "number", ""))


@frozen(kw_only=True)
class Element(Entry):
    """An entry that is part of the theory itself, and so a node of its graph.

    Attributes:
        number: the number that its source gives it: 1, 1.1, 1.1.2.
        plain: the title as an easy-read sentence.
        level: the part of a child's ecology it belongs to.
        domain: the part of life it is about: learning, health, housing, income ...
        group: id of the strand it belongs to.
        part_of: id of the larger one of its kind that it is part of; not a cause.
        tags: words to filter by.
        classified_as: framework id to the ids of that framework's categories.
    """

    number: str = field(default="", converter=text, metadata=key("minor", bare=True))
    plain: str = field(default="", metadata=key("wording", prose=True))
    level: Level | None = field(
        default=None, converter=optional(Level), metadata=key("minor", bare=True)
    )
    domain: str = field(default="", metadata=key("minor", noun="an area of life"))
    group: str = field(default="", metadata=key("minor"))
    part_of: str = field(default="", metadata=key("significant", question="what {} is part of"))
    tags: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="is tagged", bare=True)
    )
    classified_as: FrozenDict[str, tuple[str, ...]] = field(
        default=EMPTY,
        converter=text_lists,
        metadata=key("minor", verb="is classified as", bare=True),
    )


@frozen(kw_only=True)
class Group(Entry):
    """A strand of the work; groups nest, and a drawing can collapse them.

    Attributes:
        number: the number that its source gives it: 1, 1.1, 1.1.2.
        group: id of the strand that this one is part of.
    """

    number: str = field(default="", converter=text, metadata=key("minor", bare=True))
    group: str = field(default="", metadata=key("minor", noun="a group"))


@frozen(kw_only=True)
class Partner(Element):
    """Anyone who acts in the partnership or is affected by it.

    Attributes:
        role: the partner's part in the partnership.
        sector: statutory, voluntary, community, private, education, research ...
        lived_experience: speaks from living in the place, or with the difficulty.
        decides: what the partner has a say over.
        alignment: how far its aims agree with the theory's (ODI's matrix).
        interest: how much it cares about the matter.
        influence: how much it can change.
    """

    role: Role | None = field(default=None, converter=optional(Role), metadata=key("significant"))
    sector: str = field(default="", metadata=key("minor"))
    lived_experience: bool = field(
        default=False, metadata=key("significant", mark="speaking from lived experience")
    )
    decides: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="has a say over")
    )
    alignment: Rank | None = field(
        default=None,
        converter=optional(Rank),
        metadata=key("minor", noun="an alignment with the theory's aims"),
    )
    interest: Rank | None = field(default=None, converter=optional(Rank), metadata=key("minor"))
    influence: Rank | None = field(default=None, converter=optional(Rank), metadata=key("minor"))


@frozen(kw_only=True)
class Condition(HasOrigin, Element):
    """Context: a need, a cause, or a cause of a cause (Kerr, Dyson and Raffo 2014).

    Attributes:
        routinely_monitored: whether it is routinely monitored today; or whether it was before
            the programme, and from when.
        scale: how far upstream it lies.
    """

    routinely_monitored: bool | Monitoring | None = field(
        default=None,
        converter=monitoring,
        metadata=key("minor", mark="routinely monitored"),
    )
    scale: Scale | None = field(
        default=None, converter=optional(Scale), metadata=key("significant")
    )


@frozen(kw_only=True)
class Factor(HasOrigin, Element):
    """Something that can rise or fall, and is neither a need nor an aim: rents, trust, the weather.

    The nodes of system maps and causal loop diagrams are factors (J. Sterman, *Business Dynamics*,
    2000, calls them variables). More of one means more or less of another.
    """


@frozen(kw_only=True)
class Asset(Element):
    """A strength in the place.

    Attributes:
        partners: ids of the partners who hold or bring it.
    """

    partners: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="is provided by")
    )


@frozen(kw_only=True)
class Input(Element):
    """A resource that is used.

    Attributes:
        amount: how much in all.
        amounts: what each funder gives, year by year, in money or in kind.
        unit: what it is counted in, where it is not money: jobs, rooms, weeks.
        currency: ISO 4217 code, ``GBP``, where the amount is money.
        grant: the grant's identifier, such as a 360Giving one.
        funding: restricted or unrestricted.
        partners: ids of the partners who give it.
        for_: ids of the interventions or groups that use it, or ``all``; ``for`` in a file.
    """

    amount: Figure | None = field(default=None, converter=figure, metadata=key("significant"))
    amounts: tuple[Amount, ...] = field(
        default=(), converter=amounts, metadata=key("significant", item="amount")
    )
    unit: str = field(default="", metadata=key("significant", noun="a unit", bare=True))
    currency: str = field(default="", metadata=key("significant", bare=True))
    grant: str = field(default="", metadata=key("minor", noun="a grant number", bare=True))
    funding: Funding | None = field(
        default=None,
        converter=optional(Funding),
        metadata=key("significant", noun="a kind of funding"),
    )
    partners: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="is provided by")
    )
    for_: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="is for")
    )


@frozen(kw_only=True)
class Intervention(Element):
    """Something that the partnership does: an activity, a service, a programme.

    Attributes:
        tier: for everyone, a group, or one person.
        partners: ids of the partners who deliver it, the lead first.
        uses: ids of the assets and inputs it draws on.
        addresses: ids of the conditions it acts on.
        faces: inward (care) or outward (justice).
        odds: helps someone beat the odds, changes the odds, or both.
        starts, ends: when, as ``2018`` or ``2018-09-01``.
        reach: how many took part, or are expected to.
        dose: how often, how long and how many times they get it, and how it was adapted.
    """

    tier: Tier | None = field(default=None, converter=optional(Tier), metadata=key("significant"))
    partners: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="is delivered by")
    )
    uses: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="uses")
    )
    addresses: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="addresses")
    )
    faces: Faces | None = field(
        default=None,
        converter=optional(Faces),
        metadata=key("significant", question="whether {} looks inward or outward"),
    )
    odds: Odds | None = field(
        default=None,
        converter=optional(Odds),
        metadata=key("significant", question="whether {} beats or changes the odds"),
    )
    starts: str = field(
        default="",
        converter=text,
        metadata=key("significant", question="when {} starts", bare=True),
    )
    ends: str = field(
        default="", converter=text, metadata=key("significant", question="when {} ends", bare=True)
    )
    reach: tuple[Figure, ...] = field(
        default=(), converter=figures, metadata=key("result", item="figure for reach")
    )
    dose: Dose | None = field(default=None, converter=dose, metadata=key("significant"))


@frozen(kw_only=True)
class Output(Element):
    """A direct product of the work: sessions held, people trained."""


@frozen(kw_only=True)
class Mechanism(HasOrigin, Element):
    """Why people respond (realist evaluation; Dalkin et al. 2015).

    Attributes:
        resource: what the intervention brings.
        reasoning: what that changes in how people think or feel.
        context: where it works.
    """

    resource: str = field(default="", metadata=key("reason", question="what {} brings", prose=True))
    reasoning: str = field(
        default="",
        metadata=key("reason", question="what {} changes in how people think or feel", prose=True),
    )
    context: str = field(default="", metadata=key("reason", question="where {} works"))


@frozen(kw_only=True)
class Outcome(Element):
    """A change in someone or something.

    Attributes:
        who: the people (or the service) who change.
        horizon: when it is expected.
        unintended: not aimed at, whether welcome or not.
        valence: wanted or unwanted.
        combination: how the interventions that lead here work together.
        needs: what it cannot come about without: each item has ids of causes that must come
            together, and one item is enough.
        sufficient: whether everything that leads here is judged enough, taken together.
        significance: why the change matters (outcome harvesting; Wilson-Grau 2018).
        contribution: how the work contributed to the change (outcome harvesting).
        quotes: what people said about the change, in their own words.
        owner: the partner who answers for it.
    """

    who: str = field(default="", metadata=key("significant", question="who {} is for"))
    horizon: Horizon | None = field(
        default=None, converter=optional(Horizon), metadata=key("significant")
    )
    unintended: bool = field(default=False, metadata=key("significant", mark="unintended"))
    valence: Valence = field(
        default=Valence.WANTED,
        converter=Valence,
        metadata=key("significant", question="whether {} is wanted"),
    )
    combination: str = field(
        default="",
        metadata=key("reason", question="how the work that leads to {} fits together", prose=True),
    )
    needs: tuple[tuple[str, ...], ...] = field(
        default=(), converter=together, metadata=key("significant", verb="needs")
    )
    sufficient: Answer | None = field(
        default=None,
        converter=optional(Answer),
        metadata=key("significant", question="whether what leads to {} is enough"),
    )
    significance: str = field(
        default="", metadata=key("reason", question="why {} matters", prose=True)
    )
    contribution: str = field(
        default="", metadata=key("reason", question="how the work contributed to {}", prose=True)
    )
    quotes: tuple[Quotation, ...] = field(
        default=(), converter=quotations, metadata=key("result", item="quotation")
    )
    owner: str = field(default="", metadata=key("minor", question="who answers for {}"))


@frozen(kw_only=True)
class Assumption(HasOrigin, Element):
    """A condition outside the partnership's control that a link needs to work.

    Attributes:
        critical: the theory fails where it does not hold.
        holds: whether it is known to be true.
        owner: the partner who watches it.
    """

    critical: bool = field(default=False, metadata=key("significant", mark="critical"))
    holds: Answer | None = field(
        default=None,
        converter=optional(Answer),
        metadata=key("significant", question="whether {} holds"),
    )
    owner: str = field(default="", metadata=key("minor", question="who watches {}"))


@frozen(kw_only=True)
class Risk(HasOrigin, Element):
    """A threat to the theory, or an outside influence on it.

    Attributes:
        external: comes from outside the partnership.
        likelihood, severity: low, medium or high.
        mitigation: the response to it.
        threatens: ids of the elements it affects.
    """

    external: bool = field(default=False, metadata=key("significant", mark="coming from outside"))
    likelihood: Rank | None = field(
        default=None, converter=optional(Rank), metadata=key("significant")
    )
    severity: Rank | None = field(
        default=None, converter=optional(Rank), metadata=key("significant")
    )
    mitigation: str = field(default="", metadata=key("reason", prose=True))
    threatens: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="threatens")
    )


@frozen(kw_only=True)
class Place(SelfDescribing):
    """The zone: where, and how many people and schools.

    Each count is a figure, so "about 1,000 children" keeps its *about* and its source.

    Attributes:
        name: what people call it.
        area: the town, borough or region it lies in.
        country: its two-letter code (ISO 3166), with a part of the country if wanted.
        code: its official code, such as one of the Office for National Statistics.
        residents, children, pupils, families: how many live there or go to its schools.
        schools: how many schools there are.
        description: as much as needs saying.
        fields: the partnership's own columns.
    """

    name: str = field(metadata=key("significant"))
    area: str = field(default="", metadata=key("minor"))
    country: str = field(default="", metadata=key("minor", bare=True))
    code: str = field(
        default="", converter=text, metadata=key("minor", noun="an area code", bare=True)
    )
    residents: Figure | None = field(
        default=None, converter=figure, metadata=key("minor", noun="a number of residents")
    )
    children: Figure | None = field(
        default=None, converter=figure, metadata=key("minor", noun="a number of children")
    )
    pupils: Figure | None = field(
        default=None, converter=figure, metadata=key("minor", noun="a number of pupils")
    )
    families: Figure | None = field(
        default=None, converter=figure, metadata=key("minor", noun="a number of families")
    )
    schools: Figure | None = field(
        default=None, converter=figure, metadata=key("minor", noun="a number of schools")
    )
    description: str = field(default="", metadata=key("wording", prose=True))
    fields: FrozenDict[str, FieldValue] = field(
        default=EMPTY, converter=own_fields, metadata=key("minor")
    )


def place(value: Place | Mapping[str, object] | None) -> Place | None:
    """A place from its fields, or as it is."""
    if isinstance(value, Mapping):
        return make(Place, value, "place")
    return value
