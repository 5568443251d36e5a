"""Write the outputs and outcomes of a theory as the results of an IATI activity, version 2.03.

The standard is at https://iatistandard.org. A result needs an indicator there, a figure a period,
and an activity much that no theory has, such as its identifier. ``FILL_IN`` stands where somebody
must write it before the file is published.
"""

from collections.abc import Iterator

from tocmodel.conversion.losses import Holds, losses
from tocmodel.conversion.sketch import Note, Remark
from tocmodel.conversion.writers.figure_remarks import figure_remark
from tocmodel.conversion.writers.xml_document import Tag, xml_document
from tocmodel.model import Figure, Indicator, Partner, TheoryOfChange
from tocmodel.model.choices import Better, Horizon, Role
from tocmodel.model.period import Period, period
from tocmodel.wording import counted, imagined_words, remark_words

FILL_IN = "TO BE FILLED IN"

HOLDS = Holds(
    theory=frozenset(("title", "summary", "imagined", "language", "kind")),
    sections={
        "partners": frozenset(("title", "role")),
        "outputs": frozenset(("title", "description")),
        "outcomes": frozenset(("title", "description", "horizon")),
        "indicators": frozenset(
            (
                *("title", "description", "measures", "unit", "better", "kind"),
                *("baseline", "target", "observations"),
            )
        ),
    },
)
_ROLES = {Role.FUNDER: "1", Role.LEAD: "2", Role.DELIVERER: "4"}
_PERCENT = ("percent", "%", "per cent")


