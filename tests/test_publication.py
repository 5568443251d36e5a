"""With ``--public`` nothing withheld is in any output of any command, in any format."""

import json
import re
from collections.abc import Callable, Mapping

import pytest
from commands import WRITING, commands, formats, options
from running_commands import Done, run_command
from withheld import FILES, readable, secrets_in

from tocmodel import TocModelError, draw, loads, to_diagram

ASKED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "draw": (
        ("zone.toc.yaml",),
        ("zone.toc.yaml", "--all"),
        ("zone.toc.yaml", "--expand", "harbour", "--show-progress", "--colour-by", "progress"),
    ),
    "print cards": (("zone.toc.yaml",),),
    "explain": (("zone.toc.yaml", "fed"),),
    "tell": (("zone.toc.yaml",),),
    "pathways": (("zone.toc.yaml", "club", "calm"),),
    "value": tuple(
        ("zone.toc.yaml", *part) for part in ((), ("--matrix",), ("--claims",), ("--plan",))
    ),
    "report": (
        ("zone.toc.yaml",),
        *(("zone.toc.yaml", "--for", name) for name in ("board", "lottery", "ref", "easy-read")),
    ),
    "logframe": (("zone.toc.yaml",),),
    "matrix": (("zone.toc.yaml",),),
    "indicators": (("zone.toc.yaml",), ("zone.toc.yaml", "--by", "period")),
    "progress": (("zone.toc.yaml",),),
    "analyse": (("zone.toc.yaml",),),
    "story form": (("--for", "zone.toc.yaml"),),
    "convert": (("zone.toc.yaml",),),
    "framework coverage": (("zone.toc.yaml", "value-creation"),),
    "show": (
        ("zone.toc.yaml",),
        ("zone.toc.yaml", "fed"),
        *(
            ("zone.toc.yaml", "--section", name)
            for name in ("stories", "evidence", "figures", "links", "sources", "reviews")
        ),
    ),
    "diff": (("zone.toc.yaml", "harbour.toc.yaml"),),
    "changelog": (("zone.toc.yaml",),),
    "portfolio": (("zone.toc.yaml",), ("zone.toc.yaml", "--heat", "value-creation")),
    "review": (("zone.toc.yaml", "--on", "2026-07-01"), ("zone.toc.yaml", "--log")),
}
"""What each command with ``--public`` is asked."""

AT_HOME = {
    "new": "it writes a person's own file",
    "check": "its findings are for those who keep the file",
    "collect": "its figures, as the data have them, are for those who keep the file",
    "tracker": "its counts, as the data have them, are for those who keep the tracker",
    "fmt": "it writes a person's own file",
    "migrate": "it writes a person's own file",
    "story read": "it writes a person's own file",
    "print canvas": "it has no words of a theory",
    "print value-canvas": "it has no words of a theory",
    "framework list": "it has no words of a theory",
    "framework show": "it has no words of a theory",
    "describe": "it has no words of a theory",
    "schema": "it has no words of a theory",
    "help": "it has no words of a theory",
    "completion": "it has no words of a theory",
}
"""The commands without ``--public``, and why they need none."""

CASES = [
    (command, words, format_)
    for command, questions in ASKED.items()
    for words in questions
    for format_ in formats(WRITING[command])
    if format_ != "png"  # no reader finds words in dots; svg has the same scene
]


REFUSED = re.compile("written as|writes .*, not|cannot go to standard output")
"""A part of a command may have fewer formats than the whole."""


def test_every_command_either_can_leave_out_or_has_nothing_to_leave_out() -> None:
    found = {name: "--public" in options(command) for name, command in commands()}
    assert {name for name, can in found.items() if can} == set(ASKED)
    assert {name for name, can in found.items() if not can} == set(AT_HOME)


