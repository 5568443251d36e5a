"""What a screen reader says of an element after what it is, and what a risk's badge adds."""

from collections.abc import Iterator

from tocmodel.model import Element, Input, Outcome, Partner, Risk, Space
from tocmodel.wording import figure_words


def traits(element: Element) -> Iterator[str]:
    """Give in a few words each what sort of outcome, risk, input, partner or space it is."""
    if isinstance(element, Outcome):
        yield from _of_outcome(element)
    elif isinstance(element, Risk):
        yield from rank_words(element)
        if element.external:
            yield "from outside the partnership"
    elif isinstance(element, Input):
        yield from _of_input(element)
    elif isinstance(element, Partner):
        yield from _of_partner(element)
    elif isinstance(element, Space) and element.kind:
        yield str(element.kind).replace("-", " ")
    if element.level:
        yield f"level {element.level}"


def _of_outcome(outcome: Outcome) -> Iterator[str]:
    if outcome.valence == "unwanted":
        yield "unwanted"
    yield (
        f"{outcome.horizon} term"
        if outcome.horizon in ("short", "medium", "long")
        else ("impact" if outcome.horizon else "no horizon stated")
    )
    if outcome.who:
        yield f"seen in {outcome.who}"


def rank_words(risk: Risk) -> Iterator[str]:
    """Say how likely and how grave a risk is, where the file says it.

    >>> list(rank_words(Risk(title="Rents rise", severity="high")))
    ['high severity']
    """
    if risk.likelihood:
        yield f"{risk.likelihood} likelihood"
    if risk.severity:
        yield f"{risk.severity} severity"


def _of_input(given: Input) -> Iterator[str]:
    if given.amount:
        yield figure_words(given.amount, given.currency)
    if given.funding:
        yield f"{given.funding} funding"


def _of_partner(partner: Partner) -> Iterator[str]:
    if partner.role:
        yield str(partner.role)
    if partner.sector:
        yield f"{partner.sector} sector"
    if partner.lived_experience:
        yield "speaks from lived experience"


def remark(element: Element) -> str:
    """Return what is said of an element below its description: a mitigation, boundary objects.

    >>> remark(Space(title="A forum", boundary_objects=["the budget sheet"]))
    'Boundary objects: the budget sheet'
    """
    if isinstance(element, Risk) and element.mitigation:
        return f"Mitigation: {element.mitigation}"
    if isinstance(element, Space) and element.boundary_objects:
        return f"Boundary objects: {', '.join(element.boundary_objects)}"
    return ""
