"""Command lines, settings and standard input: an answer or a sentence, and an exit status."""

from collections.abc import Sequence
from typing import Any

import click
from commands import ARGUMENTS, PROJECT, commands
from hypothesis import strategies as st
from odd_labels import ODD
from running_commands import run_command

from surfaces.damage import damaged_text
from surfaces.model import Case, Surface
from surfaces.theory_files import PIECES, whole_theories

FILES = {
    **{name: text.encode() for name, text in PROJECT.items()},
    "gate.story.txt": b"Story: At the gate\nCycle: applied\nSays: We wave.\n",
    "broken.toc.yaml": b"tocmodel: [\xff",
}
UNPROTECTED = {"zone.json", "gate.story.txt"}
"""Files that ``--output`` may name: nothing shows what they are until they are read."""
CHANGING = ("new", "fmt", "migrate", "story read")
"""The commands that may change a theory that they are given."""

COMMANDS = dict(commands())
USUAL: dict[str, tuple[str, ...]] = {
    **ARGUMENTS,
    "new": ("fresh.toc.yaml",),
    "story read": ("gate.story.txt",),
    "framework list": (),
    "migrate": ("zone.toc.yaml",),
    "describe": ("outcomes",),
    "help": ("check",),
    "completion": ("bash",),
}
"""Arguments with which each command does its work."""

# No folder outside: "check /" would look through the whole disk.
WORDS = [
    *FILES,
    *("fed", "club", "idea", "circle", "harbour", "harbour/ready", "overview", "children"),
    *(
        "strands",
        "resilience",
        "value-creation",
        "TOC204",
        "TOC",
        "outcomes",
        "links",
        "HEAD",
        "en",
    ),
    *("TOC204=error", "TOC204=", "=", "idea=applied", "coverage", "2024-01-01", "2019/2018"),
    *("-", "--", ".", "", " ", "nothing", "no/such/file.toc.yaml", "/nowhere/x.svg"),
    *("out.svg", "out.PNG", "out.pdf", "out.json", "out.csv", "out.xlsx", "out.log", "out"),
    *("/dev/null", "x" * 300 + ".svg", "\udcff.toc.yaml", "~/x", "%s", "{}"),
    *("0", "1", "-1", "3", "0.5", "1e3", "1e999", "nan", "inf", "9" * 30, "\u0664"),
    *ODD,
]
_WORDS = st.sampled_from(WORDS)
_ENDLESS = ("--watch",)
_ASKS_FOR_A_TRACEBACK = ("--debug",)


@st.composite
def _command_lines(draw: st.DrawFn) -> Case:
    """A command, some of its options with values of any sort, and any arguments."""
    name = draw(st.sampled_from(list(COMMANDS)))
    words = [*name.split(), *(USUAL.get(name, ()) if draw(st.booleans()) else draw(_SOME_WORDS))]
    known = [
        option
        for option in COMMANDS[name].params
        if isinstance(option, click.Option)
        and not {*option.opts} & {*_ENDLESS, *_ASKS_FOR_A_TRACEBACK}
    ]
    for _ in range(draw(st.integers(0, 3))):
        option = draw(st.sampled_from(known))
        words.append(draw(st.sampled_from(option.opts)))
        if not option.is_flag:
            words.append(draw(_values(option)))
    return Case(words=tuple(words))


_SOME_WORDS = st.lists(_WORDS, max_size=3)


def _values(option: click.Option) -> st.SearchStrategy[str]:
    kind: Any = option.type
    if isinstance(kind, click.Choice):
        usual = st.sampled_from([str(choice) for choice in kind.choices])
        return st.one_of(usual, usual, _WORDS)
    return _WORDS


def _run(case: Case) -> bool:
    done = run_command(case.words, FILES)
    if " ".join(case.words[:2]).startswith(CHANGING):
        return done.status == 0
    output = _outputs(case.words)
    changed = {name for name, content in FILES.items() if done.files.get(name) != content}
    assert changed <= UNPROTECTED or "--force" in case.words, changed
    made = done.files.keys() - FILES.keys()
    assert not made or output or case.words[0] in ("draw", "print"), made
    return done.status == 0


def _outputs(words: Sequence[str]) -> bool:
    return any(word.startswith(("-o", "--out")) for word in words)


# Settings.

SETTINGS = [
    *("ignore = ", "select = ", "severity = ", "fail_on = ", "font = ", "other = "),
    *('["TOC101"]', '"TOC2"', '["no-goal", "TOC9"]', '{TOC204 = "error"}', '"never"', '"warning"'),
    *("\n", "\n", "\n", "[tool.tocmodel]\n", "[severity]\n", "[[ignore]]\n", "# \n"),
    *("[", "]", "{", "}", '"', "'''", "=", ".", "1", "1e999", "true", "2024-01-01", "[" * 3000),
    *("\x00", "\ud800", "\u202e", "é", "\ufeff", '"../../etc/passwd"', '["x\\u0000.ttf"]'),
]
_SOME_SETTINGS = st.lists(st.sampled_from(SETTINGS), max_size=8).map("".join)
_LINES = st.lists(
    st.builds("{}{}\n".format, st.sampled_from(SETTINGS[:6]), st.sampled_from(SETTINGS[6:12])),
    max_size=3,
    unique=True,
).map("".join)


def _settings(name: str, text: str) -> Case:
    head = "[tool.tocmodel]\n" if name == "pyproject.toml" else ""
    return Case({name: (head + text).encode("utf-8", "surrogatepass")})


def _run_with_settings(case: Case) -> bool:
    files = {"zone.toc.yaml": FILES["other.toc.yaml"], **case.files}
    done = run_command(("check", "zone.toc.yaml"), files)
    assert done.files == files
    return done.status < 2 or not done.messages.startswith("Error: ")


# Standard input.


def _given(text: str) -> Case:
    return Case({"-": text.encode("utf-8", "surrogatepass")})


def _run_with_input(case: Case) -> bool:
    done = run_command(("check", "-", "--format", "json"), {}, case.files["-"])
    assert done.files == {}
    return done.status == 0


SURFACES = (
    Surface("command line: any words", _command_lines(), _run, examples=60),
    Surface(
        "settings: any text",
        st.builds(
            _settings, st.sampled_from(["tocmodel.toml", "pyproject.toml"]), _SOME_SETTINGS | _LINES
        ),
        _run_with_settings,
    ),
    Surface(
        "standard input: damaged text",
        st.deferred(lambda: damaged_text(whole_theories(), PIECES)).map(_given),
        _run_with_input,
        examples=10,
    ),
)