def written(command: str, words: tuple[str, ...], format_: str, *more: str) -> Done:
    to = ("--format", format_, "-o", "-")
    return run_command((*command.split(), *words, *to, *more), FILES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {' '.join(case[1])} {case[2]}")
def test_nothing_withheld_is_in_an_output(case: tuple[str, tuple[str, ...], str]) -> None:
    done = written(*case, "--public")
    assert done.status == 0 or REFUSED.search(done.messages), done.messages
    text = "\n".join(readable(done.answer, case[2]))
    assert secrets_in(text + done.messages) == []
    if done.status == 0 and case[0] not in NO_NOTE and case[2] not in NO_NOTE:
        plain = re.sub(r"<[^>]*>|[|]", "", text)
        assert "Left out for publication: " in " ".join(f"{text} {plain}".split())


NO_NOTE = ("dot", "mermaid", "print cards", "story form")
"""Pictures as code, cards and forms have no room for a note; standard error has it."""


def test_each_format_would_have_held_what_is_withheld() -> None:
    cases = {format_: [case for case in CASES if case[2] == format_] for _, _, format_ in CASES}
    found = {
        format_: any(
            secrets_in("\n".join(readable(written(*case).answer, format_))) for case in asked
        )
        for format_, asked in cases.items()
    }
    assert [format_ for format_, holds in found.items() if not holds] == ["dagitty"]


def test_what_is_left_out_is_counted_once_for_each_theory() -> None:
    done = run_command(("show", "zone.toc.yaml", "--public"), FILES)
    assert done.messages == (
        "Left out for publication: 2 stories, 6 pieces of evidence, 6 quotations, "
        "4 descriptions of who said it, 8 figures below 10.\n"
        "Note: consent that has an end counts as ended; --as-of names the day of publication\n"
    )


@pytest.mark.parametrize(("day", "quotes"), [("2024-12-31", 2), ("2025-01-01", 1)])
def test_a_consent_holds_up_to_its_last_day(day: str, quotes: int) -> None:
    done = run_command(
        ("show", "harbour.toc.yaml", "fed", "--public", "--as-of", day, "-f", "json"), FILES
    )
    [outcome] = json.loads(done.answer)["outcomes"]
    assert len(json.loads(outcome["quotes"])) == quotes


def test_a_day_is_a_day() -> None:
    done = run_command(("show", "zone.toc.yaml", "--public", "--as-of", "2024"), FILES)
    assert (done.status, done.messages.splitlines()[-1]) == (
        2,
        "Error: Invalid value for '--as-of': '2024' is not a day, such as 2026-09-01",
    )


def test_a_public_view_is_always_drawn_as_for_the_public() -> None:
    done = written("draw", ("zone.toc.yaml", "--view", "shown"), "svg")
    assert secrets_in(done.answer.decode()) == []
    assert "Left out for publication: 2 stories" in done.messages
    theory = loads(FILES["harbour.toc.yaml"].decode() + "views: {v: {title: V, public: true}}")
    assert secrets_in(draw(theory).svg + to_diagram(theory).note) == []


@pytest.mark.parametrize("key", ["focus", "why"])
@pytest.mark.parametrize("make", [draw, to_diagram], ids=["draw", "to_diagram"])
def test_a_public_view_of_the_withheld_is_refused(make: Callable[..., object], key: str) -> None:
    theory = loads(FILES["harbour.toc.yaml"].decode())
    with pytest.raises(TocModelError) as refused:
        make(theory, public=True, **{key: "hush-letter"})
    assert str(refused.value) == (
        "the view 'Harbour' is public, but looks at what may not be published: "
        "choose another focus, or record a consent that names the web"
    )


def test_settings_and_indicators_say_what_is_small() -> None:
    theory = b"tocmodel: 1\ntitle: T\nindicators: {i: {title: I, observations: [{value: 12}]}}"
    settings = {"tocmodel.toml": b"suppress_below = 20\n", "t.toc.yaml": theory}
    assert b"less than 20" in run_command(("show", "t.toc.yaml", "i", "--public"), settings).answer


def test_a_file_is_changed_by_nobody_but_its_keepers() -> None:
    done = run_command(("convert", "x.xlsx", "--into", "zone.toc.yaml", "--public"), FILES)
    assert (done.status, "--into changes your file" in done.messages) == (2, True)
    done = run_command(("review", "zone.toc.yaml", "--record", "x", "--public"), FILES)
    assert (done.status, "--record changes FILE" in done.messages) == (2, True)


def test_a_published_file_says_so_and_can_be_published_again() -> None:
    words = ("convert", "zone.toc.yaml", "public.toc.yaml", "--public")
    made = run_command(words, FILES).files["public.toc.yaml"]
    assert b"Left out for publication: 2 stories" in made
    again = run_command(("show", "public.toc.yaml", "--public"), {**FILES, "public.toc.yaml": made})
    assert "1 story" not in again.messages
