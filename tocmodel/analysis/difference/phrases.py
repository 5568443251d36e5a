"""How each field is spoken of in a sentence, written out as data.

A field is found by ``section/field`` and, failing that, by ``field`` alone.
"""

from collections.abc import Mapping

from tocmodel.model.convert import FrozenDict

NOUNS: Mapping[str, str] = FrozenDict(
    {
        "advice": "an advice",
        "agreed_on": "a date of agreement",
        "alignment": "an alignment with the theory's aims",
        "amount": "an amount",
        "area": "an area",
        "at": "a place in its source",
        "audience": "an audience",
        "author": "an author",
        "baseline": "a baseline",
        "basis": "a basis",
        "because": "a reason",
        "better": "a wanted direction",
        "capital": "a form of knowledge capital",
        "ceiling_of_accountability": "a ceiling of accountability",
        "children": "a number of children",
        "code": "an area code",
        "colour": "a meaning of its colours",
        "combination": "a statement of how the interventions work together",
        "confidence": "a confidence",
        "context": "a context in which it works",
        "country": "a country",
        "currency": "a currency",
        "cycle": "a value cycle",
        "data": "a place where its data are kept",
        "date": "a date",
        "decided": "a decision",
        "delay": "a delay",
        "description": "a description",
        "difference": "a difference its members care to make",
        "direction": "a reading direction",
        "doi": "a DOI",
        "domain": "an area of life",
        "spaces/domain": "a shared interest",
        "downstream": "a number of steps downstream",
        "effect": "an effect",
        "ends": "an end",
        "faces": "a direction (inward or outward)",
        "families": "a number of families",
        "file": "a file",
        "focus": "a focus",
        "funding": "a kind of funding",
        "grant": "a grant number",
        "group": "a group",
        "holds": "an answer to whether it holds",
        "independence": "a statement of who vouches for it",
        "influence": "an influence",
        "interest": "an interest",
        "kind": "a kind",
        "label": "a label",
        "labels": "a kind of label",
        "lanes": "a meaning of its lanes",
        "language": "a language",
        "level": "a level",
        "likelihood": "a likelihood",
        "mitigation": "a mitigation",
        "name": "a name",
        "needed": "a statement of how far it is needed",
        "next_review": "a date for the next review",
        "notes": "notes",
        "observations": "a result",
        "odds": "a statement of whether it beats or changes the odds",
        "owner": "an owner",
        "period": "a period",
        "place": "a place",
        "plain": "a plain sentence",
        "practice": "a shared practice",
        "publisher": "a publisher",
        "pupils": "a number of pupils",
        "quote": "a quotation",
        "reach": "a figure for its reach",
        "reason": "a reason",
        "reasoning": "a statement of what it changes in how people think or feel",
        "residents": "a number of residents",
        "resource": "a resource it brings",
        "role": "a role",
        "scale": "a scale",
        "schools": "a number of schools",
        "sector": "a sector",
        "severity": "a severity",
        "significance": "a significance",
        "source": "a source",
        "space": "a learning space",
        "starts": "a start",
        "status": "a status",
        "steps": "a step",
        "strength": "a strength",
        "sufficient": "an answer to whether what leads to it is enough",
        "summary": "a summary",
        "target": "a target",
        "teller": "a teller",
        "test": "a process-tracing test",
        "tier": "a tier",
        "tipping_point": "a tipping point",
        "title": "a title",
        "translation": "a translation",
        "unit": "a unit",
        "upstream": "a number of steps upstream",
        "url": "a web address",
        "valence": "a valence",
        "views/assumptions": "a way of showing assumptions",
        "views/indicators": "a way of showing indicators",
        "views/risks": "a way of showing risks",
        "who": "a statement of who it is for",
        "year": "a year",
    }
)
"""Fields with one value: what it is, with its article."""

LISTS: Mapping[str, tuple[str, str]] = FrozenDict(
    {
        "addresses": ("", "addresses"),
        "agreed_by": ("is", "agreed by"),
        "assumes": ("", "assumes"),
        "boundary_objects": ("", "shares"),
        "changed": ("", "names as changed"),
        "collapse": ("", "draws as one box"),
        "columns": ("", "has the columns"),
        "contradicts": ("", "speaks against"),
        "decides": ("", "has a say over"),
        "evidence": ("is", "supported by"),
        "expand": ("", "draws in full"),
        "for": ("is", "of value for"),
        "frameworks": ("", "uses the framework"),
        "measures": ("", "measures"),
        "members": ("", "counts among its members"),
        "partners": ("is", "provided by"),
        "interventions/partners": ("is", "delivered by"),
        "prompted_by": ("", "names as what prompted it"),
        "rated": ("is", "rated as"),
        "reframes": ("", "reframes"),
        "rivals": ("", "names as another explanation"),
        "show": ("", "shows"),
        "supports": ("", "supports"),
        "tags": ("is", "tagged"),
        "threatens": ("", "threatens"),
        "took_part": ("", "names as taking part"),
        "uses": ("", "uses"),
        "via": ("is", "explained by"),
        "classified_as": ("is", "classified as"),
        "where": ("", "keeps only"),
    }
)
"""Fields with several values: the verb before them, its *is* apart, so that *now* fits between."""

MARKS: Mapping[str, str] = FrozenDict(
    {
        "critical": "marked as critical",
        "external": "marked as coming from outside",
        "feedback": "marked as feedback",
        "lived_experience": "marked as speaking from lived experience",
        "main": "marked as part of the main story",
        "passed": "marked as having passed its test",
        "redacted": "marked as withheld",
        "routinely_monitored": "marked as routinely monitored",
        "undercount": "marked as an undercount",
        "unintended": "marked as unintended",
    }
)
"""Fields that hold or do not hold."""

WORDS: Mapping[str, Mapping[str, str]] = FrozenDict(
    {
        "horizon": {
            "short": "in the short term",
            "medium": "in the medium term",
            "long": "in the long term",
            "impact": "as an impact",
        },
        "ceiling_of_accountability": {
            "short": "the short term",
            "medium": "the medium term",
            "long": "the long term",
            "impact": "the impact",
        },
        "effect": {
            "increases": "leads to more",
            "decreases": "reduces",
            "changes": "changes",
            "unknown": "not yet known",
        },
        "better": {"higher": "higher is better", "lower": "lower is better"},
    }
)
"""Words of closed sets that a sentence says in other words."""

REWORDED = frozenset(
    {
        "combination",
        "decided",
        "description",
        "difference",
        "mitigation",
        "notes",
        "plain",
        "practice",
        "quote",
        "reasoning",
        "resource",
        "summary",
    }
)
"""Fields of free text; where either text is long, the sentence does not repeat both."""

ITEMS: Mapping[str, str] = FrozenDict(
    {"observations": "result", "reach": "figure for reach", "steps": "step", "rated": "rating"}
)
"""Lists whose items are compared one by one, and what an item is called."""
