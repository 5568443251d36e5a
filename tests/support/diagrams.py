"""Diagrams made by hand, and made up: what there is to draw without a theory behind it."""

from attrs import evolve
from hypothesis import strategies as st

from tocmodel.diagram.model import (
    Arrow,
    Badge,
    Box,
    Cluster,
    Column,
    Diagram,
    Lane,
    LegendEntry,
)

STAGES = (
    ("context", "Context and causes", "condition"),
    ("assets", "Assets and inputs", "asset"),
    ("interventions", "Interventions", "intervention"),
    ("outputs", "Outputs", "output"),
    ("mechanisms", "Mechanisms", "mechanism"),
    ("short", "Short-term outcomes", "outcome"),
    ("medium", "Medium-term outcomes", "outcome"),
    ("long", "Long-term outcomes", "outcome"),
    ("impact", "Impact", "outcome"),
)


def arrow(from_: str, to: str, **more: object) -> Arrow:
    """An arrow with an id of its own."""
    return Arrow(
        id=f"{from_}--{to}",
        from_=from_,
        to=to,
        description=f"{from_} leads to {to}",
        **more,  # type: ignore[arg-type]
    )


def club() -> Diagram:
    """A breakfast club: every kind of arrow, a ceiling, badges, an unwanted outcome."""
    boxes = (
        ("hungry", "Children come to school hungry", 0, ()),
        ("rent", "Rents take most of what families earn", 0, ()),
        ("kitchen", "A school kitchen", 1, ()),
        ("club", "A breakfast club, open to all", 2, (Badge(kind="indicator", text="30 places"),)),
        ("calm", "The morning starts calmly", 4, ()),
        ("fed", "Children are not hungry", 5, (Badge(kind="risk", text="prices rise"),)),
        ("singled-out", "Children feel singled out", 5, ()),
        ("learn", "Children can attend to lessons", 6, ()),
        ("thrive", "Children do well", 8, ()),
    )
    return Diagram(
        title="How breakfast helps",
        subtitle="A made-up school",
        description="A breakfast club feeds children, who can then learn.",
        columns=tuple(Column(id=STAGES[i][0], title=STAGES[i][1]) for i in (0, 1, 2, 4, 5, 6, 8)),
        boxes=tuple(
            Box(
                id=id_,
                kind=STAGES[stage][2],
                text=words,
                column=STAGES[stage][0],
                colour=STAGES[stage][0],
                badges=badges,
                unwanted=id_ == "singled-out",
            )
            for id_, words, stage, badges in boxes
        ),
        arrows=(
            arrow("rent", "hungry"),
            arrow("hungry", "club", kind="addresses"),
            arrow("kitchen", "club", kind="uses"),
            arrow("club", "calm", main=True),
            arrow("calm", "fed", main=True),
            arrow("club", "singled-out", effect="unknown"),
            arrow("fed", "learn", main=True),
            arrow("singled-out", "learn", effect="decreases"),
            arrow("learn", "thrive", main=True),
            arrow("thrive", "club", feedback=True),
        ),
        ceiling="medium",
        ceiling_label="Ceiling of accountability",
        legend=tuple(
            LegendEntry(sample=sample, text=text)
            for sample, text in (
                ("box:condition", "need"),
                ("box:unwanted", "unwanted outcome"),
                ("arrow:causal", "leads to"),
                ("arrow:feedback", "leads back to"),
                ("arrow:decreases", "makes less likely"),
                ("arrow:unknown", "Effect is not known"),
                ("badge:risk", "risk"),
                ("line:ceiling", "ceiling of accountability"),
            )
        ),
        note="Made up for this picture.",
        colours=("context", "assets", "interventions", "mechanisms", "short", "medium", "impact"),
    )


def with_lanes(diagram: Diagram) -> Diagram:
    """The same with two lanes."""
    lanes = (Lane(id="child", title="Child"), Lane(id="school", title="School and family"))
    return evolve(
        diagram,
        lanes=lanes,
        boxes=tuple(
            evolve(box, lane="school" if number % 3 else "child")
            for number, box in enumerate(diagram.boxes)
        ),
    )


