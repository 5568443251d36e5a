"""Theories of any size to measure with: always the same for the same size."""

from itertools import pairwise

_SECTIONS = ("conditions", "interventions", "outputs", "mechanisms", "outcomes")
_HORIZONS = ("short", "medium", "long", "impact")
_WORDS = (
    "families children schools services trust support reading attendance wellbeing belonging "
    "confidence stress housing income partners residents staff early regular shared"
).split()
_CATEGORIES = ("basics", "belonging", "learning", "coping", "core-self")
_NEAR = 12
"""A link reaches at most so many elements of the next section to either side."""


def theory_text(elements: int) -> str:
    """Return the YAML of a theory with so many elements and about 1.7 links for each."""
    width = max(1, elements // len(_SECTIONS))
    sizes = [width] * (len(_SECTIONS) - 1)
    sizes.append(elements - sum(sizes))
    lines = ["tocmodel: 1", "title: A theory to measure with", "language: en-GB"]
    for section, size in zip(_SECTIONS, sizes, strict=True):
        lines.append(f"{section}:")
        for number in range(size):
            lines += _element(section, number)
    lines.append("links:")
    for column, (left, right) in enumerate(pairwise(_SECTIONS)):
        for number in range(sizes[column]):
            lines += _link(f"{left}-{number}", f"{right}-{_near(number, 3, sizes[column + 1])}")
            lines += _link(f"{left}-{number}", f"{right}-{_near(number, 7, sizes[column + 1])}")
    return "\n".join(lines) + "\n"


def classified_text(elements: int) -> str:
    """Return the same theory with every element classified by the resilience framework."""
    text = theory_text(elements)
    text = text.replace("language: en-GB", "language: en-GB\nframeworks: [resilience]", 1)
    first, *others = text.split("    level: family\n")
    classified = (
        f"    level: family\n    classified_as: {{resilience: [{_CATEGORIES[place % 5]}]}}\n{part}"
        for place, part in enumerate(others)
    )
    return "".join((first, *classified))


def renamed_text(elements: int) -> str:
    """Return the same theory in which each outcome has another id and some words are others."""
    return theory_text(elements).replace("outcomes-", "aims-").replace("families", "parents")


def _near(number: int, step: int, size: int) -> int:
    return (number + (number * step) % _NEAR) % size


def _element(section: str, number: int) -> list[str]:
    lines = [
        f"  {section}-{number}:",
        f"    title: {_phrase(number, 6).capitalize()}",
        "    description: >-",
        f"      {_phrase(number + 3, 12).capitalize()},",
        f"      and {_phrase(number + 5, 12)}.",
        "    level: family",
    ]
    if section == "outcomes":
        lines.append(f"    horizon: {_HORIZONS[number % len(_HORIZONS)]}")
    return lines


def _link(cause: str, effect: str) -> list[str]:
    number = len(cause) + len(effect)
    return [
        f"  - from: {cause}",
        f"    to: {effect}",
        f"    because: {_phrase(number, 9)}",
    ]


def _phrase(seed: int, words: int) -> str:
    return " ".join(
        _WORDS[(seed * 7 + place * (3 + seed % 5)) % len(_WORDS)] for place in range(words)
    )
