"""A diagram in words: column by column, each element and what it leads to."""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.characters import one_line, terminal_lines
from tocmodel.diagram.model import Arrow, Box, Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.wording import say


def text(diagram: Diagram) -> str:
    """Return the whole picture as plain text, for those who cannot see it and for e-mail.

    >>> from tocmodel.diagram.model import Column
    >>> columns = (Column(id="interventions", title="Interventions"),)
    >>> box = Box(id="club", kind="intervention", text="Breakfast club", column="interventions")
    >>> print(text(Diagram(title="Breakfast", columns=columns, boxes=(box,))))
    Breakfast
    =========
    <BLANKLINE>
    Interventions
    -------------
    * Breakfast club
    <BLANKLINE>
    """
    with speaking_as(diagram):
        return terminal_lines("\n".join([*_lines(diagram), ""]))


def _lines(diagram: Diagram) -> Iterator[str]:
    yield from _heading(diagram.title, "=")
    for line in (diagram.subtitle, diagram.description):
        if line:
            yield from ("", one_line(line))
    lanes = {lane.id: lane.title for lane in diagram.lanes}
    titles = {cluster.id: cluster.title for cluster in diagram.clusters}
    titles.update((box.id, box.text) for box in diagram.boxes)
    leading: dict[str, list[Arrow]] = {}
    for arrow in diagram.arrows:
        leading.setdefault(arrow.from_, []).append(arrow)
    for column in diagram.columns:
        yield ""
        yield from _heading(column.title, "-")
        for box in diagram.boxes:
            if box.column == column.id:
                yield from _box(box, lanes.get(box.lane, ""))
                yield from _led_to(leading.get(box.id, ()), titles)
        if column.id == diagram.ceiling:
            yield from ("", f"[{one_line(diagram.ceiling_label)}]")
    yield from _wholes(diagram, leading, titles)
    yield from _loops(diagram)
    if diagram.note:
        yield from ("", one_line(diagram.note))


_LINES = {"mutual": "<->", "associated": "--"}
"""The line of each kind of arrow that does not point one way."""


def _heading(title: str, rule: str) -> Iterator[str]:
    title = one_line(title)
    yield title
    yield rule * len(title)


def _box(box: Box, lane: str) -> Iterator[str]:
    change = f" ({say(f'change-{box.change}')})" if box.change else ""
    yield f"* {one_line(box.text)}{change}" + (f" [{one_line(lane)}]" if lane else "")
    for words in (each for badge in box.badges for each in (badge.text, badge.trend_words)):
        if words:
            yield f"    {one_line(words)}"


def _wholes(
    diagram: Diagram, leading: Mapping[str, list[Arrow]], titles: Mapping[str, str]
) -> Iterator[str]:
    frames = [cluster for cluster in diagram.clusters if cluster.id in leading]
    if frames:
        yield ""
        yield from _heading(say("from-wholes"), "-")
    for cluster in frames:
        yield f"* {one_line(cluster.title)}"
        yield from _led_to(leading[cluster.id], titles)


def _loops(diagram: Diagram) -> Iterator[str]:
    if diagram.loops:
        yield ""
        yield from _heading(say("loops"), "-")
    for loop in diagram.loops:
        yield f"* {loop.code}: {one_line(loop.description)}"
    if diagram.loops_note:
        yield f"  ({diagram.loops_note})"


def _led_to(arrows: Iterable[Arrow], titles: Mapping[str, str]) -> Iterator[str]:
    for arrow in arrows:
        yield f"    {one_line(_leads(arrow, titles[arrow.to]))}"


def _leads(arrow: Arrow, title: str) -> str:
    """Describe where an arrow leads, and why."""
    remarks = (*arrow.reasons, *([say(f"change-{arrow.change}")] if arrow.change else []))
    reasons = f" ({'; '.join(remarks)})" if remarks else ""
    some = arrow.to_whole and arrow.kind != "uses"
    to = say("something-in", whole=title) if some else title
    return f"{_LINES.get(arrow.kind, '->')} {arrow.verb} {to}{reasons}"