def write(theory: TheoryOfChange) -> str:
    """Return the results as a file with one activity."""
    imagined = imagined_words(theory)
    title = f"{theory.title} ({imagined})" if imagined else theory.title
    organisations = tuple(_organisations(theory)) or (
        Tag("participating-org", {"role": FILL_IN}, (_narrative(FILL_IN),)),
    )
    activity = Tag(
        "iati-activity",
        {"xml:lang": theory.language.partition("-")[0]},
        (
            Tag("iati-identifier", content=(FILL_IN,)),
            Tag("reporting-org", {"ref": FILL_IN, "type": FILL_IN}, (_narrative(FILL_IN),)),
            _words("title", title),
            _words("description", theory.summary or theory.title),
            *organisations,
            Tag("activity-status", {"code": FILL_IN}),
            *_dates(theory),
            *(_result(theory, id_) for id_ in _results(theory)),
        ),
    )
    return xml_document(
        Tag("iati-activities", {"version": "2.03"}, (activity,)), remark_words(theory)
    )


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what the file cannot hold, and what somebody must fill in."""
    written = set(_results(theory))
    bare = sum(id_ not in written for id_ in (*theory.outputs, *theory.outcomes))
    undated = sum(_undated(indicator) for indicator in theory.indicators.values())
    notes = [*losses(theory, HOLDS)]
    if theory.links:
        notes.append(_lost("the links between results: IATI has none"))
    if bare:
        notes.append(
            _lost(
                f"{counted(bare, 'output or outcome', 'outputs or outcomes')} without an indicator"
            )
        )
    if undated:
        notes.append(_lost(f"{counted(undated, 'figure')} without a period"))
    message = (
        f"what an activity needs and a theory does not have is '{FILL_IN}': identifiers, status"
    )
    if not any(True for _ in _dates(theory)):
        message += "; a date of the activity is missing"
    return (*notes, Note(remark=Remark.GUESSED, message=message))


def _lost(message: str) -> Note:
    return Note(remark=Remark.LOST, message=message)


def _narrative(text: str) -> Tag:
    return Tag("narrative", content=(text,))


def _words(name: str, text: str) -> Tag:
    return Tag(name, content=(_narrative(text),))


def _organisations(theory: TheoryOfChange) -> Iterator[Tag]:
    for partner in theory.partners.values():
        if role := _role(partner):
            yield Tag("participating-org", {"role": role}, (_narrative(partner.title),))


def _role(partner: Partner) -> str:
    return _ROLES.get(partner.role, "") if partner.role else ""


def _dates(theory: TheoryOfChange) -> Iterator[Tag]:
    """Yield the planned start and end: the first and the last day of its interventions."""
    starts = [period(item.starts) for item in theory.interventions.values() if item.starts]
    first = min((known.start for known in starts if known), default=None)
    if first is not None:
        yield Tag("activity-date", {"type": "1", "iso-date": first.isoformat()})
    ends = [period(item.ends) for item in theory.interventions.values() if item.ends]
    last = max((known.end for known in ends if known), default=None)
    if first is not None and last is not None:
        yield Tag("activity-date", {"type": "3", "iso-date": last.isoformat()})


def _results(theory: TheoryOfChange) -> Iterator[str]:
    """Yield the outputs and outcomes with an indicator."""
    measured = {id_ for item in theory.indicators.values() for id_ in item.measures}
    yield from (id_ for id_ in (*theory.outputs, *theory.outcomes) if id_ in measured)


def _result(theory: TheoryOfChange, id_: str) -> Tag:
    element = theory.element(id_)
    type_ = "1"
    if id_ in theory.outcomes:
        type_ = "3" if theory.outcomes[id_].horizon is Horizon.IMPACT else "2"
    described = (_words("description", element.description),) if element.description else ()
    indicators = (_indicator(item) for item in theory.indicators.values() if id_ in item.measures)
    return Tag("result", {"type": type_}, (_words("title", element.title), *described, *indicators))


def _indicator(indicator: Indicator) -> Tag:
    own = {"measure": _measure(indicator)}
    if indicator.better:
        own["ascending"] = "1" if indicator.better is Better.HIGHER else "0"
    described = (_words("description", indicator.description),) if indicator.description else ()
    content = (
        _words("title", indicator.title),
        *described,
        *_baseline(indicator),
        *_periods(indicator),
    )
    return Tag("indicator", own, content)


def _measure(indicator: Indicator) -> str:
    """Return the code of what is measured: a share, a number, or something in words."""
    if indicator.unit.casefold() in _PERCENT:
        return "2"
    figures = _figures(indicator)
    return "5" if figures and not any(figure.has_number for figure in figures) else "1"


def _baseline(indicator: Indicator) -> Iterator[Tag]:
    for figure in indicator.baseline:
        when = _when(figure)
        if when is not None:
            own = {"year": str(when.start.year), "iso-date": when.start.isoformat()}
            yield Tag("baseline", own | _value(figure), tuple(_remarks(figure, indicator.unit)))


def _periods(indicator: Indicator) -> Iterator[Tag]:
    """Yield the periods in their order, each with its target and what was seen."""
    found: dict[tuple[str, str], list[tuple[str, Figure]]] = {}
    targets = [("target", item) for item in indicator.target]
    for name, figure in (*targets, *(("actual", item) for item in indicator.observations)):
        when = _when(figure)
        if when is not None:
            found.setdefault(_days(when), []).append((name, figure))
    for (start, end), held in sorted(found.items()):
        tags = sorted(held, key=lambda pair: pair[0] != "target")
        yield Tag(
            "period",
            content=(
                Tag("period-start", {"iso-date": start}),
                Tag("period-end", {"iso-date": end}),
                *(
                    Tag(name, _value(figure), tuple(_remarks(figure, indicator.unit)))
                    for name, figure in tags
                ),
            ),
        )


def _days(when: Period) -> tuple[str, str]:
    return when.start.isoformat(), when.end.isoformat()


def _value(figure: Figure) -> dict[str, str]:
    return {"value": str(figure.value)} if figure.value is not None else {}


def _remarks(figure: Figure, unit: str) -> Iterator[Tag]:
    """Yield a figure's subgroup, and in words all that is not its value."""
    if figure.subgroup:
        yield Tag("dimension", {"name": "group", "value": figure.subgroup})
    if words := figure_remark(figure, unit):
        yield _words("comment", words)


def _undated(indicator: Indicator) -> int:
    return sum(_when(figure) is None for figure in _figures(indicator))


def _figures(indicator: Indicator) -> tuple[Figure, ...]:
    return (*indicator.baseline, *indicator.target, *indicator.observations)


def _when(figure: Figure) -> Period | None:
    """Return when a figure is of; a figure that its source withholds is not written."""
    return None if figure.redacted else period(figure.period)
