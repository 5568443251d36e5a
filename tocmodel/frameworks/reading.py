"""Reads framework files: positions and findings as for a theory, then a framework."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from tocmodel.diagnostics import Finding, Problem, TocModelError
from tocmodel.filecodes import file_finding
from tocmodel.files import read_bytes
from tocmodel.frameworks.building import VERSION_KEY, build
from tocmodel.frameworks.parts import Framework
from tocmodel.model import TEXT_KEYS, TEXT_KEYS_BELOW
from tocmodel.schema import problems as schema_problems
from tocmodel.syntax import LARGEST, Tree, parse
from tocmodel.values import frozen

VERSION = 1
"""The version of the format that this tocmodel reads."""

_TEXT_KEYS = TEXT_KEYS | {"edition", "licence", "meaning", "message", "question", "help", "why"}


@frozen(eq=False)
class FrameworkFile:
    """A framework file that was read: what is wrong with it, or the framework it holds."""

    tree: Tree
    framework: Framework | None = None
    findings: tuple[Finding, ...] = ()


def read_framework(path: str | Path) -> FrameworkFile:
    """Read a framework file; its problems are in ``findings``, with file, line and column.

    Raises:
        TocModelError: the file cannot be opened.
    """
    return framework_of(read_bytes(path, LARGEST + 1), str(path))


def framework_of(text: str | bytes, path: str = "<text>") -> FrameworkFile:
    """Read a framework from text; a ``path`` that ends in ``.json`` says that it is JSON."""
    tree = parse(text, path, _TEXT_KEYS, TEXT_KEYS_BELOW)
    if tree.data is None:
        return FrameworkFile(tree, None, tree.findings)
    found = (*tree.findings, *_problems(tree))
    if found:
        return FrameworkFile(tree, None, tuple(sorted(found, key=_place)))
    return FrameworkFile(tree, build(tree.data))


@cache
def supplied(name: str) -> Framework:
    """Read a framework that comes with tocmodel; a test has looked it through."""
    source = files("tocmodel.frameworks") / "data" / f"{name}.yaml"
    tree = parse(source.read_bytes(), f"{name}.yaml", _TEXT_KEYS, TEXT_KEYS_BELOW)
    if tree.data is None:
        raise TocModelError(f"the framework '{name}' is damaged; install tocmodel again")
    return build(tree.data)


def _problems(tree: Tree) -> Iterator[Finding]:
    version = tree.data.get(VERSION_KEY) if isinstance(tree.data, dict) else None
    if isinstance(version, int) and version > VERSION:
        problem = Problem(
            message=f"this framework is written in version {version} of the format",
            pointer=(VERSION_KEY,),
            help=f"this tocmodel reads version {VERSION}; install a newer one",
        )
        yield from _stamped(tree, "unknown-version", [problem])
        return
    misshapen = tuple(schema_problems(tree.data, "framework"))
    yield from _stamped(tree, "not-as-described", misshapen)
    if misshapen:
        return
    from tocmodel.frameworks.faults import find_faults  # noqa: PLC0415  # not for those supplied

    faults = find_faults(tree.data)
    yield from _stamped(tree, "doubled-id", faults.doubled)
    yield from _stamped(tree, "unknown-id", faults.unknown)
    yield from _stamped(tree, "not-as-described", faults.other)


def _stamped(tree: Tree, name: str, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        span = tree.span(problem.pointer, key=problem.key)
        yield file_finding(
            name, problem.message, span=span, pointer=problem.pointer, help=problem.help
        )


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.line, span.column, finding.code, finding.message) if span else (0, 0, "", "")
