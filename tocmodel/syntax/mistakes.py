"""What people type that YAML cannot read, found in the line where reading stopped, or near it.

Each finder looks at a place in a text and returns a :class:`Mistake` or nothing. None relies on
what the parser says is wrong: only on the line at which it stopped, and where that began.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import takewhile

from tocmodel.syntax.characters import and_more, outside_blocks
from tocmodel.syntax.flow import flow_mistake
from tocmodel.syntax.mending import Edit, Mistake
from tocmodel.syntax.quoting import in_quotes, shown_quoted
from tocmodel.syntax.values import unquoted, without_comment
from tocmodel.values import field, frozen

ENTRY = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$./-]+)(?P<colon> *:[ \t]+)(?P<value>\S.*)")
"""A key and its value on a line."""

_KEY = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$./'\"-]+) *:(?=\s|$)")
ITEM = re.compile(r"(?P<margin> *(?:- +)+)(?P<value>\S.*)")
_OPENS = re.compile(r" *(?:- +)*(?:[\w$./-]+ *:[ \t]+)?[{\[]")
_EQUALS = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$-]+)(?P<sign> *=(?!=*>) *)(?P<value>\S.*)")
_NO_SPACE = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$-]+)(?P<sign>:)(?P<value>[^\s:/].*)")
_NO_COLON = re.compile(r"(?P<margin> *)(?P<key>\w[\w-]*)(?P<value>\s*| [^:]*)")


@frozen
class Stop:
    """Where reading stopped, and where what it was reading began; lines and columns from 0."""

    lines: Sequence[str] = field(repr=False)
    line: int
    column: int
    began: tuple[int, int] | None = None
    fields: Collection[str] = ()

    @property
    def here(self) -> str:
        """The line itself; after the last line, nothing."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def above(self) -> int | None:
        """The nearest line above that holds more than a comment."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number
        return None


def mistake_at(stop: Stop) -> Mistake | None:
    """Return what was typed wrongly where reading stopped, if it is of a known kind."""
    for find in FINDERS:
        found = find(stop)
        if found is not None:
            return found
    return None


def _tabs(stop: Stop) -> Mistake | None:
    """Lines that are indented by tabs."""
    if "\t" not in stop.here[: len(stop.here) - len(stop.here.lstrip())]:
        return None
    margins = {
        number: line[: len(line) - len(line.lstrip())]
        for number, line in enumerate(stop.lines, 1)
        if line.startswith((" ", "\t")) and line.strip()
    }
    tabbed = {number: margin for number, margin in margins.items() if "\t" in margin}
    only_tabs = all(set(margin) == {"\t"} for margin in margins.values())
    return Mistake(
        line=stop.line + 1,
        column=stop.here.index("\t") + 1,
        message=f"a tab is used to indent this line{and_more(len(tabbed) - 1)}",
        help="use spaces: two for each step",
        edits=tuple(
            Edit(number, 1, len(margin), "  " * len(margin)) for number, margin in tabbed.items()
        )
        if only_tabs
        else (),
    )


def _open_quotes(stop: Stop) -> Mistake | None:
    """Quotes that open in a line above, and close in another text or nowhere."""
    for number, line in outside_blocks(stop.lines[: stop.line + 1]):
        found = ENTRY.match(line) or ITEM.match(line)
        if found and _is_open(found["value"]) and _goes_on_with_a_key(stop.lines, number):
            return _not_closed(found, number)
    return None


def _is_open(value: str) -> bool:
    quote = value[0]
    if quote not in "'\"":
        return False
    pattern = r'"(?:\\.|[^"\\])*"' if quote == '"' else r"'(?:''|[^'])*'"
    return re.match(pattern, value) is None


def _goes_on_with_a_key(lines: Sequence[str], number: int) -> bool:
    following = next((line for line in lines[number + 1 :] if line.strip()), "x:")
    return _KEY.match(following) is not None or following.lstrip().startswith("- ")


def _not_closed(found: re.Match[str], number: int) -> Mistake:
    value = without_comment(found["value"])
    meant = value[1:] if value[0] == '"' else value
    key = found.groupdict().get("key") or ""
    return Mistake(
        line=number + 1,
        column=found.start("value") + 1,
        message="the quotes that open here are not closed",
        help=("" if value[0] == '"' else "close them, or ") + f"write {shown_quoted(key, meant)}",
        edits=(Edit(number + 1, found.start("value") + 1, len(value), in_quotes(meant)),),
    )


def _value(stop: Stop) -> Mistake | None:
    """A text in this line that needs quotes, or that begins above and goes on here."""
    entry = ENTRY.match(stop.here)
    if entry is not None:
        return _field_beside_id(stop, entry) or _unquoted(stop.lines, stop.line, entry)
    item = ITEM.match(stop.here)
    if item is not None:
        return _unquoted(stop.lines, stop.line, item)
    above = stop.above
    entry = ENTRY.match(stop.lines[above]) if above is not None else None
    return _unquoted(stop.lines, above, entry) if entry and above is not None else None


def _field_beside_id(stop: Stop, entry: re.Match[str]) -> Mistake | None:
    """``fed: title: Children are fed``, where the field begins a line of its own."""
    inner = ENTRY.match(entry["value"])
    if inner is None or inner["margin"] or inner["key"] not in stop.fields:
        return None
    if entry["key"] in stop.fields:
        return None
    value = entry["value"].rstrip()
    return Mistake(
        line=stop.line + 1,
        column=entry.start("value") + 1,
        width=len(inner["key"]),
        message=(
            f"'{inner['key']}' begins a line of its own, indented further than '{entry['key']}'"
        ),
        help=f"write {entry['key']}: and, below it, indented by two more spaces, {value}",
        edits=(Edit(stop.line + 1, entry.start("value") + 1, len(value), f"{{{value}}}"),),
    )


def _unquoted(lines: Sequence[str], number: int, found: re.Match[str]) -> Mistake | None:
    value = without_comment(found["value"])
    wrong = unquoted(value)
    if wrong is None:
        return None
    start = found.start("value") + 1
    key = found.groupdict().get("key") or ""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if (
        key
        and value.endswith(":")
        and _KEY.match(below)
        and _margin(below) > _margin(lines[number])
    ):
        return Mistake(
            line=number + 1,
            column=found.end("key") + 1,
            message=f"a colon ends an id, so '{key}: {value}' cannot be one",
            help="an id is lower-case words joined by hyphens, and a colon after them",
        )
    more = _continued(lines, number)
    if more:
        whole = " ".join([value, *(line.strip() for line in more)])
        edits = _around(number + 1, start, number + len(more) + 1, more[-1], whole)
    else:
        whole = wrong.meant or (value if key or "->" not in value else re.sub("[*`]", "", value))
        edits = (Edit(number + 1, start, len(value), in_quotes(whole)),)
    return Mistake(
        line=number + 1,
        column=start + wrong.column,
        message=wrong.message,
        help=f"write {shown_quoted(key, whole)}",
        edits=edits,
    )


def _continued(lines: Sequence[str], number: int) -> list[str]:
    """The lines below on which a text without quotes goes on."""
    margin = _margin(lines[number])
    more: list[str] = []
    for line in lines[number + 1 :]:
        if _margin(line) <= margin or not line.strip() or _KEY.match(line) or ITEM.match(line):
            break
        more.append(line)
    return more


def _around(first: int, column: int, last: int, line: str, text: str) -> tuple[Edit, ...]:
    """Double quotes before and after a text of several lines, if it holds none."""
    if '"' in text or "\\" in text:
        return ()
    return Edit(first, column, 0, '"'), Edit(last, len(line.rstrip()) + 1, 0, '"')


def value_from(text: str, offset: int) -> str:
    """Return ``key: "text"`` where a value begins at an offset that runs to the end of its line."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    found = ENTRY.fullmatch(text[start : end if end >= 0 else None])
    if found is None or found.start("value") != offset - start:
        return ""
    return shown_quoted(found["key"], without_comment(found["value"]))


