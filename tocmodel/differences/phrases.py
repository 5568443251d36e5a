"""Phrases for the words of closed sets, where sentences use other words than the file."""

from collections.abc import Mapping

from tocmodel.model.convert import FrozenDict

TO_DO: Mapping[str, str] = FrozenDict(
    {
        "increases": "lead to",
        "decreases": "reduce",
        "changes": "change",
        "unknown": "affect, in a way not yet known,",
        "disputed": "affect, in a way that is disputed,",
    }
)
"""What a cause does to its effect, after *to*."""

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
            "disputed": "has a disputed effect",
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
"""The phrases for words of closed sets, by field."""
