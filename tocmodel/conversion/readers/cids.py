"""Read JSON-LD of the Common Impact Data Standard (CIDS): https://www.commonapproach.org.

A file is one object, a list of objects, or a graph of them; objects may be inside one another.
Names are compared without their prefixes, as programs write them with and without. Links come from
``canProduce``, ``canEnable``, ``hasOutput`` and ``inputFor``, and from tocmodel's own
``toc:CausalLink``, which has what the standard cannot say of a link: its reason and its sign.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.amounts import figure_of, span_of
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.json_data import json_data, starts_as_json
from tocmodel.conversion.linked_data import Thing, local_name, read_things
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally

_SPACE = b"ontology.commonapproach.org"
_SECTIONS = {
    "Outcome": "outcomes",
    "Activity": "interventions",
    "Output": "outputs",
    "Input": "inputs",
    "FinancialInput": "inputs",
    "PhysicalInput": "inputs",
    "SkillInput": "inputs",
    "HumanInput": "inputs",
}
_RISKS = "Risk"  # the end of the names of all its risks, such as EvidenceRisk
_MODELS = ("ImpactPathway", "ImpactModel", "OutcomeChain", "LogicModel", "TheoryOfChange")
_LINKS = {  # the property, and whether the object that has it is the cause
    "canProduce": True,
    "canEnable": True,
    "hasOutput": True,
    "inputFor": True,
    "hasInput": False,
}
_SIGNS = {"increases": "+", "decreases": "-", "unknown": "?"}


def recognises(data: bytes, name: str) -> bool:
    """Whether a JSON file uses the words of the standard."""
    return starts_as_json(data) and _SPACE in data


def read(data: bytes, name: str) -> Sketch:
    """Read outcomes, activities, indicators and the links between them.

    Raises:
        ForeignFileError: it is not JSON, or has no object of the standard.
    """
    things = read_things(json_data(data, name), name)
    if not things:
        raise unreadable(name, "no object in the file has an @id or a @type")
    return _Reader(things).sketch()


@frozen
class _Reader:
    things: Mapping[str, Thing]
    tally: Tally = field(factory=Tally)

    def each(self, *kinds: str) -> Iterator[Thing]:
        return (thing for thing in self.things.values() if set(kinds) & set(thing.kinds))

    def sketch(self) -> Sketch:
        model = next(self.each(*_MODELS), None)
        boxes = list(self._boxes())
        keys = {box.key for box in boxes}
        records = {
            "partners": dict(self._partners()),
            "indicators": dict(self._indicators(keys)),
            "risks": dict(self._risks(keys)),
        }
        self._count_lost()
        return Sketch(
            title=_name(model) if model else "",
            description=model.text("hasDescription") if model else "",
            boxes=tuple(boxes),
            lines=tuple(self._lines(keys)),
            records={section: entries for section, entries in records.items() if entries},
            theory_keys={"imagined": True} if model and "true" in self._imagined(model) else {},
            notes=self.tally.notes(),
        )

    def _imagined(self, model: Thing) -> list[str]:
        return [str(value).lower() for value in model.properties.get("imagined", ())]

    def _boxes(self) -> Iterator[SketchBox]:
        groups = self._groups()
        who = self._who()
        for thing in self.things.values():
            section = next((_SECTIONS[kind] for kind in thing.kinds if kind in _SECTIONS), "")
            own = thing.text("section")
            if not section and "Element" not in thing.kinds:
                continue
            keys: dict[str, Any] = {}
            if horizon := thing.text("horizon"):
                keys["horizon"] = horizon
            if section == "outcomes" and who.get(thing.id):
                keys["who"] = ", ".join(who[thing.id])
            themes = (self.things.get(id_) for id_ in thing.ids("forTheme"))
            yield SketchBox(
                key=thing.id,
                title=_name(thing),
                section=own or section,
                style=next(iter(thing.kinds), ""),
                group=groups.get(thing.id, ""),
                description=_description(thing),
                tags=tuple(_name(theme) for theme in themes if theme is not None),
                place=thing.id,
                keys=keys,
            )

    def _groups(self) -> dict[str, str]:
        """Return the programme or service of each activity."""
        found = {}
        for holder in self.each("Program", "Programme", "Service"):
            for id_ in holder.ids("hasActivity", "hasOutcome", "hasOutput", "hasInput"):
                found[id_] = _name(holder)
        return found

    def _who(self) -> dict[str, list[str]]:
        """Return the people for whom each outcome is."""
        found: dict[str, list[str]] = {}
        for thing in self.each("StakeholderOutcome"):
            people = (self.things.get(id_) for id_ in thing.ids("forStakeholder"))
            names = [_name(person) for person in people if person is not None]
            for id_ in thing.ids("forOutcome"):
                found.setdefault(id_, []).extend(names)
        return found

    def _lines(self, keys: set[str]) -> Iterator[SketchLine]:
        linked = set()
        for thing in self.each("CausalLink"):
            ends = [next(iter(thing.ids(name)), "") for name in ("from", "to")]
            linked.add((ends[0], ends[1]))
            names = ("delay", "strength", "kind")
            yield SketchLine(
                cause=ends[0],
                effect=ends[1],
                sign=_SIGNS.get(thing.text("effect"), ""),
                because=thing.text("because"),
                place=thing.id,
                keys={name: thing.text(name) for name in names if thing.text(name)},
            )
        for thing in self.things.values():
            if thing.id not in keys:
                continue
            for name, is_cause in _LINKS.items():
                for other in thing.ids(name):
                    ends = [thing.id, other] if is_cause else [other, thing.id]
                    if (ends[0], ends[1]) not in linked:
                        linked.add((ends[0], ends[1]))
                        yield SketchLine(cause=ends[0], effect=ends[1], sign="+", place=thing.id)

    def _partners(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for thing in self.each("Organization", "Stakeholder", "BeneficialStakeholder"):
            body: dict[str, Any] = {"title": self._legal_name(thing)}
            if description := _description(thing):
                body["description"] = description
            if "BeneficialStakeholder" in thing.kinds:
                body["role"] = "beneficiary"
            yield thing.id, body

    def _legal_name(self, thing: Thing) -> str:
        name = thing.text("hasLegalName", "hasName")
        named = self.things.get(name)
        return _name(named) if named is not None else _name(thing, name)

    def _indicators(self, keys: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        reports = self._reports()
        measured = self._holders("hasIndicator", keys)
        for thing in self.each("Indicator"):
            of = (*measured.get(thing.id, ()), *thing.ids("forOutcome", "forOutput"))
            body: dict[str, Any] = {
                "title": _name(thing),
                "description": _description(thing),
                "measures": [id_ for id_ in dict.fromkeys(of) if id_ in keys],
                "unit": self._unit(thing),
                "better": thing.text("better"),
            }
            for name, key in (("hasBaseline", "baseline"), ("hasTarget", "target")):
                body[key] = list(self._values(thing.properties.get(name, ())))
            listed = (self.things.get(id_) for id_ in thing.ids("hasIndicatorReport"))
            own = {report.id: report for report in listed if report is not None}
            own |= {report.id: report for report in reports.get(thing.id, ())}
            seen = [self._observation(report) for report in own.values()]
            body["observations"] = [fig for fig in seen if fig.keys() & {"value", "comment"}]
            yield thing.id, {key: value for key, value in body.items() if value}

    def _holders(self, name: str, keys: set[str]) -> dict[str, list[str]]:
        """Return the elements that have an object in a property, by the object."""
        found: dict[str, list[str]] = {}
        for thing in self.things.values():
            if thing.id in keys:
                for id_ in thing.ids(name):
                    found.setdefault(id_, []).append(thing.id)
        return found

    def _reports(self) -> dict[str, list[Thing]]:
        found: dict[str, list[Thing]] = {}
        for report in self.each("IndicatorReport"):
            for id_ in report.ids("forIndicator"):
                found.setdefault(id_, []).append(report)
        return found

    def _unit(self, thing: Thing) -> str:
        unit = thing.text("unit_of_measure", "unitDescription")
        named = self.things.get(unit)
        name = _name(named) if named is not None else local_name(unit)
        return name.replace("_", " ")

    def _observation(self, report: Thing) -> dict[str, Any]:
        days = [report.text(name).partition("T")[0] for name in ("startedAtTime", "endedAtTime")]
        when = span_of(*days)
        found = next(self._values(report.properties.get("value", ()), when), {})
        comment = report.text("hasComment", "hasDescription")
        if comment:
            found["note" if "value" in found else "comment"] = one_line(comment)
        return found

    def _values(self, values: Iterable[Any], when: str = "") -> Iterator[dict[str, Any]]:
        for value in values:
            thing = self.things.get(value) if isinstance(value, str) else None
            inner = thing
            if thing is not None and thing.ids("value"):
                inner = self.things.get(thing.ids("value")[0], thing)
            text = inner.text("numerical_value", "value") if inner is not None else str(value)
            days = [
                thing.text(name).partition("T")[0] if thing else ""
                for name in ("startedAtTime", "endedAtTime")
            ]
            comment = thing.text("hasComment") if thing is not None else ""
            if figure := figure_of(text, when or span_of(*days), comment):
                yield figure

    def _risks(self, keys: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        threatened = self._holders("hasImpactRisk", keys)
        for thing in self.things.values():
            if any(kind.endswith(_RISKS) for kind in thing.kinds):
                body: dict[str, Any] = {
                    "title": _name(thing),
                    "description": _description(thing),
                    "mitigation": thing.text("hasMitigation"),
                    "threatens": threatened.get(thing.id, []),
                }
                yield thing.id, {key: value for key, value in body.items() if value}

    def _count_lost(self) -> None:
        nouns = {
            "ImpactReport": "impact report",
            "Counterfactual": "counterfactual",
            "Code": "code",
            "CharacteristicReport": "report on characteristics",
            "EDGProfile": "profile",
            "TeamProfile": "profile",
            "OrganizationProfile": "profile",
            "FundingStatus": "funding status",
            "Person": "person",
        }
        for kind, noun in nouns.items():
            self.tally.lost("{}", noun, sum(1 for _ in self.each(kind)))


def _description(thing: Thing) -> str:
    """Return the description of an object; where it only repeats the name, none."""
    words = thing.text("hasDescription")
    return "" if words == thing.text("hasName", "hasLegalName") else words


def _name(thing: Thing, otherwise: str = "") -> str:
    """Return the name of an object; else the end of its address, in words."""
    name = thing.text("hasName", "label", "name", "prefLabel") or otherwise
    return one_line(name) or local_name(thing.id).replace("_", " ").replace("-", " ")