def _flow(stop: Stop) -> Mistake | None:
    """A text in braces or brackets that needs quotes."""
    began = _bracket(stop)
    if began is None:
        return None
    for number in range(began[0], min(stop.line, len(stop.lines) - 1) + 1):
        start = began[1] if number == began[0] else -1
        if mistake := flow_mistake(stop.lines[number], number + 1, start):
            return mistake
    return None


def _bracket(stop: Stop) -> tuple[int, int] | None:
    """Where the bracket opens in which reading stopped, as far as that can be told."""
    if stop.began and _opener(stop.lines, *stop.began):
        return stop.began
    for number in (stop.line, stop.above):
        line = stop.lines[number] if number is not None and number < len(stop.lines) else ""
        found = _OPENS.match(line)
        if found and (number == stop.line or _is_unbalanced(line[found.end() - 1 :])):
            return number or 0, found.end() - 1
    return None


def _is_unbalanced(text: str) -> bool:
    """Say whether more brackets open than close in a text, its comment left out."""
    bare = without_comment(re.sub(r"\"[^\"]*\"|'[^']*'", "", text))
    return len(re.findall(r"[{\[]", bare)) > len(re.findall(r"[}\]]", bare))


def _opener(lines: Sequence[str], line: int, column: int) -> str:
    """The brace or bracket that opens at a place; nothing, if none does."""
    letter = lines[line][column : column + 1] if line < len(lines) else ""
    return letter if letter in ("{", "[") else ""


