"""The environment of a program whose lines coverage must not count."""

import os


def uncounted_environment(**changes: str) -> dict[str, str]:
    """This environment with changes, and without what makes coverage measure a child process.

    For a child that measures for itself, or that runs another copy of tocmodel, whose files would
    be counted beside our own.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
    return {**kept, **changes}
