"""The kind of theory in a file, for files that do not state it."""

from attrs import frozen

from tocmodel.graph import causal_graph
from tocmodel.model import TheoryKind, TheoryOfChange
from tocmodel.self_describing import SelfDescribing


@frozen
class KindOfTheory(SelfDescribing):
    """The kind of a theory, and whether it is a guess."""

    kind: TheoryKind
    guessed: bool


def kind_of(theory: TheoryOfChange, *, included: bool = False) -> KindOfTheory:
    """Return the kind that a theory states, or a guess from its contents.

    Args:
        theory: the theory; ``theory.whole`` if the theories that it includes count.
        included: another theory includes this one.

    >>> kind_of(TheoryOfChange(title="Example", kind="part")).guessed
    False
    >>> kind_of(TheoryOfChange(title="Example")).kind.value
    'theory'
    """
    if theory.kind is not None:
        return KindOfTheory(theory.kind, guessed=False)
    return KindOfTheory(_guess(theory, included), guessed=True)


def _guess(theory: TheoryOfChange, included: bool) -> TheoryKind:
    if _is_value_only(theory):
        return TheoryKind.VALUE_CREATION
    if _is_map(theory):
        return TheoryKind.SYSTEM_MAP
    if _is_results_framework(theory):
        return TheoryKind.RESULTS_FRAMEWORK
    return TheoryKind.PART if included else TheoryKind.THEORY


def _is_value_only(theory: TheoryOfChange) -> bool:
    """Whether it has only value and stories, with their partners, spaces, indicators, evidence."""
    return bool(theory.value_creation or theory.stories) and not (
        theory.outcomes or theory.conditions or theory.interventions or theory.outputs
    )


def _is_map(theory: TheoryOfChange) -> bool:
    """Whether it has no interventions, and is mostly conditions and factors or has a loop."""
    if theory.interventions:
        return False
    boxes = len(theory.assets) + len(theory.outputs) + len(theory.mechanisms) + len(theory.outcomes)
    nodes = {**theory.conditions, **theory.factors}
    between_them = any(link.from_ in nodes and link.to in nodes for link in theory.links)
    return (between_them and len(nodes) > boxes) or _has_loop(theory)


def _has_loop(theory: TheoryOfChange) -> bool:
    return any(len(members) > 1 for members in causal_graph(theory).components)


def _is_results_framework(theory: TheoryOfChange) -> bool:
    """Whether it has outputs and mostly indicators with targets, but no reasons or mechanisms."""
    targets = sum(bool(indicator.target) for indicator in theory.indicators.values())
    if not theory.outputs or not targets or 2 * targets < len(theory.indicators):
        return False
    return not theory.mechanisms and not any(link.because or link.via for link in theory.links)
