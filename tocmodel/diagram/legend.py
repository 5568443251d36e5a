"""The legend: every sign that a diagram uses, and no other."""

from collections.abc import Iterator, Mapping

from tocmodel.diagram.parts import Arrow, Diagram, LegendEntry
from tocmodel.diagram.value_status import LEGEND
from tocmodel.diagram.words import VERBS
from tocmodel.wording import GUESS_WORDS

BOXES: Mapping[str, str] = {
    "partner": "Partner",
    "condition": "Condition: a need or a cause",
    "asset": "Asset: a strength of the place",
    "input": "Input: a resource used",
    "intervention": "Intervention: what is done",
    "output": "Output: what doing it produces",
    "mechanism": "Mechanism: why people respond",
    "outcome": "Outcome: a change",
    "assumption": "Assumption: what must hold",
    "risk": "Risk: what may stop it",
    "indicator": "Indicator: a sign of change",
    "evidence": "Evidence",
    "space": "Learning space",
    "story": "Story",
    "group": "Group: several elements in one box",
}
"""What each kind of box is."""

BADGES: Mapping[str, str] = {
    "gap": "What is missing: who acts, or who counts it",
    "indicator": "How change is seen, with a figure of one indicator",
    "evidence": "Evidence of change, or of what brought it about",
    "situation": "Evidence of how things are",
    "delivery": "Evidence of what was done",
    "aim": "Only stated as an aim",
    "unstated": "Cited, without saying what it shows",
    "neither": "No change, or not clear",
    "against": "What speaks against it",
    "link": "The link that evidence is about",
    "mechanism": "Why people respond",
    "assumption": "What must hold",
    "risk": "What may stop it",
    "partner": "Who takes part, or has a say",
    "category": "Where it stands in a framework",
    "collapsed": "What a group holds",
    "cycle": "Its cycle of value",
    "inferred": "Inferred (our reading)",
    "drafted": "Drafted by a program, not yet confirmed",
}
"""What each kind of small line in a box is."""


CHANGES: Mapping[str, str] = {
    "added": "Added since the earlier version",
    "removed": "Removed since then",
    "changed": "Changed since then",
}
"""What each change is, in a picture of a difference."""


def legend(diagram: Diagram, colours: Mapping[str, str]) -> tuple[LegendEntry, ...]:
    """Return what the legend of a diagram says.

    Args:
        diagram: the diagram.
        colours: what each colour stands for, where it stands for something besides the kind.
    """
    return tuple(LegendEntry(sample=sample, text=text) for sample, text in _all(diagram, colours))


def _all(diagram: Diagram, colours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    kinds = {box.kind for box in diagram.boxes}
    yield from ((f"box:{kind}", text) for kind, text in BOXES.items() if kind in kinds)
    statuses = {box.status for box in diagram.boxes if box.kind == "value_creation"}
    for status, text in LEGEND.items():
        if status in statuses:
            yield f"value:{status}", text.capitalize()
    if any(box.unwanted for box in diagram.boxes):
        yield "box:unwanted", "Unwanted outcome"
    yield from ((f"colour:{key}", text) for key, text in colours.items())
    yield from _arrows(diagram.arrows)
    marks = {badge.kind for box in diagram.boxes for badge in box.badges}
    marks -= {arrow.guess for arrow in diagram.arrows}  # the arrow has shown the same sign
    marks |= {kind for arrow in diagram.arrows for kind in arrow.evidence}
    yield from ((f"badge:{kind}", text) for kind, text in BADGES.items() if kind in marks)
    changes = {box.change for box in diagram.boxes} | {arrow.change for arrow in diagram.arrows}
    yield from ((f"change:{kind}", text) for kind, text in CHANGES.items() if kind in changes)
    if diagram.ceiling:
        yield "line:ceiling", f"{diagram.ceiling_label}: beyond it others must act too"


def _arrows(arrows: tuple[Arrow, ...]) -> Iterator[tuple[str, str]]:
    if any(not arrow.guess for arrow in _leading(arrows)):
        yield "arrow:causal", "Leads to"
    if any(arrow.main and not arrow.guess for arrow in arrows):
        yield "arrow:main", "Main story"
    if any(arrow.main and arrow.guess for arrow in arrows):
        yield "arrow:main-inferred", "Main story, inferred"
    if any(arrow.effect == "decreases" for arrow in arrows if arrow.kind != "threatens"):
        yield "arrow:decreases", "Reduces"
    if any(arrow.feedback for arrow in arrows):
        yield "arrow:feedback", "Feeds back"
    kinds = {arrow.kind for arrow in arrows if not arrow.feedback}
    for kind, verb in VERBS.items():
        if kind in kinds:
            yield f"arrow:{kind}", verb.capitalize()
    if "bridged" in kinds:
        yield "arrow:bridged", "Leads to, through what is not shown"
    yield from _guesses(arrows)


def _leading(arrows: tuple[Arrow, ...]) -> list[Arrow]:
    """The arrows that say no more than that one thing leads to another."""
    plain = (arrow for arrow in arrows if arrow.kind == "causal" and not arrow.feedback)
    return [arrow for arrow in plain if arrow.effect != "decreases"]


def _guesses(arrows: tuple[Arrow, ...]) -> Iterator[tuple[str, str]]:
    """What a hollow head means; also what its line means, where no other arrow shows that."""
    guesses = {arrow.guess for arrow in _leading(arrows)}
    for guess in GUESS_WORDS:
        if any(arrow.guess == guess for arrow in arrows):
            words = BADGES[guess]
            alone = guess in guesses and "" not in guesses
            yield f"arrow:{guess}", f"Leads to, {words[0].lower()}{words[1:]}" if alone else words
