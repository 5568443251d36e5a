"""Read an outline in plain text or Markdown: indented, numbered, or with headings."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from tocmodel.conversion.faults import ForeignFileError, unreadable
from tocmodel.conversion.kinds import known_kind, without_kind
from tocmodel.conversion.outline_items import OutlineItem, is_chain, outline_sketch
from tocmodel.conversion.sketch import Note, Remark, Sketch
from tocmodel.conversion.texts import decoded
from tocmodel.wording import counted

MOST_LINES = 50_000
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_BULLET = re.compile(r"(?:[-*+•◦▪–—○●‣]|\d{1,3}[.)]|[a-zA-Z][.)]|\([a-z\d]{1,3}\))\s+(?=\S)")
_NUMBER = re.compile(r"((?:\d{1,3}\.)+\d{1,3})\.?\s+(?=\S)")
_PARTS = re.compile(r"((?:\d{1,3}\.)*\d{1,3})[.)]?\s+(?=\S)")
_BOX = re.compile(r"\[[ xX]\]\s+")
_RULE = re.compile(r"\s{0,3}([-*_=]\s*){3,}")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_MARKUP = (
    (re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])[*_](?=\S)([^*_]{1,500}?)(?<=\S)[*_](?![\w*])"), r"\1"),
    (re.compile(r"`([^`]{1,500})`"), r"\1"),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = 0xF000
"""Where characters after a backslash are kept, so that they are no marks."""
_SHOWN = {_HIDDEN + code: chr(code) for code in range(0x21, 0x7F)}

_DEEPEST = 1_000_000
"""The level of a line with arrows, which is about nothing above it."""

_FIRST_DEEP = 10
"""The level of the outermost list item: below every heading."""


def recognises(data: bytes, name: str) -> bool:
    """Whether it is text with something in it."""
    try:
        return bool(decoded(data, name)[0].strip())
    except ForeignFileError:
        return False


def read(data: bytes, name: str) -> Sketch:
    """Read an outline.

    Raises:
        ForeignFileError: it is not text, is empty, or has more lines than the limit.
    """
    text, notes = decoded(data, name)
    lines = text.expandtabs(4).split("\n")
    if len(lines) > MOST_LINES:
        raise unreadable(name, f"the outline has more than {MOST_LINES:,} lines")
    title, first = _front_matter(lines)
    reader = _reader_for(lines, first, name)
    for number in range(first, len(lines)):
        reader.take(lines[number].rstrip(), number + 1)
    items = reader.items
    if not items and not title:
        raise unreadable(name, "the outline is empty")
    if not title and items and reader.has_title(items[0]):
        title = items[0].text
        reader.before.append(items[0].description)
        del items[0]
    return outline_sketch(
        items,
        title=title,
        description="\n".join(filter(None, reader.before)),
        notes=(*notes, *reader.notes()),
    )


def _front_matter(lines: Sequence[str]) -> tuple[str, int]:
    """Return the title between two lines of hyphens at the top, and the place of the line after.

    >>> _front_matter(["---", "title: Our plan", "---", "# A"]), _front_matter(["# A"])
    (('Our plan', 3), ('', 0))
    """
    if lines[0].strip() != "---":
        return "", 0
    end = next((n for n, line in enumerate(lines[1:50], 1) if line.strip() in ("---", "...")), 0)
    titles = (line.partition(":")[2] for line in lines[1:end] if line.startswith("title:"))
    return (next(titles, "").strip(" \"'"), end + 1) if end else ("", 0)


def _reader_for(lines: Sequence[str], first: int, name: str) -> "_Markdown | _Indented":
    """Return the reader for Markdown, or for plain text in which every line is an item."""
    body = [line for line in lines[first:] if line.strip()]
    has_headings = any(map(_HEADING.fullmatch, body))
    has_bullets = any(_BULLET.match(line.lstrip()) for line in body)
    is_markdown = name.lower().endswith((".md", ".markdown"))
    if has_headings or (is_markdown and has_bullets):
        return _Markdown()
    numbered = [line for line in body if _NUMBER.match(line.lstrip())]
    indents = {len(line) - len(line.lstrip()) for line in numbered}
    return _Indented(by_number=len(indents) == 1)


class _Levels:
    """The level of an indentation: how many smaller ones it is inside."""

    def __init__(self) -> None:
        self.indents: list[int] = []
        self.uneven: list[int] = []

    def level(self, indent: int, line: int) -> int:
        was_deeper = False
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
            was_deeper = True
        if not self.indents or self.indents[-1] < indent:
            if was_deeper and self.indents:
                self.uneven.append(line)
            self.indents.append(indent)
        return len(self.indents)


class _Indented:
    """Reads plain text: every line is an item, at the level of its indentation or its number."""

    def __init__(self, *, by_number: bool) -> None:
        self.by_number = by_number
        self.items: list[OutlineItem] = []
        self.before: list[str] = []
        self.levels = _Levels()

    def take(self, line: str, number: int) -> None:
        text = line.lstrip()
        if not text or _RULE.fullmatch(text):
            return
        level = self.levels.level(len(line) - len(text), number)
        if self.by_number and (found := _PARTS.match(text)):
            level = len([part for part in found[1].split(".") if part])
            text = text if level > 1 else text[found.end() :]
        self.items.append(
            OutlineItem(level=level, text=_plain(_BULLET.sub("", text)), place=f"line {number}")
        )

    def has_title(self, _item: OutlineItem) -> bool:
        return False  # there are no headings

    def notes(self) -> Iterator[Note]:
        for line in self.levels.uneven:
            message = "an indentation between two levels, read as the deeper one"
            yield Note(remark=Remark.REPAIRED, message=message, place=f"line {line}")


class _Markdown:
    """Reads Markdown: headings and list items are items, and paragraphs describe them."""

    def __init__(self) -> None:
        self.items: list[OutlineItem] = []
        self.before: list[str] = []
        self.levels = _Levels()
        self.fence = ""
        self.is_paragraph_open = False
        self.left_out: Counter[str] = Counter()

    def take(self, line: str, number: int) -> None:
        text = line.strip()
        if self.fence or _FENCE.match(line):
            self._take_code(text)
        elif not text:
            self.is_paragraph_open = False
        elif text.startswith(("|", "<!--")):
            self.left_out["line of a table" if text.startswith("|") else "comment"] += 1
        elif heading := _HEADING.fullmatch(text):
            self.levels = _Levels()
            self._add(len(heading[1]), heading[2], number)
        elif bullet := _BULLET.match(text):
            level = self.levels.level(len(line) - len(line.lstrip()), number)
            self._add(_FIRST_DEEP + level, _BOX.sub("", text[bullet.end() :]), number)
        elif not _RULE.fullmatch(text):
            self._take_words(text, number)

    def _add(self, level: int, text: str, number: int) -> None:
        self.items.append(OutlineItem(level=level, text=_plain(text), place=f"line {number}"))
        self.is_paragraph_open = level > _FIRST_DEEP

    def _take_code(self, text: str) -> None:
        if not self.fence:
            self.left_out["block of code"] += 1
            self.fence = text[:3]
        elif text.startswith(self.fence):
            self.fence = ""

    def _take_words(self, text: str, number: int) -> None:
        """Take a line of a paragraph: of a list item without a break, or of a description."""
        if is_chain(text) and not self.is_paragraph_open:
            self._add(_DEEPEST, text, number)
            self.is_paragraph_open = False
        elif not self.items:
            self.before.append(_plain(text))
        elif self.is_paragraph_open:
            item = self.items[-1]
            self.items[-1] = evolve(item, text=f"{item.text} {_plain(text)}")
        else:
            item = self.items[-1]
            description = f"{item.description}\n{_plain(text)}".strip()
            self.items[-1] = evolve(item, description=description)

    def has_title(self, item: OutlineItem) -> bool:
        return item.level < _FIRST_DEEP and not known_kind(item.text) and not has_kind(item.text)

    def notes(self) -> Iterator[Note]:
        for what, number in self.left_out.items():
            yield Note(remark=Remark.LOST, message=counted(number, what))
        for line in self.levels.uneven:
            message = "an indentation between two levels, read as the deeper one"
            yield Note(remark=Remark.REPAIRED, message=message, place=f"line {line}")


def has_kind(text: str) -> bool:
    """Whether there is a word for a kind before a colon."""
    return without_kind(text)[1] is not None


def _plain(text: str) -> str:
    r"""Return words without the marks of Markdown.

    >>> _plain(r"**Trust** in [services](https://a.uk) grows \* fast"), _plain("2 * 3 * 4")
    ('Trust in services grows * fast', '2 * 3 * 4')
    """
    text = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[1])), text)
    for pattern, words in _MARKUP:
        text = pattern.sub(words, text)
    return text.translate(_SHOWN).strip()