def _not_closed_bracket(stop: Stop) -> Mistake | None:
    """A bracket that opens in a line above, where a text may have been meant."""
    began = _bracket(stop)
    if began is None or began[0] == stop.line:
        return None
    line, column = began
    opener = _opener(stop.lines, line, column)
    entry = ENTRY.match(stop.lines[line])
    if not opener or "#" in stop.lines[line][column:]:
        return None
    closer = "}" if opener == "{" else "]"
    is_text = (
        entry is not None
        and entry.start("value") == column
        and not re.search(r"[,:]", entry["value"])
        and opener not in entry["value"][1:]
        and re.search(r"\w", entry["value"])
    )
    key = entry["key"] if entry else ""
    value = entry["value"].rstrip() if entry else ""
    hint = f", or, if it is a text, {shown_quoted(key, value)}" if is_text else ""
    return Mistake(
        line=line + 1,
        column=column + 1,
        message=f"the {opener} that opens here is not closed",
        help=f"write {closer} where it ends{hint}",
        edits=(Edit(line + 1, column + 1, len(value), in_quotes(value)),) if is_text else (),
    )


def _fields_of_a_chain(stop: Stop) -> Mistake | None:
    """A reason or another field of a link below ``- cause -> effect``."""
    above, here = stop.above, _KEY.match(stop.here)
    item = ITEM.match(stop.lines[above]) if above is not None else None
    if here is None or item is None or above is None or here["key"] not in stop.fields:
        return None
    ends = [end.strip() for end in without_comment(item["value"]).split("->")]
    if len(ends) < 2 or _margin(stop.here) <= _margin(item[0]):
        return None
    last = stop.line
    while last + 1 < len(stop.lines) and _margin(stop.lines[last + 1]) > _margin(item[0]):
        last += 1
    more = f", and a link of its own for {' -> '.join(ends[:-1])}" if len(ends) > 2 else ""
    return Mistake(
        line=stop.line + 1,
        column=here.end("margin") + 1,
        width=len(here["key"]),
        message=f"'{here['key']}' cannot be below a chain; a link with fields is written out",
        help=f"write - from: {ends[-2]} and, on the lines below it, to: {ends[-1]} and "
        f"{here['key']}: ...{more}",
        edits=tuple(Edit(number + 1, 1, 0, "# ") for number in range(stop.line, last + 1)),
    )


def _comment(stop: Stop) -> Mistake | None:
    """A text over several lines that a ``#`` cuts off in the first of them."""
    number = stop.above
    if number is None or _KEY.match(stop.here) or not stop.here.strip():
        return None
    entry = ENTRY.match(stop.lines[number])
    if entry is None or "#" not in entry["value"] or entry["value"][0] in "'\"[{|>":
        return None
    typed = entry["value"].rstrip()
    start = entry.start("value") + 1
    more = _continued(stop.lines, number)
    whole = " ".join([typed, *(line.strip() for line in more)])
    return Mistake(
        line=number + 1,
        column=start + typed.index("#"),
        message=f"a # begins a comment, and ends the text of '{entry['key']}'",
        help=f"write {shown_quoted(entry['key'], whole)}",
        edits=_around(number + 1, start, number + len(more) + 1, more[-1], whole) if more else (),
    )


def _sign(stop: Stop) -> Mistake | None:
    """``title = X`` and ``title:X``, in this line or in the one above."""
    numbers = [n for n in (stop.line, stop.above) if n is not None and n < len(stop.lines)]
    found = (sign_mistake(stop.lines[number], number) for number in numbers)
    return next(filter(None, found), None)


def sign_mistake(line: str, number: int) -> Mistake | None:
    """Return what is wrong between a key and its value, if there is no colon and space."""
    equals = _EQUALS.fullmatch(line)
    found = equals or _NO_SPACE.fullmatch(line)
    if found is None:
        return None
    message = (
        "a colon is needed after a key, not =" if equals else "a space is missing after the colon"
    )
    value = found["value"].rstrip()
    plain = unquoted(value) is None
    shown = f"{found['key']}: {value}" if plain else shown_quoted(found["key"], value)
    written = ": " if plain else f": {in_quotes(value)}"
    removed = len(found["sign"]) + (0 if plain else len(value))
    at = found.start("sign") + (len(found["sign"]) - len(found["sign"].lstrip()))
    return Mistake(
        line=number + 1,
        column=at + 1,
        message=message,
        help=f"write {shown}",
        edits=(Edit(number + 1, found.start("sign") + 1, removed, written),),
    )


