"""Read an outline in OPML, as mind maps and outliners save it.

Source: http://opml.org/spec2.opml. ``_note`` is the note of an item in most programs.
"""

from collections.abc import Iterator
from typing import ClassVar

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.outline_items import OutlineItem, outline_sketch
from tocmodel.conversion.sketch import Sketch
from tocmodel.package import PackageLimits, XmlElement, xml_tree

SUMMARY = "Summary"
"""The first item of an outline that tocmodel wrote: its note is the summary of the theory."""


class OpmlLimits(PackageLimits):
    """The limits for one outline in OPML."""

    noun: ClassVar[str] = "outline"
    saved_as: ClassVar[str] = "an OPML outline"


LIMITS = OpmlLimits(tags=200_000, depth=200)


def recognises(data: bytes, _name: str) -> bool:
    """Whether the first element of the file is that of OPML."""
    return b"<opml" in data[:2000]


def read(data: bytes, name: str) -> Sketch:
    """Read an outline.

    Raises:
        ForeignFileError: it is not OPML.
        UnreadableFileError: it is not XML, or exceeds a limit.
    """
    root = xml_tree(data, LIMITS, name)
    body = root.first("body")
    if root.name != "opml" or body is None:
        raise unreadable(name, "an outline in OPML has a <body>, and it is missing")
    items = list(_items(body))
    summary = items[0].description if items and items[0].text == SUMMARY else ""
    return outline_sketch(
        items[bool(summary) :], title=root.text_of("head", "title"), description=summary
    )


def _items(body: XmlElement) -> Iterator[OutlineItem]:
    waiting = [(1, item) for item in reversed([*body.each("outline")])]
    while waiting:
        level, item = waiting.pop()
        text = " ".join((item.get("text") or item.get("title")).split())
        yield OutlineItem(
            level=level,
            text=text,
            description=item.get("_note").strip(),
            place=f"line {item.line}",
        )
        waiting += [(level + 1, inner) for inner in reversed([*item.each("outline")])]
