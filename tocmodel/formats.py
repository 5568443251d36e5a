"""The kinds of file that tocmodel writes: the endings, input and writer of each.

``FORMATS`` is the one table. The endings that tocmodel knows, the choices of ``--format`` of every
command, and the formats for saving a result all follow from it: a command names the inputs it can
make (an outline, a table, a scene), and offers each format that has a line for one of them here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from attrs import frozen

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError, listed

THEORY_SUFFIXES = (".toc.yaml", ".toc.yml", ".toc.json")
"""The endings of a theory's file name."""

FRAMEWORK_SUFFIXES = (".framework.yaml", ".framework.yml", ".framework.json")
"""The endings of the file name of a partnership's own framework."""

SOURCE_SUFFIXES = (*THEORY_SUFFIXES, *FRAMEWORK_SUFFIXES)
"""The endings of files that people write by hand."""


class WriterInput(StrEnum):
    """The input of a writer: a writer takes one value of this kind.

    - ``findings``: a ``Report`` of ``tocmodel.report.findings``.
    - ``outline``: the lines of ``tocmodel.report.outline``.
    - ``data``: plain data, as its schema describes it.
    - ``table``: a ``Spreadsheet`` of ``tocmodel.render.spreadsheet``.
    - ``matrix``: a ``Matrix``, rows by columns.
    - ``diagram``: a ``Diagram``, for a format that lays itself out.
    - ``scene``: a ``Scene``, with a position for everything.
    - ``drawing``: a ``Drawing`` with its theory, for a file with words beside the picture.
    - ``theory``: a ``TheoryOfChange``, for a file of another program.
    - ``document``: a ``WrittenReport`` of ``tocmodel.documents``.
    - ``form``: an ``EmptyForm`` of ``tocmodel.stories``.
    - ``template``: plain data of a theory, in the order of its keys.
    """

    FINDINGS = "findings"
    OUTLINE = "outline"
    DATA = "data"
    TABLE = "table"
    MATRIX = "matrix"
    DIAGRAM = "diagram"
    SCENE = "scene"
    DRAWING = "drawing"
    THEORY = "theory"
    DOCUMENT = "document"
    FORM = "form"
    TEMPLATE = "template"


@frozen
class Format:
    """A kind of file, made from one kind of input.

    Attributes:
        name: its name for ``--format``.
        suffixes: its endings, the usual one first.
        source: its input.
        writer: the module and the function that write it, as ``module:function``; imported when
            they are first used, as some need libraries that are slow to load.
    """

    name: str
    suffixes: tuple[str, ...]
    source: WriterInput
    writer: str

    @property
    def write(self) -> Callable[..., str | bytes]:
        """The function that writes it."""
        module, _, function = self.writer.partition(":")
        found: Callable[..., str | bytes] = getattr(import_module(module), function)
        return found

    def to_bytes(self, made: Any) -> bytes:
        """Return the content of a file, from its input."""
        written = self.write(made)
        return written if isinstance(written, bytes) else written.encode("utf-8", "replace")


_SARIF = (".sarif", ".sarif.json")

