"""The plans of learning spaces beside what happened: in words and as plain data."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from tocmodel.analysis.value.plans import NOTHING_KNOWN, PLAN_HEADINGS, PlanRow, PlanRows
from tocmodel.model import CyclePlan, TheoryOfChange
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines
from tocmodel.version import __version__
from tocmodel.wording import remark_data

NO_PLAN = "No learning space has a plan, and there is no value: add 'plan' to a space."


def plan_outline(found: PlanRows) -> tuple[Line, ...]:
    """Return each plan beside what happened, space by space and cycle by cycle."""
    return tuple(_lines(found))


def _lines(found: PlanRows) -> Iterator[Line]:
    theory = _theory(found)
    yield from title_lines(f"Plan and what happened: {theory.title}", theory)
    if not found:
        yield Line(0, NO_PLAN, "alarm")
    for space, rows in groupby(found, key=lambda row: row.text("space")):
        yield Line(0, space, "heading")
        for row in rows:
            yield Line(0, row.text("cycle").capitalize(), "item")
            for key in list(PLAN_HEADINGS)[2:]:
                if words := row.text(key):
                    part = "alarm" if words == NOTHING_KNOWN else "fact"
                    yield Line(1, f"{PLAN_HEADINGS[key]}: {words}", part)


def plan_data(found: PlanRows) -> dict[str, Any]:
    """Return the plans as plain data, as ``value-plan.schema.json`` describes it."""
    theory = _theory(found)
    return {
        "tool": {"name": "tocmodel", "version": __version__},
        "title": theory.title,
        **remark_data(theory),
        "rows": [_row(theory, row) for row in found],
    }


def _row(theory: TheoryOfChange, row: PlanRow) -> dict[str, Any]:
    plan = row.plan or CyclePlan()
    return {
        "space": row.space,
        "cycle": row.cycle.value,
        "is_planned": row.plan is not None,
        "aspiration": plan.aspiration,
        "condition": plan.condition,
        "risk": plan.risk,
        "mitigation": plan.mitigation,
        "sign": plan.sign,
        "owner": plan.owner,
        "values": [_value(theory, id_) for id_ in row.values],
        "stories": list(row.stories),
    }


def _value(theory: TheoryOfChange, id_: str) -> dict[str, Any]:
    value = theory.value_creation[id_]
    return {
        "id": id_,
        "title": value.full_title,
        "status": value.status.value if value.status else None,
        "valence": value.valence.value,
        "judged_by": list(value.judged_by),
    }


def _theory(found: PlanRows) -> TheoryOfChange:
    return found.about or TheoryOfChange(title="")
