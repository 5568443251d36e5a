"""Find the ids that names in a workbook mean."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocmodel.conversion.workbook.cells import divided
from tocmodel.conversion.workbook.columns import SheetColumn
from tocmodel.conversion.workbook.names import ARROW
from tocmodel.diagnostics import MOST_SUGGESTIONS, nearest
from tocmodel.fileformat.ids.known_ids import KnownIds, folded
from tocmodel.model import REFERENCES
from tocmodel.model.section_names import SECTION_NAMES

LinkKey = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids at the two ends of a link."""


class UnclearNameError(Exception):
    """A name means nothing, or more than one entry; the message is for people."""

    def __init__(self, message: str, help_: str = "") -> None:
        self.help = help_
        super().__init__(message)


class RemovedNameError(UnclearNameError):
    """A name means an entry whose row was removed from the workbook."""


class Resolver:
    """Finds ids by names: ids, titles, and the names that were written into the workbook.

    Args:
        data: the entries, as far as they are known, with their titles.
        written: the id of each entry by its name and section when the workbook was written.
        drops: whether the names of removed entries are left out of lists.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        written: Mapping[tuple[str, str], str],
        *,
        drops: bool = False,
    ) -> None:
        self.drops = drops
        self.known = KnownIds(data, {})
        self.titles = {id_: data[name][id_].get("title", "") for id_, name in _all(self.known)}
        self.written: dict[str, list[str]] = {}
        for (name, _), id_ in written.items():
            self.written.setdefault(folded(name), []).append(id_)
        self.suggestions = 0

    def ids(self, column: SheetColumn, value: Any) -> Any:
        """Return the ids for the names in a value of a column.

        Raises:
            UnclearNameError: a name is not clear.
        """
        if isinstance(value, list):
            return list(self._listed(column, value))
        reference = column.reference
        if reference is None or not isinstance(value, str):
            return value
        if column.has_rows and BELOW.fullmatch(value):
            return value
        return self.id(value, reference.targets, words=reference.words, links=reference.links)

    def _listed(self, column: SheetColumn, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            try:
                yield self.ids(column, value)
            except RemovedNameError:
                if not self.drops:
                    raise

    def id(
        self,
        name: str,
        targets: Iterable[str],
        *,
        words: Sequence[str] = (),
        links: bool = False,
    ) -> str:
        """Return the id that a name means among some sections.

        Raises:
            UnclearNameError: it means nothing, or more than one entry.
        """
        among = frozenset(targets)
        if name in words or self._section(name) in among:
            return name
        if links and ARROW in name:
            return f" {ARROW} ".join(self._end(part.strip()) for part in name.split(ARROW))
        now = [id_ for id_ in self._titled(name) if self._section(id_) in among]
        then = [id_ for id_ in self.written.get(folded(name), ()) if self._section(id_) in among]
        found = dict.fromkeys([*now, *then])
        if len(found) == 1:
            return next(iter(found))
        if not found and _INCLUDED.fullmatch(name):  # known only with the files beside it
            return name
        raise self._several(name, now, then) if found else self._unknown(name, among)

    def link(self, name: str) -> tuple[LinkKey, int]:
        """Return the ends of a link by its name, and its number among those with the same ends.

        Raises:
            UnclearNameError: a name in it means nothing.
        """
        try:
            return self._link(name), 1
        except UnclearNameError:
            numbered = _NUMBERED.fullmatch(name)
            if numbered is None:
                raise
            return self._link(numbered[1]), int(numbered[2])

    def _link(self, name: str) -> LinkKey:
        ends = name.split(ARROW)
        if len(ends) != 2:
            raise self._unknown(name, frozenset())
        cause, effect = (tuple(self._end(part) for part in divided(end)) for end in ends)
        return cause, effect

    def _end(self, name: str) -> str:
        return self.id(name, _END.targets, words=_END.words)

    def _section(self, id_: str) -> str:
        return self.known.sections.get(id_, "")

    def _titled(self, name: str) -> Sequence[str]:
        return self.known.titles.get(folded(name), ())

    def _several(self, name: str, now: Sequence[str], then: Sequence[str]) -> UnclearNameError:
        if now and then:
            title = self.titles.get(then[0], "")
            message = f'"{name[:80]}" was the title of what is now "{title[:80]}"'
            return UnclearNameError(message, f"write the id that is meant: {_either(now, then)}")
        message = f'"{name[:80]}" is the title of {len({*now, *then})} entries'
        return UnclearNameError(message, f"write the id that is meant: {_either(now, then)}")

    def _unknown(self, name: str, among: frozenset[str]) -> UnclearNameError:
        nouns = [SECTION_NAMES[one].one for one in among if one in SECTION_NAMES]
        noun = nouns[0] if len(nouns) == 1 else "element"
        if not among:
            return UnclearNameError(f"\"{name[:80]}\" is not a link, 'cause -> effect'")
        if any(self._section(id_) == "" for id_ in self.written.get(folded(name), ())):
            return RemovedNameError(f'"{name[:80]}" was removed from its sheet', _REMOVED)
        message = f'there is no {noun} "{name[:80]}"'
        near = self._nearest(name, among)
        if near:
            return UnclearNameError(f'{message}; did you mean "{near}"?')
        has_none = not any(section in among for section in self.known.sections.values())
        help_ = f"there is no {noun} in this workbook yet" if has_none else ""
        return UnclearNameError(message, help_)

    def _nearest(self, name: str, among: frozenset[str]) -> str | None:
        self.suggestions += 1
        if self.suggestions > MOST_SUGGESTIONS:
            return None
        ids = [id_ for id_, section in self.known.sections.items() if section in among]
        titles = [title for id_ in ids if isinstance(title := self.titles.get(id_), str) and title]
        return nearest(name, sorted({*ids, *titles}))


_END = next(item for item in REFERENCES if (item.section, item.field) == ("links", "from"))
_REMOVED = (
    "take it out of this cell, or delete this row too; --remove-links does this for every row"
)
BELOW = re.compile("#[0-9]{1,6}", re.ASCII)
"""A value that has a row of its own on another sheet."""

_INCLUDED = re.compile("[a-z0-9-]+(/[a-z0-9-]+)+")
_NUMBERED = re.compile(r"(.*) \(([0-9]{1,6})\)", re.DOTALL)


def _either(now: Sequence[str], then: Sequence[str]) -> str:
    ids = list(dict.fromkeys([*now, *then]))
    return ", ".join(ids[:6])


def _all(known: KnownIds) -> Iterable[tuple[str, str]]:
    return known.sections.items()
