"""What sort of theory a file holds, where the file does not say."""

from tocmodel.analysis.components import strong_components
from tocmodel.graph import causal_graph
from tocmodel.model import TheoryKind, TheoryOfChange
from tocmodel.values import frozen


@frozen
class KindOfTheory:
    """What sort of theory this is, and whether that is a guess."""

    kind: TheoryKind
    guessed: bool


def kind_of(theory: TheoryOfChange, *, included: bool = False) -> KindOfTheory:
    """Return the kind that a theory states, or else a guess from what it is made of.

    Args:
        theory: the theory, with those that it includes if they count (``theory.whole``).
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
    """Only value and stories; partners, spaces, indicators and evidence may come with them."""
    return bool(theory.value_creation or theory.stories) and not (
        theory.outcomes or theory.conditions or theory.interventions or theory.outputs
    )


def _is_map(theory: TheoryOfChange) -> bool:
    """Nothing is done, and the theory is mostly conditions or has a loop."""
    if theory.interventions:
        return False
    boxes = len(theory.assets) + len(theory.outputs) + len(theory.mechanisms) + len(theory.outcomes)
    between_conditions = any(
        link.from_ in theory.conditions and link.to in theory.conditions for link in theory.links
    )
    return (between_conditions and len(theory.conditions) > boxes) or _has_loop(theory)


def _has_loop(theory: TheoryOfChange) -> bool:
    return any(len(members) > 1 for members in strong_components(causal_graph(theory)))


def _is_results_framework(theory: TheoryOfChange) -> bool:
    """Outputs, and indicators of which most have a target; no reasons and no mechanisms."""
    targets = sum(bool(indicator.target) for indicator in theory.indicators.values())
    if not theory.outputs or not targets or 2 * targets < len(theory.indicators):
        return False
    return not theory.mechanisms and not any(link.because or link.via for link in theory.links)
