"""The glossary: the words for the parts of a theory and for what is not certain."""

from tocmodel.analysis.figures import located_figures
from tocmodel.documents.blocks import Block, ItemList, bold, runs
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import SECTIONS, Standing
from tocmodel.model.origin import HasOrigin
from tocmodel.schema.vocabulary import vocabulary

_DOUBTS = {
    "Inferred": "Our own reading: no source states it, and nobody has agreed to it yet.",
    "Drafted": "Written by a program, and not yet confirmed by a person.",
    "Critical": "The theory fails where this assumption does not hold.",
    "Withheld": "The figure or the words exist, and are not published.",
    "Forecast": "Expected, and not counted.",
    "Hoped for": "Value that people hope for; nobody has seen it yet.",
}


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the meaning of each kind of entry in use, and of each word for a doubt in use."""
    kinds = {
        vocabulary()[name].title: vocabulary()[name].description
        for name in SECTIONS
        if name != "views" and getattr(subject.theory, name)
    }
    used = _doubts_in_use(subject)
    doubts = {name: meaning for name, meaning in _DOUBTS.items() if name in used}
    terms = sorted({**kinds, **doubts}.items())
    return (ItemList(tuple(runs(bold(f"{name}. "), meaning) for name, meaning in terms)),)


def _doubts_in_use(subject: ReportSubject) -> set[str]:
    theory = subject.theory
    claims = (*theory.elements.values(), *theory.links)
    standings = {item.standing for item in claims if isinstance(item, HasOrigin)}
    found = {
        "Inferred": Standing.INFERRED in standings,
        "Drafted": Standing.DRAFTED in standings,
        "Critical": any(item.critical for item in theory.assumptions.values()),
        "Withheld": any(item.redacted for item in theory.evidence.values()) or _withheld(subject),
        "Forecast": any(
            str(figure.basis) == "forecast"
            for item in theory.indicators.values()
            for figure in item.observations
        ),
        "Hoped for": any(str(item.status) == "hoped" for item in theory.value_creation.values()),
    }
    return {name for name, is_used in found.items() if is_used}


def _withheld(subject: ReportSubject) -> bool:
    return any(item.figure.redacted for item in located_figures(subject.theory))
