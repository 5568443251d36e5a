"""Ids that stand in two sections."""

from collections.abc import Iterator, Mapping
from typing import Any

from tocmodel.diagnostics import Problem
from tocmodel.ids.known import SHARED_IDS, mapping


def doubled_ids(data: Any) -> Iterator[Problem]:
    """Yield a problem for each id that stands in a second section."""
    if not isinstance(data, Mapping):
        return
    first: dict[str, str] = {}
    for name in SHARED_IDS:
        for id_ in mapping(data.get(name)):
            if id_ in first:
                yield Problem(
                    message=f"the id '{id_}' is taken: it is in {first[id_]} too",
                    pointer=(name, id_),
                    help="ids are unique in the whole file; give one of the two another id",
                    key=True,
                )
            else:
                first[id_] = name
