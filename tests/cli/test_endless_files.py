"""Every argument that names a file, given one that is too large or never ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from cli_types import Run
from commands import commands
from uncounted import uncounted_environment

from tocmodel.cli.options import A_FRAMEWORK, A_PATH
from tocmodel.system import reading

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")

ARGUMENTS = {
    "analyse files": "analyse {}",
    "changelog file": "changelog {}",
    "check files": "check {}",
    "collect file": "collect {}",
    "tracker file": "tracker {}",
    "tracker --font": "tracker zone.toc.yaml --font {} -f svg",
    "convert source": "convert {}",
    "convert --into": "convert links.csv --into {}",
    "convert --mapping": "convert links.csv -o - --mapping {}",
    "diff new": "diff zone.toc.yaml {}",
    "diff old": "diff {} zone.toc.yaml",
    "draw files": "draw {}",
    "draw --keep-positions": "draw zone.toc.yaml -f svg -o - --keep-positions {}",
    "draw --font": "draw zone.toc.yaml -o - --font {}",
    "draw --template": "draw zone.toc.yaml -f pptx -o - --template {}",
    "explain file": "explain {} fed",
    "explain --font": "explain zone.toc.yaml fed -f svg --font {}",
    "fmt files": "fmt {}",
    "portfolio files": "portfolio {}",
    "portfolio --font": "portfolio zone.toc.yaml -f pdf --font {}",
    "print cards file": "print cards {} -o -",
    "print cards --font": "print cards zone.toc.yaml -o - --font {}",
    "print canvas --font": "print canvas -o - --font {}",
    "print value-canvas --font": "print value-canvas -o - --font {}",
    "framework coverage file": "framework coverage {}",
    "framework coverage framework": "framework coverage zone.toc.yaml ./{}",
    "framework coverage --font": "framework coverage zone.toc.yaml resilience -f svg --font {}",
    "framework show framework": "framework show ./{}",
    "indicators file": "indicators {}",
    "progress file": "progress {}",
    "progress --font": "progress zone.toc.yaml -f svg --font {}",
    "review file": "review {}",
    "review --font": "review zone.toc.yaml -f pdf --font {}",
    "indicators --font": "indicators zone.toc.yaml -f pdf --font {}",
    "logframe file": "logframe {}",
    "logframe --font": "logframe zone.toc.yaml -f svg --font {}",
    "matrix file": "matrix {}",
    "matrix --font": "matrix zone.toc.yaml -f svg --font {}",
    "new --from": "new made.toc.yaml --from {}",
    "migrate file": "migrate {} --to value-creation",
    "report file": "report {}",
    "report --font": "report zone.toc.yaml -f html --font {}",
    "report --template": "report zone.toc.yaml --template ./{}.md.j2",
    "show file": "show {}",
    "story form --for": "story form --for {}",
    "story read forms": "story read {} --into zone.toc.yaml",
    "story read --map": "story read form.txt --map {} --into zone.toc.yaml",
    "story read --into": "story read form.txt --into {}",
    "pathways file": "pathways {} club fed",
    "tell file": "tell {}",
    "value file": "value {}",
    "value --font": "value zone.toc.yaml -f svg --font {}",
    "diff --font": "diff zone.toc.yaml zone.toc.yaml -f svg --font {}",
}
"""Every argument and option that names a file to read, and a command for it."""

WRITTEN = ("--output", "new path", "convert target", "--notes")
"""The ends of the names of those that name a file to write."""

STDIN = (
    *("analyse", "check", "draw", "explain", "fmt", "framework coverage", "indicators"),
    *("logframe", "matrix", "pathways", "print cards", "progress", "report", "review", "show"),
    *("tell", "value"),
)
"""The commands that read a theory from standard input."""

MEMORY = 1024 * 1024 * 1024
"""No command needs as much as this to refuse a file."""


def large(path: Path) -> None:
    """A file of a tebibyte that takes no room on the disk."""
    path.touch()
    os.truncate(path, 1 << 40)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


ENDLESS: dict[str, Callable[[Path], None]] = {"large": large, "device": device, "pipe": os.mkfifo}


def named_files() -> set[str]:
    """The arguments of all commands that name a file to read, as the program has them."""
    texts = {"diff old", "diff new"}  # a file, or a file at a revision
    return {
        name
        for command, body in commands()
        for option in body.params
        if (name := f"{command} {option.opts[0]}") in texts
        or (option.type in (A_PATH, A_FRAMEWORK) and not name.endswith(WRITTEN))
        or isinstance(option.type, click.File)
    }


def test_every_argument_that_names_a_file_is_here() -> None:
    assert set(ARGUMENTS) == named_files()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a pipe a moment instead of half a minute."""
    monkeypatch.setattr(reading, "PIPE_TIME_LIMIT", 0.05)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("kind", ENDLESS)
