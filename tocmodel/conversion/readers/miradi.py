"""Read Miradi projects (.xmpz2): results chains and conceptual models, indicators, measurements.

The schema is at http://xml.miradi.org/schema/ConservationProject. A diagram shows *diagram
factors*, each of which wraps a strategy, a result or the like. The two ends of a link are named
after the kind of what is wrapped (``<StrategyId>``), but have the number of the diagram factor.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from attrs import field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.amounts import figure_of
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.markup import ForeignLimits, refusals
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally
from tocmodel.package import Package, XmlElement, part_tree

_PART = "project.xml"


@frozen(kw_only=True)
class ProjectLimits(ForeignLimits):
    """The limits for a Miradi project, most of which are its pictures."""

    noun: ClassVar[str] = "Miradi project"
    saved_as: ClassVar[str] = "a Miradi project (.xmpz2)"
    size: int = 64 * 1024 * 1024
    tags: int = 1_000_000


LIMITS = ProjectLimits()

_KINDS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "Strategy": ("interventions", {}),
    "Task": ("interventions", {}),
    "IntermediateResult": ("outcomes", {}),
    "ThreatReductionResult": ("outcomes", {}),
    "BiophysicalResult": ("outcomes", {}),
    "BiodiversityTarget": ("outcomes", {"horizon": "impact"}),
    "HumanWellbeingTarget": ("outcomes", {"horizon": "impact"}),
    "SubTarget": ("outcomes", {"horizon": "impact"}),
    "Cause": ("conditions", {}),
    "Stress": ("conditions", {}),
    "BiophysicalFactor": ("conditions", {}),
    "Assumption": ("assumptions", {}),
    "SubAssumption": ("assumptions", {}),
    "Output": ("outputs", {}),
}
"""The section of each kind of factor, and what its kind says besides."""

_WORDS = {
    "IntermediateResult": "intermediate result",
    "ThreatReductionResult": "threat reduction result",
    "BiophysicalResult": "biophysical result",
    "BiodiversityTarget": "biodiversity target",
    "HumanWellbeingTarget": "human wellbeing target",
    "SubTarget": "nested target",
    "Task": "activity",
    "BiophysicalFactor": "biophysical factor",
    "SubAssumption": "assumption",
}

_OTHER_NAMES = {"Activity": "Task", "MonitoringActivity": "Task"}
_AIMS = ("Objective", "Goal")


def recognises(data: bytes, name: str) -> bool:
    """Whether an archive has the parts of a Miradi project."""
    return data.startswith(b"PK") and _PART.encode() in data and b"[Content_Types]" not in data


def read(data: bytes, name: str) -> Sketch:
    """Read the diagrams of a project with their indicators.

    Raises:
        ForeignFileError: it is not a Miradi project, is damaged, or exceeds a limit.
    """
    with refusals(name):
        root = part_tree(Package(data, LIMITS), _PART)
    if root.name != "ConservationProject":
        raise unreadable(name, "the archive has no Miradi project in it")
    return _Project(root).sketch()


@frozen
class _Project:
    root: XmlElement
    tally: Tally = field(factory=Tally)
    objects: dict[tuple[str, str], XmlElement] = field(factory=dict)
    used: dict[str, None] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for pool in self.root.each():
            if pool.name.endswith("Pool"):
                for item in pool.each():
                    self.objects[item.name, item.get("Id")] = item

    def sketch(self) -> Sketch:
        boxes: dict[str, SketchBox] = {}
        lines: list[SketchLine] = []
        shown: dict[str, str] = {}
        for diagram in self._diagrams():
            title = self._name(diagram)
            shown |= self._shown(diagram, title, boxes)
        for diagram in self._diagrams():
            lines += self._links(diagram, shown)
        indicators = dict(self._indicators(boxes))
        self._count_lost()
        summary = self.root.first("ProjectSummary")
        return Sketch(
            title=_text(summary, "ProjectSummaryProjectName"),
            description=_text(summary, "ProjectSummaryProjectDescription")
            or _text(summary, "ProjectSummaryProjectVision"),
            boxes=tuple(boxes.values()),
            lines=tuple(_once(lines)),
            records={"indicators": indicators} if indicators else {},
            notes=self.tally.notes(),
        )

    def _diagrams(self) -> Iterator[XmlElement]:
        for kind in ("ResultsChain", "ConceptualModel"):
            yield from (item for (name, _), item in self.objects.items() if name == kind)

    def _name(self, item: XmlElement) -> str:
        words = _text(item, f"{item.name}Name")
        mark = _text(item, f"{item.name}Identifier")
        return words or mark

    def _shown(
        self, diagram: XmlElement, title: str, boxes: dict[str, SketchBox]
    ) -> dict[str, str]:
        """Add the boxes of a diagram; return the box of each of its diagram factors."""
        found = {}
        holder = diagram.first(f"{diagram.name}DiagramFactorIds")
        for id_ in holder.each("DiagramFactorId") if holder is not None else ():
            factor = self.objects.get(("DiagramFactor", id_.text.strip()))
            inner = _wrapped(factor)
            if inner is None or factor is None:
                continue
            kind, number = inner.name.removesuffix("Id"), inner.text.strip()
            kind = _OTHER_NAMES.get(kind, kind)
            item = self.objects.get((kind, number))
            if kind not in _KINDS or item is None:
                noun = {"TextBox": "text box", "GroupBox": "group box", "ScopeBox": "scope box"}
                self.tally.lost("{}", noun.get(kind, "other factor"))
                continue
            key = f"{kind} {number}"
            found[id_.text.strip()] = key
            if key not in boxes:
                group = title if diagram.name == "ResultsChain" else ""
                boxes[key] = self._box(key, kind, item, factor, group)
        return found

    def _box(
        self, key: str, kind: str, item: XmlElement, factor: XmlElement, group: str
    ) -> SketchBox:
        section, keys = _KINDS[kind]
        point = factor.first("DiagramFactorLocation", "DiagramPoint")
        position = _position(point)
        notes = [_text(item, f"{kind}{name}") for name in ("Comments", "EvidenceNotes")]
        body: dict[str, Any] = dict(keys)
        if joined := "\n".join(filter(None, notes)):
            body["notes"] = joined
        if aims := {aim.lower(): words for aim in _AIMS if (words := self._aims(item, aim))}:
            body["fields"] = aims
        return SketchBox(
            key=key,
            title=self._name(item),
            section=section,
            style=_WORDS.get(kind, kind.lower()),
            group=group,
            description=_text(item, f"{kind}Details"),
            position=position,
            place=f"{kind} {item.get('Id')}",
            keys=body,
        )

    def _aims(self, item: XmlElement, kind: str) -> str:
        """Return the objectives or the goals of a factor, in words."""
        ids = (id_.text.strip() for id_ in item.within(f"{kind}Id"))
        aims = filter(None, (self.objects.get((kind, id_)) for id_ in ids))
        return "\n".join(_text(aim, f"{kind}Details") or self._name(aim) for aim in aims)

    def _links(self, diagram: XmlElement, shown: Mapping[str, str]) -> Iterator[SketchLine]:
        holder = diagram.first(f"{diagram.name}DiagramLinkIds")
        for id_ in holder.each("DiagramLinkId") if holder is not None else ():
            link = self.objects.get(("DiagramLink", id_.text.strip()))
            if link is None:
                continue
            ends = [_end(link, f"DiagramLink{side}DiagramFactorId") for side in ("From", "To")]
            cause, effect = (shown.get(end, "") for end in ends)
            if not cause or not effect:
                self.tally.lost("{} to or from a group box or a text box", "link")
                continue
            keys: dict[str, Any] = {}
            if link.text_of("DiagramLinkIsBidirectionalLink") == "true":
                keys["kind"] = "mutual"
            if link.text_of("DiagramLinkIsUncertainLink") == "true":
                keys["confidence"] = "low"
                self.tally.guessed("{} given low confidence", "uncertain link")
            yield SketchLine(
                cause=cause,
                effect=effect,
                because=_text(link, "DiagramLinkAnnotation"),
                place=f"DiagramLink {link.get('Id')}",
                keys=keys,
            )

    def _indicators(
        self, boxes: Mapping[str, SketchBox]
    ) -> Iterator[tuple[str, Mapping[str, Any]]]:
        measured = self._measured(boxes)
        for (kind, number), item in self.objects.items():
            if kind != "Indicator":
                continue
            body: dict[str, Any] = {"title": self._name(item) or f"Indicator {number}"}
            if details := _text(item, "IndicatorDetails"):
                body["description"] = details
            if measured.get(number):
                body["measures"] = list(measured[number])
            if unit := _text(item, "IndicatorUnit"):
                body["unit"] = unit
            body |= self._figures(item)
            yield f"Indicator {number}", body

    def _measured(self, boxes: Mapping[str, SketchBox]) -> dict[str, dict[str, None]]:
        """Return the boxes that each indicator is a sign of, directly or by way of an aim."""
        found: dict[str, dict[str, None]] = {}
        for key in boxes:
            kind, _, number = key.partition(" ")
            item = self.objects[kind, number]
            aims = [item]
            for aim in (*_AIMS, "KeyEcologicalAttribute"):
                ids = (id_.text.strip() for id_ in item.within(f"{aim}Id"))
                aims += filter(None, (self.objects.get((aim, id_)) for id_ in ids))
            for holder in aims:
                for id_ in holder.within("IndicatorId"):
                    found.setdefault(id_.text.strip(), {})[key] = None
        return found

    def _figures(self, item: XmlElement) -> dict[str, Any]:
        seen = []
        for id_ in item.within("MeasurementId"):
            found = self.objects.get(("Measurement", id_.text.strip()))
            if found is not None:
                note = _text(found, "MeasurementDetail")
                when = found.text_of("MeasurementDate")
                seen.append(figure_of(_text(found, "MeasurementMeasurementValue"), when, note))
        ids = (id_.text.strip() for id_ in item.within("FutureStatusId"))
        aims = list(filter(None, (self.objects.get(("FutureStatus", id_)) for id_ in ids)))
        found_figures: dict[str, Any] = {}
        if aims:
            found_figures["target"] = [
                figure_of(
                    _text(aim, "FutureStatusSummary"),
                    aim.text_of("FutureStatusDate"),
                    _text(aim, "FutureStatusDetails"),
                )
                for aim in sorted(aims, key=lambda aim: aim.text_of("FutureStatusDate"))
            ]
        seen = [figure for figure in seen if figure.keys() & {"value", "comment"}]
        if seen:
            found_figures["observations"] = seen
        return {key: figure for key, figure in found_figures.items() if figure}

    def _count_lost(self) -> None:
        nouns = {
            "ResourceAssignment": "staff assignment",
            "ExpenseAssignment": "expense",
            "ProgressReport": "progress report",
            "Taxonomy": "taxonomy",
        }
        for kind, noun in nouns.items():
            self.tally.lost("{}", noun, sum(name == kind for name, _ in self.objects))


def _wrapped(factor: XmlElement | None) -> XmlElement | None:
    path = "DiagramFactorWrappedFactorId", "WrappedByDiagramFactorId"
    found = factor.first(*path) if factor is not None else None
    return next(found.each(), None) if found is not None else None


def _end(link: XmlElement, name: str) -> str:
    """Return the diagram factor at an end: the number is its own, whatever the tag names."""
    inner = link.first(name, "LinkableFactorId")
    wrapped = next(inner.each(), None) if inner is not None else None
    return wrapped.text.strip() if wrapped is not None else ""


def _once(lines: list[SketchLine]) -> Iterator[SketchLine]:
    """Yield the lines; one that several diagrams show only once."""
    seen = set()
    for line in lines:
        if (line.cause, line.effect) not in seen:
            seen.add((line.cause, line.effect))
            yield line


def _position(point: XmlElement | None) -> tuple[float, float] | None:
    try:
        return (float(point.text_of("x")), float(point.text_of("y"))) if point is not None else None
    except ValueError:
        return None


def _text(item: XmlElement | None, name: str) -> str:
    """Return the words of a field, which may be HTML, each block on a line of its own."""
    found = item.first(name) if item is not None else None
    if found is None:
        return ""
    pieces: list[str] = []
    waiting: list[str | XmlElement] = list(reversed(found.content))
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        if part.name in ("br", "div", "p", "li"):
            pieces.append("\n")
        waiting.extend(reversed(part.content))
    lines = (one_line(line) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))
