"""Read Mermaid flowcharts: https://mermaid.js.org/syntax/flowchart.html.

Shapes and classes are the words for the kinds of boxes. Where the title of a subgraph names a kind,
as in "Outcomes", it is the word for the kind of what is in it; other subgraphs are groups.
"""

import html
import html.entities
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.graph_text import DEEPEST_GRAPH, MOST_GRAPH_ARROWS, graph_text
from tocmodel.conversion.html_text import html_words
from tocmodel.conversion.labels import arrow_words, box_words, kind_word
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally

_HEAD = re.compile(
    r"(?:flowchart(?:-elk)?|graph)\b[ \t]*(?:TB|TD|BT|RL|LR|[<>^v])?[ \t]*$", re.IGNORECASE
)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,}|:{3,})[ \t]*mermaid[ \t]*$", re.MULTILINE)
_ID = re.compile(r"\w+(?:[-./](?=\w)\w+)*")
_EDGE_ID = re.compile(r"([\w-]+)@(?=[<ox]?[-=~.])")
_SHAPES = (
    ("(((", ")))", "double circle"),
    ("((", "))", "circle"),
    ("([", "])", "stadium"),
    ("[[", "]]", "subroutine"),
    ("[(", ")]", "cylinder"),
    ("{{", "}}", "hexagon"),
    ("[/", "/]", "parallelogram"),
    ("[/", "\\]", "trapezoid"),
    ("[\\", "\\]", "parallelogram alt"),
    ("[\\", "/]", "trapezoid alt"),
    ("(", ")", "rounded"),
    ("[", "]", "rectangle"),
    ("{", "}", "rhombus"),
    (">", "]", "flag"),
)
_ARROW = re.compile(r"(?P<back>[<ox])?(?P<line>--+|==+|-\.+-?|~~~+)(?P<head>[>ox])?")
_CLOSING = re.compile(r"(?:--+|==+|\.+-)(?P<head>[>ox])?")
_IGNORED = ("direction", "style", "linkStyle", "click", "classDef", "accTitle", "accDescr")
_DESCRIBES = re.compile(r"accDescr\s*\{")
_MOST_ROWS = 40  # of one quotation
_OUR_CLASS = re.compile(r"k\d+")  # in flowcharts of tocmodel; it names a colour
_NUMBERED = re.compile(r"#(\w{1,12});")


def recognises(data: bytes, name: str) -> bool:  # as every reader
    """Whether a text has a Mermaid flowchart."""
    text = data[:65536].decode("utf-8", "replace")
    return bool(_FENCE.search(text)) or any(_HEAD.match(line) for line in _uncommented(text))


def read(data: bytes, name: str) -> Sketch:
    """Read a flowchart, or the first one in a Markdown file.

    Raises:
        ForeignFileError: it is not a flowchart, or a line of it cannot be read.
    """
    text, notes = graph_text(data, name)
    reader = _Reader(name)
    reader.tally.others.extend(notes)
    reader.run(*_own_lines(text))
    return reader.sketch()


def _uncommented(text: str) -> Iterator[str]:
    lines = iter(text.lstrip("\ufeff \t\r\n").splitlines())
    for line in lines:
        if line.strip() == "---":
            for within in lines:
                if within.strip() == "---":
                    break
        elif line.strip() and not line.lstrip().startswith("%%"):
            yield line.strip().rstrip(";")
            return


