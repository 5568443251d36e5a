"""The legend: every symbol that a diagram uses, and no other."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from tocmodel.diagram.frames import PARTS
from tocmodel.diagram.model import Arrow, Diagram, LegendEntry
from tocmodel.diagram.progress import PROGRESS_COLOURS
from tocmodel.diagram.sentences import VERBS
from tocmodel.diagram.value_status import LEGEND
from tocmodel.graph.relations import NODE_KINDS
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.wording import GUESS_WORDS, say

_MEANINGS: Mapping[str, str] = {
    "partners": "",
    "conditions": "a need or a cause",
    "factors": "what can rise or fall",
    "assets": "a strength of the place",
    "inputs": "a resource used",
    "interventions": "what is done",
    "outputs": "what doing it produces",
    "mechanisms": "why people respond",
    "outcomes": "a change",
    "assumptions": "what must hold",
    "risks": "what may stop it",
    "indicators": "a sign of change",
    "evidence": "",
    "spaces": "",
    "stories": "",
}

BOXES: Mapping[str, str] = {
    **{
        NODE_KINDS[section]: ": ".join(
            filter(None, (SECTION_NAMES[section].one.capitalize(), meaning))
        )
        for section, meaning in _MEANINGS.items()
    },
    "evidence": SECTION_NAMES["evidence"].heading,
    "group": "Group: several elements in one box",
    "undescribed": "Included theory that nobody described",
}
"""The meaning of each kind of box."""

BADGES: Mapping[str, str] = {
    "gap": "What is missing: who acts, or who counts it",
    "indicator": "How change is seen, with the figure of one indicator",
    "evidence": "Evidence of change, or of what brought it about",
    "situation": "Evidence of how things are",
    "delivery": "Evidence of what was done",
    "aim": "Only stated as an aim",
    "unstated": "Cited, without saying what it shows",
    "neither": "No change, or mixed results",
    "against": "What speaks against it",
    "link": "The link that evidence is about",
    "needs": "What it cannot do without",
    "mechanism": "Why people respond",
    "assumption": "What must hold",
    "risk": "What may stop it",
    "partner": "Who takes part, or has a say",
    "category": "Its category",
    "collapsed": "What is in the group",
    "cycle": "About this value",
    "inferred": "Inferred (our reading)",
    "drafted": "Drafted by a program, not yet confirmed",
    **PROGRESS_COLOURS,
}
"""The meaning of each kind of small line in a box."""


ARROWS: Mapping[str, str] = {
    "leads-to": "Leads to",
    "leads-to-factor": "Leads to; more of a factor",
    "raises": "Raises: the more of one, the more of the other",
    **{
        f"leads-to-{guess}": f"Leads to, {BADGES[guess][0].lower()}{BADGES[guess][1:]}"
        for guess in GUESS_WORDS
    },
    "main-story": "Main story",
    "main-story-inferred": "Main story, inferred",
    "reduces": "Reduces",
    "lowers": "Lowers: the more of one, the less of the other",
    "unknown": "Effect is not known",
    "mutual": "Each has an effect on the other",
    "disputed": "Effect is disputed: + raises, − lowers, 0 has none",
    "mixed": "Several links, whose effects differ",
    "feeds-back": "Feeds back",
    **{kind: verb.capitalize() for kind, verb in VERBS.items()},
    "associated": "Goes with: no direction is claimed",
    "bridged": "Leads to, through what is not shown",
    "whole": "At a frame or a whole: something in it",
}
"""The meaning of each kind of arrow."""

FRAMES: Mapping[str, str] = {
    "region": "Region of elements that belong together",
    "across": "Pale arrow: between two regions",
    "parts": "Parts of the one that the frame names",
}
"""The meaning of each kind of frame, and of the arrows between two."""

TREND = "Figures over time; the dashed line is the target"
"""The meaning of a small chart in a box."""

BEYOND = "beyond it others must act too"
"""The meaning of the ceiling of accountability, after its name."""

CHANGES: Mapping[str, str] = {
    "added": "Added since the earlier version",
    "removed": "Removed since then",
    "changed": "Changed since then",
}
"""The meaning of each change mark, in a picture of differences."""


_MOST_DELAYS = 3
"""The legend names no more delays than this."""


def legend(diagram: Diagram, colours: Mapping[str, str]) -> tuple[LegendEntry, ...]:
    """Return the legend of a diagram.

    Args:
        diagram: the diagram.
        colours: the meaning of each colour, where it means something besides the kind.
    """
    return tuple(LegendEntry(sample=sample, text=text) for sample, text in _all(diagram, colours))


UNWANTED: Mapping[str, str] = {
    "outcome": "Unwanted outcome",
    "value_creation": "Unwanted value",
    "outcome-or-value_creation": "Unwanted outcome or value",
}
"""The meaning of a doubled outline, by the kinds of box that have it."""


def _all(diagram: Diagram, colours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    kinds = {box.kind for box in diagram.boxes}
    yield from ((f"box:{kind}", text) for kind, text in BOXES.items() if kind in kinds)
    statuses = {box.status for box in diagram.boxes if box.kind == "value_creation"}
    for status, text in LEGEND.items():
        if status in statuses:
            yield f"value:{status}", text.capitalize()
    unwanted = {box.kind for box in diagram.boxes if box.unwanted}
    if unwanted:
        yield "box:unwanted", UNWANTED["-or-".join(sorted(unwanted))]
    yield from ((f"colour:{key}", text) for key, text in colours.items())
    yield from _arrows(diagram.arrows, {box.id for box in diagram.boxes if box.kind == "factor"})
    marks = {badge.kind for box in diagram.boxes for badge in box.badges}
    marks -= {arrow.guess for arrow in diagram.arrows}  # the arrow has shown the same symbol
    marks |= {kind for arrow in diagram.arrows for kind in arrow.evidence}
    marks -= colours.keys()  # the sample of the colour has the mark too
    yield from ((f"badge:{kind}", text) for kind, text in BADGES.items() if kind in marks)
    if any(badge.trend for box in diagram.boxes for badge in box.badges):
        yield "line:trend", TREND
    yield from _of_map(diagram)
    yield from _delays(diagram)
    if any(cluster.id.endswith(PARTS) for cluster in diagram.clusters):
        yield "frame:parts", FRAMES["parts"]
    changes = {box.change for box in diagram.boxes} | {arrow.change for arrow in diagram.arrows}
    yield from ((f"change:{kind}", text) for kind, text in CHANGES.items() if kind in changes)
    if diagram.ceiling:
        yield "line:ceiling", f"{diagram.ceiling_label}: {BEYOND}"


def delay_words(delays: Iterable[str]) -> str:
    """Return the meaning of the mark of a delay, with how long, where that is a few words.

    >>> delay_words(["two years", "two years", "a term"])
    'Takes time: two years; a term'
    """
    each = dict.fromkeys(delays)
    takes = say("takes-time")
    return f"{takes}: {'; '.join(each)}" if len(each) <= _MOST_DELAYS else takes


def _of_map(diagram: Diagram) -> Iterator[tuple[str, str]]:
    """The meaning of shades and pale arrows in a map."""
    if diagram.layout == "map" and diagram.clusters:
        yield "frame:region", FRAMES["region"]
        within = {box.id: box.cluster for box in diagram.boxes}
        if any(within.get(arrow.from_) != within.get(arrow.to) for arrow in diagram.arrows):
            yield "arrow:across", FRAMES["across"]


def _delays(diagram: Diagram) -> Iterator[tuple[str, str]]:
    """The meaning of the mark of a delay; but in a map, how long it takes is at each arrow."""
    delays = [arrow.delay for arrow in diagram.arrows if arrow.delay]
    if delays:
        words = delay_words(delays) if diagram.layout == "map" else say("takes-time")
        yield "line:delay", words


def _leads_to(arrows: list[Arrow], factors: Collection[str]) -> str:
    """The meaning of a plain arrow, whose effect may be a factor: more of one, more of another."""
    to_factors = [arrow.to in factors and arrow.effect == "increases" for arrow in arrows]
    if all(to_factors):
        return ARROWS["raises"]
    return ARROWS["leads-to-factor" if any(to_factors) else "leads-to"]


def _reduces(arrows: list[Arrow], factors: Collection[str]) -> str:
    return ARROWS["lowers" if all(arrow.to in factors for arrow in arrows) else "reduces"]


def _arrows(arrows: tuple[Arrow, ...], factors: Collection[str]) -> Iterator[tuple[str, str]]:
    if any(not arrow.guess for arrow in _leading(arrows)):
        yield "arrow:causal", _leads_to(_leading(arrows), factors)
    if any(arrow.main and not arrow.guess for arrow in arrows):
        yield "arrow:main", ARROWS["main-story"]
    if any(arrow.main and arrow.guess for arrow in arrows):
        yield "arrow:main-inferred", ARROWS["main-story-inferred"]
    reducing = [arrow for arrow in arrows if arrow.effect == "decreases"]
    if any(arrow.kind != "threatens" for arrow in reducing):
        yield "arrow:decreases", _reduces(reducing, factors)
    yield from _relations(arrows)
    if any(arrow.feedback for arrow in arrows):
        yield "arrow:feedback", ARROWS["feeds-back"]
    kinds = {arrow.kind for arrow in arrows if not arrow.feedback}
    for kind in VERBS:
        if kind in kinds and kind != "associated":
            yield f"arrow:{kind}", ARROWS[kind]
    if "bridged" in kinds:
        yield "arrow:bridged", ARROWS["bridged"]
    yield from _guesses(arrows)
    if any(arrow.from_whole or arrow.to_whole for arrow in arrows if arrow.kind != "uses"):
        yield "arrow:whole", ARROWS["whole"]


def _relations(arrows: tuple[Arrow, ...]) -> Iterator[tuple[str, str]]:
    """The meaning of arrows that are no one-way cause, or whose effect is not agreed."""
    kinds, effects = {arrow.kind for arrow in arrows}, {arrow.effect for arrow in arrows}
    for sample in _RELATIONS:
        if sample in kinds or sample in effects:
            yield f"arrow:{sample}", ARROWS[sample]


_RELATIONS = ("unknown", "mutual", "associated", "disputed", "mixed")


def _leading(arrows: tuple[Arrow, ...]) -> list[Arrow]:
    """The arrows that mean only that one thing leads to another."""
    plain = (arrow for arrow in arrows if arrow.kind == "causal" and not arrow.feedback)
    return [arrow for arrow in plain if arrow.effect != "decreases"]


def _guesses(arrows: tuple[Arrow, ...]) -> Iterator[tuple[str, str]]:
    """The meaning of a hollow head, and of its line where no other arrow shows that."""
    guesses = {arrow.guess for arrow in _leading(arrows)}
    for guess in GUESS_WORDS:
        if any(arrow.guess == guess for arrow in arrows):
            alone = guess in guesses and "" not in guesses
            yield f"arrow:{guess}", ARROWS[f"leads-to-{guess}"] if alone else BADGES[guess]
