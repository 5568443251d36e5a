"""Find text that YAML reads differently from what its author meant.

The search covers only the places in a file to which the schema objects. One typing mistake then
gives one finding instead of several.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from attrs import frozen

from tocmodel.diagnostics import Pointer
from tocmodel.syntax.characters import odd_characters
from tocmodel.syntax.corrections import LONGEST_LINE, LineEdit, Mistake
from tocmodel.syntax.flow import flow_mistake
from tocmodel.syntax.mistakes.colons import separator_mistake
from tocmodel.syntax.mistakes.stop import ENTRY, ITEM
from tocmodel.syntax.quoting import in_quotes, shown_quoted
from tocmodel.syntax.tree import Tree
from tocmodel.syntax.unquoted_text import unquoted, without_comment


@frozen
class SuspectTree:
    """A tree with the places that the schema objects to, and the keys of the language.

    Attributes:
        tree: the file.
        wrong: the addresses of the problems.
        keys: the top-level keys of the language.
        sections: the top-level keys that hold entries by id.
        fields: the keys that entries may have.
        is_prose: returns whether an address may hold any text.
    """

    tree: Tree
    wrong: tuple[Pointer, ...]
    keys: Collection[str]
    sections: Collection[str]
    fields: Collection[str]
    is_prose: Callable[[Pointer], bool]

    def line(self, pointer: Pointer, *, key: bool = True) -> int:
        """Return the line of a key or a value, from 0."""
        return self.tree.span(pointer, key=key).line - 1

    def text_keys_of(self, holder: Pointer) -> Callable[[str], bool]:
        """Return a function that checks whether a key of this entry may hold any text."""
        return lambda key: self.is_prose((*holder, key))

    def at(self, pointer: Pointer) -> Any:
        """Return the value at an address."""
        value = self.tree.data
        for step in pointer:
            value = value[step]
        return value


def misread(suspicion: SuspectTree) -> list[Mistake]:
    """Return the texts that YAML misreads, each place once."""
    if odd := odd_characters(suspicion.tree.text):
        return odd
    lines = [line if len(line) <= LONGEST_LINE else "" for line in suspicion.tree.text.split("\n")]
    found: dict[tuple[int, int], Mistake] = {}
    for find in FINDERS:
        for mistake in find(suspicion, lines):
            found.setdefault((mistake.line, mistake.column), mistake)
    return list(found.values())


def _commas(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find a comma in a text in braces: YAML reads the rest as a key."""
    tree = suspicion.tree
    for pointer in suspicion.wrong:
        if not pointer or not tree.has(pointer) or not isinstance(pointer[-1], str):
            continue
        start = tree.offset(pointer[:-1])
        if tree.text[start : start + 1] != "{":
            continue
        opened, column = tree.position(start)
        number = suspicion.line(pointer)
        if not lines[number]:  # far too long
            continue
        from_ = column - 1 if number == opened - 1 else -1
        is_text = suspicion.text_keys_of(pointer[:-1])
        mistake = flow_mistake(lines[number], number + 1, from_, is_text)
        if mistake is not None:
            yield mistake


