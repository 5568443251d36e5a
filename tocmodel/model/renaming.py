"""New ids for entries, also wherever other entries refer to them."""

from collections.abc import Callable
from typing import Any

from attrs import evolve, has

from tocmodel.model.convert import FrozenDict
from tocmodel.model.references import REFERENCES

Rename = Callable[[str], str]

_FIELDS: dict[str, tuple[tuple[str, ...], ...]] = {
    section: tuple(
        tuple(reference.field.split("/"))
        for reference in REFERENCES
        if reference.section == section
    )
    for section in {reference.section for reference in REFERENCES}
}
_FIELDS["links"] += (("together",),)  # the ids of a list at an end, which a file has in ``from``


def referring(section: str, entry: Any, rename: Rename) -> Any:
    """Return an entry of a section whose references name the new ids."""
    for path in _FIELDS.get(section, ()):
        entry = _with(entry, path, rename)
    return entry


def _with(value: Any, path: tuple[str, ...], rename: Rename) -> Any:
    """Rename the value at a path; leave the data unchanged where the path leads nowhere."""
    if isinstance(value, tuple):
        return tuple(_with(item, path, rename) for item in value)
    if path[:1] == ("*",):
        return FrozenDict({key: _with(item, path[1:], rename) for key, item in value.items()})
    if isinstance(value, FrozenDict):  # of which the keys are ids
        return FrozenDict({rename(key): item for key, item in value.items()})
    if not path:
        return rename(value) if isinstance(value, str) and value else value
    if not has(type(value)):
        return value
    name = {"from": "from_", "for": "for_", "with": "with_"}.get(path[0], path[0])
    held = getattr(value, name)
    changed = _with(held, path[1:], rename)
    return value if changed == held else evolve(value, **{name: changed})
