"""Read JSON text into a tree.

The YAML parser reads most JSON but not all of it (tabs, paired escapes), so JSON has its own
reader, built on the standard library's string scanner.
"""

import re
from collections.abc import Callable
from json import JSONDecodeError, decoder
from typing import Any

from tocmodel.diagnostics import Finding
from tocmodel.syntax.codes import file_finding
from tocmodel.syntax.tree import Mark, Marks, Tree
from tocmodel.syntax.yaml import DEEPEST

_scanstring: Callable[[str, int, bool], tuple[str, int]] = vars(decoder)["scanstring"]
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER = 300


class _StopError(Exception):
    def __init__(self, name: str, message: str, offset: int) -> None:
        super().__init__(message)
        self.name, self.message, self.offset = name, message, offset


def parse_json(text: str, path: str) -> Tree:
    """Read JSON text; its problems are in the tree's findings."""
    reader = _Reader(Tree(path, text))
    try:
        data, mark = reader.document()
    except _StopError as stop:
        span = reader.tree.stretch(stop.offset, stop.offset + 1)
        finding = file_finding(stop.name, stop.message, span=span)
        return Tree(path, text, None, (*reader.findings, finding))
    return Tree(path, text, data, tuple(reader.findings), mark)


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.text = tree.text
        self.findings: list[Finding] = []

    def document(self) -> tuple[Any, Mark]:
        start = self.skip(0)
        if start == len(self.text):
            return None, (0, 0, 0, 0, None)
        data, inside, end = self.value(start, 1)
        after = self.skip(end)
        if after < len(self.text):
            raise _StopError(
                "not-readable", "nothing is expected after the end of the theory", after
            )
        return data, (start, end, start, end, inside)

    def skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def value(self, at: int, depth: int) -> tuple[Any, Marks | None, int]:
        if depth > DEEPEST + 1:
            raise _StopError("too-large", f"nested deeper than {DEEPEST} levels", at)
        first = self.text[at : at + 1]
        if first == "{":
            return self.object(at + 1, depth)
        if first == "[":
            return self.array(at + 1, depth)
        if first == '"':
            value, end = self.string(at)
            return value, None, end
        return self.word(at)

    def object(self, at: int, depth: int) -> tuple[dict[str, Any], Marks, int]:
        data: dict[str, Any] = {}
        marks: Marks = {}
        at = self.skip(at)
        while self.text[at : at + 1] != "}":
            if marks:
                at = self.skip(self.expect(at, ",", "a comma or a closing } is missing"))
            start = at
            if self.text[at : at + 1] != '"':
                raise _StopError("not-readable", "a key in double quotes is expected here", at)
            key, end = self.string(at)
            at = self.skip(self.expect(self.skip(end), ":", "a colon is missing after this key"))
            value, inside, value_end = self.value(at, depth + 1)
            if key in marks:
                self.doubled(key, start, end, marks[key][0])
            else:
                data[key], marks[key] = value, (start, end, at, value_end, inside)
            at = self.skip(value_end)
        return data, marks, at + 1

    def array(self, at: int, depth: int) -> tuple[list[Any], Marks, int]:
        data: list[Any] = []
        marks: Marks = {}
        at = self.skip(at)
        while self.text[at : at + 1] != "]":
            if data:
                at = self.skip(self.expect(at, ",", "a comma or a closing ] is missing"))
            value, inside, end = self.value(at, depth + 1)
            marks[len(data)] = (at, end, at, end, inside)
            data.append(value)
            at = self.skip(end)
        return data, marks, at + 1

    def expect(self, at: int, character: str, message: str) -> int:
        if self.text[at : at + 1] != character:
            raise _StopError("not-readable", message, at)
        return at + 1

    def string(self, at: int) -> tuple[str, int]:
        try:
            value, end = _scanstring(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise _StopError(
                "not-readable", _plain(error), min(error.pos, len(self.text))
            ) from error
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise _StopError("not-readable", "half of a two-part character code is missing", at)
        return value, end

    def word(self, at: int) -> tuple[Any, None, int]:
        match = _NUMBER.match(self.text, at)
        if match:
            return _number(match), None, match.end()
        for word, value in _WORDS.items():
            if self.text.startswith(word, at):
                return value, None, at + len(word)
        if at >= len(self.text):
            raise _StopError("not-readable", "the text ends too early; a bracket is not closed", at)
        raise _StopError("not-readable", "a value is expected here; put text in double quotes", at)

    def doubled(self, key: str, start: int, end: int, first: int) -> None:
        line = self.tree.position(first)[0]
        self.findings.append(
            file_finding(
                "doubled-key",
                f"the key '{key}' appears again here",
                span=self.tree.stretch(start, end),
                help=f"it first appears in line {line}",
            )
        )


def _number(match: re.Match[str]) -> int | float | str:
    word = match.group()
    if len(word) > _LONGEST_NUMBER:
        return word
    if match.group(1) or match.group(2):
        number = float(word)
        return number if abs(number) != float("inf") else word
    return int(word)


def _plain(error: JSONDecodeError) -> str:
    if error.msg.startswith("Unterminated"):
        return "the closing quote is missing"
    if "control character" in error.msg:
        return "there is a line break or control character inside the quotes"
    return "a backslash inside quotes has a meaning of its own; write two"
