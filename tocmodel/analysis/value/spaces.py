"""Value by learning space, cycle and status."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Cycle, ValueCreation, ValueStatus
from tocmodel.model.editions import cycles_of, reframes
from tocmodel.results import Results
from tocmodel.self_describing import SelfDescribing

STATUSES: tuple[ValueStatus | None, ...] = (*ValueStatus, None)
"""Every status in reading order, then ``None``: the file does not state it."""


@frozen(kw_only=True)
class ValuesAt(SelfDescribing):
    """The values of one cycle that share a status: results and hopes are kept apart.

    ``status`` is ``None`` where the file does not state it: that is not read as *happened*.
    """

    cycle: Cycle
    status: ValueStatus | None
    values: tuple[str, ...]


@frozen(kw_only=True)
class Reframing(SelfDescribing):
    """A value that changed how a space sees the difference it wants to make."""

    value: str
    status: ValueStatus | None


@frozen(kw_only=True)
class SpaceValue(SelfDescribing):
    """The value of one learning space.

    Attributes:
        space: its id; empty for the values that name no space.
        framing: the difference that its members want to make, as the space states it.
        reframings: the values that changed how they see that difference.
        values: by cycle and then by status; empty ones are left out.
    """

    space: str
    framing: str = ""
    reframings: tuple[Reframing, ...] = ()
    values: tuple[ValuesAt, ...] = ()


class SpaceValues(Results[SpaceValue]):
    """The value of each space of a theory."""


def value_by_space(theory: TheoryLike) -> SpaceValues:
    """Return the value of each space in file order, and last the value that names no space.

    *Framing* is stating the difference sought, and *reframing* is looking at it anew. The later
    work treats both as loops rather than as a cycle (the 2011 edition has a cycle ``reframing``). A
    value reframes a space that it names in ``reframes``, or its own space if it is in that cycle.

    >>> from tocmodel.model import TheoryOfChange
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
    values = theory.value_creation.values()
    within = _sorted(values, lambda value: value.space)
    reframing = _sorted(values, reframes)
    cycles = cycles_of(theory)
    found = [
        SpaceValue(
            space=id_,
            framing=theory.spaces[id_].difference if id_ else "",
            reframings=tuple(
                Reframing(value=value.id, status=value.status)
                for value in (reframing.get(id_, ()) if id_ else ())
            ),
            values=tuple(_by_cycle(within.get(id_, ()), cycles)),
        )
        for id_ in (*theory.spaces, "")
    ]
    return SpaceValues((item for item in found if item.space or item.values), theory)


def _sorted(
    values: Iterable[ValueCreation], space_of: Callable[[ValueCreation], str]
) -> dict[str, list[ValueCreation]]:
    found: dict[str, list[ValueCreation]] = {}
    for value in values:
        found.setdefault(space_of(value), []).append(value)
    return found


def _by_cycle(values: Sequence[ValueCreation], cycles: Iterable[Cycle]) -> Iterator[ValuesAt]:
    for cycle in cycles:
        for status in STATUSES:
            ids = [item.id for item in values if item.cycle is cycle and item.status is status]
            if ids:
                yield ValuesAt(cycle=cycle, status=status, values=tuple(ids))
