"""Whatever a command writes, no theory and no other file that it reads is lost."""

import ast
import os
import sys
from pathlib import Path

import pytest
from cli_types import Run
from commands import (
    ARGUMENTS,
    PROJECT,
    READS,
    WRITING,
    contents,
    formats,
    make_project,
    options,
    usual_formats,
)

import tocmodel.cli
from tocmodel.cli.overwriting import refusal

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege")


@pytest.fixture
def project(folder: Path) -> dict[str, bytes]:
    """A project in the current folder: what each of its files holds."""
    return make_project(folder)


def tries(command: str, output: str, *more: str) -> list[tuple[str, ...]]:
    """A command with this output: by the ending, and with a format that is named."""
    plain = (*command.split(), *ARGUMENTS[command], "-o", output, *more)
    named = formats(WRITING[command])
    return [plain, *([(*plain, "--format", named[0])] if named else [])]


def test_every_command_with_an_output_is_tried_here_and_has_force() -> None:
    assert set(WRITING) == set(ARGUMENTS) == set(READS)
    assert [name for name, command in WRITING.items() if "--force" not in options(command)] == []


def test_every_command_with_an_output_writes_another_file(
    project: dict[str, bytes], run: Run, folder: Path
) -> None:
    for command in ARGUMENTS:
        result = run(*command.split(), *ARGUMENTS[command], "-o", f"{command}.any", "--force")
        assert result.exit_code == 2, command  # the ending is not known ...
        named = formats(WRITING[command])
        arguments = ("--format", named[0]) if named else ()
        output = f"{command}.{'any' if named else 'json'}"
        if command == "framework show":
            arguments = ("--format", "text")
        result = run(*command.split(), *ARGUMENTS[command], "-o", output, *arguments)
        assert (result.exit_code in (0, 1), result.stdout) == (True, ""), result.stderr
        assert (folder / output).stat().st_size > 0
    assert contents(folder) == project


@pytest.mark.parametrize("command", ARGUMENTS)
def test_no_file_of_a_project_is_written_over(
    project: dict[str, bytes], run: Run, folder: Path, command: str
) -> None:
    for name in PROJECT:
        if name != "zone.json":  # nothing shows that it is a theory until it is read
            for words in tries(command, name):
                assert run(*words).exit_code == 2, words
    assert contents(folder) == project


@pytest.mark.parametrize("command", ARGUMENTS)
def test_what_is_read_is_not_written_over_even_by_force(
    project: dict[str, bytes], run: Run, folder: Path, command: str
) -> None:
    for name in READS[command]:
        for spelled in (name, f"./{name}", str(folder / name)):
            for words in tries(command, spelled, "--force"):
                assert run(*words).exit_code == 2, words
    assert contents(folder) == project


@needs_links
@pytest.mark.parametrize("command", [name for name in ARGUMENTS if READS[name]])
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_what_is_read_is_known_by_another_name(
    project: dict[str, bytes], run: Run, folder: Path, command: str, link: object
) -> None:
    named = usual_formats(command)
    is_table = {"csv", "edges"} & {*named}
    ending = "svg" if "svg" in named else "csv" if is_table else "txt" if "text" in named else "md"
    for number, name in enumerate(READS[command]):
        other = f"link-{number}.{ending}"
        link(name, other)  # type: ignore[operator]  # one of the two functions
        words = (*command.split(), *ARGUMENTS[command], "-o", other)
        for more in ((), ("--force",)):
            result = run(*words, *more)
            assert (result.exit_code, result.stderr.splitlines()[-1]) == (
                2,
                f"Error: '{other}' is a file that this command reads; name another file to write",
            )
    assert contents(folder) == project


@pytest.mark.parametrize(
    "words",
    [
        ("check", "zone.json"),
        ("show", "zone.json"),
        ("analyse", "zone.json"),
        ("analyse", "."),
        ("portfolio", "."),
        ("explain", "zone.json", "fed"),
        ("diff", "zone.json", "harbour.toc.yaml"),
        ("diff", "harbour.toc.yaml", "zone.json"),
    ],
)
def test_a_theory_in_a_file_of_any_name_is_kept(
    project: dict[str, bytes], run: Run, folder: Path, words: tuple[str, ...]
) -> None:
    output = "zone.json"
    if words[-1] == ".":  # all theories in a folder are read
        (folder / "mine.toc.json").write_bytes(project["other.toc.json"])
        os.link("mine.toc.json", "figures.json")
        output = "figures.json"
    for more in ((), ("--force",)):
        result = run(*words, "-o", output, *more)
        assert (result.exit_code, result.stderr) == (
            2,
            f"Error: '{output}' is a file that this command reads; name another file to write\n",
        )
    assert contents(folder) == project


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("other.toc.yaml", "a theory"),
        ("OTHER.TOC.YML", "a theory"),
        ("other.toc.json", "a theory"),
        ("other.framework.yml", "a framework"),
        ("tocmodel.toml", "a file with settings"),
    ],
)
def test_what_a_person_wrote_is_replaced_by_force_only(
    project: dict[str, bytes], run: Run, folder: Path, name: str, kind: str
) -> None:
    path = folder / name
    assert refusal(path) == (
        f"'{path}' is {kind}; name another file to write, or use --force to replace it"
    )
    assert refusal(path, force=True) == ""
    words = ("show", "zone.toc.yaml", "-o", name, "--format", "text")
    assert run(*words).exit_code == 2
    assert contents(folder) == project
    result = run(*words, "--force")
    assert (result.exit_code, result.stderr) == (0, f"Wrote {name}\n")
    assert path.read_text(encoding="utf-8").startswith("Breakfast club\n")


