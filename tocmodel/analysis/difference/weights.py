"""How much a difference matters: for each section and each field, written out as data.

A difference is *significant* where what the theory claims changes: an element of the causal story,
a link or what is said of it, for whom, when, how much, how far the partnership answers for it, and
what speaks against it. It is *minor* where the claims stay: wording, notes, tags, sources, who
agreed, views, translations, and how change is watched as long as what counts as success stays the
same. The two words are those of a review (``significance``). The source of a figure, the place in
it and a note on how to read it say nothing about its size: a change of these alone is minor in
every field.
"""

from collections.abc import Mapping

from tocmodel.model import Choice
from tocmodel.model.convert import FrozenDict
from tocmodel.model.origin import ORIGIN_FIELDS


class Weight(Choice):
    """How much changes of one kind matter.

    A wording is the one thing a program cannot weigh: it is marked as such, for people to read.
    """

    SIGNIFICANT = "significant"
    MINOR = "minor"
    WORDING = "wording"
    REASON = "reason"
    RESULT = "result"
    AGAINST = "against"


MEANINGS: Mapping[str, str] = FrozenDict(
    {
        Weight.SIGNIFICANT: "significant",
        Weight.MINOR: "minor",
        Weight.WORDING: (
            "minor, and marked as wording; a title of the causal story that has no longer word in "
            "common with the old one is significant"
        ),
        Weight.REASON: (
            "significant when it is given for the first time or taken away; in other words, minor "
            "and marked as wording"
        ),
        Weight.RESULT: (
            "minor when something is added; significant when it is altered or taken away"
        ),
        Weight.AGAINST: "significant where the evidence contradicts something, else minor",
    }
)
"""What each weight says, in words."""

_S, _M, _W = Weight.SIGNIFICANT, Weight.MINOR, Weight.WORDING
_REASON, _RESULT, _AGAINST = Weight.REASON, Weight.RESULT, Weight.AGAINST

ENTRIES: Mapping[str, Weight] = FrozenDict(
    {
        "sources": _M,
        "includes": _S,
        "groups": _M,
        "partners": _S,
        "conditions": _S,
        "assets": _S,
        "inputs": _S,
        "interventions": _S,
        "outputs": _S,
        "mechanisms": _S,
        "outcomes": _S,
        "assumptions": _S,
        "risks": _S,
        "links": _S,
        "indicators": _M,
        "evidence": _AGAINST,
        "spaces": _S,
        "value_creation": _S,
        "stories": _RESULT,
        "reviews": _M,
        "views": _M,
        "waivers": _M,
        "translations": _M,
    }
)
"""How much it matters that a whole entry is added or removed."""

EVERYWHERE: Mapping[str, Weight] = FrozenDict(
    {
        "title": _W,
        "description": _W,
        "plain": _W,
        "notes": _M,
        "fields": _M,
        "level": _M,
        "domain": _M,
        "group": _M,
        "tags": _M,
        "classified_as": _M,
    }
)
"""The fields that entries of many sections share."""

_ORIGIN: Mapping[str, Weight] = dict.fromkeys(ORIGIN_FIELDS, _M)
"""What a claim rests on: who said it, and who agreed to it. The claim itself stays."""