def _no_colon(stop: Stop) -> Mistake | None:
    """A line that holds a key without its colon."""
    number = stop.above
    if number is None or not _KEY.match(stop.here):
        return None
    line = stop.lines[number]
    found = _NO_COLON.fullmatch(line)
    if found is None or _margin(line) > _margin(stop.here):
        return None
    if found["value"].strip() and (
        _margin(line) != _margin(stop.here) or found["key"] not in stop.fields
    ):
        return None
    value = found["value"].strip()
    return Mistake(
        line=number + 1,
        column=found.end("key") + 1,
        message=f"a colon is missing after '{found['key']}'",
        help=f"write {found['key']}: {value}".rstrip(),
        edits=(Edit(number + 1, found.end("key") + 1, 0, ":"),),
    )


def _stray(stop: Stop) -> Mistake | None:
    """Words on a line of their own that belong to no key: a note that has lost its ``#``."""
    for number in (stop.line, stop.above):
        line = stop.lines[number] if number is not None and number < len(stop.lines) else ""
        if not line.strip() or _KEY.match(line) or ITEM.match(line) or line.lstrip()[0] in "[{}]":
            continue
        before = Stop(stop.lines, number or 0, 0).above
        if before is not None and _margin(stop.lines[before]) < _margin(line):
            continue
        if "->" in line:
            return Mistake(
                line=(number or 0) + 1,
                column=_margin(line) + 1,
                width=len(line.strip()),
                message="a link begins with a hyphen",
                help=f"write - {line.strip()}",
                edits=(Edit((number or 0) + 1, _margin(line) + 1, 0, "- "),),
            )
        return Mistake(
            line=(number or 0) + 1,
            column=_margin(line) + 1,
            width=len(line.strip()),
            message="these words belong to no key",
            help="put # before them, if they are a note, or a key and a colon",
            edits=(Edit((number or 0) + 1, 1, 0, "# "),),
        )
    return None


def _beside_hyphen(stop: Stop) -> Mistake | None:
    """A field of an item of a list that is no further in than the hyphen of the item."""
    above, here = stop.above, _KEY.match(stop.here)
    first = _KEY.match(stop.lines[above]) if above is not None else None
    if here is None or first is None or "-" not in first["margin"]:
        return None
    wanted, column = first.end("margin"), here.end("margin")
    if "-" in here["margin"] or column != first["margin"].index("-"):
        return None
    below = range(stop.line, len(stop.lines))
    same = takewhile(lambda number: _is_field(stop, number, column), below)
    return Mistake(
        line=stop.line + 1,
        column=column + 1,
        width=len(here["key"]),
        message=f"'{here['key']}' is not indented further than the hyphen above it",
        help=f"begin it in column {wanted + 1}, as '{first['key']}' does",
        edits=tuple(Edit(number + 1, 1, column, " " * wanted) for number in same),
    )


def _is_field(stop: Stop, number: int, column: int) -> bool:
    found = _KEY.match(stop.lines[number])
    return found is not None and found["margin"] == " " * column


def _bullet(stop: Stop) -> Mistake | None:
    """An item of a list that begins with another sign than a hyphen."""
    found = re.match(r" *([*•·–—]) +\S", stop.here)
    if found is None:
        return None
    return Mistake(
        line=stop.line + 1,
        column=found.start(1) + 1,
        message=f"an item of a list begins with a hyphen, not {found[1]}",
        help=f"write - {stop.here[found.end(1) :].strip()}",
        edits=(Edit(stop.line + 1, found.start(1) + 1, 1, "-"),),
    )


def _extra_bracket(stop: Stop) -> Mistake | None:
    """A bracket that closes nothing."""
    letter = stop.here[stop.column : stop.column + 1]
    if letter not in ("}", "]") or not _OPENS.match(stop.here):
        return None
    return Mistake(
        line=stop.line + 1,
        column=stop.column + 1,
        message=f"this {letter} closes nothing",
        help="delete it, or put the text that it is part of in quotes",
        edits=(Edit(stop.line + 1, stop.column + 1, 1, ""),),
    )


def _item_after_value(stop: Stop) -> Mistake | None:
    """A list item below a key that has a value on its line."""
    above = stop.above
    entry = ENTRY.match(stop.lines[above]) if above is not None else None
    item = ITEM.match(stop.here)
    if entry is None or item is None or _margin(stop.here) != _margin(entry[0]):
        return None
    return Mistake(
        line=stop.line + 1,
        column=stop.here.index("-") + 1,
        message=f"a list cannot begin here, as '{entry['key']}' above already has a value",
        help=f"put all of its values in the list: - {entry['value'].rstrip()}",
    )


