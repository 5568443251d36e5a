"""Shades of a heat map: one colour from pale to dark, with readable words on each."""

from math import ceil

from tocmodel.layout.palette import HEADING_INK, INK

SHADES = (
    ("#e3edf7", INK),
    ("#b9d3ea", INK),
    ("#86b3d9", INK),
    ("#2f74b0", HEADING_INK),
    ("#174a7c", HEADING_INK),
)
"""From little to much: the background, and the words on it. They differ by lightness alone."""

_FEW = 3


def shade_of(weight: int, most: int) -> tuple[str, str]:
    """Return the colours of the background and the words for a weight; ``most`` is the largest.

    If there are at most one or two of anything, the darkest shade is not used.

    >>> shade_of(1, 5)[0], shade_of(5, 5)[0], shade_of(1, 1)[0]
    ('#e3edf7', '#174a7c', '#b9d3ea')
    """
    step = ceil(len(SHADES) * min(weight, most) / max(most, _FEW))
    return SHADES[max(step, 1) - 1]
