"""The program as a whole: help, versions, mistakes, what is imported, what the world does."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_types import Run, Start

import tocmodel
from tocmodel.cli.program import COMMANDS

NEVER = ("cattrs", "graphviz", "jsonschema", "networkx", "pygraphviz", "rich")
needs_linux = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and permissions")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: tocmodel {command} ")
    assert "Examples:\n" in result.stdout
    assert f"tocmodel {command}" in result.stdout.partition("Examples:")[2]


def test_the_program_lists_its_commands(run: Run) -> None:
    result = run("--help")
    rows = result.stdout.partition("Commands:")[2].splitlines()[1 : len(COMMANDS) + 1]
    listed = [row.split()[0] for row in rows]
    assert listed == list(COMMANDS)


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").stdout == f"tocmodel {tocmodel.__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_a_file_of_its_name_and_tests_of_its_name(command: str) -> None:
    assert COMMANDS[command].target.partition(":")[0] == f"tocmodel.cli.{command}"
    assert Path(__file__).with_name(f"test_{command}.py").is_file()


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_has_one_word_for_one_thing(run: Run, command: list[str]) -> None:
    """A check is no rule, and what an analysis finds is a measure, no gauge and no figure."""
    words = set(re.findall(r"[a-z]+", run(*command, "--help").stdout.lower()))
    other_words = {"rule", "rules", "gauge", "gauges", "told", "said", "stands"}
    assert words & other_words == set()


def test_without_a_command_the_help_is_shown_and_nothing_was_done(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Commands:" in result.stderr


@pytest.mark.parametrize("group", ["story", "framework", "print"])
def test_a_group_without_a_command_shows_its_help_and_no_error(run: Run, group: str) -> None:
    result = run(group)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Usage: tocmodel {group} ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "Error: there is no command 'chek'; did you mean 'check'?"),
        (
            ["check", "--fromat", "json"],
            "Error: there is no option '--fromat'; did you mean '--format'?",
        ),
        (["draw"], "Error: FILE is missing; an example: tocmodel draw harbour.toc.yaml\n"),
        (
            ["explain", "zone.toc.yaml"],
            "Error: ELEMENT is missing; an example: tocmodel explain pembury.toc.yaml low-baseline",
        ),
        (
            ["migrate", "zone.toc.yaml"],
            "Error: --to is missing; an example: tocmodel migrate harbour.toc.yaml --to ",
        ),
        (
            ["describe", "unknown-ids"],
            "Error: nothing is called 'unknown-ids'; did you mean 'unknown-id'?",
        ),
        (
            ["describe", "TOC999"],
            "Error: there is no check 'TOC999'; 'tocmodel describe checks' lists them all",
        ),
        (
            ["draw", "zone.toc.yaml", "--all", "--view", "x"],
            (
                "Error: --all draws every view as it is: "
                "leave out --view, --focus, --partner, --layout, --arrows, --badges, --order, "
                "--show-loops, --show-progress, --icons and --colour-by"
            ),
        ),
    ],
)
def test_a_mistake_in_the_command_is_reported_and_is_status_two(
    run: Run, arguments: list[str], message: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def imported(folder: Path, *arguments: str, among: tuple[str, ...] = NEVER) -> list[str]:
    """The status of a run of the program, and the modules among some that it imports."""
    code = (
        "import sys\n"
        "from tocmodel.cli.program import program\n"
        f"try: program({list(arguments)!r}, prog_name='tocmodel')\n"
        "except SystemExit as stop: status = stop.code\n"
        f"print(status, *[name for name in {among!r} if name in sys.modules], file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder
    )
    return run.stderr.splitlines()[-1].split()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "zone.toc.yaml"],
        ["check", "zone.toc.yaml", "--format", "json"],
        ["check", "zone.toc.yaml", "--format", "sarif"],
        ["show", "zone.toc.yaml"],
        ["explain", "zone.toc.yaml", "fed"],
        ["tell", "zone.toc.yaml"],
        ["pathways", "zone.toc.yaml", "club", "fed"],
        ["diff", "zone.toc.yaml", "zone.toc.yaml"],
        ["schema"],
        ["describe", "TOC204"],
    ],
    ids=" ".join,
)
def test_what_is_slow_to_import_is_not_imported(zone: Path, arguments: list[str]) -> None:
    assert imported(zone.parent, *arguments) == ["0"]


@pytest.mark.parametrize("command", ["check", "draw"])
def test_a_theory_without_frameworks_does_not_pay_for_them(zone: Path, command: str) -> None:
    among = ("tocmodel.frameworks", "tocmodel.analysis.coverage")
    assert imported(zone.parent, command, "zone.toc.yaml", among=among) == ["0"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_imports_nothing_that_draws(folder: Path, command: str) -> None:
    among = (*NEVER, "reportlab", "resvg_py", "tocmodel.drawing", "tocmodel.layout")
    assert imported(folder, command, "--help", among=among) == ["0"]


def test_only_the_command_that_runs_is_imported(zone: Path) -> None:
    code = (
        "import sys\n"
        "from tocmodel.cli.program import program\n"
        "try: program(['--help'], prog_name='tocmodel')\n"
        "except SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if name.startswith('tocmodel.')))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1].split() == [
        "tocmodel.characters",
        "tocmodel.cli",
        "tocmodel.cli.failures",
        "tocmodel.cli.lazy",
        "tocmodel.cli.options",
        "tocmodel.cli.program",
        "tocmodel.cli.streams",
        "tocmodel.diagnostics",
        "tocmodel.results",
        "tocmodel.self_describing",
        "tocmodel.version",
    ]


def test_debug_shows_where_an_error_arose(run: Run) -> None:
    assert "Traceback" not in run("check", "no.toc.yaml").stderr
    assert "Traceback" in run("check", "no.toc.yaml", "--debug").stderr
    assert "Traceback" in run("--debug", "check", "no.toc.yaml").stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "POSIX"},
    ],
    ids=str,
)
def test_output_is_utf_8_whatever_the_locale(
    zone: Path, start: Start, environment: dict[str, str]
) -> None:
    zone.write_text(zone.read_text().replace("Breakfast club", "Clwb brecwast – ŵ 価"), "utf-8")
    done = start("show", "zone.toc.yaml", **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Clwb brecwast – ŵ 価" in done.stdout.decode("utf-8")


def test_a_name_that_is_no_text_is_shown_as_well_as_can_be(start: Start) -> None:
    done = start("check", "\udcff.toc.yaml", LC_ALL="C")
    assert done.returncode == 2
    assert b"there is no such file" in done.stderr
    assert b"Traceback" not in done.stderr


@needs_linux
@pytest.mark.parametrize("arguments", [["schema"], ["check", "zone.toc.yaml"], ["--help"]])
def test_a_full_disk_is_reported_in_one_sentence(zone: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tocmodel", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=zone.parent,
        )
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "Error: the output cannot be written: the disk is full; make room and try again\n",
    )


@needs_posix
@pytest.mark.parametrize("arguments", [["schema"], ["--help"]])
def test_a_reader_that_has_gone_is_no_reason_to_complain(
    folder: Path, arguments: list[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "tocmodel", *arguments],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        cwd=folder,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@needs_posix
def test_ctrl_c_ends_the_program_quietly(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tocmodel", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    assert process.stdin is not None
    process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: it is read, so we have begun
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, out, error) == (130, b"", b"")


def test_a_mistake_of_our_own_is_owned_up_to() -> None:
    code = (
        "import sys\n"
        "from tocmodel.cli import failures\n"
        "sys.excepthook = failures.own_mistake\n"
        "[][1]\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "IndexError" in done.stderr
    assert "This is a mistake in tocmodel, not in your file." in done.stderr


def test_only_the_program_changes_how_often_cycles_are_looked_for() -> None:
    code = (
        "import gc\n"
        "before = gc.get_threshold()\n"
        "import tocmodel, tocmodel.checks, tocmodel.cli\n"
        "print(gc.get_threshold() == before)\n"
        "tocmodel.cli.collect_rarely()\n"
        "print(gc.get_threshold()[0] > before[0], gc.isenabled())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]


def test_the_program_leaves_without_a_last_look_for_cycles() -> None:
    code = (
        "import atexit, gc\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0))\n"
        "import tocmodel.cli\n"
        "tocmodel.cli.collect_rarely()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]
