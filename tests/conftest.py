"""What every part of the tests may use: other people's programs, and what to do without them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent

Require = Callable[[bool, str], None]


def _require(condition: bool, reason: str) -> None:
    """Go on only where something outside the project is present.

    On a build server a missing client is a failure: a test that is skipped there, unseen, proves
    nothing. On a laptop it is skipped, and says what is missing.
    """
    if condition:
        return
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def require() -> Require:
    """``require(condition, reason)``: skip without the condition, or fail where CI is set."""
    return _require


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project."""
    return REPOSITORY


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Where npm installed the clients: TOCMODEL_NODE_MODULES, else beside their package.json."""
    return Path(os.environ.get("TOCMODEL_NODE_MODULES") or REPOSITORY / "tests/clients/node_modules")
