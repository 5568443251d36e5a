"""Reports for one audience each, one file an audience: a function from a subject to blocks."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import frozen

from tocmodel.documents.audiences import board, easy_read, lottery, ref
from tocmodel.documents.blocks import Block
from tocmodel.documents.subject import ReportSubject


@frozen
class Audience:
    """An audience and its report.

    Attributes:
        title: the line below the title of the theory.
        blocks: returns the blocks of the report.
        is_large: whether it is in large type.
    """

    title: str
    blocks: Callable[[ReportSubject], tuple[Block, ...]]
    is_large: bool = False


AUDIENCES: Mapping[str, Audience] = MappingProxyType(
    {
        "board": Audience("Paper for the board", board.blocks),
        "lottery": Audience("Update for the funder", lottery.blocks),
        "ref": Audience("Draft of an impact case study", ref.blocks),
        "easy-read": Audience("Easy read", easy_read.blocks, is_large=True),
    }
)
"""Each audience by its name for ``--for``."""
