"""Pictures of tables in which every word can be read and every thread followed."""

from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from matrices import counted, made_up, marked, told
from table_faults import faults

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.palette import contrast
from tocmodel.layout.scene import Path, Scene, SceneGroup, Text
from tocmodel.layout.table import place
from tocmodel.layout.table.grid import Grid
from tocmodel.layout.table.marks import draw_sign, signs_of
from tocmodel.layout.table.place import layout_matrix
from tocmodel.layout.table.shades import SHADES
from tocmodel.layout.table.thread_routes import find_routes
from tocmodel.layout.text import measure
from tocmodel.tables.cell_lines import cell_lines
from tocmodel.tables.matrix import Cell, Heading, Matrix, Stop, Thread

HAND_MADE = {"told": told(), "counted": counted(), "marked": marked(), "many": marked(60)}


def words_of(group: SceneGroup) -> list[str]:
    return [item.text for item in group.items if isinstance(item, Text)]


def sizes(scene: Scene) -> set[float]:
    return {item.size for group in scene.groups for item in group.items if isinstance(item, Text)}


@pytest.mark.parametrize("name", HAND_MADE)
@pytest.mark.parametrize("page", [None, "A4", "A3"])
def test_a_table_has_no_fault(name: str, page: str | None) -> None:
    scene = layout_matrix(HAND_MADE[name], page=page)
    assert faults(scene) == []
    assert min(sizes(scene)) >= 9


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(made_up())
def test_no_table_has_a_fault(matrix: Matrix) -> None:
    scene = layout_matrix(matrix)
    assert faults(scene) == []
    assert min(sizes(scene)) >= 9
    assert len(scene.find("cell")) == len(matrix.rows) * len(matrix.columns)
    assert [group.id for group in scene.find("thread")] == [
        f"thread:{t.id}" for t in matrix.threads
    ]


@given(made_up())
def test_every_stop_has_its_number(matrix: Matrix) -> None:
    scene = layout_matrix(matrix)
    shown = sorted(words for group in scene.find("thread") for words in words_of(group))
    letters = "ABC" if len(matrix.threads) > 1 else [""]
    wanted = [
        f"{letter}{number}"
        for letter, thread in zip(letters, matrix.threads, strict=False)
        for number in range(1, len(thread.stops) + 1)
    ]
    assert shown == sorted(wanted)


@given(made_up())
def test_no_two_ways_share_a_track_at_one_place(matrix: Matrix) -> None:
    routes = find_routes(matrix, cell_lines(matrix))
    taken: dict[tuple[object, ...], list[tuple[float, float]]] = {}
    for segment in routes.segments:
        start, end = segment.start.height, segment.end.height
        if segment.gap is None:
            if segment.leaving is not None:
                taken.setdefault(("beside", segment.start.column, segment.leaving), []).append(
                    (start, end)
                )
            continue
        crossing = segment.gap[0] * 10_000 - 100
        taken.setdefault(("beside", segment.start.column, segment.leaving), []).append(
            (start, crossing)
        )
        taken.setdefault(("beside", segment.end.column, segment.arriving), []).append(
            (crossing, end)
        )
        taken.setdefault(("above", *segment.gap), []).append(
            (segment.start.column, segment.end.column)
        )
    for stretches in taken.values():
        ordered = sorted(tuple(sorted(stretch)) for stretch in stretches)
        for one, other in pairwise(ordered):
            assert one[1] <= other[0]


def test_a_story_is_a_line_with_numbers_through_its_cells() -> None:
    anna, ben = layout_matrix(told()).find("thread")
    assert words_of(anna) == ["A1", "A2", "A3", "A4"]
    assert words_of(ben) == ["B1", "B2"]
    assert anna.title == "Story: Anna"
    assert anna.description.startswith("A1. Potential, Stories: she heard of a list; A2. Applied")
    lines = [item for item in anna.items if isinstance(item, Path) and not item.fill]
    assert [bool(line.dash) for line in lines] == [False, False, True]


