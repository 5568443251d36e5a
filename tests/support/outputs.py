"""What every command writes in every format about a theory that is full of some words."""

from collections.abc import Mapping
from functools import cache

from commands import ARGUMENTS, WRITING, formats
from payloads import HARMLESS, framework, theory
from running_commands import run_command
from structures import STRUCTURES

from tocmodel.characters import UNSAFE

Words = tuple[str, ...]

ASKED: Mapping[str, tuple[Words, ...]] = {
    **{name: (words,) for name, words in ARGUMENTS.items()},
    "draw": (("zone.toc.yaml",), ("zone.toc.yaml", "--view", "all")),
    "print cards": (("zone.toc.yaml",), ("zone.toc.yaml", "--plain")),
    "explain": (("zone.toc.yaml", "fed"), ("zone.toc.yaml", "debt")),
    "tell": (("zone.toc.yaml",), ("zone.toc.yaml", "--plain")),
    "pathways": (("zone.toc.yaml", "club", "fed"),),
    "value": (
        ("zone.toc.yaml",),
        ("zone.toc.yaml", "--matrix"),
        ("zone.toc.yaml", "--claims"),
        ("zone.toc.yaml", "--plan"),
    ),
    "review": (("zone.toc.yaml",), ("zone.toc.yaml", "--log")),
    "report": (
        ("zone.toc.yaml",),
        *(("zone.toc.yaml", "--for", name) for name in ("board", "lottery", "ref", "easy-read")),
    ),
    "show": (("zone.toc.yaml",), ("zone.toc.yaml", "--links"), ("zone.toc.yaml", "gate")),
    "diff": (("zone.toc.yaml", "plain.toc.yaml"), ("plain.toc.yaml", "zone.toc.yaml")),
    "framework coverage": (("zone.toc.yaml", "ours"), ("zone.toc.yaml", "ours", "--heat")),
    "framework show": (("ours.framework.yaml",), ("ours.framework.yaml", "--template", "small")),
}
"""What each command that writes is asked."""

CASES = [
    (command, words, format_)
    for command, questions in ASKED.items()
    for words in questions
    for format_ in formats(WRITING[command]) or ("json",)
]
"""Every command that writes, with every format that it offers."""


def output(command: str, words: Words, format_: str, payloads: Words) -> bytes:
    """Return what a command writes about a theory that is full of some words.

    It is empty if the command does not answer in this format, or no font has the letters.
    """
    files = {
        "zone.toc.yaml": theory(*payloads).encode(),
        "plain.toc.yaml": theory(*HARMLESS[:2]).replace("horizon: short", "horizon: long").encode(),
        "ours.framework.yaml": framework(*payloads).encode(),
    }
    chosen = ("--format", format_) if formats(WRITING[command]) else ()
    done = run_command((*command.split(), *words, *chosen, "-o", "-"), files)
    assert sorted({*UNSAFE.findall(done.messages)} - {"\n"}) == []
    return done.answer if done.status < 2 else b""


@cache
def usual_structure(command: str, words: Words, format_: str) -> frozenset[str]:
    """Return the structure that an output has with words that mean no harm."""
    found: set[str] = set()
    for harmless in HARMLESS:
        if data := output(command, words, format_, (harmless,)):
            found |= STRUCTURES[format_](data)
    return frozenset(found)


def added(command: str, words: Words, format_: str, payloads: Words) -> list[str]:
    """Return what some words add to the structure of an output; it should be nothing."""
    data = output(command, words, format_, payloads)
    usual = usual_structure(command, words, format_)
    return sorted(STRUCTURES[format_](data) - usual) if data else []
