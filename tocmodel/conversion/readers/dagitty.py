"""Read DAGitty graphs: https://www.dagitty.net/primer.

Today's text is like ``dag { a -> {b c}  b [outcome,pos="1,2"] }``. An older one has a line with a
variable, its kind and its place for each, an empty line, and a line for each variable with causes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.graph_text import DEEPEST_GRAPH, MOST_GRAPH_ARROWS, LinePlaces, graph_text
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally

_TYPES = ("dag", "pdag", "mag", "pag", "digraph", "graph")
_HEAD = re.compile(rf"\s*(?:{'|'.join(_TYPES)})\b\s*(?:[\w.]+|\"[^\"]*\")?\s*\{{", re.IGNORECASE)
_TOKEN = re.compile(
    r"\s+|;|,|//[^\n]*|#[^\n]*|/\*.*?\*/|(?P<arrow>@->|<-@|@-@|@--|--@|<->|->|<-|--)"
    r'|(?P<sign>[{}\[\]=])|(?P<word>[0-9A-Za-z_.]+|-?[0-9.]+)|"(?P<quote>(?:[^"\\]|\\.)*)"',
    re.DOTALL,
)
_OLD_LINE = re.compile(r"(\S+)\s+([01EOAUSeoaus])(?:\s*@\s*(-?[\d.]+)\s*,\s*(-?[\d.]+))?\s*")
_OLD_KINDS = {"e": "exposure", "o": "outcome", "a": "adjusted", "u": "latent", "s": "selected"}
_KINDS = ("exposure", "outcome")
_MARKS = ("adjusted", "latent", "selected")
_SCALE = 100.0  # DAGitty counts places in units of about an inch


def recognises(data: bytes, name: str) -> bool:
    """Whether a text is a DAGitty graph, of today or of the older kind."""
    text = data[:65536].decode("utf-8", "replace").lstrip("\ufeff")
    if _HEAD.match(text):
        return "->" in text or "<-" in text or "pos=" in text
    return bool(name.lower().endswith(".dagitty") or _is_old(text))


def _is_old(text: str) -> bool:
    lines = [line.strip() for line in text.lstrip().split("\n\n")[0].splitlines()]
    has_places = any("@" in line for line in lines)  # an outline has none
    return has_places and all(map(_OLD_LINE.fullmatch, lines))


def read(data: bytes, name: str) -> Sketch:
    """Read a graph.

    Raises:
        ForeignFileError: it is not a DAGitty graph, or a place in it cannot be read.
    """
    text, notes = graph_text(data, name)
    reader = _Reader(name, text)
    reader.tally.others.extend(notes)
    if _OLD_LINE.fullmatch(text.strip().partition("\n")[0].strip()):
        reader.old_text()
    else:
        reader.graph()
    return reader.sketch()


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    at: int


@dataclass
class _Variable:
    line: int
    kind: str = ""
    title: str = ""
    tags: dict[str, None] = field(default_factory=dict)
    place: tuple[float, float] | None = None


@dataclass
class _Reader:
    name: str
    text: str
    title: str = ""
    tally: Tally = field(default_factory=Tally)
    variables: dict[str, _Variable] = field(default_factory=dict)
    lines: list[SketchLine] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = LinePlaces(self.text)
        self.tokens = self._tokens()
        self.now = _Token("start", "", 0)

    def _tokens(self) -> Iterator[_Token]:
        at = 0
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            if not found:
                raise self._fault("a part of a DAGitty graph is expected", at)
            kind = found.lastgroup
            if kind:
                text = found[kind] if kind != "quote" else re.sub(r"\\(.)", r"\1", found[kind])
                yield _Token(kind, text, at)
            at = found.end()
        while True:
            yield _Token("end", "", at)

    def _step(self) -> _Token:
        token, self.now = self.now, next(self.tokens)
        return token

    def _is(self, sign: str) -> bool:
        return self.now.kind == "sign" and self.now.text == sign

    def _fault(self, message: str, at: int) -> Exception:
        line, column = self.places.of(at)
        near = self.text[at : at + 20].partition("\n")[0]
        words = f"{message}, not '{near}'" if near else f"{message}; the text ends too early"
        return unreadable(self.name, words, line=line, column=column)

    # Today's text.

    def graph(self) -> None:
        self._step()
        has_head = bool(_HEAD.match(self.text))
        if has_head:
            self._step()  # the type of graph
            if self.now.kind in ("word", "quote"):
                self.title = self._step().text
            self._step()  # the brace
        while not (self.now.kind == "end" or (has_head and self._is("}"))):
            self._statement()
        if has_head and not self._is("}"):
            raise self._fault("a } is expected here", self.now.at)

    def _statement(self) -> None:
        ends = [self._end(1)]
        arrows: list[tuple[str, int]] = []
        if self._is("="):  # an attribute of the graph, such as bb="0,0,1,1"
            self._step()
            value = self._step().text
            for key in ends[0]:
                self.variables.pop(key, None)
                self.title = value if key == "title" else self.title
            return
        while self.now.kind == "arrow":
            arrow = self._step()
            arrows.append((arrow.text, arrow.at))
            ends.append(self._end(1))
        attributes = self._attributes() if self._is("[") else {}
        for (arrow_text, at), left, right in zip(arrows, ends, ends[1:], strict=False):
            self._arrows(left, right, arrow_text, at)
        if not arrows:
            for key in ends[0]:
                self._describe(self.variables[key], attributes)

    def _end(self, depth: int) -> list[str]:
        if not self._is("{"):
            token = self._step()
            if token.kind not in ("word", "quote"):
                raise self._fault("the name of a variable is expected", token.at)
            line = self.places.line(token.at)
            self.variables.setdefault(token.text, _Variable(line))
            return [token.text]
        if depth > DEEPEST_GRAPH:
            raise self._fault(f"sets are within sets {DEEPEST_GRAPH} deep", self.now.at)
        self._step()
        found: list[str] = []
        while not self._is("}"):
            if self.now.kind == "end":
                raise self._fault("a } is expected here", self.now.at)
            found += self._end(depth + 1)
        self._step()
        return found

    def _attributes(self) -> dict[str, str]:
        self._step()
        found: dict[str, str] = {}
        while not self._is("]"):
            token = self._step()
            if token.kind not in ("word", "quote"):
                raise self._fault("an attribute such as outcome is expected", token.at)
            found[token.text.lower()] = ""
            if self._is("="):
                self._step()
                found[token.text.lower()] = self._step().text
        self._step()
        return found

    def _describe(self, variable: _Variable, attributes: dict[str, str]) -> None:
        for name in _KINDS:
            if name in attributes or name[0] in attributes:
                variable.kind = name
        for name in _MARKS:
            if name in attributes or name[0] in attributes:
                variable.tags[name] = None
        variable.title = attributes.get("label", variable.title)
        numbers = re.findall(r"-?\d+(?:\.\d+)?", attributes.get("pos", "")[:80])
        if len(numbers) >= 2:
            variable.place = float(numbers[0]) * _SCALE, float(numbers[1]) * _SCALE

    def _arrows(self, left: list[str], right: list[str], arrow: str, at: int) -> None:
        if len(self.lines) + len(left) * len(right) > MOST_GRAPH_ARROWS:
            raise self._fault(f"at most {MOST_GRAPH_ARROWS:,} arrows are read", at)
        if arrow.startswith("<-") and arrow != "<->":
            left, right = right, left
        keys = {}
        if arrow == "<->":
            keys = {"kind": "association", "notes": "a common cause that was not measured"}
            self.tally.guessed("{} read as an association with a hidden common cause", "<->")
        elif arrow in ("--", "@-@", "@--", "--@"):
            keys = {"kind": "association"}
        place = f"line {self.places.line(at)}"
        self.lines += [
            SketchLine(cause=cause, effect=effect, keys=keys, place=place)
            for cause in left
            for effect in right
        ]

    # The older text.

    def old_text(self) -> None:
        rows = list(enumerate(self.text.split("\n"), 1))
        is_arrows = False
        for number, row in rows:
            if not row.strip():
                is_arrows = is_arrows or bool(self.variables)
            elif is_arrows:
                cause, *effects = map(_unescaped, row.split())
                place = f"line {number}"
                self.lines += [
                    SketchLine(cause=cause, effect=effect, place=place) for effect in effects
                ]
            else:
                self._old_variable(number, row.strip())

    def _old_variable(self, number: int, row: str) -> None:
        found = _OLD_LINE.fullmatch(row)
        if not found:
            message = f"a variable, its kind and its place are expected, not '{row[:40]}'"
            raise unreadable(self.name, message, line=number)
        word = _OLD_KINDS.get(found[2].lower(), "")
        variable = _Variable(number, kind=word if word in _KINDS else "")
        if word in _MARKS:
            variable.tags[word] = None
        if found[3]:
            variable.place = _SCALE * _number(found[3]), _SCALE * _number(found[4])
        self.variables[_unescaped(found[1])] = variable

    def sketch(self) -> Sketch:
        return Sketch(
            title=self.title,
            boxes=tuple(
                SketchBox(
                    key=key,
                    title=variable.title or key.replace("_", " "),
                    style=variable.kind,
                    tags=tuple(variable.tags),
                    position=variable.place,
                    place=f"line {variable.line}",
                )
                for key, variable in self.variables.items()
            ),
            lines=tuple(self.lines),
            notes=self.tally.notes(),
        )


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _unescaped(word: str) -> str:
    """Return a name of the older text, in which ``%20`` is a space."""
    return re.sub(r"%([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), word)
