"""Find ids that are in two sections."""

from collections.abc import Iterator, Mapping
from typing import Any

from tocmodel.diagnostics import Problem
from tocmodel.fileformat.ids.known_ids import SHARED_IDS, as_mapping


def duplicate_ids(data: Any) -> Iterator[Problem]:
    """Yield a problem for each id that appears in a second section."""
    if not isinstance(data, Mapping):
        return
    first: dict[str, str] = {}
    for name in SHARED_IDS:
        for id_ in as_mapping(data.get(name)):
            if id_ in first:
                yield Problem(
                    message=f"the id '{id_}' is taken: it is in {first[id_]} too",
                    pointer=(name, id_),
                    help="ids are unique in the whole file; give one of the two another id",
                    key=True,
                )
            else:
                first[id_] = name
