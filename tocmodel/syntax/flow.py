"""Find texts in braces and brackets that YAML splits at a comma, a colon or a ``#``."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from attrs import frozen

from tocmodel.syntax.corrections import LineEdit, Mistake
from tocmodel.syntax.quoting import in_quotes, shown_quoted
from tocmodel.syntax.unquoted_text import Unquoted, unquoted

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
class FlowItem:
    """An item between two commas or brackets, by its columns in the line (from 0).

    ``opener`` is the bracket around it; ``comment`` is true if a ``#`` cuts it short.
    """

    start: int
    end: int
    text: str
    opener: str
    comment: bool = False


def flow_items(line: str, start: int) -> Iterator[FlowItem]:
    """Yield the items of the bracket that opens at ``start`` and of any inside it.

    A ``start`` of -1 means that the line continues braces opened above.
    """
    within: list[tuple[str, int]] = [("{", 0)] if start < 0 else []
    begin = at = max(start, 0)
    while at < len(line):
        letter = line[at]
        if letter in "{[" and _is_first(line[begin:at]):
            within.append((letter, begin))
            begin = at + 1
        elif letter in "'\"" and _is_first(line[begin:at]):
            at = _closing(line, at)
        elif letter == "#" and line[at - 1 : at] in (" ", "\t"):
            yield FlowItem(begin, len(line.rstrip()), line[begin:].rstrip(), within[-1][0], True)
            return
        elif letter in (",", _CLOSERS[within[-1][0]]):
            yield FlowItem(begin, at, line[begin:at], within[-1][0])
            begin = at + 1
            if letter != ",":
                _, begin = within.pop()
                if not within:
                    return
        at += 1
    yield FlowItem(begin, len(line.rstrip()), line[begin:].rstrip(), within[-1][0])


def _is_first(before: str) -> bool:
    """Return whether a quote or bracket after this is the first letter of a value."""
    return not before.strip() or _KEY.fullmatch(before) is not None


def _closing(line: str, at: int) -> int:
    """Return the place of the closing quote, or of the opening one if there is none."""
    pattern = r'"(?:\\.|[^"\\])*"' if line[at] == '"' else r"'(?:''|[^'])*'"
    found = re.compile(pattern).match(line, at)
    return found.end() - 1 if found else at


def flow_mistake(
    line: str, number: int, start: int, is_text: Callable[[str], bool] = lambda _: True
) -> Mistake | None:
    """Return the first text in brackets in this line that lacks the quotes it needs.

    ``is_text`` returns whether a key holds text; other keys may hold a list.

    >>> mistake = flow_mistake("{title: More practical, local learning}", 1, 0)
    >>> print(mistake.column, mistake.message, mistake.help, sep="; ")
    23; this comma ends the text; write title: "More practical, local learning"
    """
    found = list(flow_items(line, start))
    for place, item in enumerate(found):
        key = _KEY.match(item.text)
        if key is None and item.opener == "{":
            continue
        typed = item.text[key.end() if key else 0 :]
        column = item.start + len(item.text) - len(typed.lstrip())
        name = key[1] if key else ""
        if item.comment:
            return _cut(line, number, column, name)
        rest = _rest(islice(found, place + 1, None), item) if key else []
        if name in _NUMBERS and rest and all(map(_is_group, rest)):
            continue  # 1,200: the schema suggests the right number
        wrong = _wrong(typed.strip(), rest, is_key=key is not None)
        if wrong is not None:
            end = rest[-1].end if rest else item.end
            if rest and not is_text(name) and unquoted(typed.strip()) is None:
                return _list(line, number, column, end, name)
            return _mistake(line, number, column, end, name, wrong)
    return None


def _is_group(item: FlowItem) -> bool:
    return re.fullmatch(r"[0-9]{1,3}(?:%| \D+)?", item.text.strip()) is not None


def _wrong(value: str, rest: list[FlowItem], *, is_key: bool) -> Unquoted | None:
    wrong = unquoted(value)
    if wrong is None and rest and value[:1] not in ("'", '"', "[", "{", ""):
        return Unquoted(len(value), "this comma ends the text")
    if wrong is not None and not is_key and wrong.column:
        return None  # in a list, a colon makes a key
    return wrong


def _rest(following: Iterable[FlowItem], item: FlowItem) -> list[FlowItem]:
    """Return the following items that are not keys: the rest of a text with commas."""
    rest: list[FlowItem] = []
    end = item.end
    for other in following:
        if (
            item.opener != "{"
            or other.start != end + 1  # inside another bracket
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
        edits=(LineEdit(number, start + 1, len(typed), in_quotes(meant)),),
    )


def _list(line: str, number: int, start: int, end: int, key: str) -> Mistake:
    """Report several ids or words without the brackets of a list."""
    typed = line[start:end].rstrip()
    return Mistake(
        line=number,
        column=start + typed.index(",") + 1,
        message=f"this comma ends the value of '{key}'",
        help=f"write {key}: [{typed}]",
        edits=(LineEdit(number, start + 1, len(typed), f"[{typed}]"),),
    )


def _cut(line: str, number: int, start: int, key: str) -> Mistake:
    """Report a ``#`` in a text: the closing bracket becomes part of the comment."""
    hash_ = line.index("#", start)
    text = re.split(r"\s{2,}# ", line[start:])[0].rstrip()
    closers = re.search(r"[}\]]+$", text)
    meant = text[: closers.start()].rstrip() if closers else text
    meant = re.split(r",\s*[\w-]+:\s", meant)[0]
    edits = (LineEdit(number, start + 1, len(meant), in_quotes(meant)),) if closers else ()
    return Mistake(
        line=number,
        column=hash_ + 1,
        message="a # begins a comment, so the rest of this line is not read",
        help=f"write {shown_quoted(key, meant)}",
        edits=edits,
    )
