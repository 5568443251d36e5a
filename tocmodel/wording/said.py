"""The fixed phrases for those who hear a picture or read it as text, and do not see it."""

from collections.abc import Mapping

from tocmodel.model.choices import Funding, Role, SpaceKind
from tocmodel.model.section_names import SECTION_NAMES

NOUNS: Mapping[str, str] = {
    **{f"noun-{section.replace('_', '-')}": name.one for section, name in SECTION_NAMES.items()},
    "noun-evidence": "evidence",
    "noun-value-creation": "value creation",
    "noun-value-happened": "value created",
    "noun-value-planned": "value planned",
    "noun-value-hoped": "value hoped for",
    "noun-value-not-said": "value, not stated whether it happened",
    "noun-value-none": "value looked for, and not found",
    "noun-unwanted-value": "unwanted {value}",
    "noun-undescribed": "included theory that nobody described",
    "noun-part": "part",
    "noun-continuation": "continuation",
}
"""What one box is, in a word."""

WHOLE_PICTURE: Mapping[str, str] = {
    "described-across": "A theory of change in {boxes} and {arrows}, read from left to right",
    "described-down": "A theory of change in {boxes} and {arrows}, read from top to bottom",
    "described-box": "{number} box",
    "described-boxes": "{number} boxes",
    "described-arrow": "{number} arrow",
    "described-arrows": "{number} arrows",
    "described-stages": "Stages: {titles}",
    "described-lanes": "Lanes: {titles}",
    "described-feedback": "{number} arrow leads back as feedback",
    "described-feedbacks": "{number} arrows lead back as feedback",
    "described-loop": "Loop “{title}”, {sign}: {titles}",
    "described-circle": "Loop {code}: {loop}",
    "described-group": "Group of {what}: {titles}",
    "described-ceiling": "The {ceiling} lies after {stage}",
    "loop-not-closed": "not closed by its links",
    "loops": "Loops",
    "sign-less": "less than",
    "sign-more": "more than",
    "sign-number": "No",
    "from-wholes": "From something in a whole",
    "hollow-inferred": "hollow head: inferred, our reading",
    "hollow-drafted": "hollow head with a square: drafted by a program, not yet confirmed",
}
"""The picture as a whole."""

TRAITS: Mapping[str, str] = {
    "term-short": "short term",
    "term-medium": "medium term",
    "term-long": "long term",
    "term-impact": "impact",
    "term-not-stated": "no horizon stated",
    "seen-in": "seen in {who}",
    "of-kind": "kind: {kind}",
    "at-level": "level {level}",
    "from-outside": "from outside the partnership",
    "lived-experience": "speaks from lived experience",
    "in-sector": "{sector} sector",
    **{f"funding-{funding}": f"{funding} funding" for funding in Funding},
    **{f"role-{role}": str(role) for role in Role},
    **{f"space-{kind}": str(kind).replace("-", " ") for kind in SpaceKind},
    "mitigation": "Mitigation: {what}",
    "boundary-objects": "Boundary objects: {what}",
    "dose": "Dose: {what}",
    "dose-adapted": "adapted: {what}",
    "significance": "Why it matters: {what}",
    "contribution": "How the work contributed: {what}",
    "name-withheld": "name withheld",
}
"""What one box says besides what is drawn in it."""

EVIDENCE: Mapping[str, str] = {
    "shown-evidence": "evidence",
    "shown-situation": "shows the situation",
    "shown-delivery": "shows delivery",
    "shown-aim": "states an aim",
    "shown-unstated": "cited",
    "shown-neither": "no change or mixed",
    "shown-against": "evidence against",
}
"""What evidence on a link shows, where no mark can be drawn."""

BEARINGS: Mapping[str, str] = {
    "bearing-change": "Evidence of the change",
    "bearing-cause": "Evidence of what brought it about",
    "bearing-situation": "Evidence that it is so",
    "bearing-delivery": "Evidence that it was done",
    "bearing-aim": "Stated as an aim in",
    "bearing-unstated": "Cited, without saying what it shows",
    "bearing-no-change": "No change seen in",
    "bearing-mixed": "Mixed results in",
    "bearing-about": "Neither for nor against it",
    "bearing-against": "Evidence against it",
}
"""What a piece of evidence says about one element, before its title."""

CHANGES: Mapping[str, str] = {
    "change-added": "added",
    "change-removed": "removed",
    "change-changed": "changed",
}
"""How something changed between two versions."""

ENDS: Mapping[str, str] = {
    "comes-from": "An arrow comes from {titles}",
    "come-from": "Arrows come from {titles}",
}
"""Where the arrows of a box come from."""

SAID: Mapping[str, str] = {
    **NOUNS,
    **WHOLE_PICTURE,
    **TRAITS,
    **EVIDENCE,
    **BEARINGS,
    **CHANGES,
    **ENDS,
}
"""Every phrase for those who do not see a picture, by its key."""
