"""What an explanation says of its subject itself: what is asked, its own fields, what it does."""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.analysis.causes import is_difficulty
from tocmodel.graph import edges
from tocmodel.model import HasOrigin, Intervention, Link, Risk, TheoryOfChange
from tocmodel.telling.entry import field_lines, named_lines
from tocmodel.telling.field_values import fields_of
from tocmodel.telling.outline import Line

_QUESTIONS: Mapping[str, str] = {
    "partners": "What does “{}” do in this theory?",
    "assets": "What is this used for: {}?",
    "inputs": "What is this used for: {}?",
    "mechanisms": "What does this explain: {}?",
    "assumptions": "What depends on this: {}?",
    "risks": "What does this threaten: {}?",
    "indicators": "What does “{}” show?",
    "evidence": "What does “{}” show?",
    "spaces": "What comes of this: {}?",
    "stories": "What does “{}” tell?",
}
"""What is asked of an element that is no step of the way to a change."""

_SAID_OTHERWISE = frozenset({"title", "level", "scale", "routinely_monitored"})
_KEPT_FOR_SHOW = frozenset({"plain", "domain", "group", "tags", "classified_as", "notes", "fields"})
_ORIGIN = frozenset({"origin", "source", "at", "drafted_by", "agreed"})
_WHO = frozenset({"partners", "addresses"})

_DOES: Mapping[tuple[str, str], str] = {
    ("from", "delivers"): "Takes part in",
    ("from", "provides"): "Provides",
    ("from", "owns"): "Watches over",
    ("from", "joins"): "Is a member of",
    ("from", "tells"): "Tells",
    ("to", "benefits"): "Gains",
}
"""What a partner does, by its end of a relation and the kind of the relation."""

_OF_A_LINK = ("strength", "delay", "needed")


def is_step(theory: TheoryOfChange, id_: str) -> bool:
    """Say whether an element is a step of the way to a change, of which one asks what leads to it.

    >>> theory = TheoryOfChange(title="T", partners={"council": {"title": "The council"}})
    >>> is_step(theory, "council")
    False
    """
    return theory.section_of(id_) not in _QUESTIONS


def asked_of(theory: TheoryOfChange, id_: str) -> str:
    """Return the question that an explanation of an element answers."""
    title = theory.element(id_).title
    if not is_step(theory, id_):
        return _QUESTIONS[theory.section_of(id_)].format(title)
    return f"{'Why' if is_difficulty(theory, id_) else 'What leads to this'}: {title}?"


def own_lines(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    """Give the fields of a subject that the explanation does not say in another way."""
    element = theory.element(id_)
    left_out = _SAID_OTHERWISE | _KEPT_FOR_SHOW
    if isinstance(element, HasOrigin):
        left_out |= _ORIGIN
    if isinstance(element, Intervention):
        left_out |= _WHO
    yield from field_lines(theory, element, leave_out=left_out)
    yield from _does(theory, id_)
    yield from _threats(theory, id_)


def named_besides(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    """Say where else the theory names what is no step of the way to a change."""
    if not is_step(theory, id_) and id_ not in theory.partners:
        yield from named_lines(theory, id_)


def _does(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    if id_ not in theory.partners:
        return
    found: dict[str, list[str]] = {}
    for edge in edges(theory):
        for end, own, other in (("from", edge.from_, edge.to), ("to", edge.to, edge.from_)):
            if own == id_ and (end, edge.kind) in _DOES:
                found.setdefault(_DOES[end, edge.kind], []).append(theory.element(other).title)
    for does in _DOES.values():
        if does in found:
            yield Line(0, f"{does}: {'; '.join(dict.fromkeys(found[does]))}.")
    if not found:
        yield Line(0, "The theory names nothing that it does.", "alarm")


def _threats(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    """Say which risks threaten an element, how grave they are and what is done about them."""
    found = dict.fromkeys(
        edge.from_ for edge in edges(theory) if edge.kind == "threatens" and edge.to == id_
    )
    for risk in found:
        yield Line(0, f"Threatened by: {risk_words(theory, theory.risks[risk])}.")


def risk_words(theory: TheoryOfChange, risk: Risk) -> str:
    """Name a risk with how likely and how grave it is, and the answer to it.

    >>> theory = TheoryOfChange(title="T")
    >>> risk_words(theory, Risk(title="Rents rise", severity="high", mitigation="advice"))
    'Rents rise (severity: high; mitigation: advice)'
    """
    told = dict.fromkeys(("external", "likelihood", "severity", "mitigation"))
    said = [
        one.label.casefold() if one.words == ("yes",) else f"{one.label.casefold()}: {one.words[0]}"
        for one in fields_of(theory, risk)
        if one.key in told
    ]
    return f"{risk.title} ({'; '.join(said)})" if said else risk.title


def link_remarks(theory: TheoryOfChange, link: Link) -> Iterable[str]:
    """Return what a link says of its size, its time and its necessity, and what it assumes."""
    found = {one.key: one for one in fields_of(theory, link)}
    of_size = [f"{found[key].label}: {found[key].words[0]}." for key in _OF_A_LINK if key in found]
    if of_size:
        yield " ".join(of_size)
    titles = [
        item.title if not isinstance(item, str) else theory.assumptions[item].title
        for item in link.assumes
        if not isinstance(item, str) or item in theory.assumptions
    ]
    if titles:
        yield f"It assumes: {'; '.join(titles)}."
