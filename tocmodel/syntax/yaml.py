"""Read YAML text into a tree, from the parser's events.

Events, unlike composed nodes, give the position of every key and value, reveal repeated keys, and
protect against deep recursion and exploding aliases in a hostile file.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import yaml
from attrs import evolve
from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from tocmodel.diagnostics import Finding
from tocmodel.syntax.codes import file_finding
from tocmodel.syntax.corrections import ParserStop
from tocmodel.syntax.nesting import bracket_beyond
from tocmodel.syntax.scalars import resolve, resolve_as_written
from tocmodel.syntax.tree import Mark, Marks, Tree

# The C parser is several times faster; it is part of every PyYAML wheel.
_PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

DEEPEST = 100
"""The deepest level of nesting that is read."""

_TOO_DEEP = f"nested deeper than {DEEPEST} levels"

MOST_FINDINGS = 100
"""The most problems listed for one file."""

_IN_PLAIN_WORDS = {
    "mapping values are not allowed in this context": (
        "a colon is not expected here; put a text that holds a colon and a space in quotes"
    ),
    "could not find expected ':'": "a colon is missing after this key",
    "did not find expected key": "this line does not fit in with the lines around it; "
    "is it indented like its neighbours, and is every quote closed?",
    "did not find expected '-' indicator": "this line does not fit in with the list it is in; "
    "is it indented like its neighbours?",
    "did not find expected ',' or ']'": "a comma or a closing ] is missing",
    "did not find expected ',' or '}'": "a comma or a closing } is missing",
    "found unexpected end of stream": "the text ends inside quotes; the closing quote is missing",
    "found a tab character that violates indentation": "a tab is used to indent; use spaces",
    "found unknown escape character": "a backslash inside double quotes has a meaning of its own; "
    "use single quotes",
    "block sequence entries are not allowed in this context": (
        "a list cannot start on this line; put it on the next one, indented"
    ),
    "control characters are not allowed": "a control character is not allowed here",
    "did not find expected alphabetic or numeric character": (
        "a * or & has a meaning of its own in YAML; put the text in quotes"
    ),
    "found invalid Unicode character escape code": "this code stands for no character",
    "found character that cannot start any token": "a text cannot start with this character "
    "unless it is in quotes",
    "did not find expected node content": "a value is missing here, or a bracket is not closed",
    "did not find expected <document start>": "this line does not belong to the text above it; "
    "is it indented like its neighbours?",
}

_HELP = {
    "mapping values are not allowed in this context": (
        "or the line above has lost its colon, or this line is indented too far"
    ),
}


class _StopError(Exception):
    """Reading cannot go on; the finding gives the reason."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse_yaml(
    text: str,
    path: str,
    text_keys: Collection[str] = (),
    text_keys_below: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Tree:
    r"""Read YAML text; its problems are in the tree's findings.

    Args:
        text: the text, with ``\n`` as the only line end.
        path: the file's name, for messages.
        text_keys: keys whose plain values are always text: ``year: 2018`` gives ``"2018"``
            and ``at: 5.10`` keeps its last digit.
        text_keys_below: other keys, each with the text keys that apply below it.
    """

    def read(text: str) -> tuple[Tree, ParserStop | None]:
        tree = Tree(path, text)
        findings: list[Finding] = []
        try:
            data, mark = _Reader(tree, findings, text_keys, text_keys_below).document()
        except _StopError as stop:
            return Tree(path, text, None, (*findings, stop.finding)), None
        except yaml.YAMLError as error:
            return Tree(path, text, None, tuple(findings)), _stopped(error, tree)
        return Tree(path, text, data, tuple(_folded(findings)), mark), None

    tree, stopped = read(text)
    if stopped is None:
        return tree
    if stopped.finding.rule == "too-large":
        return Tree(path, text, None, (*tree.findings, stopped.finding))
    from tocmodel.syntax.recovery import recover  # noqa: PLC0415  # most files can be read

    return recover(text, path, read, text_keys)


def _folded(findings: list[Finding]) -> Iterator[Finding]:
    """Report repeated keys on consecutive lines once: an id may be missing."""
    run: list[Finding] = []
    for finding in (*findings, None):
        if finding and run and _is_next(run[-1], finding):
            run.append(finding)
            continue
        if len(run) > 1:
            more = len(run) - 1
            below = "as does the key" if more == 1 else f"as do the {more} keys"
            yield evolve(
                run[0],
                message=f"{run[0].message}, {below} below it",
                help=f"{run[0].help}; is the id of another entry missing above this line?",
            )
        else:
            yield from run
        run = [finding] if finding else []


def _is_next(finding: Finding, other: Finding) -> bool:
    """Return whether both are repeated keys on consecutive lines."""
    if not finding.rule == other.rule == "doubled-key" or not finding.span or not other.span:
        return False
    return finding.span.line + 1 == other.span.line and finding.span.column == other.span.column


