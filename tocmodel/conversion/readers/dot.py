"""Read graphs in the DOT language of Graphviz: https://graphviz.org/doc/info/lang.html.

The fill colour, else the shape, is the word for the kind of a box; where the label of a cluster
names a kind, it is the word for the kind of what is in it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.graph_text import DEEPEST_GRAPH, MOST_GRAPH_ARROWS, LinePlaces, graph_text
from tocmodel.conversion.html_text import html_words
from tocmodel.conversion.labels import arrow_words, box_words, kind_word
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally

_HEAD = re.compile(
    r"(?:\s+|//[^\n]*|#[^\n]*|/\*.*?\*/)*(?:strict\s+)?(?:di)?graph\b[^{]{0,400}\{",
    re.IGNORECASE | re.DOTALL,
)
_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/|\#[^\n]*)
    |(?P<arrow>->|--)
    |(?P<sign>[{}\[\];,=:+])
    |(?P<number>-?(?:\.\d+|\d+(?:\.\d*)?))
    |(?P<word>[^\W\d]\w*)
    |(?P<quote>"(?:[^"\\]|\\.)*")
    |(?P<html><)""",
    re.VERBOSE | re.DOTALL,
)
_LINE_ENDS = re.compile(r"\\[nlr]")
_PORT = re.compile(r"<[^<>]*>")


def recognises(data: bytes, name: str) -> bool:  # as every reader
    """Whether a text begins as a graph in DOT."""
    return bool(_HEAD.match(data[:65536].decode("utf-8", "replace").lstrip("\ufeff")))


def read(data: bytes, name: str) -> Sketch:
    """Read a graph.

    Raises:
        ForeignFileError: it is not a graph in DOT, or a place in it cannot be read.
    """
    text, notes = graph_text(data, name)
    reader = _Reader(name, text)
    reader.tally.others.extend(notes)
    reader.graph()
    return reader.sketch()


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    at: int


@dataclass
class _Scope:
    """The part of a graph between two braces: what its attributes are unless a line says so."""

    node: dict[str, str] = field(default_factory=dict)
    edge: dict[str, str] = field(default_factory=dict)
    graph: dict[str, str] = field(default_factory=dict)
    clusters: tuple[str, ...] = ()
    members: dict[str, None] = field(default_factory=dict)

    def inner(self) -> "_Scope":
        return replace(self, node=dict(self.node), edge=dict(self.edge), graph={}, members={})


@dataclass
class _Node:
    key: str
    line: int
    clusters: tuple[str, ...]
    attributes: dict[str, str]


