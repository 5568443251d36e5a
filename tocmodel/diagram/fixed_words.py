"""Every fixed word of a picture, by the key under which a theory or a language can set it."""

from collections.abc import Mapping
from types import MappingProxyType

from tocmodel.diagram.badges import LINES
from tocmodel.diagram.evidence import EVIDENCE_COLOURS, EVIDENCE_LINES
from tocmodel.diagram.headings import HEADINGS
from tocmodel.diagram.legend import (
    ARROWS,
    BADGES,
    BEYOND,
    BOXES,
    CHANGES,
    FRAMES,
    TREND,
    UNWANTED,
)
from tocmodel.diagram.notes import NOTES
from tocmodel.diagram.progress import TREND_LINES
from tocmodel.diagram.value_status import LEGEND as VALUE
from tocmodel.graph.relations import NODE_KINDS
from tocmodel.wording import PHRASES

CEILING = "Ceiling of accountability"
"""The name of the line beyond which others must act too."""

_SECTIONS = {kind: section for section, kind in NODE_KINDS.items()}

LEGEND: Mapping[str, str] = MappingProxyType(
    {
        **{f"box-{kind}": text for kind, text in BOXES.items() if kind != "evidence"},
        **{
            f"box-{status or 'happened'}-value": text.capitalize() for status, text in VALUE.items()
        },
        **{
            f"box-unwanted-{kind.removesuffix('_creation')}": text
            for kind, text in UNWANTED.items()
        },
        **ARROWS,
        **{f"mark-{kind}": text for kind, text in BADGES.items() if ":" not in kind},
        **{kind.replace(":", "-"): text for kind, text in BADGES.items() if ":" in kind},
        **{kind.replace(":", "-"): text for kind, text in EVIDENCE_COLOURS.items()},
        "trend": TREND,
        **FRAMES,
        **CHANGES,
    }
)
"""The lines of the legend, by their keys."""

LINE_WORDS: Mapping[str, str] = MappingProxyType({**LINES, **EVIDENCE_LINES, **TREND_LINES})
"""The fixed words of the small lines in boxes, by their keys."""

FIXED_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **HEADINGS,
        **LEGEND,
        "ceiling": CEILING,
        "beyond-ceiling": BEYOND,
        **NOTES,
        **LINE_WORDS,
        **PHRASES,
    }
)
"""The English of every fixed word of a picture, by its key."""

_KEYS: Mapping[str, str] = {text: key for key, text in LEGEND.items()}

_INSTEAD: Mapping[str, str] = {
    **{f"box-{kind}": section for kind, section in _SECTIONS.items()},
    "box-group": "groups",
    "leads-to-factor": "leads-to",
    "raises": "leads-to",
    "lowers": "reduces",
}
"""The word whose own form may be used for a line of the legend."""


def legend_keys(text: str) -> tuple[str, ...]:
    """Return the keys of a line of the legend in English, the best one first; none if not fixed.

    >>> legend_keys("Risk: what may stop it"), legend_keys("Families")
    (('box-risk', 'risks'), ())
    """
    if text == HEADINGS["evidence"]:
        return ("evidence",)
    key = _KEYS.get(text, "")
    return tuple(filter(None, (key, _INSTEAD.get(key, ""))))
