"""Theories made up for measuring: short titles, and many links with words, always the same ones.

Their columns have two to six boxes. Most of their links say how long they take, some what their
effect is, and a few lead back. They say nothing about any place.
"""

from random import Random
from typing import Any

from tocmodel.model import TheoryOfChange

_WORK = ("Breakfast club", "Family hub with advice", "Street mentors", "Visits at home")
_CHANGES = (
    "Children are calmer",
    "Parents trust the school",
    "Fewer exclusions in the whole borough",
    "Neighbours meet",
)
_DELAYS = (
    "one term",
    "within two years",
    "two to three school years",
    "a generation",
    "six weeks or so",
)
_EFFECTS = ("decreases", "changes", "unknown", "disputed")


def wordy_theory(number: int) -> TheoryOfChange:
    """Return the theory with a number; every fifth reads from top to bottom."""
    chance = Random(number)
    work = {
        f"work-{place}": {"title": f"{chance.choice(_WORK)} {place}"}
        for place in range(chance.randint(2, 6))
    }
    changes = {
        f"{horizon}-{place}": {"title": f"{chance.choice(_CHANGES)} {place}", "horizon": horizon}
        for horizon in ("short", "medium", "long")
        for place in range(chance.randint(2, 6))
    }
    ids = [*work, *changes]
    links: dict[tuple[str, str], dict[str, Any]] = {}
    for _ in range(int(len(ids) * chance.choice((1.2, 1.8, 2.5)))):
        cause, effect = (ids[place] for place in sorted(chance.sample(range(len(ids)), 2)))
        if chance.random() < 0.08:
            cause, effect = effect, cause
        links[cause, effect] = {"from": cause, "to": effect, **_words(chance)}
        if effect in work and cause in changes:
            links[cause, effect]["feedback"] = True
    way = {"direction": "top-to-bottom"} if number % 5 == 4 else {}
    return TheoryOfChange(
        title=f"A made-up theory, number {number}",
        interventions=work,
        outcomes=changes,
        links=list(links.values()),
        views={"all": {"title": "All", "layout": "stages", **way}},
    )


def _words(chance: Random) -> dict[str, str]:
    words = {"delay": chance.choice(_DELAYS)} if chance.random() < 0.6 else {}
    return words | ({"effect": chance.choice(_EFFECTS)} if chance.random() < 0.3 else {})
