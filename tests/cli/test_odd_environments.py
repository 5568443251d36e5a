"""Commands in places where little is as it should be: an answer or a sentence, and no traceback."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from cli_types import Run

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
pytestmark = needs_posix

ANSWERING = (
    "check zone.toc.yaml",
    "show zone.toc.yaml",
    "draw zone.toc.yaml -f text",
    "draw zone.toc.yaml -f png -o -",
    "describe TOC204",
    "--help",
    "--version",
)
"""Commands that write their answer to standard output."""

CLOSED = "Error: the output cannot be written: standard output is closed; use --output FILE\n"
FULL = "Error: the output cannot be written: the disk is full; make room and try again\n"
GONE = "Error: the current folder is gone; go to another one and try again\n"
DEEP = "[" * 10_000 + "]" * 10_000


def shell(line: str, *flags: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What a line of a shell does in which ``tocmodel`` is the program."""
    program = f"'{sys.executable}' {' '.join(flags)} -m tocmodel"
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("tocmodel ", f"{program} ", 1)],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        timeout=60,
    )


def said(line: str, *flags: str, **environment: str) -> tuple[int, str, str]:
    """The exit status, the answer and the messages."""
    done = shell(line, *flags, **environment)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode()


@cache
def usually(command: str) -> tuple[int, str, str]:
    """The same where everything is as it should be; the files are the same in every test."""
    return said(f"tocmodel {command}")


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", ANSWERING)
def test_an_answer_that_nobody_can_read_is_an_error(command: str) -> None:
    assert said(f"tocmodel {command} >&-") == (2, "", CLOSED)
    assert said(f"tocmodel {command} <&- >&- 2>&-") == (2, "", "")


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", ANSWERING)
def test_other_closed_streams_change_no_answer(command: str) -> None:
    status, answer, _ = usually(command)
    assert status == 0
    for closed in ("<&-", "2>&-"):
        assert said(f"tocmodel {command} {closed}")[:2] == (0, answer), closed


