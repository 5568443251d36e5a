"""The elements of a theory: what stands in a box, and who acts."""

from collections.abc import Mapping

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
from tocmodel.model.convert import EMPTY, FrozenDict, own_fields, text, text_lists, texts
from tocmodel.model.figure import Figure, figure, figures
from tocmodel.model.from_mapping import make
from tocmodel.model.monitoring import Monitoring, monitoring
from tocmodel.model.origin import HasOrigin
from tocmodel.values import field, frozen, optional


@frozen(kw_only=True)
class Entry:
    """Anything that has an id in the file.

    Attributes:
        id: lower-case words joined by hyphens, unique in the whole file; empty for something
            written in place, which nothing else refers to.
        title: as the partnership words it, about eight words.
        description: as much as needs saying.
        notes: remarks for those who keep the file, never drawn.
        fields: the partnership's own columns.
    """

    id: str = ""
    title: str
    description: str = ""
    notes: str = ""
    fields: FrozenDict = field(default=EMPTY, converter=own_fields)


@frozen(kw_only=True)
class Element(Entry):
    """An entry that is part of the theory itself, and so a node of its graph.

    Attributes:
        plain: the title as an easy-read sentence.
        level: the part of a child's ecology it belongs to.
        domain: the part of life it is about: learning, health, housing, income ...
        group: id of the strand it belongs to.
        tags: words to filter by.
        classified_as: framework id to the ids of that framework's categories.
    """

    plain: str = ""
    level: Level | None = field(default=None, converter=optional(Level))
    domain: str = ""
    group: str = ""
    tags: tuple[str, ...] = field(default=(), converter=texts)
    classified_as: FrozenDict = field(default=EMPTY, converter=text_lists)


@frozen(kw_only=True)
class Group(Entry):
    """A strand of the work; groups nest, and a drawing can collapse them.

    Attributes:
        group: id of the strand that this one is part of.
    """

    group: str = ""


@frozen(kw_only=True)
class Partner(Element):
    """Anyone who acts in the partnership or is affected by it.

    Attributes:
        role: what the partner is in the partnership.
        sector: statutory, voluntary, community, private, education, research ...
        lived_experience: speaks from living in the place or with the difficulty.
        decides: what the partner has a say over.
        alignment: how far its aims agree with the theory's (ODI's matrix).
        interest: how much the matter is to it.
        influence: how much it can move.
    """

    role: Role | None = field(default=None, converter=optional(Role))
    sector: str = ""
    lived_experience: bool = False
    decides: tuple[str, ...] = field(default=(), converter=texts)
    alignment: Rank | None = field(default=None, converter=optional(Rank))
    interest: Rank | None = field(default=None, converter=optional(Rank))
    influence: Rank | None = field(default=None, converter=optional(Rank))


@frozen(kw_only=True)
class Condition(HasOrigin, Element):
    """Context: a need, a cause, or a cause of a cause (Kerr, Dyson and Raffo 2014).

    Attributes:
        routinely_monitored: whether anyone counts it routinely: today, or before the programme
            and since when.
        scale: how far upstream it lies.
    """

    routinely_monitored: bool | Monitoring | None = field(default=None, converter=monitoring)
    scale: Scale | None = field(default=None, converter=optional(Scale))


@frozen(kw_only=True)
class Asset(Element):
    """A strength in the place.

    Attributes:
        partners: ids of those who hold or bring it.
    """

    partners: tuple[str, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class Input(Element):
    """A resource that is used.

    Attributes:
        amount: how much.
        currency: ISO 4217 code, ``GBP``, where the amount is money.
        grant: the grant's identifier, such as a 360Giving one.
        funding: restricted or unrestricted.
        partners: who gives it.
    """

    amount: Figure | None = field(default=None, converter=figure)
    currency: str = ""
    grant: str = ""
    funding: Funding | None = field(default=None, converter=optional(Funding))
    partners: tuple[str, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class Intervention(Element):
    """What is done.

    Attributes:
        tier: for everyone, a group, or one person.
        partners: who does it.
        uses: ids of the assets and inputs it draws on.
        addresses: ids of the conditions it acts on.
        faces: inward (care) or outward (justice).
        odds: helps someone beat the odds, changes the odds, or both.
        starts, ends: when, as ``2018`` or ``2018-09-01``.
        reach: how many took part, or are expected to.
    """

    tier: Tier | None = field(default=None, converter=optional(Tier))
    partners: tuple[str, ...] = field(default=(), converter=texts)
    uses: tuple[str, ...] = field(default=(), converter=texts)
    addresses: tuple[str, ...] = field(default=(), converter=texts)
    faces: Faces | None = field(default=None, converter=optional(Faces))
    odds: Odds | None = field(default=None, converter=optional(Odds))
    starts: str = field(default="", converter=text)
    ends: str = field(default="", converter=text)
    reach: tuple[Figure, ...] = field(default=(), converter=figures)


@frozen(kw_only=True)
class Output(Element):
    """A direct product of doing it: sessions held, people trained."""


@frozen(kw_only=True)
class Mechanism(HasOrigin, Element):
    """Why people respond (realist evaluation; Dalkin et al. 2015).

    Attributes:
        resource: what the intervention brings.
        reasoning: what that changes in how people think or feel.
        context: where it works.
    """

    resource: str = ""
    reasoning: str = ""
    context: str = ""


@frozen(kw_only=True)
class Outcome(Element):
    """A change in someone or something.

    Attributes:
        who: the people (or the service) in whom the change is seen.
        horizon: when it is expected.
        unintended: not aimed at, whether welcome or not.
        valence: wanted or unwanted.
        combination: how the interventions that lead here work together.
        sufficient: whether what leads here is judged enough, taken together.
    """

    who: str = ""
    horizon: Horizon | None = field(default=None, converter=optional(Horizon))
    unintended: bool = False
    valence: Valence = field(default=Valence.WANTED, converter=Valence)
    combination: str = ""
    sufficient: Answer | None = field(default=None, converter=optional(Answer))


@frozen(kw_only=True)
class Assumption(HasOrigin, Element):
    """What must hold, outside the partnership's control, for a link to work.

    Attributes:
        critical: the theory fails where it does not hold.
        holds: whether it is known to hold.
        owner: the partner who watches it.
    """

    critical: bool = False
    holds: Answer | None = field(default=None, converter=optional(Answer))
    owner: str = ""


@frozen(kw_only=True)
class Risk(HasOrigin, Element):
    """What may stop the theory from working, or an outside influence on it.

    Attributes:
        external: comes from outside the partnership.
        likelihood, severity: low, medium or high.
        mitigation: the answer to it.
        threatens: ids of the elements it bears on.
    """

    external: bool = False
    likelihood: Rank | None = field(default=None, converter=optional(Rank))
    severity: Rank | None = field(default=None, converter=optional(Rank))
    mitigation: str = ""
    threatens: tuple[str, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class Place:
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

    name: str
    area: str = ""
    country: str = ""
    code: str = field(default="", converter=text)
    residents: Figure | None = field(default=None, converter=figure)
    children: Figure | None = field(default=None, converter=figure)
    pupils: Figure | None = field(default=None, converter=figure)
    families: Figure | None = field(default=None, converter=figure)
    schools: Figure | None = field(default=None, converter=figure)
    description: str = ""
    fields: FrozenDict = field(default=EMPTY, converter=own_fields)


def place(value: Place | Mapping[str, object] | None) -> Place | None:
    """A place from its fields, or as it is."""
    if isinstance(value, Mapping):
        return make(Place, value, "place")
    return value
