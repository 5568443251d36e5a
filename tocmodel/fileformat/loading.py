"""Turn a file into a theory: read it, validate it, look up the ids, build it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve

from tocmodel.diagnostics import (
    Finding,
    InvalidModelError,
    ModelFileError,
    Pointer,
    Problem,
    first_problems,
)
from tocmodel.fileformat.document import Document, locate
from tocmodel.fileformat.ids import (
    duplicate_ids,
    join_malformed,
    places_already_explained,
    too_many_links,
    unknown_ids,
    with_ids,
)
from tocmodel.fileformat.includes import IncludeContext, Included, find_included
from tocmodel.model import SECTIONS, TEXT_KEYS, TEXT_KEYS_BELOW, TheoryOfChange
from tocmodel.schema import as_meant
from tocmodel.schema import problems as schema_problems
from tocmodel.syntax import Mended, Tree, parse
from tocmodel.syntax.codes import file_finding
from tocmodel.system.files import read_bytes

if TYPE_CHECKING:
    from tocmodel.syntax.corrections import Mistake

VERSION = 1
"""The version of the language that this tocmodel reads and writes."""


def load(path: str | Path) -> TheoryOfChange:
    """Read a theory from a ``.toc.yaml`` or ``.toc.json`` file.

    Raises:
        ModelFileError: the file does not hold a valid theory; it lists all the problems.
        TocModelError: the file cannot be opened.
    """
    return _theory(read(path))


def loads(text: str | bytes, path: str = "<text>") -> TheoryOfChange:
    r"""Read a theory from text: JSON if ``path`` ends in ``.json``, else YAML.

    >>> loads("tocmodel: 1\ntitle: A small theory").title
    'A small theory'

    Raises:
        ModelFileError: the text does not hold a valid theory; it lists all the problems.
    """
    return _theory(reads(text, path))


TheoryLike = TheoryOfChange | Document | str | Path
"""A theory, a document that holds one, or the path of its file."""


def as_theory(what: TheoryLike | object) -> TheoryOfChange:
    """Return the theory itself, of its document or from its file.

    Raises:
        ModelFileError: the document or the file does not hold a valid theory.
        TocModelError: the file cannot be opened, or the argument is none of these.
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
        TocModelError: the file cannot be opened, or the argument is not a path.
    """
    if not isinstance(path, str | Path):
        raise _neither(path)
    return _read(Path(path), IncludeContext())


def reads(
    text: str | bytes, path: str = "<text>", *, fetch: Callable[[Path], bytes] | None = None
) -> Document:
    """Read text; its problems are in the document's findings.

    Included theories are looked for beside ``path``, or in the current folder; ``fetch`` returns
    the content of such a file if it should not come from the disk.
    """
    return _reads(text, path, IncludeContext(fetch=fetch))


def build(
    data: dict[str, Any], included: Mapping[str, TheoryOfChange] = MappingProxyType({})
) -> TheoryOfChange:
    """Build the theory from plain data that passed the schema, and from included theories."""
    sections = {
        key: value
        for key, value in data.items()
        if key not in ("tocmodel", "$schema") and value is not None
    }
    if included:
        sections["includes"] = {
            id_: {**body, "theory": included.get(id_)} for id_, body in data["includes"].items()
        }
    return TheoryOfChange(**sections)


def from_data(data: Mapping[str, Any], path: str = "<data>") -> TheoryOfChange:
    """Return the theory in plain data: the inverse of ``to_data``.

    Args:
        data: the contents of a theory's file, as read by ``json`` or ``yaml``.
        path: the file that the paths of included theories start from.

    >>> from_data({"tocmodel": 1, "title": "A small theory"}).title
    'A small theory'

    Raises:
        ModelFileError: the data do not hold a valid theory; it lists all the problems, each with
            its address (``Finding.pointer``) but no line.
    """
    body = dict(data)
    included = find_included(body, path, IncludeContext(), _read)
    problems = tuple(_problems(body, included))
    if problems:
        raise ModelFileError(
            file_finding(name, problem.message, pointer=problem.pointer, help=problem.help)
            for name, problem in problems
        )
    return build(with_ids(body, included.theories), included.theories)


def _read(path: Path, context: IncludeContext) -> Document:
    if context.fetch is not None:
        return _reads(context.fetch(path), str(path), context)
    return _reads(read_bytes(path), str(path), context)


def _reads(text: str | bytes, path: str, context: IncludeContext) -> Document:
    tree = parse(text, path, TEXT_KEYS, TEXT_KEYS_BELOW)
    mended = tree.mended or Mended(tree)
    problems: tuple[tuple[str, Problem], ...] = ()
    if mended.tree.data is not None:
        included = find_included(mended.tree.data, path, context, _read)
        problems = tuple(_problems(mended.tree.data, included))
    if tree.data is not None and not tree.findings and not problems:
        meant = with_ids(tree.data, included.theories)
        return Document(tree, build(meant, included.theories))
    found = _wrong(mended, tree.findings, problems, context)
    return Document(tree, None, tuple(sorted(found, key=_place)))


def _wrong(
    mended: Mended,
    found: tuple[Finding, ...],
    problems: tuple[tuple[str, Problem], ...],
    context: IncludeContext,
) -> Iterator[Finding]:
    """Find all the problems in a file beyond those of its syntax.

    Clear typing mistakes are corrected first, so that one mistake does not hide another. Problems
    inside such a mistake are not reported again.
    """
    for _ in range(MOST_LOOKS):
        mistakes = _misread(mended.tree, problems)
        if not mistakes:
            break
        for mistake in mistakes:
            span = mended.before(mistake.span(mended.tree.path))
            yield file_finding("not-readable", mistake.message, span=span, help=mistake.help)
        mended, problems = _without(mistakes, mended, problems, context)
    known = [item.span for item in found]
    yield from (item for item in found if item.rule != "doubled-key")
    # A key that only seemed to appear twice no longer does in the corrected text.
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
    context: IncludeContext,
) -> tuple[Mended, tuple[tuple[str, Problem], ...]]:
    """Return the text without some mistakes, and its remaining problems."""
    path = mended.tree.path
    mended = mended.further(
        [edit for mistake in mistakes for edit in mistake.edits],
        lambda text: parse(text, path, TEXT_KEYS, TEXT_KEYS_BELOW),
    )
    # Explaining a great many again takes long, and these are enough.
    if mended.tree.data is None or len(problems) > _MANY:
        return mended, ()
    included = find_included(mended.tree.data, path, context, _read)
    return mended, tuple(_problems(mended.tree.data, included))


MOST_LOOKS = 4
"""How often a text is corrected and examined again."""

_MANY = 100
"""With more problems than this, only those found at first are reported."""


def _misread(tree: Tree, problems: Iterable[tuple[str, Problem]]) -> "list[Mistake]":
    """Return the texts that YAML misreads."""
    wrong = tuple(
        problem.pointer
        for name, problem in problems
        if name == "not-as-described"
        or (name == "unknown-id" and problem.pointer[:1] == ("links",))
    )
    if not wrong or tree.path.lower().endswith(".json"):
        return []
    from tocmodel.schema.language_keys import is_prose, known_keys  # noqa: PLC0415  # rarely needed
    from tocmodel.syntax.misread import SuspectTree, misread  # noqa: PLC0415  # as above

    keys, fields = known_keys()
    return misread(
        SuspectTree(
            tree, wrong, keys=keys, sections=frozenset(SECTIONS), fields=fields, is_prose=is_prose
        )
    )


def _theory(document: Document) -> TheoryOfChange:
    if document.theory is None:
        raise ModelFileError(document.findings)
    return document.theory


def _problems(data: Any, included: Included) -> Iterator[tuple[str, Problem]]:
    """Find the problems that keep data from being a theory, each with the name of its code."""
    version = data.get("tocmodel") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        message = f"this file is written in version {version} of the language"
        help_ = f"this tocmodel reads version {VERSION}; install a newer one"
        yield "unknown-version", Problem(message=message, pointer=("tocmodel",), help=help_)
        return
    crowded = too_many_links(data)
    if crowded:  # before the work of looking up every pair
        yield "too-large", crowded
        return
    described = schema_problems(data)
    meant = as_meant(data) if described else None
    body, back = (meant.data, meant.back) if meant else (data, _same)
    found = first_problems(unknown_ids(body, included.theories))
    unknown = [_moved(problem, back) for problem in found]
    # Advice that knows the titles can name the intended id, so the title is not malformed as well.
    known = places_already_explained(unknown, data)
    misshapen = join_malformed((item for item in described if item.pointer not in known), data)
    reported = {problem.pointer for problem in misshapen}
    unread = [problem for problem in included.problems if problem.pointer not in reported]
    for name, problems in (
        ("not-as-described", misshapen),
        ("doubled-id", [_moved(problem, back) for problem in first_problems(duplicate_ids(body))]),
        ("not-included", first_problems(unread)),
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
        also = problem.also[:MOST_PLACES]
        lines = {locate(tree, pointer).line for pointer in also} - {span.line}
        others = _elsewhere(sorted(lines), len(problem.also) - len(also))
        help_ = "; ".join(filter(None, (problem.help, others)))
        yield file_finding(name, problem.message, span=span, pointer=problem.pointer, help=help_)


MOST_PLACES = 20
"""The most other places of a problem that are listed."""


def _elsewhere(lines: list[int], more: int = 0) -> str:
    """List the other lines with the same problem.

    >>> _elsewhere([4]), _elsewhere([4, 9, 12]), _elsewhere([])
    ('also in line 4', 'also in lines 4, 9 and 12', '')
    >>> _elsewhere([4, 9], 300)
    'also in lines 4, 9 and 300 more places'
    """
    if more:
        return f"also in lines {', '.join(map(str, lines))} and {more:,} more places"
    if not lines:
        return ""
    *before, last = map(str, lines)
    return f"also in lines {', '.join(before)} and {last}" if before else f"also in line {last}"


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.line, span.column, finding.code, finding.message) if span else (0, 0, "", "")