@pytest.mark.parametrize("argument", ARGUMENTS)
def test_a_file_without_an_end_is_refused(zone: Path, run: Run, argument: str, kind: str) -> None:
    (zone.parent / "links.csv").write_text("From,To\na,b\n")
    (zone.parent / "form.txt").write_text("Story: At the gate\nCycle: applied\nSays: We wave.\n")
    ENDLESS[kind](zone.parent / "endless.toc.yaml")
    done = run(*ARGUMENTS[argument].format("endless.toc.yaml").split())
    if argument == "story read forms":
        assert "is a theory, not a form" in done.stderr
    assert done.exit_code in (1, 2), done.output
    assert isinstance(done.exception, SystemExit)
    assert len(done.output) < 1000


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("ending", ["txt", "csv", "xlsx"])
@pytest.mark.parametrize(
    ("kind", "words"), [("large", "larger than"), ("device", "larger than"), ("pipe", "a pipe or")]
)
def test_a_form_without_an_end_is_refused(
    zone: Path, run: Run, ending: str, kind: str, words: str
) -> None:
    ENDLESS[kind](zone.parent / f"form.{ending}")
    done = run("story", "read", f"form.{ending}", "--into", "zone.toc.yaml")
    assert (done.exit_code, words in done.stderr) == (2 if kind == "pipe" else 1, True)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("kind", ENDLESS)
def test_files_that_a_theory_names_end(zone: Path, run: Run, kind: str) -> None:
    text = zone.read_text(encoding="utf-8")
    ENDLESS[kind](zone.parent / "other.toc.yaml")
    ENDLESS[kind](zone.parent / "other.framework.yaml")
    zone.write_text(f"{text}includes: {{other: {{title: O, file: other.toc.yaml}}}}\n")
    done = run("check", "zone.toc.yaml", "-f", "json")
    assert (done.exit_code, '"TOC014"' in done.stdout) == (1, True)
    zone.write_text(f"{text}frameworks: [other.framework.yaml]\n")
    done = run("check", "zone.toc.yaml", "-f", "json")
    assert (done.exit_code, '"TOC601"' in done.stdout) == (0, True)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("name", ["tocmodel.toml", "pyproject.toml"])
def test_large_settings_are_refused_and_pipes_are_no_settings(
    zone: Path, run: Run, name: str
) -> None:
    plain = run("check", "zone.toc.yaml").stdout
    os.mkfifo(zone.parent / name)
    assert run("check", "zone.toc.yaml").stdout == plain
    (zone.parent / name).unlink()
    large(zone.parent / name)
    done = run("check", "zone.toc.yaml")
    assert done.exit_code == 2
    assert done.stderr == (
        f"Error: cannot read '{zone.parent / name}': it is larger than 1 MiB; put the settings of "
        "tocmodel into a short tocmodel.toml\n"
    )


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("kind", ENDLESS)
def test_settings_of_an_editor_end(folder: Path, run: Run, kind: str) -> None:
    (folder / ".vscode").mkdir()
    ENDLESS[kind](folder / ".vscode" / "settings.json")
    done = run("new", "zone.toc.yaml", "--editor", "vscode")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("command", STDIN)
def test_standard_input_is_read_up_to_the_limit(zone: Path, command: str) -> None:
    """The program reads in a process of its own, with a ceiling on its memory."""
    import resource  # noqa: PLC0415  # only on systems with pipes

    words = next(words for name, words in ARGUMENTS.items() if name.startswith(f"{command} file"))
    with Path("/dev/zero").open("rb") as zeros:
        done = subprocess.run(
            [sys.executable, "-m", "tocmodel", *words.format("-").split()],
            stdin=zeros,
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
            cwd=zone.parent,
            env=uncounted_environment(),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        )
    assert done.returncode == 1, done.stderr
    assert "the file is larger than 64 MiB" in done.stdout + done.stderr


def test_a_pipe_that_ends_is_read(zone: Path, run: Run) -> None:
    """So ``<(...)`` works in a shell."""
    os.mkfifo(zone.parent / "pipe.toc.yaml")
    writer = subprocess.Popen([sys.executable, "-c", WRITER], cwd=zone.parent)
    done = run("show", "pipe.toc.yaml", "fed")
    assert (writer.wait(), done.exit_code) == (0, 0)
    assert "Children are fed" in done.stdout


WRITER = """\
import pathlib
pathlib.Path("pipe.toc.yaml").write_bytes(pathlib.Path("zone.toc.yaml").read_bytes())
"""


@pytest.mark.parametrize(("most", "kept"), [(4, 5), (5, 6), (6, 6), (7, 6)])
def test_one_byte_more_than_the_limit_is_read(tmp_path: Path, most: int, kept: int) -> None:
    (tmp_path / "a.txt").write_bytes(b"abcdef")
    assert reading.read_at_most(tmp_path / "a.txt", most) == b"abcdef"[:kept]
