"""Write a theory as JSON-LD of the Common Impact Data Standard (CIDS) 3.2.

The standard is at https://www.commonapproach.org. Names without a prefix are those of its published
context. Names that the context lacks have their prefix, as they would vanish without it:
``partOf``, ``hasTarget``, ``dateCreated``. The standard has nothing to say of a link, so each link
also is a ``toc:CausalLink`` of tocmodel, with its reason and its effect.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tocmodel.conversion.losses import Holds, links_between, losses
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers.figure_remarks import figure_remark
from tocmodel.fileformat.dumping import stated_data
from tocmodel.model import Figure, Indicator, Link, TheoryOfChange
from tocmodel.model.choices import Role
from tocmodel.model.period import period
from tocmodel.render.json import json_text
from tocmodel.wording import imagined_words, note_with

CONTEXT = "https://ontology.commonapproach.org/contexts/cidsContext.jsonld"
TERMS = "urn:tocmodel:terms#"

_CLASSES = {
    "inputs": "cids:Input",
    "interventions": "cids:Activity",
    "outputs": "cids:Output",
    "outcomes": "cids:Outcome",
}
_OTHERS = ("conditions", "factors", "assets", "mechanisms", "assumptions")
_ABOUT = ("title", "description")
_LINK_KEYS = ("because", "delay", "strength", "kind")
HOLDS = Holds(
    theory=frozenset(("title", "summary", "imagined")),
    sections={
        **dict.fromkeys((*_CLASSES, *_OTHERS), frozenset((*_ABOUT, "horizon", "group", "who"))),
        "groups": frozenset(_ABOUT),
        "partners": frozenset((*_ABOUT,)),
        "risks": frozenset((*_ABOUT, "mitigation", "threatens")),
        "indicators": frozenset(
            (*_ABOUT, "measures", "unit", "better", "baseline", "target", "observations")
        ),
    },
    links=frozenset((*_LINK_KEYS, "effect")),
)


def write(theory: TheoryOfChange) -> str:
    """Return the theory as a list of objects, each with an address within the file."""
    objects = (
        _model(theory),
        *_organisations(theory),
        *_elements(theory),
        *_risks(theory),
        *(thing for item in theory.indicators.values() for thing in _indicator(theory, item)),
        *(
            _link(number, link)
            for number, link in enumerate(links_between(theory, HOLDS.sections), 1)
        ),
    )
    context = [CONTEXT, {"toc": TERMS}]
    return json_text({"@context": context, "@graph": [_filled(item) for item in objects]})


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what CIDS cannot hold."""
    return losses(theory, HOLDS)


def _filled(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value not in ("", None, [])}


def _address(id_: str) -> str:
    return f"#{id_}"


def _addresses(ids: Any) -> list[str]:
    return [_address(id_) for id_ in ids]


def _model(theory: TheoryOfChange) -> dict[str, Any]:
    imagined = imagined_words(theory)
    agreed = theory.revision.agreed_on if theory.revision else ""
    return {
        "@id": "#theory",
        "@type": "cids:ImpactPathway",
        "hasName": f"{theory.title} ({imagined})" if imagined else theory.title,
        "hasDescription": note_with(theory.summary, theory),
        "sch:dateCreated": agreed,
        "hasActivity": _addresses(theory.interventions),
        "hasOutput": _addresses(theory.outputs),
        "hasOutcome": _addresses(theory.outcomes),
        "hasIndicator": _addresses(theory.indicators),
    }


def _organisations(theory: TheoryOfChange) -> Iterator[dict[str, Any]]:
    for id_, partner in theory.partners.items():
        served = partner.role in (Role.BENEFICIARY, Role.PARTICIPANT)
        yield {
            "@id": _address(id_),
            "@type": "cids:BeneficialStakeholder" if served else "cids:Organization",
            ("hasName" if served else "org:hasLegalName"): partner.title,
            "hasDescription": partner.description or partner.title,
        }
    for id_, group in theory.groups.items():
        members = [member for member, item in theory.interventions.items() if item.group == id_]
        yield {
            "@id": _address(id_),
            "@type": "cids:Service",
            "hasName": group.title,
            "hasDescription": group.description or group.title,
            "hasActivity": _addresses(members),
        }