def _indent_above(stop: Stop) -> Mistake | None:
    """A line that begins elsewhere than the lines around it, of which reading stops at the next."""
    above, here = stop.above, _KEY.match(stop.here)
    line = _KEY.match(stop.lines[above]) if above is not None else None
    if above is None or here is None or line is None:
        return None
    before = Stop(stop.lines, above, 0).above
    first = _KEY.match(stop.lines[before]) if before is not None else None
    wanted = _wanted_above(stop, line, here.end("margin"), first)
    if wanted is None:
        return None
    return Mistake(
        line=above + 1,
        column=line.end("margin") + 1,
        width=len(line["key"]),
        message=f"'{line['key']}' is not in line with the lines around it",
        help=f"begin it in column {wanted + 1}",
        edits=(Edit(above + 1, 1, line.end("margin"), " " * wanted),),
    )


def _wanted_above(
    stop: Stop, line: re.Match[str], here: int, before: re.Match[str] | None
) -> int | None:
    """The column in which the line above should begin, if it is that one that is wrong."""
    column = line.end("margin")
    if before is None or "-" in line["margin"]:
        return None
    outer = before.end("margin")
    has_value = bool(line.string[line.end() :].strip())
    following = stop.lines[stop.line + 1] if stop.line + 1 < len(stop.lines) else ""
    if has_value and column < here:
        is_first = not before.string[before.end() :].strip()
        dips = outer == here and not is_first
        starts = is_first and outer < here and (column <= outer or _margin(following) == here)
        return here if dips or starts else None
    if has_value and outer < here < column and not before.string[before.end() :].strip():
        return here if _margin(following) == here and ENTRY.match(stop.here) else None
    if not has_value and outer < here <= column and not before.string[before.end() :].strip():
        return max(here - 2, outer + 1)
    return None


def _indent(stop: Stop) -> Mistake | None:
    """A line that begins in a column in which nothing above it begins."""
    above = stop.above
    here = _KEY.match(stop.here)
    if above is None or here is None:
        return None
    column = _margin(stop.here)
    columns = _open_columns(stop.lines, above)
    if column in columns or not columns:
        return None
    entry = ENTRY.match(stop.lines[above])
    if column > max(columns):
        if entry is None:
            return None
        message = (
            f"this line is indented further than '{entry['key']}' above it, "
            "which already has a value"
        )
        wanted = max(columns)
    else:
        message = "this line is not in line with any line above it"
        wanted = _nearest_column(columns, column, _following_margin(stop))
    edit = Edit(stop.line + 1, 1, column, " " * wanted)
    return Mistake(
        line=stop.line + 1,
        column=column + 1,
        width=max(len(here["key"]), 1),
        message=message,
        help=f"begin it in column {wanted + 1}, as '{columns[wanted]}' does",
        edits=(edit,),
    )


def _following_margin(stop: Stop) -> int | None:
    """How far in the next line is, where this one has nothing after its colon."""
    if not stop.here.rstrip().endswith(":"):
        return None
    following = (line for line in stop.lines[stop.line + 1 :] if line.strip())
    return next((_margin(line) for line in following), None)


def _nearest_column(columns: Iterable[int], column: int, inside: int | None) -> int:
    """The column nearest to one, of those that are less far in than what is below the line."""
    outside = [one for one in columns if inside is None or one < inside] or list(columns)
    return min(outside, key=lambda one: (abs(one - column), -one))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _open_columns(lines: Sequence[str], last: int) -> dict[int, str]:
    """The columns in which the keys begin that a further line may continue, and those keys."""
    columns: dict[int, str] = {}
    smallest = len(lines[last]) + 1
    for number in range(last, -1, -1):
        found = _KEY.match(lines[number])
        if found is None or _margin(lines[number]) >= smallest:
            continue
        smallest = _margin(lines[number])
        columns[found.end("margin")] = found["key"]
        columns.setdefault(smallest, found["key"])
        if smallest == 0:
            break
    return columns


FINDERS: tuple[Callable[[Stop], Mistake | None], ...] = (
    _tabs,
    _open_quotes,
    _fields_of_a_chain,
    _beside_hyphen,
    _bullet,
    _value,
    _flow,
    _comment,
    _sign,
    _no_colon,
    _stray,
    _extra_bracket,
    _not_closed_bracket,
    _item_after_value,
    _indent_above,
    _indent,
)
"""The kinds of mistakes, the surest first."""
