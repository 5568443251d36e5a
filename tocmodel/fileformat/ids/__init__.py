"""Find ids that are used but not defined, or defined twice.

This works on plain data, so it also covers files with other mistakes.
"""

from tocmodel.fileformat.ids.duplicate_ids import duplicate_ids
from tocmodel.fileformat.ids.malformed_ids import join_malformed
from tocmodel.fileformat.ids.titles import with_ids
from tocmodel.fileformat.ids.too_many_links import too_many_links
from tocmodel.fileformat.ids.unknown_ids import places_already_explained, unknown_ids

__all__ = [
    "duplicate_ids",
    "join_malformed",
    "places_already_explained",
    "too_many_links",
    "unknown_ids",
    "with_ids",
]
