"""Open a table of data: a file of the project, or a table in a database of the configuration."""

from tocmodel.config import Config
from tocmodel.data.engine import OpenTable
from tocmodel.data.files import open_file
from tocmodel.diagnostics import TocModelError
from tocmodel.model import DataTable


def open_data(data: DataTable, theory: str, config: Config) -> OpenTable:
    """Open the table that data name.

    Args:
        data: the data.
        theory: the path of the theory's file.
        config: the configuration that applies to it, which names databases.

    Raises:
        TocModelError: it cannot be opened; the message explains what to do.
    """
    if data.connection:
        raise TocModelError("not yet")
    return open_file(data, theory)