FIELDS: Mapping[str, Mapping[str, Weight]] = FrozenDict(
    {
        "theory": {
            "title": _W,
            "kind": _M,
            "imagined": _S,
            "summary": _W,
            "language": _M,
            "frameworks": _M,
            "ceiling_of_accountability": _S,
            "notes": _M,
            "fields": _M,
        },
        "place": {
            "name": _S,
            "area": _M,
            "country": _M,
            "code": _M,
            "residents": _M,
            "children": _M,
            "pupils": _M,
            "families": _M,
            "schools": _M,
        },
        "revision": dict.fromkeys(("label", "agreed_on", "next_review", "agreed_by"), _M),
        "sources": dict.fromkeys(("author", "year", "publisher", "url", "doi", "kind"), _M),
        "includes": {"file": _M},
        "groups": {},
        "partners": {
            "role": _S,
            "sector": _M,
            "lived_experience": _S,
            "decides": _S,
            "alignment": _M,
            "interest": _M,
            "influence": _M,
        },
        "conditions": {"routinely_monitored": _M, "scale": _S, **_ORIGIN},
        "assets": {"partners": _S},
        "inputs": {"amount": _S, "currency": _S, "grant": _M, "funding": _S, "partners": _S},
        "interventions": {
            "tier": _S,
            "partners": _S,
            "uses": _S,
            "addresses": _S,
            "faces": _S,
            "odds": _S,
            "starts": _S,
            "ends": _S,
            "reach": _RESULT,
        },
        "outputs": {},
        "mechanisms": {
            "resource": _REASON,
            "reasoning": _REASON,
            "context": _REASON,
            **_ORIGIN,
        },
        "outcomes": {
            "who": _S,
            "horizon": _S,
            "unintended": _S,
            "valence": _S,
            "combination": _REASON,
            "sufficient": _S,
        },
        "assumptions": {"critical": _S, "holds": _S, "owner": _M, **_ORIGIN},
        "risks": {
            "external": _S,
            "likelihood": _S,
            "severity": _S,
            "mitigation": _REASON,
            "threatens": _S,
            **_ORIGIN,
        },
        "links": {
            "effect": _S,
            "via": _S,
            "because": _REASON,
            "assumes": _S,
            "confidence": _S,
            "strength": _S,
            "delay": _S,
            "needed": _S,
            "feedback": _S,
            "main": _M,
            "evidence": _M,
            "rivals": _S,
            **_ORIGIN,
        },
        "indicators": {
            "measures": _M,
            "unit": _S,
            "better": _S,
            "kind": _M,
            "baseline": _S,
            "target": _S,
            "observations": _RESULT,
            "source": _M,
            "routinely_monitored": _M,
            "tipping_point": _S,
            "undercount": _M,
            "data": _M,
        },
        "evidence": {
            "kind": _M,
            "independence": _M,
            "source": _M,
            "at": _M,
            "period": _M,
            "shows": _S,
            "supports": _M,
            "contradicts": _S,
            "about": _M,
            "test": _M,
            "passed": _S,
            "rated": _M,
            "quote": _W,
            "redacted": _M,
        },
        "spaces": {
            "kind": _M,
            "practice": _W,
            "members": _S,
            "difference": _REASON,
            "boundary_objects": _M,
        },
        "value_creation": {
            "cycle": _S,
            "space": _S,
            "for": _S,
            "status": _S,
            "reframes": _S,
            "capital": _M,
            **_ORIGIN,
        },
        "stories": {
            "teller": _M,
            "role": _M,
            "date": _M,
            "space": _M,
            "source": _M,
            "at": _M,
            "steps": _RESULT,
        },
        "reviews": dict.fromkeys(
            ("date", "took_part", "prompted_by", "decided", "changed", "significance"), _M
        ),
        "views": dict.fromkeys(
            (
                "audience",
                "show",
                "columns",
                "lanes",
                "colour",
                "focus",
                "partner",
                "why",
                "upstream",
                "downstream",
                "where",
                "collapse",
                "expand",
                "direction",
                "labels",
                "assumptions",
                "risks",
                "indicators",
            ),
            _M,
        ),
        "waivers": {"reason": _M},
        "translations": {"title": _M, "plain": _M, "description": _M},
    }
)
"""The fields of each section, besides those that are the same everywhere."""


def weight(section: str, field: str = "") -> Weight:
    """Return how much a change matters; what the tables do not know is taken to matter.

    >>> weight("outcomes", "horizon").value, weight("outcomes", "notes").value
    ('significant', 'minor')
    """
    if not field:
        return ENTRIES.get(section, Weight.SIGNIFICANT)
    own = FIELDS.get(section, {})
    return own.get(field) or EVERYWHERE.get(field, Weight.SIGNIFICANT)
