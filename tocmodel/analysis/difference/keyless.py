"""Compares what has no id of its own: waivers and translations."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from tocmodel.analysis.difference.changes import Change
from tocmodel.analysis.difference.fields import Fields
from tocmodel.analysis.difference.meaning import clean, meaning
from tocmodel.analysis.difference.pairing import paired
from tocmodel.analysis.difference.parts import ChangeKind
from tocmodel.model import TheoryOfChange, Translation, Waiver

_NOTHING = Translation()
_TEXTS = ("title", "plain", "description")


def waiver_changes(old: TheoryOfChange, new: TheoryOfChange, fields: Fields) -> Iterator[Change]:
    """Give the waivers that are new, gone, or have another reason."""

    def alike(one: tuple[int, Waiver], other: tuple[int, Waiver]) -> int:
        before = (one[1].rule, fields.before("waivers", "at", one[1].at))
        same = before == (other[1].rule, meaning("waivers", "at", other[1].at))
        return same + (same and clean(one[1].reason) == clean(other[1].reason))

    here, there = list(enumerate(old.waivers)), list(enumerate(new.waivers))
    pairs, gone, more = paired(here, there, alike, least=1)
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
    old: TheoryOfChange, new: TheoryOfChange, fields: Fields
) -> Iterator[Change]:
    """Give the translations that are new, gone or other, text by text."""
    for language in sorted({*old.translations, *new.translations}):
        here = old.translations.get(language, {})
        there = new.translations.get(language, {})
        names = {fields.look(id_): id_ for id_ in here}
        for id_ in (*there, *(name for name in names if name not in there)):
            old_id = names.get(id_, "")
            one: Any = here.get(old_id, _NOTHING)
            other: Any = there.get(id_, _NOTHING)
            base = Change(
                kind=ChangeKind.CHANGED,
                section="translations",
                old_key=old_id,
                new_key=id_ if id_ in there else "",
                at_old=("translations", language, old_id) if old_id else None,
                at_new=("translations", language, id_) if id_ in there else None,
                of=(one, other),
            )
            for name in _TEXTS:
                yield from fields.changes(base, name, getattr(one, name), getattr(other, name))
