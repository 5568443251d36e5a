"""What SECURITY.md promises, tried with every command, and its limits, which the code has."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import watched
from click.testing import CliRunner
from commands import ARGUMENTS, WRITING, contents, formats, make_project, usual_formats

import tocmodel
from tocmodel.analysis import chosen_loops, loops
from tocmodel.analysis.explanation.explain import MOST_LOOPS
from tocmodel.analysis.publication.group_sums import MOST_GROUPS
from tocmodel.cli import guide
from tocmodel.cli.program import program
from tocmodel.cli.story_survey import LARGEST_MAP
from tocmodel.conversion import choices, convert, graph_text, lz_string, markup, sheets
from tocmodel.conversion.drawn import MOST_COMPARED
from tocmodel.conversion.linked_data import MOST_OBJECTS
from tocmodel.conversion.readers import causal_map, drawio, opml, outline, powerpoint
from tocmodel.conversion.workbook.read import WORKBOOK_LIMITS as THEORY_BOOK
from tocmodel.data import collect_figures, count_tracker, postgresql_engine
from tocmodel.data.files import WORKBOOK_LIMITS as PUPILS
from tocmodel.diagnostics import MOST_PROBLEMS, MOST_SUGGESTIONS
from tocmodel.diagram.frames import MOST_FRAMES
from tocmodel.diagram.sentences import MOST_REASONS
from tocmodel.documents.own_templates.environment import LARGEST_TEMPLATE, LARGEST_UNPACKED
from tocmodel.drawing import logo
from tocmodel.drawing.earlier import PictureLimits
from tocmodel.fileformat import includes, loading
from tocmodel.fileformat.ids.too_many_links import MOST_LINKS
from tocmodel.guide.question import LONGEST_ANSWER
from tocmodel.layout import place
from tocmodel.layout.fonts import typefaces
from tocmodel.layout.table import place as table
from tocmodel.layout.trends.place import MOST_CHARTS
from tocmodel.page.drawing_page import MOST_OPENED
from tocmodel.picture_set import regions
from tocmodel.portfolios.measure import MOST_ENTRIES
from tocmodel.render.png import MOST_PIXELS
from tocmodel.schema.explain import ENOUGH
from tocmodel.schema.pieces import PIECE
from tocmodel.schema.unknown_keys import MOST_UNKNOWN
from tocmodel.slides import plan
from tocmodel.slides.powerpoint.template import TemplateLimits
from tocmodel.stories import model as form
from tocmodel.syntax import LARGEST, recovery
from tocmodel.syntax import yaml as syntax
from tocmodel.syntax.corrections import LONGEST_LINE
from tocmodel.system import locking, reading
from tocmodel.system.git import LARGEST_ANSWER, TIME_LIMIT
from tocmodel.workbook import LIMITS as WORKBOOK
from tocmodel.workshop.theory_cards import MOST_CARDS

PROGRAMS = {
    "git",
    "dot",
    "graphviz-pure",
    Path(sys.executable).name,  # runs pygraphviz, where it can be stopped
    "bash",  # click looks up its version, for 'completion bash'
}


def runs() -> dict[str, list[str]]:
    """Every command in every format, by the file that it writes."""
    found: dict[str, list[str]] = {}
    for command, arguments in ARGUMENTS.items():
        offered = usual_formats(command)
        if command == "framework show":
            offered = formats(WRITING[command])
        for format_ in offered or ("json",):
            name = f"{command.replace(' ', '-')}.{'out' if offered else 'json'}.{format_}"
            chosen = ("--format", format_) if offered else ()
            words = TEMPLATE if format_ == "theory" else arguments
            found[name] = [*command.split(), *words, "-o", name, *chosen]
    return found


TEMPLATE = ("fairness-commission", "--template", "commission")
CHANGING = {
    "new.toc.yaml": ["new", "new.toc.yaml"],
    "harbour.toc.yaml": ["story", "read", "form.story.txt", "--into", "harbour.toc.yaml"],
    "zone.toc.yaml": ["migrate", "zone.toc.yaml", "--to", "value-creation-2011"],
}
PRINTING = [
    ["describe", "outcomes"],
    ["describe", "TOC204"],
    ["framework", "list"],
    ["show", "zone.toc.yaml", "fed"],
    ["completion", "bash"],
]


HOSTILE = r"""
tocmodel: 1
title: "A zone\e[2J\x07"
spaces:
  space: {title: "A circle\e]0;x\x07"}
