"""The subject of an explanation: the question, its own fields, and what it does."""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.analysis.causes import is_difficulty
from tocmodel.graph import edges
from tocmodel.model import HasOrigin, Intervention, Link, Risk, TheoryOfChange
from tocmodel.report.entry import field_lines, named_lines
from tocmodel.report.field_values import fields_of
from tocmodel.report.outline import Line

_QUESTIONS: Mapping[str, str] = {
    "partners": "What does “{}” do in this theory?",
    "assets": "What is this used for: {}?",
    "inputs": "What is this used for: {}?",
    "mechanisms": "What does this explain: {}?",
    "assumptions": "What depends on this: {}?",
    "risks": "What does this threaten: {}?",
    "indicators": "What does “{}” show?",
    "evidence": "What does “{}” show?",
    "spaces": "What results from this: {}?",
    "stories": "What happens in “{}”?",
}
"""The question about an element that is not a step towards a change."""

_SAID_OTHERWISE = frozenset({"title", "number", "needs", "level", "scale", "routinely_monitored"})
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
"""What a partner does, by its end of a relation and the kind of relation."""

_OF_A_LINK = ("strength", "delay", "needed")


def is_step(theory: TheoryOfChange, id_: str) -> bool:
    """Whether an element is a step towards a change, so that one asks what leads to it.

    >>> theory = TheoryOfChange(title="T", partners={"council": {"title": "The council"}})
    >>> is_step(theory, "council")
    False
    """
    return theory.section_of(id_) not in _QUESTIONS


def asked_of(theory: TheoryOfChange, id_: str) -> str:
    """Return the question that an explanation of an element answers."""
    title = theory.element(id_).full_title
    if not is_step(theory, id_):
        return _QUESTIONS[theory.section_of(id_)].format(title)
    if id_ in theory.factors:
        return f"What raises or lowers this: {title}?"
    return f"{'Why' if is_difficulty(theory, id_) else 'What leads to this'}: {title}?"


def own_lines(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    """Yield the fields of a subject that the explanation does not show in another way."""
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
    """List where the theory names an element that is not a step towards a change."""
    if not is_step(theory, id_) and id_ not in theory.partners:
        yield from named_lines(theory, id_)


def _does(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    if id_ not in theory.partners:
        return
    found: dict[str, list[str]] = {}
    for edge in edges(theory):
        for end, own, other in (("from", edge.from_, edge.to), ("to", edge.to, edge.from_)):
            if own == id_ and (end, edge.kind) in _DOES:
                found.setdefault(_DOES[end, edge.kind], []).append(theory.element(other).full_title)
    for does in _DOES.values():
        if does in found:
            yield Line(0, f"{does}: {'; '.join(dict.fromkeys(found[does]))}.")
    if not found:
        yield Line(0, "The theory names nothing that it does.", "alarm")


def _threats(theory: TheoryOfChange, id_: str) -> Iterator[Line]:
    """List the risks that threaten an element, with their severity and mitigation."""
    found = dict.fromkeys(
        edge.from_ for edge in edges(theory) if edge.kind == "threatens" and edge.to == id_
    )
    for risk in found:
        yield Line(0, f"Threatened by: {risk_words(theory, theory.risks[risk])}.")


def risk_words(theory: TheoryOfChange, risk: Risk) -> str:
    """Name a risk with its likelihood, severity and mitigation.

    >>> theory = TheoryOfChange(title="T")
    >>> risk_words(theory, Risk(title="Rents rise", severity="high", mitigation="advice"))
    'Rents rise (severity: high; mitigation: advice)'
    """
    named = dict.fromkeys(("external", "likelihood", "severity", "mitigation"))
    facts = [
        one.label.casefold() if one.words == ("yes",) else f"{one.label.casefold()}: {one.words[0]}"
        for one in fields_of(theory, risk)
        if one.key in named
    ]
    return f"{risk.full_title} ({'; '.join(facts)})" if facts else risk.full_title


def link_remarks(theory: TheoryOfChange, link: Link) -> Iterable[str]:
    """Return a link's strength, delay, necessity, assumptions and votes in words."""
    found = {one.key: one for one in fields_of(theory, link)}
    of_size = [f"{found[key].label}: {found[key].words[0]}." for key in _OF_A_LINK if key in found]
    if of_size:
        yield " ".join(of_size)
    titles = [
        item.full_title if not isinstance(item, str) else theory.assumptions[item].full_title
        for item in link.assumes
        if not isinstance(item, str) or item in theory.assumptions
    ]
    if titles:
        yield f"It assumes: {'; '.join(titles)}."
    if "votes" in found:
        yield f"Votes, which are not evidence: {'; '.join(found['votes'].words)}."
