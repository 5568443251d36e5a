"""The search for new inputs finds a fault, prints the input, and says so by its exit status."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from surfaces import Case
from uncounted import uncounted_environment

HERE = Path(__file__).resolve().parent

PLANTED = f"""\
import os, sys, time
sys.path.insert(0, {str(HERE)!r})
import new_inputs
from hypothesis import strategies as st
from surfaces import SURFACES, Case, Surface

def run(case):
    if len(case.words[0]) > 2:
        FAULT
    return True

SURFACES.clear()
SURFACES["planted"] = Surface("planted", st.text().map(lambda word: Case(words=(word,))), run)
sys.exit(new_inputs.main(sys.argv[1:]))
"""

TOO_SLOW = "time.sleep(60)"
FAULTS = {
    "raise ValueError('planted')": "ValueError: planted",
    "os.abort()": "it ended the process (status -6)",
    TOO_SLOW: "it took longer than 5 seconds",
    "' ' * 10**10": "MemoryError",
}


def searched(fault: str, folder: Path) -> tuple[int, str]:
    script = folder / "planted.py"
    script.write_text(PLANTED.replace("FAULT", fault), encoding="utf-8")
    words = ["--inputs", "200", "--seed", "8"]
    if fault == TOO_SLOW:
        words += ["--patience", "5"]  # a busy machine may keep any other input waiting for a second
    done = subprocess.run(
        [sys.executable, str(script), *words],
        capture_output=True,
        text=True,
        check=False,
        env=uncounted_environment(),
        timeout=120,
    )
    return done.returncode, done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_its_input_printed(fault: str, tmp_path: Path) -> None:
    status, answer = searched(fault, tmp_path)
    assert status == 1
    assert answer.startswith("seed 8\n")
    assert FAULTS[fault] in answer
    printed = re.search(r"--- put this into tests/fuzz/cases/.*\n(\{(?s:.*)\})\n", answer)
    assert printed is not None
    surface, case = Case.from_json(printed[1])
    assert surface == "planted"
    assert len(case.words[0]) > 2
    if fault.startswith("raise"):
        assert case == Case(words=("000",))  # made as small as it goes


def test_no_fault_is_no_failure(tmp_path: Path) -> None:
    status, answer = searched("pass", tmp_path)
    assert (status, "200 inputs, 0 failures" in answer) == (0, True)
