"""The one door for developers: ``nox`` runs what a change must pass, ``nox -l`` lists all."""

from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.sessions = ["lint", "types", "tests", "docs"]

PROJECT = nox.project.load_toml("pyproject.toml")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Run the tests with the versions that are known to pass."""
    session.install("-e", ".[test]", "-c", "constraints.txt")
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session
@nox.parametrize("versions", ["newest", "lowest"])
def versions(session: nox.Session, versions: str) -> None:
    """Run the tests with the newest and the lowest versions that pyproject.toml allows."""
    resolution = {"newest": "highest", "lowest": "lowest-direct"}[versions]
    session.install("uv")
    python = str(Path(session.bin) / "python")
    session.run(
        *("uv", "pip", "install", "--python", python, "--resolution", resolution, "-e", ".[test]")
    )
    session.run("pytest", "-n", "2", "--without-clients", "--ignore=tests/fuzz", *session.posargs)


@nox.session
def constraints(session: nox.Session) -> None:
    """Write the versions that the README installs for tests: the newest of today."""
    session.install("uv")
    session.run(
        *("uv", "pip", "compile", "pyproject.toml", "--extra", "test", "--extra", "all"),
        *("--universal", "--python-version", "3.11", "--upgrade", "--quiet"),
        *("--custom-compile-command", "nox -s constraints", "--output-file", "constraints.txt"),
    )


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests and say which lines they never reach."""
    session.install("-e", ".[test]")
    session.run("pytest", "-n", "2", "--cov", "--cov-report=term", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check format, style and who imports whom."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, "lint"))
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    session.install("-e", ".", *nox.project.dependency_groups(PROJECT, "lint"))
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation into docs/_build/html."""
    session.install("-e", ".[graphviz-pure]", *nox.project.dependency_groups(PROJECT, "docs"))
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build wheel and source distribution, and run the tests against the wheel."""
    session.install(*nox.project.dependency_groups(PROJECT, "build"))
    dist = Path(session.create_tmp()) / "dist"
    session.run("python", "-m", "build", "--outdir", str(dist), ".")
    session.run("twine", "check", "--strict", *map(str, dist.iterdir()))
    (built,) = dist.glob("*.whl")
    session.install(f"tocmodel[test] @ {built.resolve().as_uri()}")
    session.run("pytest", "-n", "2", "--ignore=tests/fuzz", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure; ``nox -s bench -- --large`` goes up to 100,000 elements."""
    session.install("-e", ".[test]")
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Throw many more odd files and theories at tocmodel than the tests do."""
    session.install("-e", ".[test]")
    env = {"TOCMODEL_FUZZ_EXAMPLES": "2000"}
    session.run("pytest", "-n", "2", "--timeout", "0", "tests/fuzz", *session.posargs, env=env)
