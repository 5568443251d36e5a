"""The types of the fixtures that run the program."""

import subprocess
from typing import Protocol

from click.testing import Result


class Run(Protocol):
    """Runs the program inside the test."""

    def __call__(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        """Return what came of it."""


class Start(Protocol):
    """Runs the program as a process of its own."""

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        """Return what came of it."""
