"""Open a table of data: a file of the project, or a table in a database of the configuration."""

from tocmodel.config import Config
from tocmodel.data.connections import open_connection
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
    if data.file and data.connection:
        raise TocModelError("data are in a file or in a database; leave out 'file' or 'connection'")
    if data.connection and data.table:
        return open_connection(data, config)
    if data.connection:
        raise TocModelError(f"no table of '{data.connection}' is named; add 'table'")
    if not data.file:
        raise TocModelError("no file is named; add 'file', or 'connection' and 'table'")
    return open_file(data, theory)
