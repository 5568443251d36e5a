"""The findings about a file as such: what can be wrong before there is a theory to check."""

from collections.abc import Mapping
from types import MappingProxyType

from tocmodel.diagnostics import Finding, Pointer, Severity, Span
from tocmodel.values import frozen


@frozen
class FileCode:
    """A kind of file problem: its code, its name, and what to know about it."""

    code: str
    name: str
    summary: str
    explanation: str


_TABLE = (
    FileCode(
        "TOC001",
        "not-readable",
        "The file cannot be read as YAML or JSON.",
        "Usually a text that needs quotes, a missing colon, quote or bracket, or lines that are "
        "not indented alike. A text needs double quotes when it holds a colon and a space or "
        "begins with a character such as [, @ or #, and in braces when it holds a comma. Where the "
        "meaning is plain, the rest is checked as if the mistake were corrected.",
    ),
    FileCode(
        "TOC002",
        "doubled-key",
        "The same key stands twice in one place.",
        "Only one of the two could be kept, and nobody would see which; give one of them "
        "another name, or join them.",
    ),
    FileCode(
        "TOC003",
        "yaml-feature",
        "Anchors, aliases, tags and keys that are not text are not part of the language.",
        "They make a file hard to read aloud and can hide very large contents in a few lines; "
        "write the value out where it is meant.",
    ),
    FileCode(
        "TOC004",
        "too-large",
        "The file is larger or more deeply nested than any theory needs.",
        "A file may have up to 64 MiB and 100 levels of nesting.",
    ),
    FileCode(
        "TOC005",
        "wrong-encoding",
        "The file is not UTF-8 text.",
        "Save it again from the editor with the encoding UTF-8. A Word or Excel document, or a "
        "PDF, is not plain text: copy its words into a file that 'tocmodel new' makes.",
    ),
    FileCode(
        "TOC006",
        "empty-file",
        "The file holds no theory.",
        "'tocmodel new' writes a file to start from.",
    ),
    FileCode(
        "TOC007",
        "second-document",
        "The file holds more than one document.",
        "A line of three hyphens starts a new document; one file holds one theory.",
    ),
    FileCode(
        "TOC010",
        "not-as-described",
        "Something in the file is not as the language describes it.",
        "A key that is not known, a value of the wrong kind, or something that is missing. "
        "'tocmodel describe' lists the sections and keys; 'tocmodel describe outcomes' lists the "
        "keys of a section, and 'tocmodel describe horizon' the words of a key.",
    ),
    FileCode(
        "TOC011",
        "unknown-id",
        "An id is named that nothing in the file has.",
        "Ids tie a theory together: a link to nothing says nothing.",
    ),
    FileCode(
        "TOC012",
        "doubled-id",
        "The same id stands in two sections.",
        "Ids are unique in the whole file, so that a link can only mean one thing.",
    ),
    FileCode(
        "TOC013",
        "unknown-version",
        "The file is written in a version of the language that is not known here.",
        "This tocmodel reads version 1; a newer one may be needed.",
    ),
    FileCode(
        "TOC014",
        "not-included",
        "A theory that is to be included cannot be.",
        "Its file is not there, holds no valid theory, lies outside the project, or includes "
        "this theory again.",
    ),
)

FILE_CODES: Mapping[str, FileCode] = MappingProxyType({entry.name: entry for entry in _TABLE})
"""Every file problem by its name."""


def file_finding(
    name: str,
    message: str,
    *,
    span: Span | None = None,
    pointer: Pointer = (),
    help: str = "",  # noqa: A002  # the field's own name
) -> Finding:
    """An error of one of the kinds above."""
    entry = FILE_CODES[name]
    return Finding(
        code=entry.code,
        rule=entry.name,
        severity=Severity.ERROR,
        message=message,
        pointer=pointer,
        span=span,
        help=help,
    )
