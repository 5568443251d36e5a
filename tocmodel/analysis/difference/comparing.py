"""Goes through two theories side by side and gives what differs, in the order of the format."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import evolve

from tocmodel.analysis.difference.changes import Change
from tocmodel.analysis.difference.fields import Fields
from tocmodel.analysis.difference.keyless import translation_changes, waiver_changes
from tocmodel.analysis.difference.matching import Matches
from tocmodel.analysis.difference.meaning import defaults_of, fields_of, meaning
from tocmodel.analysis.difference.pairing import paired
from tocmodel.analysis.difference.parts import ChangeKind
from tocmodel.analysis.difference.sides import Item, LinkItem, Side, theory_fields
from tocmodel.model import SECTIONS, Entry, Link, TheoryOfChange
from tocmodel.values import frozen


@frozen
class Comparison:
    """Two sides and what on them is the same thing."""

    old: Side
    new: Side
    matches: Matches

    def changes(self) -> Iterator[Change]:
        """Give every change, in the order of the file format."""
        yield from self._theory()
        for name in SECTIONS:
            if name != "views":
                yield from self._section(name)
            if name == "risks":
                yield from self._links()
        yield from self._views()
        yield from waiver_changes(*self._theories, self._fields)
        yield from translation_changes(*self._theories, self._fields)

    # --- the theory itself

    def _theory(self) -> Iterator[Change]:
        there = dict(theory_fields(self.new.theory))
        for name, value in theory_fields(self.old.theory):
            base = Change(
                kind=ChangeKind.CHANGED, section="theory", at_old=(), at_new=(), of=self._theories
            )
            yield from self._fields.changes(base, name, value, there[name])
        for name in ("place", "revision"):
            yield from self._part(name)

    @property
    def _theories(self) -> tuple[TheoryOfChange, TheoryOfChange]:
        return (self.old.theory, self.new.theory)

    def _is_same(self, old: Entry | Link, new: Entry | Link) -> bool:
        """Say at once of most entries that nothing changed.

        Not where an id was renamed, nor with columns of the partnership's own, in which Python
        takes 1 and true for the same.
        """
        return not self._has_renamed and not old.fields and old == new

    @cached_property
    def _has_renamed(self) -> bool:
        return any(key != other for key, other in self.matches.entries.items())

    @property
    def _fields(self) -> Fields:
        return Fields(self.matches.look)

    def _part(self, name: str) -> Iterator[Change]:
        one, other = getattr(self.old.theory, name), getattr(self.new.theory, name)
        at_old = (name,) if one is not None else None
        at_new = (name,) if other is not None else None
        here = dict(fields_of(one)) if one is not None else {}
        there = dict(fields_of(other)) if other is not None else {}
        base = Change(
            kind=ChangeKind.CHANGED, section=name, at_old=at_old, at_new=at_new, of=(one, other)
        )
        for field in here or there:
            yield from self._fields.changes(base, field, here.get(field), there.get(field))

    # --- entries

    def _section(self, name: str) -> Iterator[Change]:
        back = {other: key for key, other in self.matches.entries.items()}
        for key, item in self.new.items.items():
            if item.section != name:
                continue
            if key in back:
                yield from self._entry(self.old.items[back[key]], item)
            elif not item.in_place:  # the link that holds it says so
                yield _added(item)
        for key, item in self.old.items.items():
            if item.section == name and key not in self.matches.entries and not item.in_place:
                yield _removed(item)

    def _views(self) -> Iterator[Change]:
        back = {other: key for key, other in self.matches.views.items()}
        for key, item in self.new.views.items():
            if key in back:
                yield from self._entry(self.old.views[back[key]], item)
            else:
                yield _added(item)
        yield from (
            _removed(item) for key, item in self.old.views.items() if key not in self.matches.views
        )

    def _entry(self, old: Item, new: Item) -> Iterator[Change]:
        if old.section == new.section and self._is_same(old.entry, new.entry):
            return
        base = Change(
            kind=ChangeKind.CHANGED,
            section=new.section,
            old_key=old.key,
            new_key=new.key,
            at_old=old.pointer,
            at_new=new.pointer,
            of=(old.entry, new.entry),
        )
        if old.section != new.section:
            yield evolve(base, kind=ChangeKind.MOVED, old=old.section, new=new.section)
        if old.key != new.key and not (old.in_place or new.in_place):
            yield evolve(base, kind=ChangeKind.RENAMED, field="id", old=old.key, new=new.key)
        here, there = dict(fields_of(old.entry)), dict(fields_of(new.entry))
        if old.section != new.section:
            yield from self._moved(base, here, there)
            return
        for field, value in there.items():
            yield from self._fields.changes(base, field, here[field], value)

    def _moved(
        self, base: Change, here: Mapping[str, Any], there: Mapping[str, Any]
    ) -> Iterator[Change]:
        """Compare an entry across two sections: a field that one lacks is as if it were not set."""
        one, other = base.of
        old = {**dict(defaults_of(other)), **here}
        new = {**dict(defaults_of(one)), **there}
        for field, value in new.items():
            for change in self._fields.changes(
                base, field, old.get(field), value, section=str(base.at_old and base.at_old[0])
            ):
                yield evolve(
                    change,
                    at_old=change.at_old if field in here else base.at_old,
                    at_new=change.at_new if field in there else base.at_new,
                )

    # --- links

    def _links(self) -> Iterator[Change]:
        left: dict[tuple[str, str], list[LinkItem]] = {}
        for item in self.old.links:
            pair = (self.matches.look(item.pair[0]), self.matches.look(item.pair[1]))
            left.setdefault(pair, []).append(item)
        groups: dict[tuple[str, str], list[LinkItem]] = {}
        for item in self.new.links:
            groups.setdefault(item.pair, []).append(item)
        removed: list[LinkItem] = []
        for pair, there in groups.items():
            pairs, gone, more = paired(left.pop(pair, []), there, self._alike)
            for one, other in pairs:
                yield from self._link(one, other)
            yield from (_link_added(item) for item in more)
            removed.extend(gone)
        removed.extend(item for items in left.values() for item in items)
        yield from (_link_removed(item) for item in sorted(removed, key=lambda item: item.pointer))

    def _link(self, old: LinkItem, new: LinkItem) -> Iterator[Change]:
        if self._is_same(old.link, new.link):
            return
        base = Change(
            kind=ChangeKind.CHANGED,
            section="links",
            old_key=old.pair,
            new_key=new.pair,
            at_old=old.pointer,
            at_new=new.pointer,
            of=(old.link, new.link),
        )
        there = dict(fields_of(new.link))
        for field, value in fields_of(old.link):
            yield from self._fields.changes(base, field, value, there[field])

    def _alike(self, old: LinkItem, new: LinkItem) -> int:
        """Count the fields in which two links between the same elements agree."""
        there = dict(fields_of(new.link))
        return sum(
            self._fields.before("links", name, value) == meaning("links", name, there[name])
            for name, value in fields_of(old.link)
        )


def _added(item: Item) -> Change:
    return Change(
        kind=ChangeKind.ADDED,
        section=item.section,
        new_key=item.key,
        at_new=item.pointer,
        of=(None, item.entry),
    )


def _removed(item: Item) -> Change:
    return Change(
        kind=ChangeKind.REMOVED,
        section=item.section,
        old_key=item.key,
        at_old=item.pointer,
        of=(item.entry, None),
    )


def _link_added(item: LinkItem) -> Change:
    return Change(
        kind=ChangeKind.ADDED,
        section="links",
        new_key=item.pair,
        at_new=item.pointer,
        of=(None, item.link),
    )


def _link_removed(item: LinkItem) -> Change:
    return Change(
        kind=ChangeKind.REMOVED,
        section="links",
        old_key=item.pair,
        at_old=item.pointer,
        of=(item.link, None),
    )