def _own_lines(text: str) -> tuple[int, Sequence[str]]:
    """Return the lines of the flowchart and the number of the first; those in a fence, if any."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _FENCE.match(line)
        if found:
            rest = lines[number + 1 :]
            ends = (at for at, row in enumerate(rest) if row.strip().startswith(found[1]))
            return number + 2, rest[: next(ends, len(rest))]
    return 1, lines


@dataclass
class _Node:
    key: str
    title: str = ""
    shape: str = ""
    kind: str = ""
    subgraph: str = ""
    line: int = 0


@dataclass
class _Subgraph:
    key: str
    title: str
    within: str = ""


@dataclass
class _Reader:
    name: str
    number: int = 0
    text: str = ""
    at: int = 0
    title: str = ""
    description: str = ""
    tally: Tally = field(default_factory=Tally)
    nodes: dict[str, _Node] = field(default_factory=dict)
    lines: list[SketchLine] = field(default_factory=list)
    subgraphs: dict[str, _Subgraph] = field(default_factory=dict)
    within: list[str] = field(default_factory=list)
    arrows: set[str] = field(default_factory=set)

    def run(self, first: int, lines: Sequence[str]) -> None:
        rows = [(first + place, row.strip()) for place, row in enumerate(lines)]
        rows = self._front_matter([row for row in rows if row[1]])
        rows = [row for row in rows if not row[1].startswith("%%")]
        if not rows or not _HEAD.match(rows[0][1].partition(";")[0]):
            self.number = rows[0][0] if rows else first
            raise self._fault("a flowchart begins with 'flowchart LR' or the like")
        _, _, rest = rows[0][1].partition(";")
        for self.number, row in _whole([(rows[0][0], rest), *rows[1:]]):
            for statement in _statements(row):
                self._statement(statement)

    def _front_matter(self, rows: list[tuple[int, str]]) -> list[tuple[int, str]]:
        if not rows or rows[0][1] != "---":
            return rows
        for place, (_, row) in enumerate(rows[1:], 1):
            if row == "---":
                return rows[place + 1 :]
            if row.startswith("title:"):
                self.title = _unquoted(row.removeprefix("title:").strip())
        return rows

    def _statement(self, text: str) -> None:
        word = text.split(None, 1)[0].partition(":")[0].partition("{")[0]
        if word == "subgraph":
            self._subgraph(text[len(word) :].strip())
        elif text == "end":
            if not self.within:
                raise self._fault("'end' without a subgraph")
            self.within.pop()
        elif word == "class":
            self._class(text)
        elif word == "accTitle":
            self.title = self.title or text.partition(":")[2].strip()
        elif word == "accDescr":
            words = text.removeprefix("accDescr").strip(" :{}")
            self.description = " ".join(words.split())
        elif word in _IGNORED:
            if word == "click":
                self.tally.lost("what {} does on a click", "box")
        else:
            self.text, self.at = text, 0
            if word.rstrip("@") not in self.arrows:  # else it tells the looks of an arrow
                self._chain()

    def _subgraph(self, text: str) -> None:
        if len(self.within) >= DEEPEST_GRAPH:
            raise self._fault(f"subgraphs more than {DEEPEST_GRAPH} deep")
        found = re.match(r"([^\s\[\"]+)\s*\[(.*)\]$", text)
        key, title = (found[1], found[2]) if found else (text, text)
        title = _words(title)
        key = key if found or " " not in text else title
        within = self.within[-1] if self.within else ""
        self.subgraphs.setdefault(key, _Subgraph(key, title, within))
        self.within.append(key)

    def _class(self, text: str) -> None:
        found = re.match(r"class\s+(.+?)\s+([\w-]+)$", text)
        if not found:
            raise self._fault("a line such as 'class a,b outcome' is expected here")
        for key in () if _OUR_CLASS.fullmatch(found[2]) else found[1].split(","):
            if key.strip() not in self.arrows:
                self._node(key.strip()).kind = found[2]

    def _chain(self) -> None:
        causes = self._several()
        while self.at < len(self.text):
            arrow = self._arrow()
            effects = self._several()
            self._link(causes, effects, *arrow)
            causes = effects

    def _several(self) -> list[str]:
        found = [self._one()]
        while self._skips("&"):
            found.append(self._one())
        return found

    def _one(self) -> str:
        self._space()
        match = _ID.match(self.text, self.at)
        if not match:
            raise self._fault("the name of a box is expected", self.at)
        self.at = match.end()
        node = self._node(match[0])
        self._shape(node)
        if self.text.startswith(":::", self.at):
            kind = re.compile(r"[\w-]+").match(self.text, self.at + 3)
            if kind:
                node.kind, self.at = kind[0], kind.end()
        self._space()
        return node.key

    def _node(self, key: str) -> _Node:
        node = self.nodes.setdefault(key, _Node(key, line=self.number))
        if self.within and not node.subgraph:
            node.subgraph = self.within[-1]
        return node

    def _shape(self, node: _Node) -> None:
        start = self.at
        if self.text.startswith("@{", start):
            self._attributes(node)
            return
        for opening, closing, shape in _SHAPES:
            if not self.text.startswith(opening, start):
                continue
            end = self._end_of_label(start + len(opening), closing)
            if end >= 0:
                node.title = _words(self.text[start + len(opening) : end])
                node.shape, self.at = shape, end + len(closing)
                return
        if self.text[start : start + 1] in "([{>" and self.text[start : start + 1]:
            raise self._fault("the bracket around the words of this box does not close", start)

    def _attributes(self, node: _Node) -> None:
        end = self._end_of_label(self.at + 2, "}")
        if end < 0:
            raise self._fault("the brace after @ does not close", self.at)
        inside = self.text[self.at + 2 : end]
        for found in re.finditer(r'(\w+)\s*:\s*("[^"]*"|[^,]*)', inside):
            if found[1] == "label":
                node.title = _words(found[2].strip())
            elif found[1] == "shape":
                node.shape = _unquoted(found[2].strip())
        self.at = end + 1

    def _end_of_label(self, start: int, closing: str) -> int:
        """Return where a label ends; a closing bracket between quotes does not end it."""
        text = self.text
        if text[start : start + 1] == '"':
            quote = text.find('"', start + 1)
            if quote < 0:
                raise self._fault("the closing quote is missing", start)
            return quote + 1 if text.startswith(closing, quote + 1) else -1
        end = text.find(closing, start)
        if end >= 0 and closing == "]" and text[end - 1 : end] in ("/", "\\", ")", "]"):
            return end
        return end

    def _arrow(self) -> tuple[str, str, str]:
        """Read an arrow: the sort of its line, its direction, and its words."""
        self._space()
        named = _EDGE_ID.match(self.text, self.at)
        if named:
            self.arrows.add(named[1])
            self.at = named.end()
        found = _ARROW.match(self.text, self.at)
        if not found:
            raise self._fault("an arrow such as --> is expected", self.at)
        self.at = found.end()
        line, head, back = found["line"], found["head"] or "", found["back"] or ""
        words = ""
        is_open = line in ("--", "==", "-.") and not head
        if is_open:
            closing = _CLOSING.search(self.text, self.at)
            if not closing:
                raise self._fault(
                    "the words of this arrow need --> or the like after them", self.at
                )
            words = _words(self.text[self.at : closing.start()])
            self.at, head = closing.end(), closing["head"] or ""
        elif self._skips("|"):
            end = self.text.find("|", self.at)
            if end < 0:
                raise self._fault("the words of this arrow need a | after them", self.at)
            words, self.at = _words(self.text[self.at : end]), end + 1
        return line, f"{back}-{head}", words

    def _link(
        self, causes: list[str], effects: list[str], line: str, ends: str, words: str
    ) -> None:
        if line.startswith("~"):
            return
        if line.startswith("-."):
            self.tally.lost("the dots of {}", "line")
        back, _, head = ends.partition("-")
        keys = {}
        if not back and not head:
            keys["kind"] = "association"
        elif back and head:
            keys["kind"] = "mutual"
        elif back:
            causes, effects = effects, causes
        read = arrow_words(words, self.tally)
        if len(self.lines) + len(causes) * len(effects) > MOST_GRAPH_ARROWS:
            raise self._fault(f"more than {MOST_GRAPH_ARROWS:,} arrows")
        self.lines += [
            SketchLine(
                cause=cause,
                effect=effect,
                sign=read.sign,
                because=read.because,
                keys=keys | read.keys,
                place=f"line {self.number}",
            )
            for cause in causes
            for effect in effects
        ]

    def _skips(self, sign: str) -> bool:
        self._space()
        if not self.text.startswith(sign, self.at):
            return False
        self.at += len(sign)
        return True

    def _space(self) -> None:
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1

    def _fault(self, message: str, at: int | None = None) -> Exception:
        near = "" if at is None else self.text[at : at + 20].strip()
        words = f"{message}, not '{near}'" if near else message
        return unreadable(self.name, words, line=self.number)

    def sketch(self) -> Sketch:
        linked = {end for line in self.lines for end in (line.cause, line.effect)}
        frames = [key for key in self.subgraphs if key in linked]
        if frames:  # an arrow to a subgraph: it is a box of its own
            self.nodes |= {key: _Node(key, self.subgraphs[key].title, "subgraph") for key in frames}
        return Sketch(
            title=self.title,
            description=self.description,
            boxes=tuple(self._box(node) for node in self.nodes.values()),
            lines=tuple(self.lines),
            notes=self.tally.notes(),
        )

    def _box(self, node: _Node) -> SketchBox:
        group, kind = "", ""
        holder = self.subgraphs.get(node.subgraph)
        seen: set[str] = set()  # two subgraphs of one name may be within each other
        while holder is not None and not kind and holder.key not in seen:
            seen.add(holder.key)
            kind = kind_word(holder.title)
            if not kind and not group:
                group = holder.title
            holder = self.subgraphs.get(holder.within)
        title, remarks = box_words(node.title)
        return SketchBox(
            key=node.key,
            title=title or node.key,
            description=remarks,
            style=kind or node.kind or node.shape or "plain",
            group=group,
            place=f"line {node.line}" if node.line else "",
        )


def _whole(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield rows; one whose quotation or description goes on takes the rows up to its end."""
    held: list[str] = []
    first = 0
    for number, row in rows:
        first = first if held else number
        held.append(row)
        text = "\n".join(held)
        is_open = text.count('"') % 2 or (_DESCRIBES.match(text) and "}" not in text)
        if not is_open or len(held) > _MOST_ROWS:
            yield first, text
            held = []
    if held:
        yield first, "\n".join(held)


