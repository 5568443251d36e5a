"""A theory as the branches of an outline: below each element what leads to it.

An outline has one place for each element, below the first of its effects; its other links have no
place. Indicators and assumptions are below the element or the link that they are about.
"""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from tocmodel.conversion.kinds import element_kind_words
from tocmodel.conversion.losses import Holds, every_element, losses
from tocmodel.conversion.sketch import Note, Remark
from tocmodel.model import Effect, Link, LinkKind, TheoryOfChange
from tocmodel.wording import counted

HOLDS = Holds(
    theory=frozenset(("title", "summary", "imagined")),
    sections={
        **every_element("description", "horizon", "cycle", "number"),
        "indicators": frozenset(("title", "description", "number", "measures")),
        "risks": frozenset(("title", "description", "number", "threatens")),
    },
    links=frozenset(("because", "assumes")),
)
_ABOUT = {"indicators": "measures", "risks": "threatens"}


@frozen(kw_only=True)
class Branch:
    """An element in an outline.

    Attributes:
        id: its id; empty for a reason.
        words: its words, with its kind before them.
        description: its description.
        below: what is below it.
    """

    id: str = ""
    words: str
    description: str = ""
    below: "list[Branch]" = field(factory=list)


@frozen(kw_only=True)
class Branches:
    """The outermost branches of a theory, and what has no place in them."""

    roots: tuple[Branch, ...]
    notes: tuple[Note, ...]


def branches(theory: TheoryOfChange) -> Branches:
    """Return a theory as branches."""
    found = {
        id_: Branch(
            id=id_,
            words=" ".join(_words(theory, id_)),
            description=element.description,
        )
        for id_, element in theory.elements.items()
    }
    above = _above(theory)
    kept = {id_: link.to for id_, link in above.items()}
    for id_, link in above.items():
        if link.because:
            found[id_].below.append(Branch(words=f"Because: {' '.join(link.because.split())}"))
    about = _about(theory, above)
    for id_, place in {**kept, **about}.items():
        found[place].below.append(found[id_])
    roots = tuple(branch for id_, branch in found.items() if id_ not in kept and id_ not in about)
    return Branches(roots=roots, notes=tuple(_notes(theory, above, about)))


def _words(theory: TheoryOfChange, id_: str) -> Iterator[str]:
    element = theory.elements[id_]
    if element.number:
        yield element.number
    yield f"{element_kind_words(theory, id_)}:"
    yield element.title


def _above(theory: TheoryOfChange) -> Mapping[str, Link]:
    """Return for each element the link to the one above it; circles are cut."""
    found: dict[str, Link] = {}
    for link in theory.links:
        ends = {link.from_, link.to}
        if link.from_ in found or not ends <= theory.elements.keys() or _is_about(theory, ends):
            continue
        at = link.to
        while at != link.from_ and at in found:
            at = found[at].to
        if at != link.from_:
            found[link.from_] = link
    return found


def _is_about(theory: TheoryOfChange, ends: set[str]) -> bool:
    return any(theory.section_of(id_) in (*_ABOUT, "assumptions") for id_ in ends)


def _about(theory: TheoryOfChange, above: Mapping[str, Link]) -> Mapping[str, str]:
    """Return the element that each indicator, risk and assumption is below."""
    found: dict[str, str] = {}
    for section, key in _ABOUT.items():
        for id_, entry in getattr(theory, section).items():
            places = [at for at in getattr(entry, key) if at in theory.elements]
            if places and theory.section_of(places[0]) not in _ABOUT:
                found[id_] = places[0]
    for id_, link in above.items():
        for assumption in link.assumes:
            if isinstance(assumption, str) and assumption in theory.assumptions:
                found.setdefault(assumption, id_)
    return found


def _notes(
    theory: TheoryOfChange, above: Mapping[str, Link], about: Mapping[str, str]
) -> Iterator[Note]:
    gone = [link for link in theory.links if above.get(link.from_) is not link]
    if gone:
        message = f"{counted(len(gone), 'link')} beyond the first of each element, or in a circle"
        yield Note(remark=Remark.LOST, message=message)
    signed = sum(
        link.effect is not Effect.INCREASES or link.kind is not LinkKind.CAUSE
        for link in above.values()
    )
    if signed:
        message = f"the effect or the direction of {counted(signed, 'link')}"
        yield Note(remark=Remark.LOST, message=message)
    shared = sum(len(link.assumes) for link in above.values())
    kept = sum(id_ in theory.assumptions for id_ in about)
    if shared > kept:
        message = f"{counted(shared - kept, 'assumption')} of links that have no place of their own"
        yield Note(remark=Remark.LOST, message=message)
    yield from losses(theory, HOLDS)
