"""Recognise files that are not plain text by their first bytes."""

_OFFICE = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet"),
)
_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_WEB = (b"<!doctype html", b"<html")


def describe_binary(data: bytes) -> str:
    """Return the kind of a file that cannot be a theory; an empty string if it may be one.

    >>> describe_binary(b"%PDF-1.7"), describe_binary(b"tocmodel: 1")
    ('a PDF', '')
    """
    if data.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _OFFICE if mark in data), "a zip file")
    for mark, name in _BEGINNINGS:
        if data.startswith(mark):
            return name
    begins = data[:200].lstrip().lower()
    return "a web page" if begins.startswith(_WEB) else ""


def is_utf_16(data: bytes) -> bool:
    """Return whether a file is saved as UTF-16 or UTF-32, with or without a byte order mark.

    >>> is_utf_16("title".encode("utf-16")), is_utf_16("title".encode("utf-16-le"))
    (True, True)
    >>> is_utf_16(b"title")
    False
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    return len(data) > 3 and (data[1:4:2] == b"\x00\x00" or data[:3:2] == b"\x00\x00")
