"""Report each malformed id once, with all the places that use it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from tocmodel.diagnostics import Pointer, Problem
from tocmodel.model import SECTIONS

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def join_malformed(problems: Iterable[Problem], data: Any) -> list[Problem]:
    """Return the problems, with those of one malformed id merged into one.

    Args:
        problems: the problems that the schema finds in the data.
        data: the plain data of a file.
    """
    known = list(problems)
    named: dict[str, list[Pointer]] = {
        str(problem.pointer[1]): [] for problem in known if _is_of_an_id(problem)
    }
    kept = []
    for problem in known:
        text = None if problem.key else _at(data, problem.pointer)
        if isinstance(text, str) and text in named:
            named[text].append(problem.pointer)
        else:
            kept.append(problem)
    return [
        evolve(problem, also=tuple(named[str(problem.pointer[1])]))
        if _is_of_an_id(problem)
        else problem
        for problem in kept
    ]


def _is_of_an_id(problem: Problem) -> bool:
    """Return whether a problem is a key that cannot be an id."""
    in_section = len(problem.pointer) == 2 and problem.pointer[0] in SECTIONS
    return problem.key and in_section and not _ID.fullmatch(str(problem.pointer[1]))


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
