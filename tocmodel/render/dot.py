"""A diagram as DOT text, which Graphviz and many other programs draw and lay out themselves.

The text is self-contained: columns are clusters with their heading, lanes and groups are clusters
within them, and the description of an arrow is its tooltip. It has no legend, only a line below the
title if some arrows are guesses. tocmodel's own pictures (svg, png, pdf) do not use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tocmodel.characters import one_line
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Arrow, Box, Cluster, Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.fileformat.loading import TheoryLike
from tocmodel.layout.branded import tone_in
from tocmodel.layout.symbols.arrow_style import Stroke, at_start, stroke_of
from tocmodel.model import View
from tocmodel.render.plain_text import short_lines
from tocmodel.wording import GUESS_WORDS, say

if TYPE_CHECKING:
    import graphviz

    from tocmodel.frameworks import Framework

_SHAPES = {
    "partner": "oval",
    "condition": "note",
    "factor": "trapezium",
    "asset": "house",
    "input": "cylinder",
    "output": "folder",
    "mechanism": "hexagon",
    "assumption": "parallelogram",
    "risk": "octagon",
    "indicator": "tab",
    "evidence": "component",
    "space": "egg",
    "story": "note",
    "group": "box3d",
}
"""The shape of each kind of box; the others are plain boxes, outcomes with round corners."""

_HEADS = {
    "solid": "normal",
    "open": "vee",
    "bar": "tee",
    "dot": "dot",
    "ring": "odot",
    "diamond": "odiamond",
    "none": "none",
}


def dot(diagram: Diagram) -> str:
    """Return the diagram in DOT, the language of Graphviz.

    >>> from tocmodel.diagram.model import Column
    >>> print(dot(Diagram(title="Empty")).splitlines()[0])
    digraph {
    """
    with speaking_as(diagram):
        return "\n".join(["digraph {", *(f"  {line}" for line in _body(diagram)), "}", ""])


def to_graphviz(
    theory: TheoryLike,
    view: View | str | None = None,
    *,
    language: str | None = None,
    frameworks: Iterable[Framework] = (),
) -> graphviz.Digraph:
    """Return a view of a theory as a graph of the ``graphviz`` package, to style and render.

    Args:
        theory: the theory.
        view: a view, or the id of one of the theory's; by default its first.
        language: the language of the words, where the theory is translated.
        frameworks: the partnership's own frameworks that the view uses to sort or pick elements.

    Raises:
        UnknownIdError: there is no such view or language.
    """
    import graphviz  # noqa: PLC0415  # only those who use it pay for its import

    diagram = to_diagram(theory, view, language=language, frameworks=frameworks)
    with speaking_as(diagram):
        lines = _body(diagram)
    return graphviz.Digraph(body=[f"\t{line}\n" for line in lines])


def quote(text: str) -> str:
    r"""Return a text as a quoted string of DOT that means exactly this text.

    See https://graphviz.org/doc/info/lang.html and, for backslashes and entities in labels,
    https://graphviz.org/docs/attr-types/escString/.

    >>> print(quote('say "yes"'))
    "say \"yes\""
    >>> print(quote("<b>"), quote("a]"), quote(r"a\n"), quote("\U0001f600"))
    "<b>" "a]" "a\\n" "😀"
    >>> print(quote("R&amp;D, arts & crafts"))
    "R&amp;amp;D, arts & crafts"
    >>> print(quote("co\u00adproduction"))
    "coproduction"
    """
    return quote_lines([text])


def quote_lines(lines: Iterable[str]) -> str:
    r"""Return several lines as one quoted string.

    >>> print(quote_lines(["Children", "are ready"]))
    "Children\nare ready"
    """
    return '"' + r"\n".join(_escape(one_line(line)) for line in lines) + '"'


def _escape(text: str) -> str:
    text = text.replace("\u00ad", "").replace("\\", "\\\\").replace('"', '\\"')
    return re.sub(r"&(?=#?\w+;)", "&amp;", text)


def _body(diagram: Diagram) -> list[str]:
    guesses = {arrow.guess for arrow in diagram.arrows}
    signs = (say(f"hollow-{guess}") for guess in GUESS_WORDS if guess in guesses)
    heading = [part for part in (diagram.title, diagram.subtitle, *signs) if part]
    return [
        f"graph [rankdir={'TB' if diagram.top_to_bottom else 'LR'}, newrank=true, nodesep=0.25,",
        *(["  compound=true,"] if _first_boxes(diagram) else []),
        '  ranksep=0.7, fontname="Helvetica,Arial,sans-serif", fontsize=16, labelloc=t,',
        f"  label={quote_lines(heading)}, tooltip={quote(diagram.description)}]",
        'node [shape=box, style=filled, fontname="Helvetica,Arial,sans-serif", fontsize=11]',
        'edge [fontname="Helvetica,Arial,sans-serif", fontsize=9]',
        *_columns(diagram),
        *_arrows(diagram),
    ]


def _columns(diagram: Diagram) -> Iterator[str]:
    for column in diagram.columns:
        boxes = [box for box in diagram.boxes if box.column == column.id]
        band = tone_in(diagram, column.id)
        anchor = _anchor(column.id)
        yield f"subgraph {quote(f'cluster_{column.id}')} {{"
        yield f'  graph [label={quote(column.title)}, style=filled, color="{band.pale}",'
        yield f'    fontcolor="{band.dark}", fontsize=13]'
        yield f"  {anchor} [style=invis, shape=point, width=0, height=0]"
        yield from (f"  {line}" for line in _in_lanes(diagram, boxes, column.id))
        yield "}"
        names = "; ".join((anchor, *(quote(box.id) for box in boxes)))
        yield f"{{rank=same; {names}}}"
    anchors = [_anchor(column.id) for column in diagram.columns]
    if len(anchors) > 1:
        yield f"{' -> '.join(anchors)} [style=invis]"


def _anchor(column: str) -> str:
    """Return the name of the point that keeps a column in place; no id contains a colon."""
    return quote(f"column:{column}")


def _in_lanes(diagram: Diagram, boxes: Sequence[Box], column: str) -> Iterator[str]:
    titles = {lane.id: lane.title for lane in diagram.lanes} or {"": ""}
    inside: dict[str, list[Box]] = {}
    for box in boxes:
        inside.setdefault(box.lane, []).append(box)
    for id_, title in titles.items():
        members = inside.get(id_, [])
        lines = _in_clusters(diagram, members, f"{column}:{id_}") if members else ()
        if id_ and members:
            yield from _frame(f"{column}:{id_}", title, lines)
        else:
            yield from lines


def _in_clusters(diagram: Diagram, boxes: Sequence[Box], place: str) -> Iterator[str]:
    """Write some boxes, within the frames around them."""
    parents = {item.id: item.parent for item in diagram.clusters}
    within: dict[str, list[Box]] = {}
    for box in boxes:
        within.setdefault(box.cluster, []).append(box)
    used = {frame for cluster in within for frame in _around(cluster, parents)}
    frames: dict[str, list[Cluster]] = {}
    for item in diagram.clusters:
        if item.id in used:
            frames.setdefault(item.parent, []).append(item)

    def lines(cluster: str) -> Iterator[str]:
        for inner in frames.get(cluster, ()):
            yield from _frame(f"{place}:{inner.id}", inner.title, lines(inner.id))
        yield from (_box(box, diagram) for box in within.get(cluster, ()))

    return lines("")


def _around(cluster: str, parents: dict[str, str]) -> Iterator[str]:
    while cluster:
        yield cluster
        cluster = parents.get(cluster, "")


def _frame(name: str, title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"subgraph {quote(f'cluster_{name}')} {{"
    yield f'  graph [label={quote(title)}, style=rounded, color="#8a929c", fontsize=10]'
    yield from (f"  {line}" for line in lines)
    yield "}"


def _box(box: Box, diagram: Diagram) -> str:
    shade = tone_in(diagram, box.colour or box.column)
    small = [line for badge in box.badges for line in short_lines(f"– {badge.text}", 34)]
    change = [f"({say(f'change-{box.change}')})"] if box.change else []
    styles = ["filled", "rounded"] if box.kind == "outcome" else ["filled"]
    if box.unwanted or box.status:
        styles.append("dotted" if box.status == "hoped" else "dashed")
    attributes = {
        "label": quote_lines([*short_lines(box.text), *small, *change]),
        "shape": _SHAPES.get(box.kind, "box"),
        "style": quote(",".join(styles)),
        "color": quote(shade.dark),
        "fillcolor": quote("#ffffff"),
        "tooltip": quote(box.description or box.text),
    }
    return f"{quote(box.id)} {_attributes(attributes)}"


def _attributes(attributes: dict[str, str]) -> str:
    return "[" + ", ".join(f"{key}={value}" for key, value in attributes.items()) + "]"


def _arrows(diagram: Diagram) -> Iterator[str]:
    place = {column.id: number for number, column in enumerate(diagram.columns)}
    column = {box.id: place[box.column] for box in diagram.boxes}
    frames = _first_boxes(diagram)
    boxes = {box.id: box for box in diagram.boxes}
    for arrow in diagram.arrows:
        start, end = (frames.get(id_, id_) for id_ in (arrow.from_, arrow.to))
        forward = column[start] < column[end]
        attributes = _arrow_attributes(arrow, forward=forward)
        for key, id_, box in (("ltail", arrow.from_, start), ("lhead", arrow.to, end)):
            if id_ in frames:
                attributes[key] = quote(_cluster_of(diagram, id_, boxes[box]))
        yield f"{quote(start)} -> {quote(end)} {_attributes(attributes)}"


def _first_boxes(diagram: Diagram) -> dict[str, str]:
    """Return the first box in each frame that an arrow starts or ends at."""
    parents = {item.id: item.parent for item in diagram.clusters}
    ends = {end for arrow in diagram.arrows for end in (arrow.from_, arrow.to)}
    found: dict[str, str] = {}
    for box in diagram.boxes:
        for frame in _around(box.cluster, parents):
            if frame in ends:
                found.setdefault(frame, box.id)
    return found


def _cluster_of(diagram: Diagram, frame: str, box: Box) -> str:
    """Return the name of the piece of a frame around one of its boxes."""
    lane = box.lane if diagram.lanes else ""
    return f"cluster_{box.column}:{lane}:{frame}"


def _arrow_attributes(arrow: Arrow, *, forward: bool) -> dict[str, str]:
    stroke = stroke_of(arrow)
    words = " ".join(part for part in (stroke.mark, stroke.tail_mark, arrow.words) if part)
    attributes = {
        "color": quote(stroke.colour),
        "penwidth": f"{stroke.width:g}",
        "arrowhead": _head(stroke),
        "tooltip": quote(arrow.description or say("verb-increases")),
    }
    if stroke.tail:
        attributes |= {"dir": "both", "arrowtail": _head(at_start(stroke))}
    if stroke.dash:
        attributes["style"] = "dotted" if stroke.dash[0] < 3 else "dashed"
    if words:  # Graphviz may fail if a line within a rank has a label that needs room
        attributes["label" if forward else "xlabel"] = quote(words)
    if not forward:
        attributes["constraint"] = "false"
    return attributes


def _head(stroke: Stroke) -> str:
    """Return the head of an arrow: an outline for a guess, and a square before it for a draft."""
    if not stroke.guess or stroke.head == "none":
        return _HEADS[stroke.head]
    square = "obox" if stroke.guess == "drafted" else ""
    return ("obox" if stroke.head == "bar" else "onormal") + square
