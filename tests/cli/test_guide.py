"""``tocmodel new --guide``: at a terminal, and with answers from a pipe."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_types import Run

from tocmodel.checks import check
from tocmodel.diagnostics import Severity
from tocmodel.fileformat.loading import load, read
from tocmodel.guide import COMMANDS, new_draft
from tocmodel.starters import examples

HARBOUR = "harbour.toc.yaml"
GO_ON = """\
Everything is saved in harbour.toc.yaml. To carry on another day:
  tocmodel new --guide harbour.toc.yaml
"""


def lines(*typed: str) -> str:
    """What a person types, as one text."""
    return "".join(f"{line}\n" for line in typed)


def test_a_new_draft_is_written_and_answers_are_put_into_it(folder: Path, run: Run) -> None:
    result = run("new", "--guide", "harbour", stdin=lines("Harbour Zone", "", "Need", "", "stop"))
    assert (result.exit_code, result.stderr) == (0, f"Wrote {HARBOUR}\n")
    assert result.stdout.startswith(f"Your answers go into {HARBOUR}, one by one; ")
    assert result.stdout.endswith(GO_ON)
    theory = load(HARBOUR)
    assert (theory.title, [one.title for one in theory.conditions.values()]) == (
        "Harbour Zone",
        ["Need"],
    )
    assert (folder / ".tocmodel" / "theory.schema.json").is_file()


def test_the_title_of_a_new_draft_is_the_name_of_its_file(folder: Path, run: Run) -> None:
    run("new", "--guide", "zones/our-new_zone.toc.yml", stdin="")
    path = folder / "zones" / "our-new_zone.toc.yml"
    assert path.read_text(encoding="utf-8") == new_draft("Our new zone")


def test_without_a_file_the_title_gives_its_name(folder: Path, run: Run) -> None:
    result = run("new", "--guide", stdin=lines("The Harbour: our zone", "stop"))
    assert result.exit_code == 0
    assert load("the-harbour-our-zone.toc.yaml").title == "The Harbour: our zone"
    again = run("new", "--guide", stdin=lines("The Harbour: our zone"))
    assert again.exit_code == 2
    assert again.stderr == (
        "Error: 'the-harbour-our-zone.toc.yaml' exists already; to carry on with it, type: "
        "tocmodel new --guide the-harbour-our-zone.toc.yaml\n"
    )


def test_without_a_file_and_without_a_title_nothing_is_written(folder: Path, run: Run) -> None:
    result = run("new", "--guide", stdin="")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: name the file to write: tocmodel new --guide NAME.toc.yaml\n",
    )
    assert list(folder.iterdir()) == []


def test_it_goes_on_where_the_answers_end_and_changes_nothing_itself(
    folder: Path, run: Run
) -> None:
    run("new", "--guide", HARBOUR, stdin=lines("Harbour", "", "", "", "People"))
    before = Path(HARBOUR).read_bytes()
    result = run("new", "--guide", HARBOUR, stdin="")
    assert "Step 3 of 10: The goal\n" in result.stdout
    assert "Step 2 of 10" not in result.stdout
    assert (result.stderr, Path(HARBOUR).read_bytes()) == ("", before)


def test_the_end_has_no_error_and_names_what_to_do_next(folder: Path, run: Run) -> None:
    answers = lines("Harbour", "Here", "Need", *[""] * 2, "People", "", "Goal", *[""] * 100)
    shown = run("new", "--guide", HARBOUR, stdin=answers).stdout
    end = shown[shown.index("That was the last question.") :]
    assert end == Path(__file__).with_name("guide_end.txt").read_text(encoding="utf-8")
    found = check(read(HARBOUR))
    assert [one for one in found if one.severity is Severity.ERROR] == []


def test_words_that_are_commands_are_explained_at_the_start(folder: Path, run: Run) -> None:
    shown = run("new", "--guide", HARBOUR, stdin=lines("?", "next", "back", "show")).stdout
    assert [word for word in COMMANDS if f"\n  {word:7} " not in shown] == []
    assert "help: show these words\n" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--example", "pembury"], "leave out --template and --example"),
        (["--template", "zone"], "leave out --template and --example"),
        (["--force"], "--guide never overwrites a theory: leave out --force"),
    ],
)
def test_options_that_contradict_the_guide_are_refused(
    folder: Path, run: Run, arguments: list[str], message: str
) -> None:
    result = run("new", "--guide", HARBOUR, *arguments)
    assert (result.exit_code, message in result.stderr, list(folder.iterdir())) == (2, True, [])


def test_a_file_with_a_mistake_is_shown_and_left_alone(broken: Path, run: Run) -> None:
    before = broken.read_bytes()
    result = run("new", "--guide", "broken.toc.yaml", stdin=lines("Title"))
    assert (result.exit_code, "error TOC010" in result.stderr) == (1, True)
    assert broken.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.toc.json", "'a.toc.json' is not a theory in YAML, whose name ends in .toc.yaml"),
        (".", "'.' is a folder; name a file in it, like zone.toc.yaml"),
        ("-", "a new theory goes into a file; name it, like zone.toc.yaml"),
        ("b.txt", "the name 'b.txt' must end in .toc.yaml or .toc.yml; for example b.toc.yaml"),
    ],
)
def test_only_a_theory_in_yaml_is_asked_about(
    folder: Path, run: Run, name: str, message: str
) -> None:
    Path("a.toc.json").write_text('{"tocmodel": 1, "title": "A"}', encoding="utf-8")
    result = run("new", "--guide", name, stdin=lines("Title"))
    assert (result.exit_code, result.stderr) == (2, f"Error: {message}\n")


def test_any_theory_can_be_asked_about_and_keeps_its_text(folder: Path, run: Run) -> None:
    text = examples()["pembury"].read_text(encoding="utf-8")
    Path("pembury.toc.yaml").write_text(text, encoding="utf-8")
    answers = lines("step 8", "Another partner", "stop")
    result = run("new", "--guide", "pembury.toc.yaml", stdin=answers)
    assert (result.exit_code, result.stderr) == (0, "")
    added = "  another-partner:\n    title: Another partner\n    role: deliverer\n"
    changed = Path("pembury.toc.yaml").read_text(encoding="utf-8")
    assert changed.replace(added, "", 1) == text


def test_bytes_that_are_no_text_and_line_ends_of_windows_are_read(folder: Path, run: Run) -> None:
    answers = b"Harbour \xff zone\r\n\xef\xbb\xbfHere\r\n"
    assert run("new", "--guide", HARBOUR, stdin=answers).exit_code == 0
    theory = load(HARBOUR)
    assert (theory.title, theory.place and theory.place.name) == ("Harbour � zone", "Here")


def test_what_an_editor_saves_in_the_meantime_is_used(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed() -> Iterator[str | None]:
        yield "Harbour"
        text = Path(HARBOUR).read_text(encoding="utf-8")
        Path(HARBOUR).write_text(f"{text}# a note\n", encoding="utf-8")
        yield "Here"
        yield None

    script = typed()
    monkeypatch.setattr("tocmodel.cli.guide._line", lambda: next(script))
    result = run("new", "--guide", HARBOUR)
    assert "The file has changed in the meantime; its new content is used.\n" in result.stdout
    text = Path(HARBOUR).read_text(encoding="utf-8")
    assert ("# a note\n" in text, "  name: Here\n" in text) == (True, True)


def test_a_pipe_without_an_end_ends_the_guide(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocmodel.cli.guide.MOST_TYPED", 20)
    result = run("new", "--guide", HARBOUR, stdin="y\n" * 1000)
    assert (result.exit_code, result.stdout[-len(GO_ON) :]) == (0, GO_ON)
    monkeypatch.setattr("tocmodel.cli.guide.LONGEST_TYPED", 1000)
    result = run("new", "--guide", HARBOUR, stdin="y" * 5000)
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: standard input has a line of more than 1 MiB, which is too long for an answer\n",
    )


def test_a_layout_that_cannot_be_changed_safely_is_explained_and_kept(
    folder: Path, run: Run
) -> None:
    text = "tocmodel: 1\ntitle: T\nlinks:\n-\n    from: a\n    to: b\noutcomes:\n"
    text += "  a: {title: A}\n  b: {title: B, horizon: impact}\n"
    Path(HARBOUR).write_text(text, encoding="utf-8")
    result = run("new", "--guide", HARBOUR, stdin=lines("step 4", "C", "stop"))
    assert (result.exit_code, result.stderr) == (0, "")
    after = load(HARBOUR)
    assert [outcome.title for outcome in after.outcomes.values()][:2] == ["A", "B"]


def test_a_reader_who_leaves_ends_the_guide_and_every_answer_is_kept(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        run_guide = subprocess.run(
            [sys.executable, "-m", "tocmodel", "new", "--guide", HARBOUR],
            input=b"Harbour zone\n",
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    assert b"Traceback" not in run_guide.stderr
    assert load(HARBOUR).title == "Harbour"


Terminal = Any
"""A pexpect session; pexpect has no types."""


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The guide at a terminal of 80 columns, at its first question."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminal")
    pexpect = pytest.importorskip("pexpect")
    session = pexpect.spawn(
        sys.executable,
        ["-m", "tocmodel", "new", "--guide", HARBOUR],
        env={**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 80),
    )
    session.expect("question 1 of 3")
    session.expect("> ")
    yield session
    session.close(force=True)


def say(terminal: Terminal, words: str, expected: str) -> None:
    """Type a line, and wait for words of the answer."""
    terminal.sendline(words)
    terminal.expect_exact(expected)
    terminal.expect("> ")


def press_ctrl_c(terminal: Terminal) -> None:
    """Press Ctrl-C until the program ends, as a person does.

    Python's readline misses a signal that comes just before it waits for a key.
    """
    import pexpect  # noqa: PLC0415  # the fixture has found it

    for _ in range(10):
        terminal.sendintr()
        if terminal.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=6) == 0:
            break
    terminal.close()


def ended(terminal: Terminal) -> tuple[str, int]:
    """The rest of what is shown, and the exit status."""
    import pexpect  # noqa: PLC0415  # the fixture has found it

    terminal.expect(pexpect.EOF)
    terminal.close()
    return terminal.before.replace("\r\n", "\n"), terminal.exitstatus


def test_a_person_at_a_terminal_goes_forward_back_and_to_the_end(terminal: Terminal) -> None:
    say(terminal, "Harbour: our “zone” 😀", "Where is it?")
    say(terminal, "أطفالنا", "What is hard there now")
    say(terminal, "back", "So far (a new answer replaces it): أطفالنا")
    say(terminal, "", "What is hard there now")
    say(terminal, "Children start behind", "Add another")
    say(terminal, "", "What is behind it?")
    say(terminal, "show", "  - Children start behind")
    say(terminal, "step 10", "How would you explain it")
    terminal.sendline("In short.")
    shown, status = ended(terminal)
    assert ("It has no errors. What to look at next:" in shown, status) == (True, 0)
    theory = load(HARBOUR)
    assert (theory.title, theory.summary) == ("Harbour: our “zone” 😀", "In short.")


def test_a_line_longer_than_a_terminal_holds_is_kept_whole(terminal: Terminal) -> None:
    long = " ".join(["word"] * 1000)
    say(terminal, "step 3", "What will be different")
    say(terminal, long, "Add another")
    terminal.sendline("stop")
    assert ended(terminal)[1] == 0
    (goal,) = load(HARBOUR).outcomes.values()
    assert goal.description == long


def test_the_end_of_input_stops_and_says_how_to_go_on(terminal: Terminal) -> None:
    say(terminal, "Harbour zone", "Where is it?")
    terminal.sendeof()
    shown, status = ended(terminal)
    assert (shown[-len(GO_ON) :], status) == (GO_ON, 0)
    assert load(HARBOUR).title == "Harbour zone"


def test_ctrl_c_stops_and_says_how_to_go_on(terminal: Terminal) -> None:
    say(terminal, "Harbour zone", "Where is it?")
    terminal.send("half an answer")
    terminal.expect_exact("half an answer")
    press_ctrl_c(terminal)
    shown, status = terminal.before.replace("\r\n", "\n"), terminal.exitstatus
    assert (shown[-len(GO_ON) :], status, "Traceback" in shown) == (GO_ON, 130, False)
    assert load(HARBOUR).title == "Harbour zone"


def test_a_window_that_is_closed_loses_no_answer(terminal: Terminal) -> None:
    say(terminal, "Harbour zone", "Where is it?")
    terminal.close(force=True)
    assert load(HARBOUR).title == "Harbour zone"


def test_a_terminal_gets_lines_and_no_movements_of_the_cursor(terminal: Terminal) -> None:
    terminal.sendline("step 4")
    terminal.expect("> ")
    terminal.sendline("stop")
    shown, _ = ended(terminal)
    without_paste_marks = shown.replace("\x1b[?2004h", "").replace("\x1b[?2004l", "")
    assert "\x1b" not in without_paste_marks
