"""A diagram in words: column by column, what there is and what it leads to."""

from collections.abc import Iterator

from tocmodel.diagram.parts import Arrow, Box, Diagram
from tocmodel.render.plain import one_line


def text(diagram: Diagram) -> str:
    """Return the whole picture as plain text, for those who do not see it and for e-mail.

    >>> from tocmodel.diagram.parts import Column
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
    return "\n".join([*_lines(diagram), ""])


def _lines(diagram: Diagram) -> Iterator[str]:
    yield from _heading(diagram.title, "=")
    for line in (diagram.subtitle, diagram.description):
        if line:
            yield from ("", one_line(line))
    lanes = {lane.id: lane.title for lane in diagram.lanes}
    titles = {box.id: box.text for box in diagram.boxes}
    leading: dict[str, list[Arrow]] = {}
    for arrow in diagram.arrows:
        leading.setdefault(arrow.from_, []).append(arrow)
    for column in diagram.columns:
        yield ""
        yield from _heading(column.title, "-")
        for box in diagram.boxes:
            if box.column == column.id:
                yield from _box(box, lanes.get(box.lane, ""))
                yield from (
                    f"    -> {one_line(_leads(arrow, titles[arrow.to]))}"
                    for arrow in leading.get(box.id, ())
                )
        if column.id == diagram.ceiling:
            yield from ("", f"[{one_line(diagram.ceiling_label)}]")
    if diagram.note:
        yield from ("", one_line(diagram.note))


def _heading(title: str, rule: str) -> Iterator[str]:
    title = one_line(title)
    yield title
    yield rule * len(title)


def _box(box: Box, lane: str) -> Iterator[str]:
    change = f" ({box.change})" if box.change else ""
    yield f"* {one_line(box.text)}{change}" + (f" [{one_line(lane)}]" if lane else "")
    for badge in box.badges:
        yield f"    {one_line(badge.text)}"


def _leads(arrow: Arrow, title: str) -> str:
    """Say where an arrow leads, and why."""
    remarks = (*arrow.reasons, *([arrow.change] if arrow.change else []))
    reasons = f" ({'; '.join(remarks)})" if remarks else ""
    return f"{arrow.verb} {title}{reasons}"