FORMATS = (
    Format("text", (".txt",), WriterInput.FINDINGS, "tocmodel.report.findings.text:write"),
    Format("json", (".json",), WriterInput.FINDINGS, "tocmodel.report.findings.json:write"),
    Format("sarif", _SARIF, WriterInput.FINDINGS, "tocmodel.report.findings.sarif:write"),
    Format("github", (), WriterInput.FINDINGS, "tocmodel.report.findings.github:write"),
    Format("junit", (".xml",), WriterInput.FINDINGS, "tocmodel.report.findings.junit:write"),
    Format("text", (".txt",), WriterInput.OUTLINE, "tocmodel.report.outline:to_text"),
    Format(
        "markdown", (".md", ".markdown"), WriterInput.OUTLINE, "tocmodel.report.outline:to_markdown"
    ),
    Format("json", (".json",), WriterInput.DATA, "tocmodel.render.json:json_text"),
    Format("text", (".txt",), WriterInput.TABLE, "tocmodel.report.table_text:to_text"),
    Format("csv", (".csv",), WriterInput.TABLE, "tocmodel.render.spreadsheet:to_csv"),
    Format("xlsx", (".xlsx",), WriterInput.TABLE, "tocmodel.render.workbook:table_workbook"),
    Format("svg", (".svg",), WriterInput.SCENE, "tocmodel.render.svg:svg"),
    Format("png", (".png",), WriterInput.SCENE, "tocmodel.render.png:png"),
    Format("pdf", (".pdf",), WriterInput.SCENE, "tocmodel.render.pdf:pdf"),
    Format("pptx", (".pptx",), WriterInput.DRAWING, "tocmodel.slides.powerpoint.write:write"),
    Format("drawio", (".drawio",), WriterInput.DRAWING, "tocmodel.slides.drawio.write:write"),
    Format("dot", (".dot", ".gv"), WriterInput.DIAGRAM, "tocmodel.render.dot:dot"),
    Format("mermaid", (".mmd", ".mermaid"), WriterInput.DIAGRAM, "tocmodel.render.mermaid:mermaid"),
    Format("text", (".txt",), WriterInput.DIAGRAM, "tocmodel.render.text:text"),
    Format("csv", (".csv",), WriterInput.MATRIX, "tocmodel.render.matrix_csv:matrix_csv"),
    Format("xlsx", (".xlsx",), WriterInput.MATRIX, "tocmodel.render.workbook:matrix_workbook"),
    Format(
        "html", (".html", ".htm"), WriterInput.MATRIX, "tocmodel.render.matrix_html:matrix_html"
    ),
    Format("text", (".txt",), WriterInput.MATRIX, "tocmodel.render.matrix_text:matrix_text"),
    Format(
        "html", (".html", ".htm"), WriterInput.DRAWING, "tocmodel.page.drawing_page:drawing_html"
    ),
    Format("docx", (".docx",), WriterInput.DOCUMENT, "tocmodel.documents.writers.docx:docx"),
    Format("pdf", (".pdf",), WriterInput.DOCUMENT, "tocmodel.documents.writers.pdf:pdf"),
    Format(
        "markdown",
        (".md", ".markdown"),
        WriterInput.DOCUMENT,
        "tocmodel.documents.writers.markdown:markdown",
    ),
    Format("html", (".html", ".htm"), WriterInput.DOCUMENT, "tocmodel.documents.writers.html:html"),
    Format("text", (".txt",), WriterInput.FORM, "tocmodel.stories.text_form:form_text"),
    Format("csv", (".csv",), WriterInput.FORM, "tocmodel.stories.sheet_form:form_csv"),
    Format("xlsx", (".xlsx",), WriterInput.FORM, "tocmodel.stories.workbook:form_workbook"),
    Format(
        "workbook", (".xlsx",), WriterInput.THEORY, "tocmodel.conversion.writers.workbook:write"
    ),
    Format("kumu", (".json",), WriterInput.THEORY, "tocmodel.conversion.writers.kumu:write"),
    Format(
        "kumu-sheets",
        (".xlsx",),
        WriterInput.THEORY,
        "tocmodel.conversion.writers.kumu_sheets:write",
    ),
    Format("prsm", (".prsm",), WriterInput.THEORY, "tocmodel.conversion.writers.prsm:write"),
    Format("edges", (".csv",), WriterInput.THEORY, "tocmodel.conversion.writers.edges:write"),
    Format(
        "outline",
        (".md", ".markdown"),
        WriterInput.THEORY,
        "tocmodel.conversion.writers.outline:write",
    ),
    Format("logframe", (".csv",), WriterInput.THEORY, "tocmodel.conversion.writers.logframe:write"),
    Format("opml", (".opml",), WriterInput.THEORY, "tocmodel.conversion.writers.opml:write"),
    Format(
        "causal-map",
        (".causalmap.xlsx",),
        WriterInput.THEORY,
        "tocmodel.conversion.writers.causal_map:write",
    ),
    Format(
        "graphml", (".graphml",), WriterInput.THEORY, "tocmodel.conversion.writers.graphml:write"
    ),
    Format("gexf", (".gexf",), WriterInput.THEORY, "tocmodel.conversion.writers.gexf:write"),
    Format(
        "dagitty", (".dagitty",), WriterInput.THEORY, "tocmodel.conversion.writers.dagitty:write"
    ),
    Format("iati", (".xml",), WriterInput.THEORY, "tocmodel.conversion.writers.iati:write"),
    Format("cids", (".jsonld",), WriterInput.THEORY, "tocmodel.conversion.writers.cids:write"),
    Format(
        "theory", THEORY_SUFFIXES[:2], WriterInput.TEMPLATE, "tocmodel.fileformat.dumping:yaml_text"
    ),
)
"""Every kind of file and its input, in the order of ``--help``.

``github`` goes to a log and has no ending.
"""

ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("dot", "markdown", "csv", "json", "github", "junit"), (".txt",)),
        "causal-map": (".xlsx",),
        "mermaid": (".txt", ".md", ".markdown"),
        "sarif": (".json", ".txt"),
    }
)
"""Other endings that a file may have if ``--format`` names its format."""


