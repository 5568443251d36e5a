"""Findings in the form in which people and programs read them, one file a format."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from tocmodel.reporters.report import CheckedFile, Report

Reporter = Callable[[Report], str]

REPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "text": "tocmodel.reporters.text",
        "json": "tocmodel.reporters.json",
        "sarif": "tocmodel.reporters.sarif",
        "github": "tocmodel.reporters.github",
        "junit": "tocmodel.reporters.junit",
    }
)
"""Format to the module whose ``write(report)`` writes it; imported when it is asked for."""


def reporter(name: str) -> Reporter:
    """Return the function that writes a report in a format.

    >>> print(reporter("text")(Report(files=(CheckedFile(path="a.toc.yaml"),))), end="")
    No problems found in 1 file.
    """
    return cast("Reporter", import_module(REPORTERS[name]).write)


__all__ = ["REPORTERS", "CheckedFile", "Report", "Reporter", "reporter"]