def _elements(theory: TheoryOfChange) -> Iterator[dict[str, Any]]:
    effects: dict[str, list[str]] = {}
    for link in theory.links:
        effects.setdefault(link.from_, []).append(link.to)
    threats: dict[str, list[str]] = {}
    for risk, item in theory.risks.items():
        for id_ in item.threatens:
            threats.setdefault(id_, []).append(risk)
    signs: dict[str, list[str]] = {}
    for sign, indicator in theory.indicators.items():
        for id_ in indicator.measures:
            signs.setdefault(id_, []).append(sign)
    for section in (*_CLASSES, *_OTHERS):
        for id_ in getattr(theory, section):
            yield {
                **_element(theory, section, id_),
                "canProduce": _produced(theory, section, effects.get(id_, ())),
                "hasIndicator": _addresses(signs.get(id_, ())),
                "hasImpactRisk": _addresses(threats.get(id_, ())),
            }


def _produced(theory: TheoryOfChange, section: str, effects: Any) -> list[str]:
    """Return the outputs and outcomes that an element of the standard leads to."""
    if section not in _CLASSES:
        return []
    known = (*theory.outputs, *theory.outcomes)
    return _addresses(dict.fromkeys(id_ for id_ in effects if id_ in known))


def _element(theory: TheoryOfChange, section: str, id_: str) -> dict[str, Any]:
    element = theory.element(id_)
    return {
        "@id": _address(id_),
        "@type": _CLASSES.get(section, "toc:Element"),
        "hasName": element.title,
        "hasDescription": element.description or element.title,
        "toc:section": "" if section in _CLASSES else section,
        "toc:horizon": getattr(element, "horizon", "") or "",
        "toc:who": getattr(element, "who", ""),
        "oep:partOf": _address(element.group) if element.group else "",
    }


def _risks(theory: TheoryOfChange) -> Iterator[dict[str, Any]]:
    for id_, risk in theory.risks.items():
        yield {
            "@id": _address(id_),
            "@type": "cids:ExternalRisk" if risk.external else "cids:ImpactRisk",
            "hasName": risk.title,
            "hasDescription": risk.description or risk.title,
            "hasMitigation": risk.mitigation,
        }


def _indicator(theory: TheoryOfChange, item: Indicator) -> Iterator[dict[str, Any]]:
    outcomes = [id_ for id_ in item.measures if id_ in theory.outcomes]
    reports = [
        (f"{item.id}/report-{number}", figure)
        for number, figure in enumerate(_shown(item.observations), 1)
    ]
    yield {
        "@id": _address(item.id),
        "@type": "cids:Indicator",
        "hasName": item.title,
        "hasDescription": item.description or item.title,
        "i72:unit_of_measure": item.unit,
        "toc:better": item.better.value if item.better else "",
        "forOutcome": _addresses(outcomes),
        "hasBaseline": [_measure(figure, item.unit) for figure in _shown(item.baseline)],
        "cids:hasTarget": [_measure(figure, item.unit) for figure in _shown(item.target)],
        "hasIndicatorReport": [_address(id_) for id_, _ in reports],
    }
    for id_, figure in reports:
        yield {
            "@id": _address(id_),
            "@type": "cids:IndicatorReport",
            "forIndicator": _address(item.id),
            "i72:unit_of_measure": item.unit,
            **_reported(figure, item.unit),
        }


def _shown(figures: Iterable[Figure]) -> Iterator[Figure]:
    return (figure for figure in figures if not figure.redacted)


def _measure(figure: Figure, unit: str) -> dict[str, Any]:
    reported = _reported(figure, unit)
    value = reported.pop("i72:value", None) or {"@type": "i72:Measure"}
    return {**value, **reported}


def _reported(figure: Figure, unit: str) -> dict[str, Any]:
    """Return a figure: its value, its first and last day, and in words what else it says."""
    found: dict[str, Any] = {}
    if figure.value is not None:
        value = {"@type": "i72:Measure", "i72:numerical_value": str(figure.value)}
        found["i72:value"] = value
    when = period(figure.period) if figure.period else None
    if when is not None:
        found["prov:startedAtTime"] = _moment(f"{when.start.isoformat()}T00:00:00Z")
        found["prov:endedAtTime"] = _moment(f"{when.end.isoformat()}T23:59:59Z")
    remark = figure_remark(figure, unit)
    if words := "; ".join(filter(None, (remark, figure.subgroup))):
        found["hasComment"] = words
    return found


def _moment(text: str) -> dict[str, str]:
    return {"@type": "xsd:dateTime", "@value": text}


def _link(number: int, link: Link) -> dict[str, Any]:
    data = stated_data(link)
    return {
        "@id": _address(f"link-{number}"),
        "@type": "toc:CausalLink",
        "toc:from": {"@id": _address(link.from_)},
        "toc:to": {"@id": _address(link.to)},
        "toc:effect": link.effect.value,
        **{f"toc:{key}": data[key] for key in _LINK_KEYS if key in data},
    }