def _comments(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find a text that begins with a ``#``: YAML reads it as a comment."""
    for pointer in suspicion.wrong:
        if not suspicion.tree.has(pointer) or suspicion.at(pointer) is not None or not pointer:
            continue
        number = suspicion.line(pointer)
        found = re.match(r" *(?:- +)*(?P<key>[\w$-]+) *:[ \t]+(?P<comment>#.*)", lines[number])
        if found is None or found["key"] not in suspicion.fields:
            continue
        meant = found["comment"].rstrip()
        start = found.start("comment")
        yield Mistake(
            line=number + 1,
            column=start + 1,
            message=f"a # begins a comment, so '{found['key']}' is empty",
            help=f"if it is part of the text, write {shown_quoted(found['key'], meant)}",
            edits=(LineEdit(number + 1, start + 1, len(meant), in_quotes(meant)),),
        )


def _colons(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find a colon in a list of texts: YAML reads the words before it as a key."""
    for pointer in suspicion.wrong:
        if not pointer or not isinstance(pointer[-1], int) or not suspicion.tree.has(pointer):
            continue
        if pointer[0] == "links":  # a link is not a text
            continue
        value = suspicion.at(pointer)
        number = suspicion.line(pointer)
        item = ITEM.fullmatch(lines[number])
        if item is None or not isinstance(value, dict) or set(value) & set(suspicion.fields):
            continue
        text = without_comment(item["value"])
        wrong = unquoted(text)
        if wrong is not None and len(value) == 1:
            yield Mistake(
                line=number + 1,
                column=item.start("value") + wrong.column + 1,
                message=wrong.message,
                help=f"write - {in_quotes(text)}",
                edits=(LineEdit(number + 1, item.start("value") + 1, len(text), in_quotes(text)),),
            )


def _brackets(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find a text in brackets: YAML reads a list of one item or a mapping of one key."""
    for pointer in suspicion.wrong:
        if not suspicion.tree.has(pointer) or not suspicion.is_prose(pointer):
            continue
        number = suspicion.line(pointer)
        entry = ENTRY.fullmatch(lines[number])
        if entry is None or entry["key"] != pointer[-1]:
            continue
        text = without_comment(entry["value"])
        if re.fullmatch(r"\[[^\[\],:]+\]|\{[^{},:]+\}", text):
            yield Mistake(
                line=number + 1,
                column=entry.start("value") + 1,
                message=f"a text cannot begin with {text[0]} unless it is in quotes",
                help=f"write {shown_quoted(entry['key'], text)}",
                edits=(LineEdit(number + 1, entry.start("value") + 1, len(text), in_quotes(text)),),
            )


def _signs(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find ``title = X`` and ``title:X`` instead of an entry: YAML reads one text."""
    tree = suspicion.tree
    for pointer in suspicion.wrong:
        if not tree.has(pointer) or not isinstance(suspicion.at(pointer), str):
            continue
        if pointer[:1] == ("links",):  # the schema has better advice for such an arrow
            continue
        span = tree.span(pointer)
        for number in range(span.line - 1, span.end_line):
            mistake = separator_mistake(lines[number], number)
            if mistake is not None and tree.text[tree.offset(pointer)] not in "'\"":
                yield mistake


def _unindented(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find fields that are not indented further than the id of their entry."""
    for pointer in suspicion.wrong:
        if len(pointer) != 2 or pointer[0] not in suspicion.sections:
            continue
        if not suspicion.tree.has(pointer) or suspicion.at(pointer) is not None:
            continue
        fields = _following(suspicion.at(pointer[:1]), pointer[1], suspicion.fields)
        if not fields:
            continue
        first = suspicion.line((pointer[0], fields[0]))
        if suspicion.line(pointer) == first:  # in braces
            continue
        last = suspicion.tree.span((pointer[0], fields[-1])).end_line
        yield Mistake(
            line=first + 1,
            column=suspicion.tree.span((pointer[0], fields[0]), key=True).column,
            width=len(fields[0]),
            message=(
                f"'{fields[0]}' is not indented further than '{pointer[1]}', "
                "so it is not part of it"
            ),
            help=f"put two more spaces before it and the other lines of '{pointer[1]}'",
            edits=_further(lines, range(first, last), 2),
        )


def _following(section: dict[str, Any], id_: str | int, known: Collection[str]) -> list[str]:
    """Return the keys after an id that are fields, not ids."""
    after = list(section)[list(section).index(str(id_)) + 1 :]
    return list(takewhile(lambda key: key in known and not _is_entry(section[key], known), after))


def _at_margin(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find entries whose ids are at the margin, below the name of their section."""
    data = suspicion.tree.data
    if not isinstance(data, dict):
        return
    section, run = "", list[str]()
    for key in (*data, None):
        if key is not None and key not in suspicion.keys and _is_entry(data[key], suspicion.fields):
            run.append(key)
            continue
        if section and run:
            yield _outside(suspicion, lines, section, run)
        is_section = key in suspicion.sections and isinstance(data[key], dict | type(None))
        section, run = (str(key) if is_section else ""), []


def _within(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find a section that is not at the margin: YAML reads it as part of the one above."""
    for pointer in suspicion.wrong:
        section = pointer[-1] if len(pointer) > 1 else ""
        if section not in {*suspicion.sections, "links"} or section in suspicion.fields:
            continue
        if not suspicion.tree.has(pointer):
            continue
        number = suspicion.line(pointer)
        margin = len(lines[number]) - len(lines[number].lstrip())
        if re.fullmatch(rf" +{section}:\s*(?:#.*)?", lines[number]):
            yield Mistake(
                line=number + 1,
                column=margin + 1,
                width=len(str(section)),
                message=f"'{section}' is not at the margin, so it is read as part of "
                f"'{pointer[-2]}'",
                help="remove the spaces before it",
                edits=(LineEdit(number + 1, 1, margin, ""),),
            )


def _too_far(suspicion: SuspectTree, lines: Sequence[str]) -> Iterator[Mistake]:
    """Find an id indented as far as its fields: YAML reads it as a field of the entry above."""
    for pointer in suspicion.wrong:
        if len(pointer) != 3 or pointer[0] not in suspicion.sections:
            continue
        id_ = pointer[2]
        if not suspicion.tree.has(pointer) or suspicion.at(pointer) is not None:
            continue
        number = suspicion.line(pointer)
        found = re.fullmatch(rf"( +){re.escape(str(id_))}:\s*(?:#.*)?", lines[number])
        below = re.match(r"( +)([\w-]+):", lines[number + 1] if number + 1 < len(lines) else "")
        if found is None or below is None or id_ in suspicion.fields:
            continue
        if found[1] != below[1] or below[2] not in suspicion.fields:
            continue
        outer = suspicion.tree.span(pointer[:2], key=True).column
        yield Mistake(
            line=number + 1,
            column=len(found[1]) + 1,
            width=len(str(id_)),
            message=(
                f"'{id_}' is indented as far as its fields, so it is read as part of '{pointer[1]}'"
            ),
            help=f"begin it in column {outer}, as '{pointer[1]}' does",
            edits=(LineEdit(number + 1, 1, len(found[1]), " " * (outer - 1)),),
        )


def _is_entry(value: Any, fields: Collection[str]) -> bool:
    return isinstance(value, dict) and "title" in value and set(value) <= set(fields)


def _outside(
    suspicion: SuspectTree, lines: Sequence[str], section: str, ids: Sequence[str]
) -> Mistake:
    tree = suspicion.tree
    inside = suspicion.at((section,))
    margin = tree.span((section, next(iter(inside))), key=True).column - 1 if inside else 2
    first = suspicion.line((ids[0],))
    last = tree.span((ids[-1],)).end_line
    more = f", nor are {len(ids) - 1} more below it" if len(ids) > 2 else ""
    more = ", nor is the one below it" if len(ids) == 2 else more
    return Mistake(
        line=first + 1,
        column=1,
        width=len(ids[0]),
        message=f"'{ids[0]}' begins at the margin, so it is not in '{section}'{more}",
        help=f"put {margin} more spaces before it and each of its lines",
        edits=_further(lines, range(first, last), margin),
    )


def _further(lines: Sequence[str], numbers: Iterable[int], by: int) -> tuple[LineEdit, ...]:
    return tuple(
        LineEdit(number + 1, 1, 0, " " * by)
        for number in numbers
        if number < len(lines) and lines[number].strip()
    )


FINDERS: tuple[Callable[[SuspectTree, Sequence[str]], Iterator[Mistake]], ...] = (
    _at_margin,
    _within,
    _too_far,
    _unindented,
    _signs,
    _commas,
    _comments,
    _colons,
    _brackets,
)
"""The kinds of mistakes; if two are in one place, the first counts."""
