"""The readers of files from elsewhere, one file a format, and which of them reads a file.

A reader is a module with two functions. ``read(data, name)`` returns a ``Sketch``, or raises a
``ForeignFileError`` with what is wrong and where. ``recognises(data, name)`` is quick, and true if
the content is of this format; it decides between formats with the same ending.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import PurePath

from attrs import frozen

from tocmodel.characters import terminal_text
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.json_data import json_data, starts_as_json
from tocmodel.conversion.sketch import Note, Sketch
from tocmodel.diagnostics import TocModelError, UnknownIdError, did_you_mean, listed
from tocmodel.model import TheoryOfChange
from tocmodel.package import Package, PackageLimits, UnreadableFileError


@frozen(kw_only=True)
class Reader:
    """A format that tocmodel reads.

    Attributes:
        name: its name for ``--from`` and ``--format``.
        title: what people call it, in a sentence: "a Kumu map".
        suffixes: its endings.
        module: the module that reads it.
        takes_kinds: whether its ``read`` also takes what ``--map`` gives, because it must know
            the kind of a column before it reads it.
        is_whole: whether its files hold a whole theory, so that nothing is guessed; then its module
            has ``read_whole``, which returns the theory and notes, in place of ``read``.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    takes_kinds: bool = False
    is_whole: bool = False

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether the content of a file is of this format."""
        found: bool = import_module(self.module).recognises(data, name)
        return found

    def read(self, data: bytes, name: str, kinds: Mapping[str, str]) -> Sketch:
        """Read a file.

        Raises:
            ForeignFileError: it is damaged, or of another format.
        """
        function: Callable[..., Sketch] = import_module(self.module).read
        return function(data, name, kinds) if self.takes_kinds else function(data, name)

    def read_whole(self, data: bytes, name: str) -> tuple[TheoryOfChange, tuple[Note, ...]]:
        """Read a file that holds a whole theory.

        Raises:
            ModelFileError: something in it is wrong.
        """
        function: Callable[..., tuple[TheoryOfChange, tuple[Note, ...]]]
        function = import_module(self.module).read_whole
        return function(data, name)


def _reader(
    name: str,
    title: str,
    suffixes: str,
    *,
    module: str = "",
    takes_kinds: bool = False,
    is_whole: bool = False,
) -> Reader:
    return Reader(
        name=name,
        title=title,
        suffixes=tuple(suffixes.split()),
        module=f"{__name__}.{module or name}",
        takes_kinds=takes_kinds,
        is_whole=is_whole,
    )


READERS: tuple[Reader, ...] = (
    _reader("workbook", "a workbook with a theory", ".xlsx .ods", is_whole=True),
    _reader("kumu", "a Kumu map", ".json"),
    _reader("prsm", "a PRSM map", ".prsm .json"),
    _reader("mermaid", "a Mermaid flowchart", ".mmd .mermaid .md .markdown"),
    _reader("dot", "a graph in DOT", ".dot .gv"),
    _reader("dagitty", "a DAGitty graph", ".dagitty .dag .txt"),
    _reader("causal-map", "a Causal Map workbook", ".xlsx .zip", module="causal_map"),
    _reader("edges", "a list of links", ".csv .tsv .txt .xlsx .ods"),
    _reader("kumu-sheets", "the sheets of a Kumu map", ".xlsx .csv", module="edges"),
    _reader("logframe", "a logframe or a results table", ".xlsx .csv .tsv .ods .docx"),
    _reader(
        "strategies",
        "a table with a strategy in each row",
        ".xlsx .csv .tsv .ods .docx",
        takes_kinds=True,
    ),
    _reader("drawio", "a draw.io drawing", ".drawio .xml"),
    _reader("powerpoint", "a PowerPoint presentation", ".pptx"),
    _reader("graphml", "a GraphML graph", ".graphml .xml"),
    _reader("gexf", "a GEXF graph", ".gexf .xml"),
    _reader("miradi", "a Miradi project", ".xmpz2"),
    _reader("xmile", "an XMILE model, of Stella or Vensim", ".xmile .stmx .itmx .xml"),
    _reader("iati", "the results of IATI activities", ".xml"),
    _reader("cids", "data of the Common Impact Data Standard", ".jsonld .json"),
    _reader("opml", "an outline in OPML", ".opml .xml"),
    _reader("document", "a Word document with headings", ".docx"),
    _reader("outline", "an outline", ".md .markdown .txt"),
)
"""Every reader. Of those with one ending, the first that recognises the content reads it."""


def suffixes() -> tuple[str, ...]:
    """Return the endings of all files from elsewhere that are read."""
    return tuple(dict.fromkeys(end for reader in READERS for end in reader.suffixes))


def find_reader(data: bytes, name: str, wanted: str = "") -> Reader:
    """Return the reader for a file: the one with this name, else by its ending and its content.

    Raises:
        UnknownIdError: there is no reader with this name.
        ForeignFileError: the file is empty.
        TocModelError: no reader has this ending, or none recognises the content.
    """
    if not data.strip():
        raise unreadable(name, "the file is empty")
    if wanted:
        found = next((reader for reader in READERS if reader.name == wanted), None)
        if found is None:
            names = [reader.name for reader in READERS]
            near = did_you_mean(wanted, names) or f"; there is {listed(names)}"
            raise UnknownIdError(f"tocmodel reads no format '{terminal_text(wanted)}'{near}")
        return found
    ending = _ending(name)
    fitting = [reader for reader in READERS if ending in reader.suffixes]
    found = next((reader for reader in fitting if reader.recognises(data, name)), None)
    if found is None:
        _require_sound(data, name)
        if len(fitting) == 1:  # it can tell what is wrong with the file
            return fitting[0]
        raise TocModelError(_not_known(name, ending, fitting))
    return found


def _require_sound(data: bytes, name: str) -> None:
    """Raise the error of a damaged file, which no reader can recognise.

    Raises:
        ForeignFileError: it begins like JSON or a zip archive, or is called CSV, and is none.
    """
    if starts_as_json(data):
        json_data(data, name)
    if PurePath(name).suffix.lower() in (".csv", ".tsv"):
        from tocmodel.conversion.sheets import read_tables  # noqa: PLC0415  # few files need it

        read_tables(data, name)
    if data.startswith(b"PK"):
        try:
            Package(data, PackageLimits(size=len(data)))
        except UnreadableFileError as error:
            message = "the file is damaged: its zip archive cannot be opened"
            help_ = "open it in its own program, and save it again"
            raise unreadable(name, message, help_=help_) from error


def _ending(name: str) -> str:
    lower = PurePath(name).name.lower()
    fitting = (end for end in suffixes() if lower.endswith(end))
    return max(fitting, key=len, default=PurePath(lower).suffix)


def _not_known(name: str, ending: str, fitting: Iterable[Reader]) -> str:
    shown = terminal_text(PurePath(name).name)
    names = [f"{reader.name} ({reader.title})" for reader in fitting]
    if names:
        return (
            f"nothing in '{shown}' shows what it is; name its format with --from: {listed(names)}"
        )
    what = f"the ending '{terminal_text(ending)}'" if ending else "a name without an ending"
    return (
        f"cannot convert '{shown}': tocmodel reads no file with {what}, but "
        f"{listed(suffixes())}; where the content is one of these, name it with --from"
    )
