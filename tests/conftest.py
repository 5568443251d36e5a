"""What every part of the tests may use: other people's programs, and what to do without them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import browser
from devtools import Browser, Tab
from hypothesis import HealthCheck, Phase, settings

REPOSITORY = Path(__file__).resolve().parent.parent

# How long a theory takes to make up says nothing about tocmodel, and build machines are slow.
settings.register_profile(
    "tocmodel",
    deadline=None,
    max_examples=40,  # enough to notice a fault at each commit; nox -s thorough looks for rare ones
    derandomize=bool(os.environ.get("CI")),  # there the same commit gives the same answer
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# For nox -s mutants: the same for every mutant, and no search for the smallest example that fails.
settings.register_profile(
    "mutants",
    settings.get_profile("tocmodel"),
    max_examples=20,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.register_profile(
    "thorough", settings.get_profile("tocmodel"), max_examples=1000, derandomize=False
)
settings.load_profile("tocmodel")

Require = Callable[[bool, str], None]


@pytest.fixture(scope="session")
def require(pytestconfig: pytest.Config) -> Require:
    """``require(condition, reason)``: go on only where a program outside the project is present.

    On a build server a missing client is a failure: a test that is skipped there, unseen, proves
    nothing. On a laptop it is skipped, and says what is missing. With ``--without-clients`` every
    test that needs one is skipped, so that only the project's own code is tried.
    """

    def check(condition: bool, reason: str) -> None:
        if pytestconfig.getoption("--without-clients"):
            pytest.skip("--without-clients")
        if condition:
            return
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)

    return check


@pytest.fixture(scope="module")
def opened(
    tmp_path_factory: pytest.TempPathFactory, require: Require
) -> Iterator[Callable[..., Tab]]:
    """Open pages and pictures in one browser, one after another."""
    require(browser() is not None, "no browser is installed")
    if os.name != "posix":
        pytest.skip("the pipe to the browser is one of POSIX")
    with Browser(tmp_path_factory.mktemp("browser")) as found:
        yield found.open


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project."""
    return REPOSITORY


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Where npm installed the clients: TOCMODEL_NODE_MODULES, else beside their package.json."""
    return Path(
        os.environ.get("TOCMODEL_NODE_MODULES") or REPOSITORY / "tests/clients/node_modules"
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options to write kept files anew, and to leave other people's programs out."""
    parser.addoption(
        "--without-clients",
        action="store_true",
        help="skip the tests that run other programs, such as a browser or ajv",
    )
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="write the kept findings and pictures anew; look at the difference before committing",
    )


Kept = Callable[[Path, bytes], None]


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Kept:
    """``kept(path, made)``: what was made equals the kept file, or is kept from now on."""

    def compare(path: Path, made: bytes) -> None:
        if request.config.getoption("--update-snapshots"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
        assert path.exists(), f"{path} is not kept yet; make it with --update-snapshots"
        assert made == path.read_bytes(), f"{path} has changed; see it with --update-snapshots"

    return compare
