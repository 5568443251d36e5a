"""Compares two theories side by side and yields the changes, in the order of the format."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import eq
from typing import Any

from attrs import evolve, frozen

from tocmodel.differences.compare_fields import FieldComparison
from tocmodel.differences.match import Matches, Paired, pair_equal, pair_up
from tocmodel.differences.model import Change, ChangeKind
from tocmodel.differences.normalise import clean, defaults_of, fields_of, normalised
from tocmodel.differences.version import IndexedTheory, KeyedEntry, KeyedLink, theory_fields
from tocmodel.model import SECTIONS, Entry, Link, TheoryOfChange, Translation, Waiver
from tocmodel.model.convert import EMPTY

_NOTHING = Translation()


_TEXTS = ("title", "plain", "description", "summary", "words")


@frozen
class Comparison:
    """Two theories, and which of their entries are the same."""

    old: IndexedTheory
    new: IndexedTheory
    matches: Matches

    def changes(self) -> Iterator[Change]:
        """Yield every change, in the order of the file format."""
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
        new_fields = dict(theory_fields(self.new.theory))
        for name, value in theory_fields(self.old.theory):
            base = Change(
                kind=ChangeKind.CHANGED, section="theory", at_old=(), at_new=(), of=self._theories
            )
            yield from self._fields.changes(base, name, value, new_fields[name])
        for name in ("place", "revision"):
            yield from self._part(name)

    @property
    def _theories(self) -> tuple[TheoryOfChange, TheoryOfChange]:
        return (self.old.theory, self.new.theory)

    def _is_same(self, old: Entry | Link, new: Entry | Link) -> bool:
        """Whether two entries are equal at first sight, which most entries are.

        Not where an id was renamed, nor with the partnership's own columns, where Python treats 1
        and true as equal.
        """
        return not self._has_renamed and not old.fields and old == new

    @cached_property
    def _has_renamed(self) -> bool:
        return any(key != other for key, other in self.matches.entries.items())

    @property
    def _fields(self) -> FieldComparison:
        return FieldComparison(self.matches.new_id)

    def _part(self, name: str) -> Iterator[Change]:
        one, other = getattr(self.old.theory, name), getattr(self.new.theory, name)
        at_old = (name,) if one is not None else None
        at_new = (name,) if other is not None else None
        old_fields = dict(fields_of(one)) if one is not None else {}
        new_fields = dict(fields_of(other)) if other is not None else {}
        base = Change(
            kind=ChangeKind.CHANGED, section=name, at_old=at_old, at_new=at_new, of=(one, other)
        )
        for field in old_fields or new_fields:
            yield from self._fields.changes(
                base, field, old_fields.get(field), new_fields.get(field)
            )

    # --- entries

    def _section(self, name: str) -> Iterator[Change]:
        back = {other: key for key, other in self.matches.entries.items()}
        for key, item in self.new.items.items():
            if item.section != name:
                continue
            if key in back:
                yield from self._entry(self.old.items[back[key]], item)
            elif not item.in_place:  # reported as a change of the link that holds it
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

    def _entry(self, old: KeyedEntry, new: KeyedEntry) -> Iterator[Change]:
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
        old_fields, new_fields = dict(fields_of(old.entry)), dict(fields_of(new.entry))
        if old.section != new.section:
            yield from self._moved(evolve(base, old_section=old.section), old_fields, new_fields)
            return
        for field, value in new_fields.items():
            yield from self._fields.changes(base, field, old_fields[field], value)

    def _moved(
        self, base: Change, old_fields: Mapping[str, Any], new_fields: Mapping[str, Any]
    ) -> Iterator[Change]:
        """Compare an entry across two sections: a field that one of them lacks is not set."""
        one, other = base.of
        old = {**dict(defaults_of(other)), **old_fields}
        new = {**dict(defaults_of(one)), **new_fields}
        for field in {**new, **old}:
            for change in self._fields.changes(base, field, old.get(field), new.get(field)):
                yield evolve(
                    change,
                    at_old=change.at_old if field in old_fields else base.at_old,
                    at_new=change.at_new if field in new_fields else base.at_new,
                )

    # --- links

    def _links(self) -> Iterator[Change]:
        left: dict[tuple[str, str], list[KeyedLink]] = {}
        for item in self.old.links:
            pair = (self.matches.new_id(item.pair[0]), self.matches.new_id(item.pair[1]))
            left.setdefault(pair, []).append(item)
        groups: dict[tuple[str, str], list[KeyedLink]] = {}
        for item in self.new.links:
            groups.setdefault(item.pair, []).append(item)
        removed: list[KeyedLink] = []
        for pair, new_links in groups.items():
            pairs, gone, more = self._paired(left.pop(pair, []), new_links)
            for one, other in pairs:
                yield from self._link(one, other)
            yield from (_link_added(item) for item in more)
            removed.extend(gone)
        removed.extend(item for items in left.values() for item in items)
        yield from (_link_removed(item) for item in sorted(removed, key=lambda item: item.pointer))

    def _link(self, old: KeyedLink, new: KeyedLink) -> Iterator[Change]:
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
        new_fields = dict(fields_of(new.link))
        for field, value in fields_of(old.link):
            yield from self._fields.changes(base, field, value, new_fields[field])

    def _paired(self, old: Sequence[KeyedLink], new: Sequence[KeyedLink]) -> Paired[KeyedLink]:
        """Pair links between the same elements, first those that agree in the most fields."""
        if len(old) == len(new) == 1:  # nearly always
            return [(old[0], new[0])], [], []
        meanings = {
            id(item): tuple(mean("links", name, value) for name, value in fields_of(item.link))
            for items, mean in ((old, self._fields.before), (new, normalised))
            for item in items
        }

        def meaning(item: KeyedLink) -> tuple[Any, ...]:
            return meanings[id(item)]

        def alike(one: KeyedLink, other: KeyedLink) -> int:
            return sum(map(eq, meaning(one), meaning(other)))

        same, gone, more = pair_equal(old, new, meaning, meaning)
        pairs, gone, more = pair_up(gone, more, alike)
        return [*same, *pairs], gone, more


def _added(item: KeyedEntry) -> Change:
    return Change(
        kind=ChangeKind.ADDED,
        section=item.section,
        new_key=item.key,
        at_new=item.pointer,
        of=(None, item.entry),
    )


def _removed(item: KeyedEntry) -> Change:
    return Change(
        kind=ChangeKind.REMOVED,
        section=item.section,
        old_key=item.key,
        at_old=item.pointer,
        of=(item.entry, None),
    )


def _link_added(item: KeyedLink) -> Change:
    return Change(
        kind=ChangeKind.ADDED,
        section="links",
        new_key=item.pair,
        at_new=item.pointer,
        of=(None, item.link),
    )


def _link_removed(item: KeyedLink) -> Change:
    return Change(
        kind=ChangeKind.REMOVED,
        section="links",
        old_key=item.pair,
        at_old=item.pointer,
        of=(item.link, None),
    )


def waiver_changes(
    old: TheoryOfChange, new: TheoryOfChange, fields: FieldComparison
) -> Iterator[Change]:
    """Yield the waivers that are new, gone, or have another reason."""

    def before(item: tuple[int, Waiver]) -> Hashable:
        return item[1].check, fields.before("waivers", "at", item[1].at)

    def now(item: tuple[int, Waiver]) -> Hashable:
        return item[1].check, normalised("waivers", "at", item[1].at)

    def reason(item: tuple[int, Waiver]) -> str:
        return clean(item[1].reason)

    gone, more = list(enumerate(old.waivers)), list(enumerate(new.waivers))
    _, gone, more = pair_equal(
        gone,
        more,
        lambda item: (before(item), reason(item)),
        lambda item: (now(item), reason(item)),
    )
    pairs, gone, more = pair_equal(gone, more, before, now)
    base = Change(kind=ChangeKind.CHANGED, section="waivers")
    for one, other in pairs:
        change = evolve(
            base,
            at_old=("waivers", one[0]),
            at_new=("waivers", other[0]),
            of=(one[1], other[1]),
        )
        yield from fields.changes(change, "reason", one[1].reason, other[1].reason)
    for index, waiver in more:
        yield evolve(base, kind=ChangeKind.ADDED, of=(None, waiver), at_new=("waivers", index))
    for index, waiver in gone:
        yield evolve(base, kind=ChangeKind.REMOVED, of=(waiver, None), at_old=("waivers", index))


def translation_changes(
    old: TheoryOfChange, new: TheoryOfChange, fields: FieldComparison
) -> Iterator[Change]:
    """Yield the translations that are new, gone or changed, text by text."""
    for language in sorted({*old.translations, *new.translations}):
        old_texts = old.translations.get(language, EMPTY)
        new_texts = new.translations.get(language, EMPTY)
        names = {fields.new_id(id_): id_ for id_ in old_texts}
        for id_ in (*new_texts, *(name for name in names if name not in new_texts)):
            old_id = names.get(id_, "")
            one: Any = old_texts.get(old_id, _NOTHING)
            other: Any = new_texts.get(id_, _NOTHING)
            base = Change(
                kind=ChangeKind.CHANGED,
                section="translations",
                old_key=old_id,
                new_key=id_ if id_ in new_texts else "",
                at_old=("translations", language, old_id) if old_id else None,
                at_new=("translations", language, id_) if id_ in new_texts else None,
                of=(one, other),
            )
            for name in _TEXTS:
                yield from fields.changes(base, name, getattr(one, name), getattr(other, name))
