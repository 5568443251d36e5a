"""Every field that refers to another entry by its id, written out."""

from attrs import frozen

from tocmodel.model.choices import Cycle
from tocmodel.model.origin import HasOrigin
from tocmodel.model.theory import ELEMENT_SECTIONS, SECTIONS
from tocmodel.self_describing import SelfDescribing


@frozen
class Reference(SelfDescribing):
    """A field that holds ids: where it is, and the sections that may have the ids.

    Attributes:
        section: the section whose entries have the field.
        field: the path below the entry; ``steps/value`` for a field of each item of a list, and
            ``signs/*/condition`` for a field of each value of a mapping.
        targets: the sections to look in; one of them must have the id.
        links: whether it may also name a link, ``cause -> effect``.
        words: what it may name besides: a whole section, or ``all``.
        keys: whether the ids are the keys of a mapping.
    """

    section: str
    field: str
    targets: tuple[str, ...]
    links: bool = False
    words: tuple[str, ...] = ()
    keys: bool = False


_ANY = tuple(ELEMENT_SECTIONS)
_ENDS = (*_ANY, "groups", "includes")
"""What a link may start or end at, besides a whole section."""
_CLAIMS = (
    *(name for name, kind in SECTIONS.items() if issubclass(kind, HasOrigin)),
    "links",
)
"""The places of claims that state their origin."""

SECTION_ENDS = tuple(name.replace("_", "-") for name in ELEMENT_SECTIONS)
"""The names of whole sections at the ends of links, spelt like an id."""

REFERENCES: tuple[Reference, ...] = (
    *(Reference(name, "group", ("groups",)) for name in ("groups", *ELEMENT_SECTIONS)),
    *(Reference(name, "part_of", (name,)) for name in ELEMENT_SECTIONS),
    *(Reference(name, "source", ("sources",)) for name in _CLAIMS),
    *(Reference(name, "agreed/with", ("partners",)) for name in _CLAIMS),
    Reference("assets", "partners", ("partners",)),
    Reference("inputs", "partners", ("partners",)),
    Reference("inputs", "for", ("interventions", "groups"), words=("all",)),
    Reference("inputs", "amount/source", ("sources",)),
    Reference("inputs", "amounts/amount/source", ("sources",)),
    Reference("inputs", "amounts/funder", ("partners",)),
    Reference("interventions", "partners", ("partners",)),
    Reference("interventions", "uses", ("assets", "inputs", "groups")),
    Reference("interventions", "addresses", ("conditions",)),
    Reference("interventions", "reach/source", ("sources",)),
    Reference("assumptions", "owner", ("partners",)),
    Reference("outcomes", "owner", ("partners",)),
    Reference("outcomes", "quotes/source", ("sources",)),
    Reference("outcomes", "needs", _ANY),
    Reference("risks", "threatens", _ANY),
    Reference("indicators", "measures", _ANY),
    Reference("indicators", "source", ("sources",)),
    Reference("indicators", "owner", ("partners",)),
    Reference("indicators", "baseline/source", ("sources",)),
    Reference("indicators", "target/source", ("sources",)),
    Reference("indicators", "tipping_point/source", ("sources",)),
    Reference("indicators", "observations/source", ("sources",)),
    Reference("trackers", "signs/*/condition", ("conditions",)),
    Reference("trackers", "offers/*/intervention", ("interventions",)),
    Reference("evidence", "source", ("sources",)),
    Reference("evidence", "supports", _ANY, links=True),
    Reference("evidence", "contradicts", _ANY, links=True),
    Reference("evidence", "about", _ANY, links=True),
    Reference("spaces", "members", ("partners",)),
    *(Reference("spaces", f"plan/{cycle}/owner", ("partners",)) for cycle in Cycle),
    Reference("value_creation", "judged_by", ("partners",)),
    Reference("value_creation", "space", ("spaces",)),
    Reference("value_creation", "for", ("partners",)),
    Reference("value_creation", "reframes", ("spaces",)),
    Reference("stories", "teller", ("partners",)),
    Reference("stories", "space", ("spaces",)),
    Reference("stories", "source", ("sources",)),
    Reference("stories", "steps/value", ("value_creation", "outcomes")),
    Reference("stories", "steps/indicator", ("indicators",)),
    Reference("stories", "steps/evidence", ("evidence",)),
    Reference("reviews", "took_part", ("partners",)),
    Reference("reviews", "still_true", ("assumptions",), keys=True),
    Reference("reviews", "changed", tuple(SECTIONS), links=True),
    Reference("views", "focus", _ENDS),
    Reference("views", "partner", ("partners",)),
    Reference("views", "why", _ENDS),
    Reference("views", "collapse", ("groups",)),
    Reference("views", "expand", ("includes",)),
    Reference("loops", "through", _ANY),
    Reference("links", "from", _ENDS, words=SECTION_ENDS),
    Reference("links", "to", _ENDS, words=SECTION_ENDS),
    Reference("links", "voices/source", ("sources",)),
    Reference("links", "via", ("mechanisms",)),
    Reference("links", "assumes", ("assumptions",)),
    Reference("links", "evidence", ("evidence",)),
    Reference("links", "votes/source", ("sources",)),
    Reference("links", "assumes/group", ("groups",)),
    Reference("links", "assumes/part_of", ("assumptions",)),
    Reference("links", "assumes/owner", ("partners",)),
    Reference("links", "assumes/source", ("sources",)),
    Reference("links", "assumes/agreed/with", ("partners",)),
    Reference("links", "evidence/group", ("groups",)),
    Reference("links", "evidence/part_of", ("evidence",)),
    Reference("links", "evidence/source", ("sources",)),
    Reference("links", "evidence/supports", _ANY, links=True),
    Reference("links", "evidence/contradicts", _ANY, links=True),
    Reference("links", "evidence/about", _ANY, links=True),
    Reference("revision", "agreed_by", ("partners",)),
    Reference("place", "residents/source", ("sources",)),
    Reference("place", "children/source", ("sources",)),
    Reference("place", "pupils/source", ("sources",)),
    Reference("place", "families/source", ("sources",)),
    Reference("place", "schools/source", ("sources",)),
    Reference("waivers", "at", tuple(SECTIONS)),
)
"""Every field that refers to an entry by its id."""
