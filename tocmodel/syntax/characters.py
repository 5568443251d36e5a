"""Find odd spaces, invisible characters and the conflict marks that git leaves in a file."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from tocmodel.syntax.corrections import LineEdit, Mistake

_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\u0085\u2028\u2029"
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_ODD = re.compile(f"[{_WIDE}{_UNSEEN}{_BREAKS}]")
_GAPS = f" \t{_WIDE}{_UNSEEN}"
_RUN = f"[{_GAPS}]*"
_KEY = rf"[\w$./-]+(?:[{_UNSEEN}]+[\w$./-]+)*"
_PLACES = (
    ("is used to indent this line", re.compile(rf"^({_RUN})(?=\S)")),
    ("is in this key", re.compile(rf"^{_RUN}(?:-{_RUN})*({_KEY}{_RUN}):")),
    ("follows the colon", re.compile(rf"^{_RUN}(?:-{_RUN})*{_KEY}{_RUN}:({_RUN})")),
    ("ends this line", re.compile(rf"^.*?([{_BREAKS}](?:.*[{_BREAKS}])?)")),
    ("follows the hyphen", re.compile(rf"^{_RUN}-({_RUN})")),
    ("is beside an arrow", re.compile(rf"^{_RUN}-[^:]*?[^:{_GAPS}]({_RUN}->(?:.*->)?{_RUN})")),
)
_BLOCK = re.compile(r"[ -]*[\w$./-]+ *:[ \t]+[|>][0-9+-]{0,2}\s*(?:#.*)?")
_MARK = re.compile(r"^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?)$", re.MULTILINE)


def git_conflict(text: str) -> Mistake | None:
    """Return the git conflict in a file, at its first mark, if there is one."""
    marks = list(_MARK.finditer(text))
    if not any(mark[0][0] in "<>" for mark in marks):
        return None
    places = [text.count("\n", 0, mark.start()) + 1 for mark in marks]
    return Mistake(
        line=places[0],
        column=1,
        width=7,
        message="git could not merge two versions of this file, and left conflict marks in "
        f"{_listed(places)}",
        help="keep the lines that are right, and delete those with <<<<<<<, ======= or >>>>>>>",
    )


def _listed(places: Sequence[int]) -> str:
    if len(places) == 1:
        return f"line {places[0]}"
    return f"lines {', '.join(map(str, places[:-1]))} and {places[-1]}"


def and_more(lines: int) -> str:
    """Return the end of a message that counts further lines with the same mistake."""
    return "" if lines < 1 else f" (and {lines} more line{'s' if lines > 1 else ''})"


def outside_blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number (from 0) and text of each line outside a text after ``|`` or ``>``."""
    block = -1
    for number, line in enumerate(lines):
        margin = len(line) - len(line.lstrip(" "))
        if block >= 0 and (not line.strip() or margin > block):
            continue
        block = margin if _BLOCK.fullmatch(line) else -1
        yield number, line


def odd_characters(text: str) -> list[Mistake]:
    """Return the odd spaces and invisible characters where YAML needs spaces.

    Several of one kind are one mistake, at the first of them. Those inside a text are ignored.
    """
    if text.isascii() or not _ODD.search(text):
        return []
    found: dict[tuple[str, str], list[tuple[int, int, re.Match[str]]]] = {}
    for number, line in outside_blocks(text.split("\n")):
        if not _ODD.search(line):
            continue
        for place, pattern in _PLACES:
            run = pattern.match(line)
            for odd in _ODD.finditer(run[1]) if run else ():
                if (place == "ends this line") != (odd[0] in _BREAKS):
                    continue
                where = (number + 1, run.start(1) + odd.start() + 1, odd)  # type: ignore[union-attr]
                found.setdefault((odd[0], place), []).append(where)
    return [_mistake(letter, place, where) for (letter, place), where in found.items()]


_HELP = {
    (True, False): "type a space in its place",
    (True, True): "type spaces in their place",
    (False, False): "delete it, with the letters beside it, and type these again",
    (False, True): "delete them, with the letters beside them, and type these again",
}
"""What to do: keyed by whether it looks like a space and whether several lines have it."""


def _mistake(letter: str, place: str, where: Sequence[tuple[int, int, re.Match[str]]]) -> Mistake:
    line, column, _ = where[0]
    more = len({number for number, _, _ in where}) - 1
    is_wide = re.match(f"[{_WIDE}{_BREAKS}]", letter) is not None
    looks = "which looks like a space but is not one"
    if not re.match(f"[{_WIDE}]", letter):
        looks = "which cannot be seen"
    return Mistake(
        line=line,
        column=column,
        message=f"{_name(letter)}, {looks}, {place}{and_more(more)}",
        help=_HELP[is_wide, more > 0],
        edits=tuple(LineEdit(number, at, 1, " " if is_wide else "") for number, at, _ in where),
    )


def _name(letter: str) -> str:
    r"""Return the Unicode name of a character.

    >>> _name("\u00a0"), _name("\u2003"), _name("\ufeff")
    ('a no-break space (U+00A0)', 'an em space (U+2003)', 'a byte order mark (U+FEFF)')
    """
    named = {"\ufeff": "byte order mark", "\u0085": "next-line character"}
    name = named.get(letter) or unicodedata.name(letter).lower()
    article = "an" if name[0] in "aeiou" else "a"
    return f"{article} {name} (U+{ord(letter):04X})"
