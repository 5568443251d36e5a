"""A format that is offered works, with each ending that goes with it and with no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_types import Run
from commands import ARGUMENTS, WRITING, commands, formats, make_project, options
from kinds import KINDS, is_kind

from tocmodel import formats as table
from tocmodel.formats import (
    ALSO,
    SOURCE_SUFFIXES,
    THEORY_SUFFIXES,
    WriterInput,
    names_from,
    suffixes_of,
)

NAMES = names_from(*WriterInput)
"""Every format there is."""

QUESTIONS: dict[str, dict[tuple[str, ...], str]] = {
    "draw": {
        ("zone.toc.yaml",): "svg png pdf dot mermaid html pptx drawio text",
        ("zone.toc.yaml", "--view", "children"): "svg png pdf dot mermaid html pptx drawio text",
        ("zone.toc.yaml", "--focus", "fed"): "svg png pdf dot mermaid html pptx drawio text",
        ("zone.toc.yaml", "--expand", "harbour"): "svg png pdf dot mermaid html pptx drawio text",
    },
    "tell": {
        ("zone.toc.yaml",): "text markdown json",
        ("zone.toc.yaml", "--plain"): "text markdown json",
    },
    "pathways": {("zone.toc.yaml", "club", "calm"): "text markdown json csv xlsx"},
    "value": {
        ("zone.toc.yaml",): "text markdown csv xlsx html svg png pdf",
        ("zone.toc.yaml", "--matrix"): "text csv xlsx html svg png pdf",
        ("zone.toc.yaml", "--claims"): "text markdown csv xlsx",
        ("zone.toc.yaml", "--plan"): "text markdown csv xlsx html svg png pdf json",
    },
    "framework coverage": {
        ("zone.toc.yaml", "strands"): "text markdown csv xlsx html svg png pdf",
        ("zone.toc.yaml", "strands", "--matrix"): "text csv xlsx html svg png pdf",
        ("zone.toc.yaml", "strands", "--heat"): "text csv xlsx html svg png pdf",
    },
    "framework show": {
        ("ours.framework.yaml",): "text markdown",
        ("resilience", "--template", "compartments"): "theory",
    },
    "report": {
        ("zone.toc.yaml",): "docx pdf markdown html",
        ("zone.toc.yaml", "--for", "board"): "docx pdf markdown html",
        ("zone.toc.yaml", "--sections", "evidence,sources"): "docx pdf markdown html",
    },
    "indicators": {
        ("zone.toc.yaml",): "text csv xlsx json docx pdf markdown html",
        ("zone.toc.yaml", "--by", "period"): "text csv xlsx json docx pdf markdown html",
    },
    "progress": {
        ("zone.toc.yaml",): "text markdown csv xlsx json svg png pdf docx html",
        ("zone.toc.yaml", "--lines"): "text markdown csv xlsx json svg png pdf docx html",
    },
    "collect": {("zone.toc.yaml",): "text csv xlsx json"},
    "review": {
        ("zone.toc.yaml",): "text markdown csv xlsx json docx pdf html",
        ("zone.toc.yaml", "--log"): "text markdown csv xlsx json docx pdf html",
    },
    "tracker": {
        ("zone.toc.yaml",): "text csv xlsx html svg png pdf json",
        ("zone.toc.yaml", "--table", "support"): "text csv xlsx html svg png pdf json",
        ("zone.toc.yaml", "--table", "demand"): "text csv xlsx html svg png pdf json",
    },
    "logframe": {("zone.toc.yaml",): "text csv xlsx html svg png pdf"},
    "matrix": {("zone.toc.yaml",): "text csv xlsx html svg png pdf"},
    "print cards": {
        (): "svg png pdf",
        ("zone.toc.yaml", "--section", "outcomes"): "svg png pdf",
    },
    "print canvas": {(): "svg png pdf"},
    "print value-canvas": {("--edition", "value-creation-2011"): "svg png pdf"},
    "explain": {("zone.toc.yaml", "fed"): "text markdown json svg png pdf"},
    "diff": {("harbour.toc.yaml", "zone.toc.yaml"): "text markdown json svg png pdf"},
    "show": {
        ("zone.toc.yaml",): "text csv xlsx json",
        ("zone.toc.yaml", "fed"): "text csv xlsx json",
        ("zone.toc.yaml", "--links"): "text csv xlsx json",
        ("zone.toc.yaml", "--section", "outcomes"): "text csv xlsx json",
    },
    "analyse": {
        ("zone.toc.yaml",): "text markdown json csv xlsx",
        ("--measure", "coverage"): "text markdown",
    },
    "portfolio": {
        (".",): "text csv xlsx json docx pdf markdown html",
        ("zone.toc.yaml", "--heat", "strands"): "text csv xlsx html svg png pdf",
    },
    "changelog": {("zone.toc.yaml",): "text markdown"},
    "check": {("zone.toc.yaml",): "text json sarif github junit"},
    "convert": {
        ("zone.toc.yaml",): (
            "workbook kumu kumu-sheets prsm edges outline logframe opml"
            " causal-map graphml gexf dagitty iati cids"
        )
    },
    "story form": {
        (): "text csv xlsx",
        ("--for", "zone.toc.yaml"): "text csv xlsx",
    },
    "schema": {(): "json", ("framework",): "json"},
}
"""What each command can be asked, and the formats in which it answers."""

EVERY = [
    pytest.param(command, words, tuple(answers.split()), id=" ".join((command, *words)))
    for command, questions in QUESTIONS.items()
    for words, answers in questions.items()
]
each_question = pytest.mark.parametrize(("command", "words", "answers"), EVERY)


@pytest.fixture(autouse=True)
def project(folder: Path) -> None:
    """A project in the current folder."""
    make_project(folder)


def offered(command: str) -> tuple[str, ...]:
    """The formats that a command offers."""
    return formats(WRITING[command]) or ("json",)


def endings(name: str) -> tuple[str, ...]:
    """The endings that go with a format which is named: its own, those it may have, any other."""
    return (*table.endings(name), *ALSO.get(name, ()), ".log")


def test_every_command_that_writes_is_asked_here_and_every_format_known() -> None:
    assert QUESTIONS.keys() == WRITING.keys() == ARGUMENTS.keys()
    assert set(KINDS) == set(NAMES)
    choosing = {name for name, command in commands() if "--format" in options(command)}
    assert choosing | {"schema"} == QUESTIONS.keys()


@pytest.mark.parametrize("command", QUESTIONS)
def test_every_format_that_a_command_offers_answers_one_of_its_questions(command: str) -> None:
    answered = {name for answers in QUESTIONS[command].values() for name in answers.split()}
    assert answered == set(offered(command))


@each_question
def test_a_format_that_is_named_gives_a_file_of_that_kind(
    run: Run, folder: Path, command: str, words: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    named = [("-f", name) for name in answers] if len(offered(command)) > 1 else [()]
    for name, option in zip(answers, named, strict=True):
        shown = run(*command.split(), *words, *option, "-o", "-")
        assert shown.exit_code in (0, 1), shown.stderr
        assert is_kind(name, shown.stdout_bytes)
        for ending in endings(name) if option else table.endings(name):
            written = run(*command.split(), *words, *option, "-o", f"answer{ending}")
            assert written.exit_code == shown.exit_code, written.stderr
            assert is_kind(name, (folder / f"answer{ending}").read_bytes()), ending
            (folder / f"answer{ending}").unlink()


@each_question
def test_an_ending_gives_a_file_of_its_kind_or_is_refused(
    run: Run, folder: Path, command: str, words: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    mine = suffixes_of(answers)
    before = sorted(folder.iterdir())
    theories = THEORY_SUFFIXES if command == "convert" else ()  # it writes these as well
    asked = dict.fromkeys((*suffixes_of(NAMES), *SOURCE_SUFFIXES, ".log", ".odt", ""))
    for ending in (ending for ending in asked if ending not in theories):
        result = run(*command.split(), *words, "-o", f"answer{ending}")
        if ending in mine:
            assert result.exit_code in (0, 1), result.stderr
            assert is_kind(mine[ending], (folder / f"answer{ending}").read_bytes()), ending
            (folder / f"answer{ending}").unlink()
        else:
            assert_refused(result.exit_code, result.stderr, answers)
        assert sorted(folder.iterdir()) == before, ending


@each_question
def test_a_format_that_does_not_answer_a_question_is_refused(
    run: Run, command: str, words: tuple[str, ...], answers: tuple[str, ...]
) -> None:
    for name in (name for name in offered(command) if name not in answers):
        for output in ((), ("-o", f"answer{endings(name)[0]}"), ("-o", "answer.log")):
            result = run(*command.split(), *words, "-f", name, *output)
            assert result.stdout == ""
            assert result.exit_code == 2, result.stderr
            (line,) = result.stderr.splitlines()
            assert all(answer in line for answer in answers) or "written as" in line


def assert_refused(code: int, line: str, answers: tuple[str, ...]) -> None:
    """A refusal is one line that lists the endings which the question can be answered with."""
    assert code == 2, line
    assert line.count("\n") == 1
    for name in answers:
        assert all(usual in line for usual in table.endings(name)[:1]), line


def mismatches(command: str) -> Iterator[tuple[str, str]]:
    """Each format of a command with each ending that means another kind of file."""
    for name in formats(WRITING[command]):
        for ending in (*suffixes_of(NAMES), *SOURCE_SUFFIXES):
            if ending not in endings(name):
                yield name, ending


@pytest.mark.parametrize("command", [name for name in QUESTIONS if formats(WRITING[name])])
def test_a_format_does_not_go_with_the_ending_of_another(
    run: Run, folder: Path, command: str
) -> None:
    before = sorted(folder.iterdir())
    for name, ending in mismatches(command):
        words = next(w for w, answers in QUESTIONS[command].items() if name in answers.split())
        result = run(*command.split(), *words, "-f", name, "-o", f"answer{ending}")
        usual = endings(name)[0]
        assert result.exit_code == 2
        assert result.stderr == (
            f"Error: --format {name} does not go with the ending '{ending}': leave out --format, "
            f"or end the name in {usual}\n"
        )
    assert sorted(folder.iterdir()) == before
