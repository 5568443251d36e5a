"""A workbook with bytes changed, removed or added is read, or gives one finding."""

import random
import zipfile
from collections.abc import Iterator

import pytest
import workbooks

from tocmodel.stories import form_bytes
from tocmodel.stories.workbook import read_workbook

BOOKS = {
    "ours": lambda: form_bytes("xlsx"),
    "deflated": workbooks.workbook,
    "stored": lambda: workbooks.packed(
        workbooks.parts(workbooks.sheet(workbooks.FORM)), zipfile.ZIP_STORED
    ),
}


def damaged(data: bytes, seed: int, times: int) -> Iterator[bytes]:
    """Yield damaged copies, the same in every run."""
    choose = random.Random(seed)
    end = data.rindex(b"PK\x01\x02")
    for number in range(times):
        # Half of it in the directory of the archive: a checksum protects the rest.
        at = choose.randrange(end - 400 if number % 2 else 0, len(data))
        length = choose.choice([1, 1, 2, 4, 40])
        piece = choose.choice([b"", bytes([choose.randrange(256)]), choose.randbytes(length)])
        yield data[:at] + piece + data[at + choose.choice([0, len(piece), length]) :]


@pytest.mark.parametrize("name", BOOKS)
def test_any_damage_gives_at_most_one_clear_finding(name: str) -> None:
    data = BOOKS[name]()
    whole = read_workbook(data, "a.xlsx")
    assert whole.problems == ()
    refused = 0
    for broken in damaged(data, seed=8, times=1500):
        form = read_workbook(broken, "a.xlsx")
        if form.problems:
            refused += 1
            assert form.stories == () or form.problems[0].place
            assert {problem.path for problem in form.problems} == {"a.xlsx"}
    assert refused > 500


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_cut_off_anywhere_is_refused(name: str) -> None:
    data = BOOKS[name]()
    for length in range(0, len(data), 7):
        [problem] = read_workbook(data[:length], "a.xlsx").problems
        assert problem.message == "the file is not an .xlsx workbook; save it as one"