def test_a_gap_is_hatched_and_named() -> None:
    scene = layout_matrix(counted())
    (gap,) = (cell for cell in scene.find("cell") if cell.id == "cell:safe:all")
    assert words_of(gap) == ["gap"]
    assert gap.title == "Being safe, All: gap"
    assert sum(isinstance(item, Path) and not item.fill for item in gap.items) > 5
    legend = [group.kind for group in scene.find("legend")]
    assert legend == ["heat:gap", "heat:1", "heat:4", "heat:9"]


def test_a_count_is_written_on_its_shade() -> None:
    (cell,) = (c for c in layout_matrix(counted()).find("cell") if c.id == "cell:sleep:all")
    ground, number = cell.items
    assert isinstance(ground, Path)
    assert isinstance(number, Text)
    assert (ground.fill, number.text, number.behind) == (SHADES[-1][0], "9", SHADES[-1][0])


def test_shades_can_be_read_and_get_darker() -> None:
    assert [pair for pair in SHADES if contrast(*pair) < 4.5] == []
    lights = [contrast(ground, "#ffffff") for ground, _ in SHADES]
    assert lights == sorted(lights)
    assert min(b / a for a, b in pairwise(lights)) > 1.2


def test_headings_run_upwards_over_many_signs() -> None:
    scene = layout_matrix(marked())
    assert all(
        item.rotated
        for group in scene.find("heading")
        for item in group.items
        if isinstance(item, Text)
    )
    assert [group.title for group in scene.find("columns")] == ["Interventions", "Outcomes"]


def test_the_legend_names_only_the_signs_that_are_shown() -> None:
    unused = evolve(told(), cells=(), threads=())
    assert layout_matrix(unused).find("legend") == ()
    kinds = [group.kind for group in layout_matrix(told()).find("legend")]
    assert kinds == [
        "mark:happened",
        "mark:planned",
        "mark:hoped",
        "thread:anna",
        "thread:ben",
        "thread:open",
    ]


def test_signs_differ_without_colour() -> None:
    keys = ["happened", "planned", "hoped", "not-said", "a", "b", "c", "d", "e", "f", "g"]
    looks = {repr(draw_sign(sign, (0, 0), 9, "#000000")) for sign in signs_of(keys).values()}
    assert len(looks) == len(keys)


def test_a_small_table_fits_a4_and_a_large_one_says_so_by_its_page() -> None:
    assert layout_matrix(told()).page == "A4"
    assert layout_matrix(told(), page="A3").page == "A3"
    assert layout_matrix(marked(140)).page == "A1"
    assert layout_matrix(marked(400)).page == ""


def test_what_a_heading_means_is_below_it_where_there_is_room() -> None:
    (row, *_) = layout_matrix(told()).find("row")
    assert words_of(row) == ["Immediate", "A question about it?"]


def test_a_long_number_of_a_stop_has_room() -> None:
    stops = told().threads[0].stops * 4
    threads = (evolve(told().threads[0], stops=stops), told().threads[1])
    scene = layout_matrix(evolve(told(), threads=threads))
    assert faults(scene) == []
    anna = scene.find("thread")[0]
    grounds = [item for item in anna.items if isinstance(item, Path) and item.stroke_width == 1.0]
    xs = [numbers[-2] for _, numbers in grounds[-1].commands if numbers]
    assert max(xs) - min(xs) > measure("A16", 9, bold=True)


def test_a_table_without_rows_is_its_headings() -> None:
    scene = layout_matrix(Matrix(title="Nothing", columns=(Heading(id="a", title="A"),)))
    assert [group.role for group in scene.groups] == ["title", "corner", "heading"]
    assert faults(scene) == []


def test_an_unknown_page_is_reported() -> None:
    with pytest.raises(TocModelError, match="no page 'A5': choose A4, A3, A2, A1 or A0"):
        layout_matrix(told(), page="A5")


