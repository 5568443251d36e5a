"""Read framework files, with positions and findings as for a theory."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from attrs import frozen

from tocmodel.diagnostics import Finding, Problem, TocModelError, first_problems
from tocmodel.frameworks.build import VERSION_KEY, build
from tocmodel.frameworks.model import Framework
from tocmodel.model import TEXT_KEYS, TEXT_KEYS_BELOW
from tocmodel.model.text_keys import text_keys_of
from tocmodel.schema import problems as schema_problems
from tocmodel.syntax import Tree, parse
from tocmodel.syntax.codes import file_finding
from tocmodel.system.files import read_bytes

VERSION = 1
"""The version of the format that this tocmodel reads."""

_TEXT_KEYS = text_keys_of(Framework)
_TEXT_KEYS_BELOW = {**TEXT_KEYS_BELOW, "sections": TEXT_KEYS, "where": TEXT_KEYS}  # of a theory


@frozen(eq=False)
class FrameworkFile:
    """A framework file that was read: its problems, or its framework."""

    tree: Tree
    framework: Framework | None = None
    findings: tuple[Finding, ...] = ()


def read_framework(path: str | Path) -> FrameworkFile:
    """Read a framework file; its problems are in ``findings``, with file, line and column.

    Raises:
        TocModelError: the file cannot be opened.
    """
    return framework_of(read_bytes(path), str(path))


def framework_of(text: str | bytes, path: str = "<text>") -> FrameworkFile:
    """Read a framework from text: JSON if ``path`` ends in ``.json``, else YAML."""
    tree = parse(text, path, _TEXT_KEYS, _TEXT_KEYS_BELOW)
    if tree.data is None:
        return FrameworkFile(tree, None, tree.findings)
    found = (*tree.findings, *_problems(tree))
    if found:
        return FrameworkFile(tree, None, tuple(sorted(found, key=_place)))
    return FrameworkFile(tree, build(tree.data))


@cache
def supplied(name: str) -> Framework:
    """Read a built-in framework; a test keeps these valid."""
    source = Path(__file__).with_name("data") / f"{name}.yaml"
    tree = parse(source.read_bytes(), f"{name}.yaml", _TEXT_KEYS, _TEXT_KEYS_BELOW)
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
    from tocmodel.frameworks.faults import find_faults  # noqa: PLC0415  # not for built-in ones

    faults = find_faults(tree.data)
    yield from _stamped(tree, "doubled-id", first_problems(faults.doubled))
    yield from _stamped(tree, "unknown-id", first_problems(faults.unknown))
    yield from _stamped(tree, "not-as-described", first_problems(faults.other))


def _stamped(tree: Tree, name: str, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        span = tree.span(problem.pointer, key=problem.key)
        yield file_finding(
            name, problem.message, span=span, pointer=problem.pointer, help=problem.help
        )


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.line, span.column, finding.code, finding.message) if span else (0, 0, "", "")