def with_clusters(diagram: Diagram) -> Diagram:
    """The same with a group, and a group within it."""
    groups = {"club": "doing", "kitchen": "doing", "calm": "inner", "fed": "inner"}
    return evolve(
        diagram,
        clusters=(
            Cluster(id="doing", title="What we do"),
            Cluster(id="inner", title="Why it helps", parent="doing"),
        ),
        boxes=tuple(evolve(box, cluster=groups.get(box.id, "")) for box in diagram.boxes),
    )


def with_changes(diagram: Diagram) -> Diagram:
    """The same as a difference: something added, something removed, something changed."""
    boxes = {"club": "changed", "kitchen": "added", "singled-out": "removed"}
    arrows = {"kitchen--club": "added", "club--singled-out": "removed", "fed--learn": "changed"}
    legend = (
        LegendEntry(sample="change:added", text="added"),
        LegendEntry(sample="change:removed", text="removed"),
        LegendEntry(sample="change:changed", text="changed"),
    )
    return evolve(
        diagram,
        boxes=tuple(evolve(box, change=boxes.get(box.id, "")) for box in diagram.boxes),
        arrows=tuple(evolve(item, change=arrows.get(item.id, "")) for item in diagram.arrows),
        legend=(*diagram.legend, *legend),
    )


def downwards(diagram: Diagram) -> Diagram:
    """The same, read from top to bottom."""
    return evolve(diagram, top_to_bottom=True)


WORDS = st.sampled_from(
    "families trust children school Llanfairpwllgwyngyll well-being help 漢字 résumé £5".split()
)
TITLES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
KINDS = ("causal", "addresses", "uses", "threatens", "bridged")
EFFECTS = ("increases", "decreases", "changes", "unknown")
CHANGES = ("", "", "", "added", "removed", "changed")
LABELS = ("", "", "", "one term", "changes, within a year or two")


@st.composite
def made_up(draw: st.DrawFn, most: int = 12) -> Diagram:
    """Any diagram of up to so many boxes: loops, lanes, groups, both directions."""
    stages = draw(st.lists(st.sampled_from(STAGES), min_size=1, max_size=6, unique=True))
    lanes = draw(st.integers(0, 3))
    groups = draw(st.integers(0, 2))
    boxes = [
        Box(
            id=f"e{number}",
            kind=stage[2],
            text=draw(TITLES),
            column=stage[0],
            colour=stage[0],
            lane=f"l{draw(st.integers(0, lanes - 1))}" if lanes else "",
            cluster=draw(st.sampled_from(["", *(f"g{g}" for g in range(groups))])),
            badges=(Badge(kind="risk", text=draw(TITLES)),) if draw(st.booleans()) else (),
            change=draw(st.sampled_from(CHANGES)),
        )
        for number, stage in enumerate(
            draw(st.lists(st.sampled_from(stages), min_size=1, max_size=most))
        )
    ]
    ends = st.sampled_from([box.id for box in boxes])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=14, unique=True))
    used = {box.column for box in boxes}
    return Diagram(
        title=draw(TITLES),
        columns=tuple(Column(id=s[0], title=s[1]) for s in stages if s[0] in used),
        boxes=tuple(boxes),
        arrows=tuple(
            arrow(
                one,
                other,
                kind=draw(st.sampled_from(KINDS)),
                effect=draw(st.sampled_from(EFFECTS)),
                feedback=draw(st.booleans()),
                label=draw(st.sampled_from(LABELS)),
                change=draw(st.sampled_from(CHANGES)),
            )
            for one, other in pairs
        ),
        lanes=tuple(Lane(id=f"l{n}", title=draw(TITLES)) for n in range(lanes)),
        clusters=tuple(
            Cluster(id=f"g{n}", title=draw(TITLES), parent="g0" if n else "") for n in range(groups)
        ),
        ceiling=draw(st.sampled_from(["", stages[0][0]])),
        legend=(LegendEntry(sample="arrow:causal", text="leads to"),),
        colours=tuple(dict.fromkeys(stage[0] for stage in stages)),
        top_to_bottom=draw(st.booleans()),
    )
