"""Files with very many mistakes: at most so many are listed and explained, wherever they are."""

from collections.abc import Callable

import pytest

from tocmodel.diagnostics import MOST_PROBLEMS, MOST_SUGGESTIONS
from tocmodel.fileformat.loading import MOST_PLACES, reads
from tocmodel.schema import pieces, problems
from tocmodel.schema.pieces import PIECE
from tocmodel.syntax.corrections import LONGEST_LINE

HEAD = "tocmodel: 1\ntitle: T\noutcomes:\n  a: {title: A, horizon: short}\n"
MORE = f"there are more problems; these are the first {MOST_PROBLEMS}"


def lines(line: str, count: int) -> str:
    return "".join(line.format(n=n) for n in range(count))


KINDS: dict[str, tuple[str, Callable[[int], str]]] = {
    "wrong words": ("TOC010", lambda n: HEAD + lines("  o{n}: {{title: O, horizon: soon}}\n", n)),
    "unknown keys": ("TOC010", lambda n: HEAD + lines("  o{n}: {{title: O, qqq: 1}}\n", n)),
    "unknown keys of one entry": (
        "TOC010",
        lambda n: HEAD + "  o: {title: O" + lines(", key{n}: 1", n) + "}\n",
    ),
    "unknown sections": ("TOC010", lambda n: HEAD + lines("qqq{n}: {{}}\n", n)),
    "wrong items of one list": (
        "TOC010",
        lambda n: HEAD + "  o: {title: O, tags: [" + lines("[{n}], ", n) + "]}\n",
    ),
    "wrong figures of one indicator": (
        "TOC010",
        lambda n: (
            HEAD
            + "indicators:\n  i: {title: I, measures: [a], observations: ["
            + lines("{{value: 1, period: x{n}}}, ", n)
            + "]}\n"
        ),
    ),
    "links from unknown ids": ("TOC011", lambda n: HEAD + "links:\n" + lines("- x{n} -> a\n", n)),
    "written links from unknown ids": (
        "TOC011",
        lambda n: HEAD + "links:\n" + lines("- {{from: x{n}, to: a, because: b}}\n", n),
    ),
    "ids in two sections": (
        "TOC012",
        lambda n: (
            HEAD
            + lines("  o{n}: {{title: O}}\n", n)
            + "outputs:\n"
            + lines("  o{n}: {{title: O}}\n", n)
        ),
    ),
    "includes of nothing": (
        "TOC014",
        lambda n: HEAD + "includes:\n" + lines("  i{n}: {{title: I, file: no{n}.toc.yaml}}\n", n),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [0, 1, 20_000])
def test_so_many_mistakes_of_a_kind_are_listed(kind: str, more: int) -> None:
    code, write = KINDS[kind]
    if kind == "includes of nothing":
        more = min(more, 1)  # each asks the disk
    found = reads(write(MOST_PROBLEMS + more), "a.toc.yaml").findings
    assert {finding.code for finding in found} == {code}
    assert len(found) == MOST_PROBLEMS + min(more, 1)
    assert [finding.message for finding in found].count(MORE) == min(more, 1)


@pytest.mark.parametrize("more", [0, 1])
def test_so_many_further_places_of_one_mistake_are_listed(more: int) -> None:
    text = HEAD + "links:\n" + lines("- nothing -> a\n", 1 + MOST_PLACES + more)
    [finding] = reads(text, "a.toc.yaml").findings
    numbers = [str(number) for number in range(7, 7 + MOST_PLACES)]
    last = "and 1 more places" if more else f"and {numbers.pop()}"
    assert finding.help.endswith(f"also in lines {', '.join(numbers)} {last}")


@pytest.mark.parametrize("before", [MOST_SUGGESTIONS - 1, MOST_SUGGESTIONS])
def test_so_many_names_get_a_suggestion(before: int) -> None:
    text = HEAD + "  school-ready: {title: S}\nlinks:\n"
    text += lines("- x{n} -> a\n", before) + "- school-redy -> a\n"
    found = reads(text, "a.toc.yaml").findings[-1]
    assert ("did you mean" in found.message) == (before < MOST_SUGGESTIONS)


@pytest.mark.parametrize("more", [0, 1])
def test_a_comma_is_found_in_lines_that_people_type(more: int) -> None:
    start, end = "  o: {title: One, two", "}"
    line = start + "x" * (LONGEST_LINE + more - len(start + end)) + end
    found = reads(HEAD + line + "\n", "a.toc.yaml").findings
    assert ("this comma ends the text" in [item.message for item in found]) == (not more)


@pytest.mark.parametrize(("items", "expected"), [(PIECE, 1), (PIECE + 1, 2)])
def test_a_piece_has_so_many_values(items: int, expected: int) -> None:
    found = list(pieces.pieces([0] * items, ()))
    assert len(found) == expected
    assert [item for piece in found for item in piece.data] == [0] * items


WRONG = {
    "tocmodel": 1,
    "title": "T",
    "titel": 2,
    "outcomes": {
        "a": {"title": "A", "horizon": "soon", "tags": ["x", 1, "y", [2], "z"]},
        "B": {"title": "B"},
        "c": {"horizon": "short"},
        "d": {"title": "D", "whoo": "w", "fields": {"one": 1, "two": [1], "three": {}}},
    },
    "indicators": {
        "i": {
            "title": "I",
            "observations": [{"value": 1}, {"valu": 2}, 3, {"value": "x"}, {"value": 4, "of": "y"}],
        }
    },
    "links": ["a -> d", {"from": "a", "to": "d", "effect": "none"}, 5, {"from": "a"}],
    "outcoms": {"e": {"title": "E", "horizon": "late"}},
}


@pytest.mark.parametrize("size", [5, 10, 20, 40])
def test_mistakes_in_pieces_are_those_of_the_whole(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = problems(WRONG)
    monkeypatch.setattr(pieces, "PIECE", size)
    assert len(list(pieces.pieces(WRONG, ()))) > 1
    assert {(item.pointer, item.message) for item in problems(WRONG)} == {
        (item.pointer, item.message) for item in whole
    }
