"""The package of a Word document: the same parts give the same bytes."""

import io
import re
import zipfile

_THEN = (2000, 1, 1, 0, 0, 0)
_PREVIEW = "docProps/thumbnail.jpeg"
"""A preview of the template's own page."""


def same_bytes(data: bytes) -> bytes:
    """Return a package with its parts in one order and without the time of writing."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in given.namelist():
            if name == _PREVIEW:
                continue
            part = zipfile.ZipInfo(name, _THEN)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            content = given.read(name)
            made.writestr(part, _without_preview(content) if name == "_rels/.rels" else content)
    return file.getvalue()


def _without_preview(relations: bytes) -> bytes:
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", relations)