@pytest.mark.usefixtures("zone")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["check zone.toc.yaml", "draw zone.toc.yaml -f png -o -"])
def test_a_full_disk_is_a_sentence(command: str) -> None:
    assert said(f"tocmodel {command} >/dev/full") == (2, "", FULL)


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("closed", ["", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_file_is_written_whatever_is_closed(folder: Path, closed: str) -> None:
    assert said(f"tocmodel draw zone.toc.yaml -o x.svg {closed}")[0] == 0
    assert (folder / "x.svg").read_bytes().endswith(b"</svg>\n")


def test_standard_input_that_is_closed_is_a_sentence(folder: Path) -> None:
    message = "cannot read standard input: it is closed; name a file, or give it a theory"
    assert said("tocmodel check - <&-") == (2, "", f"Error: {message}\n")
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_bytes_on_standard_input_are_a_finding() -> None:
    status, answer, _ = said(r"printf '\377\376\000\200' | tocmodel check -")
    assert (status, answer.partition(":")[0]) == (1, "<stdin>")


@pytest.mark.usefixtures("zone")
def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    (folder / "long.toc.yaml").write_text(
        "tocmodel: 1\ntitle: Long\noutcomes:\n"
        + "".join(f"  o{n}: {{title: {'word ' * 40}{n}, horizon: short}}\n" for n in range(600))
    )
    assert said("tocmodel show long.toc.yaml | head -1")[1:] == ("Long\n", "")


ENVIRONMENTS: Mapping[str, Mapping[str, str]] = {
    "plain C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "one column": {"COLUMNS": "1", "LINES": "1"},
    "no number": {"COLUMNS": "wide"},
    "no terminal": {"TERM": "dumb"},
    "no home": {"HOME": ""},
    "no folder for drafts": {"TMPDIR": "/nowhere"},
    "no PATH": {"PATH": ""},
    "without asserts": {"PYTHONOPTIMIZE": "1"},
    "without docstrings": {"PYTHONOPTIMIZE": "2"},
    "warnings": {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
}


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_an_odd_environment_changes_no_answer(environment: str) -> None:
    for command in ("show zone.toc.yaml", "describe TOC204"):
        odd = said(f"tocmodel {command}", **ENVIRONMENTS[environment])
        assert odd == usually(command), command


@pytest.mark.usefixtures("zone")
def test_without_an_environment_the_answer_is_the_same() -> None:
    bare = f"env -i PYTHONPATH='{os.environ.get('PYTHONPATH', '')}' tocmodel show zone.toc.yaml"
    assert said(bare) == usually("show zone.toc.yaml")


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", ["check --help", "analyse zone.toc.yaml", "describe checks"])
def test_words_that_are_docstrings_are_there_without_docstrings(command: str) -> None:
    assert said(f"tocmodel {command}", "-OO") == said(f"tocmodel {command}")


@pytest.mark.parametrize(
    "command",
    ["check {}", "draw {} -o {}.svg", "changelog {}", "diff {} {}", "explain {} fed"],
)
def test_a_folder_that_is_gone_is_a_sentence(zone: Path, command: str) -> None:
    (zone.parent / "gone").mkdir()
    line = command.replace("{}", f"'{zone}'")
    assert said(f"cd gone && rmdir ../gone && tocmodel {line}") == (2, "", GONE)


def test_a_name_that_is_not_utf_8_is_a_name(zone: Path) -> None:
    odd = os.fsencode(zone.parent) + b"/caf\xe9.toc.yaml"
    try:
        shutil.copyfile(os.fsencode(zone), odd)
    except OSError:
        pytest.skip("this disk takes UTF-8 only")
    for command in ("check", "show", "value", "analyse", "changelog", "draw"):
        status, _, messages = said(f"tocmodel {command} caf*.toc.yaml")
        assert (status, "Traceback" in messages) == (0, False), command
    assert os.path.exists(odd.replace(b".toc.yaml", b".svg"))  # noqa: PTH110  (bytes)


@pytest.mark.parametrize(
    "command",
    ["show", "explain {} fed", "diff {} {}", "changelog", "migrate {} --to value-creation-2011"],
)
def test_a_folder_in_place_of_a_file_is_a_sentence(folder: Path, run: Run, command: str) -> None:
    words = command.replace("{}", ".").split()
    done = run(*words, *["."] * (len(words) == 1))
    message = "Error: cannot read '.': it is a folder; name a file in it\n"
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", message)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("path", [".", "..", "sub", "sub/"])
@pytest.mark.parametrize("template", ["story", "zone"])
def test_a_folder_is_no_name_for_something_new(
    folder: Path, run: Run, template: str, path: str
) -> None:
    (folder / "sub").mkdir()
    done = run("new", path, "--template", template)
    named = {"story": "gate.story.txt", "zone": "zone.toc.yaml"}[template]
    message = f"'{path.rstrip('/')}' is a folder; name a file in it, like {named}"
    assert (done.exit_code, done.stderr) == (2, f"Error: {message}\n")
    assert [entry.name for entry in folder.iterdir()] == ["sub"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tocmodel.toml", f"ignore = {DEEP}"),
        ("pyproject.toml", f"[tool.tocmodel]\nignore = {DEEP}"),
        ("tocmodel.toml", "ignore = [\x00]"),
    ],
    ids=["deep", "deep, shared", "null"],
)
def test_settings_that_cannot_be_read_are_a_sentence(
    zone: Path, run: Run, name: str, text: str
) -> None:
    (zone.parent / name).write_text(text)
    done = run("check", "zone.toc.yaml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert re.fullmatch(rf"Error: cannot read '.*{name}' as TOML: .*\n", done.stderr)


def test_links_of_every_kind_in_a_folder_are_met_with_words(zone: Path, tmp_path: Path) -> None:
    """What is no file is passed over; what cannot be read is a sentence; the rest is checked."""
    place = zone.parent / "links"
    place.mkdir()
    for name, target in {
        "zone": zone,
        "folder": tmp_path,
        "nowhere": tmp_path / "nothing",
        "circle": "circle.toc.yaml",
        "device": "/dev/zero",
    }.items():
        (place / f"{name}.toc.yaml").symlink_to(target)
    (place / "up").symlink_to("..")
    os.mkfifo(place / "pipe.toc.yaml")
    status, answer, messages = said("tocmodel check links")
    assert status == 2
    assert "in 1 file" in answer
    assert sorted(re.findall(r"cannot read 'links/(.*)': (.*)", messages)) == [
        ("circle.toc.yaml", "its links form a circle"),
        ("nowhere.toc.yaml", "there is no such file; check the name and the folder"),
    ]
    assert len(messages.splitlines()) == 2
