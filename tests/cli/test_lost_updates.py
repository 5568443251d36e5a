"""Nothing that somebody saved while a command was running is overwritten."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_types import Run

from tocmodel import starters
from tocmodel.cli import migrate
from tocmodel.system import writing

THEORY = """\
tocmodel: 1
title: A circle
frameworks: [value-creation-2011]
spaces: {circle: {title: Circle}}
value_creation:
  joy: {title: Joy counts, cycle: reframing, space: circle}
"""

EDITED = THEORY.replace("A circle", "A circle, renamed by an editor")
READ = (sys.executable, "-m", "tocmodel", "story", "read")
CHANGED = "'circle.toc.yaml' changed meanwhile, so nothing was written; run this again"


@pytest.fixture
def circle(folder: Path) -> Path:
    path = folder / "circle.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


def test_what_an_editor_saves_while_migrate_asks_is_kept(
    circle: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(_choice: object) -> str:
        circle.write_text(EDITED, encoding="utf-8")
        return "transformative"

    monkeypatch.setattr(migrate, "_is_terminal", lambda: True)
    monkeypatch.setattr(migrate, "_ask", answer)
    result = run("migrate", "circle.toc.yaml", "--to", "value-creation")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, f"Error: {CHANGED}")
    assert circle.read_text(encoding="utf-8") == EDITED
    monkeypatch.setattr(migrate, "_ask", lambda _choice: "transformative")
    assert run("migrate", "circle.toc.yaml", "--to", "value-creation").exit_code == 0
    assert "renamed by an editor" in circle.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal that a program can play")
def test_the_same_with_a_real_terminal_and_a_real_editor(circle: Path) -> None:
    ours, theirs = os.openpty()
    words = ["migrate", "circle.toc.yaml", "--to", "value-creation"]
    with subprocess.Popen(
        [sys.executable, "-m", "tocmodel", *words],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as asking:
        os.close(theirs)
        assert asking.stdout is not None
        asked = b""
        while not asked.endswith(b"now?") and (letter := asking.stdout.read(1)):
            asked += letter
        Path("saved").write_text(EDITED, encoding="utf-8")
        Path("saved").replace(circle)  # as editors do
        os.write(ours, b"transformative\n")
        answer = asking.stdout.read().decode()
    os.close(ours)
    assert (asking.returncode, CHANGED in answer) == (2, True)
    assert circle.read_text(encoding="utf-8") == EDITED
    assert sorted(path.name for path in circle.parent.iterdir()) == ["circle.toc.yaml"]


def test_eight_who_read_stories_into_one_theory_at_once_all_succeed(circle: Path) -> None:
    for number in range(8):
        Path(f"{number}.story.txt").write_text(
            f"Story: Story {number}\nCycle: applied\nSays: words\n", encoding="utf-8"
        )
    readers = [
        subprocess.Popen(
            [*READ, f"{number}.story.txt", "--into", "circle.toc.yaml"],
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(8)
    ]
    said = [reader.communicate()[1].splitlines()[0] for reader in readers]
    assert said == [f"Added story-{number}: Story {number}" for number in range(8)]
    text = circle.read_text(encoding="utf-8")
    assert all(f"title: Story {number}\n" in text for number in range(8))
    assert len(list(circle.parent.iterdir())) == 9


def test_settings_of_the_editor_that_change_meanwhile_are_kept(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = folder / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"one": 1}', encoding="utf-8")
    made = starters.vscode_files

    def meanwhile(where: Path) -> Iterator[tuple[Path, str]]:
        files = list(made(where))
        settings.write_text('{"two": 2}', encoding="utf-8")
        yield from files

    monkeypatch.setattr(starters, "vscode_files", meanwhile)
    result = run("new", "zone.toc.yaml", "--editor", "vscode")
    assert result.exit_code == 2
    assert "settings.json' changed meanwhile, so nothing was written; run this again" in (
        result.stderr
    )
    assert settings.read_text(encoding="utf-8") == '{"two": 2}'


def test_a_form_that_somebody_makes_meanwhile_is_kept(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = folder / "a.story.txt"

    def make(step: str) -> None:
        if step == "compare":
            form.write_text("Story: Mine\n", encoding="utf-8")

    monkeypatch.setattr(writing, "_before", make)
    result = run("story", "form", "-o", "a.story.txt")
    assert (result.exit_code, form.read_text(encoding="utf-8")) == (2, "Story: Mine\n")
