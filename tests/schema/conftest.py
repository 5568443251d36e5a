"""What the tests of the schemas share."""

from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from language_server import LanguageServer


@pytest.fixture(scope="module")
def language_server(require: Any, node_modules: Path) -> Iterator[LanguageServer]:
    """A running YAML language server."""
    program = node_modules / "yaml-language-server" / "bin" / "yaml-language-server"
    require(which("node") is not None, "node is not installed")
    require(program.is_file(), "npm's yaml-language-server is not installed")
    server = LanguageServer(["node", str(program), "--stdio"])
    yield server
    server.stop()
