"""Every command, given a wrong file or a wrong place to write to, says so in one sentence."""

import shlex
import sys
from pathlib import Path

import pytest
from cli_types import Run

READING = (
    "check {}",
    "fmt {}",
    "draw {}",
    "explain {} fed",
    "tell {}",
    "pathways {} club fed",
    "value {}",
    "value {} --claims",
    "report {}",
    "indicators {}",
    "progress {}",
    "collect {}",
    "review {}",
    "review {} --log",
    "review {} --record spring",
    "tracker {}",
    "logframe {}",
    "matrix {}",
    "analyse {}",
    "portfolio {}",
    "story form --for {}",
    "story read form.txt --into {}",
    "framework coverage {}",
    "framework coverage {} resilience",
    "migrate {} --to value-creation",
    "show {}",
    "diff {} zone.toc.yaml",
    "diff zone.toc.yaml {}",
    "changelog {}",
)
"""Each command that reads a theory; ``{}`` is the file."""

FORMS = ("story read {} --into zone.toc.yaml", "framework show {}")
"""Those that read another file: it may not be called like a theory."""

WRITING = (
    "check zone.toc.yaml -o {}.txt",
    "draw zone.toc.yaml -o {}.svg",
    "value zone.toc.yaml -o {}.csv",
    "framework coverage zone.toc.yaml resilience -o {}.html",
    "explain zone.toc.yaml fed -o {}.md",
    "tell zone.toc.yaml -o {}.md",
    "pathways zone.toc.yaml club fed -o {}.csv",
    "diff zone.toc.yaml zone.toc.yaml -o {}.json",
    "story form -o {}.txt",
    "report zone.toc.yaml -o {}.docx",
    "indicators zone.toc.yaml -o {}.csv",
    "progress zone.toc.yaml -o {}.csv",
    "collect zone.toc.yaml -o {}.csv",
    "review zone.toc.yaml -o {}.csv",
    "logframe zone.toc.yaml -o {}.html",
    "portfolio zone.toc.yaml -o {}.docx",
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX links and names")


def refused(run: Run, command: str, file: str) -> str:
    """The one sentence that a command answers with; everything else is a failure."""
    result = run(*(word.replace("{}", file) for word in command.split()))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("Error: ")
    return result.stderr.removeprefix("Error: ").removesuffix("\n")


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", READING)
def test_a_file_that_is_not_there_is_reported(run: Run, command: str) -> None:
    said = refused(run, command, "no.toc.yaml")
    assert said == (
        "cannot read 'no.toc.yaml': there is no such file; check the name and the folder"
    )


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", READING)
def test_a_folder_for_a_file_is_reported(run: Run, command: str) -> None:
    Path("empty.toc.yaml").mkdir()
    if command.startswith(
        ("check", "fmt", "analyse", "draw", "portfolio")
    ):  # these take folders of theories
        assert refused(run, command, "empty.toc.yaml").startswith("there is no ")
    else:
        assert refused(run, command, "empty.toc.yaml") == (
            "cannot read 'empty.toc.yaml': it is a folder; name a file in it"
        )


@posix
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", [*READING, *FORMS])
def test_a_link_in_a_circle_and_a_name_through_a_file_are_reported(run: Run, command: str) -> None:
    Path("round.framework.yaml").mkdir()
    loop = Path("round.framework.yaml") / "loop.txt"
    loop.symlink_to("loop.txt")
    assert refused(run, command, str(loop)).endswith("': its links form a circle")
    assert refused(run, command, "zone.toc.yaml/x").endswith(
        "': part of the path is a file, not a folder"
    )


@posix
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", READING)
def test_a_name_of_two_lines_is_in_one(run: Run, command: str) -> None:
    assert "'a\ufffdb.toc.yaml'" in refused(run, command, "a\nb.toc.yaml")


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", [name for name in READING if name != "portfolio {}"])
@pytest.mark.parametrize("data", [b"", bytes(range(256)), b"PK\x03\x04\x00", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_no_theory_is_answered_with_findings(
    run: Run, command: str, data: bytes
) -> None:
    Path("other.toc.yaml").write_bytes(data)
    result = run(*(word.replace("{}", "other.toc.yaml") for word in command.split()))
    assert result.exit_code == 1
    assert ": error TOC00" in result.stdout + result.stderr
    assert Path("other.toc.yaml").read_bytes() == data


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", WRITING)
def test_a_folder_to_write_to_that_is_not_there_is_reported(run: Run, command: str) -> None:
    said = refused(run, command, "no/out")
    assert said.startswith("cannot write 'no/out.")
    assert said.endswith("': there is no folder 'no'; make it first")


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", WRITING)
def test_a_folder_in_place_of_what_is_written_is_reported(run: Run, command: str) -> None:
    for ending in ("txt", "csv", "html", "md", "json", "docx"):
        Path(f"out.{ending}").mkdir()
    Path("out.svg").mkdir()
    result = run(*(word.replace("{}", "out") for word in command.split()))
    if command.startswith("draw"):  # it puts the picture into the folder
        assert (result.exit_code, [*Path("out.svg").iterdir()]) == (0, [Path("out.svg/zone.svg")])
    else:
        assert result.exit_code == 2
        assert "is a folder; name a file in it" in result.stderr


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("diff - -", "standard input can be read once; name a file for one of the two"),
        (
            "story read - --into zone.toc.yaml",
            "a form is read from a file, not from standard input; name the file",
        ),
        (
            "story read a.txt --into -",
            "standard input cannot be added to; name the theory's file",
        ),
        (
            "migrate - --to value-creation",
            "standard input cannot be changed; name the theory's file",
        ),
        ("new -", "a new theory goes into a file; name it, like zone.toc.yaml"),
        (
            "diff @HEAD zone.toc.yaml",
            "cannot read '@HEAD': there is no such file; check the name and the folder",
        ),
    ],
)
def test_a_wrong_use_of_standard_input_or_output_is_reported(
    run: Run, command: str, said: str
) -> None:
    assert refused(run, command, "") == said


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize(
    "typed", ["zone", "zone.yaml", "Zone.toc.yaml", "zoen.toc.yaml", "zone.toc"]
)
def test_a_name_that_is_nearly_right_is_put_right(run: Run, command: str, typed: str) -> None:
    assert refused(run, command, typed) == (
        f"cannot read '{typed}': there is no such file; did you mean 'zone.toc.yaml'?"
    )


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("command", READING)
def test_an_ending_that_an_editor_added_is_reported(run: Run, command: str) -> None:
    Path("gate.toc.yaml.txt").write_bytes(Path("zone.toc.yaml").read_bytes())
    assert refused(run, command, "gate.toc.yaml") == (
        "cannot read 'gate.toc.yaml': there is no such file; "
        "there is 'gate.toc.yaml.txt': remove .txt from its name"
    )


def test_an_ending_that_an_editor_added_is_reported_for_a_folder_and_for_the_file(
    run: Run, zone: Path
) -> None:
    other = Path("other")
    other.mkdir()
    zone.rename(other / "zone.toc.yaml.txt")
    assert refused(run, "check {}", "other").endswith(
        "or .toc.json: remove .txt from the name of 'zone.toc.yaml.txt'"
    )
    shown = run("show", "other/zone.toc.yaml.txt")
    assert shown.exit_code == 0
    assert shown.stderr == ("Note: the name of this file ends in .txt; call it 'zone.toc.yaml'\n")


@pytest.mark.parametrize("name", ["our zone.toc.yaml", "o'neill & co.toc.yaml", "a$b c.toc.yaml"])
def test_a_command_that_is_printed_can_be_pasted(run: Run, zone: Path, name: str) -> None:
    zone.rename(name)
    printed = [
        run("new", f"new {name}").stderr.partition("run  ")[2],
        run("story", "form", "-o", "a form.txt", "--for", name).stderr.partition("run  ")[2],
        run("explain", name, "nothing").stderr.split("; '", 1)[1].removesuffix("' lists them\n"),
    ]
    assert list(map(shlex.split, printed)) == [
        ["tocmodel", "check", f"new {name}"],
        ["tocmodel", "story", "read", "a form.txt", "--into", name],
        ["tocmodel", "show", name],
    ]
