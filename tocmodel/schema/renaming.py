"""Data with its misspelt keys put right, so that what is below them is looked at as well."""

from collections.abc import Mapping
from typing import Any

from tocmodel.diagnostics import Pointer
from tocmodel.values import frozen

Renames = Mapping[Pointer, Mapping[str, str]]
"""For the address of a mapping the keys that are meant, by those that stand there."""


@frozen(eq=False)
class Meant:
    """Data as they are meant, and the way back to where things stand in the file.

    Attributes:
        data: the data, with keys of the language in place of those that were meant for them.
        renames: which keys were renamed.
    """

    data: Any
    renames: Renames

    def back(self, pointer: Pointer) -> Pointer:
        """Return where in the file something stands.

        >>> meant = renamed({"activities": {"a": {}}}, {(): {"activities": "interventions"}})
        >>> meant.data, meant.back(("interventions", "a"))
        ({'interventions': {'a': {}}}, ('activities', 'a'))
        """
        found: Pointer = ()
        for step in pointer:
            typed = {meant: key for key, meant in self.renames.get(found, {}).items()}
            found = (*found, typed.get(step, step) if isinstance(step, str) else step)
        return found


def renamed(data: Any, renames: Renames) -> Meant:
    """Return data with keys renamed."""
    return Meant(_copied(data, (), renames) if renames else data, renames)


def _copied(value: Any, at: Pointer, renames: Renames) -> Any:
    if isinstance(value, dict):
        names = renames.get(at, {})
        return {
            names.get(key, key): _copied(item, (*at, key), renames) for key, item in value.items()
        }
    if isinstance(value, list):
        return [_copied(item, (*at, place), renames) for place, item in enumerate(value)]
    return value
