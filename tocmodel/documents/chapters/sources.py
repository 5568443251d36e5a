"""The sources, with their addresses, in the order of the file."""

from collections.abc import Iterator

from tocmodel.documents.blocks import (
    Block,
    ItemList,
    Runs,
    TextRun,
    runs,
    web_address,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Source


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return a list of the sources."""
    found = subject.theory.sources.values()
    if not found:
        return ()
    return (ItemList(tuple(map(source_line, found))),)


def source_line(source: Source) -> Runs:
    """Return a source as a line of a list, with a link where it has an address.

    >>> source_line(Source(title="Evaluation", author="A. Author", year=2019))
    (TextRun(text='A. Author (2019). Evaluation.'),)
    """
    return runs(_citation(source), *_addresses(source))


def _citation(source: Source) -> str:
    who = source.author or source.publisher
    year = f"({source.year})" if source.year else ""
    publisher = source.publisher if source.publisher != who else ""
    before = " ".join(filter(None, (who, year)))
    parts = (before, source.title, publisher)
    return " ".join(f"{part.strip().removesuffix('.')}." for part in parts if part.strip())


def _addresses(source: Source) -> Iterator[str | TextRun]:
    if address := web_address(source.url):
        yield " "
        yield TextRun(address, link=address)
    elif source.url:
        yield f" {source.url}"
    if source.doi:
        yield " "
        yield TextRun(f"doi:{source.doi}", link=web_address(f"https://doi.org/{source.doi}"))
