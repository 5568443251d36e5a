"""Problems with the file itself, found before there is a theory to check."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from tocmodel.diagnostics import Finding, Pointer, Severity, Span


@frozen
class FileCode:
    """A kind of file problem: its code, name and explanation."""

    code: str
    name: str
    summary: str
    explanation: str


_TABLE = (
    FileCode(
        "TOC001",
        "not-readable",
        "The file cannot be read as YAML or JSON.",
        "The cause is usually a text that needs quotes, a missing colon, quote or bracket, or "
        "lines with different indentation. A text needs double quotes when it contains a colon and "
        "a space or begins with a character such as [, @ or #, and in braces when it contains a "
        "comma. Where the "
        "meaning is plain, the rest is checked as if the mistake were corrected.",
    ),
    FileCode(
        "TOC002",
        "doubled-key",
        "The same key appears twice in one place.",
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
        "A file may have up to 64 MiB and 100 levels of nesting, and the lists at the ends of its "
        "links may make up to 100,000 links.",
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
        "The file contains no theory.",
        "'tocmodel new' writes a file to start from.",
    ),
    FileCode(
        "TOC007",
        "second-document",
        "The file contains more than one document.",
        "A line of three hyphens starts a new document; one file holds one theory.",
    ),
    FileCode(
        "TOC010",
        "not-as-described",
        "Something in the file does not follow the rules of the language.",
        "An unknown key, a value of the wrong kind, or something that is missing. "
        "'tocmodel describe' lists the sections and keys; 'tocmodel describe outcomes' lists the "
        "keys of a section, and 'tocmodel describe horizon' the words of a key.",
    ),
    FileCode(
        "TOC011",
        "unknown-id",
        "The file refers to an id that does not exist in it.",
        "Ids tie a theory together: a link to nothing means nothing. Where a link begins or ends, "
        "a title may replace an id if only one element has it.",
    ),
    FileCode(
        "TOC012",
        "doubled-id",
        "The same id appears in two sections.",
        "Ids are unique in the whole file, so that a link can only mean one thing.",
    ),
    FileCode(
        "TOC013",
        "unknown-version",
        "The file is written in an unknown version of the language.",
        "This tocmodel reads version 1; a newer one may be needed.",
    ),
    FileCode(
        "TOC014",
        "not-included",
        "A theory cannot be included.",
        "Its file is missing, holds no valid theory, is outside the project, or includes "
        "this theory again.",
    ),
    FileCode(
        "TOC015",
        "foreign-file",
        "A file of another program cannot be converted.",
        "It is damaged, too large, or of another kind than its name says. Open it in its own "
        "program, save it again, and convert that.",
    ),
    FileCode(
        "TOC016",
        "data-not-usable",
        "The data of an indicator or a tracker do not answer its question.",
        "The file or the table is missing, a column has a different name, or values that do not "
        "suit the question, no row matches, or a value in the time column is not a period. "
        "'tocmodel collect' and 'tocmodel tracker' read data; 'tocmodel check' never does.",
    ),
)

FILE_CODES: Mapping[str, FileCode] = MappingProxyType({entry.name: entry for entry in _TABLE})
"""Every kind of file problem by its name."""


def file_finding(
    name: str,
    message: str,
    *,
    span: Span | None = None,
    pointer: Pointer = (),
    help: str = "",  # noqa: A002  # the field's own name
) -> Finding:
    """Return an error of one of the kinds above."""
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
