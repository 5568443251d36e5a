"""The reading order of a line that mixes right-to-left and left-to-right scripts.

This is the Unicode Bidirectional Algorithm (UAX #9) for one line without embeddings and isolates,
which nobody types into a title: their characters are ignored. Only the brackets ``()[]{}`` are kept
together.
"""

import unicodedata
from collections.abc import Iterator, Sequence

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_NUMBERS = {"EN", "AN"}
_NEUTRAL = {"B", "S", "WS", "ON"}
_PASSED_OVER = {"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
"""The tags of languages that are written from right to left."""


def is_right_to_left(text: str, language: str = "") -> bool:
    """Whether a line as a whole runs from right to left.

    It does if its first letter does, or if any letter and the language do.

    >>> is_right_to_left("عربي abc"), is_right_to_left("abc عربي")
    (True, False)
    >>> is_right_to_left("abc عربي", "ur")
    True
    """
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    strong = [kind != "L" for kind in kinds if kind in {"L", "R", "AL"}]
    return bool(strong) and (strong[0] or (is_written_right_to_left(language) and any(strong)))


def is_written_right_to_left(language: str) -> bool:
    """Whether a language, by its BCP 47 tag, is written from right to left.

    >>> is_written_right_to_left("ur-PK"), is_written_right_to_left("cy")
    (True, False)
    """
    tag = language.lower()
    return tag in _RIGHT_TO_LEFT or tag.split("-")[0] in _RIGHT_TO_LEFT


def levels(text: str, *, right_to_left: bool) -> list[int]:
    """Return the level of each character: odd ones run from right to left.

    >>> levels("ab אב 12", right_to_left=False)
    [0, 0, 0, 1, 1, 1, 2, 2]
    """
    base = int(right_to_left)
    side = "R" if base else "L"
    places = [i for i, c in enumerate(text) if unicodedata.bidirectional(c) not in _PASSED_OVER]
    kinds = [unicodedata.bidirectional(text[i]) or "L" for i in places]
    resolved = _weak(kinds, side)
    _pair_brackets([text[i] for i in places], resolved, side)
    _neutral(resolved, side)
    found = dict(zip(places, (_level(kind, base) for kind in resolved), strict=True))
    made: list[int] = []
    for index in range(len(text)):
        made.append(found.get(index, made[-1] if made else base))
    for index in reversed(range(len(text))):  # L1: spaces at the end are at the end of the line
        if unicodedata.bidirectional(text[index]) not in {"WS", "S", "B", *_PASSED_OVER}:
            break
        made[index] = base
    return made


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices in their order on the page, from the left (rule L2).

    >>> visual_order([0, 1, 1, 2])
    [0, 3, 2, 1]
    """
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


def _weak(kinds: Sequence[str], side: str) -> list[str]:
    """Rules W1 to W7: marks, numbers and characters that belong to numbers."""
    out: list[str] = []
    strong = side
    for kind in kinds:
        now = (out[-1] if out else side) if kind == "NSM" else kind
        if now in {"L", "R", "AL"}:
            strong = now
        out.append("AN" if now == "EN" and strong == "AL" else now)
    out = ["R" if kind == "AL" else kind for kind in out]
    for i in range(1, len(out) - 1):
        before, after = out[i - 1], out[i + 1]
        if before == after and (
            (out[i] == "ES" and before == "EN") or (out[i] == "CS" and before in _NUMBERS)
        ):
            out[i] = before
    for start, end in _stretches(out, {"ET"}):
        if "EN" in {*out[max(start - 1, 0) : start], *out[end : end + 1]}:
            out[start:end] = ["EN"] * (end - start)
    out = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in out]
    strong = side
    for i, kind in enumerate(out):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            out[i] = "L"
    return out


def _pair_brackets(letters: Sequence[str], kinds: list[str], side: str) -> None:
    """Rule N0: both brackets of a pair take the direction of their contents."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, letter in enumerate(letters):
        if kinds[index] != "ON":
            continue
        if letter in _CLOSING:
            opened.append((_CLOSING[letter], index))
        elif any(letter == closing for closing, _ in opened):
            while opened[-1][0] != letter:
                opened.pop()
            pairs.append((opened.pop()[1], index))
    for start, end in sorted(pairs):
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} - {""}
        if side in inside:
            kinds[start] = kinds[end] = side
        elif inside:
            before = [_strong(kind) for kind in kinds[:start] if _strong(kind)]
            kinds[start] = kinds[end] = before[-1] if before else side


def _neutral(kinds: list[str], side: str) -> None:
    """Rules N1 and N2: characters between two of one direction go with them."""
    for start, end in _stretches(kinds, _NEUTRAL):
        before = _strong(kinds[start - 1]) if start else side
        after = _strong(kinds[end]) if end < len(kinds) else side
        kinds[start:end] = [before if before == after else side] * (end - start)


def _stretches(kinds: Sequence[str], wanted: set[str]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in wanted:
            end += 1
        if end > start:
            yield start, end
        start = end + 1 if end == start else end


def _strong(kind: str) -> str:
    return "R" if kind in _NUMBERS else kind if kind in {"L", "R"} else ""


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)