_COMMANDS: Mapping[WriterInput, str] = MappingProxyType(
    {
        WriterInput.DIAGRAM: "draw",
        WriterInput.DRAWING: "draw",
        WriterInput.DOCUMENT: "report",
    }
)
"""The commands whose files people may ask another command for."""

_KNOWN = tuple(
    sorted(
        {*SOURCE_SUFFIXES, *(end for format_ in FORMATS for end in format_.suffixes)},
        key=lambda ending: (-len(ending), ending),  # .sarif.json goes before .json
    )
)


def names_from(*sources: WriterInput) -> tuple[str, ...]:
    """Return the names of the formats made from any of these inputs, in their order.

    >>> names_from(WriterInput.OUTLINE, WriterInput.DATA)
    ('text', 'markdown', 'json')
    """
    return tuple(dict.fromkeys(format_.name for format_ in _made_from(sources)))


def find_format(name: str, *sources: WriterInput) -> Format:
    """Return a format by its name, made from the first of these inputs that it takes.

    >>> find_format("text", WriterInput.DIAGRAM, WriterInput.MATRIX).source
    <WriterInput.DIAGRAM: 'diagram'>

    Raises:
        KeyError: this format takes none of these inputs.
    """
    found = next((format_ for format_ in _made_from(sources) if format_.name == name), None)
    if found is None:
        raise KeyError(name)
    return found


def _made_from(sources: Iterable[WriterInput]) -> Iterator[Format]:
    for source in sources:
        yield from (format_ for format_ in FORMATS if format_.source is source)


def suffixes_of(names: Iterable[str]) -> Mapping[str, str]:
    """Return the endings of these formats, and the format of each; of two, the first.

    >>> dict(suffixes_of(["dot", "text"]))
    {'.dot': 'dot', '.gv': 'dot', '.txt': 'text'}
    """
    found: dict[str, str] = {}
    for name in names:
        for end in endings(name):
            found.setdefault(end, name)
    return MappingProxyType(found)


def endings(name: str) -> tuple[str, ...]:
    """Return the endings of a format, the usual one first.

    >>> endings("markdown")
    ('.md', '.markdown')
    """
    return next(format_.suffixes for format_ in FORMATS if format_.name == name)


def ending_of(path: str | PurePath) -> str:
    """Return the ending of a file's name in lower case, with all its parts if it is known.

    >>> ending_of("a/A.TOC.yaml"), ending_of("a.b.svg"), ending_of("a.gif"), ending_of("a")
    ('.toc.yaml', '.svg', '.gif', '')
    """
    name = PurePath(path).name.lower()
    whole = (end for end in _KNOWN if name.endswith(end) and name != end)
    return next(whole, PurePath(name).suffix)


def is_known(ending: str) -> bool:
    """Whether tocmodel reads or writes any kind of file with this ending.

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
    """Return the format for a file.

    The ending decides. A named format overrides an unknown ending (``.log``) and an ending that
    files of this format may also have (``.txt`` for csv); an ending of another kind of file is
    refused.

    >>> format_of("why.MD", ["text", "markdown"]), format_of("a.log", ["text", "csv"], "csv")
    ('markdown', 'csv')

    Raises:
        TocModelError: the ending belongs to none of these formats, or not to the named one.
    """
    ending, among = ending_of(path), tuple(names)
    if wanted is None:
        found = suffixes_of(among).get(ending)
        if found is None:
            usual = listed(dict.fromkeys(_usual(among)))
            raise TocModelError(f"{_unknown(path, ending)}: {writes} {usual}{_elsewhere(ending)}")
        return found
    fitting = (*endings(wanted), *ALSO.get(wanted, ()))
    if is_known(ending) and ending not in fitting:
        raise TocModelError(
            f"--format {wanted} does not go with the ending '{ending}': leave out --format, or end "
            f"the name in {fitting[0]}"
        )
    return wanted


def _unknown(path: str | PurePath, ending: str) -> str:
    name = terminal_text(PurePath(path).name)
    if ending in THEORY_SUFFIXES:
        return f"'{name}' is the name of a theory"
    if ending in FRAMEWORK_SUFFIXES:
        return f"'{name}' is the name of a framework"
    return f"unknown file type '{terminal_text(ending)}'" if ending else f"'{name}' has no ending"


def _elsewhere(ending: str) -> str:
    """Name the command for an ending, if files with that ending come from one command alone."""
    match list({format_.source for format_ in FORMATS if ending in format_.suffixes}):
        case [source] if source in _COMMANDS:
            return f"; 'tocmodel {_COMMANDS[source]}' writes {ending}"
    return ""


def _usual(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from endings(name)[:1]
