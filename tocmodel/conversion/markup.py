"""XML and archives from elsewhere; what is wrong with them is a finding with its place."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import ClassVar

from attrs import frozen

from tocmodel.conversion.faults import unreadable
from tocmodel.package import PackageLimits, UnreadableFileError, XmlElement, xml_tree

_MEBIBYTE = 1024 * 1024


@frozen(kw_only=True)
class ForeignLimits(PackageLimits):
    """The limits for an XML file or an archive from elsewhere."""

    saved_as: ClassVar[str] = "a file of the kind that its name shows"
    size: int = 16 * _MEBIBYTE
    content: int = 64 * _MEBIBYTE
    tags: int = 400_000
    depth: int = 200
    tag: int = 4 * _MEBIBYTE  # draw.io puts whole pictures into an attribute


LIMITS = ForeignLimits()


def xml_file(data: bytes, name: str) -> XmlElement:
    """Return the outermost element of an XML file.

    Raises:
        ForeignFileError: it is not XML, has a document type, or exceeds a limit.
    """
    with refusals(name):
        return xml_tree(data, LIMITS, PurePath(name).name)


@contextmanager
def refusals(name: str) -> Iterator[None]:
    """Turn the error for an unreadable XML file or archive into a finding with its place."""
    try:
        yield
    except UnreadableFileError as error:
        line = int(error.place.removeprefix("line ")) if error.place.startswith("line ") else 0
        place = "" if line else error.place
        raise unreadable(name, str(error), place=place, line=line, help_=error.help) from error


def root_name(data: bytes) -> str:
    r"""Return the name of the outermost element of XML, without a prefix; empty for anything else.

    >>> root_name(b'<?xml version="1.0"?><!-- a map -->\n<x:graphml a="1">'), root_name(b"a,b")
    ('graphml', '')
    """
    for encoding in ("utf-8", "utf-16"):
        text = data[:4096].decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
        found = _ROOT.match(text)
        if found:
            return found[1].rpartition(":")[2]
    return ""


_ROOT = re.compile(r"(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<([^\s<>/!?]{1,80})", re.DOTALL)
