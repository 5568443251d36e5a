"""The fixed phrases of figures, counts and small lines, in the language of what is being written.

A whole picture is in one language. So what puts figures into words takes its phrases from the
context, as measuring takes its fonts, and not from the arguments of thirty functions. Without a
context, every phrase is English.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

from tocmodel.model import Confidence, Cycle, Qualifier
from tocmodel.model.choices import EvidenceKind, Level, Strength, Tier
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.wording.page_words import PAGE
from tocmodel.wording.said import SAID
from tocmodel.wording.slide_words import SLIDES

GAP = re.compile(r"\{[a-z]+\}")
"""A gap in a fixed phrase."""

FixedWord = Callable[[str, str], str]
"""Returns a fixed word from its English and its key."""


def _spelt(word: str) -> str:
    return str(word).replace("-", " ")


def _key_of(section: str) -> str:
    return section.replace("_", "-")


_FIGURES: Mapping[str, str] = {
    **{f"figure-{str(word).replace(' ', '-')}": f"{word} {{number}}" for word in Qualifier},
    "figure-fewer-than": "fewer than {number}",
    "figure-of": "{part} of {whole}",
    "figure-range": "{low} to {high}",
    "figure-from": "from {low}",
    "figure-up-to": "up to {high}",
    "figure-withheld": "withheld",
    "figure-none": "no figure",
    "figure-forecast": "forecast: {figure}",
    "figure-sum": "a total of {number}",
    "figure-mean": "a mean of {number}",
    "figure-median": "a median of {number}",
    "figure-ratio": "a ratio of {number}",
    "figure-rank": "rank {number}",
    "figure-times": "{number} times",
    "figure-mean-rise": "a mean rise of {number}",
    "figure-mean-fall": "a mean fall of {number}",
    "figure-mean-change": "a mean change of {number}",
    "figure-rise": "a rise of {number}",
    "figure-fall": "a fall of {number}",
    "figure-change": "a change of {number}",
    "figure-among": "{figure} among {whole}",
    "figure-point": "{number} percentage point",
    "figure-points": "{number} percentage points",
    "figure-respondent": "{number} respondent",
    "figure-respondents": "{number} respondents",
    "figure-compared": "compared with {other}",
    "figure-no-comparison": "no comparison",
    "figure-overlaps": "some may be counted elsewhere too",
    "figure-sd": "SD {number}",
    "figure-se": "SE {number}",
    "figure-ci": "CI {range}",
    "figure-ci-level": "{level}% CI {range}",
    "figure-spread": "range {range}",
    "vote": "vote",
    "votes": "votes",
    "in-a-vote": "{figure} in a vote",
}

_CHOSEN: Mapping[str, str] = {
    "chosen-latest": "the latest of {number} figures",
    "chosen-one": "one of {number} figures",
    "chosen-withheld": "another is withheld",
    "chosen-undercount": "likely an undercount",
    "chosen-others": "{figure}; one of {number} indicators",
    "chosen-none": "{indicators}, no figure yet",
    "chosen-beside": "{indicators}, of {kinds} only",
    "and": "and",
    "chosen-context": "context",
    "chosen-resources": "resources",
    "more-indicator": "and {number} more indicator",
    "more-indicators": "and {number} more indicators",
}

_PROGRESS: Mapping[str, str] = {
    "way-withheld": "latest figure withheld",
    "way-now": "now {number}",
    "way-target": "{way}, target {target}",
    "way-target-by": "{way}, target {target} by {when}",
    "way-share": "{status}, {percent}% of it",
    "status-met": "met",
    "status-missed": "missed",
    "status-behind": "behind",
    "status-on-the-way": "on the way",
    "status-no-change": "no change",
    "status-worse": "worse than at the start",
    "status-not-yet": "not met yet",
    "status-met-at-start": "met from the start",
    "status-unclear": "unclear",
    "status-no-target": "no target",
    "status-no-data": "no data yet",
    "status-only-words": "no number yet",
    "status-forecast": "only a forecast",
}

_SMALL_LINES: Mapping[str, str] = {
    **{f"kind-{kind}": _spelt(kind) for kind in EvidenceKind},
    **{
        f"{what}-{much}": f"{much} {what}"
        for what in ("likelihood", "severity")
        for much in ("low", "medium", "high")
    },
    **{f"cycle-{cycle}": cycle.word for cycle in Cycle},
    "guess-inferred": "inferred",
    "guess-drafted": "drafted",
    "needs-with": "with",
    "needs-or": "or",
    "value-unwanted": "unwanted",
    "value-none": "no value came of it",
    "value-planned": "planned",
    "value-hoped": "hoped for",
    "value-not-said": "not stated whether it happened",
    "of-these": "of these {number} {what}",
    "not-described": "not described",
    "several-not-described": "{number}, not described",
    "area": "{number} area",
    "areas": "{number} areas",
    "areas-studied": "{areas}, {number} studied",
    "and-parts": "{title} and its parts",
    "has-a-say": "has a say: {partners}",
    "by": "by {partners}",
    "and-more": "and {number} more",
    "also": "also: {categories}",
    "monitored": "routinely monitored",
    "not-monitored": "not routinely monitored",
    "monitored-since": "routinely monitored since {year}",
    "before-the-programme": "{monitored} before the programme",
    "nobody-named": "who does it is not stated",
    "nobody-acts": "no intervention acts on it",
    "nobody-acts-before": "no intervention acts on it, only on what it affects",
    "sign-not-monitored": "its sign is not routinely monitored",
}

_LANES: Mapping[str, str] = {
    **{f"level-{level}": str(level).capitalize() for level in Level},
    **{f"tier-{tier}": str(tier).capitalize() for tier in Tier},
    "lane-not-stated": "Not stated",
    "lane-not-classified": "Not classified",
    "dimension-not-classified": "{dimension}: not classified",
    "other-categories": "One of {number} other categories, which the box names",
    "lane-no-group": "Not in a group",
    "lane-shared": "Shared",
    "lane-several-tiers": "Several tiers",
    "lane-cause": "Causes",
    "lane-easing": "What else lowers them",
    "lane-action": "What acts on them",
    "lane-strength": "Strengths near them",
}

_ARROWS: Mapping[str, str] = {
    "label-changes": "changes",
    "label-both": "both {signs} and {last}",
    "label-disputed": "disputed",
    "takes-time": "Takes time",
    "loop-reinforcing": "reinforcing",
    "loop-balancing": "balancing",
    "loop-undetermined": "undetermined",
    "closes-loop": "closes loop {codes}",
    "closes-loops": "closes loops {codes}",
    "loops-of": "{number} of {loops} of at most {most} links",
    "loops-of-at-least": "{number} of at least {loops} of at most {most} links",
}

VERB_PHRASES: Mapping[str, str] = {
    "verb-threatens": "threatens",
    "verb-assumes": "is assumed for",
    "verb-supports": "supports",
    "verb-contradicts": "contradicts",
    "verb-concerns": "is about",
    "verb-measures": "measures",
    "verb-addresses": "is addressed by",
    "verb-uses": "is used by",
    "verb-delivers": "delivers",
    "verb-provides": "provides",
    "verb-owns": "watches over",
    "verb-joins": "takes part in",
    "verb-creates": "creates",
    "verb-tells": "tells",
    "verb-recalls": "describes",
    "verb-cites": "cites",
}
"""The verbs of arrows that are neither causal nor mutual, from their start to their end."""

_REASONS: Mapping[str, str] = {
    "creates-planned": "is planned to create",
    "creates-hoped": "is hoped to create",
    "creates-not-said": "may have created",
    "verb-it": "{verb} it",
    "because": "because {reason}",
    "because-and-more": "and more that the picture does not list",
    "by-way-of": "by way of {title}",
    "assuming": "assuming that {title}",
    "after": "after {delay}",
    "confidence": "confidence {how}",
    "in-part": "in part {what}",
    "guess-inferred-in-full": "inferred, our reading",
    "guess-drafted-in-full": "drafted by a program, not yet confirmed",
    **{f"strength-{strength}": f"{strength} effect" for strength in Strength},
    "needed-necessary": "necessary for it",
    "needed-sufficient": "enough for it alone",
    "needed-contributory": "a needed part of a package",
    **{f"confidence-{how}": _spelt(how) for how in Confidence},
    "voice-increases": "it leads to more",
    "voice-decreases": "it leads to less",
    "voice-changes": "it changes it",
    "voice-none": "it has no effect",
    "voice-unknown": "nobody knows yet",
}

_VERBS: Mapping[str, str] = {
    "verb-increases": "leads to",
    "verb-decreases": "reduces",
    "verb-changes": "changes",
    "verb-unknown": "affects, in a way not yet known,",
    "verb-disputed": "affects, in a way that is disputed,",
    "verb-raises": "raises",
    "verb-lowers": "lowers",
    "passive-increases": "follows from",
    "passive-decreases": "is reduced by",
    "passive-changes": "is changed by",
    "passive-unknown": "is affected, in a way not yet known, by",
    "passive-disputed": "is affected, in a way that is disputed, by",
    "passive-raises": "is raised by",
    "passive-lowers": "is lowered by",
    "verb-mutual": "{verb}, and {passive},",
    "verb-goes-with": "goes with",
    "verb-goes-with-less": "goes with less of",
    "verb-bridged": "{verb} (through what is not shown)",
    "verb-feeds-back": "feeds back and {verb}",
    "something-in": "something in {whole}",
    "all-of": "all of {whole}",
}

_REMARKS: Mapping[str, str] = {
    "note-path": "Not drawn: {number} path through what is not shown",
    "note-paths": "Not drawn: {number} paths through what is not shown",
    "note-not-drawn": "Not drawn: {what}",
    "note-cause": "{number} further cause is not shown",
    "note-causes": "{number} further causes are not shown",
    "note-frames": "Groups and parts are drawn {number} frames deep; "
    "what is deeper is in the innermost of these frames",
    "note-map": "Drawn as a map, as {reason}; --layout stages draws columns",
    "as-all-factors": "all its elements are factors",
    "as-one-column": "most elements and their links are in one column",
    "as-going-round": "many elements lead back to each other",
    "as-large": "there are many elements and links",
    "as-without-arrows": "most elements have no arrow",
    "note-unlinked": "Named, not yet linked",
    "note-table": "Drawn as a table, as {reason}; --layout stages draws boxes",
    "note-regions-domain": "Regions: by domain",
    "note-regions-level": "Regions: by level",
    "note-regions-found": "Regions: found by the program from the links, "
    "each named after its busiest element",
    "around": "Around “{title}”",
    "note-delivers": "No row of its own, as it delivers with others: {partners}",
    "note-deliver": "No rows of their own, as they deliver with others: {partners}",
}

_COUNTS: Mapping[str, str] = {
    **{
        f"one-{_key_of(section)}": f"{{number}} {name.one}"
        for section, name in SECTION_NAMES.items()
    },
    **{
        f"several-{_key_of(section)}": f"{{number}} {name.several}"
        for section, name in SECTION_NAMES.items()
    },
}

PHRASES: Mapping[str, str] = MappingProxyType(
    {
        **_FIGURES,
        **_CHOSEN,
        **_PROGRESS,
        **_SMALL_LINES,
        **_LANES,
        **_ARROWS,
        **_VERBS,
        **VERB_PHRASES,
        **_REASONS,
        **_REMARKS,
        **_COUNTS,
        **SAID,
        **PAGE,
        **SLIDES,
    }
)
"""Each phrase in English, by its key; what is in braces is filled in."""


def in_english(english: str, key: str) -> str:
    """Return a fixed word in English, whatever its key."""
    return english


_FIXED: ContextVar[FixedWord] = ContextVar("fixed words", default=in_english)


@contextmanager
def speaking(fixed: FixedWord) -> Iterator[set[str]]:
    """Use the fixed words of a picture for every phrase; yield the keys of those that are said.

    Args:
        fixed: returns such a word from its English and its key.
    """
    keys_said: set[str] = set()

    def noted(english: str, key: str) -> str:
        keys_said.add(key)
        return fixed(english, key)

    before = _FIXED.set(noted)
    try:
        yield keys_said
    finally:
        _FIXED.reset(before)


def say(key: str, **gaps: object) -> str:
    """Return a fixed phrase with its gaps filled.

    A gap that nobody knows stays as it is, so own words may contain any braces.

    >>> say("figure-of", part=8, whole="10")
    '8 of 10'
    >>> with speaking(lambda english, key: "{whole}: {part}"):
    ...     say("figure-of", part="{whole}", whole=10)
    '10: {whole}'
    """
    text = _FIXED.get()(PHRASES[key], key)
    return GAP.sub(lambda gap: str(gaps.get(gap.group()[1:-1], gap.group())), text)


def say_count(number: float, section: str) -> str:
    """Return a number with what entries of a section are called.

    >>> say_count(1, "stories"), say_count(2, "value_creation")
    ('1 story', '2 value-creation entries')
    """
    key = _key_of(section)
    return say_number(number, f"one-{key}", f"several-{key}")


def say_number(number: float, one: str, several: str) -> str:
    """Return the phrase for one, or for several, with the number in it.

    >>> say_number(1, "area", "areas"), say_number(1200, "area", "areas")
    ('1 area', '1,200 areas')
    """
    return say(one if number == 1 else several, number=f"{number:,}")
