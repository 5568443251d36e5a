"""The plans of learning spaces beside what happened, cycle by cycle.

The value-creation dialogue looks back at a plan: which aspirations came about, what else happened,
and what nobody wanted (E. and B. Wenger-Trayner 2020, *Learning to Make a Difference*).
"""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import (
    Cycle,
    CyclePlan,
    Space,
    TheoryOfChange,
    ValueCreation,
    ValueStatus,
    ValueValence,
)
from tocmodel.results import Results
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import VALUE_WORDS, valence_words

NOTHING_KNOWN = "nothing is known yet"
"""The words for a plan of which the file has neither value nor a story."""

NOT_PLANNED = "not planned"
"""The words for value in a cycle that its space has no plan for."""


@frozen(kw_only=True)
class PlanRow(SelfDescribing):
    """The plan of one space for one cycle, and what happened in it.

    Attributes:
        space: id of the space.
        cycle: the cycle.
        plan: the plan; ``None`` where there is value in a cycle without one.
        values: ids of the value of the space in this cycle.
        stories: ids of the stories of the space with a step in this cycle.
        words: each column in words, line by line, by the keys of ``PLAN_HEADINGS``.
    """

    space: str
    cycle: Cycle
    plan: CyclePlan | None = None
    values: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(factory=dict, eq=False, repr=False)

    def text(self, column: str) -> str:
        """Return a column in words, in one line."""
        return "; ".join(self.words[column])


class PlanRows(Results[PlanRow]):
    """The plans of the spaces of a theory beside what happened."""


PLAN_HEADINGS: Mapping[str, str] = {
    "space": "Space",
    "cycle": "Cycle",
    "aspiration": "Aspiration",
    "condition": "Condition",
    "risk": "Risk",
    "mitigation": "Mitigation",
    "sign": "Sign",
    "owner": "Owner",
    "happened": "What happened",
    "told": "Stories of it",
}
"""The columns of a plan beside what happened, in their order, with their headings."""


def plan_rows(theory: TheoryLike, space: str | None = None) -> PlanRows:
    """Return the plan of each space for each cycle, and the value and stories there.

    Cycles without a plan are listed where there is value, as nobody planned it.

    Args:
        theory: the theory.
        space: only the plan of this space.

    Raises:
        UnknownIdError: there is no such space; the message names the nearest.

    >>> theory = TheoryOfChange(
    ...     title="A circle",
    ...     spaces={"circle": {"title": "Circle", "plan": {"applied": {"aspiration": "try it"}}}},
    ...     value_creation={"tried": {"title": "Tried at home", "cycle": "applied",
    ...                               "space": "circle", "status": "happened"}},
    ... )
    >>> [row] = plan_rows(theory)
    >>> row.text("aspiration"), row.text("happened")
    ('try it', 'value created: Tried at home')
    """
    theory = as_theory(theory)
    if space is not None and space not in theory.spaces:
        near = did_you_mean(space, theory.spaces)
        raise UnknownIdError(f"there is no space '{space}'{near}")
    wanted = (item for id_, item in theory.spaces.items() if space in (None, id_))
    return PlanRows((row for item in wanted for row in _rows(theory, item)), theory)


def _rows(theory: TheoryOfChange, space: Space) -> Iterator[PlanRow]:
    plans = dict(space.plan.cycles()) if space.plan else {}
    for cycle in Cycle:
        values = [
            value
            for value in theory.value_creation.values()
            if value.space == space.id and value.cycle is cycle
        ]
        if cycle in plans or values:
            yield _row(theory, space, cycle, plans.get(cycle), values)


def _row(
    theory: TheoryOfChange,
    space: Space,
    cycle: Cycle,
    plan: CyclePlan | None,
    values: list[ValueCreation],
) -> PlanRow:
    stories = [
        story
        for story in theory.stories.values()
        if story.space == space.id and any(step.cycle is cycle for step in story.steps)
    ]
    asked = CyclePlan() if plan is None else plan
    owner = theory.partners.get(asked.owner)
    happened = tuple(value_in_words(theory, value) for value in values)
    plain = {
        "space": space.full_title,
        "cycle": cycle.word,
        "aspiration": asked.aspiration if plan else NOT_PLANNED,
        "condition": asked.condition,
        "risk": asked.risk,
        "mitigation": asked.mitigation,
        "sign": asked.sign,
        "owner": owner.full_title if owner else asked.owner,
    }
    words = {
        **{key: (text,) if text else () for key, text in plain.items()},
        "happened": happened or (() if stories else (NOTHING_KNOWN,)),
        "told": tuple(
            f"{story.full_title}: {step.says} ({_told(step.status)})"
            for story in stories
            for step in story.steps
            if step.cycle is cycle
        ),
    }
    return PlanRow(
        space=space.id,
        cycle=cycle,
        plan=plan,
        values=tuple(value.id for value in values),
        stories=tuple(story.id for story in stories),
        words=words,
    )


def _told(status: ValueStatus | None) -> str:
    return {ValueStatus.HOPED: "hoped for"}.get(status, status.value) if status else "not stated"


def value_in_words(theory: TheoryOfChange, value: ValueCreation) -> str:
    """Return whether value came about, its title, and who judged it.

    >>> strain = ValueCreation(title="Late evenings", cycle="immediate", valence="unwanted")
    >>> value_in_words(TheoryOfChange(title="T"), strain)
    'unwanted value, not stated whether it happened: Late evenings'
    """
    judges = [theory.partners[id_].title for id_ in value.judged_by if id_ in theory.partners]
    judged = f" (judged by {', '.join(judges)})" if judges else ""
    if value.valence is ValueValence.NONE:
        return f"{valence_words(value)}: {value.full_title}{judged}"
    unwanted = "unwanted " if value.valence is ValueValence.UNWANTED else ""
    return f"{unwanted}{VALUE_WORDS[value.status]}: {value.full_title}{judged}"
