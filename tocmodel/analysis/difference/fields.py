"""Compares what two entries hold in one field."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from tocmodel.analysis.difference.changes import Change
from tocmodel.analysis.difference.meaning import Look, meaning
from tocmodel.analysis.difference.pairing import paired
from tocmodel.analysis.difference.parts import ChangeKind
from tocmodel.diagnostics import Pointer
from tocmodel.model import Figure, Rating, StoryStep
from tocmodel.values import frozen

_LISTED = (Figure, StoryStep, Rating)
"""What stands in lists whose items are compared one by one."""


@frozen
class Fields:
    """Compares fields; ``look`` gives the new name of an old id."""

    look: Look

    def before(self, section: str, path: str, value: Any) -> Any:
        """Return what a value of the old theory means, with the names of the new one."""
        return meaning(section, path, value, self.look)

    def changes(
        self, base: Change, name: str, old: Any, new: Any, *, section: str = ""
    ) -> Iterator[Change]:
        """Give the changes of one field: one, or one for each item of a list of figures.

        Args:
            base: the change, but for its field and its values.
            name: the field.
            old: what the old theory has.
            new: what the new theory has.
            section: the section of the old entry, where it is not that of the new one.
        """
        section = section or base.section
        before, now = self.before(section, name, old), meaning(base.section, name, new)
        if before == now:
            return
        change = evolve(
            base,
            field=name,
            old=old,
            new=new,
            at_old=_at(base.at_old, name, before),
            at_new=_at(base.at_new, name, now),
        )
        if _is_listed(old) or _is_listed(new):
            yield from self._items(change, section)
        elif isinstance(old or new, Mapping):
            yield from self._keys(change, section)
        else:
            yield change

    def _keys(self, change: Change, section: str) -> Iterator[Change]:
        old, new = change.old or {}, change.new or {}
        for key in sorted({*map(str, old), *map(str, new)}):
            path = f"{change.field}/{key}"
            before = self.before(section, path, old.get(key))
            now = meaning(change.section, path, new.get(key))
            if before != now:
                yield evolve(
                    change,
                    field=path,
                    old=old.get(key),
                    new=new.get(key),
                    at_old=_at(change.at_old, key, before),
                    at_new=_at(change.at_new, key, now),
                )

    def _items(self, change: Change, section: str) -> Iterator[Change]:
        """Compare lists of figures, steps or ratings item by item."""
        one, other = list(enumerate(change.old or ())), list(enumerate(change.new or ()))
        name = change.field

        def said(item: tuple[int, Any]) -> Any:
            return self.before(section, name, item[1])

        def says(item: tuple[int, Any]) -> Any:
            return meaning(change.section, name, item[1])

        _, gone, more = paired(one, other, lambda a, b: int(said(a) == says(b)), least=1)
        pairs, gone, more = paired(gone, more, lambda a, b: int(_only(a, b, gone, more)), least=1)
        found = [
            *pairs,
            *((None, there) for there in more),
            *((here, None) for here in gone),
        ]
        if not found:  # all are there, in another order
            yield evolve(change, kind=ChangeKind.MOVED)
        for here, there in found:
            yield evolve(
                change,
                kind=_kind(here, there),
                old=here[1] if here else None,
                new=there[1] if there else None,
                at_old=_at(change.at_old, here[0], here) if here else change.at_old,
                at_new=_at(change.at_new, there[0], there) if there else change.at_new,
            )


def _is_listed(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], _LISTED)


def _kin(item: Any) -> Any:
    """Return what two items of a list have in common when they speak of the same thing."""
    if isinstance(item, Figure):
        return (item.period, item.subgroup, item.place, item.basis)
    return item.cycle if isinstance(item, StoryStep) else item.scale


def _only(here: Any, there: Any, old: list[Any], new: list[Any]) -> bool:
    """Say whether two items, and no others, speak of the same thing."""
    kin = _kin(here[1])
    return kin == _kin(there[1]) and all(
        [_kin(item[1]) for item in items].count(kin) == 1 for items in (old, new)
    )


def _kind(here: object, there: object) -> ChangeKind:
    if here and there:
        return ChangeKind.CHANGED
    return ChangeKind.ADDED if there else ChangeKind.REMOVED


def _at(base: Pointer | None, name: str | int, value: Any) -> Pointer | None:
    """Return the place of a value, or of what would hold it."""
    if base is None:
        return None
    return (*base, name) if value is not None else base
