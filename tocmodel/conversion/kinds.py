"""The words of other programs for the kinds of elements, and the section of a theory for each.

A word is looked up in ``_TABLE`` first, and then among the other names that people use for the
sections of a file (``tocmodel.schema.synonyms``).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from tocmodel.model import ELEMENT_SECTIONS, Cycle, TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.schema.synonyms import KEYS, folded, known_by_synonym


@frozen
class ElementKind:
    """The section of an element, and what its kind says besides.

    Attributes:
        section: the section.
        keys: keys of the element, such as its ``horizon``.
    """

    section: str
    keys: Mapping[str, Any] = field(factory=dict)


FACTOR = ElementKind("factors")
"""The kind of an element of which nothing tells the kind."""

NOTHING = ("none", "nothing", "ignore", "skip")
"""The words for ``--map`` that leave elements out."""

_TABLE = """
    outcomes horizon=impact: goal, impact, vision, overall goal, overall objective, ultimate goal
    outcomes horizon=impact: mission, ultimate outcome, final outcome, development objective
    outcomes horizon=impact: long-term goal, big goal
    outcomes horizon=long: long-term outcome, longer-term outcome, long outcome
    outcomes horizon=medium: medium-term outcome, intermediate outcome, medium outcome
    outcomes horizon=medium: intermediary outcome, mid-term outcome
    outcomes horizon=short: short-term outcome, immediate outcome, short outcome, early outcome
    outcomes: outcome, objective, specific objective, purpose, project purpose, result, change, aim
    outcomes: expected outcome, expected result, benefit, primary outcome, intermediate result
    outcomes: precondition, sub-outcome, project objective
    outputs: output, deliverable, product, expected output
    interventions: activity, intervention, action, strategy, programme, program, project, service
    interventions: key activity, main activity, task, initiative, solution, component
    inputs: input, resource, funding
    assumptions: assumption, premise, belief
    risks: risk, threat, external risk
    conditions: condition, need, problem, issue, barrier, challenge, root cause, context, situation
    factors: factor, driver, variable, determinant, influence, driving force
    mechanisms: mechanism, mechanism of change
    indicators: indicator, measure, metric, kpi, objectively verifiable indicator
    partners: partner, stakeholder, actor, organisation, organization, person, people, agency, role
    assets: asset, strength, enabler
    evidence: evidence, piece of evidence
    spaces: learning space
    value_creation cycle=enabling: enabling value
    value_creation cycle=strategic: strategic value
    value_creation cycle=immediate: immediate value
    value_creation cycle=potential: potential value
    value_creation cycle=applied: applied value
    value_creation cycle=realized: realised value, realized value
    value_creation cycle=reframing: reframing value
    value_creation cycle=transformative: transformative value
    value_creation cycle=orienting: orienting value
    stories: story, value story
"""


def _read() -> Mapping[str, ElementKind]:
    found = {}
    for line in _TABLE.strip().splitlines():
        head, _, words = line.strip().partition(": ")
        section, *keys = head.split()
        kind = ElementKind(section, dict(key.split("=") for key in keys))
        found.update(dict.fromkeys((folded(word) for word in words.split(", ")), kind))
    return MappingProxyType(found)


_KINDS = _read()
_LONGEST_PHRASE = 60
_NUMBERS = re.compile(r"^[\W\d_]+|[\s\d.:#()\[\]_-]+$")
_PREFIX = re.compile(r"\s*([^\W\d][\w \-]{1,30}?)\s*[\d.]{0,8}\s*:\s+(?=\S)")


def known_kind(word: str) -> ElementKind | None:
    """Return the kind that a word of the table names, in one or several, with a number or without.

    >>> known_kind("Activities").section, known_kind("Outcome 2.1").section
    ('interventions', 'outcomes')
    >>> known_kind("Goal").keys, known_kind("purple")
    ({'horizon': 'impact'}, None)
    """
    return next((_KINDS[form] for form in _forms(word) if form in _KINDS), None)


def kind_of(word: str) -> ElementKind | None:
    """Return the kind that a word names, also by other names and inside a longer phrase.

    >>> kind_of("Workstreams").section, kind_of("Key risks").section, kind_of("circle")
    ('interventions', 'risks', None)
    >>> kind_of("Activity/Quality").section
    'interventions'
    """
    if found := known_kind(word):
        return found
    for form in _forms(word):
        if section := known_by_synonym(form, tuple(ELEMENT_SECTIONS), KEYS):
            return ElementKind(section)
    if len(word) > _LONGEST_PHRASE:
        return None
    first = re.split("[/&,]", word)[0]
    *_, last = " ".join(_NUMBERS.sub("", word).split()).split(" ")
    return (known_kind(first) if first != word else None) or known_kind(last)


def is_exact(word: str, kind: ElementKind) -> bool:
    """Whether a word is the name of a kind itself, so that nothing is guessed.

    >>> is_exact("Outcome", ElementKind("outcomes")), is_exact("Aim", ElementKind("outcomes"))
    (True, False)
    """
    names = {folded(kind.section), folded(kind_words(kind.section, kind.keys))}
    if kind.section == "interventions":
        names.add("activity")
    return bool(names & {*_forms(word)})


_HORIZONS = {
    "short": "short-term outcome",
    "medium": "medium-term outcome",
    "long": "long-term outcome",
    "impact": "impact",
}


def kind_words(section: str, keys: Mapping[str, Any]) -> str:
    """Return the words for a kind in a file for another program, which are read back as it.

    >>> kind_words("interventions", {}), kind_words("outcomes", {"horizon": "long"})
    ('intervention', 'long-term outcome')
    >>> kind_words("value_creation", {"cycle": "realized"})
    'realised value'
    """
    if section == "value_creation":
        return f"{Cycle(keys['cycle']).word} value"
    return _HORIZONS.get(keys.get("horizon", ""), SECTION_NAMES[section].one)


def element_kind_words(theory: TheoryOfChange, id_: str) -> str:
    """Return the words for the kind of an element: ``Long-term outcome``."""
    element = theory.elements[id_]
    keys = {key: getattr(element, key, None) for key in ("horizon", "cycle")}
    words = {key: value.value for key, value in keys.items() if value is not None}
    return kind_words(theory.section_of(id_), words).capitalize()


def without_kind(title: str) -> tuple[str, ElementKind | None]:
    """Return a title without the kind before its colon, and that kind.

    >>> title, kind = without_kind("Goal: children are safe")
    >>> title, kind.section
    ('children are safe', 'outcomes')
    >>> without_kind("Ready: steady")
    ('Ready: steady', None)
    """
    found = _PREFIX.match(title)
    kind = known_kind(found[1]) if found else None
    return (title[found.end() :].strip(), kind) if found and kind else (title, None)


def _forms(word: str) -> tuple[str, ...]:
    """Return a word as written, in one and in several, without numbers at its edges."""
    plain = folded(_NUMBERS.sub("", word[:200]))
    one = re.sub("ies$", "y", plain) if plain.endswith("ies") else re.sub("s$", "", plain)
    return tuple(dict.fromkeys((folded(word[:200]), plain, one, f"{one}s")))
