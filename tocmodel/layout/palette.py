"""Colours: dark enough to read, pale enough to write on, and never the only carrier of a meaning.

Every text in a picture has a contrast of at least 4.5:1 with its background (WCAG 2.2, success
criterion 1.4.3); a test works this out for each pair here. Kinds of box differ by shape and kinds
of arrow by their heads and dashes, so a black-and-white print has the same meaning.
"""

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from tocmodel.contrast import contrast


@frozen
class Tone:
    """Two shades of one colour: ``dark`` for headings and outlines, ``pale`` for backgrounds."""

    dark: str
    pale: str


INK = "#1b1f24"
MUTED = "#4a525c"
PAPER = "#ffffff"
RULE = "#c3c9d1"
HEADING_INK = "#ffffff"
LANE = Tone("#3c4652", "#eef0f3")
NEUTRAL = Tone("#4a525c", "#f1f3f5")

_HORIZONS = ("short", "medium", "long", "impact")

STAGES = {
    "context": Tone("#75482c", "#f6eee8"),
    "conditions": Tone("#75482c", "#f6eee8"),
    "factors": Tone("#4d4f73", "#ededf5"),
    "assets": Tone("#22694a", "#e8f3ed"),
    "inputs": Tone("#16656f", "#e5f2f3"),
    "partners": Tone("#3f5a36", "#ecf2e8"),
    "interventions": Tone("#1d5a98", "#e6eff8"),
    "outputs": Tone("#46527e", "#eaecf5"),
    "mechanisms": Tone("#6a3d98", "#f0eaf7"),
    "short": Tone("#755a00", "#faf3da"),
    "medium": Tone("#944800", "#fcecdd"),
    "long": Tone("#a12c1e", "#fce8e4"),
    "impact": Tone("#8b1d50", "#f9e6ee"),
    "outcomes": Tone("#944800", "#fcecdd"),
    "outcomes-1": Tone("#755a00", "#faf3da"),
    "outcomes-2": Tone("#944800", "#fcecdd"),
    "outcomes-3": Tone("#a12c1e", "#fce8e4"),
    "outcomes-4": Tone("#8b1d50", "#f9e6ee"),
    "value": Tone("#265c7a", "#e5f0f5"),
    "immediate": Tone("#16656f", "#e5f2f3"),
    "potential": Tone("#1d5a98", "#e6eff8"),
    "applied": Tone("#46527e", "#eaecf5"),
    "realized": Tone("#6a3d98", "#f0eaf7"),
    "reframing": Tone("#8b1d50", "#f9e6ee"),
    "transformative": Tone("#8b1d50", "#f9e6ee"),
    "strategic": Tone("#755a00", "#faf3da"),
    "enabling": Tone("#22694a", "#e8f3ed"),
    "orienting": Tone("#944800", "#fcecdd"),
    "spaces": Tone("#5b4a8a", "#eeebf6"),
    "stories": Tone("#5b4a8a", "#eeebf6"),
    "assumptions": Tone("#5a5f0c", "#f4f5df"),
    "risks": Tone("#5c5c5c", "#f0f0f0"),
    "indicators": Tone("#16656f", "#e5f2f3"),
    "evidence": Tone("#265c7a", "#e5f0f5"),
    **dict.fromkeys((f"untimed-before-{horizon}" for horizon in _HORIZONS), NEUTRAL),
    "untimed-after-impact": NEUTRAL,
    **{f"back-{steps}": NEUTRAL for steps in range(10)},
    "evidence:for": Tone("#1d5a98", "#e6eff8"),
    "evidence:both": Tone("#6a3d98", "#f0eaf7"),
    "evidence:neither": Tone("#755a00", "#faf3da"),
    "evidence:against": Tone("#944800", "#fcecdd"),
    "evidence:other": Tone("#22694a", "#e8f3ed"),
    "evidence:none": Tone("#5c5c5c", "#f0f0f0"),
    "progress:met": Tone("#22694a", "#e8f3ed"),
    "progress:met-at-start": Tone("#16656f", "#e5f2f3"),
    "progress:on-the-way": Tone("#1d5a98", "#e6eff8"),
    "progress:not-yet": Tone("#46527e", "#eaecf5"),
    "progress:no-change": Tone("#755a00", "#faf3da"),
    "progress:behind": Tone("#944800", "#fcecdd"),
    "progress:missed": Tone("#a12c1e", "#fce8e4"),
    "progress:worse": Tone("#8b1d50", "#f9e6ee"),
    "progress:unclear": Tone("#6a3d98", "#f0eaf7"),
    "progress:no-target": Tone("#4a525c", "#f1f3f5"),
    "progress:none": NEUTRAL,
    "progress:no-data": Tone("#5c5c5c", "#f0f0f0"),
    "not-classified": Tone("#5c5c5c", "#f0f0f0"),
}
"""The colours of stages by the id of their column, of kinds of evidence, progress, and nothing."""

CATEGORIES = (
    Tone("#1d5a98", "#e6eff8"),
    Tone("#944800", "#fcecdd"),
    Tone("#22694a", "#e8f3ed"),
    Tone("#8b1d50", "#f9e6ee"),
    Tone("#6a3d98", "#f0eaf7"),
    Tone("#755a00", "#faf3da"),
    Tone("#16656f", "#e5f2f3"),
    Tone("#5c5c5c", "#f0f0f0"),
)
"""The colours of anything else, in the order of the legend; after the last they start again."""


def tone(key: str, keys: Sequence[str]) -> Tone:
    """Return the colours of a key: those of its stage, or of its turn among the other keys.

    >>> tone("impact", ()).dark
    '#8b1d50'
    >>> tone("family", ("child", "family")) == CATEGORIES[1]
    True
    """
    if key in STAGES:
        return STAGES[key]
    others = [other for other in keys if other not in STAGES]
    if key not in others:
        return NEUTRAL
    return CATEGORIES[others.index(key) % len(CATEGORIES)]


SEEN = 3.1
"""The least contrast of a line with the paper (WCAG 2.2, success criterion 1.4.11, asks for 3)."""


@lru_cache(maxsize=256)
def paler(colour: str) -> str:
    """Return a colour as pale as a line may be on white paper.

    >>> paler("#3f4852"), contrast(paler("#3f4852"), PAPER) >= 3
    ('#8d9398', True)
    """
    found = colour
    for part in range(1, 100):
        channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        mixed = "#" + "".join(f"{one + (255 - one) * part // 100:02x}" for one in channels)
        if contrast(mixed, PAPER) < SEEN:
            break
        found = mixed
    return found
