"""Texts in braces and brackets that YAML takes apart at a comma, a colon or a ``#``."""

import re
from collections.abc import Callable, Iterator

from tocmodel.syntax.mending import Edit, Mistake
from tocmodel.syntax.quoting import in_quotes, shown_quoted
from tocmodel.syntax.values import Unquoted, unquoted
from tocmodel.values import frozen

_KEY = re.compile(r"\s*([\w$-]+)\s*:(?:\s+|$)")
_CLOSERS = {"{": "}", "[": "]"}
_NUMBERS = frozenset(
    """
    amount baseline children confidence families from observations of pupils reach residents
    respondents schools target tipping_point to value
    """.split()
)
"""Keys that hold a number or a figure."""


@frozen
class Item:
    """What stands between two commas or brackets, by its columns in the line (from 0).

    ``opener`` is the bracket it is in; ``comment`` says that a ``#`` ends the line within it.
    """

    start: int
    end: int
    text: str
    opener: str
    comment: bool = False


def items(line: str, start: int) -> Iterator[Item]:
    """Give the items of the bracket that opens at ``start`` and of those within it.

    With a ``start`` of -1 the line goes on within braces that opened above.
    """
    within: list[tuple[str, int]] = [("{", 0)] if start < 0 else []
    begin = at = max(start, 0)
    while at < len(line):
        letter = line[at]
        is_first = _is_first(line[begin:at])
        if letter in "{[" and is_first:
            within.append((letter, begin))
            begin = at + 1
        elif letter in "'\"" and is_first:
            at = _closing(line, at)
        elif letter == "#" and line[at - 1 : at] in (" ", "\t"):
            yield Item(begin, len(line.rstrip()), line[begin:].rstrip(), within[-1][0], True)
            return
        elif letter in (",", _CLOSERS[within[-1][0]]):
            yield Item(begin, at, line[begin:at], within[-1][0])
            begin = at + 1
            if letter != ",":
                _, begin = within.pop()
                if not within:
                    return
        at += 1
    yield Item(begin, len(line.rstrip()), line[begin:].rstrip(), within[-1][0])


def _is_first(before: str) -> bool:
    """Say whether a quote or bracket after this is the first letter of a value."""
    return not before.strip() or _KEY.fullmatch(before) is not None


def _closing(line: str, at: int) -> int:
    """Return where the quotes that open here close; here, if they do not."""
    pattern = r'"(?:\\.|[^"\\])*"' if line[at] == '"' else r"'(?:''|[^'])*'"
    found = re.compile(pattern).match(line, at)
    return found.end() - 1 if found else at


def flow_mistake(
    line: str, number: int, start: int, is_text: Callable[[str], bool] = lambda _: True
) -> Mistake | None:
    """Return the first text of a bracket in this line that needs quotes and has none.

    ``is_text`` says of a key whether it holds words; others may hold a list.

    >>> mistake = flow_mistake("{title: More practical, local learning}", 1, 0)
    >>> print(mistake.column, mistake.message, mistake.help, sep="; ")
    23; this comma ends the text; write title: "More practical, local learning"
    """
    found = list(items(line, start))
    for place, item in enumerate(found):
        key = _KEY.match(item.text)
        if key is None and item.opener == "{":
            continue
        typed = item.text[key.end() if key else 0 :]
        column = item.start + len(item.text) - len(typed.lstrip())
        name = key[1] if key else ""
        if item.comment:
            return _cut(line, number, column, name)
        rest = _rest(found[place + 1 :], item) if key else []
        if name in _NUMBERS and rest and all(map(_is_group, rest)):
            continue  # 1,200: the schema knows what to write for a number
        wrong = _wrong(typed.strip(), rest, is_key=key is not None)
        if wrong is not None:
            end = rest[-1].end if rest else item.end
            if rest and not is_text(name) and unquoted(typed.strip()) is None:
                return _list(line, number, column, end, name)
            return _mistake(line, number, column, end, name, wrong)
    return None


def _is_group(item: Item) -> bool:
    return re.fullmatch(r"[0-9]{1,3}(?:%| \D+)?", item.text.strip()) is not None


def _wrong(value: str, rest: list[Item], *, is_key: bool) -> Unquoted | None:
    wrong = unquoted(value)
    if wrong is None and rest and value[:1] not in ("'", '"', "[", "{", ""):
        return Unquoted(len(value), "this comma ends the text")
    if wrong is not None and not is_key and wrong.column:
        return None  # in a list, a colon makes a key
    return wrong


def _rest(following: list[Item], item: Item) -> list[Item]:
    """The items after this one that are no keys: words of its text, after a comma in it."""
    rest: list[Item] = []
    end = item.end
    for other in following:
        if (
            item.opener != "{"
            or other.start != end + 1  # within a bracket of its own
            or other.opener != "{"
            or _KEY.match(other.text)
            or not other.text.strip()
        ):
            break
        rest.append(other)
        end = other.end
    return rest


def _mistake(line: str, number: int, start: int, end: int, key: str, wrong: Unquoted) -> Mistake:
    typed = line[start:end].rstrip()
    meant = wrong.meant or typed
    return Mistake(
        line=number,
        column=start + wrong.column + 1,
        message=wrong.message,
        help=f"write {shown_quoted(key, meant)}",
        edits=(Edit(number, start + 1, len(typed), in_quotes(meant)),),
    )


def _list(line: str, number: int, start: int, end: int, key: str) -> Mistake:
    """Several ids or words without the brackets of a list."""
    typed = line[start:end].rstrip()
    return Mistake(
        line=number,
        column=start + typed.index(",") + 1,
        message=f"this comma ends the value of '{key}'",
        help=f"write {key}: [{typed}]",
        edits=(Edit(number, start + 1, len(typed), f"[{typed}]"),),
    )


def _cut(line: str, number: int, start: int, key: str) -> Mistake:
    """A ``#`` in a text: what closes the bracket is part of the comment, and not read."""
    hash_ = line.index("#", start)
    text = re.split(r"\s{2,}# ", line[start:])[0].rstrip()
    closers = re.search(r"[}\]]+$", text)
    meant = text[: closers.start()].rstrip() if closers else text
    meant = re.split(r",\s*[\w-]+:\s", meant)[0]
    edits = (Edit(number, start + 1, len(meant), in_quotes(meant)),) if closers else ()
    return Mistake(
        line=number,
        column=hash_ + 1,
        message="a # begins a comment, so the rest of this line is not read",
        help=f"write {shown_quoted(key, meant)}",
        edits=edits,
    )
