"""Data with its misspelt keys corrected, so that the values below them are checked too."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from tocmodel.diagnostics import Pointer

Renames = Mapping[Pointer, Mapping[str, str]]
"""By the address of a mapping, the keys meant by the keys in it."""


@frozen(eq=False)
class CorrectedData:
    """Data with the keys that were meant, and the way back to the places in the file.

    Attributes:
        data: the data, with the keys of the language in place of the misspelt ones.
        renames: which keys were renamed.
    """

    data: Any
    renames: Renames

    def back(self, pointer: Pointer) -> Pointer:
        """Return the place of a value in the file.

        >>> meant = correct_keys({"activities": {"a": {}}}, {(): {"activities": "interventions"}})
        >>> meant.data, meant.back(("interventions", "a"))
        ({'interventions': {'a': {}}}, ('activities', 'a'))
        """
        found: Pointer = ()
        for step in pointer:
            typed = {meant: key for key, meant in self.renames.get(found, {}).items()}
            found = (*found, typed.get(step, step) if isinstance(step, str) else step)
        return found


def correct_keys(data: Any, renames: Renames) -> CorrectedData:
    """Return data with keys renamed."""
    return CorrectedData(_copied(data, (), renames) if renames else data, renames)


def _copied(value: Any, at: Pointer, renames: Renames) -> Any:
    if isinstance(value, dict):
        names = renames.get(at, {})
        return {
            names.get(key, key): _copied(item, (*at, key), renames) for key, item in value.items()
        }
    if isinstance(value, list):
        return [_copied(item, (*at, place), renames) for place, item in enumerate(value)]
    return value
