"""A screen reader's words for an element after its kind, and the words added to a risk's badge."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tocmodel.model import Element, Input, Intervention, Outcome, Partner, Risk, Space
from tocmodel.wording import amount_words, dose_words, figure_words, quotation_words, say, unit_of


def traits(element: Element) -> Iterator[str]:
    """Yield a few words on each property of an outcome, risk, input, partner or space."""
    if isinstance(element, Outcome):
        yield from _of_outcome(element)
    elif isinstance(element, Risk):
        yield from rank_words(element)
        if element.external:
            yield say("from-outside")
    elif isinstance(element, Input):
        yield from _of_input(element)
    elif isinstance(element, Partner):
        yield from _of_partner(element)
    elif isinstance(element, Space) and element.kind:
        yield say("of-kind", kind=say(f"space-{element.kind}"))
    if element.level:
        level = say(f"level-{element.level}")
        yield say("at-level", level=level[:1].lower() + level[1:])


def _of_outcome(outcome: Outcome) -> Iterator[str]:
    if outcome.valence == "unwanted":
        yield say("value-unwanted")
    yield say(f"term-{outcome.horizon or 'not-stated'}")
    if outcome.who:
        yield say("seen-in", who=outcome.who)


def rank_words(risk: Risk) -> Iterator[str]:
    """Yield the likelihood and severity of a risk, where the file states them.

    >>> list(rank_words(Risk(title="Rents rise", severity="high")))
    ['high severity']
    """
    if risk.likelihood:
        yield say(f"likelihood-{risk.likelihood}")
    if risk.severity:
        yield say(f"severity-{risk.severity}")


def _of_input(given: Input) -> Iterator[str]:
    unit = unit_of(given)
    if given.amount:
        yield figure_words(given.amount, unit)
    yield from (amount_words(part, unit) for part in given.amounts)
    if given.funding:
        yield say(f"funding-{given.funding}")


def _of_partner(partner: Partner) -> Iterator[str]:
    if partner.role:
        yield say(f"role-{partner.role}")
    if partner.sector:
        yield say("in-sector", sector=partner.sector)
    if partner.lived_experience:
        yield say("lived-experience")


def remark(element: Element, titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the remark below an element's description: a mitigation, boundary objects, a dose.

    Args:
        element: the element.
        titles: the titles of the partners who may be quoted, by their ids.

    >>> remark(Space(title="A forum", boundary_objects=["the budget sheet"]))
    'Boundary objects: the budget sheet'
    """
    if isinstance(element, Risk) and element.mitigation:
        return say("mitigation", what=element.mitigation)
    if isinstance(element, Space) and element.boundary_objects:
        return say("boundary-objects", what=", ".join(element.boundary_objects))
    if isinstance(element, Intervention) and element.dose:
        return say("dose", what=dose_words(element.dose))
    return " ".join(_of_a_harvest(element, titles)) if isinstance(element, Outcome) else ""


def _of_a_harvest(outcome: Outcome, titles: Mapping[str, str]) -> Iterator[str]:
    """Yield why a change matters, how the work contributed, and the quotations that may be shown.

    >>> sleep = Outcome(title="Sleep", significance="He can learn", quotes=[{"quote": "He sleeps"}])
    >>> list(_of_a_harvest(sleep, {}))
    ['Why it matters: He can learn.']
    """
    for key, text in (
        ("significance", outcome.significance),
        ("contribution", outcome.contribution),
    ):
        if text:
            yield say(key, what=f"{text.strip().removesuffix('.')}.")
    shown = (one for one in outcome.quotes if one.may_be_shown)
    yield from (quotation_words(one, titles.get(one.said_by, "")) for one in shown)
