"""A report: its title, its language and its blocks, for any writer."""

from pathlib import Path

from attrs import field, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.documents.blocks import Block, words_in
from tocmodel.formats import WriterInput, find_format, format_of, names_from
from tocmodel.results import NotebookDisplay
from tocmodel.self_describing import SelfDescribing
from tocmodel.system.files import write_atomically

FORMATS = names_from(WriterInput.DOCUMENT)
"""The formats of a report."""


@frozen(kw_only=True)
class WrittenReport(SelfDescribing, NotebookDisplay):
    """A report about a theory, in any format.

    Attributes:
        title: its title.
        subtitle: the lines below the title: the place, the state of the theory, who it is for.
        language: BCP 47 tag of the language that it is mostly in.
        imagined: the words that mark an imagined theory; empty for a real one.
        date: when the theory was agreed or last reviewed, as written; may be empty.
        blocks: its contents.
        has_cover: whether it has a page for the title and the contents.
        is_large: whether it is in large type.
        font: the font files to use for the letters they have.
        notes: notes for the user, such as words that are missing in the language.
    """

    title: str
    subtitle: tuple[str, ...] = ()
    language: str = "en-GB"
    imagined: str = ""
    date: str = ""
    blocks: tuple[Block, ...] = ()
    has_cover: bool = False
    is_large: bool = False
    font: tuple[Path, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """The number of words in its blocks."""
        return words_in(self.blocks)

    @property
    def markdown(self) -> str:
        """The report as the text of a Markdown file."""
        return self.to_bytes("markdown").decode()

    def to_bytes(self, format: str) -> bytes:  # noqa: A002  (the field's word)
        """Return the content of a file of one of the ``FORMATS``.

        Raises:
            TocModelError: there is no such format, or the library that writes it is not installed.
        """
        if format not in FORMATS:
            raise TocModelError(f"no format '{format}': choose one of {', '.join(FORMATS)}")
        return find_format(format, WriterInput.DOCUMENT).to_bytes(self)

    def save(self, path: str | Path) -> None:
        """Write the report to a file, whole or not at all; its ending gives the format.

        Raises:
            TocModelError: the ending is not known, a library is not installed, or the file cannot
                be written.
        """
        write_atomically(path, self.to_bytes(format_of(path, FORMATS, writes="save as")))
