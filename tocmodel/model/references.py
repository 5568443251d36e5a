"""Every field that refers to another entry by its id, written out."""

from tocmodel.model.origin import HasOrigin
from tocmodel.model.theory import ELEMENT_SECTIONS, SECTIONS
from tocmodel.values import frozen


@frozen
class Reference:
    """A field that holds ids: where it is, and in which sections the ids must be found.

    Attributes:
        section: the section whose entries have the field.
        field: the path below the entry; ``steps/value`` for a field of each item of a list.
        targets: the sections of which one must have the id.
        links: a link, ``cause -> effect``, may be named as well.
    """

    section: str
    field: str
    targets: tuple[str, ...]
    links: bool = False


_ANY = tuple(ELEMENT_SECTIONS)
_CLAIMS = (
    *(name for name, kind in SECTIONS.items() if issubclass(kind, HasOrigin)),
    "links",
)
"""Where claims stand that say what they come from."""

REFERENCES: tuple[Reference, ...] = (
    *(Reference(name, "group", ("groups",)) for name in ("groups", *ELEMENT_SECTIONS)),
    *(Reference(name, "source", ("sources",)) for name in _CLAIMS),
    *(Reference(name, "agreed/with", ("partners",)) for name in _CLAIMS),
    Reference("assets", "partners", ("partners",)),
    Reference("inputs", "partners", ("partners",)),
    Reference("inputs", "amount/source", ("sources",)),
    Reference("interventions", "partners", ("partners",)),
    Reference("interventions", "uses", ("assets", "inputs")),
    Reference("interventions", "addresses", ("conditions",)),
    Reference("interventions", "reach/source", ("sources",)),
    Reference("assumptions", "owner", ("partners",)),
    Reference("risks", "threatens", _ANY),
    Reference("indicators", "measures", _ANY),
    Reference("indicators", "source", ("sources",)),
    Reference("indicators", "baseline/source", ("sources",)),
    Reference("indicators", "target/source", ("sources",)),
    Reference("indicators", "tipping_point/source", ("sources",)),
    Reference("indicators", "observations/source", ("sources",)),
    Reference("evidence", "source", ("sources",)),
    Reference("evidence", "supports", _ANY, links=True),
    Reference("evidence", "contradicts", _ANY, links=True),
    Reference("evidence", "about", _ANY, links=True),
    Reference("spaces", "members", ("partners",)),
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
    Reference("reviews", "changed", tuple(SECTIONS), links=True),
    Reference("views", "focus", _ANY),
    Reference("views", "partner", ("partners",)),
    Reference("views", "why", _ANY),
    Reference("views", "collapse", ("groups",)),
    Reference("views", "expand", ("includes",)),
    Reference("links", "from", _ANY),
    Reference("links", "to", _ANY),
    Reference("links", "via", ("mechanisms",)),
    Reference("links", "assumes", ("assumptions",)),
    Reference("links", "evidence", ("evidence",)),
    Reference("links", "assumes/group", ("groups",)),
    Reference("links", "assumes/owner", ("partners",)),
    Reference("links", "assumes/source", ("sources",)),
    Reference("links", "assumes/agreed/with", ("partners",)),
    Reference("links", "evidence/group", ("groups",)),
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
