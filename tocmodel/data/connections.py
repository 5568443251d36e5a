"""Databases of one's own: the configuration names them, and the environment has their addresses.

``tocmodel.toml`` says which variable of the environment holds the address of a database, with its
user and password. Neither a theory nor the configuration holds a secret.
"""

import os

from tocmodel.config import Config
from tocmodel.data.columns import table
from tocmodel.data.engine import DataEngine, OpenTable
from tocmodel.diagnostics import TocModelError, did_you_mean, listed
from tocmodel.model import DataTable

POSTGRESQL = ("postgresql://", "postgres://")
SPARK = ("sc://", "spark://", "local")


def open_connection(data: DataTable, config: Config) -> OpenTable:
    """Open the table in a database that data name.

    Raises:
        TocModelError: the configuration or the environment does not have the database, or it
            cannot be reached.
    """
    return OpenTable(connect(data.connection, config), table(data.table))


def connect(name: str, config: Config) -> DataEngine:
    """Connect to a database of the configuration.

    Raises:
        TocModelError: as in ``open_connection``.
    """
    address = _address(name, config)
    if address.startswith(POSTGRESQL):
        from tocmodel.data.postgresql_engine import PostgreSqlEngine  # noqa: PLC0415  # needs a driver

        return PostgreSqlEngine(name, address)
    if address.startswith(SPARK):
        from tocmodel.data.spark_engine import SparkEngine  # noqa: PLC0415  # needs a driver

        return SparkEngine(name, address)
    begins = listed((*POSTGRESQL[:1], *SPARK[:2]))
    raise TocModelError(
        f"the address of '{name}' in {config.connections[name]} begins with none of {begins}"
    )


def _address(name: str, config: Config) -> str:
    if name not in config.connections:
        near = did_you_mean(name, config.connections)
        raise TocModelError(
            f"no connection '{name}'{near or '; add it below [connections] in tocmodel.toml'}"
        )
    variable = config.connections[name]
    address = os.environ.get(variable, "")
    if not address:
        raise TocModelError(
            f"the environment has no {variable}, which holds the address of '{name}'; "
            f"set it, such as {variable}=postgresql://USER:PASSWORD@HOST/DATABASE"
        )
    return address
