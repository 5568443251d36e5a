"""Read the results of IATI activities, versions 2.01 to 2.03: https://iatistandard.org.

An output, outcome or impact becomes an element, and each of its indicators an indicator with its
baseline, targets and actuals. Money, locations and everything else of an activity is left out.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.amounts import figure_of, span_of
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.markup import root_name, xml_file
from tocmodel.conversion.sketch import Sketch, SketchBox
from tocmodel.conversion.tally import Tally
from tocmodel.package import XmlElement

_ROOTS = ("iati-activities", "iati-activity")
_LEVELS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "1": ("outputs", {}),
    "2": ("outcomes", {}),
    "3": ("outcomes", {"horizon": "impact"}),
}
_OLD_TYPES = {"output": "1", "outcome": "2", "impact": "3"}  # of version 1
_OTHER = "other result"
_ROLES = {"1": "funder", "4": "deliverer"}
_MEASURES = {"2": "percent"}
_KINDS = {"1": "output", "2": "outcome", "3": "outcome"}
_NOUNS = {
    "transaction": "transaction",
    "budget": "budget",
    "planned-disbursement": "planned payment",
    "location": "location",
    "document-link": "document",
    "sector": "sector",
}


def recognises(data: bytes, name: str) -> bool:
    """Whether the outermost element is that of IATI activities."""
    return root_name(data) in _ROOTS


def read(data: bytes, name: str) -> Sketch:
    """Read the results of all activities of a file.

    Raises:
        ForeignFileError: it is not an IATI file of activities.
    """
    root = xml_file(data, name)
    if root.name not in _ROOTS:
        raise unreadable(name, "a file of IATI activities is expected", line=root.line)
    activities = [root] if root.name == "iati-activity" else list(root.each("iati-activity"))
    if not activities:
        raise unreadable(name, "the file has no activity", line=root.line)
    reader = _Reader(is_one=len(activities) == 1)
    for number, activity in enumerate(activities, 1):
        reader.activity(activity, number)
    first = activities[0]
    return Sketch(
        title=_words(first.first("title")) if reader.is_one else "",
        description=_words(first.first("description")) if reader.is_one else "",
        boxes=tuple(reader.boxes),
        records={
            section: entries
            for section, entries in (
                ("partners", reader.partners),
                ("indicators", reader.indicators),
            )
            if entries
        },
        theory_keys=_theory_keys(first),
        notes=reader.tally.notes(),
    )


def _theory_keys(activity: XmlElement) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": "results-framework"}
    language = activity.get("lang")
    if language and len(language) <= 35:
        found["language"] = "en-GB" if language == "en" else language
    return found


@frozen
class _Reader:
    is_one: bool
    tally: Tally = field(factory=Tally)
    boxes: list[SketchBox] = field(factory=list)
    indicators: dict[str, dict[str, Any]] = field(factory=dict)
    partners: dict[str, dict[str, Any]] = field(factory=dict)

    def activity(self, activity: XmlElement, number: int) -> None:
        group = "" if self.is_one else _words(activity.first("title")) or f"activity {number}"
        for organisation in activity.each("participating-org"):
            self._partner(organisation)
        for place, result in enumerate(activity.each("result"), 1):
            self._result(result, f"{number}.{place}", group)
        for tag, noun in _NOUNS.items():
            self.tally.lost("{}", noun, sum(1 for _ in activity.each(tag)))

    def _partner(self, organisation: XmlElement) -> None:
        title = _words(organisation) or organisation.get("ref")
        if not title:
            return
        entry = self.partners.setdefault(title, {"title": title})
        if role := _ROLES.get(organisation.get("role")):
            entry.setdefault("role", role)

    def _result(self, result: XmlElement, key: str, group: str) -> None:
        type_ = _OLD_TYPES.get(result.get("type"), result.get("type"))
        section, keys = _LEVELS.get(type_, ("", {}))
        self.boxes.append(
            SketchBox(
                key=key,
                title=_words(result.first("title")),
                section=section,
                style="" if section else _OTHER,
                group=group,
                description=_words(result.first("description")),
                place=f"line {result.line}",
                keys=dict(keys),
            )
        )
        for place, indicator in enumerate(result.each("indicator"), 1):
            self.indicators[f"{key}.{place}"] = self._indicator(indicator, key, type_)
        self.tally.lost("{}", "document", sum(1 for _ in result.within("document-link")))

    def _indicator(self, indicator: XmlElement, key: str, type_: str) -> dict[str, Any]:
        found: dict[str, Any] = {"title": _words(indicator.first("title")) or "(untitled)"}
        if description := _words(indicator.first("description")):
            found["description"] = description
        found["measures"] = [key]
        if unit := _MEASURES.get(indicator.get("measure")):
            found["unit"] = unit
        if ascending := indicator.get("ascending"):
            found["better"] = "higher" if ascending in ("1", "true") else "lower"
        if type_ in _KINDS:
            found["kind"] = _KINDS[type_]
        found["baseline"] = [
            self._figure(item, item.get("iso-date") or item.get("year"))
            for item in indicator.each("baseline")
        ]
        found["target"], found["observations"] = self._periods(indicator)
        return {name: value for name, value in found.items() if value}

    def _periods(self, indicator: XmlElement) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = {"target": [], "actual": []}
        periods = sorted(indicator.each("period"), key=lambda item: _day(item, "period-end"))
        for item in periods:
            when = span_of(_day(item, "period-start"), _day(item, "period-end"))
            for name, figures in found.items():
                seen = (self._figure(figure, when) for figure in item.each(name))
                figures += [figure for figure in seen if figure.keys() & {"value", "comment"}]
        return found["target"], found["actual"]

    def _figure(self, item: XmlElement, when: str) -> dict[str, Any]:
        figure = figure_of(item.get("value"), when)
        comment = _words(item.first("comment"))
        if comment:
            figure["note" if "value" in figure else "comment"] = one_line(
                f"{figure.get('comment', '')} {comment}"
            )
        parts = (f"{part.get('name')}: {part.get('value')}" for part in item.each("dimension"))
        if subgroup := "; ".join(parts):
            figure["subgroup"] = subgroup
        self.tally.lost("{} of figures", "place", sum(1 for _ in item.each("location")))
        return figure


def _day(period: XmlElement, name: str) -> str:
    found = period.first(name)
    return found.get("iso-date") if found is not None else ""


def _words(item: XmlElement | None) -> str:
    """Return the first narrative of an element, in English if it has one; else its own text."""
    if item is None:
        return ""
    narratives = [part for part in item.each("narrative") if part.text.strip()]
    english = [part for part in narratives if part.get("lang", "en").startswith("en")]
    chosen = next(iter(english or narratives), None)
    text = chosen.text if chosen is not None else "".join(_own_text(item))
    return "\n".join(filter(None, (one_line(line) for line in text.split("\n"))))


def _own_text(item: XmlElement) -> Iterator[str]:
    return (part for part in item.content if isinstance(part, str))