@pytest.mark.parametrize("command", [name for name in ARGUMENTS if formats(WRITING[name])])
def test_force_and_a_format_that_is_named_replace_another_theory(
    project: dict[str, bytes], run: Run, folder: Path, command: str
) -> None:
    offered = formats(WRITING[command])
    name = "text" if "text" in offered else offered[0]
    words = (*command.split(), *ARGUMENTS[command], "-o", "other.toc.yaml", "--format", name)
    assert run(*words).exit_code == 2
    assert contents(folder) == project
    result = run(*words, "--force")
    assert (result.exit_code in (0, 1), result.stdout) == (True, "")
    shown = run(*words[:-4], "-o", "-", "--format", name).stdout_bytes
    assert contents(folder) == {**project, "other.toc.yaml": shown}


def test_the_template_of_a_framework_does_not_replace_a_theory(
    project: dict[str, bytes], run: Run, folder: Path
) -> None:
    words = ("framework", "show", "fairness-commission", "--template", "commission")
    result = run(*words, "-o", "other.toc.yaml")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: 'other.toc.yaml' is a theory; name another file to write, or use --force to "
        "replace it\n"
    )
    assert contents(folder) == project
    assert run(*words, "-o", "other.toc.yaml", "--force").exit_code == 0
    assert b"commission" in (folder / "other.toc.yaml").read_bytes()


def test_a_form_and_a_picture_are_treated_as_what_they_are(
    project: dict[str, bytes], run: Run, folder: Path
) -> None:
    Path("a.txt").write_text("filled in")
    Path("a.svg").write_text("an earlier picture")
    said = "Error: 'a.txt' exists already; use another name, or use --force to replace it\n"
    assert run("story", "form", "-o", "a.txt").stderr == said
    assert run("new", "a.txt", "--template", "story").stderr == said
    assert Path("a.txt").read_text() == "filled in"
    assert run("draw", "zone.toc.yaml", "-o", "a.svg").exit_code == 0
    assert Path("a.svg").read_text(encoding="utf-8").startswith("<?xml")


@needs_links
def test_a_folder_of_pictures_keeps_what_its_names_lead_to(
    project: dict[str, bytes], run: Run, folder: Path
) -> None:
    Path("pictures").mkdir()
    Path("pictures/zone-children.svg").symlink_to("../other.toc.yaml")
    result = run("draw", "zone.toc.yaml", "--all", "-o", "pictures")
    target = Path("pictures", "zone-children.svg")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            f"Error: '{target}' is a theory; name another file to write, "
            "or use --force to replace it\n"
        ),
    )
    assert sorted(path.name for path in Path("pictures").iterdir()) == ["zone-children.svg"]
    assert contents(folder) == project


def test_a_new_theory_is_not_written_over_the_example_that_it_copies(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = folder / "mine.toc.yaml"
    example.write_text("tocmodel: 1\ntitle: Mine\n")
    monkeypatch.setattr("tocmodel.starters.examples", lambda: {"mine": example})
    result = run("new", "mine.toc.yaml", "--example", "mine", "--force")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: 'mine.toc.yaml' is a file that this command reads; name another file to write\n",
    )
    assert example.read_text() == "tocmodel: 1\ntitle: Mine\n"


def test_an_earlier_state_of_a_file_is_that_file(run: Run, folder: Path) -> None:
    path = folder / "zone.json"
    path.write_text(PROJECT["zone.json"])
    git = "git -c user.name=A -c user.email=a@example.org"
    assert os.system(f"git init -q && git add . && {git} commit -qm first") == 0
    result = run("diff", "zone.json@HEAD", "zone.json@HEAD", "-o", "zone.json", "--force")
    assert (result.exit_code, path.read_text()) == (2, PROJECT["zone.json"])


def test_a_device_may_be_written(project: dict[str, bytes], run: Run) -> None:
    result = run("check", "zone.toc.yaml", "-o", os.devnull)
    assert (result.exit_code, result.stderr) == (0, f"Wrote {os.devnull}\n")


def test_the_command_line_writes_by_one_function() -> None:
    """A command that wrote by itself would not ask whether it may."""
    names = {"write_atomically", "replace_file", "write_text", "write_bytes", "open"}
    folder = Path(tocmodel.cli.__file__).parent
    found = {
        f"{path.name}: {name}"
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name | ast.Attribute)
        and (name := node.id if isinstance(node, ast.Name) else node.attr) in {*names, "save"}
    }
    assert found == {
        "output.py: write_atomically",
        "failures.py: open",  # the null device
        "streams.py: open",  # the same, where a standard stream is closed
    }


def test_files_of_a_person_are_read_by_one_function() -> None:
    """What is read in another way is not known to be read, and might be written over."""
    folder = Path(tocmodel.cli.__file__).parent.parent
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"read_bytes", "read_text", "open"}
    }
    own = {  # files that come with tocmodel
        "documents/writers/pdf.py",
        "frameworks/read.py",
        "layout/fonts/bundled_font.py",
        "layout/fonts/typefaces.py",
        "page/base.py",
        "schema/schema_files.py",
        "wording/languages/__init__.py",
    }
    assert found - own == {
        "cli/failures.py",  # writes to the null device
        "cli/streams.py",  # opens it where a standard stream is closed
        "system/locking.py",  # the lock beside a file
        "system/reading.py",  # the function
        "system/writing.py",  # the draft
        "package/archive.py",  # the parts of a workbook that was read
        "system/files.py",  # writes to devices and pipes
    }
