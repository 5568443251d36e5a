"""The names that a file from elsewhere uses for its own parts, and their ids in the theory."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from attrs import field, frozen

from tocmodel.conversion.sketch import Note, Remark
from tocmodel.model import REFERENCES, Reference
from tocmodel.wording import counted

IdOf = Callable[[str], str | None]
"""Returns the id of a name in the file; ``None`` if nothing has this name."""


@frozen
class Names:
    """The ids of all entries by their names in the file.

    Attributes:
        elements: the ids of elements, by the keys of their boxes.
        records: the ids of other entries, by section and name.
        left_out: the keys of boxes that are left out on request.
        lost: how often each name without an entry is used.
    """

    elements: Mapping[str, str]
    records: Mapping[str, Mapping[str, str]] = field(factory=dict)
    left_out: frozenset[str] = frozenset()
    lost: Counter[str] = field(factory=Counter)

    def end(self, key: str) -> str | None:
        """Return the id at the end of an arrow; ``None``, which is noted, if there is none."""
        found = self.elements.get(key) or self._record(key, tuple(self.records))
        if found is None and key not in self.left_out:
            self.lost[key] += 1
        return found

    def body(self, section: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keys of an entry with ids in place of the file's names."""
        found = dict(body)
        for reference in REFERENCES:
            if reference.section == section:
                _replace(found, reference.field.split("/"), partial(self._id, reference))
        return found

    def notes(self, what: str = "reference") -> Iterator[Note]:
        """Yield one note for each name that nothing in the file has."""
        for name, number in self.lost.items():
            message = f"{counted(number, what)} to or from '{name[:60]}', which is not in the file"
            yield Note(remark=Remark.LOST, message=message)

    def _id(self, reference: Reference, word: str) -> str | None:
        if word in reference.words:
            return word
        if reference.links and word.count(" -> ") == 1:
            ends = [self.elements.get(end.strip()) for end in word.split(" -> ")]
            found = " -> ".join(filter(None, ends)) if all(ends) else None
        else:
            found = self._record(word, reference.targets) or self.elements.get(word)
        if found is None and word not in self.left_out:
            self.lost[word] += 1
        return found

    def _record(self, word: str, sections: tuple[str, ...]) -> str | None:
        within = (self.records[name].get(word) for name in sections if name in self.records)
        return next(filter(None, within), None)


def _replace(holder: Any, path: list[str], id_of: IdOf) -> None:
    """Replace the names at a path below an entry; one without an id goes."""
    key, *rest = path
    for part in holder if isinstance(holder, list) else [holder]:
        if key == "*" and isinstance(part, dict):
            for name in part:
                part[name] = _copied(part[name])
                _replace(part[name], rest, id_of)
        if not isinstance(part, dict) or key not in part:
            continue
        if rest:
            part[key] = _copied(part[key])
            _replace(part[key], rest, id_of)
            continue
        found = _with_ids(part[key], id_of)
        if found in (None, []):
            del part[key]
        else:
            part[key] = found


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, list | tuple):
        return [_copied(item) for item in value]
    return value


def _with_ids(value: Any, id_of: IdOf) -> Any:
    if isinstance(value, list | tuple):
        found = [_with_ids(item, id_of) for item in value]
        return [item for item in found if item not in (None, [])]
    if isinstance(value, Mapping):  # of which the keys are names
        return {id_: item for key, item in value.items() if (id_ := id_of(key))}
    return id_of(value) if isinstance(value, str) else value
