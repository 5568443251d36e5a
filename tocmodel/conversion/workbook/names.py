"""The names of entries in a workbook: their titles, as nobody likes to read ids."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tocmodel.conversion.workbook.cells import joined
from tocmodel.fileformat.ids.known_ids import SHARED_IDS, KnownIds, folded
from tocmodel.model import SECTIONS, TheoryOfChange

THE_THEORY = "the theory"
"""The name of the theory itself, where a row is about it."""

THE_PLACE = "the place"
"""The name of the place of the theory, where a row is about it."""

ARROW = "->"

_TAKEN = frozenset(
    (THE_THEORY, THE_PLACE, "all", "theory", *(name.replace("_", "-") for name in SECTIONS))
)


class TitleNames:
    """What people read for each id: its title, or the id if that would be clearer.

    Args:
        data: the plain data of a theory.
        included: the theories that it includes.
    """

    def __init__(self, data: Mapping[str, Any], included: Mapping[str, TheoryOfChange]) -> None:
        self.known = KnownIds(data, included)
        self.data = data

    def of(self, id_: str) -> str:
        """Return the name of an entry, or of a link, ``cause -> effect``."""
        if ARROW in id_:
            return f" {ARROW} ".join(self.of(part.strip()) for part in id_.split(ARROW))
        section = self.known.sections.get(id_)
        if section is None or "/" in id_:
            return id_
        title = self.data[section][id_].get("title", "")
        return title if self._is_clear(title) else id_

    def listed(self, targets: Sequence[str]) -> Iterator[str]:
        """Yield the names of all entries of some sections, in the order of the theory."""
        for id_, section in self.known.sections.items():
            if section in targets:
                yield self.of(id_)

    def own(self) -> Iterator[tuple[str, str, str]]:
        """Yield the id, the name and the section of each entry that has a name of its own."""
        for section in SHARED_IDS:
            for id_ in self.data.get(section) or ():
                yield id_, self.of(id_), section

    def _is_clear(self, title: str) -> bool:
        """Return whether a title means one entry, and cannot be taken for anything else."""
        words = folded(title)
        return (
            len(self.known.titles.get(words, ())) == 1
            and words not in _TAKEN
            and title not in self.known.sections
            and ARROW not in title
            and title == " ".join(title.split())
            and len(title) <= _LONGEST
            and not title.startswith("#")
        )


_LONGEST = 255  # a drop-down of Excel offers no longer names


def link_names(links: Sequence[Mapping[str, Any]], names: TitleNames) -> list[str]:
    """Return a name for each link: its ends, with a number for later links of the same ends."""
    seen: dict[str, int] = {}
    found = []
    for link in links:
        ends = (link["from"], link["to"])
        name = f" {ARROW} ".join(
            joined(map(names.of, end if isinstance(end, list) else [end])) for end in ends
        )
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return found
