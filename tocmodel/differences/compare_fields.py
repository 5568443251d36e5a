"""Compares one field of two entries."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from tocmodel.diagnostics import Pointer
from tocmodel.differences.match import pair_equal
from tocmodel.differences.model import Change, ChangeKind
from tocmodel.differences.normalise import NewId, names_its_keys, normalised
from tocmodel.model import Amount, Figure, Quotation, Rating, StoryStep
from tocmodel.model.evidence import ONE_OR_SEVERAL

_LISTED = (Amount, Figure, Quotation, StoryStep, Rating)
"""The classes of list items that are compared one by one."""


@frozen
class FieldComparison:
    """Compares fields; ``new_id`` returns the new name of an old id."""

    new_id: NewId

    def before(self, section: str, path: str, value: Any) -> Any:
        """Return the meaning of a value of the old theory, with the ids of the new one."""
        return normalised(section, path, value, self.new_id)

    def changes(self, base: Change, name: str, old: Any, new: Any) -> Iterator[Change]:
        """Yield the changes of one field: one, or one for each item of a list of figures.

        Args:
            base: the change, without its field and values.
            name: the field.
            old: the value in the old theory.
            new: the value in the new theory.
        """
        if name in ONE_OR_SEVERAL and len(old or ()) <= 1 and len(new or ()) <= 1:
            old, new = next(iter(old or ()), None), next(iter(new or ()), None)
        before, now = self._meanings(base, name, old, new)
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
            yield from self._items(change)
        elif isinstance(old or new, Mapping):
            yield from self._keys(change)
        else:
            yield change

    def _meanings(self, base: Change, path: str, old: Any, new: Any) -> tuple[Any, Any]:
        old_section, new_section = base.sections
        return self.before(old_section, path, old), normalised(new_section, path, new)

    def _keys(self, change: Change) -> Iterator[Change]:
        old, new = change.old or {}, change.new or {}
        if names_its_keys(change.section, change.field):
            old = {self.new_id(key): item for key, item in old.items()}
        for key in sorted({*map(str, old), *map(str, new)}):
            path = f"{change.field}/{key}"
            before, now = self._meanings(change, path, old.get(key), new.get(key))
            if before != now:
                yield evolve(
                    change,
                    field=path,
                    old=old.get(key),
                    new=new.get(key),
                    at_old=_at(change.at_old, key, before),
                    at_new=_at(change.at_new, key, now),
                )

    def _items(self, change: Change) -> Iterator[Change]:
        """Compare lists of figures, quotations, steps or ratings item by item."""
        one, other = list(enumerate(change.old or ())), list(enumerate(change.new or ()))
        before, now = change.sections
        _, gone, more = pair_equal(
            one,
            other,
            lambda item: self.before(before, change.field, item[1]),
            lambda item: normalised(now, change.field, item[1]),
        )
        pairs, gone, more = pair_equal(gone, more, _kin_if_only(gone), _kin_if_only(more))
        found = [
            *pairs,
            *((None, new_item) for new_item in more),
            *((old_item, None) for old_item in gone),
        ]
        if not found:  # the same items, in another order
            yield evolve(change, kind=ChangeKind.MOVED)
        for old_item, new_item in found:
            yield evolve(
                change,
                kind=_kind(old_item, new_item),
                old=old_item[1] if old_item else None,
                new=new_item[1] if new_item else None,
                at_old=_at(change.at_old, old_item[0], old_item) if old_item else change.at_old,
                at_new=_at(change.at_new, new_item[0], new_item) if new_item else change.at_new,
            )


def _is_listed(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], _LISTED)


def _kin(item: Any) -> Any:
    """Return the part that two items of a list share when they are about the same thing."""
    if isinstance(item, Figure):
        return (item.period, item.subgroup, item.by, item.place, item.basis)
    if isinstance(item, Amount):
        return (item.funder, item.amount.period, item.in_kind)
    if isinstance(item, Quotation):
        return (item.said_by, item.source)
    return item.cycle if isinstance(item, StoryStep) else item.scale


def _kin_if_only(items: Sequence[tuple[int, Any]]) -> Callable[[tuple[int, Any]], Hashable]:
    """Return what an item is about, if no other is about the same; otherwise the item itself."""
    counts = Counter(_kin(item) for _, item in items)

    def key(item: tuple[int, Any]) -> Hashable:
        kin = _kin(item[1])
        return kin if counts[kin] == 1 else object()

    return key


def _kind(old_item: object, new_item: object) -> ChangeKind:
    if old_item and new_item:
        return ChangeKind.CHANGED
    return ChangeKind.ADDED if new_item else ChangeKind.REMOVED


def _at(base: Pointer | None, name: str | int, value: Any) -> Pointer | None:
    """Return the place of a value, or of the entry that would hold it."""
    if base is None:
        return None
    return (*base, name) if value is not None else base