interventions:
  visits: {title: "Visits\e[31m", classified_as: {resilience: [basics]}}
outcomes:
  ask: {title: "They ask\r\x1b\x9b1m", horizon: short, who: "families\x9b31m"}
value_creation:
  idea: {title: "An idea\e[1m", space: space, cycle: potential}
links:
  - {from: visits, to: ask, because: "a reason\x08\e[0m"}
reviews:
  first: {title: "A review\e[1m", date: 2024-05-01, decided: "to go on\e[1m"}
"""
"""Words with which a terminal would clear its screen, turn red or change its title."""

SHOWING = {
    "check": ("zone.toc.yaml",),
    "draw": ("zone.toc.yaml", "-o", "-"),
    "explain": ("zone.toc.yaml", "ask"),
    "tell": ("zone.toc.yaml",),
    "pathways": ("zone.toc.yaml", "visits", "ask"),
    "value": ("zone.toc.yaml",),
    "report": ("zone.toc.yaml",),
    "indicators": ("zone.toc.yaml",),
    "progress": ("zone.toc.yaml",),
    "collect": ("zone.toc.yaml",),
    "review": ("zone.toc.yaml",),
    "logframe": ("zone.toc.yaml",),
    "matrix": ("zone.toc.yaml",),
    "portfolio": ("zone.toc.yaml",),
    "analyse": ("zone.toc.yaml",),
    "framework coverage": ("zone.toc.yaml", "resilience"),
    "show": ("zone.toc.yaml",),
    "diff": ("empty.toc.yaml", "zone.toc.yaml"),
    "changelog": ("zone.toc.yaml",),
}
NOT_FOR_TERMINALS = {"png", "pdf", "pptx", "xlsx", "docx", "json", "sarif"}
"""Pictures and workbooks, and JSON, which keeps every character for a program."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What all commands did in a project, as Python's audit hooks saw it."""
    folder = tmp_path_factory.mktemp("project")
    before = make_project(folder)
    (folder / "form.story.txt").write_text("Story: At the gate\nCycle: applied\nSays: We wave.\n")
    done = subprocess.run(
        [sys.executable, watched.__file__],
        input=json.dumps([*runs().values(), *PRINTING, *CHANGING.values()]),
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    changed = {name for name, text in contents(folder).items() if before[name] != text}
    assert changed == {"harbour.toc.yaml", "zone.toc.yaml"}  # as the last commands should
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_every_command_did_its_work(seen: dict[str, list[str]]) -> None:
    assert [status for status in seen["statuses"] if status[:2] not in ("0 ", "1 ")] == []


def test_no_command_uses_the_network(seen: dict[str, list[str]]) -> None:
    assert seen["network"] == []


def test_only_git_the_layout_engines_and_bash_are_started(seen: dict[str, list[str]]) -> None:
    assert {Path(program).name for program in seen["processes"]} <= PROGRAMS


def test_only_the_file_that_was_asked_for_is_written(seen: dict[str, list[str]]) -> None:
    """``new`` also writes the schema into a folder beside the theory, for the editor."""
    ours = re.compile(r"\.tocmodel-[0-9a-f]{8}\.(draft|lock)")
    names = {Path(path).name for path in seen["written"] if path != os.devnull}
    written = {name for name in names if not ours.fullmatch(name)}
    assert written == {*runs(), *CHANGING, ".tocmodel", "theory.schema.json"}


@pytest.mark.parametrize("command", SHOWING)
def test_no_words_of_a_theory_control_the_terminal(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("zone.toc.yaml").write_text(HOSTILE, encoding="utf-8")
    Path("empty.toc.yaml").write_text("tocmodel: 1\ntitle: A zone\n", encoding="utf-8")
    for format_ in sorted({*usual_formats(command)} - NOT_FOR_TERMINALS):
        words = [*command.split(), *SHOWING[command], "--format", format_]
        result = CliRunner().invoke(program, words, prog_name="tocmodel")
        shown = result.stdout.replace("\r\n", "\n").removeprefix("\ufeff") + result.stderr
        assert result.exit_code in (0, 1), (words, result.stderr)
        assert shown, words
        assert [letter for letter in shown if is_control(letter)] == [], words


def is_control(letter: str) -> bool:
    """Whether a terminal acts on the character; a line break is one of tocmodel's own."""
    return letter != "\n" and unicodedata.category(letter) == "Cc"


PACKAGES = Path(tocmodel.__file__).parent.parent
MIB = 1024 * 1024
SLIDES = TemplateLimits()
EARLIER = PictureLimits()
LIMITS = f"""
| a theory or a framework | {LARGEST // MIB} MiB, {syntax.DEEPEST} levels of nesting |
| a file with settings | {reading.LARGEST_SETTINGS // MIB} MiB |
| a template of a report | {LARGEST_TEMPLATE // MIB} MiB; a Word template unpacks to at most \
{LARGEST_UNPACKED // MIB} MiB |
| a pipe or a device in place of a file | {reading.PIPE_TIME_LIMIT:g} seconds |
| boxes of a picture that a page also shows with its groups open | {MOST_OPENED} |
| links from lists at their ends (`from: [a, b]`) | {MOST_LINKS:,} |
| mistakes listed for one file | {syntax.MOST_FINDINGS} of syntax, {MOST_PROBLEMS} of any other \
kind, {loading.MOST_PLACES} further places of each |
| mistakes that are explained | {MOST_UNKNOWN} unknown keys of a mapping, {ENOUGH} in a part of \
{PIECE:,} values |
| names for which a similar one is suggested | {MOST_SUGGESTIONS} |
| typing mistakes that are looked for | in lines of up to {LONGEST_LINE:,} characters; reading \
starts again {recovery.MOST_MENDED} times, for up to {recovery.LONGEST_MENDED // MIB} MiB of text |
| theories within theories | {includes.DEEPEST} deep, {includes.MOST_THEORIES:,} theories, \
{includes.MOST // MIB} MiB in all, counted as often as included |
| a neighbouring file that is searched for includes | {includes.LARGEST_INCLUDER // 10**6} MB |
| figures of an indicator from data (`collect`); groups of a tracker | \
{collect_figures.MOST_FIGURES:,}; {count_tracker.MOST_GROUPS:,} |
| rows of a tracker that are searched for pupils who appear twice | \
{count_tracker.MOST_ROWS_COMPARED:,}; if there are more, a note says that they were not \
searched |
| a workbook with data | {PUPILS.size // MIB} MiB, {PUPILS.content // MIB} MiB unpacked, \
{PUPILS.rows:,} rows, {PUPILS.cells:,} cells, {PUPILS.tags:,} tags, \
{PUPILS.text // MIB} MiB of text |
| an answer of a database | {postgresql_engine.TIME_LIMIT} seconds |
| a story form as text or CSV | {form.LARGEST_FORM // MIB} MiB, {form.MOST_ROWS:,} rows, \
{MOST_PROBLEMS} problems |
| a story form as a workbook | {WORKBOOK.size // MIB} MiB, {WORKBOOK.content // MIB} MiB unpacked, \
{WORKBOOK.rows:,} rows, {WORKBOOK.cells:,} cells, {WORKBOOK.tags:,} tags |
| a workbook with a theory (.xlsx, .ods) | {THEORY_BOOK.size // MIB} MiB, \
{THEORY_BOOK.content // MIB} MiB unpacked, {THEORY_BOOK.rows:,} rows, {THEORY_BOOK.cells:,} cells, \
{THEORY_BOOK.tags:,} tags, {THEORY_BOOK.text // MIB} MiB of text |
| any file of another program | {convert.LARGEST_FOREIGN // MIB} MiB |
| the map of a survey | {LARGEST_MAP // MIB} MiB |
| a table of another program, or a survey | {sheets.MOST_ROWS:,} rows, {sheets.MOST_CELLS:,} cells |
| an outline of another program | {outline.MOST_LINES:,} lines as text; {opml.LIMITS.tags:,} tags \
and {opml.LIMITS.depth} levels in OPML |
| a PRSM map, unpacked | {lz_string.LARGEST // MIB} million characters |
| a mapping file (`convert --mapping`) | {choices.LARGEST_MAPPING // MIB} MiB |
| a graph of another program as text (Mermaid, DOT, DAGitty) | \
{graph_text.LARGEST_GRAPH_TEXT // MIB} MiB, {graph_text.MOST_GRAPH_ARROWS:,} arrows, \
{graph_text.DEEPEST_GRAPH} levels of nesting |
| XML or an archive of another program | {markup.LIMITS.size // MIB} MiB \
({powerpoint.LIMITS.size // MIB} MiB with pictures), {markup.LIMITS.content // MIB} MiB unpacked, \
{markup.LIMITS.tags:,} tags, {markup.LIMITS.depth} levels of nesting; no entities |
| a Causal Map workbook | {causal_map.LIMITS.size // MIB} MiB, \
{causal_map.LIMITS.rows:,} rows, {causal_map.LIMITS.cells:,} cells |
| a drawing of another program | {powerpoint.MOST_SLIDES} slides, {drawio.DEEPEST_CONTAINER} \
containers within one another; shapes are compared on pages with up to {MOST_COMPARED:,} |
| JSON-LD of another program | {MOST_OBJECTS:,} objects |
| a PowerPoint template | {SLIDES.size // MIB} MiB, {SLIDES.content // MIB} MiB unpacked, \
{SLIDES.parts:,} parts; no macros, no entities |
| slides for loops | {plan.MOST_LOOPS} for a picture |
| boxes on the page of one region of a large map | {regions.MOST_BOXES}; a larger \
region is divided |
| loops drawn as circles | {chosen_loops.MOST_LOOPS} for a picture, of at most \
{chosen_loops.LONGEST} links; longer ones need a name |
| the logo of a project | {logo.LARGEST_LOGO // 1024} KiB, {logo.MOST_DOTS:,} dots, \
{logo.MOST_ELEMENTS:,} elements of SVG, which only draw |
| an earlier picture (`draw --keep-positions`) | {EARLIER.size // MIB} MiB, \
{EARLIER.tags:,} tags, {EARLIER.depth} levels of nesting; no entities |
| a font file | {typefaces.MOST_BYTES // MIB} MiB |
| a picture | {place.MOST_BOXES} boxes, {place.MOST_ARROWS:,} arrows |
| frames around a box, of groups and parts | {MOST_FRAMES}; what is deeper is in the innermost of \
them |
| reasons in the words of one arrow | {MOST_REASONS} |
| an answer in the guide (`new --guide`) | {LONGEST_ANSWER:,} characters; {guide.MOST_TYPED:,} \
lines in one run, of at most {guide.LONGEST_TYPED // MIB} MiB each |
| cards to print | {MOST_CARDS:,}, which is {MOST_CARDS // 8} sheets |
| groups of people whose sums are worked out with `--public`, even if no figure is about them \
| {MOST_GROUPS}; beyond these, only sums of groups that figures are about |
| a PNG | {MOST_PIXELS // 1_000_000} million dots; a larger picture gets fewer dots |
| a picture of a table | {table.MOST_CELLS:,} cells, {table.MOST_HEADINGS:,} headings |
| small charts in a picture | {MOST_CHARTS:,} |
| entries of one theory that are compared with those of others | {MOST_ENTRIES:,}; the output \
says how many are left out |
| laying out a picture | 30 seconds, or `--time-limit` |
| one answer from git | {TIME_LIMIT:g} seconds, {LARGEST_ANSWER // MIB} MiB |
| loops listed | {loops.LIMIT:,}; {MOST_LOOPS:,} in an explanation |
| waiting for another run that writes the same file | {locking.LONGEST_WAIT:g} seconds |
"""

LIMIT = re.compile(
    r"^((?:MOST|LARGEST|LONGEST|DEEPEST|TIME_LIMIT|PIPE_TIME_LIMIT)\w*)\b.* = ", re.MULTILINE
)
OTHERS = {
    "diagram/colours.py: MOST",  # of what a picture or an answer shows: the rest is counted there
    "diagram/difference.py: MOST",
    "cli/guide.py: MOST_FINDINGS",
    "conversion/notes.py: MOST_LINES",
    "guide/steps/changes.py: MOST_STEPS_BACK",
    "narrative/prose.py: MOST_NAMED",
    "slides/division.py: MOST_BOXES",
    "guide/edits.py: LONGEST_ID",
    "conversion/json_parts.py: LONGEST_FIELD_NAME",
    "conversion/elements.py: LONGEST_TEXT",  # of the language, in its schema
    "conversion/elements.py: LONGEST_TITLE",
    "guide/question.py: LONGEST_NAME",
    "render/workbook.py: MOST_LETTERS",  # of a cell in Excel
    "page/explore.py: MOST_LOOPS",
    "diagram/summary.py: MOST",
    "diagram/why.py: MOST",
    "narrative/choose.py: MOST_LINKS",
    "report/framework.py: MOST",
    "report/outline.py: MOST",
    "report/pathways.py: MOST",
    "report/value.py: MOST_FLOWS",
    "schema/phrases.py: LONGEST",
    "layout/symbols/tall_boxes.py: MOST_LINES",
    "layout/table/place.py: MOST_LINES",  # as for cells, however few there are
    "layout/table/place.py: MOST_STOPS",
    "fileformat/loading.py: MOST_LOOKS",  # how often typing mistakes are corrected
    "schema/not_json.py: DEEPEST",  # as for a file
    "stories/model.py: LONGEST_ANSWER",  # of the language, in its schema
    "stories/model.py: LONGEST_TITLE",
    "stories/workbook.py: LARGEST_WORKBOOK",  # the same as the limit of any workbook
}
"""Constants with the name of a limit that need not be in the table, and why."""


def test_every_limit_of_the_code_is_on_the_page(repository: Path) -> None:
    page = (repository / "SECURITY.md").read_text(encoding="utf-8")
    folder = PACKAGES / "tocmodel"
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    found = {
        f"{path.relative_to(folder).as_posix()}: {name}"
        for path in folder.rglob("*.py")
        for name in LIMIT.findall(path.read_text(encoding="utf-8"))
        if not any(f"`{name}`" in row and f"/{path.name}`" in row for row in rows)
    }
    assert found == OTHERS


def test_the_page_has_the_limits_that_the_code_has(repository: Path) -> None:
    lines = (repository / "SECURITY.md").read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if ".py` |" in line]
    assert "\n".join(f"| {what} | {limit} |" for what, limit, *_ in rows) == LIMITS.strip()
    assert [what for what, _, why, _ in rows if not why] == []
    places = re.compile(r"((?:`\w+`(?: and |, )?)+) in `([\w/]+\.py)`")
    for names, file in (found for *_, cell in rows for found in places.findall(cell)):
        source = (PACKAGES / file).read_text(encoding="utf-8")
        assert [
            name
            for name in re.findall(r"\w+", names.replace(" and ", " "))
            if not re.search(rf"^ *{name}\b.* = ", source, re.MULTILINE)
        ] == [], file


def test_every_test_that_the_page_names_is_there(repository: Path) -> None:
    page = (repository / "docs/security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/.]+)`", page)
    assert len(named) > 10
    assert [name for name in named if not (repository / name).exists()] == []