class _Reader:
    """Reads events and builds values; ``tree`` is empty and only turns offsets into spans."""

    def __init__(
        self,
        tree: Tree,
        findings: list[Finding],
        text_keys: Collection[str],
        text_keys_below: Mapping[str, Collection[str]],
    ) -> None:
        self.tree = tree
        self.findings = findings
        self.text_keys = text_keys
        self.text_keys_below = text_keys_below
        self.resolve = resolve
        self.next = _PARSER(tree.text).get_event

    def document(self) -> tuple[Any, Mark]:
        self.next()  # the start of the stream
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None, (0, 0, 0, 0, None)
        event = self.next()
        mark_start, mark_end = event.start_mark.index, event.end_mark.index
        value, inside = self.value(event, 1)
        self.next()  # the end of the document
        more = self.next()
        if not isinstance(more, yaml.StreamEndEvent):
            self.report("second-document", "a second document starts here", more)
        return value, (mark_start, mark_end, mark_start, mark_end if inside is None else -1, inside)

    def value(self, event: Any, depth: int, as_text: bool = False) -> tuple[Any, Marks | None]:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                self.refuse(event)
            if not event.implicit[0]:
                return event.value, None
            meant = self.resolve(event.value)
            return (event.value if as_text and meant is not None else meant), None
        if kind is AliasEvent:
            self.refuse(event)
            return None, None
        if event.anchor or event.tag:
            self.refuse(event)
        if depth > DEEPEST:
            raise _StopError(self.finding("too-large", _TOO_DEEP, event))
        if kind is MappingStartEvent:
            return self.mapping(depth)
        return self.sequence(depth, as_text)

    def mapping(self, depth: int) -> tuple[dict[str, Any], Marks]:
        data: dict[str, Any] = {}
        marks: Marks = {}
        following = self.next
        event = following()
        while type(event) is not MappingEndEvent:
            key = self.key(event, depth)
            start, end = event.start_mark.index, event.end_mark.index
            if key in marks and key is not None:
                first = self.tree.position(marks[key][0])[0]
                self.report(
                    "doubled-key",
                    f"the key '{key}' appears again here",
                    event,
                    f"it first appears in line {first}",
                )
            event = following()
            value_start, value_end = event.start_mark.index, event.end_mark.index
            if key is not None and key in self.text_keys_below:
                value, inside = self.below(key, event, depth + 1)
            else:
                value, inside = self.value(event, depth + 1, key in self.text_keys)
            if key is not None and key not in marks:
                data[key] = value
                marks[key] = (start, end, value_start, value_end if inside is None else -1, inside)
            event = following()
        return data, marks

    def below(self, key: str, event: Any, depth: int) -> tuple[Any, Marks | None]:
        """Read a value below a key of ``text_keys_below``, with that key's rules for text."""
        kept = self.text_keys, self.resolve
        self.text_keys = self.text_keys_below[key]
        self.resolve = resolve if self.text_keys else resolve_as_written
        try:
            return self.value(event, depth)
        finally:
            self.text_keys, self.resolve = kept

    def key(self, event: Any, depth: int) -> str | None:
        """Return the text of a key; ``None`` if it is not a word."""
        if type(event) is ScalarEvent:
            if event.anchor or event.tag:
                self.refuse(event)
            return str(event.value)
        if type(event) is AliasEvent:
            self.refuse(event)
            return None
        self.value(event, depth + 1)
        self.report(
            "yaml-feature",
            "a key must be a word, not a list or a mapping",
            event,
            "is a text that starts with { or [ missing its quotes?",
        )
        return None

    def sequence(self, depth: int, as_text: bool) -> tuple[list[Any], Marks]:
        data: list[Any] = []
        marks: Marks = {}
        following = self.next
        event = following()
        while type(event) is not SequenceEndEvent:
            start, end = event.start_mark.index, event.end_mark.index
            value, inside = self.value(event, depth + 1, as_text)
            marks[len(data)] = (start, end, start, end if inside is None else -1, inside)
            data.append(value)
            event = following()
        return data, marks

    def refuse(self, event: Any) -> None:
        if isinstance(event, AliasEvent):
            what = f"the alias '*{event.anchor}'"
        elif event.anchor:
            what = f"the anchor '&{event.anchor}'"
        else:
            what = f"the tag '{event.tag.replace('tag:yaml.org,2002:', '!!')}'"
        from tocmodel.syntax.mistakes.quotes import value_from  # noqa: PLC0415  # rarely needed

        shown = value_from(self.tree.text, event.start_mark.index)
        self.report(
            "yaml-feature",
            f"{what} is not part of the language",
            event,
            f"if it is a text, write {shown}"
            if shown
            else "write the value out, and put a text that begins with *, & or ! in quotes",
        )

    def report(self, name: str, message: str, event: Any, help_: str = "") -> None:
        finding = self.finding(name, message, event, help_)
        if len(self.findings) == MOST_FINDINGS:
            raise _StopError(
                evolve(finding, message="there are more problems from here on", help="")
            )
        self.findings.append(finding)

    def finding(self, name: str, message: str, event: Any, help_: str = "") -> Finding:
        end = max(event.end_mark.index, event.start_mark.index + 1)
        span = self.tree.stretch(event.start_mark.index, end)
        return file_finding(name, message, span=span, help=help_)


def _stopped(error: yaml.YAMLError, tree: Tree) -> ParserStop:
    """Return where the parser stopped; report deep nesting, whatever the parser calls it."""
    context = getattr(error, "context_mark", None)
    began = None if context is None else int(context.index)
    offset = bracket_beyond(tree.text[: _place(error)], DEEPEST)
    if offset is None:
        return ParserStop(_place(error), began, _syntax_finding(error, tree))
    span = tree.stretch(offset, offset + 1)
    return ParserStop(offset, began, file_finding("too-large", _TOO_DEEP, span=span))


def _place(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return int(mark.index if mark is not None else getattr(error, "position", 0))


def _syntax_finding(error: yaml.YAMLError, tree: Tree) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = _place(error)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context_mark", None)
    message = _IN_PLAIN_WORDS.get(problem, problem)
    if tree.text[offset : offset + 1] == "\t":
        message = "there is a tab here; use spaces"
    help_ = _HELP.get(problem, "")
    if context is not None and mark is not None and context.line != mark.line:
        help_ = f"what it belongs to starts in line {context.line + 1}"
    return file_finding("not-readable", message, span=tree.stretch(offset, offset + 1), help=help_)
