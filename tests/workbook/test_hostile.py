"""A hostile workbook is refused in one sentence, with little memory and time."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import workbooks
from form_problems import messages_of

from tocmodel.stories.workbook import read_workbook
from tocmodel.workbook import Limits, WorkbookError, read_sheet

MEMORY = 100
"""The most MiB, beyond the files, for reading all of them one after another."""

SECONDS = 15
"""The most processor seconds for reading any of them; a quiet computer needs two."""

CHILD = """\
import json, resource, sys, time
import workbooks
from tocmodel.stories.workbook import read_workbook

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

files = [open(path, "rb").read() for path in sys.argv[1:]]
before = peak()
for data in files:
    begun = time.process_time()
    form = read_workbook(data, "a.xlsx")
    said = [f"{problem.place}: {problem.message}" for problem in form.problems]
    answer = {"said": said, "seconds": time.process_time() - begun, "memory": peak() - before}
    print(json.dumps(answer), flush=True)
"""

Answers = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Return the answers of a separate process; after a workbook that kills it there are none."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, (make, _) in enumerate(workbooks.HOSTILE.values()):
        (folder / f"{number}.xlsx").write_bytes(make())
    paths = [str(folder / f"{number}.xlsx") for number in range(len(workbooks.HOSTILE))]
    support = str(Path(workbooks.__file__).parent)
    code = f"import sys; sys.path.insert(0, {support!r})\n{CHILD}"
    done = subprocess.run(
        [sys.executable, "-c", code, *paths], capture_output=True, text=True, check=False
    )
    lines = map(json.loads, done.stdout.splitlines())
    return dict(zip(workbooks.HOSTILE, lines, strict=False))


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured with 'resource'")
@pytest.mark.parametrize("name", workbooks.HOSTILE)
def test_it_is_one_finding_at_little_cost(answers: Answers, name: str) -> None:
    expected = workbooks.HOSTILE[name][1]
    answer = answers[name]
    assert answer["said"] == ([expected] if expected else [])
    assert answer["memory"] < MEMORY
    assert answer["seconds"] < SECONDS


def test_a_harmless_workbook_made_in_the_same_way_is_read() -> None:
    form = read_workbook(workbooks.workbook(), "a.xlsx")
    assert (len(form.stories), form.problems) == (1, ())


DEEP = "are too deep inside one another"
TWO = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>20</v></c></row>'
TWO_SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>'


@pytest.mark.parametrize(
    ("limits", "rows", "place", "message"),
    [
        (Limits(rows=1), TWO, "", ""),
        (Limits(columns=2), TWO, "", ""),
        (Limits(columns=1), TWO, "B1", "the sheet goes on beyond row 5,000 or column A"),
        (Limits(cells=2), TWO, "", ""),
        (Limits(cells=1), TWO, "", "the sheet has more than 1 filled cells"),
        (Limits(cell_text=2), TWO, "", ""),
        (Limits(cell_text=1), TWO, "B1", "the cell has more than 1 characters"),
        (Limits(text=3), TWO, "", ""),
        (Limits(text=2), TWO, "", "the sheet has more than 2 characters"),
        (Limits(text=6), TWO_SHARED, "", ""),
        (Limits(text=5), TWO_SHARED, "", "the sheet has more than 5 characters"),
        (Limits(cell_text=2), TWO_SHARED, "A1", "the cell has more than 2 characters"),
        (Limits(parts=4), TWO, "", ""),
        (Limits(parts=3), TWO, "", "the workbook has more than 3 parts"),
        (Limits(tags=16), TWO, "", ""),
        (Limits(tags=15), TWO, "", "the workbook has more than 15 tags"),
        (Limits(depth=5), TWO, "", ""),
        (
            Limits(depth=4),
            TWO,
            "",
            f"the workbook is damaged: the tags of {workbooks.FIRST} {DEEP}",
        ),
    ],
)
def test_each_limit_holds_from_its_edge_on(
    limits: Limits, rows: str, place: str, message: str
) -> None:
    more = workbooks.shared("xyz") if rows == TWO_SHARED else {}
    data = workbooks.workbook(rows, more)
    if message:
        with pytest.raises(WorkbookError) as caught:
            read_sheet(data, "Story", limits)
        assert (caught.value.place, str(caught.value)) == (place, message)
    else:
        assert read_sheet(data, "Story", limits).rows


def test_the_limits_of_sizes_hold_from_their_edge_on() -> None:
    data = workbooks.workbook()
    held = sum(len(text) for text in workbooks.parts(workbooks.sheet(workbooks.FORM)).values())
    assert read_sheet(data, "Story", Limits(size=len(data), content=held)).rows
    with pytest.raises(WorkbookError, match=r"^the workbook is larger than "):
        read_sheet(data, "Story", Limits(size=len(data) - 1))
    with pytest.raises(WorkbookError, match=r"^the workbook unpacks to more than "):
        read_sheet(data, "Story", Limits(content=held - 1))


def test_only_twenty_formulas_are_listed() -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}"><f>1</f></c></row>' for row in range(1, 41))
    problems = messages_of(read_workbook(workbooks.workbook(cells), "a.xlsx"))
    assert problems[19:] == [
        "cell A20 of sheet 'Story': this is a formula",
        "sheet 'Story': 20 more cells have a formula",
    ]
