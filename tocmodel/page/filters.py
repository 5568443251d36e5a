"""The filters of a page: the fields that divide its elements, and the values of each element."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from tocmodel.analysis.evidence import NO_EVIDENCE, weights_of_evidence
from tocmodel.analysis.titles import Words
from tocmodel.model import HasOrigin, TheoryOfChange
from tocmodel.wording import say


@frozen(kw_only=True)
class ElementFilter:
    """A filter: a field of elements, and the words that it can have.

    Attributes:
        key: its name in the address of the page.
        label: its name for people.
        options: each value with its words, in the order of the theory.
        held: the values of each element that has any.
    """

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    held: Mapping[str, tuple[str, ...]]


@frozen
class _Elements:
    """Finds the values of each element, by its id, for one theory."""

    theory: TheoryOfChange
    words: Words

    def partners(self, id_: str) -> Iterable[str]:
        """Return who delivers it, brings it or answers for it."""
        element = self.theory.element(id_)
        found = (*getattr(element, "partners", ()), getattr(element, "owner", ""))
        return dict.fromkeys(partner for partner in found if partner in self.theory.partners)

    def groups(self, id_: str) -> Iterator[str]:
        """Yield its group, and the groups around that."""
        seen: set[str] = set()
        group = self.theory.element(id_).group
        while group in self.theory.groups and group not in seen:
            seen.add(group)
            yield group
            group = self.theory.groups[group].group

    def level(self, id_: str) -> Iterator[str]:
        yield from self._field(id_, "level")

    def horizon(self, id_: str) -> Iterator[str]:
        yield from self._field(id_, "horizon")

    def status(self, id_: str) -> Iterator[str]:
        yield from self._field(id_, "status")

    def evidence(self, id_: str) -> Iterator[str]:
        """Yield what its evidence shows: a result, something else, nothing."""
        weight = weights_of_evidence(self.theory).get(id_, NO_EVIDENCE)
        if weight.results:
            yield "for"
        if weight.contrary:
            yield "against"
        if weight.neither:
            yield "neither"
        if len(weight.evidence) > len(weight.results):
            yield "other"
        if not weight.pieces:
            yield "none"

    def origin(self, id_: str) -> Iterator[str]:
        """Yield the basis of a claim; other elements have none."""
        element = self.theory.element(id_)
        if isinstance(element, HasOrigin):
            yield str(element.standing)

    def _field(self, id_: str, name: str) -> Iterator[str]:
        held = getattr(self.theory.element(id_), name, None)
        if held:
            yield str(held)


def filters(
    theory: TheoryOfChange | None, words: Words | None, shown: Iterable[str]
) -> Iterator[ElementFilter]:
    """Yield the filters that divide the elements shown: those that keep some and not others."""
    if theory is None or words is None:
        return
    ids = tuple(id_ for id_ in shown if id_ in theory.elements)
    of = _Elements(theory, words)
    known: Mapping[str, Callable[[str], Iterable[str]]] = {
        "partner": of.partners,
        "group": of.groups,
        "level": of.level,
        "horizon": of.horizon,
        "evidence": of.evidence,
        "origin": of.origin,
        "status": of.status,
    }
    for key, values in known.items():
        held = {id_: found for id_ in ids if (found := tuple(values(id_)))}
        used = dict.fromkeys(value for found in held.values() for value in found)
        if len(used) > 1 or (used and len(held) < len(ids)):
            options = tuple((value, _option(key, value, words)) for value in used)
            label = say(f"page-by-{key}")
            yield ElementFilter(key=key, label=label, options=options, held=held)


def _option(key: str, value: str, words: Words) -> str:
    if key in ("partner", "group"):
        return words.title(value)
    return say(f"level-{value}" if key == "level" else f"page-{key}-{value}")