@dataclass
class _Reader:
    name: str
    text: str
    tally: Tally = field(default_factory=Tally)
    title: str = ""
    description: str = ""
    is_directed: bool = True
    nodes: dict[str, _Node] = field(default_factory=dict)
    lines: list[SketchLine] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = LinePlaces(self.text)
        self.tokens = self._tokens()
        self.now = next(self.tokens)

    # Tokens.

    def _tokens(self) -> Iterator[_Token]:
        at = 0
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            if not found:
                raise self._fault("something in the DOT language is expected", at)
            kind = found.lastgroup or ""
            end = self._end_of_html(at) if kind == "html" else found.end()
            if kind != "space":
                yield _Token(kind, self.text[at:end], at)
            at = end
        yield _Token("end", "", at)

    def _end_of_html(self, at: int) -> int:
        depth = 0
        for found in re.compile("[<>]").finditer(self.text, at):
            depth += 1 if found[0] == "<" else -1
            if not depth:
                return found.end()
        raise self._fault("this < has no > that ends it", at)

    def _step(self) -> _Token:
        token = self.now
        self.now = next(self.tokens, token)  # nothing follows the end but the end
        return token

    def _skips(self, *signs: str) -> bool:
        if self.now.kind in ("sign", "arrow") and self.now.text in signs:
            self._step()
            return True
        return False

    def _expect(self, sign: str) -> None:
        if not self._skips(sign):
            raise self._fault(f"a {sign} is expected here", self.now.at)

    def _is_word(self, *words: str) -> bool:
        return self.now.kind == "word" and self.now.text.lower() in words

    def _fault(self, message: str, at: int) -> Exception:
        line, column = self.places.of(at)
        near = self.text[at : at + 20].partition("\n")[0]
        return unreadable(
            self.name,
            f"{message}, not '{near}'" if near else f"{message}; the file ends too early",
            line=line,
            column=column,
        )

    # The grammar.

    def graph(self) -> None:
        if self._is_word("strict"):
            self._step()
        if not self._is_word("graph", "digraph"):
            raise self._fault("'digraph' or 'graph' is expected", self.now.at)
        self.is_directed = self._step().text.lower() == "digraph"
        name = "" if self.now.text == "{" else self._id()
        self._expect("{")
        scope = _Scope()
        self._statements(scope, 1)
        self.title, _, self.description = _words(scope.graph.get("label", ""), name).partition("\n")
        self.title = self.title or name
        if self.now.kind != "end":
            self.tally.lost("{} after the first", "graph")

    def _id(self) -> str:
        token = self._step()
        if token.kind == "quote":
            text = _unquoted(token.text)
            while self.now.text == "+" and self.now.kind == "sign":
                self._step()
                if self.now.kind != "quote":
                    raise self._fault("a text in quotes is expected after a +", self.now.at)
                text += _unquoted(self._step().text)
            return text
        if token.kind == "html":
            return html_words(token.text[1:-1])
        if token.kind in ("word", "number"):
            return token.text
        raise self._fault("a name is expected here", token.at)

    def _statements(self, scope: _Scope, depth: int) -> None:
        if depth > DEEPEST_GRAPH:
            raise self._fault(f"graphs more than {DEEPEST_GRAPH} deep within graphs", self.now.at)
        while not self._skips("}"):
            if self.now.kind == "end":
                raise self._fault("a } is expected here", self.now.at)
            if not self._skips(";", ","):
                self._statement(scope, depth)

    def _statement(self, scope: _Scope, depth: int) -> None:
        if self._is_word("node", "edge", "graph"):
            kind = self._step().text.lower()
            getattr(scope, kind).update(self._attributes())
            return
        ends = [self._end(scope, depth)]
        if self._skips("="):
            scope.graph[next(iter(ends[0]), "")] = self._id()
            return
        at = self.now.at
        arrows = []
        while self.now.kind == "arrow":
            arrows.append(self._step().text)
            ends.append(self._end(scope, depth))
        attributes = self._attributes()
        if not arrows:
            for key in ends[0]:
                self._node(key, scope, at).attributes |= attributes
            return
        for keys in ends:
            for key in keys:
                self._node(key, scope, at)
        for arrow, causes, effects in zip(arrows, ends, ends[1:], strict=False):
            self._edges(causes, effects, arrow, scope.edge | attributes, at)

    def _end(self, scope: _Scope, depth: int) -> list[str]:
        """Read one end of an edge, or a node, or a subgraph: the keys of its nodes."""
        if self.now.text == "{" or self._is_word("subgraph"):
            return self._subgraph(scope, depth)
        at = self.now.at
        key = self._id()
        if self.now.text == "=" and self.now.kind == "sign":
            return [key]
        while self._skips(":"):
            self._id()
        self._node(key, scope, at)
        return [key]

    def _subgraph(self, scope: _Scope, depth: int) -> list[str]:
        name = ""
        if self._is_word("subgraph"):
            self._step()
            name = "" if self.now.text == "{" else self._id()
        self._expect("{")
        inner = scope.inner()
        if name.startswith("cluster"):
            inner.clusters = (*scope.clusters, name)
        self._statements(inner, depth + 1)
        if name.startswith("cluster"):
            self.labels[name] = _words(inner.graph.get("label", ""), name)
        scope.members |= inner.members
        return list(inner.members)

    def _attributes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        while self._skips("["):
            while not self._skips("]"):
                key = self._id()
                found[key] = self._id() if self._skips("=") else "true"
                self._skips(";", ",")
        return found

    def _node(self, key: str, scope: _Scope, at: int) -> _Node:
        node = self.nodes.get(key)
        if node is None:
            line = self.places.line(at)
            node = self.nodes[key] = _Node(key, line, scope.clusters, dict(scope.node))
        elif len(scope.clusters) > len(node.clusters):
            node.clusters = scope.clusters
        scope.members[key] = None
        return node

    # Boxes and arrows.

    def _edges(
        self,
        causes: list[str],
        effects: list[str],
        arrow: str,
        attributes: Mapping[str, str],
        at: int,
    ) -> None:
        if "invis" in attributes.get("style", ""):
            return
        if len(self.lines) + len(causes) * len(effects) > MOST_GRAPH_ARROWS:
            raise self._fault(f"at most {MOST_GRAPH_ARROWS:,} arrows are read", at)
        if attributes.get("style", "") in ("dashed", "dotted"):
            self.tally.lost("the dashes of {}", "line")
        direction = attributes.get("dir", "forward" if arrow == "->" else "none")
        if direction == "back":
            causes, effects = effects, causes
        kinds = {"none": {"kind": "association"}, "both": {"kind": "mutual"}}
        label = attributes.get("label") or attributes.get("xlabel", "")
        read = arrow_words(_words(label, ""), self.tally)
        sign = read.sign
        if not sign and attributes.get("arrowhead", "") in ("tee", "otee", "teetee"):
            sign = "-"
            self.tally.guessed("{} with a bar at the end read as lowering", "arrow")
        line = self.places.line(at)
        self.lines += [
            SketchLine(
                cause=cause,
                effect=effect,
                sign=sign,
                because=read.because,
                keys=kinds.get(direction, {}) | read.keys,
                place=f"line {line}",
            )
            for cause in causes
            for effect in effects
        ]

    def sketch(self) -> Sketch:
        hidden = {
            key for key, node in self.nodes.items() if "invis" in node.attributes.get("style", "")
        }
        boxes = [self._box(node) for key, node in self.nodes.items() if key not in hidden]
        lines = [line for line in self.lines if not {line.cause, line.effect} & hidden]
        return Sketch(
            title=self.title,
            description=self.description,
            boxes=tuple(boxes),
            lines=tuple(lines),
            notes=self.tally.notes(),
        )

    def _box(self, node: _Node) -> SketchBox:
        own = node.attributes
        group, kind = "", ""
        for name in reversed(node.clusters):
            label = self.labels.get(name, "")
            kind = kind or kind_word(label)
            if not kind_word(label):
                group = group or label
        title, remarks = box_words(_words(own.get("label", "\\N"), node.key))
        style = own.get("class") or own.get("fillcolor") or own.get("shape") or "ellipse"
        return SketchBox(
            key=node.key,
            title=title or node.key,
            style=kind or style,
            group=group,
            description=remarks or own.get("comment", ""),
            position=_position(own.get("pos", "")),
            place=f"line {node.line}",
        )


def _position(text: str) -> tuple[float, float] | None:
    """Return a position; Graphviz counts upwards.

    >>> _position("10,20.5!"), _position("")
    ((10.0, -20.5), None)
    """
    found = re.match(r"\s*(-?[\d.]{1,20})\s*,\s*(-?[\d.]{1,20})", text)
    try:
        return (float(found[1]), -float(found[2])) if found else None
    except ValueError:
        return None


def _unquoted(text: str) -> str:
    inside = text[1:-1] if text.startswith('"') else text
    return inside.replace("\\\n", "").replace('\\"', '"')


def _words(label: str, name: str) -> str:
    r"""Return the words of a label.

    >>> _words(r"Families\nask", "a"), _words(r"\N", "a"), _words("{<p> one | two}", "a")
    ('Families\nask', 'a', 'one two')
    """
    text = _LINE_ENDS.sub("\n", label).replace("\\N", name).replace("\\G", "")
    if "|" in text:
        text = _PORT.sub(" ", text).translate({ord(sign): " " for sign in "{}|"})
        text = " ".join(text.split())
    text = re.sub(r"\\(.)", r"\1", text)
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
