"""An explanation as plain data, for other programs."""

from typing import Any

from tocmodel.analysis.evidence import WeightOfEvidence
from tocmodel.analysis.explanation import Cause, Explanation, Why
from tocmodel.analysis.named_loops import ComparedLoop
from tocmodel.model import HasOrigin, Link, Monitoring, TheoryOfChange
from tocmodel.report.evidence import evidence_data
from tocmodel.wording import remark_data, voice_words


def to_data(found: Explanation, version: str) -> dict[str, Any]:
    """Return an explanation as plain data, as ``schemas/explanation.schema.json`` describes it.

    ``causes`` has each element once, ``whys`` the links between them in reading order.

    >>> from tocmodel.analysis.explanation import explain
    >>> theory = TheoryOfChange(title="Example", conditions={"debt": {"title": "Debt"}})
    >>> to_data(explain(theory, "debt"), "0.1.0")["subject"]["action"]
    'nobody'
    """
    theory = found.theory
    return {
        "tool": {"name": "tocmodel", "version": version},
        **remark_data(theory),
        "subject": _cause(theory, found.subject),
        "causes": [_cause(theory, cause) for cause in found.causes],
        "whys": [_why(theory, why) for why in found.whys],
        "eases": [_why(theory, why) for why in found.eases],
        "effects": [_why(theory, why) for why in found.effects],
        "before": [_whole(link) for link in found.before],
        "after": [_whole(link) for link in found.after],
        "associated": list(found.associated),
        "neglected": list(found.neglected),
        "not_monitored": [cause.id for cause in found.not_monitored],
        "not_monitored_before": [cause.id for cause in found.not_monitored_before],
        "named_loops": [_named_loop(loop) for loop in found.named],
        "loops": [{"path": list(loop.elements), "sign": loop.sign.value} for loop in found.loops],
        "loops_complete": found.loops.complete,
        "bystanders": list(found.bystanders),
        "left_out": found.left_out,
    }


def _whole(link: Link) -> dict[str, str]:
    return {
        "from": link.from_,
        "to": link.to,
        "effect": str(link.effect),
        "because": link.because,
    }


def _named_loop(found: ComparedLoop) -> dict[str, Any]:
    loop = found.loop
    return {
        "id": loop.id,
        "title": loop.title,
        "path": list(found.elements),
        "sign": str(found.sign) if found.sign else None,
        "claimed": str(loop.claimed) if loop.claimed else None,
        "because": loop.because,
    }


def _cause(theory: TheoryOfChange, cause: Cause) -> dict[str, Any]:
    element = theory.element(cause.id)
    scale = getattr(element, "scale", None)
    return {
        "id": cause.id,
        "title": element.title,
        "section": theory.section_of(cause.id),
        "scale": str(scale) if scale else None,
        "level": str(element.level) if element.level else None,
        "origin": str(element.standing) if isinstance(element, HasOrigin) else None,
        "needs": [list(ids) for ids in getattr(element, "needs", ())],
        "steps": cause.steps,
        "has_causes": cause.has_causes,
        "action": cause.action.value if cause.action else None,
        "eased_by": list(cause.eased_by),
        "acted_on_by": list(cause.acted_on_by),
        "instead": list(cause.instead),
        "strengths": [{"id": near.id, "used_by": list(near.used_by)} for near in cause.strengths],
        "actors": [
            {
                "id": actor.id,
                "delivers": list(actor.delivers),
                "decides": list(actor.decides),
                "influence": str(actor.influence) if actor.influence else None,
            }
            for actor in cause.actors
        ],
        "indicators": list(cause.indicators),
        "routinely_monitored": _monitored(cause.routinely_monitored),
        **_weight(theory, cause.weight),
    }


def _monitored(value: bool | Monitoring | None) -> bool | dict[str, Any] | None:
    if isinstance(value, Monitoring):
        return {"before": value.before, "since": value.since or None}
    return value


def _why(theory: TheoryOfChange, why: Why) -> dict[str, Any]:
    return {
        "cause": why.cause,
        "effect": why.effect,
        "because": [link.because for link in why.links if link.because],
        "kinds": [str(link.kind) for link in why.links],
        "effects": [str(link.effect) for link in why.links],
        "voices": [words for link in why.links for words in voice_words(theory, link)],
        "confidence": [link.confidence for link in why.links if link.confidence is not None],
        "strength": [str(link.strength) for link in why.links if link.strength],
        "needed": [str(link.needed) for link in why.links if link.needed],
        "delay": [link.delay for link in why.links if link.delay],
        "origins": [str(link.standing) for link in why.links],
        **_weight(theory, why.weight),
        "told": why.causes_listed.value,
    }


def _weight(theory: TheoryOfChange, weight: WeightOfEvidence) -> dict[str, Any]:
    return {
        "evidence": evidence_data(theory, weight.evidence),
        "neither": evidence_data(theory, weight.neither),
        "contrary": evidence_data(theory, weight.contrary),
    }
