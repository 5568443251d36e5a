"""A zip archive: its parts by name, unpacked piece by piece."""

import io
import zipfile
from collections.abc import Iterator
from typing import Generic, TypeVar

from tocmodel.package.limits import PackageLimits, UnreadableFileError, mebibytes

_PIECE = 64 * 1024
_IN_DIRECTORY = b"PK\x01\x02"  # comes before every entry in an archive's directory
_ENCRYPTED = 1
_OLD_FILE = b"\xd0\xcf\x11\xe0"  # the container of .xls, and of workbooks with a password
_UNPACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


_L = TypeVar("_L", bound=PackageLimits)


class Package(Generic[_L]):
    """An open archive.

    Args:
        data: the whole file.
        limits: the limits for reading it.

    Raises:
        UnreadableFileError: it is not an archive, is damaged, or is larger than the limits.
    """

    def __init__(self, data: bytes, limits: _L) -> None:
        self.limits = limits
        self.tags = 0  # the readers of the parts count these
        self._unpacked = 0
        if len(data) > limits.size:
            raise limits.error(f"the {limits.noun} is larger than {mebibytes(limits.size)}")
        if data.startswith(_OLD_FILE):
            raise limits.error(
                f"the {limits.noun} is an old one or has a password; "
                f"save it as {limits.saved_as} without one"
            )
        if data.count(_IN_DIRECTORY) > limits.parts:
            raise limits.error(f"the {limits.noun} has more than {limits.parts:,} parts")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:
            raise limits.error(f"the file is not {limits.saved_as}; save it as one") from error
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for item in self._archive.infolist():
            if not item.filename:  # zipfile itself fails at such a name
                raise self.limits.damaged("a part has no name")
            if self._parts.setdefault(_folded(item.filename), item) is not item:
                raise self.limits.damaged(f"two parts are called '{item.filename[:80]}'")

    def __contains__(self, part: str) -> bool:
        """Return whether there is a part of this name, in upper or lower case."""
        return _folded(part) in self._parts

    def pieces(self, part: str) -> Iterator[bytes]:
        """Unpack a part, one piece after another.

        Raises:
            UnreadableFileError: the part is missing, damaged or too large.
        """
        if part not in self:
            raise self.limits.damaged(f"the part '{part[:80]}' is missing")
        item = self._parts[_folded(part)]
        if item.flag_bits & _ENCRYPTED:
            raise self.limits.error(f"the {self.limits.noun} has a password; save it without one")
        if item.compress_type not in _UNPACKED:
            raise self.limits.damaged(
                f"'{part[:80]}' is compressed in a way that few programs read"
            )
        if self._unpacked + item.file_size > self.limits.content:
            raise self._too_large()
        size = 0
        for piece in self._unpack(item, part):
            size += len(piece)
            self._unpacked += len(piece)
            if self._unpacked > self.limits.content:
                raise self._too_large()
            yield piece
        if size != item.file_size:
            raise self.limits.damaged(f"'{part[:80]}' is not as long as it should be")

    def _unpack(self, item: zipfile.ZipInfo, part: str) -> Iterator[bytes]:
        # zipfile documents one error for a damaged archive but raises a dozen others: any of them
        # means that the archive is damaged. Nothing but zipfile runs inside these two blocks.
        try:
            file = self._archive.open(item)
        except Exception as error:
            raise self.limits.damaged(f"'{part[:80]}' cannot be unpacked") from error
        with file:
            while True:
                try:
                    piece = file.read(_PIECE)
                except Exception as error:
                    raise self.limits.damaged(f"'{part[:80]}' cannot be unpacked") from error
                if not piece:
                    return
                yield piece

    def _too_large(self) -> UnreadableFileError:
        limit = mebibytes(self.limits.content)
        return self.limits.error(f"the {self.limits.noun} unpacks to more than {limit}")


def _folded(part: str) -> str:
    """Return the name of a part for comparison; a few writers get case and slashes wrong."""
    return part.replace("\\", "/").removeprefix("/").casefold()
