"""The text of a file from elsewhere, whatever encoding it is saved in."""

import codecs

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.sketch import Note, Remark
from tocmodel.syntax.binary_files import describe_binary

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    r"""Return the text of a file with simple line ends, and a note if its encoding was guessed.

    Spreadsheets in the west save CSV files as Windows-1252.

    >>> decoded("Café\r\n".encode("cp1252"), "map.csv")[0]
    'Café\n'

    Raises:
        ForeignFileError: it is not text.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding != "utf-16":
        if kind := describe_binary(data):
            raise unreadable(name, f"this is {kind}, and its name has the ending of another kind")
        if b"\0" in data:
            raise unreadable(name, "this is not text")
    try:
        return _clean(data.decode(encoding)), ()
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise unreadable(name, "the file is saved as UTF-16 and is damaged") from error
    line = data.count(b"\n", 0, error_place(data)) + 1
    message = "the file is not UTF-8, so it was read as Windows-1252"
    note = Note(remark=Remark.REPAIRED, message=message, place=f"line {line}")
    return _clean(data.decode("cp1252", "replace")), (note,)


def error_place(data: bytes) -> int:
    """Return the place of the first byte that is not UTF-8; the end if there is none."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _clean(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
