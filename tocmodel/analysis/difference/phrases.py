"""How each field is spoken of in a sentence, written out as data.

A field is found by ``section/field`` and, failing that, by ``field`` alone.
"""

from collections.abc import Mapping

from tocmodel.model.convert import FrozenDict

NOUNS: Mapping[str, str] = FrozenDict(
    {
        "agreed_on": "a date of agreement",
        "alignment": "an alignment with the theory's aims",
        "amount": "an amount",
        "area": "an area",
        "audience": "an audience",
        "author": "an author",
        "baseline": "a baseline",
        "basis": "a basis",
        "because": "a reason",
        "capital": "a form of knowledge capital",
        "ceiling_of_accountability": "a ceiling of accountability",
        "children": "a number of children",
        "code": "an area code",
        "colour": "a meaning of its colours",
        "country": "a country",
        "currency": "a currency",
        "cycle": "a value cycle",
        "description": "a description",
        "direction": "a reading direction",
        "doi": "a DOI",
        "domain": "an area of life",
        "spaces/domain": "a shared interest",
        "downstream": "a number of steps downstream",
        "families": "a number of families",
        "file": "a file",
        "focus": "a focus",
        "funding": "a kind of funding",
        "grant": "a grant number",
        "group": "a group",
        "horizon": "a horizon",
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
        "next_review": "a date for the next review",
        "notes": "notes",
        "observations": "a result",
        "period": "a period",
        "place": "a place",
        "plain": "a plain sentence",
        "practice": "a shared practice",
        "publisher": "a publisher",
        "pupils": "a number of pupils",
        "quote": "a quotation",
        "reach": "a figure for its reach",
        "reason": "a reason",
        "residents": "a number of residents",
        "role": "a role",
        "scale": "a scale",
        "schools": "a number of schools",
        "sector": "a sector",
        "severity": "a severity",
        "source": "a source",
        "space": "a learning space",
        "status": "a status",
        "steps": "a step",
        "summary": "a summary",
        "target": "a target",
        "test": "a process-tracing test",
        "tier": "a tier",
        "tipping_point": "a tipping point",
        "title": "a title",
        "translation": "a translation",
        "unit": "a unit",
        "upstream": "a number of steps upstream",
        "url": "a web address",
        "views/assumptions": "a way of showing assumptions",
        "views/indicators": "a way of showing indicators",
        "views/risks": "a way of showing risks",
        "views/partner": "a partner whose work it shows",
        "why": "an element of which it asks why",
        "year": "a year",
    }
)
"""Fields with one value: what it is, with its article."""

QUESTIONS: Mapping[str, str] = FrozenDict(
    {
        "at": "where {} stands in its source",
        "better": "which way {} improves",
        "combination": "how the work that leads to {} fits together",
        "confidence": "how sure the partnership is of {}",
        "context": "where {} works",
        "data": "where the data of {} are kept",
        "date": "when {} was held",
        "stories/date": "when {} was told",
        "stories/role": "what {} says of its teller's part",
        "decided": "what {} decided",
        "delay": "how long {} takes",
        "difference": "what difference {} wants to make",
        "drafted_by": "what drafted {}",
        "effect": "what {} says that the one does to the other",
        "ends": "when {} ends",
        "faces": "whether {} looks inward or outward",
        "holds": "whether {} holds",
        "independence": "who vouches for {}",
        "needed": "how far {} is needed",
        "odds": "whether {} beats or changes the odds",
        "origin": "where {} comes from",
        "owner": "who watches {}",
        "reasoning": "what {} changes in how people think or feel",
        "resource": "what {} brings",
        "shows": "what {} shows",
        "significance": "how significant {} was",
        "starts": "when {} starts",
        "strength": "how strong {} is",
        "sufficient": "whether what leads to {} is enough",
        "teller": "who tells {}",
        "valence": "whether {} is wanted",
        "who": "who {} is for",
    }
)
"""Fields with one value that answer a question; ``{}`` stands for what it is asked of."""

LISTS: Mapping[str, tuple[str, str]] = FrozenDict(
    {
        "about": ("is", "about"),
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
        "imagined": "marked as imagined",
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

TO_DO: Mapping[str, str] = FrozenDict(
    {
        "increases": "lead to",
        "decreases": "reduce",
        "changes": "change",
        "unknown": "affect, in a way not yet known,",
    }
)
"""What a cause is said to do to its effect."""

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
            "increases": "leads to",
            "decreases": "reduces",
            "changes": "changes",
            "unknown": "affects",
        },
        "origin": {
            "stated": "a source states it",
            "inferred": "inferred, our reading",
            "listed": "a source lists it",
            "drafted": "drafted by a program",
        },
        "kind": {
            "theory": "a theory of change",
            "part": "a part of a larger theory",
            "system-map": "a system map",
            "results-framework": "a results framework",
            "value-creation": "a value-creation theory",
        },
        "better": {"higher": "higher is better", "lower": "lower is better"},
        "holds": {"yes": "yes", "no": "no", "unknown": "not known"},
        "sufficient": {"yes": "yes", "no": "no", "unknown": "not known"},
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
