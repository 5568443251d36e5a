"""The sessions for developers: ``nox`` runs what a change must pass, ``nox -l`` lists all."""

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
    """Write the newest versions of today: for the README, and with hashes in ``lock.txt``."""
    session.install("uv")
    compile_ = (
        *("uv", "pip", "compile", "pyproject.toml", "--extra", "test", "--extra", "all"),
        *("--universal", "--python-version", "3.11", "--quiet"),
        *("--custom-compile-command", "nox -s constraints"),
    )
    session.run(*compile_, "--upgrade", "--output-file", "constraints.txt")
    session.run(
        *(*compile_, "--constraints", "constraints.txt", "--generate-hashes", "--no-annotate"),
        *("--output-file", "lock.txt"),
    )


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests and list the lines that they never reach."""
    session.install("-e", ".[test]")
    session.run("pytest", "-n", "2", "--cov", "--cov-report=term", *session.posargs)


@nox.session
def thorough(session: nox.Session) -> None:
    """Run the tests of properties with a thousand new inputs each; it takes hours."""
    session.install("-e", ".[test]")
    pytest = ("pytest", "-n", "2", "-m", "hypothesis", "--hypothesis-profile=thorough")
    session.run(*pytest, "--timeout=0", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check format, style and import contracts."""
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
def determinism(session: nox.Session) -> None:
    """Compare the bytes of every answer about every example in several environments."""
    session.install("-e", ".[test]", "-c", "constraints.txt")
    session.run("pytest", "tests/test_determinism.py", env={"TOCMODEL_WHOLE": "1"})


@nox.session
def dask(session: nox.Session) -> None:
    """Read many theories on a Dask cluster of this computer; compare the answers and times."""
    session.install("-e", ".[test]", "distributed>=2024.8", "-c", "constraints.txt")
    session.run("pytest", "tests/portfolios/test_dask.py")
    session.run("python", "benchmarks/portfolio.py", *session.posargs)


@nox.session
def spark(session: nox.Session) -> None:
    """Ask Spark what the tests ask DuckDB and PostgreSQL, and compare; it needs Java 17."""
    session.install("-e", ".[test]", "pyspark>=4")
    session.run("python", "tests/data/spark_answers.py")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Give new inputs to every surface: a million, or as ``tests/fuzz/new_inputs.py`` is told.

    ``nox -s fuzz -- --seconds 600 --seed 8 --only workbook`` gives a time, a seed and a part.
    """
    session.install("-e", ".[test]")
    session.run("python", "tests/fuzz/new_inputs.py", *session.posargs or ("--inputs", "1000000"))


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the pure modules in small ways, and count the changes that no test notices.

    ``nox -s mutants -- "tocmodel.graph.*"`` tries a part, ``nox -s mutants -- --survivors`` shows
    what was not noticed in the last run.
    """
    session.install("-e", ".[test]", *nox.project.dependency_groups(PROJECT, "mutants"))
    if "--survivors" not in session.posargs:
        session.run("mutmut", "run", "--max-children", "1", *session.posargs)
    shown = [item for item in session.posargs if item == "--survivors"]
    session.run("python", "tests/mutants/report.py", *shown)
