"""From a file to a theory: read, validate, look up the ids, build."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve

from tocmodel.diagnostics import Finding, InvalidModelError, ModelFileError, Pointer, Problem
from tocmodel.document import Document, locate
from tocmodel.filecodes import file_finding
from tocmodel.files import read_bytes
from tocmodel.ids import doubled_ids, explained, gathered, unknown_ids
from tocmodel.inclusion import Included, Journey, find_included
from tocmodel.model import SECTIONS, TEXT_KEYS, TEXT_KEYS_BELOW, TheoryOfChange
from tocmodel.schema import as_meant
from tocmodel.schema import problems as schema_problems
from tocmodel.syntax import LARGEST, Mended, Tree, parse

if TYPE_CHECKING:
    from tocmodel.syntax.mending import Mistake

VERSION = 1
"""The version of the language that this tocmodel reads and writes."""


def load(path: str | Path) -> TheoryOfChange:
    """Read a theory from a ``.toc.yaml`` or ``.toc.json`` file.

    Raises:
        ModelFileError: the file holds no valid theory; all of its problems are listed.
        TocModelError: the file cannot be opened.
    """
    return _theory(read(path))


def loads(text: str | bytes, path: str = "<text>") -> TheoryOfChange:
    r"""Read a theory from text; a ``path`` that ends in ``.json`` says that it is JSON.

    >>> loads("tocmodel: 1\ntitle: A small theory").title
    'A small theory'

    Raises:
        ModelFileError: the text holds no valid theory; all of its problems are listed.
    """
    return _theory(reads(text, path))


TheoryLike = TheoryOfChange | Document | str | Path
"""Wherever a theory is asked for: the theory, a document that holds it, or the path of its file."""


def as_theory(what: TheoryLike | object) -> TheoryOfChange:
    """Return the theory that is meant.

    Raises:
        ModelFileError: the document or the file holds no valid theory.
        TocModelError: the file cannot be opened, or what was given is neither of these.
    """
    if isinstance(what, TheoryOfChange):
        return what
    if isinstance(what, Document):
        return _theory(what)
    if isinstance(what, str | Path):
        return load(what)
    raise _neither(what)


def _neither(what: object) -> InvalidModelError:
    kind = type(what).__name__
    return InvalidModelError(f"a theory or the path of its file is expected here, not: {kind}")


def read(path: str | Path) -> Document:
    """Read a file; its problems are in the document's findings.

    Raises:
        TocModelError: the file cannot be opened, or what was given is no path.
    """
    if not isinstance(path, str | Path):
        raise _neither(path)
    return _read(Path(path), Journey())


def reads(
    text: str | bytes, path: str = "<text>", *, fetch: Callable[[Path], bytes] | None = None
) -> Document:
    """Read text; its problems are in the document's findings.

    What the theory includes is looked for beside ``path``, or in the current folder; ``fetch``
    gives what such a file holds, where that is not what the disk has.
    """
    return _reads(text, path, Journey(fetch=fetch))


def build(
    data: dict[str, Any], included: Mapping[str, TheoryOfChange] = MappingProxyType({})
) -> TheoryOfChange:
    """Build the theory from plain data that the schema has passed, and the theories it includes."""
    sections = {
        key: value
        for key, value in data.items()
        if key not in ("tocmodel", "$schema") and value is not None
    }
    if included:
        sections["includes"] = {
            id_: {**body, "theory": included[id_]} for id_, body in data["includes"].items()
        }
    return TheoryOfChange(**sections)


def from_data(data: Mapping[str, Any], path: str = "<data>") -> TheoryOfChange:
    """Return the theory that plain data hold: the inverse of ``to_data``.

    Args:
        data: the contents of a theory's file, as ``json`` or ``yaml`` would read them.
        path: the file beside which the theories that it includes are looked for.

    >>> from_data({"tocmodel": 1, "title": "A small theory"}).title
    'A small theory'

    Raises:
        ModelFileError: the data hold no valid theory; all of its problems are listed, each with
            its address (``Finding.pointer``) and without a line.
    """
    body = dict(data)
    included = find_included(body, path, Journey(), _read)
    problems = tuple(_problems(body, included))
    if problems:
        raise ModelFileError(
            file_finding(name, problem.message, pointer=problem.pointer, help=problem.help)
            for name, problem in problems
        )
    return build(body, included.theories)


def _read(path: Path, journey: Journey) -> Document:
    if journey.fetch is not None:
        return _reads(journey.fetch(path), str(path), journey)
    return _reads(read_bytes(path, LARGEST + 1), str(path), journey)


def _reads(text: str | bytes, path: str, journey: Journey) -> Document:
    tree = parse(text, path, TEXT_KEYS, TEXT_KEYS_BELOW)
    mended = tree.mended or Mended(tree)
    problems: tuple[tuple[str, Problem], ...] = ()
    if mended.tree.data is not None:
        included = find_included(mended.tree.data, path, journey, _read)
        problems = tuple(_problems(mended.tree.data, included))
    if tree.data is not None and not tree.findings and not problems:
        return Document(tree, build(tree.data, included.theories))
    found = _wrong(mended, tree.findings, problems, journey)
    return Document(tree, None, tuple(sorted(found, key=_place)))


def _wrong(
    mended: Mended,
    found: tuple[Finding, ...],
    problems: tuple[tuple[str, Problem], ...],
    journey: Journey,
) -> Iterator[Finding]:
    """Find all that is wrong in a file, beyond what was found in its syntax.

    Where mistakes of typing are plain, what else is wrong is looked for in the text as it was
    meant, so that one mistake does not hide another. What lies in such a mistake is no news.
    """
    for _ in range(_MOST_LOOKS):
        mistakes = _misread(mended.tree, problems)
        if not mistakes:
            break
        for mistake in mistakes:
            span = mended.before(mistake.span(mended.tree.path))
            yield file_finding("not-readable", mistake.message, span=span, help=mistake.help)
        mended, problems = _without(mistakes, mended, problems, journey)
    known = [item.span for item in found]
    yield from (item for item in found if item.rule != "doubled-key")
    # A key that only seemed to be there twice is no longer, where the text is as it was meant.
    doubled = (item for item in mended.tree.findings if item.rule == "doubled-key")
    yield from (evolve(item, span=item.span and mended.before(item.span)) for item in doubled)
    if mended.tree.data is not None:
        for finding in _stamped(mended.tree, problems):
            place = finding.span and mended.before(finding.span)
            if place is None or not (mended.covers(place) or place in known):
                yield evolve(finding, span=place)


def _without(
    mistakes: "list[Mistake]",
    mended: Mended,
    problems: tuple[tuple[str, Problem], ...],
    journey: Journey,
) -> tuple[Mended, tuple[tuple[str, Problem], ...]]:
    """Return the text without some mistakes, and what is wrong with it then."""
    path = mended.tree.path
    mended = mended.further(
        [edit for mistake in mistakes for edit in mistake.edits],
        lambda text: parse(text, path, TEXT_KEYS, TEXT_KEYS_BELOW),
    )
    # Explaining very many once more takes long, and these are enough.
    if mended.tree.data is None or len(problems) > _MANY:
        return mended, ()
    included = find_included(mended.tree.data, path, journey, _read)
    return mended, tuple(_problems(mended.tree.data, included))


_MOST_LOOKS = 4
"""How often a text is mended and looked into again."""

_MANY = 100
"""With more problems than this, what is found at the first look is all that is told."""


def _misread(tree: Tree, problems: Iterable[tuple[str, Problem]]) -> "list[Mistake]":
    """Return what was typed in a way that YAML reads in another."""
    wrong = tuple(problem.pointer for name, problem in problems if name == "not-as-described")
    if not wrong or tree.path.lower().endswith(".json"):
        return []
    from tocmodel.schema.places import is_prose, known_keys  # noqa: PLC0415  # rarely needed
    from tocmodel.syntax.structure import Suspicion, misread  # noqa: PLC0415  # as above

    keys, fields = known_keys()
    return misread(
        Suspicion(
            tree, wrong, keys=keys, sections=frozenset(SECTIONS), fields=fields, is_prose=is_prose
        )
    )


def _theory(document: Document) -> TheoryOfChange:
    if document.theory is None:
        raise ModelFileError(document.findings)
    return document.theory


def _problems(data: Any, included: Included) -> Iterator[tuple[str, Problem]]:
    """Find what keeps data from being a theory: the name of the code, and the problem."""
    version = data.get("tocmodel") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        message = f"this file is written in version {version} of the language"
        help_ = f"this tocmodel reads version {VERSION}; install a newer one"
        yield "unknown-version", Problem(message=message, pointer=("tocmodel",), help=help_)
        return
    described = schema_problems(data)
    meant = as_meant(data) if described else None
    body, back = (meant.data, meant.back) if meant else (data, _same)
    unknown = [_moved(problem, back) for problem in unknown_ids(body, included.theories)]
    # Who knows the titles says best which id is meant; that a title is no id is no news then.
    known = explained(unknown, data)
    misshapen = gathered((item for item in described if item.pointer not in known), data)
    reported = {problem.pointer for problem in misshapen}
    unread = [problem for problem in included.problems if problem.pointer not in reported]
    for name, problems in (
        ("not-as-described", misshapen),
        ("doubled-id", [_moved(problem, back) for problem in doubled_ids(body)]),
        ("not-included", unread),
        ("unknown-id", unknown),
    ):
        yield from ((name, problem) for problem in problems)


def _same(pointer: Pointer) -> Pointer:
    return pointer


def _moved(problem: Problem, back: Callable[[Pointer], Pointer]) -> Problem:
    also = tuple(map(back, problem.also))
    return evolve(problem, pointer=back(problem.pointer), also=also)


def _stamped(tree: Tree, found: Iterable[tuple[str, Problem]]) -> Iterator[Finding]:
    for name, problem in found:
        span = locate(tree, problem.pointer, key=problem.key)
        lines = {locate(tree, pointer).line for pointer in problem.also} - {span.line}
        help_ = "; ".join(filter(None, (problem.help, _elsewhere(sorted(lines)))))
        yield file_finding(name, problem.message, span=span, pointer=problem.pointer, help=help_)


def _elsewhere(lines: list[int]) -> str:
    """Say in which other lines the same is wrong.

    >>> _elsewhere([4]), _elsewhere([4, 9, 12]), _elsewhere([])
    ('also in line 4', 'also in lines 4, 9 and 12', '')
    """
    if not lines:
        return ""
    *before, last = map(str, lines)
    return f"also in lines {', '.join(before)} and {last}" if before else f"also in line {last}"


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.line, span.column, finding.code, finding.message) if span else (0, 0, "", "")
