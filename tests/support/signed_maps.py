"""Causal maps made up for measuring: factors in themes, links with signs, always the same ones.

They have the shape of the maps that groups draw: a few busy factors, most links within a theme, one
in four reducing, some factors without a link. They say nothing about any place.
"""

from collections.abc import Iterator
from itertools import count

from tocmodel.model import TheoryOfChange

_FIRST = (
    "access trust cost quality amount uptake pressure stress support demand stigma confidence "
    "knowledge safety use supply strain belief hope isolation"
).split()
_OF = "of in around about".split()
_SECOND = (
    "housing|local food|school meals|public transport|youth work|parents|green space|debt advice|"
    "family income|neighbours|early help|sleep|play|social media|health visitors|mental health|"
    "walking and cycling|the benefits system|community groups|secure work|childcare places"
).split("|")


def signed_map(factors: int, links: int, *, themes: int = 6, loose: int = 0) -> TheoryOfChange:
    """Return a map with so many factors and links.

    Args:
        factors: how many factors, those without a link included.
        links: how many links.
        themes: how many themes most links stay within; they are not named in the theory.
        loose: how many factors have no link.
    """
    titles = list(dict.fromkeys(_titles(factors)))
    chance = _numbers(factors * 7 + links)
    joined = factors - loose
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < links:
        cause = _busy(next(chance), next(chance), joined)
        if next(chance) % 100 < 72:  # within the theme
            size = max(2, joined // themes)
            effect = (cause // size * size + next(chance) % size) % joined
        else:
            effect = _busy(next(chance), next(chance), joined)
        if cause != effect:
            pairs[cause, effect] = None
    for alone in sorted(set(range(joined)) - {end for pair in pairs for end in pair}):
        pairs[alone, (alone + 1) % joined] = None
    while len(pairs) > links:
        pairs.pop(next(pair for pair in pairs if _may_go(pair, pairs)))
    return TheoryOfChange(
        title=f"A made-up map of {factors} factors",
        factors={f"f{number}": {"title": title} for number, title in enumerate(titles)},
        links=[
            {
                "from": f"f{cause}",
                "to": f"f{effect}",
                "effect": "decreases" if next(chance) % 4 == 0 else "increases",
            }
            for cause, effect in pairs
        ],
    )


def _may_go(pair: tuple[int, int], pairs: dict[tuple[int, int], None]) -> bool:
    """Whether both ends of a link have another link."""
    return all(sum(end in other for other in pairs) > 1 for end in pair)


def _busy(one: int, other: int, size: int) -> int:
    """A number below a size: every eighth is likelier than the others."""
    found = one % size
    return found // 8 * 8 if other % 5 < 2 else found


def _titles(number: int) -> Iterator[str]:
    for place in range(number):
        first = _FIRST[place * 7 % len(_FIRST)]
        second = _SECOND[(place * 5 + place // len(_FIRST)) % len(_SECOND)]
        extra = f" {place // 400 + 2}" if place >= 400 else ""
        yield f"{first.capitalize()} {_OF[place % len(_OF)]} {second}{extra}"


def _numbers(seed: int) -> Iterator[int]:
    """Numbers that look random: a linear congruential generator."""
    state = seed
    for _ in count():
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33
