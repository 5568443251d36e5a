"""The kinds of file that tocmodel writes, and which of them the ending of a name asks for.

``FORMATS`` is the one table: what a command offers with ``--format`` and which endings it knows
both follow from the names of its formats.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from tocmodel.diagnostics import TocModelError, listed, printable
from tocmodel.values import frozen

THEORY_SUFFIXES = (".toc.yaml", ".toc.yml", ".toc.json")
"""How the name of a theory's file ends."""

FRAMEWORK_SUFFIXES = (".framework.yaml", ".framework.yml", ".framework.json")
"""How the name of a framework of a partnership's own ends."""

SOURCE_SUFFIXES = (*THEORY_SUFFIXES, *FRAMEWORK_SUFFIXES)
"""How the names of files end that people write by hand."""


@frozen
class Format:
    """A kind of file.

    Attributes:
        name: what ``--format`` calls it.
        suffixes: the endings that ask for it, the usual one first.
        also: endings that a file of this kind may have as well, where the format is named.
    """

    name: str
    suffixes: tuple[str, ...]
    also: tuple[str, ...] = ()


_TEXT = (".txt",)

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format_.name: format_
        for format_ in (
            Format("svg", (".svg",)),
            Format("png", (".png",)),
            Format("pdf", (".pdf",)),
            Format("dot", (".dot", ".gv"), _TEXT),
            Format("mermaid", (".mmd", ".mermaid"), (*_TEXT, ".md", ".markdown")),
            Format("text", _TEXT),
            Format("markdown", (".md", ".markdown"), _TEXT),
            Format("html", (".html", ".htm")),
            Format("csv", (".csv",), _TEXT),
            Format("json", (".json",), _TEXT),
            Format("sarif", (".sarif", ".sarif.json"), (".json", *_TEXT)),
            Format("github", (), _TEXT),
            Format("junit", (".xml",), _TEXT),
            Format("xlsx", (".xlsx",)),
            Format("theory", (".toc.yaml", ".toc.yml")),
        )
    }
)
"""Every kind of file, by its name. ``github`` goes to a log and has no ending of its own."""

_KNOWN = tuple(
    sorted(
        {*SOURCE_SUFFIXES, *(end for format_ in FORMATS.values() for end in format_.suffixes)},
        key=lambda ending: (-len(ending), ending),  # .sarif.json goes before .json
    )
)


def suffixes_of(names: Iterable[str]) -> Mapping[str, str]:
    """Return the endings that ask for one of these formats, and the format of each.

    >>> dict(suffixes_of(["dot", "text"]))
    {'.dot': 'dot', '.gv': 'dot', '.txt': 'text'}
    """
    return MappingProxyType({end: name for name in names for end in FORMATS[name].suffixes})


def ending_of(path: str | PurePath) -> str:
    """Return the ending of a file's name in small letters, with all its parts where it is known.

    >>> ending_of("a/A.TOC.yaml"), ending_of("a.b.svg"), ending_of("a.gif"), ending_of("a")
    ('.toc.yaml', '.svg', '.gif', '')
    """
    name = PurePath(path).name.lower()
    whole = (end for end in _KNOWN if name.endswith(end) and name != end)
    return next(whole, PurePath(name).suffix)


def is_known(ending: str) -> bool:
    """Say whether an ending asks for any kind of file that tocmodel reads or writes.

    >>> is_known(".csv"), is_known(".toc.yaml"), is_known(".log"), is_known("")
    (True, True, False, False)
    """
    return ending in _KNOWN


def format_of(
    path: str | PurePath,
    names: Iterable[str],
    wanted: str | None = None,
    *,
    writes: str = "this command writes",
) -> str:
    """Return the format in which to write a file.

    The ending decides. A format that is named goes before an ending that nobody knows (``.log``)
    or that files of this format may have as well (``.txt`` for csv); an ending that means another
    kind of file is refused.

    >>> format_of("why.MD", ["text", "markdown"]), format_of("a.log", ["text", "csv"], "csv")
    ('markdown', 'csv')

    Raises:
        TocModelError: the ending asks for none of these formats, or not for the one that is named.
    """
    ending, among = ending_of(path), tuple(names)
    if wanted is None:
        found = suffixes_of(among).get(ending)
        if found is None:
            raise TocModelError(f"{_unknown(path, ending)}: {writes} {listed(_usual(among))}")
        return found
    format_ = FORMATS[wanted]
    if is_known(ending) and ending not in (*format_.suffixes, *format_.also):
        usual = (*format_.suffixes, *format_.also)[0]
        raise TocModelError(
            f"--format {wanted} does not go with the ending '{ending}': leave out --format, or end "
            f"the name in {usual}"
        )
    return wanted


def _unknown(path: str | PurePath, ending: str) -> str:
    name = printable(PurePath(path).name)
    if ending in THEORY_SUFFIXES:
        return f"'{name}' is the name of a theory"
    if ending in FRAMEWORK_SUFFIXES:
        return f"'{name}' is the name of a framework"
    return f"unknown file type '{printable(ending)}'" if ending else f"'{name}' has no ending"


def _usual(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from FORMATS[name].suffixes[:1]
