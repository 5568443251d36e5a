"""Archives that are opened: what makes the whole of one unusable."""

import io
import zipfile

import pytest

from tocmodel.package.archive import Package
from tocmodel.package.limits import UnreadableFileError
from tocmodel.slides.powerpoint.template import TemplateLimits


def archive_with(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, b"content")
    return file.getvalue()


# A name ends where a zero byte is, so this one is empty.
UNNAMED = archive_with("part.xml").replace(b"part.xml", b"\0art.xml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive_with("A.xml", "a.xml"), "two parts are called 'a.xml'"),
        (UNNAMED, "a part has no name"),
    ],
)
def test_a_part_has_a_name_of_its_own(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=f"^the template is damaged: {reason}$"):
        Package(data, TemplateLimits())