def _statements(row: str) -> Iterator[str]:
    """Yield the statements of a line: a semicolon between quotes or brackets parts none."""
    start, quoted, depth = 0, False, 0
    for place, letter in enumerate(row):
        if letter == '"':
            quoted = not quoted
        elif not quoted:
            depth += (letter in "([{") - (letter in ")]}")
            if (
                letter == ";"
                and depth <= 0
                and not _NUMBERED.search(row[max(0, place - 14) : place + 1])
            ):
                yield from filter(None, [row[start:place].strip()])
                start = place + 1
    yield from filter(None, [row[start:].strip()])


def _unquoted(text: str) -> str:
    return text[1:-1].replace('\\"', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text


def _words(text: str) -> str:
    r"""Return the words of a label, without quotes, marks of Markdown and HTML.

    >>> _words('"say #34;yes#34; #38; <br/> wave"'), _words('"`**Bold** text`"')
    ('say "yes" &\nwave', 'Bold text')
    """
    text = _unquoted(text.strip())
    if len(text) > 1 and text[0] == text[-1] == "`":
        text = re.sub(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1", r"\2", text[1:-1])
    text = html_words(text.replace("\\n", "<br>"))
    return _NUMBERED.sub(_letter, text).replace("\u2060", "").strip()


def _letter(found: re.Match[str]) -> str:
    word = found[1]
    if word.isdecimal() and word.isascii():
        code = int(word)
        usable = code < 0x110000 and not 0xD800 <= code < 0xE000 and chr(code).isprintable()
        return chr(code) if usable else found[0]
    return html.unescape(f"&{word};") if f"{word};" in html.entities.html5 else found[0]
