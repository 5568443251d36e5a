"""Which value was created where: by learning space, cycle and status."""

from tocmodel.analysis.value.cycles import cycles_of, reframes
from tocmodel.loading import TheoryLike, as_theory
from tocmodel.model import Cycle, TheoryOfChange, ValueCreation, ValueStatus
from tocmodel.results import Results
from tocmodel.values import frozen

STATUSES: tuple[ValueStatus | None, ...] = (*ValueStatus, None)
"""Every status in reading order, and last ``None``: the file does not say."""


@frozen(kw_only=True)
class ValuesAt:
    """The values of one cycle that share a status; what happened never stands beside a hope.

    ``status`` is ``None`` where the file does not say: that is not read as *happened*.
    """

    cycle: Cycle
    status: ValueStatus | None
    values: tuple[str, ...]


@frozen(kw_only=True)
class Reframing:
    """A value by which the difference that a space cares about was looked at anew."""

    value: str
    status: ValueStatus | None


@frozen(kw_only=True)
class SpaceValue:
    """What one learning space has to show.

    Attributes:
        space: its id; empty for the values that name no space.
        framing: the difference that its members care to make, as the space states it.
        reframings: where that difference was looked at anew.
        values: cycle by cycle, and in each cycle status by status; only those there are.
    """

    space: str
    framing: str = ""
    reframings: tuple[Reframing, ...] = ()
    values: tuple[ValuesAt, ...] = ()


class SpaceValues(Results[SpaceValue]):
    """What each space of a theory has to show."""


def value_by_space(theory: TheoryLike) -> SpaceValues:
    """Return what each space has to show, in the order of the file, and last what names none.

    *Framing* is stating what difference is sought, *reframing* is looking at it anew, and the
    later work treats both as loops rather than as a cycle (the 2011 edition has a cycle
    ``reframing``). A value reframes a space where it says ``reframes``, or where it is of that
    cycle and of that space.

    >>> theory = TheoryOfChange(
    ...     title="A circle",
    ...     spaces={"circle": {"title": "Reading circle", "difference": "children read"}},
    ...     value_creation={
    ...         "idea": {"title": "An idea", "cycle": "potential", "space": "circle",
    ...                  "status": "happened"},
    ...         "joy": {"title": "Joy counts as success", "cycle": "transformative",
    ...                 "status": "hoped", "reframes": "circle"},
    ...     },
    ... )
    >>> circle, none = value_by_space(theory)
    >>> [(item.cycle.value, item.status.value, item.values) for item in circle.values]
    [('potential', 'happened', ('idea',))]
    >>> circle.reframings
    (Reframing(value='joy', status=<ValueStatus.HOPED: 'hoped'>),)
    """
    theory = as_theory(theory)
    found = [_of_space(theory, id_) for id_ in (*theory.spaces, "")]
    return SpaceValues((item for item in found if item.space or item.values), theory)


def _of_space(theory: TheoryOfChange, space: str) -> SpaceValue:
    values = [value for value in theory.value_creation.values() if value.space == space]
    return SpaceValue(
        space=space,
        framing=theory.spaces[space].difference if space else "",
        reframings=tuple(
            Reframing(value=value.id, status=value.status)
            for value in theory.value_creation.values()
            if space and reframes(value) == space
        ),
        values=tuple(
            ValuesAt(cycle=cycle, status=status, values=ids)
            for cycle in cycles_of(theory)
            for status in STATUSES
            if (ids := _ids(values, cycle, status))
        ),
    )


def _ids(values: list[ValueCreation], cycle: Cycle, status: ValueStatus | None) -> tuple[str, ...]:
    return tuple(item.id for item in values if item.cycle is cycle and item.status is status)