def test_the_checker_sees_words_that_are_cut_off_and_lines_over_words() -> None:
    scene = layout_matrix(told())
    changed = []
    for group in scene.groups:
        if group.id == "cell:applied:aspirations":
            items = tuple(
                evolve(item, width=500.0) if isinstance(item, Text) else item
                for item in group.items
            )
            group = evolve(group, items=items)  # noqa: PLW2901
        if group.id == "thread:anna":
            across = (("M", (0.0, 0.0)), ("L", (scene.width, scene.height)))
            line = Path(commands=across, stroke="#000000", stroke_width=1.0)
            group = evolve(group, items=(line, *group.items))  # noqa: PLW2901
        changed.append(group)
    found = faults(evolve(scene, groups=tuple(changed)))
    assert "'Books go home' runs out of cell:applied:aspirations" in found
    assert any(fault.startswith("thread:anna runs over") for fault in found)


def wide(rows: int = 1, columns: int = 1, lines: int = 0, stops: int = 0) -> Matrix:
    """A table of a size, with so many lines in its first cell and one thread of so many stops."""
    return Matrix(
        title="Much",
        rows=tuple(Heading(id=f"r{number}", title="Row") for number in range(rows)),
        columns=tuple(Heading(id=f"c{number}", title="Column") for number in range(columns)),
        cells=(Cell(row="r0", column="c0", texts=("words",) * lines),),
        threads=(
            Thread(id="t", title="T", stops=(Stop(row="r0", column="c0", text="x"),) * stops),
        ),
    )


@pytest.mark.parametrize(
    ("matrix", "words"),
    [
        (wide(rows=201, columns=200), "40,200 cells, and a picture can hold 40,000"),
        (wide(columns=5000), "5,001 rows and columns, and a picture can hold 5,000"),
        (wide(lines=3001), "3,001 lines in its cells, and a picture can hold 3,000"),
        (wide(stops=1001), "1,001 steps of stories, and a picture can hold 1,000"),
    ],
)
def test_a_table_with_more_than_a_picture_can_hold_says_what_to_do(
    matrix: Matrix, words: str
) -> None:
    with pytest.raises(TocModelError) as caught:
        layout_matrix(matrix)
    assert str(caught.value) == (
        f"this table has {words}: save it as csv or html, or show fewer rows or columns"
    )


def long_table(rows: int, columns: int, length: int) -> Matrix:
    """A table with so many characters in each cell."""
    words = ("they learn to trust each other in small steps and " * (length // 50 + 1))[:length]
    return Matrix(
        title="A long table",
        rows=tuple(Heading(id=f"r{n}", title=f"Row {n}") for n in range(rows)),
        columns=tuple(Heading(id=f"c{n}", title=f"Column {n}") for n in range(columns)),
        cells=tuple(
            Cell(row=f"r{row}", column=f"c{column}", texts=(words.strip(),))
            for row in range(rows)
            for column in range(columns)
        ),
    )


@pytest.mark.parametrize("shape", [(1, 12), (3, 4), (12, 1)])
def test_only_the_endless_sheet_is_tried_for_what_no_page_holds(
    shape: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    make_grid = place.make_grid

    def recorded(*arguments: Any) -> Grid | None:
        tried.append(arguments[-1].page)
        return make_grid(*arguments)

    monkeypatch.setattr(place, "make_grid", recorded)
    assert layout_matrix(long_table(*shape, 10_000)).page == ""
    assert tried == [""]


@pytest.mark.parametrize("length", [50, 400, 1_600, 2_500, 5_000])
@pytest.mark.parametrize("shape", [(1, 3), (1, 12), (4, 2), (12, 4)])
def test_no_sheet_is_left_out_that_would_hold_the_table(
    shape: tuple[int, int], length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix = long_table(*shape, length)
    found = layout_matrix(matrix)
    monkeypatch.setattr(place, "_may_fit", lambda rows, sheet: True)
    assert layout_matrix(matrix) == found
